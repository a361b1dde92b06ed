#include "backend/base/encoding.h"
#include "backend/base/strict_json.h"
#include "backend/identity/factors/totp.h"
#include "tests/daemon/daemon_case.h"
#include "tests/daemon/lines_about_access.h"
#include "tests/daemon/lines_about_evidence.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QDir>
#include <QFile>
#include <QSet>

#include <csignal>

#include <sys/stat.h>

namespace tst_command_line {

using namespace sallyport;
using namespace sallyport::test;

/// What holds for every command of `sallyportd`: its words, its help, its JSON, and output that is lost. The commands are those
/// that the program itself lists.
class CommandLineTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommand_refusesASurplusWord();
    void everyCommand_refusesAMissingOperand();
    void everyCommand_refusesAMissingOption();
    void everyCommand_hasHelpInThreeWays();
    void help_ofWordsThatAreNone_exits2();
    void everyCommand_withJson_printsOneDocument();
    void init_thatCantShowTheRecoveryKey_leavesNothing();
    void secret_thatCantBeShown_isTakenBack();
    void output_thatIsLost_isAFailure();
    void userAgent_withControls_isEscaped();
    void secretFile_ofAnyEditor_opensTheVault_data();
    void secretFile_ofAnyEditor_opensTheVault();
    void secretFile_inUtf16_isRefused();
    void openModes_areClosedAndTold();

private:
    struct Command {
        QStringList name, operands, needed;
        bool takesMany = false;
    };

    static QStringList words(const QString& text) { return text.split(QLatin1Char(' '), Qt::SkipEmptyParts); }
    static QByteArray firstLine(const QByteArray& text) { return text.left(text.indexOf('\n')); }
    Outcome lost(const QStringList& command, const QString& target = QStringLiteral("/dev/full"));
    boost::json::value json(const QStringList& command, int code = 0);
    boost::json::value jsonAgain(const QString& command);
    void note(const QStringList& command);
    QStringList minimal(const Command& command) const;

    QList<Command> m_commands;
    QSet<QString> m_seen;
};

/// Name, operands and needed options, as the help says them.
void CommandLineTest::initTestCase()
{
    makeVault();
    for (const QByteArray& line : run({QStringLiteral("help")}).output.split('\n')) {
        if (!line.startsWith("  "))
            continue;
        Command command;
        const QString text = QString::fromUtf8(line).trimmed();
        command.name = words(text.left(text.indexOf(QStringLiteral("  "))));
        const QByteArray help = run(QStringList{QStringLiteral("help")} + command.name).output;
        command.operands = words(QString::fromUtf8(firstLine(help)).section(QStringLiteral("[OPTIONS]"), 1));
        command.takesMany = command.operands.value(0).endsWith(QStringLiteral("..."));
        for (const QByteArray& option : help.split('\n')) {
            if (option.startsWith("  --") && option.endsWith("(needed)"))
                command.needed += QString::fromUtf8(option).trimmed().section(QLatin1Char(' '), 0, 0);
        }
        m_commands += command;
    }
    QVERIFY(m_commands.size() > 50);
}

/// The command with just what it must have.
QStringList CommandLineTest::minimal(const Command& command) const
{
    QStringList line = command.name;
    for (const QString& option : command.needed)
        line << option << QStringLiteral("x");
    return line + QStringList(command.operands.size(), QStringLiteral("word"));
}

void CommandLineTest::everyCommand_refusesASurplusWord()
{
    for (const Command& command : std::as_const(m_commands)) {
        if (command.takesMany)
            continue;
        const Outcome outcome = run(minimal(command) << QStringLiteral("surplus"));
        QVERIFY2(outcome.code == 2, qPrintable(command.name.join(QLatin1Char(' ')) + QString::fromUtf8(outcome.error)));
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.contains("'surplus'"), outcome.error.constData());
        QCOMPARE(run(minimal(command) << QStringLiteral("-s")).code, 2);
        QCOMPARE(run(minimal(command) << QStringLiteral("--surplus")).code, 2);
    }
}

