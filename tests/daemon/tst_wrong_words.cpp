#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

namespace tst_wrong_words {

using namespace sallyport::test;

/// Whoever mistypes a word is told what is taken, and which word they meant if one is near.
class WrongWordsTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(); }
    void wordOfAnOption_isAnsweredWithTheNearest_data();
    void wordOfAnOption_isAnsweredWithTheNearest();
    void options_andCommands_areAnsweredWithTheNearest();
    void twoSecrets_fromStandardInput_areOneTooMany_data();
    void twoSecrets_fromStandardInput_areOneTooMany();
    void backup_toStandardOutput_isRefusedAndMakesNoFile();
};

void WrongWordsTest::wordOfAnOption_isAnsweredWithTheNearest_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* line, const char* said) { QTest::newRow(line) << QByteArray(line) << QByteArray(said); };
    row("export --format cvs", "--format takes csv, jsonl, pdf, cef, ocsf or html; did you mean csv?");
    row("export --format pdf --language fra", "--language takes en, de or fr; did you mean fr?");
    row("user export --format jsn", "--format takes csv or json; did you mean json?");
    row("record export --format xml", "--format takes csv or json\n");
    row("record list --classification intern",
        "--classification takes public, internal, confidential or restricted; did you mean internal?");
    row("mfa missing --state overdu", "--state takes off, due, overdue or few_codes; did you mean overdue?");
    row("key list --filter expirng", "--filter takes usable, expiring, stale, over-scoped or ended; did you mean expiring?");
    row("passwords generate --kinds lower,digit", "--kinds takes lower, upper, digits or signs; did you mean digits?");
    row("user bulk disabel", "did you mean disable?");
    row("provider add --preset gogle", "--preset takes google, microsoft, github or gitlab; did you mean google?");
}

void WrongWordsTest::wordOfAnOption_isAnsweredWithTheNearest()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, said);
    const QStringList words = QString::fromLatin1(line).split(QLatin1Char(' '));
    const Outcome wrong = vault(words);
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.error.contains(said), wrong.error.constData());
}

void WrongWordsTest::options_andCommands_areAnsweredWithTheNearest()
{
    const auto said = [this](const char* line) { return run(QString::fromLatin1(line).split(QLatin1Char(' '))).error; };
    QVERIFY2(said("user list --inactive-day 3").contains("unknown option --inactive-day; did you mean --inactive-days?"),
             said("user list --inactive-day 3"));
    QVERIFY2(said("user list --zebra").contains("unknown option --zebra; see"), said("user list --zebra"));
    QVERIFY2(said("ban").contains("'ban' needs one of: list, add, remove"), said("ban"));
    QVERIFY2(said("restore").contains("--data-dir is missing"), said("restore"));
    QVERIFY2(said("usr list").contains("unknown command 'usr'; did you mean user?"), said("usr list"));
    QVERIFY2(said("zebra").contains("unknown command 'zebra'; see sallyportd --help"), said("zebra"));
}

void WrongWordsTest::twoSecrets_fromStandardInput_areOneTooMany_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* line, const char* said) {
        QTest::newRow(line) << QByteArray(line)
                            << "only one of " + QByteArray(said) + " and --passphrase-file can come from standard input";
    };
    row("token --email a@b.example --password-file -", "--password-file");
    row("token --email a@b.example --password-file p --code-file -", "--code-file");
    row("token check --token-file -", "--token-file");
    row("user add --email a@b.example --name A --password-file -", "--password-file");
    row("user add --email a@b.example --name A --password-hash-file=-", "--password-hash-file");
    row("passwords check --password-file -", "--password-file");
    row("certificate import c.pem --key-passphrase-file -", "--key-passphrase-file");
    row("certificate import c.pem --key -", "--key");
    row("certificate import -", "the certificate");
    row("record create Title --sensitive-file -", "--sensitive-file");
    row("user import -", "the list");
    row("user bulk disable", "the list");
    row("ban import -", "the list");
    row("policy import -", "the document");
    row("detection test -", "the request");
    row("mfa confirm a@b.example", "the code");
    row("mfa confirm a@b.example --code-file -", "--code-file");
}

void WrongWordsTest::twoSecrets_fromStandardInput_areOneTooMany()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, said);
    const QStringList words = QString::fromLatin1(line).split(QLatin1Char(' '));
    const Outcome wrong = run(
        words + QStringList{QStringLiteral("--data-dir"), m_directory, QStringLiteral("--passphrase-file"), QStringLiteral("-")});
    QVERIFY2(wrong.code == 2 && wrong.error.count('\n') == 1, wrong.error.constData());
    QVERIFY2(wrong.error.contains(said), wrong.error.constData());
}

void WrongWordsTest::backup_toStandardOutput_isRefusedAndMakesNoFile()
{
    QVERIFY(!QFile::exists(QStringLiteral("-")));
    const Outcome wrong = vault({QStringLiteral("backup"), QStringLiteral("-")});
    QVERIFY(!QFile::exists(QStringLiteral("-"))); // a backup in a file of this name is one that nobody finds
    QVERIFY2(wrong.code == 2 && wrong.output.isEmpty() && wrong.error.count('\n') == 1, wrong.error.constData());
    QVERIFY2(wrong.error.contains("backup takes a new file"), wrong.error.constData());
}

SALLYPORT_GUILESS_TEST(WrongWordsTest)

} // namespace tst_wrong_words
#include "tst_wrong_words.moc"
