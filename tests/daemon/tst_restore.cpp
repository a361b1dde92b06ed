#include "tests/daemon/daemon_case.h"
#include "tests/support/tamper.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <csignal>

#include <sys/stat.h>

namespace tst_restore {

using namespace sallyport::test;

/// A backup that is put back: the vault is what it was, and says so; nothing of it opens that was closed since.
class RestoreTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(); }
    void init();
    void backup_putBack_isTheVaultAsItWas();
    void withoutWhy_theJournalIsDamagedUntilItIsAccepted();
    void nothingLost_isNoDamage();
    void whatWasThere_isKeptAndCanBePutBack();
    void whatIsNoBackup_isRefusedAndChangesNothing();
    void runningServer_keepsItOut();
    void damagedJournalOfTheBackup_isRefused();
    void uploadedFiles_comeBackWithIt();
    void sessionsAndCodes_doNotComeBack();
    void whatCameBack_isTold();
    void brokenDatabase_isReplacedAllTheSame();
    void killedAtAnyMoment_oneVaultIsWhole();
    void json_isOneDocument();
    void output_thatCannotBeWritten_isAFailure();

private:
    QString path(const char* name) const { return m_directory + QLatin1Char('/') + QString::fromLatin1(name); }
    QString backup()
    {
        static int made = 0;
        const QString file = m_root.filePath(QStringLiteral("backup-%1.db").arg(++made));
        [&] { QCOMPARE(vault({QStringLiteral("backup"), file}).code, 0); }();
        return file;
    }
    Outcome restore(const QString& file, const QStringList& more = {})
    {
        return vault(QStringList{QStringLiteral("restore"), file} + more);
    }
    void set(int idle) { QCOMPARE(vault({QStringLiteral("settings"), QStringLiteral("set"), value(idle)}).code, 0); }
    static QString value(int idle) { return QStringLiteral("connections.idle=%1").arg(idle); }
    QByteArray idle() { return vault("settings get connections.idle").output.trimmed().split('=').last(); }
    QByteArray events(const char* kind)
    {
        return vault({QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("jsonl"), QStringLiteral("--q"),
                      QStringLiteral("kind:") + QString::fromLatin1(kind)})
            .output;
    }
    QStringList asides() const
    {
        return QDir(path("backups")).entryList({QStringLiteral("sallyport-replaced-*.db")}, QDir::Files, QDir::Name);
    }
    static QStringList why() { return {QStringLiteral("--why"), QStringLiteral("the import went wrong")}; }
    bool underway() const { return QFileInfo::exists(path("restoring")) || QFileInfo::exists(path("restored")); }
    static QByteArray contentOf(const QString& file)
    {
        QFile read(file);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }

    QString m_pristine;
};

/// Each test has its own copy of one vault.
void RestoreTest::init()
{
    if (m_pristine.isEmpty())
        m_pristine = m_directory;
    static int copies = 0;
    m_directory = m_root.filePath(QStringLiteral("copy-%1").arg(++copies));
    QVERIFY(QDir().mkdir(m_directory));
    QVERIFY(::chmod(m_directory.toLocal8Bit().constData(), 0700) == 0);
    for (const QFileInfo& file : QDir(m_pristine).entryInfoList(QDir::Files)) {
        QVERIFY(QFile::copy(file.filePath(), m_directory + QLatin1Char('/') + file.fileName()));
    }
    set(20);
}

void RestoreTest::backup_putBack_isTheVaultAsItWas()
{
    const QString file = backup();
    set(30);
    set(31);
    const Outcome restored = restore(file, why());
    QVERIFY2(restored.code == 0, restored.error.constData());
    QVERIFY2(restored.output.startsWith("restored the vault as it was 20"), restored.output.constData());
    QVERIFY2(restored.output.contains("events of the journal are lost, "), restored.output.constData());
    QVERIFY2(restored.output.contains("\naccepted: event"), restored.output.constData());
    QVERIFY2(restored.output.contains("the vault before is kept as "), restored.output.constData());
    QVERIFY(!underway());
    QCOMPARE(asides().size(), 1);

    QCOMPARE(idle(), QByteArray("20"));
    const Outcome verify = vault("verify --deep");
    QVERIFY2(verify.code == 0, verify.error.constData());
    QVERIFY2(verify.output.contains("by Command line: the import went wrong\n"), verify.output.constData());
    QVERIFY(vault("export").error.contains("accepted "));
    const QByteArray told = events("vault.restored");
    QCOMPARE(told.count('\n'), 1);
    for (const char* part : {"Command line", "events_lost", "backup_from", "the import went wrong"})
        QVERIFY2(told.contains(part), part);
    QCOMPARE(events("audit.damage_accepted").count('\n'), 1);
}

