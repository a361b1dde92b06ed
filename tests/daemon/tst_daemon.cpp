#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <csignal>

namespace tst_daemon {

using namespace sallyport::test;

/// `sallyportd` as its users see it: arguments in, lines and exit codes out.
class DaemonTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { makeVault(Unlocking::AsMade); }
    void usage_wrong_exits2WithOneLine_data();
    void usage_wrong_exits2WithOneLine();
    void help_ofEveryCommand_exits0();
    void help_ofAGroup_listsThatGroupOnly();
    void serve_onEveryAddress_saysSo();
    void init_twice_exits1();
    void init_weakPassword_leavesNothing();
    void passphrase_wrong_exits1();
    void passphrase_onStandardInput_isTaken();
    void asvs_13_3_2_files_areTheUsersAlone();
    void serve_answers_andEndsOnSigterm_data();
    void serve_answers_andEndsOnSigterm();
    void serve_second_exits1();
    void serve_portInUse_exits1();
    void serve_withoutItsBreachList_exits1();
    void sighup_takesNewCertificate();
    void settings_whileServing_takeEffect();
    void users_onTheCommandLine();
    void manyUsers_onTheCommandLine();
    void passwords_onTheCommandLine();
    void token_ofCommandLine_opensTheServer();
    void keys_onTheCommandLine_openTheServer();
    void kill9_losesNothingAcknowledged();
    void verify_backup_doctor_export();
    void asvs_11_7_2_memory_isNotDumpable();
};

void DaemonTest::usage_wrong_exits2WithOneLine_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char* words) {
        QTest::newRow(words) << QString::fromLatin1(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("");
    row("nonsense");
    row("serve");
    row("serve --data-dir");
    row("serve --data-dir x --data-dir y");
    row("serve --data-dir x --passphrase secret");
    row("serve --data-dir x --listen 127.0.0.1");
    row("settings");
    row("settings set --data-dir x");
    row("settings set --data-dir x novalue");
    row("init --data-dir x");
    row("user");
    row("user list --data-dir x --inactive-days 0");
    row("user list --data-dir x --inactive-days soon");
    row("user export --data-dir x --inactive-days 3651");
    row("user bulk --data-dir x");
    row("user bulk --data-dir x vanish");
    row("user bulk --data-dir x give-role");
    row("user bulk --data-dir x disable --role viewer");
    row("user bulk --data-dir x disable --passphrase-file -");
    row("key");
    row("key create --data-dir x --name a --owner b");
    row("key revoke --data-dir x");
    row("key show --data-dir x spk_7QK3M2XA_u4Zc9WnTq1RbYx8LmE6vHd2KsPf7Jg3A0fW9cQ");
    row("key list --data-dir x --filter old");
    row("key rotate --data-dir x spk_7QK3M2XA --overlap soon");
    row("service-account");
    row("ban");
    row("restore");
    row("rekey");
    row("vanish --help");
    row("nonsense --help");
}

void DaemonTest::usage_wrong_exits2WithOneLine()
{
    QFETCH(QStringList, words);
    const Outcome outcome = run(words);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.output, QByteArray());
    QCOMPARE(outcome.error.count('\n'), 1);
}

void DaemonTest::help_ofEveryCommand_exits0()
{
    QCOMPARE(run({QStringLiteral("--help")}).code, 0);
    QCOMPARE(run({QStringLiteral("--version")}).code, 0);
    for (const char* command : {"serve", "init", "token", "user list", "user add", "key list", "key create", "key rotate",
                                "service-account add", "settings set", "limit get", "export", "verify", "backup", "doctor"}) {
        const Outcome outcome = run(QString::fromLatin1(command).split(QLatin1Char(' ')) << QStringLiteral("--help"));
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.output.contains("--data-dir"), command);
    }
}