void CommandLineTest::everyCommand_refusesAMissingOperand()
{
    for (const Command& command : std::as_const(m_commands)) {
        if (command.operands.isEmpty())
            continue;
        QStringList line = minimal(command);
        line.removeLast();
        const Outcome outcome = run(line);
        QVERIFY2(outcome.code == 2 && outcome.error.count('\n') == 1 && outcome.output.isEmpty(),
                 qPrintable(line.join(QLatin1Char(' '))));
        QVERIFY2(outcome.error.contains("is missing"), outcome.error.constData());
    }
}

void CommandLineTest::everyCommand_refusesAMissingOption()
{
    for (const Command& command : std::as_const(m_commands)) {
        for (const QString& option : command.needed) {
            QStringList line = minimal(command);
            line.remove(line.indexOf(option), 2);
            const Outcome outcome = run(line);
            QVERIFY2(outcome.code == 2 && outcome.output.isEmpty(), qPrintable(line.join(QLatin1Char(' '))));
            QVERIFY2(outcome.error.contains(QByteArray(option.toUtf8() + " is missing")), outcome.error.constData());
        }
        // A secret that could be typed, but there is no terminal. The doctor looks at less without one; expressions need no
        // vault.
        if (command.name == QStringList{QStringLiteral("doctor")} || command.name == words(QStringLiteral("policy evaluate")) ||
            command.name == QStringList{QStringLiteral("merkle")})
            continue;
        const QStringList more = command.name.join(QLatin1Char(' ')) == QStringLiteral("user bulk")
                                     ? QStringList{QStringLiteral("disable")}
                                     : QStringList(command.operands.size(), QStringLiteral("a=1/2"));
        QStringList line = command.name;
        for (const QString& option : command.needed)
            line << option << QStringLiteral("x");
        const Outcome outcome = run(line + more);
        // Some say first what else is wrong with these words; none goes on.
        QVERIFY2(outcome.code == 2 || outcome.code == 1, qPrintable(line.join(QLatin1Char(' '))));
        QCOMPARE(outcome.output, QByteArray());
        QVERIFY2(outcome.code == 2 || !outcome.error.contains("is missing"), outcome.error.constData());
    }
    QCOMPARE(run({QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--data-dir"), m_directory}).code, 2);
}

void CommandLineTest::everyCommand_hasHelpInThreeWays()
{
    QSet<QString> groups;
    for (const Command& command : std::as_const(m_commands)) {
        const Outcome help = run(QStringList{QStringLiteral("help")} + command.name);
        QCOMPARE(help.code, 0);
        QCOMPARE(help.error, QByteArray());
        QVERIFY2(help.output.startsWith(
                     QByteArray("Usage: sallyportd " + command.name.join(QLatin1Char(' ')).toUtf8() + " [OPTIONS]")),
                 help.output.constData());
        QVERIFY(help.output.contains("\n  --json "));
        for (const char* word : {"-h", "--help"})
            QCOMPARE(run(command.name + QStringList{QString::fromLatin1(word)}).output, help.output);
        QCOMPARE(run(minimal(command) + QStringList{QStringLiteral("-h")}).output, help.output);
        if (command.name.size() > 1)
            groups.insert(command.name.first());
    }
    for (const QString& group : std::as_const(groups)) {
        const Outcome help = run({QStringLiteral("help"), group});
        QCOMPARE(help.code, 0);
        QCOMPARE(run({group, QStringLiteral("-h")}).output, help.output);
        QCOMPARE(run({group, QStringLiteral("--help")}).output, help.output);
    }
    const QByteArray all = run({QStringLiteral("help")}).output;
    for (const char* word : {"-h", "--help"})
        QCOMPARE(run({QString::fromLatin1(word)}).output, all);
    QCOMPARE(lost({QStringLiteral("help")}).code, 1);
}

void CommandLineTest::help_ofWordsThatAreNone_exits2()
{
    for (const char* line : {"help nonsense", "help user nonsense", "help user list more", "nonsense -h", "user nonsense -h",
                             "user", "--version more", "user list -- --help"}) {
        const Outcome outcome = run(words(QString::fromLatin1(line)));
        QVERIFY2(outcome.code == 2 && outcome.output.isEmpty() && outcome.error.count('\n') == 1, line);
    }
}

/// The command's standard output goes where nothing can be written.
DaemonCase::Outcome CommandLineTest::lost(const QStringList& command, const QString& target)
{
    QProcess process;
    process.setStandardOutputFile(target, QIODevice::Append);
    process.start(QStringLiteral(SALLYPORTD), command);
    process.closeWriteChannel();
    if (!process.waitForFinished(patience))
        return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, {}, process.readAllStandardError()};
}

void CommandLineTest::note(const QStringList& command)
{
    for (const Command& one : std::as_const(m_commands)) {
        if (command.mid(0, one.name.size()) == one.name)
            m_seen.insert(one.name.join(QLatin1Char(' ')));
    }
}

/// One JSON document on one line, without anything that speaks to a terminal.
boost::json::value CommandLineTest::json(const QStringList& command, int code)
{
    note(command);
    QStringList line = command;
    line << QStringLiteral("--json");
    if (!command.contains(QStringLiteral("--data-dir")))
        line += base();
    const Outcome outcome = run(line);
    const QByteArray told = command.join(QLatin1Char(' ')).toUtf8() + ": " + outcome.output + outcome.error;
    [&] { QVERIFY2(outcome.code == code, told.constData()); }();
    if (code != 0 && outcome.output.isEmpty())
        return nullptr;
    [&] { QVERIFY2(outcome.output.endsWith('\n') && outcome.output.count('\n') == 1, told.constData()); }();
    auto parsed = parseStrictJson(outcome.output.trimmed().toStdString(), 1 << 20);
    [&] { QVERIFY2(parsed && parsed->is_object(), told.constData()); }();
    return parsed ? *parsed : boost::json::value();
}

/// The same of a command that can be given twice: the second time, nobody hears it.
boost::json::value CommandLineTest::jsonAgain(const QString& command)
{
    boost::json::value document = json(words(command));
    const boost::json::object* const members = document.if_object();
    const boost::json::value* const list =
        members != nullptr ? members->if_contains(members->contains("hits") ? "hits" : "data") : nullptr;
    const bool isEmpty = list != nullptr && list->as_array().empty(); // in plain text nothing, which can't be lost
    for (const QStringList& form : {QStringList(), QStringList{QStringLiteral("--json")}}) {
        if (form.isEmpty() && isEmpty)
            continue;
        const Outcome outcome = lost(words(command) + form + base());
        const QByteArray told = command.toUtf8() + ": " + outcome.error;
        [&] { QVERIFY2(outcome.code == 1 && outcome.error.contains("standard output cannot be written"), told.constData()); }();
    }
    return document;
}

void CommandLineTest::everyCommand_withJson_printsOneDocument()
{
    m_seen.clear();
    const auto text = [](const boost::json::value& document, const char* pointer) {
        boost::system::error_code failure;
        const boost::json::value* found = document.find_pointer(pointer, failure);
        return found != nullptr && found->is_string() ? QString::fromStdString(boost::json::value_to<std::string>(*found))
                                                      : QString();
    };
    const QString other = m_root.filePath(QStringLiteral("another"));
    const QString init =
        QStringLiteral("init --admin-email eve@b.example --admin-password-file %1 --data-dir %2 --passphrase-file %3")
            .arg(m_password, other, m_passphrase);
    QVERIFY(text(json(words(init)), "/recovery_key").startsWith(QStringLiteral("SRK1-")));

    QProcess server;
    server.start(QStringLiteral(SALLYPORTD), words(QStringLiteral("serve --json --listen 127.0.0.1:0")) + base());
    while (!server.canReadLine() && server.waitForReadyRead(patience)) {
    }
    const boost::json::value listening = boost::json::parse(server.readLine().toStdString());
    QVERIFY(text(listening, "/listening").startsWith(QStringLiteral("https://127.0.0.1:")));
    QCOMPARE(end(server, SIGTERM), 0);
    note({QStringLiteral("serve")});

    const QString signIn = QStringLiteral("token --email ada@sallyport.example --password-file ") + m_password;
    const QString token = write(QStringLiteral("token"), text(jsonAgain(signIn), "/token").toUtf8());
    QCOMPARE(text(jsonAgain(QStringLiteral("token check --token-file ") + token), "/user"),
             QStringLiteral("ada@sallyport.example"));
    QVERIFY(!text(jsonAgain(QStringLiteral("session list")), "/data/0/id").isEmpty());
    json(words(QStringLiteral("token revoke --token-file ") + token));
    QCOMPARE(text(jsonAgain(QStringLiteral("token keys")), "/data/0/algorithm").isEmpty(), false);
    jsonAgain(QStringLiteral("token rotate-key"));
    (void) run(words(signIn) + base());
    json(words(QStringLiteral("session end ") + text(json(words(QStringLiteral("session list"))), "/data/0/id")));
    jsonAgain(QStringLiteral("session end-all"));

    const QString who = QStringLiteral("json@b.example");
    const boost::json::value added = json({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--email"), who,
                                           QStringLiteral("--name"), QStringLiteral("Json \"Q\"")});
    QVERIFY(!text(added, "/invitation").isEmpty());
    QCOMPARE(text(added, "/name"), QStringLiteral("Json \"Q\""));
    QVERIFY(jsonAgain(QStringLiteral("user list")).at("data").as_array().size() >= 2);
    QVERIFY(jsonAgain(QStringLiteral("user list --q nobody-at-all")).at("data").as_array().empty());
    QVERIFY(jsonAgain(QStringLiteral("user show ") + who).at("age").is_null());
    QCOMPARE(jsonAgain(QStringLiteral("user change %1 --age 44").arg(who)).at("age").as_int64(), 44);
    QCOMPARE(text(jsonAgain(QStringLiteral("user set-roles %1 viewer,editor").arg(who)), "/roles/0").isEmpty(), false);
    for (const char* action : {"disable", "enable", "unlock", "revoke-sessions", "permissions", "notices"})
        jsonAgain(QStringLiteral("user %1 %2").arg(QString::fromLatin1(action), who));
    QVERIFY(!text(jsonAgain(QStringLiteral("user reset-password ") + who), "/reset").isEmpty());
    jsonAgain(QStringLiteral("user bulk unlock --from ") + write(QStringLiteral("bulk"), who.toUtf8()));
    jsonAgain(QStringLiteral("user import --dry-run ") + write(QStringLiteral("people.csv"), "name,email\nIda,ida@b.example"));
    for (const char* command : {"list", "create nurse --permissions records:read", "change nurse --inherits viewer", "show nurse",
                                "change nurse --permissions users:read --dry-run", "delete nurse --dry-run",
                                "give nurse json@b.example --until 12h", "take nurse json@b.example", "delete nurse"})
        json(words(QStringLiteral("role ") + QString::fromLatin1(command)));
    jsonAgain(QStringLiteral("mfa coverage"));
    jsonAgain(QStringLiteral("mfa missing"));
    const QString secret = text(jsonAgain(QStringLiteral("mfa enrol ") + who), "/key");
    QVERIFY(!secret.isEmpty());
    const QString url = text(json(words(QStringLiteral("mfa enrol ") + who)), "/url");
    const auto key = fromBase32(url.section(QStringLiteral("secret="), 1).section(QLatin1Char('&'), 0, 0).toStdString());
    QVERIFY(key.has_value());
    SystemClock clock;
    const auto code = identity::hotp(*key, static_cast<std::uint64_t>(identity::totpStep(clock.now())));
    QVERIFY(code.has_value());
    const boost::json::value codes = json(words(QStringLiteral("mfa confirm %1 --code-file %2")
                                                    .arg(who, write(QStringLiteral("code"), QByteArray::fromStdString(*code)))));
    QCOMPARE(codes.at("recovery_codes").as_array().size(), std::size_t{10});
    jsonAgain(QStringLiteral("mfa devices ") + who);
    json(words(QStringLiteral("user reset-mfa ") + who));
    json(words(QStringLiteral("mfa forget-device 01M8JJTDYS6GS6E31XH8HWAX0E")), 1);
    jsonAgain(QStringLiteral("passkey list ") + who);
    json(words(QStringLiteral("passkey remove 01M8JJTDYS6GS6E31XH8HWAX0E")), 1);

    QCOMPARE(text(json(words(QStringLiteral("service-account add --name Runner"))), "/status"), QStringLiteral("active"));
    QCOMPARE(jsonAgain(QStringLiteral("service-account list")).at("data").as_array().size(), std::size_t{1});
    jsonAgain(QStringLiteral("service-account disable Runner"));
    jsonAgain(QStringLiteral("service-account enable Runner"));
    jsonAgain(QStringLiteral("service-account set-roles Runner viewer"));
    const QString prefix =
        text(jsonAgain(QStringLiteral("key create --name CI --owner Runner --scopes users:read --expires-in 1d")), "/prefix");
    QVERIFY(!text(jsonAgain(QStringLiteral("key rotate ") + prefix), "/key").isEmpty());
    QVERIFY(jsonAgain(QStringLiteral("key list")).at("data").as_array().size() >= 3);
    QCOMPARE(text(jsonAgain(QStringLiteral("key show ") + prefix), "/owner"), QStringLiteral("Runner"));
    jsonAgain(QStringLiteral("key change %1 --rate 60/60").arg(prefix));
    QCOMPARE(jsonAgain(QStringLiteral("key scan ") + m_passphrase).at("found").as_int64(), 0);
    const auto nowhere = json(words(QStringLiteral("key scan /nowhere/at/all ") + m_passphrase), 4);
    QCOMPARE(nowhere.at("failed_count").as_int64(), 1);
    QCOMPARE(text(nowhere, "/not_searched/0/place"), QStringLiteral("/nowhere/at/all"));
    json(words(QStringLiteral("key revoke ") + prefix));
    json(words(QStringLiteral("service-account delete Runner")));

    json(words(QStringLiteral("provider add --name idp --title Idp --issuer https://idp.example --client-id abc "
                              "--client-secret-file %1")
                   .arg(write(QStringLiteral("client-secret"), "a-client-secret"))));
    QCOMPARE(text(jsonAgain(QStringLiteral("provider list")), "/data/0/issuer"), QStringLiteral("https://idp.example"));
    jsonAgain(QStringLiteral("provider change idp --title Other"));
    jsonAgain(QStringLiteral("provider change idp --rules a\\=b=x\\:y\\,z:viewer,memberOf=cn=ops,ou=groups:editor"));
    json(words(QStringLiteral("provider change idp --rules groups=staff")), 2);
    jsonAgain(QStringLiteral("provider disable idp"));
    jsonAgain(QStringLiteral("provider enable idp"));
    json(words(QStringLiteral("provider test idp")), 1); // nobody is there
    const QString link = text(json(words(QStringLiteral("provider link idp subject-1 ") + who)), "/id");
    QCOMPARE(text(jsonAgain(QStringLiteral("provider links")), "/data/0/subject"), QStringLiteral("subject-1"));
    json(words(QStringLiteral("provider unlink ") + link));
    json(words(QStringLiteral("provider delete idp")));

    QVERIFY(!text(jsonAgain(QStringLiteral("passwords generate")), "/password").isEmpty());
    QCOMPARE(jsonAgain(QStringLiteral("passwords check --password-file ") + m_password).at("score").as_int64(), 4);
    json(words(QStringLiteral("passwords measure --target 20")));
    jsonAgain(QStringLiteral("signature explain ") +
              write(QStringLiteral("request"), "GET /api/signed HTTP/1.1\nHost: a.example\n"));
    QCOMPARE(text(jsonAgain(QStringLiteral("settings get server.port server.port")), "/server.port"), QStringLiteral("8443"));
    jsonAgain(QStringLiteral("settings list"));
    jsonAgain(QStringLiteral("settings set connections.idle=20 connections.idle=20"));
    jsonAgain(QStringLiteral("limit get"));
    jsonAgain(QStringLiteral("limit set api_read 5000/3600"));
    QVERIFY(jsonAgain(QStringLiteral("verify")).at("intact").as_bool());
    askAboutCopies([this](const QStringList& line, int exits) { return json(line, exits); }, m_root.path());
    const Outcome doctor = run(words(QStringLiteral("doctor --json")) + base()); // a machine may have its problems
    QVERIFY(boost::json::parse(doctor.output.toStdString()).at("checks").as_array().size() > 5);
    QCOMPARE(lost(words(QStringLiteral("doctor")) + base()).code, 1);
    note({QStringLiteral("doctor")});
    askAboutExpressions([this](const QStringList& line, const QByteArray& input) { return run(line, input).output; });
    note(words(QStringLiteral("policy evaluate")));
    askAboutEvidence([this](const QStringList& line) { return json(line); },
                     [this](const QStringList& line) { return note(line), run(line).output; },
                     m_root.filePath(QStringLiteral("pack")));
    askAboutLaterRooms([this](const QStringList& line, int exits) { return json(line, exits); });
    askAboutAccess([this](const QStringList& line) { return json(line); },
                   [this](const QStringList& line) { return note(line), run(line + base()).output; });
    // Files: with --json they come as JSON, an event a line.
    const Outcome users = run(words(QStringLiteral("user export --json")) + base());
    QVERIFY(boost::json::parse(users.output.toStdString()).at("data").as_array().size() >= 2);
    QCOMPARE(run(words(QStringLiteral("user export --json --format csv")) + base()).code, 2);
    note(words(QStringLiteral("user export")));
    const Outcome events = run(words(QStringLiteral("export --json")) + base());
    for (const QByteArray& line : events.output.trimmed().split('\n'))
        QVERIFY2(boost::json::parse(line.toStdString()).is_object(), line.constData());
    QCOMPARE(run(words(QStringLiteral("export --json --format pdf")) + base()).code, 2);
    const QString saved = QStringLiteral("export --output ") + m_root.filePath(QStringLiteral("events.csv"));
    QVERIFY(json(words(saved)).at("intact").as_bool());
    for (const char* line : {"export", "export --format jsonl", "user export", "user export --format json"})
        QCOMPARE(lost(words(QString::fromLatin1(line)) + base()).code, 1);
    json(words(QStringLiteral("user delete ") + who));

    for (const Command& command : std::as_const(m_commands))
        QVERIFY2(m_seen.contains(command.name.join(QLatin1Char(' '))), qPrintable(command.name.join(QLatin1Char(' '))));
}

void CommandLineTest::init_thatCantShowTheRecoveryKey_leavesNothing()
{
    const QString fresh = m_root.filePath(QStringLiteral("fresh"));
    const auto init = [&](const QString& form) {
        return words(
            QStringLiteral("init %1 --admin-email eve@b.example --admin-password-file %2 --data-dir %3 --passphrase-file %4")
                .arg(form, m_password, fresh, m_passphrase));
    };
    for (const QString& form : {QString(), QStringLiteral("--json")}) {
        const Outcome outcome = lost(init(form));
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.error.contains("no vault was made") && outcome.error.count('\n') == 1, outcome.error.constData());
        QVERIFY(!QDir(fresh).exists());
    }
    // In a directory that was there, that stays, empty.
    QVERIFY(QDir().mkdir(fresh));
    QVERIFY(::chmod(fresh.toLocal8Bit().constData(), 0700) == 0);
    QCOMPARE(lost(init({})).code, 1);
    QCOMPARE(QDir(fresh).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot), QStringList());
    QCOMPARE(run(init({})).code, 0);
}

