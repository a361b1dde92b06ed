#include "tests/daemon/daemon_case.h"
#include "tests/support/tamper.h"
#include "tests/support/test_main.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QStandardPaths>

#include <csignal>

#include <sys/stat.h>
#include <unistd.h>

namespace tst_damage {

using namespace sallyport::test;

/// A vault that somebody has been at: each command says what is wrong, in one line.
class DamageTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(); }
    void init();
    void fresh_saysNothing();
    void database_rolledBack_isToldByEveryCommand();
    void anchor_removed_isToldByEveryCommand();
    void upkeep_thatFails_isToldByTheDoctorUntilItWorks();
    void damage_accepted_isANoteInVerifyAndReports();
    void export_ofADamagedJournal_isDamagedOnEveryWay();
    void whatIsMadeFromADamagedJournal_saysSo();
    void evidence_ofAChangedRow_isMadeAndNamesIt();
    void reports_findDamageThatNobodyHasVerified();
    void anchor_thatCannotBeWritten_isTold();
    void anchor_thatCannotBeWritten_isAProblemOfTheDoctor();
    void verify_ofADamagedJournal_isOneDocument();
    void headFileThatIsGone_isNamedUntilAccepted();
    void doctor_byRoot_looksAfterTheOwnersFiles();
    void clock_farAhead_deletesNothing();
    void whatAWrongClockMade_isMadeAnew();
    void firstPage_damaged_isOneLine();
    void export_toAFileThatIsThere_isRefused();

private:
    QString path(const char* name) const { return m_directory + QLatin1Char('/') + QString::fromLatin1(name); }
    static const char* whyNoFaketime(const QString& faketime);
    bool serveAhead(QProcess& ahead, const QString& faketime, const char* by);
    bool endAhead(QProcess& ahead, int signal);
    QByteArray doctor();
    QString fingerprint();
    bool changeRow()
    {
        return tamper(m_directory.toStdString(), vaultPassphrase, "UPDATE events SET reason = 'zz' WHERE sequence = 4");
    }
    void checkIsTold(const QByteArray& first);

    QString m_pristine;
};

/// Each test has its own copy of one vault.
void DamageTest::init()
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
}

QByteArray DamageTest::doctor()
{
    const Outcome outcome = vault("doctor");
    QByteArray problems;
    for (const QByteArray& line : outcome.output.split('\n')) {
        if (line.startsWith("problem") && !line.contains("GiB") && !line.contains("files may be open"))
            problems += line + '\n';
    }
    if (!problems.isEmpty())
        [&] { QCOMPARE(outcome.code, 1); }();
    return problems;
}

QString DamageTest::fingerprint()
{
    return QRegularExpression(QStringLiteral("signed with the key SHA-256 ([0-9a-f]{64})"))
        .match(QString::fromUtf8(vault("doctor").output))
        .captured(1);
}

void DamageTest::fresh_saysNothing()
{
    QCOMPARE(doctor(), QByteArray());
    const Outcome list = vault("user list");
    QCOMPARE(list.error, QByteArray());
    QVERIFY(vault("verify").output.startsWith("intact: "));
}

/// `first` is what the first opening says; those after it, that it was found.
void DamageTest::checkIsTold(const QByteArray& first)
{
    const Outcome set = vault("settings set connections.idle=20");
    QCOMPARE(set.code, 0);
    QCOMPARE(set.error.count('\n'), 1);
    QVERIFY2(set.error.startsWith("sallyportd: warning: the audit journal") && set.error.contains(first), set.error.constData());
    const QByteArray later = "found damaged earlier";
    const Outcome list = vault("user list");
    QCOMPARE(list.code, 0);
    QVERIFY2(list.error.contains(later), list.error.constData());
    QVERIFY2(doctor().contains(later), doctor().constData());
    // Recorded once, by the first opening; each verification records what it finds.
    QCOMPARE(vault("export --format jsonl --q kind:audit.damaged").output.count('\n'), 1);
    const Outcome verify = vault("verify");
    QCOMPARE(verify.code, 3);
    QCOMPARE(verify.error.count('\n'), 1);
    QProcess server;
    QVERIFY(serve(server) != 0);
    QCOMPARE(end(server, SIGTERM), 0);
    const QByteArray said = server.readAllStandardError();
    QVERIFY2(said.count('\n') == 1 && said.contains(later), said.constData());
}

