#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QElapsedTimer>

#include <csignal>

namespace tst_drill_stops {

using namespace sallyport::test;

/// A drill takes half a minute; who ends the program waits for none of it, and finds nothing left of it.
class DrillStopsTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_temporary.isValid());
        QVERIFY(qputenv("TMPDIR", m_temporary.path().toUtf8()));
        makeVault();
    }

    void command_onSigterm()
    {
        QProcess process;
        process.start(QStringLiteral(SALLYPORTD), QStringList{QStringLiteral("drill"), QStringLiteral("run")} << base());
        QTRY_VERIFY_WITH_TIMEOUT(sandboxes() == 1, patience);
        QElapsedTimer time;
        time.start();
        QCOMPARE(end(process, SIGTERM), 1);
        QVERIFY2(time.elapsed() < soon, qPrintable(QString::number(time.elapsed())));
        QVERIFY(process.readAllStandardError().contains("The drill was stopped"));
        QCOMPARE(process.readAllStandardOutput(), QByteArray());
        QCOMPARE(sandboxes(), 0);
    }

    void server_onSigterm()
    {
        QProcess process;
        const std::uint16_t port = serve(process);
        QVERIFY(port != 0);
        const std::string token = login(port);
        HttpsClient client(port);
        QVERIFY(client.write("POST /api/drills HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token +
                             "\r\nContent-Length: 0\r\n\r\n"));
        QTRY_VERIFY_WITH_TIMEOUT(sandboxes() == 1, patience);
        QElapsedTimer time;
        time.start();
        QCOMPARE(end(process, SIGTERM), 0);
        QVERIFY2(time.elapsed() < soon, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(client.readReply().status, 503);
        QCOMPARE(sandboxes(), 0);
    }

private:
    static constexpr int soon = 5'000; ///< milliseconds: a second, on a machine that is busy with other tests

    int sandboxes() const
    {
        return static_cast<int>(QDir(m_temporary.path()).entryList({QStringLiteral("sallyport-drill-*")}, QDir::Dirs).size());
    }

    QTemporaryDir m_temporary;
};

SALLYPORT_GUILESS_TEST(DrillStopsTest)

} // namespace tst_drill_stops
#include "tst_drill_stops.moc"