void DaemonTest::help_ofAGroup_listsThatGroupOnly()
{
    for (const char* group : {"settings", "user", "key", "limit", "session", "service-account", "mfa", "passkey", "provider",
                              "passwords", "signature"}) {
        const Outcome outcome = run({QString::fromLatin1(group), QStringLiteral("--help")});
        QCOMPARE(outcome.code, 0);
        QList<QByteArray> lines = outcome.output.split('\n');
        QCOMPARE(lines.takeFirst(), QByteArray("Usage: sallyportd ") + group + " COMMAND [OPTIONS]");
        int commands = 0;
        for (const QByteArray& line : std::as_const(lines)) {
            if (!line.startsWith("  "))
                continue;
            ++commands;
            QVERIFY2(line.startsWith(QByteArray(QByteArray("  ") + group + ' ')), line.constData());
        }
        QVERIFY2(commands > 0, group);
    }
    // A command and a group at once.
    const QByteArray token = run({QStringLiteral("token"), QStringLiteral("--help")}).output;
    QVERIFY(token.contains("--email") && token.contains("\n  token check ") && !token.contains("user list"));
}

void DaemonTest::serve_onEveryAddress_saysSo()
{
    QProcess server;
    QVERIFY(serve(server, QStringLiteral("0.0.0.0:0")) != 0);
    QCOMPARE(end(server, SIGTERM), 0);
    const QByteArray said = server.readAllStandardError();
    QVERIFY2(said == "sallyportd: warning: 0.0.0.0 can be reached from other machines, not only from this one\n",
             said.constData());
    QProcess loopback;
    QVERIFY(serve(loopback) != 0);
    QCOMPARE(end(loopback, SIGTERM), 0);
    QCOMPARE(loopback.readAllStandardError(), QByteArray());
    QCOMPARE(vault("settings set server.address=0.0.0.0").code, 0);
    QVERIFY(vault("doctor").output.contains("\nnote     the server listens on 0.0.0.0, which other machines can reach\n"));
    QCOMPARE(vault("settings set server.address=127.0.0.1").code, 0);
    QVERIFY(!vault("doctor").output.contains("other machines"));
}

void DaemonTest::init_twice_exits1()
{
    const Outcome again = vault({QStringLiteral("init"), QStringLiteral("--admin-email"), QStringLiteral("a@b.example"),
                                 QStringLiteral("--admin-password-file"), m_password});
    QCOMPARE(again.code, 1);
    QCOMPARE(again.error.count('\n'), 1);
}

void DaemonTest::init_weakPassword_leavesNothing()
{
    const QString directory = m_root.filePath(QStringLiteral("weak"));
    const Outcome weak = run({QStringLiteral("init"), QStringLiteral("--data-dir"), directory, QStringLiteral("--admin-email"),
                              QStringLiteral("a@b.example"), QStringLiteral("--passphrase-file"), m_passphrase,
                              QStringLiteral("--admin-password-file"), write(QStringLiteral("weak-password"), "CANARY12")});
    QCOMPARE(weak.code, 1);
    QCOMPARE(weak.error.count('\n'), 1);
    QVERIFY(!weak.error.contains("CANARY"));
    QVERIFY(!QDir(directory).exists());
}

void DaemonTest::passphrase_wrong_exits1()
{
    const Outcome wrong = run({QStringLiteral("settings"), QStringLiteral("list"), QStringLiteral("--data-dir"), m_directory,
                               QStringLiteral("--passphrase-file"), write(QStringLiteral("wrong"), "CANARY wrong one")});
    QCOMPARE(wrong.code, 1);
    QCOMPARE(wrong.error.count('\n'), 1);
    QVERIFY(!wrong.error.contains("CANARY"));
    QVERIFY(wrong.output.isEmpty());
}

void DaemonTest::passphrase_onStandardInput_isTaken()
{
    const Outcome outcome =
        run({QStringLiteral("settings"), QStringLiteral("get"), QStringLiteral("server.port"), QStringLiteral("--data-dir"),
             m_directory, QStringLiteral("--passphrase-file"), QStringLiteral("-")},
            QByteArray(vaultPassphrase) + "\n");
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.output, QByteArray("server.port=8443\n"));
}

void DaemonTest::asvs_13_3_2_files_areTheUsersAlone()
{
    int seen = 0;
    for (QDirIterator files(m_directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); files.hasNext(); ++seen) {
        const QFileDevice::Permissions others =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        const QString path = files.next();
        QVERIFY2((QFile::permissions(path) & others) == 0, qPrintable(path));
    }
    QVERIFY(seen >= 3);
}

