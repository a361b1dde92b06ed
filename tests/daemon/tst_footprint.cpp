#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>

#include <csignal>
#include <filesystem>
#include <unistd.h>

namespace tst_footprint {

using namespace sallyport::test;

/// What the server touches on the machine: its own folder and its own sockets, nothing that isn't documented.
class FootprintTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(); }
    void asvs_16_2_3_recordsGoNowhereElse();
    void asvs_13_2_3_withoutAVault_nothingIsServed();
};

void FootprintTest::asvs_16_2_3_recordsGoNowhereElse()
{
    if (::geteuid() != 0)
        QSKIP("only root looks into a process that isn't dumpable");
    QProcess server;
    const std::uint16_t port = serve(server);
    QVERIFY(port != 0);
    QVERIFY(!login(port).empty());
    HttpsClient client(port);
    QCOMPARE(client.send("GET", "/api/protected").status, 401); // recorded, too
    const QString process = QStringLiteral("/proc/%1/").arg(server.processId());
    const QString folder = QDir(m_directory).canonicalPath() + QLatin1Char('/');
    QStringList sockets, inherited; // what whoever runs the test has left open
    for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        inherited << QString::fromStdString(std::filesystem::read_symlink(entry.path(), gone).string());
    }
    const QFileInfoList open =
        QDir(process + QStringLiteral("fd")).entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    QVERIFY(open.size() > 5);
    for (const QFileInfo& entry : open) {
        const QString place = QString::fromStdString(std::filesystem::read_symlink(entry.filePath().toStdString()).string());
        if (place.startsWith(QStringLiteral("socket:[")))
            sockets << place.sliced(8).chopped(1);
        else
            QVERIFY2(place.startsWith(folder) || inherited.contains(place) || place.startsWith(QStringLiteral("anon_inode:")) ||
                         place.startsWith(QStringLiteral("pipe:")) || place.startsWith(QStringLiteral("/dev/")),
                     qPrintable(place));
    }
    // No socket of the system's log, nor any that is connected to another machine.
    QFile named(process + QStringLiteral("net/unix"));
    QVERIFY(named.open(QIODevice::ReadOnly));
    for (const QByteArray& line : named.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() > 7 && sockets.contains(QString::fromLatin1(words[6])))
            QVERIFY2(words[7].startsWith(folder.toUtf8()), line.constData());
    }
    QFile tcp(process + QStringLiteral("net/tcp"));
    QVERIFY(tcp.open(QIODevice::ReadOnly));
    for (const QByteArray& line : tcp.readAll().split('\n')) {
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() > 9 && sockets.contains(QString::fromLatin1(words[9])))
            QVERIFY2(words[1].startsWith("0100007F:") && (words[2].startsWith("0100007F:") || words[2].startsWith("00000000:")),
                     line.constData());
    }
    QCOMPARE(end(server, SIGTERM), 0);
    // What it said on its own streams names no one.
    const QByteArray said = server.readAllStandardOutput() + server.readAllStandardError();
    QVERIFY2(!said.contains("ada@sallyport.example"), said.constData());
}

void FootprintTest::asvs_13_2_3_withoutAVault_nothingIsServed()
{
    const QString empty = m_root.filePath(QStringLiteral("empty"));
    QVERIFY(QDir().mkpath(empty));
    const Outcome served = run({QStringLiteral("serve"), QStringLiteral("--data-dir"), empty, QStringLiteral("--passphrase-file"),
                                m_passphrase, QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QCOMPARE(served.code, 1);
    QVERIFY(QDir(empty).isEmpty());
    QProcess server;
    const std::uint16_t port = serve(server);
    QVERIFY(port != 0);
    HttpsClient client(port);
    for (const char* word : {"admin", "password", "sallyport", "changeme"})
        for (const char* account : {"admin", "admin@localhost", "root@localhost", "ada@sallyport.example"}) {
            const std::string body = std::string(R"({"email":")") + account + R"(","password":")" + word + "\"}";
            QCOMPARE(client.send("POST", "/api/auth/login", {{"Content-Type", "application/json"}}, body).text("/token"),
                     std::string());
        }
    QCOMPARE(end(server, SIGTERM), 0);
}

SALLYPORT_GUILESS_TEST(FootprintTest)

} // namespace tst_footprint
#include "tst_footprint.moc"