void CommandLineTest::secret_thatCantBeShown_isTakenBack()
{
    const auto told = [&](const QString& command, const char* what) {
        const Outcome outcome = lost(words(command) + base());
        QVERIFY2(outcome.code == 1 && outcome.error.contains(what), outcome.error.constData());
    };
    told(QStringLiteral("user add --email gone@b.example --name Gone"), "the user was not added");
    QCOMPARE(vault("user list --q gone@b.example").output, QByteArray());
    QCOMPARE(vault("service-account add --name Lost").code, 0);
    told(QStringLiteral("key create --name CI --owner Lost --scopes users:read"), "has been revoked");
    QCOMPARE(vault("key list --q Lost --filter usable").output, QByteArray());
    QVERIFY(vault("key list --q Lost --filter ended").output.contains("\trevoked\t"));
    const QByteArray made = vault("key create --name CI --owner Lost --scopes users:read").output;
    told(QStringLiteral("key rotate ") + QString::fromUtf8(made.left(made.indexOf('\t'))), "again for another one");
    QCOMPARE(vault("session end-all").code, 0);
    told(QStringLiteral("token --email ada@sallyport.example --password-file ") + m_password, "its session has ended");
    QCOMPARE(vault("session list").output, QByteArray());
    told(QStringLiteral("user reset-password ada@sallyport.example"), "makes another one");
    told(QStringLiteral("mfa enrol ada@sallyport.example"), "counts for nothing");
    const QByteArray url = vault("mfa enrol ada@sallyport.example").output;
    const qsizetype at = url.indexOf("secret=") + 7;
    const auto key = fromBase32(url.mid(at, url.indexOf('&', at) - at).toStdString());
    QVERIFY(key.has_value());
    SystemClock clock;
    const auto code = identity::hotp(*key, static_cast<std::uint64_t>(identity::totpStep(clock.now())));
    told(QStringLiteral("mfa confirm ada@sallyport.example --code-file ") +
             write(QStringLiteral("once"), QByteArray::fromStdString(*code)),
         "the authenticator app is not set up");
    QVERIFY(vault("user list --q ada").output.contains("\tno-mfa\t"));
}