void DaemonTest::serve_answers_andEndsOnSigterm_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void DaemonTest::serve_answers_andEndsOnSigterm()
{
    QFETCH(int, number);
    QProcess server;
    const std::uint16_t port = serve(server);
    QVERIFY(port != 0);
    HttpsClient client(port);
    QCOMPARE(client.send("GET", "/healthz").status, 200);
    QCOMPARE(client.send("GET", "/readyz").status, 200);
    QCOMPARE(end(server, number), 0);
    QCOMPARE(server.readAllStandardError(), QByteArray());
    QCOMPARE(server.readAllStandardOutput(), QByteArray());
}

void DaemonTest::serve_second_exits1()
{
    QProcess server;
    QVERIFY(serve(server) != 0);
    const Outcome second = vault({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QCOMPARE(second.code, 1);
    QCOMPARE(second.error.count('\n'), 1);
    QVERIFY(second.output.isEmpty());
    QCOMPARE(end(server, SIGTERM), 0);
}

void DaemonTest::serve_portInUse_exits1()
{
    QProcess server;
    const std::uint16_t port = serve(server);
    const QString directory = m_root.filePath(QStringLiteral("other"));
    const QStringList other{QStringLiteral("--data-dir"), directory, QStringLiteral("--passphrase-file"), m_passphrase};
    QCOMPARE(run(QStringList{QStringLiteral("init"), QStringLiteral("--admin-email"), QStringLiteral("a@b.example"),
                             QStringLiteral("--admin-password-file"), m_password}
                 << other)
                 .code,
             0);
    const Outcome second =
        run(QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg(port)} << other);
    QCOMPARE(second.code, 1);
    QCOMPARE(second.error.count('\n'), 1);
    QCOMPARE(end(server, SIGTERM), 0);
}

void DaemonTest::serve_withoutItsBreachList_exits1()
{
    const auto setList = [&](const QString& file) {
        return vault({QStringLiteral("settings"), QStringLiteral("set"), QStringLiteral("passwords.breach_list=") + file});
    };
    const Outcome wrong = setList(m_passphrase);
    QCOMPARE(wrong.code, 1);
    QVERIFY(wrong.error.contains("SHA-1"));
    const QString list = write(QStringLiteral("breached"), QByteArray(40, 'A') + ":3");
    QCOMPARE(setList(list).code, 0);
    QVERIFY(QFile::remove(list));
    const Outcome refused = vault({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.error.contains("passwords.breach_list: There is no such file."));
    QCOMPARE(setList({}).code, 0);
    QProcess server;
    QVERIFY(serve(server) != 0);
    QCOMPARE(end(server, SIGTERM), 0);
}

void DaemonTest::sighup_takesNewCertificate()
{
    QProcess server;
    const std::uint16_t port = serve(server);
    const std::string token = login(port);
    const auto fingerprint = [&] {
        HttpsClient client(port);
        return client.send("GET", "/api/server", {{"Authorization", "Bearer " + token}}).text("/data/fingerprint");
    };
    const std::string before = fingerprint();
    QCOMPARE(before.size(), std::size_t{95});
    // One that cannot be used: the server says so in a line and goes on as before.
    const QString certificate = m_directory + QStringLiteral("/tls/certificate.pem");
    const QString kept = m_root.filePath(QStringLiteral("kept.pem"));
    QVERIFY(QFile::copy(certificate, kept) && QFile::remove(certificate));
    QVERIFY(QFile::rename(write(QStringLiteral("rubbish.pem"), "rubbish"), certificate));
    server.setReadChannel(QProcess::StandardError);
    ::kill(static_cast<pid_t>(server.processId()), SIGHUP);
    while (!server.canReadLine() && server.waitForReadyRead(patience)) {
    }
    const QByteArray said = server.readLine();
    QVERIFY2(said.startsWith("sallyportd: reload: "), said.constData());
    QCOMPARE(fingerprint(), before);
    QVERIFY(QFile::remove(certificate) && QFile::rename(kept, certificate));
    QVERIFY(!QFile::exists(m_directory + QStringLiteral("/tls/key.pem"))); // the vault has it
    // One that the operator brings.
    const QString brought = m_root.filePath(QStringLiteral("brought.pem")), key = m_root.filePath(QStringLiteral("brought.key"));
    QProcess openssl;
    openssl.start(
        QStringLiteral("openssl"),
        QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 300 -subj /CN=brought.example "
                       "-addext subjectAltName=DNS:brought.example -keyout %1 -out %2")
            .arg(key, brought)
            .split(QLatin1Char(' ')));
    if (!openssl.waitForFinished(patience) || openssl.exitCode() != 0)
        QSKIP("the openssl command is not installed");
    QVERIFY(QFile::remove(certificate) && QFile::rename(brought, certificate));
    QVERIFY(QFile::rename(key, m_directory + QStringLiteral("/tls/key.pem")));
    ::kill(static_cast<pid_t>(server.processId()), SIGHUP);
    QTRY_VERIFY_WITH_TIMEOUT(fingerprint() != before, 20'000);
    // Both stand in the journal: what could not be used, and what changed into what.
    HttpsClient client(port);
    const auto events = [&](const std::string& kind) {
        return client.send("GET", "/api/events?q=kind:" + kind, {{"Authorization", "Bearer " + token}});
    };
    QCOMPARE(events("server.reload_failed").text("/data/0/outcome"), std::string("failure"));
    // The new one is served before its event is written.
    QTRY_COMPARE_WITH_TIMEOUT(events("server.certificate_changed").text("/data/0/details/before"), before, 20'000);
    QCOMPARE(end(server, SIGTERM), 0);
}

void DaemonTest::settings_whileServing_takeEffect()
{
    QProcess server;
    const std::uint16_t port = serve(server);
    const std::string token = login(port);
    HttpsClient client(port);
    const Headers headers{{"Authorization", "Bearer " + token}};
    QVERIFY(client.send("GET", "/api/auth/me", headers).header("RateLimit-Policy").find("q=1000;") != std::string::npos);
    QCOMPARE(vault({QStringLiteral("settings"), QStringLiteral("set"), QStringLiteral("rate_limits.api_read=5000/3600")}).output,
             QByteArray("rate_limits.api_read=5000/3600\n"));
    // At once: the command ends when the server acts by it.
    QVERIFY(client.send("GET", "/api/auth/me", headers).header("RateLimit-Policy").find("q=5000;") != std::string::npos);
    QCOMPARE(vault({QStringLiteral("settings"), QStringLiteral("set"), QStringLiteral("nonsense=1")}).code, 1);
    QCOMPARE(vault({QStringLiteral("settings"), QStringLiteral("set"), QStringLiteral("server.port=99999")}).code, 1);
    QCOMPARE(end(server, SIGTERM), 0);
}

void DaemonTest::users_onTheCommandLine()
{
    const QString who = QStringLiteral("cli@sallyport.example");
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--email"), who, QStringLiteral("--name"),
                    QStringLiteral("Cli"), QStringLiteral("--roles"), QStringLiteral("editor"), QStringLiteral("--password-file"),
                    m_password})
                 .code,
             0);
    QVERIFY(vault({QStringLiteral("user"), QStringLiteral("list")})
                .output.contains("cli@sallyport.example\tCli\teditor\tactive\tno-mfa\t-\n"));
    const Outcome inactive =
        vault({QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--inactive-days"), QStringLiteral("30")});
    QCOMPARE(inactive.code, 0);
    QCOMPARE(inactive.output, QByteArray()); // everybody is young
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("export"), QStringLiteral("--inactive-days"), QStringLiteral("30"),
                    QStringLiteral("--format"), QStringLiteral("json")})
                 .output.simplified(),
             QByteArray("{\"data\":[ ]}"));
    QVERIFY(vault({QStringLiteral("user"), QStringLiteral("disable"), who}).output.contains("\tdisabled\t"));
    QVERIFY(vault({QStringLiteral("user"), QStringLiteral("enable"), who}).output.contains("\tactive\t"));
    QVERIFY(vault({QStringLiteral("user"), QStringLiteral("set-roles"), who, QStringLiteral("viewer")})
                .output.contains("\tviewer\t"));
    QVERIFY(vault({QStringLiteral("user"), QStringLiteral("set-roles"), who, QStringLiteral("auditor")})
                .output.contains("\tauditor\t"));
    const Outcome changed =
        vault({QStringLiteral("user"), QStringLiteral("change"), who, QStringLiteral("--name"), QStringLiteral("Cli Two"),
               QStringLiteral("--age"), QStringLiteral("44"), QStringLiteral("--department"), QStringLiteral("Ward 3")});
    QCOMPARE(changed.code, 0);
    for (const char* line :
         {"email\tcli@sallyport.example\n", "name\tCli Two\n", "age\t44\n", "department\tWard 3\n", "authenticator-app\tno\n"})
        QVERIFY2(changed.output.contains(line), line);
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("show"), who}).output, changed.output);
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("change"), who, QStringLiteral("--age"), QStringLiteral("7")}).code,
             1);
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("change"), who, QStringLiteral("--age"), QStringLiteral("old")}).code,
             2);
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("change"), who}).code, 2);
    QVERIFY(vault({QStringLiteral("role"), QStringLiteral("list")}).output.contains("viewer\tViewer\t"));
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("notices"), who}).output, QByteArray());
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("reset-password"), who}).code, 0);
    QVERIFY(
        vault({QStringLiteral("user"), QStringLiteral("notices"), who}).output.contains("\tpassword.reset_started\tunread\t-\t"));
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("notices")}).code, 2);
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("disable"), QStringLiteral("nobody@x.example")}).code, 1);
}

