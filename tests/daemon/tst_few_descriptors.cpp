#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

namespace tst_few_descriptors {

using namespace sallyport;
using namespace sallyport::test;

/// The system gives few descriptors, or a small stack: a command does its work or says in a line why not, and never ends in
/// another way.
class FewDescriptorsTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(); }

    void command_worksOrSaysWhyNot()
    {
        for (int most = 4; most <= 40; most += most < 16 ? 1 : 8) {
            const Outcome outcome = limited(most, {QStringLiteral("user"), QStringLiteral("list")});
            const QByteArray text = tellOf(most, outcome);
            if (neverBegan(outcome))
                continue;
            QVERIFY2(outcome.code == 0 || (outcome.code == 1 && !outcome.error.isEmpty()), text.constData());
            QVERIFY2(most < 24 || outcome.code == 0, text.constData());
        }
    }

    void server_saysWhyNot()
    {
        for (int most = 4; most <= 16; ++most) {
            const Outcome outcome =
                limited(most, {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
            const QByteArray text = tellOf(most, outcome);
            if (neverBegan(outcome))
                continue;
            QVERIFY2(outcome.code == 1 && outcome.output.isEmpty() && !outcome.error.isEmpty(), text.constData());
        }
    }

    void smallStack_isToldBeforeItOverflows()
    {
        if (!QByteArray(SALLYPORT_SANITIZERS).isEmpty())
            QSKIP("their frames are larger");
        for (const char* const most : {"-s 64", "-s 512"}) {
            for (const char* const command : {"user list", "verify", "serve --listen 127.0.0.1:0", "--version"}) {
                const Outcome outcome = limitedTo(most, QString::fromLatin1(command).split(QLatin1Char(' ')));
                QVERIFY2(outcome.code == 1 && outcome.output.isEmpty(), outcome.error.constData());
                QVERIFY2(outcome.error.contains("KiB is too small") && outcome.error.count('\n') == 1, outcome.error.constData());
            }
        }
        QCOMPARE(limitedTo("-s 1024", {QStringLiteral("user"), QStringLiteral("list")}).code, 0);
    }

    void vault_isWholeAfterwards() { QVERIFY(vault("verify --deep").output.startsWith("intact: ")); }

private:
    Outcome limited(int most, const QStringList& command) { return limitedTo("-n " + QByteArray::number(most), command); }
    /// `limit` as ulimit takes it.
    Outcome limitedTo(const QByteArray& limit, const QStringList& command)
    {
        QProcess starved;
        starved.start(QStringLiteral("bash"),
                      QStringList{QStringLiteral("-c"),
                                  QStringLiteral("ulimit %1; exec timeout 60 \"$0\" \"$@\"").arg(QString::fromLatin1(limit)),
                                  QStringLiteral(SALLYPORTD)} +
                          command + base());
        starved.waitForFinished(2 * patience);
        return {starved.exitStatus() == QProcess::NormalExit ? starved.exitCode() : -1, starved.readAllStandardOutput(),
                starved.readAllStandardError()};
    }
    /// The system's loader found no descriptor for a library: where whoever started this left one open, too.
    static bool neverBegan(const Outcome& outcome)
    {
        return outcome.code == 127 && outcome.error.contains("error while loading shared libraries");
    }
    static QByteArray tellOf(int most, const Outcome& outcome)
    {
        return "-n " + QByteArray::number(most) + ": " + QByteArray::number(outcome.code) + " " + outcome.output + outcome.error;
    }
};

SALLYPORT_GUILESS_TEST(FewDescriptorsTest)

} // namespace tst_few_descriptors
#include "tst_few_descriptors.moc"
