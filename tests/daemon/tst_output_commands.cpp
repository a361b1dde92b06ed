#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <QFile>

#include <csignal>

namespace tst_output_commands {

using namespace sallyport;
using namespace sallyport::test;
using namespace Qt::StringLiterals;

/// `sallyportd output`, and the server that acts by it.
class OutputCommandsTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(); }

    void output_goesThroughItsLife()
    {
        const Outcome made = vault("output create file --name Archive --target archive --q kind:user.");
        QVERIFY2(made.code == 0, made.error.constData());
        QCOMPARE(made.output, QByteArray("Archive\tfile\tarchive\tenabled\t0\t0\t0\t-\n"));
        QVERIFY(vault("output list").output.startsWith("Archive\tfile\tarchive\tenabled\t"));
        const Outcome shown = vault("output show archive");
        QVERIFY2(shown.output.contains("format\tjsonl") && shown.output.contains("filter\tkind:user."), shown.output.constData());
        const Outcome changed = vault("output change Archive --format cef --status disabled");
        QVERIFY2(changed.output.contains("\tdisabled\t"), changed.error.constData());
        const Outcome tested = vault("output test Archive");
        QVERIFY2(tested.code == 0 && tested.output.startsWith("taken by archive in "), tested.error.constData());
        QVERIFY(QFile::exists(m_directory + u"/outputs/archive.cef"_s));
        QCOMPARE(vault("output delete Archive").code, 0);
        QCOMPARE(vault("output show Archive").code, 1);
    }

    void otlp_isAKindOfItsOwn()
    {
        const Outcome made = vault("output create otlp --name Telemetry --target https://127.0.0.1:1/v1/logs --disabled");
        QVERIFY2(made.code == 0, made.error.constData());
        QVERIFY(vault("output show Telemetry").output.contains("format\totlp"));
        QCOMPARE(vault("output change Telemetry --format jsonl").code, 1);
        QCOMPARE(vault("output delete Telemetry").code, 0);
    }

    void wrongWords_areUsage_wrongPlacesFail()
    {
        const QString noPem = write(u"no.pem"_s, "no certificate");
        QCOMPARE(vault(QStringList{u"output"_s, u"create"_s, u"syslog"_s, u"--name"_s, u"x"_s, u"--target"_s, u"127.0.0.1:1"_s,
                                   u"--certificate-file"_s, noPem})
                     .code,
                 1);
        QCOMPARE(vault("output create pigeon --name x --target x").code, 2);
        QCOMPARE(vault("output create file --name x --target x --format xml").code, 2);
        QCOMPARE(vault("output create file --name x --target x --keep-files many").code, 2);
        QCOMPARE(vault("output create file --name x --target ../x").code, 1);
        QCOMPARE(vault("output create webhook --name x --target https://hooks.example.org").code, 1);
        QCOMPARE(vault("output test nobody").code, 1);
    }

    void secret_comesFromAFile_andStaysIn()
    {
        const QString file = write(u"hook.secret"_s, "the receiver knows this\n");
        const Outcome made = vault(QStringList{u"output"_s, u"create"_s, u"webhook"_s, u"--name"_s, u"Hook"_s, u"--target"_s,
                                               u"https://127.0.0.1:1/"_s, u"--secret-file"_s, file, u"--disabled"_s});
        QVERIFY2(made.code == 0, made.error.constData());
        const Outcome shown = vault("output show Hook --json");
        QVERIFY(shown.output.contains("\"secret\":true") && !shown.output.contains("receiver knows"));
        const Outcome tested = vault("output test Hook");
        QCOMPARE(tested.code, 1);
        QVERIFY2(tested.error.contains("outbound.networks"), tested.error.constData());
        QCOMPARE(vault("output delete Hook").code, 0);
    }

    void runningServer_deliversWhatACommandHasSetUp()
    {
        QProcess server;
        QVERIFY(serve(server) != 0);
        QCOMPARE(vault("output create file --name Live --target live --q kind:user.").code, 0);
        QCOMPARE(vault("user add --email grace@sallyport.example --name Grace").code, 0);
        const auto content = [this] {
            QFile file(m_directory + u"/outputs/live.jsonl"_s);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_VERIFY_WITH_TIMEOUT(content().contains("user.created"), patience);
        QCOMPARE(end(server, SIGTERM), 0);
    }
};

SALLYPORT_GUILESS_TEST(OutputCommandsTest)

} // namespace tst_output_commands
#include "tst_output_commands.moc"
