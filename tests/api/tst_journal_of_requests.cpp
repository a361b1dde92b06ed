#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <QTest>

#include <algorithm>

namespace tst_journal_of_requests {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// What the journal holds of what comes over HTTPS: each way to show who one is, each refusal, each try to get round; and of all
/// of it who, when, from where and what, but no secret.
class JournalOfRequestsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asvs_16_3_1_everyAuthentication_isRecorded_withItsFactors();
    void asvs_16_3_2_refusedAccess_isRecorded();
    void asvs_16_3_3_triesToGetRound_areRecorded();
    void asvs_16_3_4_brokenHandshake_isRecorded();
    // Of all that the others have done.
    void asvs_16_2_1_everyEvent_saysWhenWhoFromWhereAndWhat();
    void asvs_16_2_5_noEvent_holdsASecret();

private:
    Reply send(const std::string& method, const std::string& path, const std::string& token = {}, const json::value& body = {});
    Reply signIn(const std::string& email, const std::string& password = TestServer::goodPassword);
    audit::Event newest(const char* kind);
    std::vector<audit::Event> everything();
    std::string secret(std::string text);

    TestServer server;
    std::string admin;
    std::vector<std::string> secrets; ///< that were shown, taken or given out
};

void JournalOfRequestsTest::initTestCase()
{
    admin = secret(server.adminToken());
    QVERIFY(!admin.empty());
    secret(TestServer::goodPassword);
}

std::string JournalOfRequestsTest::secret(std::string text)
{
    if (!text.empty())
        secrets.push_back(text);
    return text;
}

Reply JournalOfRequestsTest::send(const std::string& method, const std::string& path, const std::string& token,
                                  const json::value& body)
{
    HttpsClient client(server.port());
    const Headers headers = token.empty() ? Headers() : TestServer::bearer(token);
    return body.is_null() ? client.send(method, path, headers)
                          : client.send(method, path, TestServer::jsonAnd(headers), json::serialize(body));
}

Reply JournalOfRequestsTest::signIn(const std::string& email, const std::string& password)
{
    return send("POST", "/api/auth/login", {}, {{"email", email}, {"password", password}});
}

audit::Event JournalOfRequestsTest::newest(const char* kind)
{
    const auto found = server.events(kind);
    return found.empty() ? audit::Event() : found.front();
}

std::vector<audit::Event> JournalOfRequestsTest::everything()
{
    return server.services().events.list(TestServer::system(), {}, 200, {}, false)->events;
}

void JournalOfRequestsTest::asvs_16_3_1_everyAuthentication_isRecorded_withItsFactors()
{
    server.addUser("mia@sallyport.example", "viewer");
    const Reply password = signIn("mia@sallyport.example");
    const std::string token = secret(password.text("/token"));
    QCOMPARE(newest("auth.login").requestId, password.header("X-Request-Id"));
    QVERIFY(newest("auth.login").detailsJson.find("\"factors\":\"password\"") != std::string::npos);

    const Reply wrong = signIn("mia@sallyport.example", secret("CANARY not her password"));
    QCOMPARE(newest("auth.login_failed").requestId, wrong.header("X-Request-Id"));
    QCOMPARE(newest("auth.login_failed").outcome, audit::Outcome::Failure);

    const std::string seed = secret(server.enrol(token));
    QCOMPARE(newest("mfa.enabled").actor.email, std::string("mia@sallyport.example"));
    server.clock().advance(std::chrono::seconds(60));
    const Reply pending = signIn("mia@sallyport.example");
    QCOMPARE(newest("auth.mfa_pending").requestId, pending.header("X-Request-Id"));
    const std::string half = secret(pending.text("/mfa_token"));
    const Reply badCode = send("POST", "/api/auth/mfa", {}, {{"mfa_token", half}, {"code", "000000"}});
    QCOMPARE(newest("auth.mfa_failed").requestId, badCode.header("X-Request-Id"));
    const Reply both = send("POST", "/api/auth/mfa", {}, {{"mfa_token", half}, {"code", server.codeOf(seed)}});
    QCOMPARE(newest("auth.login").requestId, both.header("X-Request-Id"));
    QVERIFY2(newest("auth.login").detailsJson.find("one-time code") != std::string::npos,
             newest("auth.login").detailsJson.c_str());

    const std::string refresh = secret(both.text("/refresh_token"));
    const Reply renewed = send("POST", "/api/auth/refresh", {}, {{"refresh_token", refresh}});
    QCOMPARE(newest("auth.refresh").requestId, renewed.header("X-Request-Id"));
    const Reply out = send("POST", "/api/auth/logout", secret(renewed.text("/token")));
    QCOMPARE(out.status, 204);
    QCOMPARE(newest("auth.logout").requestId, out.header("X-Request-Id"));
    const Reply over = send("GET", "/api/protected", renewed.text("/token"));
    QCOMPARE(over.status, 401);
    QCOMPARE(newest("auth.token_refused").requestId, over.header("X-Request-Id"));
    HttpsClient client(server.port());
    const Reply key = client.send("GET", "/api/protected", {{"X-API-Key", secret("spk_0123456789abcdef")}});
    QCOMPARE(newest("key.refused").requestId, key.header("X-Request-Id"));
}