void DamageTest::database_rolledBack_isToldByEveryCommand()
{
    const QString old = m_root.filePath(QStringLiteral("old.db"));
    QCOMPARE(vault({QStringLiteral("backup"), old}).code, 0);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(
            vault({QStringLiteral("settings"), QStringLiteral("set"), QStringLiteral("connections.idle=%1").arg(30 + i)}).code,
            0);
    QVERIFY(QFile::remove(path("sallyport.db")) && QFile::copy(old, path("sallyport.db")));
    checkIsTold("put back to an older state");
}

void DamageTest::anchor_removed_isToldByEveryCommand()
{
    QVERIFY(QFile::remove(path("audit.anchor")));
    checkIsTold("has lost its anchor");
}

void DamageTest::upkeep_thatFails_isToldByTheDoctorUntilItWorks()
{
    const auto count = [this](const char* kind) {
        return vault({QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("jsonl"), QStringLiteral("--q"),
                      QStringLiteral("kind:") + QLatin1String(kind)})
            .output.count('\n');
    };
    QProcess server;
    QVERIFY(serve(server) != 0);
    // Where its next version would be written: the anchor stays as it was.
    const QString inTheWay = path("audit.anchor.new");
    const auto standInTheWay = [&] {
        QFile::remove(inTheWay); // what a writing has left there
        return QFileInfo(inTheWay).isDir() || QDir().mkdir(inTheWay);
    };
    QTRY_VERIFY(standInTheWay());
    QCOMPARE(vault("settings set connections.idle=20").code, 0);
    QTRY_COMPARE_WITH_TIMEOUT(count("upkeep.failed"), 1, patience);
    QVERIFY(QDir().rmdir(inTheWay));
    QTRY_COMPARE_WITH_TIMEOUT(count("upkeep.recovered"), 1, patience);
    QCOMPARE(doctor(), QByteArray());

    QTRY_VERIFY(standInTheWay());
    QCOMPARE(vault("settings set connections.idle=21").code, 0);
    QTRY_COMPARE_WITH_TIMEOUT(count("upkeep.failed"), 2, patience);
    QCOMPARE(end(server, SIGTERM), 0);
    QVERIFY(QDir().rmdir(inTheWay));
    const QByteArray said = doctor();
    QVERIFY2(said.startsWith("problem  Anchor of the journal has failed since 20") && said.count('\n') == 1, said.constData());

    QProcess again; // and writes it
    QVERIFY(serve(again) != 0);
    QTRY_COMPARE_WITH_TIMEOUT(count("upkeep.recovered"), 2, patience);
    QCOMPARE(end(again, SIGTERM), 0);
    QCOMPARE(doctor(), QByteArray());
}

void DamageTest::damage_accepted_isANoteInVerifyAndReports()
{
    QVERIFY(QFile::remove(path("audit.anchor")));
    QCOMPARE(vault("user list").code, 0);
    QCOMPARE(vault("doctor --accept-damage").code, 2); // with its reason or not at all
    const Outcome accepted = vault({QStringLiteral("doctor"), QStringLiteral("--accept-damage"), QStringLiteral("--why"),
                                    QStringLiteral("moved to a new disk")});
    QVERIFY2(accepted.output.contains("\naccepted the anchor did not fit at event "), accepted.output.constData());
    QCOMPARE(doctor(), QByteArray());
    const Outcome verify = vault("verify");
    QCOMPARE(verify.code, 0);
    QVERIFY2(verify.output.contains("by Command line: moved to a new disk\n"), verify.output.constData());
    const Outcome list = vault("user list");
    QCOMPARE(list.error, QByteArray());
    const Outcome report = vault("export");
    QCOMPARE(report.code, 0);
    QVERIFY2(report.error.startsWith("sallyportd: note: the anchor did not fit"), report.error.constData());
    QCOMPARE(vault("export --format jsonl --q kind:audit.damage_accepted").output.count('\n'), 1);
    QCOMPARE(vault({QStringLiteral("doctor"), QStringLiteral("--accept-damage"), QStringLiteral("--why=again")}).code, 1);
}