void RestoreTest::withoutWhy_theJournalIsDamagedUntilItIsAccepted()
{
    const QString file = backup();
    set(30);
    const Outcome restored = restore(file);
    QCOMPARE(restored.code, 0);
    QVERIFY2(restored.error.contains("'sallyportd doctor --accept-damage --why TEXT'"), restored.error.constData());
    QCOMPARE(vault("verify").code, 3);
    QCOMPARE(vault({QStringLiteral("doctor"), QStringLiteral("--accept-damage"), QStringLiteral("--why=on purpose")})
                 .output.contains("accepted event"),
             true);
    QCOMPARE(vault("verify").code, 0);
    QCOMPARE(restore(file, {QStringLiteral("--why=")}).code, 2);
}

void RestoreTest::nothingLost_isNoDamage()
{
    const QString file = backup();
    const Outcome restored = restore(file);
    QVERIFY2(restored.code == 0, restored.error.constData());
    QVERIFY2(restored.output.contains("no event of the journal is lost\n"), restored.output.constData());
    QCOMPARE(vault("verify").code, 0);
}

void RestoreTest::whatWasThere_isKeptAndCanBePutBack()
{
    const QString file = backup();
    set(30);
    QCOMPARE(restore(file, why()).code, 0);
    QCOMPARE(idle(), QByteArray("20"));
    const Outcome back = restore(path("backups/") + asides().value(0), why());
    QVERIFY2(back.code == 0, back.error.constData());
    QCOMPARE(idle(), QByteArray("30"));
    QCOMPARE(vault("verify").code, 0);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(restore(file, why()).code, 0);
    QCOMPARE(asides().size(), 3);
}

void RestoreTest::whatIsNoBackup_isRefusedAndChangesNothing()
{
    const QString good = backup();
    const QByteArray before = contentOf(path("sallyport.db"));
    const QByteArray bytes = contentOf(good);
    const auto with = [&](const char* name, const QByteArray& content) {
        const QString file = m_root.filePath(QString::fromLatin1(name));
        QFile written(file);
        [&] { QVERIFY(written.open(QIODevice::WriteOnly | QIODevice::Truncate)); }();
        written.write(content);
        return file;
    };
    const auto refused = [&](const QString& file, const char* word) {
        const Outcome outcome = restore(file, why());
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.error.contains(word) && outcome.error.count('\n') == 1, outcome.error.constData());
        QVERIFY(outcome.output.isEmpty());
        QVERIFY(!underway());
        QVERIFY(asides().isEmpty());
    };
    refused(m_root.filePath(QStringLiteral("nowhere.db")), "does not exist");
    refused(m_root.path(), "is not a file");
    refused(path("sallyport.db"), "the vault's own database");
    refused(with("empty.db", {}), "it is empty");
    refused(with("text.db", QByteArray(8192, 'x')), "no backup");
    refused(with("plain.db", QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\0')), "a plain SQLite file");
    refused(with("short.db", bytes.left(bytes.size() - 100)), "truncated");
    QByteArray changed = bytes;
    changed[changed.size() / 2] = static_cast<char>(~changed[changed.size() / 2]);
    refused(with("changed.db", changed), "damaged");
    QFile::copy(good, m_root.filePath(QStringLiteral("used.db")));
    with("used.db-wal", "x");
    refused(m_root.filePath(QStringLiteral("used.db")), "in use");

    // Of another vault.
    const QString directory = m_directory;
    m_directory = m_root.filePath(QStringLiteral("another"));
    QCOMPARE(vault({QStringLiteral("init"), QStringLiteral("--admin-email"), QStringLiteral("eve@sallyport.example"),
                    QStringLiteral("--admin-password-file"), m_password})
                 .code,
             0);
    const QString foreign = backup();
    m_directory = directory;
    refused(foreign, "another vault");

    const QString wrong = write(QStringLiteral("wrong"), "not the passphrase");
    QCOMPARE(run({QStringLiteral("restore"), good, QStringLiteral("--data-dir"), m_directory, QStringLiteral("--passphrase-file"),
                  wrong})
                 .code,
             1);
    QCOMPARE(vault("restore").code, 2);
    QCOMPARE(vault({QStringLiteral("restore"), good, good}).code, 2);
    QCOMPARE(contentOf(path("sallyport.db")), before);
    QCOMPARE(idle(), QByteArray("20"));
}

void RestoreTest::runningServer_keepsItOut()
{
    const QString file = backup();
    QProcess server;
    QVERIFY(serve(server) != 0);
    const Outcome refused = restore(file, why());
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains("another Sallyport has"), refused.error.constData());
    QCOMPARE(end(server, SIGTERM), 0);
    // It has made a certificate since: the vault keeps the key of that.
    const Outcome restored = restore(file, why());
    QVERIFY2(restored.code == 0 && !restored.error.contains("certificate"), restored.error.constData());
    QProcess again;
    QVERIFY(serve(again) != 0);
    QCOMPARE(end(again, SIGTERM), 0);
    QCOMPARE(vault("verify").code, 0); // signed heads of the time behind the backup are accepted, too
}

