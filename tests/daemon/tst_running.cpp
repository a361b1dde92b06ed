#include "tests/daemon/daemon_case.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QFile>

#include <csignal>
#include <memory>
#include <vector>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace tst_running {

using namespace sallyport::test;

/// Commands beside a running server: when they end, it acts by them. Nothing here waits.
class RunningTest final : public DaemonCase {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void settings_areInForceWhenTheCommandEnds();
    void limitReset_reachesTheServer();
    void connectionLimits_areInForceWhenTheCommandEnds();
    void user_disabled_isOutWhenTheCommandEnds();
    void user_rolesChanged_countWhenTheCommandEnds();
    void sessions_ended_areOutWhenTheCommandEnds();
    void session_oneOfTwoEnded_isOutAlone();
    void key_revoked_isRefusedWhenTheCommandEnds();
    void socket_isPrivate_andGoesWithTheServer();
    void socket_ofAServerThatDied_keepsNobodyWaiting();
    void server_thatHangs_isNamedAndTheChangeStays();
    void cleanupTestCase();

private:
    int statusOf(const std::string& token, std::string_view path = "/api/protected");
    std::string limitOf(const std::string& token);
    QString socket() const { return m_directory + QStringLiteral("/sallyport.sock"); }

    QProcess m_server;
    std::uint16_t m_port = 0;
    std::string m_admin;
};

void RunningTest::initTestCase()
{
    std::signal(SIGPIPE, SIG_IGN); // the server closes on clients that are too many
    makeVault();
    for (const char* name : {"bob", "cleo", "dora"}) {
        const QString who = QString::fromLatin1(name);
        QCOMPARE(vault({QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("--email"),
                        who + QStringLiteral("@sallyport.example"), QStringLiteral("--name"), who, QStringLiteral("--roles"),
                        QStringLiteral("viewer"), QStringLiteral("--password-file"), m_password})
                     .code,
                 0);
    }
    m_port = serve(m_server);
    QVERIFY(m_port != 0);
    m_admin = login(m_port);
    QVERIFY(!m_admin.empty());
}

void RunningTest::cleanupTestCase()
{
    if (m_server.state() != QProcess::NotRunning)
        QCOMPARE(end(m_server, SIGTERM), 0);
}

int RunningTest::statusOf(const std::string& token, std::string_view path)
{
    HttpsClient client(m_port);
    return client.send("GET", path, {{"Authorization", "Bearer " + token}}).status;
}

std::string RunningTest::limitOf(const std::string& token)
{
    HttpsClient client(m_port);
    return client.send("GET", "/api/auth/me", {{"Authorization", "Bearer " + token}}).header("RateLimit-Policy");
}

void RunningTest::settings_areInForceWhenTheCommandEnds()
{
    // Several times: the server looks for changes by itself too, so one could be luck.
    for (const char* limit : {"5001", "5002", "5003", "5004"}) {
        const QByteArray word = QByteArray("rate_limits.api_read=") + limit + "/3600";
        const Outcome set = vault({QStringLiteral("settings"), QStringLiteral("set"), QString::fromLatin1(word)});
        QCOMPARE(set.error, QByteArray());
        QCOMPARE(set.output, word + "\n");
        QVERIFY2(limitOf(m_admin).find(std::string("q=") + limit + ";") != std::string::npos, limit);
    }
    QCOMPARE(vault("limit set api_read 6000/3600").code, 0);
    QVERIFY(limitOf(m_admin).find("q=6000;") != std::string::npos);
}

void RunningTest::limitReset_reachesTheServer()
{
    QCOMPARE(vault("limit set api_read 3/3600").code, 0);
    HttpsClient client(m_port);
    const auto status = [&] { return client.send("GET", "/api/auth/me", {{"Authorization", "Bearer " + m_admin}}).status; };
    int last = 0;
    for (int i = 0; i < 5; ++i)
        last = status();
    QCOMPARE(last, 429);
    const Outcome reset = vault("limit reset api_read ada@sallyport.example");
    QCOMPARE(reset.error, QByteArray());
    QCOMPARE(reset.code, 0);
    QCOMPARE(status(), 200);
    QVERIFY(vault("limit list").output.contains("api_read\tReading\t3/3600\tsliding"));
    QVERIFY(vault("limit reset nothing 203.0.113.7").code != 0);
    // Numbers of her own are in force when the command ends, and go with them.
    const Outcome own = vault("limit override set api_read ada@sallyport.example 7000/3600");
    QCOMPARE(own.error, QByteArray());
    QVERIFY(limitOf(m_admin).find("q=7000;") != std::string::npos);
    const QByteArray line = vault("limit override list").output;
    QVERIFY2(line.contains("api_read") && line.contains("7000/3600"), line.constData());
    QCOMPARE(vault({QStringLiteral("limit"), QStringLiteral("override"), QStringLiteral("remove"),
                    QString::fromUtf8(line.split('\t').front())})
                 .code,
             0);
    QVERIFY(limitOf(m_admin).find("q=3;") != std::string::npos);
    QCOMPARE(vault("limit set api_read 6000/3600").code, 0);
}