void DamageTest::export_ofADamagedJournal_isDamagedOnEveryWay()
{
    QVERIFY(QFile::remove(path("audit.anchor")));
    QCOMPARE(vault("user list").code, 0);
    const QString file = m_root.filePath(QStringLiteral("damaged.csv"));
    for (const QStringList& words :
         {QStringList{QStringLiteral("export")},
          QStringList{QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("jsonl")},
          QStringList{QStringLiteral("export"), QStringLiteral("--since"), QStringLiteral("2026-01-01T00:00:00Z")},
          QStringList{QStringLiteral("export"), QStringLiteral("--output"), file}}) {
        const Outcome outcome = vault(words);
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.error.startsWith("sallyportd: DAMAGED: ") && outcome.error.count('\n') == 1, outcome.error.constData());
        QVERIFY(outcome.output.count('\n') > (words.contains(file) ? 0 : 3)); // written all the same
    }
    QVERIFY(QFile::exists(file));
}

void DamageTest::whatIsMadeFromADamagedJournal_saysSo()
{
    const QString key = fingerprint();
    QCOMPARE(vault("evidence create --since 1d").code, 0);
    QVERIFY(QFile::remove(path("audit.anchor")));
    QCOMPARE(vault("user list").code, 0);
    const auto told = [](const Outcome& outcome) {
        return outcome.code == 3 && outcome.error.startsWith("sallyportd: DAMAGED: ") && outcome.error.count('\n') == 1;
    };
    const Outcome made = vault("evidence create --since 1d --json");
    QVERIFY2(told(made), made.error.constData());
    const QString id = QJsonDocument::fromJson(made.output)[QLatin1String("id")].toString();
    const QString file = m_root.filePath(QStringLiteral("damaged.jsonl"));
    const Outcome saved = vault({QStringLiteral("evidence"), QStringLiteral("export"), id, QStringLiteral("--output"), file});
    QVERIFY2(told(saved), saved.error.constData());
    const Outcome checked = run({QStringLiteral("verify"), QStringLiteral("--pack"), file, QStringLiteral("--fingerprint"), key});
    QVERIFY2(told(checked) && checked.output.startsWith("intact: "), checked.error.constData());
    const Outcome csv = vault("report make configuration --format csv --output -");
    QVERIFY2(told(csv), csv.error.constData());
    QVERIFY(csv.output.contains(",journal_damage\r\n"));
    const Outcome html = vault("report make compliance --format html --output -");
    QVERIFY2(told(html) && html.output.contains("DAMAGED"), html.error.constData());
    const Outcome kept = vault("report make authentication --format jsonl --json");
    QVERIFY2(told(kept), kept.error.constData());
    const Outcome opened = vault(
        {QStringLiteral("report"), QStringLiteral("save"), QJsonDocument::fromJson(kept.output)[QLatin1String("id")].toString()});
    QVERIFY2(told(opened) && opened.output.contains("\"damage\":"), opened.error.constData());
    // What was made of it says so for ever; what is made now doesn't any more.
    QCOMPARE(vault({QStringLiteral("doctor"), QStringLiteral("--accept-damage"), QStringLiteral("--why=new disk")}).code, 0);
    QVERIFY(told(vault({QStringLiteral("evidence"), QStringLiteral("export"), id})));
    QCOMPARE(vault("evidence create --since 1d").code, 0);
    QCOMPARE(vault("report make configuration --format csv --output -").code, 0);
}