void RestoreTest::damagedJournalOfTheBackup_isRefused()
{
    QVERIFY(tamper(m_directory.toStdString(), vaultPassphrase, "UPDATE events SET reason = 'zz' WHERE sequence = 4"));
    const QString file = backup();
    const Outcome refused = restore(file, why());
    QCOMPARE(refused.code, 3);
    QVERIFY2(refused.error.contains("at event 4: changed"), refused.error.constData());
    QVERIFY(asides().isEmpty());
    const Outcome taken = restore(file, why() + QStringList{QStringLiteral("--incomplete")});
    QVERIFY2(taken.code == 0, taken.error.constData());
    QCOMPARE(vault("verify").code, 3); // what is damaged by itself is not accepted on the way
}

void RestoreTest::uploadedFiles_comeBackWithIt()
{
    const QString text = write(QStringLiteral("note.txt"), "first");
    const auto upload = [&] { return vault({QStringLiteral("file"), QStringLiteral("upload"), text}); };
    QCOMPARE(upload().code, 0);
    const QString file = backup();
    QVERIFY(QFileInfo::exists(file + QStringLiteral(".files")));
    QCOMPARE(upload().code, 0);
    const auto stored = [this](const QString& folder) { return QDir(folder).entryList(QDir::Files).size(); };
    QCOMPARE(stored(path("files")), 2);

    const QString moved = m_root.filePath(QStringLiteral("moved"));
    QVERIFY(QDir().rename(file + QStringLiteral(".files"), moved));
    const Outcome refused = restore(file, why());
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.error.contains(".files is not there"), refused.error.constData());
    QCOMPARE(stored(path("files")), 2);

    const Outcome restored = restore(file, why() + QStringList{QStringLiteral("--files"), moved});
    QVERIFY2(restored.code == 0, restored.error.constData());
    QVERIFY(restored.output.contains(", with 1 uploaded file\n"));
    QCOMPARE(stored(path("files")), 1);
    QCOMPARE(stored(path("backups/") + asides().value(0) + QStringLiteral(".files")), 2);
    QVERIFY(!vault("doctor").output.contains("problem  file"));

    const Outcome without = restore(file, why() + QStringList{QStringLiteral("--incomplete")});
    QVERIFY2(without.code == 0 && without.error.contains("1 uploaded file is missing"), without.error.constData());
}

void RestoreTest::sessionsAndCodes_doNotComeBack()
{
    QVERIFY(tamper(m_directory.toStdString(), vaultPassphrase,
                   "INSERT INTO recovery_codes (user_id, code_hash) SELECT id, x'01' FROM users UNION ALL SELECT id, x'02' FROM "
                   "users"));
    QProcess server;
    std::uint16_t port = serve(server);
    QVERIFY(port != 0);
    const std::string token = login(port);
    QVERIFY(!token.empty());
    const auto use = [&] {
        return HttpsClient(port).send("GET", "/api/protected", {{"Authorization", "Bearer " + token}}).status;
    };
    QCOMPARE(use(), 200);
    const QString file = backup();
    QCOMPARE(end(server, SIGTERM), 0);
    const auto sessions = vault("session list").output.count('\n');
    QVERIFY(sessions > 0);
    QCOMPARE(vault("session end-all").code, 0);
    QVERIFY(tamper(m_directory.toStdString(), vaultPassphrase, "DELETE FROM recovery_codes WHERE code_hash = x'01'")); // used
    const Outcome restored = restore(file, why());
    QVERIFY2(restored.code == 0, restored.error.constData());
    const QByteArray ended = "ended: " + QByteArray::number(sessions) + (sessions == 1 ? " session, " : " sessions, ");
    QVERIFY2(restored.output.contains(ended), restored.output.constData());
    QVERIFY2(restored.output.contains(" 1 recovery code;"), restored.output.constData());
    QVERIFY(vault("session list").output.isEmpty());
    QProcess again;
    port = serve(again);
    QVERIFY(port != 0);
    QCOMPARE(use(), 401);
    QVERIFY(!login(port).empty());
    QCOMPARE(end(again, SIGTERM), 0);
}

