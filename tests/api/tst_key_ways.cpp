#include "tests/api/support/request_signer.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_key_ways {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;

/// What holds for a key that is shown holds for a key that signs, over HTTPS: both ways lead to the same principal, and what is
/// asked of it afterwards doesn't know the way.
class KeyWaysTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void scopes_holdOnEveryWay();
    void ownRate_isOneForEveryWay();
    void rateOfTheClass_isOneForEveryWay();
    void routesOfAPerson_areClosedOnEveryWay();
    void ownersOverdueFactor_closesEveryWay();
    void stepUp_isAskedOnEveryWay();
    void refusedOnes_slowTheAddressDown_togetherOfEveryWay();

private:
    static constexpr int ways = 3;
    /// The request as the key sends it: in its header, signed with the guide's headers, signed by RFC 9421.
    static Reply by(Signer& f, int way, Ask ask)
    {
        static int requests = 0;
        ask.nonce = "way-" + std::to_string(++requests);
        const Headers shown{{"X-API-Key", std::string(f.key.text.view())}};
        return f.send(ask, way == 0 ? shown : way == 1 ? f.guide(ask) : f.rfc9421(ask));
    }
    static Ask to(std::string target, std::string method = "GET", std::string body = {})
    {
        Ask ask;
        ask.method = std::move(method);
        ask.target = std::move(target);
        ask.body = std::move(body);
        return ask;
    }
};

void KeyWaysTest::scopes_holdOnEveryWay()
{
    Signer f({"users:read"});
    for (int way = 0; way < ways; ++way) {
        QCOMPARE(by(f, way, to("/api/users")).status, 200);
        const Reply denied = by(f, way, to("/api/settings"));
        QCOMPARE(denied.status, 403);
        QCOMPARE(denied.text("/required"), std::string("settings:read"));
        QCOMPARE(by(f, way, to("/api/users", "POST", R"({"name":"New One","email":"new@sallyport.example"})")).status, 403);
        QCOMPARE(f.server.events("access.denied").front().actor.id, f.key.key.id.text());
    }
    QCOMPARE(f.server.events("user.created").size(), std::size_t{2}); // the administrator and the owner
}

void KeyWaysTest::ownRate_isOneForEveryWay()
{
    Signer f;
    f.key = f.make({"users:read"}, true, settings::RateLimit{6, 60s});
    for (int i = 0; i < 6; ++i)
        QCOMPARE(by(f, i % ways, to("/api/protected")).status, 200);
    for (int way = 0; way < ways; ++way) {
        const Reply over = by(f, way, to("/api/protected"));
        QCOMPARE(over.status, 429);
        QVERIFY(over.header("RateLimit-Policy").find("\"key\";q=6;w=60") != std::string::npos);
        QVERIFY(!over.header("Retry-After").empty());
    }
    f.server.clock().advance(65s);
    QCOMPARE(by(f, 1, to("/api/protected")).status, 200);
}

void KeyWaysTest::rateOfTheClass_isOneForEveryWay()
{
    Signer f;
    f.server.set("rate_limits.api_read", "4/3600");
    for (int i = 0; i < 4; ++i)
        QCOMPARE(by(f, i % ways, to("/api/users")).status, 200);
    for (int way = 0; way < ways; ++way)
        QCOMPARE(by(f, way, to("/api/users")).status, 429);
}

void KeyWaysTest::routesOfAPerson_areClosedOnEveryWay()
{
    Signer f({"users:read", "users:update", "users:revoke_sessions", "users:reset_mfa"});
    for (int way = 0; way < ways; ++way) {
        for (const auto& [method, target] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"GET", "/api/auth/me"},
                 {"GET", "/api/auth/sessions"},
                 {"DELETE", "/api/auth/sessions"},
                 {"DELETE", "/api/auth/sessions/00000000000000000000000000"},
                 {"GET", "/api/auth/devices"},
                 {"DELETE", "/api/auth/devices/00000000000000000000000000"},
                 {"GET", "/api/auth/links"},
                 {"GET", "/api/auth/notices"},
                 {"GET", "/api/auth/webauthn/credentials"},
                 {"POST", "/api/auth/logout"},
                 {"POST", "/api/auth/logout-all"},
                 {"POST", "/api/mfa/setup"},
                 {"DELETE", "/api/mfa"}}) {
            const Reply reply = by(f, way, to(target, method));
            QVERIFY2(reply.status == 403, target);
            QCOMPARE(reply.text("/code"), std::string("session_required"));
        }
    }
}

void KeyWaysTest::ownersOverdueFactor_closesEveryWay()
{
    Signer f;
    for (int way = 0; way < ways; ++way)
        QCOMPARE(by(f, way, to("/api/protected")).status, 200);
    f.server.set("mfa.grace_days", "1");
    f.server.set("mfa.required_roles", "admin");
    f.server.clock().advance(24h - 1s);
    for (int way = 0; way < ways; ++way)
        QCOMPARE(by(f, way, to("/api/protected")).status, 200);
    f.server.clock().advance(1s);
    for (int way = 0; way < ways; ++way) {
        const Reply reply = by(f, way, to("/api/protected"));
        QCOMPARE(reply.status, 401);
        QCOMPARE(reply.text("/code"), std::string("mfa_enrolment_required"));
    }
}

void KeyWaysTest::stepUp_isAskedOnEveryWay()
{
    Signer f({"users:delete", "users:read", "roles:read", "records:read", "comments:read", "files:read", "keys:own"});
    const std::string token = f.server.tokenOf("owner@sallyport.example");
    const std::string secret = f.server.enrol(token);
    f.server.clock().advance(60s);
    for (int way = 0; way < ways; ++way) {
        const UserId victim = f.server.addUser("victim" + std::to_string(way) + "@sallyport.example", "viewer");
        const Reply asked = by(f, way, to("/api/users/" + victim.text(), "DELETE"));
        QCOMPARE(asked.status, 401);
        QCOMPARE(asked.text("/code"), std::string("mfa_required"));
        Ask ask = to("/api/users/" + victim.text(), "DELETE");
        ask.nonce = "with-code-" + std::to_string(way);
        Headers headers = way == 0   ? Headers{{"X-API-Key", std::string(f.key.text.view())}}
                          : way == 1 ? f.guide(ask)
                                     : f.rfc9421(ask);
        headers.emplace_back("X-MFA-Token", f.server.codeOf(secret));
        QCOMPARE(f.send(ask, headers).status, 204);
        // It was for that request only.
        const UserId next = f.server.addUser("next" + std::to_string(way) + "@sallyport.example", "viewer");
        QCOMPARE(by(f, way, to("/api/users/" + next.text(), "DELETE")).status, 401);
        f.server.clock().advance(60s);
    }
}

void KeyWaysTest::refusedOnes_slowTheAddressDown_togetherOfEveryWay()
{
    Signer f;
    QVERIFY(f.server.services().apiKeys.revoke(TestServer::system(), f.key.key.id));
    int refused = 0, limited = 0;
    for (int i = 0; i < 120; ++i) {
        const int status = by(f, i % ways, to("/api/protected")).status;
        refused += status == 401;
        limited += status == 429;
    }
    QCOMPARE(refused, 100);
    QCOMPARE(limited, 20);
    // A good one goes on: only what is refused has to wait.
    f.key = f.make({"users:read"}, true);
    for (int way = 0; way < ways; ++way)
        QCOMPARE(by(f, way, to("/api/protected")).status, 200);
}

SALLYPORT_GUILESS_TEST(KeyWaysTest)

} // namespace tst_key_ways
#include "tst_key_ways.moc"