void DamageTest::evidence_ofAChangedRow_isMadeAndNamesIt()
{
    const QString key = fingerprint();
    QVERIFY(changeRow());
    for (const bool accepted : {false, true}) {
        const Outcome made = vault("evidence create --json");
        QCOMPARE(made.code, 3);
        QVERIFY2(made.error.startsWith("sallyportd: DAMAGED: ") && made.error.endsWith("that the tree holds: 4\n") &&
                     made.error.count('\n') == 1,
                 made.error.constData());
        const QString id = QJsonDocument::fromJson(made.output)[QLatin1String("id")].toString();
        const QString file = m_root.filePath(QStringLiteral("changed-%1.jsonl").arg(accepted));
        const Outcome saved = vault({QStringLiteral("evidence"), QStringLiteral("export"), id, QStringLiteral("--output"), file});
        QVERIFY2(saved.code == 3 && saved.error.endsWith("that the tree holds: 4\n"), saved.error.constData());
        const QStringList check{QStringLiteral("verify"), QStringLiteral("--pack"), file, QStringLiteral("--fingerprint"), key};
        const Outcome checked = run(check);
        QCOMPARE(checked.code, 3);
        QVERIFY2(checked.output.startsWith("intact: ") && checked.error.endsWith("that the tree holds: 4\n"),
                 checked.error.constData());
        const QJsonObject told = QJsonDocument::fromJson(run(check + QStringList{QStringLiteral("--json")}).output).object();
        QCOMPARE(told[QLatin1String("damaged")], QJsonValue(QStringLiteral("4")));
        QCOMPARE(told[QLatin1String("damage")], QJsonValue(QStringLiteral("changed")));
        if (!accepted)
            QCOMPARE(vault({QStringLiteral("doctor"), QStringLiteral("--accept-damage"), QStringLiteral("--why=known")}).code, 0);
    }
    QCOMPARE(vault("verify").code, 0);
    QCOMPARE(vault("evidence create --q kind:drill.finished").code, 0); // has nothing of it
}

void DamageTest::reports_findDamageThatNobodyHasVerified()
{
    QVERIFY(changeRow());
    const Outcome keys = vault("report make api_keys --format html --output -");
    QCOMPARE(keys.code, 0); // holds nothing of the journal, and nothing is known
    const Outcome made = vault("report make compliance --format html --output -");
    QCOMPARE(made.code, 3);
    QVERIFY2(made.error.startsWith("sallyportd: DAMAGED: "), made.error.constData());
    QVERIFY(made.output.contains("DAMAGED") && made.output.contains("The journal is damaged: changed") &&
            !made.output.contains("has no damage"));
    for (const char* other : {"access_review", "api_keys", "activity", "configuration"}) {
        const Outcome outcome = vault({QStringLiteral("report"), QStringLiteral("make"), QLatin1String(other),
                                       QStringLiteral("--format"), QStringLiteral("html"), QStringLiteral("--output=-")});
        QVERIFY2(outcome.code == 3, other);
        QVERIFY2(outcome.output.contains("DAMAGED") || outcome.output.contains("The chain is broken at event 4: "), other);
    }
    QCOMPARE(vault({QStringLiteral("doctor"), QStringLiteral("--accept-damage"), QStringLiteral("--why=known")}).code, 0);
    const Outcome accepted = vault("report make compliance --format html --output -");
    QCOMPARE(accepted.code, 0);
    QVERIFY(accepted.output.contains("intact but for damage that was accepted"));
}