void RunningTest::connectionLimits_areInForceWhenTheCommandEnds()
{
    const auto opened = [&](std::vector<std::unique_ptr<HttpsClient>>& kept) {
        kept.push_back(std::make_unique<HttpsClient>(m_port));
        return kept.back()->send("GET", "/healthz").status;
    };
    QCOMPARE(vault("settings set connections.per_address=3").code, 0);
    {
        std::vector<std::unique_ptr<HttpsClient>> clients;
        for (int i = 0; i < 3; ++i)
            QCOMPARE(opened(clients), 200);
        QCOMPARE(opened(clients), 0);
        QCOMPARE(vault("settings set connections.per_address=64").code, 0);
        QCOMPARE(opened(clients), 200);
    }
    QCOMPARE(vault("settings set connections.idle=1").code, 0);
    HttpsClient idle(m_port);
    QCOMPARE(idle.begin("/healthz", {}).status, 200);
    QVERIFY(idle.endsByServer()); // within ten seconds; it was fifteen
    QCOMPARE(vault("settings set connections.idle=15").code, 0);
}

void RunningTest::user_disabled_isOutWhenTheCommandEnds()
{
    const std::string token = login(m_port, "bob@sallyport.example");
    QCOMPARE(statusOf(token), 200);
    QCOMPARE(vault("user disable bob@sallyport.example").code, 0);
    QCOMPARE(statusOf(token), 401);
    QCOMPARE(vault("user enable bob@sallyport.example").code, 0);
    QVERIFY(!login(m_port, "bob@sallyport.example").empty());
}

void RunningTest::user_rolesChanged_countWhenTheCommandEnds()
{
    const std::string token = login(m_port, "cleo@sallyport.example");
    QCOMPARE(statusOf(token, "/api/settings"), 403);
    QCOMPARE(vault("user set-roles cleo@sallyport.example admin").code, 0);
    QCOMPARE(statusOf(token, "/api/settings"), 200);
}

void RunningTest::sessions_ended_areOutWhenTheCommandEnds()
{
    const std::string token = login(m_port, "dora@sallyport.example");
    QCOMPARE(statusOf(token), 200);
    QCOMPARE(vault("user revoke-sessions dora@sallyport.example").code, 0);
    QCOMPARE(statusOf(token), 401);
}

void RunningTest::session_oneOfTwoEnded_isOutAlone()
{
    const std::string gone = login(m_port, "dora@sallyport.example"), stays = login(m_port, "dora@sallyport.example");
    HttpsClient client(m_port);
    const std::string id = client.send("GET", "/api/auth/me", {{"Authorization", "Bearer " + gone}}).text("/data/session/id");
    QVERIFY(!id.empty());
    QCOMPARE(vault({QStringLiteral("session"), QStringLiteral("end"), QString::fromStdString(id)}).code, 0);
    QCOMPARE(statusOf(gone), 401);
    QCOMPARE(statusOf(stays), 200);
    QCOMPARE(statusOf(m_admin), 200);
}

void RunningTest::key_revoked_isRefusedWhenTheCommandEnds()
{
    QCOMPARE(vault("service-account add --name Runner --roles viewer").code, 0);
    const Outcome made = vault("key create --name build --owner Runner --scopes users:read");
    QCOMPARE(made.error, QByteArray());
    QCOMPARE(made.code, 0);
    const qsizetype at = made.output.indexOf("\nkey ");
    QVERIFY(at >= 0);
    const QByteArray key = made.output.mid(at + 5, 62);
    const auto status = [&] {
        HttpsClient client(m_port);
        return client.send("GET", "/api/users", {{"X-API-Key", key.toStdString()}}).status;
    };
    QCOMPARE(status(), 200);
    QCOMPARE(vault({QStringLiteral("key"), QStringLiteral("revoke"), QString::fromLatin1(key.left(12))}).code, 0);
    QCOMPARE(status(), 401);
}

void RunningTest::socket_isPrivate_andGoesWithTheServer()
{
    struct stat info {};
    QCOMPARE(::lstat(socket().toLocal8Bit().constData(), &info), 0);
    QVERIFY(S_ISSOCK(info.st_mode));
    QCOMPARE(info.st_mode & 0777u, 0600u);
    QCOMPARE(end(m_server, SIGTERM), 0);
    QVERIFY(::lstat(socket().toLocal8Bit().constData(), &info) != 0);
    QCOMPARE(vault("settings set connections.idle=16").code, 0);
}

void RunningTest::socket_ofAServerThatDied_keepsNobodyWaiting()
{
    QVERIFY(serve(m_server) != 0);
    ::kill(static_cast<pid_t>(m_server.processId()), SIGKILL);
    QVERIFY(m_server.waitForFinished(patience));
    struct stat info {};
    QCOMPARE(::lstat(socket().toLocal8Bit().constData(), &info), 0);
    const Outcome set = vault("settings set connections.idle=17");
    QCOMPARE(set.error, QByteArray());
    QCOMPARE(set.code, 0);
    QVERIFY((m_port = serve(m_server)) != 0);
    m_admin = login(m_port);
    QCOMPARE(vault("limit set api_read 7000/3600").code, 0);
    QVERIFY(limitOf(m_admin).find("q=7000;") != std::string::npos);
}

void RunningTest::server_thatHangs_isNamedAndTheChangeStays()
{
    ::kill(static_cast<pid_t>(m_server.processId()), SIGSTOP);
    const Outcome set = vault("settings set connections.idle=18");
    ::kill(static_cast<pid_t>(m_server.processId()), SIGCONT);
    QCOMPARE(set.code, 0);
    QCOMPARE(set.output, QByteArray("connections.idle=18\n"));
    QCOMPARE(set.error.count('\n'), 1);
    QVERIFY2(set.error.contains("has not confirmed"), set.error.constData());
    QCOMPARE(vault("settings get connections.idle").output, QByteArray("connections.idle=18\n"));
}

SALLYPORT_GUILESS_TEST(RunningTest)

} // namespace tst_running
#include "tst_running.moc"