void JournalOfRequestsTest::asvs_16_3_2_refusedAccess_isRecorded()
{
    server.addUser("vera@sallyport.example", "viewer");
    const std::string viewer = secret(server.tokenOf("vera@sallyport.example"));
    const Reply refused = send("GET", "/api/settings", viewer);
    QCOMPARE(refused.status, 403);
    const audit::Event event = newest("access.denied");
    QCOMPARE(event.requestId, refused.header("X-Request-Id"));
    QCOMPARE(event.outcome, audit::Outcome::Refused);
    QCOMPARE(event.actor.email, std::string("vera@sallyport.example"));
    QVERIFY(event.detailsJson.find("settings:read") != std::string::npos);
}

void JournalOfRequestsTest::asvs_16_3_3_triesToGetRound_areRecorded()
{
    const Reply invalid = send("POST", "/api/users", admin, {{"name", "Eve"}, {"email", "eve@x.example"}, {"admin", true}});
    QCOMPARE(invalid.status, 400);
    QCOMPARE(newest("request.invalid").requestId, invalid.header("X-Request-Id"));

    const Reply attack = send("GET", "/api/data?q=%27%20UNION%20SELECT%20password%20FROM%20users--", admin);
    QCOMPARE(attack.status, 403);
    QCOMPARE(newest("detection.blocked").requestId, attack.header("X-Request-Id"));
    QCOMPARE(newest("detection.blocked").outcome, audit::Outcome::Blocked);

    server.addUser("rex@sallyport.example", "viewer");
    const std::string refresh = secret(signIn("rex@sallyport.example").text("/refresh_token"));
    QCOMPARE(send("POST", "/api/auth/refresh", {}, {{"refresh_token", refresh}}).status, 200);
    server.clock().advance(std::chrono::seconds(60));
    const Reply replay = send("POST", "/api/auth/refresh", {}, {{"refresh_token", refresh}});
    QCOMPARE(replay.status, 401);
    QCOMPARE(newest("auth.refresh_reused").requestId, replay.header("X-Request-Id"));
    QCOMPARE(newest("auth.refresh_reused").severity, audit::Severity::Critical);

    const std::string pending = secret(signIn("mia@sallyport.example").text("/mfa_token"));
    const Reply half = send("GET", "/api/protected", pending);
    QCOMPARE(half.status, 401);
    QCOMPARE(newest("auth.token_refused").requestId, half.header("X-Request-Id"));

    HttpsClient client(server.port());
    const Reply malformed = client.sendRaw("POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n"
                                           "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    QCOMPARE(malformed.status, 400);
    QTRY_COMPARE(newest("request.malformed").requestId, malformed.header("X-Request-Id"));

    server.set("rate_limits.auth", "1/900");
    Reply limited;
    for (int i = 0; i < 4 && limited.status != 429; ++i)
        limited = signIn("rex@sallyport.example", "wrong again and again");
    server.set("rate_limits.auth", "1000000/3600");
    QCOMPARE(limited.status, 429);
    QVERIFY(!server.events("limit.reached").empty());
}

void JournalOfRequestsTest::asvs_16_3_4_brokenHandshake_isRecorded()
{
    const int plain = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in there{};
    there.sin_family = AF_INET;
    there.sin_port = htons(server.port());
    there.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    QCOMPARE(::connect(plain, reinterpret_cast<const sockaddr*>(&there), sizeof there), 0);
    // A record of TLS that holds rubbish.
    const char hello[] = "\x16\x03\x01\x00\x05\xff\xff\xff\xff\xff";
    QCOMPARE(::write(plain, hello, sizeof hello - 1), static_cast<ssize_t>(sizeof hello - 1));
    QTRY_VERIFY(!server.events("tls.handshake_failed").empty());
    ::close(plain);
    QCOMPARE(newest("tls.handshake_failed").address, std::string("127.0.0.1"));
    QVERIFY(!newest("tls.handshake_failed").reason.empty());
}

void JournalOfRequestsTest::asvs_16_2_1_everyEvent_saysWhenWhoFromWhereAndWhat()
{
    const auto events = everything();
    QVERIFY(events.size() > 20 && events.size() < 200);
    std::int64_t next = events.front().sequence;
    for (const audit::Event& event : events) { // newest first
        QVERIFY2(event.sequence == next--, event.kind.c_str());
        QVERIFY2(event.time > UtcTime() && event.time <= server.clock().now(), event.kind.c_str());
        QVERIFY2(!event.actor.kind.empty(), event.kind.c_str());
        QVERIFY2(event.actor.kind == "anonymous" || !event.actor.name.empty(), event.kind.c_str());
        if (event.requestId.empty())
            continue; // the server's own doing
        QVERIFY2(event.address == "127.0.0.1", event.kind.c_str());
        QVERIFY2(event.method.empty() || event.path.starts_with('/'), event.kind.c_str());
        QVERIFY2(event.outcome == audit::Outcome::Success || !event.reason.empty() || event.status >= 400, event.kind.c_str());
    }
    QVERIFY(std::ranges::count_if(events, [](const audit::Event& event) { return !event.requestId.empty(); }) > 15);
}

void JournalOfRequestsTest::asvs_16_2_5_noEvent_holdsASecret()
{
    // What is given out once.
    const Reply key = send("POST", "/api/keys", admin, {{"name", "Script"}, {"scopes", {"records:read"}}});
    QCOMPARE(key.status, 201);
    QVERIFY(!secret(key.text("/key")).empty());
    const Reply invited =
        send("POST", "/api/users", admin, {{"name", "Ivy"}, {"email", "ivy@sallyport.example"}, {"roles", {"viewer"}}});
    QCOMPARE(invited.status, 201);
    QVERIFY(!secret(invited.text("/data/invitation/token")).empty());
    const Reply record =
        send("POST", "/api/data", admin,
             {{"title", "With a value"}, {"sensitive", {{"iban", secret("CANARY DE02 1203 0000 0000 2020 51")}}}});
    QCOMPARE(record.status, 201);
    const Reply wrongUser = send("POST", "/api/users", admin, {{"name", 7}, {"password", secret("CANARY of a refused body")}});
    QCOMPARE(wrongUser.status, 400);
    const Reply url = send("GET", "/api/protected?token=" + secret("CANARYinTheUrl"));
    QCOMPARE(url.status, 400);

    QVERIFY(secrets.size() > 12);
    for (const audit::Event& event : everything())
        for (const std::string& text : secrets)
            for (const std::string* member :
                 {&event.actor.name, &event.object.name, &event.object.id, &event.path, &event.reason, &event.detailsJson})
                QVERIFY2(member->find(text) == std::string::npos, event.kind.c_str());
}

SALLYPORT_GUILESS_TEST(JournalOfRequestsTest)

} // namespace tst_journal_of_requests
#include "tst_journal_of_requests.moc"