void DamageTest::anchor_thatCannotBeWritten_isTold()
{
    const QString inTheWay = path("audit.anchor.new");
    QVERIFY(QDir().mkdir(inTheWay));
    QProcess server;
    const std::uint16_t port = serve(server);
    QVERIFY(port != 0);
    const auto status = [&] { return HttpsClient(port).send("GET", "/readyz", {}).status; };
    QTRY_COMPARE_WITH_TIMEOUT(status(), 503, patience);
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += server.readAllStandardError()).contains('\n'), patience);
    QVERIFY2(said.startsWith("sallyportd: Anchor of the journal fails: ") && said.count('\n') == 1, said.constData());
    const Outcome set = vault("settings set connections.idle=21");
    QCOMPARE(set.code, 0);
    QVERIFY2(set.error.contains("could not be anchored"), set.error.constData());
    QVERIFY(QDir().rmdir(inTheWay));
    QTRY_COMPARE_WITH_TIMEOUT(status(), 200, patience);
    QTRY_VERIFY_WITH_TIMEOUT((said += server.readAllStandardError()).contains("Anchor of the journal works again\n"), patience);
    QCOMPARE(end(server, SIGTERM), 0);
}

void DamageTest::anchor_thatCannotBeWritten_isAProblemOfTheDoctor()
{
    QCOMPARE(::mkdir(path("audit.anchor.new").toLocal8Bit().constData(), 0700), 0);
    QVERIFY(vault("settings set connections.idle=21").error.contains("could not be anchored"));
    const QByteArray said = doctor();
    QVERIFY2(said.startsWith("problem  The audit anchor cannot be written") && said.count('\n') == 1, said.constData());
    QVERIFY(QDir().rmdir(path("audit.anchor.new")));
    QCOMPARE(doctor(), QByteArray());
}

void DamageTest::headFileThatIsGone_isNamedUntilAccepted()
{
    QCOMPARE(vault("evidence create --since 1d").code, 0); // signs a head
    QVERIFY(QFile::remove(path("heads.jsonl")));
    const Outcome verify = vault("verify --json");
    QCOMPARE(verify.code, 3);
    QCOMPARE(QJsonDocument::fromJson(verify.output)[QLatin1String("problem")], QJsonValue(QStringLiteral("heads_missing")));
    QVERIFY(QFile::exists(path("heads.jsonl"))); // with what the vault has
    QVERIFY2(doctor().contains("had lost heads.jsonl"), doctor().constData());
    QVERIFY2(vault("user list").error.contains("had lost heads.jsonl"), "every command says it");
    QCOMPARE(vault({QStringLiteral("doctor"), QStringLiteral("--accept-damage"), QStringLiteral("--why=tidied up")}).code, 0);
    QCOMPARE(vault("verify").code, 0);
    QCOMPARE(doctor(), QByteArray());
    QVERIFY(vault("doctor").output.contains("damage of the journal: heads.jsonl was gone, accepted"));
}

void DamageTest::verify_ofADamagedJournal_isOneDocument()
{
    QVERIFY(QFile::remove(path("audit.anchor")));
    const Outcome verify = vault("verify --json");
    QCOMPARE(verify.code, 3);
    const QJsonObject document = QJsonDocument::fromJson(verify.output).object();
    QCOMPARE(document[QLatin1String("intact")], QJsonValue(false));
    QCOMPARE(document[QLatin1String("problem")], QJsonValue(QStringLiteral("anchor_damaged")));
    QVERIFY(document[QLatin1String("first_bad")].toInteger() > 0);
    QVERIFY(vault("verify").output.isEmpty());
    QVERIFY2(doctor().contains("found damaged earlier"), doctor().constData());
    const Outcome period = vault("export --since 2100-01-01T00:00:00Z");
    QCOMPARE(period.code, 3);
    QVERIFY2(period.error.startsWith("sallyportd: DAMAGED: "), period.error.constData());
}