void DaemonTest::manyUsers_onTheCommandLine()
{
    for (const char* who : {"many1@sallyport.example", "many2@sallyport.example"})
        QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--email"), QString::fromLatin1(who),
                        QStringLiteral("--name"), QStringLiteral("Many")})
                     .code,
                 0);
    const auto bulk = [&](QStringList words, const QByteArray& input) {
        return run(QStringList{QStringLiteral("user"), QStringLiteral("bulk")} + words + base(), input);
    };
    // What `user list` prints is a list of users.
    const QByteArray listed =
        vault({QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--q"), QStringLiteral("many")}).output;
    QCOMPARE(listed.count('\n'), 2);
    const Outcome disabled = bulk({QStringLiteral("disable")}, listed + "\nMANY1@sallyport.example\n");
    QCOMPARE(disabled.error, QByteArray());
    QCOMPARE(disabled.code, 0);
    QCOMPARE(disabled.output.count("\tok\n"), 2);
    const QString file =
        write(QStringLiteral("who"), "many1@sallyport.example\nnobody@sallyport.example\nmany2@sallyport.example");
    const Outcome given = bulk(
        {QStringLiteral("give-role"), QStringLiteral("--role"), QStringLiteral("editor"), QStringLiteral("--from"), file}, {});
    QCOMPARE(given.code, 1);
    QVERIFY(given.output.contains("many1@sallyport.example\tok\n") && given.output.contains("many2@sallyport.example\tok\n"));
    QVERIFY(given.output.contains("nobody@sallyport.example\tfailed\tnot_found\t"));
    QCOMPARE(given.error.count('\n'), 1);
    QVERIFY(vault({QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--q"), QStringLiteral("many1")})
                .output.contains("\teditor,viewer\tdisabled\t"));
    QCOMPARE(bulk({QStringLiteral("give-role"), QStringLiteral("--role=wizard")}, listed).output, QByteArray());
    QVERIFY(bulk({QStringLiteral("give-role"), QStringLiteral("--role=editor")}, "many1@sallyport.example\n")
                .output.endsWith("\tunchanged\n"));
    QCOMPARE(bulk({QStringLiteral("take-role"), QStringLiteral("--role=viewer")}, "many1@sallyport.example\n").code, 0);
    QVERIFY(bulk({QStringLiteral("take-role"), QStringLiteral("--role=editor")}, "many1@sallyport.example\n")
                .output.contains("\tlast_role\t"));
    QCOMPARE(bulk({QStringLiteral("delete")}, "many1@sallyport.example\r\nmany2@sallyport.example").code, 0);
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--q"), QStringLiteral("many")}).output,
             QByteArray());
}

void DaemonTest::passwords_onTheCommandLine()
{
    const Outcome made = vault({QStringLiteral("passwords"), QStringLiteral("generate"), QStringLiteral("--length"),
                                QStringLiteral("30"), QStringLiteral("--kinds"), QStringLiteral("lower,digits")});
    QCOMPARE(made.code, 0);
    QCOMPARE(made.output.trimmed().size(), 30);
    QVERIFY(made.error.endsWith(" bits\n"));
    QCOMPARE(
        vault({QStringLiteral("passwords"), QStringLiteral("generate"), QStringLiteral("--length"), QStringLiteral("9")}).code,
        1);
    QCOMPARE(
        vault({QStringLiteral("passwords"), QStringLiteral("generate"), QStringLiteral("--kinds"), QStringLiteral("runes")}).code,
        2);

    const auto check = [&](const QByteArray& password) {
        return vault({QStringLiteral("passwords"), QStringLiteral("check"), QStringLiteral("--password-file"),
                      write(QStringLiteral("tried"), password)});
    };
    const Outcome good = check(made.output.trimmed());
    QCOMPARE(good.code, 0);
    QVERIFY(good.output.startsWith("score\t4 of 4\n"));
    const Outcome bad = check("password1234567");
    QCOMPARE(bad.code, 1);
    QVERIFY(bad.output.contains("refused\tcommon\t"));
    QVERIFY(!bad.output.contains("password1234567") && !bad.error.contains("password1234567"));

    const Outcome added = vault({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--email"),
                                 QStringLiteral("reset@b.example"), QStringLiteral("--name"), QStringLiteral("Ida Beck"),
                                 QStringLiteral("--password-file"), write(QStringLiteral("first"), made.output.trimmed())});
    QCOMPARE(added.code, 0);
    const Outcome reset = vault({QStringLiteral("user"), QStringLiteral("reset-password"), QStringLiteral("reset@b.example")});
    QCOMPARE(reset.code, 0);
    QVERIFY(reset.output.startsWith("reset "));
    const QByteArray code = reset.output.mid(6).split('\t').first();
    QProcess server;
    const std::uint16_t port = serve(server);
    HttpsClient client(port);
    const boost::json::value body{{"token", code.toStdString()}, {"new_password", adminPassword}};
    const auto use = [&] {
        return client
            .send("POST", "/api/auth/password/reset", {{"Content-Type", "application/json"}}, boost::json::serialize(body))
            .status;
    };
    QCOMPARE(use(), 204);
    QCOMPARE(use(), 401);
    QCOMPARE(end(server, SIGTERM), 0);
}

void DaemonTest::token_ofCommandLine_opensTheServer()
{
    QProcess server;
    const std::uint16_t port = serve(server);
    const Outcome token = vault({QStringLiteral("token"), QStringLiteral("--email"), QStringLiteral("ada@sallyport.example"),
                                 QStringLiteral("--password-file"), m_password});
    QCOMPARE(token.error, QByteArray());
    QCOMPARE(token.code, 0);
    HttpsClient client(port);
    const Headers headers{{"Authorization", "Bearer " + token.output.trimmed().toStdString()}};
    QCOMPARE(client.send("GET", "/api/protected", headers).status, 200);
    QCOMPARE(end(server, SIGTERM), 0);
}

void DaemonTest::keys_onTheCommandLine_openTheServer()
{
    const auto words = [](const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    QVERIFY(vault(words("service-account add --name Runner --roles viewer")).output.contains("\tRunner\tviewer\tactive\t0\t-"));
    QProcess server;
    const std::uint16_t port = serve(server);
    HttpsClient client(port);
    const auto statusOf = [&](const std::string& key) { return client.send("GET", "/api/users", {{"X-API-Key", key}}).status; };
    const auto keyIn = [](const QByteArray& output) {
        const qsizetype at = output.indexOf("\nkey ");
        return at < 0 ? std::string() : output.mid(at + 5, 62).toStdString();
    };
    // The running server has taken over what another process made when that ends.
    const Outcome made = vault(words("key create --name CI --owner runner --scopes users:read --expires-in 1d --rate 600/3600"));
    QCOMPARE(made.error, QByteArray());
    const std::string first = keyIn(made.output);
    const QString prefix = QString::fromStdString(first).left(12);
    QCOMPARE(statusOf(first), 200);
    QVERIFY(vault({QStringLiteral("key"), QStringLiteral("list")})
                .output.contains(QByteArray(prefix.toLatin1() + "\tCI\tRunner\tusers:read\tactive,expiring\t")));
    const QByteArray shown = vault({QStringLiteral("key"), QStringLiteral("show"), prefix}).output;
    QVERIFY(shown.contains("rate\t600/3600\n") && shown.contains("owner-kind\tservice-account\n"));
    QVERIFY(!shown.contains(QByteArray::fromStdString(first)));

    const std::string second =
        keyIn(vault({QStringLiteral("key"), QStringLiteral("rotate"), prefix, QStringLiteral("--overlap"), QStringLiteral("1h")})
                  .output);
    QCOMPARE(statusOf(second), 200);
    QCOMPARE(statusOf(first), 200);
    QVERIFY(vault({QStringLiteral("key"), QStringLiteral("change"), prefix, QStringLiteral("--addresses"),
                   QStringLiteral("198.51.100.0/24")})
                .code == 0);
    QCOMPARE(statusOf(second), 401);
    QVERIFY(vault({QStringLiteral("key"), QStringLiteral("change"), prefix, QStringLiteral("--addresses"), QStringLiteral("any")})
                .code == 0);
    QCOMPARE(statusOf(second), 200);
    QVERIFY(vault({QStringLiteral("key"), QStringLiteral("revoke"), prefix}).output.contains("\trevoked\t"));
    QCOMPARE(statusOf(second), 401);
    QCOMPARE(statusOf(first), 401);
    QCOMPARE(vault({QStringLiteral("key"), QStringLiteral("revoke"), QStringLiteral("spk_00000000")}).code, 1);
    QCOMPARE(vault(words("service-account delete Runner")).code, 0);
    QCOMPARE(end(server, SIGTERM), 0);
}

void DaemonTest::kill9_losesNothingAcknowledged()
{
    QProcess server;
    const std::uint16_t port = serve(server);
    const std::string token = login(port);
    HttpsClient client(port);
    const Headers headers{{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}};
    for (int i = 0; i < 5; ++i) {
        const boost::json::value body{{"name", "Durable"}, {"email", "durable" + std::to_string(i) + "@sallyport.example"}};
        QCOMPARE(client.send("POST", "/api/users", headers, boost::json::serialize(body)).status, 201);
    }
    ::kill(static_cast<pid_t>(server.processId()), SIGKILL);
    QVERIFY(server.waitForFinished(patience));
    QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("list"), QStringLiteral("--q"), QStringLiteral("durable")})
                 .output.count('\n'),
             5);
    QCOMPARE(vault({QStringLiteral("verify"), QStringLiteral("--deep")}).code, 0);
    QProcess again;
    QVERIFY(serve(again) != 0);
    QCOMPARE(end(again, SIGTERM), 0);
}

