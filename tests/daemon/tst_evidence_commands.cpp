#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QRegularExpression>

namespace tst_evidence_commands {

using namespace sallyport;
using namespace sallyport::test;

/// `sallyportd merkle`, `evidence ...` and `verify --pack`.
class EvidenceCommandsTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(); }
    void merkle_answersLineByLine();
    void pack_fromMakingToCheckingElsewhere();
    void verify_wrongWords_areRefused();
    void databasePutBack_isNamedByVerify();
};

void EvidenceCommandsTest::merkle_answersLineByLine()
{
    const Outcome answered =
        run({QStringLiteral("merkle")}, "{\"leaves\":[]}\n{\"leaves\":[\"\",\"AA==\"],\"index\":0}\nno JSON\n"
                                        "{\"leaves\":[\"\",\"AA==\",\"EA==\"],\"from\":2}");
    QCOMPARE(answered.code, 0);
    const QList<QByteArray> lines = answered.output.split('\n');
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0], QByteArray("{\"root\":\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}"));
    QCOMPARE(lines[1],
             QByteArray("{\"root\":\"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125\",\"inclusion\":[\""
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7\"]}"));
    QVERIFY(lines[2].startsWith("{\"error\":"));
    QVERIFY(lines[3].startsWith(
        "{\"root\":\"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77\",\"consistency\":[\""));
}

void EvidenceCommandsTest::pack_fromMakingToCheckingElsewhere()
{
    const Outcome made = vault("evidence create --since 1d --q kind:user.");
    QVERIFY2(made.code == 0, made.error.constData());
    const QString id = QString::fromUtf8(made.output.split('\n').first()).section(QLatin1Char('\t'), 1);
    QVERIFY(vault("evidence list").output.split('\t').first() == id.toUtf8());
    const QString file = m_root.filePath(QStringLiteral("pack.jsonl"));
    const Outcome saved = vault({QStringLiteral("evidence"), QStringLiteral("export"), id, QStringLiteral("--output"), file});
    QVERIFY2(saved.code == 0, saved.error.constData());
    QCOMPARE(vault({QStringLiteral("evidence"), QStringLiteral("export"), id, QStringLiteral("--output"), file}).code, 1);
    const Outcome printed = vault({QStringLiteral("evidence"), QStringLiteral("export"), id});
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray pack = written.readAll();
    QCOMPARE(printed.output, pack);
    // The doctor says the fingerprint.
    const Outcome doctor = vault("doctor");
    const auto match =
        QRegularExpression(QStringLiteral("signed with the key SHA-256 ([0-9a-f]{64})")).match(QString::fromUtf8(doctor.output));
    QVERIFY(match.hasMatch());
    const QStringList verify{QStringLiteral("verify"), QStringLiteral("--fingerprint"), match.captured(1),
                             QStringLiteral("--pack")};
    const Outcome good = run(verify + QStringList{file});
    QVERIFY2(good.code == 0 && good.output.startsWith("intact: "), good.error.constData());
    QCOMPARE(run(verify + QStringList{QStringLiteral("-")}, pack).code, 0);
    QByteArray bad = pack;
    bad[bad.indexOf('\n') + 300] = static_cast<char>(bad[bad.indexOf('\n') + 300] ^ 1);
    const Outcome refused = run(verify + QStringList{write(QStringLiteral("bad.jsonl"), bad)});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("line 2: does not fit its sum"), refused.error.constData());
    QCOMPARE(vault({QStringLiteral("evidence"), QStringLiteral("delete"), id}).code, 0);
    QCOMPARE(vault("evidence list").output, QByteArray());
}

void EvidenceCommandsTest::verify_wrongWords_areRefused()
{
    QCOMPARE(run({QStringLiteral("verify")}).code, 2);
    QCOMPARE(run({QStringLiteral("verify"), QStringLiteral("--pack"), QStringLiteral("x")}).code, 2);
    const QStringList pack{QStringLiteral("verify"), QStringLiteral("--pack"), QStringLiteral("/nowhere"),
                           QStringLiteral("--fingerprint")};
    QCOMPARE(run(pack + QStringList{QStringLiteral("abc")}).code, 2);
    QCOMPARE(run(pack + QStringList{QString(64, QLatin1Char('0'))}).code, 1);
    QCOMPARE(vault(pack + QStringList{QString(64, QLatin1Char('0'))}).code, 2);
    QCOMPARE(vault("evidence create --since noon").code, 2);
    QCOMPARE(vault("evidence create --since 1d --until 2d").code, 2);
    QCOMPARE(vault("evidence delete nobody").code, 1);
}

void EvidenceCommandsTest::databasePutBack_isNamedByVerify()
{
    const auto path = [this](const char* name) -> QString { return m_directory + QLatin1Char('/') + QLatin1String(name); };
    const auto put = [&](const char* from, const char* to) {
        QFile::remove(path(to));
        return QFile::copy(path(from), path(to));
    };
    QVERIFY(put("sallyport.db", "../old.db") && put("audit.anchor", "../old.anchor"));
    QCOMPARE(vault("evidence create --since 1d").code, 0); // signs a head
    QCOMPARE(vault("verify").code, 0);
    for (const char* left : {"sallyport.db-wal", "sallyport.db-shm"})
        QFile::remove(path(left));
    QVERIFY(put("../old.db", "sallyport.db") && put("../old.anchor", "audit.anchor"));
    const Outcome found = vault("verify");
    QVERIFY2(found.code == 3 && found.error.contains("rolled_back"), found.error.constData());
    QVERIFY(vault("user list").error.contains("was put back to an older state") ||
            vault("user list").error.contains("was found damaged earlier"));
    const Outcome accepted = vault({QStringLiteral("doctor"), QStringLiteral("--accept-damage"), QStringLiteral("--why"),
                                    QStringLiteral("put back on purpose")});
    QVERIFY2(accepted.output.contains("put back to an older state"), accepted.output.constData());
    const Outcome whole = vault("verify");
    QVERIFY2(whole.code == 0, whole.error.constData());
}

SALLYPORT_GUILESS_TEST(EvidenceCommandsTest)

} // namespace tst_evidence_commands

#include "tst_evidence_commands.moc"