void DamageTest::doctor_byRoot_looksAfterTheOwnersFiles()
{
    if (::geteuid() != 0)
        QSKIP("only root may give files away");
    constexpr uid_t service = 65533;
    const auto give = [](const QString& file, uid_t user) { return ::chown(file.toLocal8Bit().constData(), user, user) == 0; };
    QVERIFY(give(m_directory, service));
    for (const QFileInfo& file : QDir(m_directory).entryInfoList(QDir::Files))
        QVERIFY(give(file.filePath(), service));
    QCOMPARE(doctor(), QByteArray());
    QVERIFY(give(path("sallyport.db"), 0));
    const QByteArray said = doctor();
    QVERIFY2(said.count('\n') == 1 && said.endsWith("sallyport.db belongs to another user\n"), said.constData());
}

/// `faketime` moves the clock on the wall and leaves the steady one. Why it can't be used here; then the test is skipped.
const char* DamageTest::whyNoFaketime(const QString& faketime)
{
    if (faketime.isEmpty())
        return "faketime is not installed";
    return QByteArray(SALLYPORT_SANITIZERS).isEmpty() ? nullptr
                                                      : "a sanitizer wants to be loaded before anything else, faketime too";
}

/// A server whose clock is `by` ahead; true once it listens.
bool DamageTest::serveAhead(QProcess& ahead, const QString& faketime, const char* by)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC"), QStringLiteral("1"));
    ahead.setProcessEnvironment(environment);
    ahead.setChildProcessModifier([] { ::setpgid(0, 0); }); // faketime starts it and passes no signals on
    ahead.start(faketime, QStringList{QStringLiteral("-f"), QString::fromLatin1(by), QStringLiteral(SALLYPORTD),
                                      QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}
                              << base());
    while (!ahead.canReadLine() && ahead.waitForReadyRead(patience)) {
    }
    return ahead.readLine().startsWith("listening on ");
}

bool DamageTest::endAhead(QProcess& ahead, int signal)
{
    if (ahead.processId() <= 0 || ::kill(-static_cast<pid_t>(ahead.processId()), signal) != 0 || !ahead.waitForFinished(patience))
        return false;
    // faketime may end before the server does, which has the database to itself while it closes.
    return signal == SIGKILL || QTest::qWaitFor([this] { return vault("user list").code == 0; }, patience);
}

void DamageTest::clock_farAhead_deletesNothing()
{
    const QString faketime = QStandardPaths::findExecutable(QStringLiteral("faketime"));
    if (const char* why = whyNoFaketime(faketime))
        QSKIP(why);
    const auto events = [this] { return vault("export --format jsonl").output; };
    QProcess first; // so that the vault has seen the time
    QVERIFY(serve(first) != 0);
    QCOMPARE(end(first, SIGTERM), 0);
    const QByteArray before = events();
    QProcess ahead;
    auto stop = qScopeGuard([&] { endAhead(ahead, SIGKILL); });
    QVERIFY(serveAhead(ahead, faketime, "+401d"));
    // More than one: each command has the right clock, and the server finds its own ahead again.
    QTRY_VERIFY_WITH_TIMEOUT(vault("export --format jsonl --q kind:clock.jumped").output.count('\n') >= 1, patience);
    stop.dismiss();
    QVERIFY(endAhead(ahead, SIGTERM));
    const QByteArray after = events();
    QVERIFY2(after.startsWith(before.left(before.indexOf('\n'))), after.left(500).constData());
    QVERIFY(after.count('\n') > before.count('\n'));
    QCOMPARE(vault("export --format jsonl --q kind:audit.events_expired").output, QByteArray());
    QProcess back;
    QVERIFY(serve(back) != 0);
    QCOMPARE(end(back, SIGTERM), 0);
    QVERIFY(vault("export --format jsonl --q kind:clock.trusted").output.count('\n') >= 1);
    QVERIFY(vault("verify").output.startsWith("intact: "));
    QCOMPARE(doctor(), QByteArray());
}