void RestoreTest::whatCameBack_isTold()
{
    QCOMPARE(vault("service-account add --name Runner --roles viewer").code, 0);
    const QByteArray made = vault("key create --name CI --owner Runner --scopes users:read --json").output;
    const std::string prefix = boost::json::value_to<std::string>(boost::json::parse(made.toStdString()).at("prefix"));
    QCOMPARE(
        vault({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--email=bob@sallyport.example"),
               QStringLiteral("--name=Bob"), QStringLiteral("--roles=viewer"), QStringLiteral("--password-file"), m_password})
            .code,
        0);
    const QString file = backup();
    QCOMPARE(vault({QStringLiteral("key"), QStringLiteral("revoke"), QString::fromStdString(prefix)}).code, 0);
    QCOMPARE(vault("user disable bob@sallyport.example").code, 0);
    QCOMPARE(vault("ban add 192.0.2.7 --reason test").code, 0);
    const Outcome restored = restore(file, why());
    QVERIFY2(restored.code == 0, restored.error.constData());
    QVERIFY2(restored.output.contains("\ncame back\tkey\tCI\t"), restored.output.constData());
    QVERIFY2(restored.output.contains("\ncame back\tuser\tbob@sallyport.example\t"), restored.output.constData());
    QVERIFY2(restored.output.contains("\ngone\tban\t192.0.2.7\t"), restored.output.constData());
    QVERIFY(!restored.output.contains("\tada@sallyport.example"));
    QVERIFY(restored.error.contains("look at what came back"));
}

/// A database that doesn't open any more is what backups are for.
void RestoreTest::brokenDatabase_isReplacedAllTheSame()
{
    const QString file = backup();
    QFile database(path("sallyport.db"));
    QVERIFY(database.open(QIODevice::WriteOnly | QIODevice::Truncate));
    database.write(QByteArray(8192, 'x'));
    database.close();
    const Outcome restored = restore(file, why());
    QVERIFY2(restored.code == 0, restored.error.constData());
    QVERIFY2(restored.error.contains("no database before that opens"), restored.error.constData());
    QCOMPARE(idle(), QByteArray("20"));
    QCOMPARE(contentOf(path("backups/") + asides().value(0)), QByteArray(8192, 'x'));

    QVERIFY(QFile::remove(path("sallyport.db")));
    QCOMPARE(restore(file, why()).code, 0);
    QCOMPARE(idle(), QByteArray("20"));
    QCOMPARE(asides().size(), 1);
}

void RestoreTest::killedAtAnyMoment_oneVaultIsWhole()
{
    const QString file = backup();
    set(30);
    int old = 0, restored = 0;
    for (int wait = 1; wait < 1200 && restored < 3; wait += wait < 200 ? 20 : 60) {
        QProcess process;
        process.start(QStringLiteral(SALLYPORTD), QStringList{QStringLiteral("restore"), file} + why() + base());
        QVERIFY(process.waitForStarted(patience));
        if (process.waitForFinished(wait)) // any moment will do
            break;
        ::kill(static_cast<pid_t>(process.processId()), SIGKILL);
        QVERIFY(process.waitForFinished(patience));
        const QByteArray now = idle();
        QVERIFY2(now == "20" || now == "30", now.constData());
        (now == "30" ? old : restored) += 1;
        QVERIFY(!underway());
        const Outcome verify = vault("verify --deep");
        QVERIFY2(verify.code == 0, verify.error.constData());
        if (now == "20")
            set(30);
    }
    QVERIFY(old > 0);
    qInfo("killed: %d times the vault before, %d times the restored one", old, restored);
}

void RestoreTest::json_isOneDocument()
{
    const QString file = backup();
    set(30);
    const Outcome restored = restore(file, why() + QStringList{QStringLiteral("--json")});
    QCOMPARE(restored.output.count('\n'), 1);
    const auto document = boost::json::parse(restored.output.toStdString()).as_object();
    QVERIFY(document.at("events_lost").as_int64() > 0);
    QCOMPARE(document.at("compared").as_bool(), true);
    QCOMPARE(document.at("journal_damaged").as_bool(), false);
    QCOMPARE(document.at("accepted").as_array().size(), std::size_t{1});
    QVERIFY(document.at("came_back").as_array().empty());
    QVERIFY(document.at("gone").as_array().empty());
    QVERIFY(document.at("replaced").is_string());
    QVERIFY(document.at("sessions_ended").is_int64());
}

void RestoreTest::output_thatCannotBeWritten_isAFailure()
{
    const QString file = backup();
    QProcess process;
    process.setStandardOutputFile(QStringLiteral("/dev/full"));
    process.start(QStringLiteral(SALLYPORTD), QStringList{QStringLiteral("restore"), file} + base());
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(!underway()); // what was done is done
}

SALLYPORT_GUILESS_TEST(RestoreTest)

} // namespace tst_restore
#include "tst_restore.moc"