void CommandLineTest::output_thatIsLost_isAFailure()
{
    // Closed, as by `>&-`; a descriptor that the vault's files must not get in its place.
    const auto shell = [&](const char* redirections, const QStringList& command) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("LD_PRELOAD")); // a faked clock opens descriptors of its own in their place
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral("sh"),
                      QStringList{QStringLiteral("-c"), QStringLiteral("exec \"$0\" \"$@\" ") + QString::fromLatin1(redirections),
                                  QStringLiteral(SALLYPORTD)} +
                          command + base());
        process.waitForFinished(patience);
        return Outcome{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                       process.readAllStandardError()};
    };
    const Outcome closed = shell(">&-", words(QStringLiteral("user list")));
    QCOMPARE(closed.code, 1);
    QVERIFY2(closed.error.contains("standard output cannot be written"), closed.error.constData());
    QCOMPARE(shell(">&- 2>&-", words(QStringLiteral("user list"))).code, 1);
    QCOMPARE(shell("<&- 2>&-", words(QStringLiteral("user list"))).code, 0);
    const Outcome silent = shell("<&- >&- 2>&-", words(QStringLiteral("serve --listen 127.0.0.1:0")));
    QCOMPARE(silent.code, 1);
    for (const QString& file : QDir(m_directory).entryList(QDir::Files)) {
        QFile content(m_directory + QLatin1Char('/') + file);
        QVERIFY(content.open(QIODevice::ReadOnly));
        const QByteArray bytes = content.readAll();
        QVERIFY2(!bytes.contains("listening on https") && !bytes.contains("sallyportd: "), qPrintable(file));
    }
    // Nothing to read where the passphrase should come from.
    QProcess process;
    process.start(QStringLiteral("sh"),
                  {QStringLiteral("-c"), QStringLiteral("exec \"$0\" \"$@\" <&-"), QStringLiteral(SALLYPORTD),
                   QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--data-dir"), m_directory,
                   QStringLiteral("--passphrase-file"), QStringLiteral("-")});
    QVERIFY(process.waitForFinished(patience));
    QCOMPARE(process.exitCode(), 1);
    QCOMPARE(process.readAllStandardError().count('\n'), 1);
    // What the system doesn't give.
    const auto limited = [&](const char* limit, const QStringList& command) {
        QProcess starved;
        starved.start(QStringLiteral("bash"),
                      QStringList{QStringLiteral("-c"),
                                  QStringLiteral("ulimit %1; exec timeout 60 \"$0\" \"$@\"").arg(QString::fromLatin1(limit)),
                                  QStringLiteral(SALLYPORTD)} +
                          command + base());
        starved.waitForFinished(2 * patience);
        return Outcome{starved.exitStatus() == QProcess::NormalExit ? starved.exitCode() : -1, starved.readAllStandardOutput(),
                       starved.readAllStandardError()};
    };
    const QStringList serving = words(QStringLiteral("serve --listen 127.0.0.1:0"));
    for (const auto& [limit, command] :
         {std::pair("-n 16", serving), std::pair("-v 150000", serving), std::pair("-v 90000", words(QStringLiteral("user list"))),
          std::pair("-f 1", words(QStringLiteral("settings set connections.idle=31")))}) {
        if (!QByteArray(SALLYPORT_SANITIZERS).isEmpty() && QByteArray(limit).startsWith("-v"))
            continue; // their shadow memory is larger
        const Outcome outcome = limited(limit, command);
        const QByteArray text =
            QByteArray(limit) + ": " + QByteArray::number(outcome.code) + " " + outcome.output + outcome.error;
        QVERIFY2(outcome.code == 1 && outcome.output.isEmpty(), text.constData());
        QVERIFY2(!outcome.error.isEmpty(), text.constData());
    }
    QVERIFY(vault("verify --deep").output.startsWith("intact: "));
}