/// A first start under a clock that is far ahead: what it makes counts for nothing once the clock is right.
void DamageTest::whatAWrongClockMade_isMadeAnew()
{
    const QString faketime = QStandardPaths::findExecutable(QStringLiteral("faketime"));
    if (const char* why = whyNoFaketime(faketime))
        QSKIP(why);
    const auto signing = [this] {
        const QJsonDocument keys = QJsonDocument::fromJson(vault("token keys --json").output);
        return QDateTime::fromString(keys[QLatin1String("data")][0][QLatin1String("created_at")].toString(), Qt::ISODate);
    };
    const QDateTime soon = signing().addDays(1); // the vault was made just now
    QVERIFY(soon.isValid());
    QProcess ahead;
    auto stop = qScopeGuard([&] { endAhead(ahead, SIGKILL); });
    QVERIFY(serveAhead(ahead, faketime, "+2000d"));
    QTRY_VERIFY_WITH_TIMEOUT(signing() > soon, patience);
    stop.dismiss();
    QVERIFY(endAhead(ahead, SIGTERM));
    const QByteArray said = doctor();
    QVERIFY2(said.contains("the certificate is not valid before 20"), said.constData());
    QProcess back;
    QVERIFY(serve(back) != 0);
    QTRY_VERIFY_WITH_TIMEOUT(signing() <= soon, patience);
    QCOMPARE(end(back, SIGTERM), 0);
    QCOMPARE(doctor(), QByteArray());
    QCOMPARE(vault("export --format jsonl --q kind:server.certificate_created").output.count('\n'), 2);
}

void DamageTest::firstPage_damaged_isOneLine()
{
    QFile database(path("sallyport.db"));
    QVERIFY(database.open(QIODevice::ReadWrite) && database.seek(20));
    const QByteArray before = database.read(4);
    QVERIFY(database.seek(20) && database.write(QByteArray(4, static_cast<char>(~before.at(0)))) == 4);
    database.close();
    const Outcome list = vault("user list");
    QCOMPARE(list.code, 1);
    QVERIFY2(list.error.count('\n') == 1 && list.error.startsWith("sallyportd: the database is damaged"), list.error.constData());
}

void DamageTest::export_toAFileThatIsThere_isRefused()
{
    const QString there = write(QStringLiteral("there.csv"), "mine");
    const QString link = m_root.filePath(QStringLiteral("link.csv"));
    QVERIFY(QFile::link(m_root.filePath(QStringLiteral("nowhere.csv")), link));
    for (const QString& target : {there, link}) {
        const Outcome refused = vault({QStringLiteral("export"), QStringLiteral("--output"), target});
        QCOMPARE(refused.code, 1);
        QCOMPARE(refused.error, QByteArray("sallyportd: " + target.toLocal8Bit() + " exists already; --force replaces it\n"));
    }
    QFile file(there);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("mine\n"));
    QVERIFY(!QFile::exists(m_root.filePath(QStringLiteral("nowhere.csv"))));
    const Outcome forced = vault({QStringLiteral("export"), QStringLiteral("--force"), QStringLiteral("--output"), there});
    QCOMPARE(forced.error, QByteArray());
    QCOMPARE(forced.code, 0);
    // What is no file keeps its place: as root a report would stand where /dev/null was.
    const QString pipe = m_root.filePath(QStringLiteral("pipe"));
    QCOMPARE(::mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
    const Outcome onPipe = vault({QStringLiteral("export"), QStringLiteral("--force"), QStringLiteral("--output"), pipe});
    QCOMPARE(onPipe.code, 1);
    QVERIFY2(onPipe.error.contains("is not a file"), onPipe.error.constData());
    struct stat now = {};
    QVERIFY(::stat(pipe.toLocal8Bit().constData(), &now) == 0 && S_ISFIFO(now.st_mode));
    struct stat info {};
    QCOMPARE(::stat(there.toLocal8Bit().constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777u, 0600u);
    QVERIFY(info.st_size > 100);
}

SALLYPORT_GUILESS_TEST(DamageTest)

} // namespace tst_damage
#include "tst_damage.moc"