void DaemonTest::verify_backup_doctor_export()
{
    QVERIFY(vault({QStringLiteral("verify")}).output.startsWith("intact: "));
    const QString copy = m_root.filePath(QStringLiteral("copy.db"));
    QCOMPARE(vault({QStringLiteral("backup"), copy}).code, 0);
    QVERIFY(QFile::exists(copy));
    QCOMPARE(vault({QStringLiteral("backup"), copy}).code, 1);
    const Outcome doctor = vault({QStringLiteral("doctor")});
    const QByteArray told = doctor.output + doctor.error;
    QVERIFY2(doctor.output.contains("SQLCipher 4"), told.constData());
    QVERIFY(doctor.output.contains("certificate valid until"));
    const Outcome lines = vault({QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("jsonl")});
    QCOMPARE(lines.code, 0);
    QVERIFY(lines.output.count('\n') > 5);
    const QString file = m_root.filePath(QStringLiteral("report.csv"));
    QCOMPARE(vault({QStringLiteral("export"), QStringLiteral("--format=csv"), QStringLiteral("--output"), file}).code, 0);
    QVERIFY(QFile::exists(file));
}

void DaemonTest::asvs_11_7_2_memory_isNotDumpable()
{
    QProcess server;
    QVERIFY(serve(server) != 0);
    // Files of a process that must not be dumped belong to root, so another process of the same user cannot attach.
    QFile limits(QStringLiteral("/proc/%1/limits").arg(server.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    QVERIFY(limits.readAll().contains("Max core file size        0                    0"));
    QCOMPARE(end(server, SIGTERM), 0);
}

SALLYPORT_GUILESS_TEST(DaemonTest)

} // namespace tst_daemon
#include "tst_daemon.moc"