void CommandLineTest::userAgent_withControls_isEscaped()
{
    QProcess server;
    const std::uint16_t port = serve(server);
    HttpsClient client(port);
    const boost::json::value body{{"email", "ada@sallyport.example"}, {"password", adminPassword}};
    const std::string agent = "Evil \xc2\x9b"
                              "31m \xe2\x80\xae reversed \xe2\x80\x8b";
    QCOMPARE(client
                 .send("POST", "/api/auth/login", {{"Content-Type", "application/json"}, {"User-Agent", agent}},
                       boost::json::serialize(body))
                 .status,
             200);
    const QByteArray shown = "Evil \\u009b31m \\u202e reversed \\u200b";
    QVERIFY(vault("session list").output.contains(shown));
    QVERIFY(vault("session list --json").output.contains(shown));
    QVERIFY(vault("export --q kind:auth.login").output.contains(shown));
    QVERIFY(vault("export --json").output.contains(shown));
    for (const char* command :
         {"session list", "session list --json", "export", "export --json", "user notices ada@sallyport.example"}) {
        const QByteArray output = vault(command).output;
        for (const char* raw : {"\xc2\x9b", "\xe2\x80\xae", "\xe2\x80\x8b"})
            QVERIFY2(!output.contains(raw), command);
    }
    QCOMPARE(end(server, SIGTERM), 0);
}

void CommandLineTest::secretFile_ofAnyEditor_opensTheVault_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("LF") << QByteArray() << QByteArray("\n");
    QTest::newRow("CR LF") << QByteArray() << QByteArray("\r\n");
    QTest::newRow("BOM") << QByteArray("\xef\xbb\xbf") << QByteArray();
    QTest::newRow("BOM and CR LF") << QByteArray("\xef\xbb\xbf") << QByteArray("\r\nmore\r\n");
}

void CommandLineTest::secretFile_ofAnyEditor_opensTheVault()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QByteArray bytes = before + vaultPassphrase + after;
    QFile file(m_root.filePath(QStringLiteral("edited")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const QStringList command =
        words(QStringLiteral("settings get connections.total --data-dir %1 --passphrase-file").arg(m_directory));
    QCOMPARE(run(command + QStringList{file.fileName()}).output, QByteArray("connections.total=10000\n"));
    QCOMPARE(run(command + QStringList{QStringLiteral("-")}, bytes).output, QByteArray("connections.total=10000\n"));
}

void CommandLineTest::secretFile_inUtf16_isRefused()
{
    const QString text = QString::fromLatin1(vaultPassphrase);
    QByteArray wide = "\xff\xfe";
    for (const QChar c : text)
        wide.append(c.toLatin1()).append('\0');
    const Outcome outcome = run(words(QStringLiteral("user list --data-dir %1 --passphrase-file -").arg(m_directory)), wide);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.error.count('\n') == 1 && outcome.error.contains("UTF-16"), outcome.error.constData());
    QVERIFY(!outcome.error.contains("passphrase for checks"));
}

void CommandLineTest::openModes_areClosedAndTold()
{
    const QByteArray keyring = (m_directory + QStringLiteral("/keyring.json")).toLocal8Bit();
    QVERIFY(::chmod(m_directory.toLocal8Bit().constData(), 0777) == 0 && ::chmod(keyring.constData(), 0666) == 0);
    QProcess server;
    QVERIFY(serve(server) != 0);
    QCOMPARE(end(server, SIGTERM), 0);
    const QByteArray said = server.readAllStandardError();
    QVERIFY2(said.count('\n') == 1 && said.contains("(mode 0777)") && said.contains("keyring.json (mode 0666)"),
             said.constData());
    struct stat info {};
    QVERIFY(::stat(m_directory.toLocal8Bit().constData(), &info) == 0 && (info.st_mode & 0777u) == 0700u);
    QVERIFY(::stat(keyring.constData(), &info) == 0 && (info.st_mode & 0777u) == 0600u);
    QCOMPARE(vault("user list").error, QByteArray());
}

SALLYPORT_GUILESS_TEST(CommandLineTest)

} // namespace tst_command_line
#include "tst_command_line.moc"
