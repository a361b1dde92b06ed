#include "backend/audit/event_kinds.h"
#include "backend/crypto/system_random.h"
#include "backend/identity/api_keys/key_text.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <QTest>

namespace tst_key_requests {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;

/// Requests that show an API key, over HTTPS.
class KeyRequestsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asvs_10_3_2_key_opensWhatItsScopesAllow();
    void asvs_7_2_2_key_isRefusedWhereAPersonIsMeant();
    void refusals_lookAlike_andTheirRecordsDoNot();
    void twoCredentials_are400();
    void revocation_worksOnTheNextRequest_onAnOpenConnection();
    void ownLimit_standsInForTheClass();
    void keysOfOneOwner_shareTheClass();
    void bogusKeys_areSlowedDown_goodOnesAreNot();
    void stepUp_asksForTheOwnersFactor();
    void use_isCounted();

private:
    static identity::IssuedKey make(TestServer& server, const UserId& owner, std::vector<std::string> scopes,
                                    std::optional<settings::RateLimit> rate = {}, std::vector<std::string> addresses = {})
    {
        identity::NewApiKey key;
        key.name = "CI";
        key.owner = owner;
        key.scopes = std::move(scopes);
        key.rate = rate;
        key.addresses = std::move(addresses);
        auto issued = server.services().apiKeys.create(TestServer::system(), std::move(key));
        if (!issued)
            qFatal("%s", issued.error().detail.c_str());
        return std::move(*issued);
    }
    static Headers shown(std::string_view text) { return {{"X-API-Key", std::string(text)}}; }
    static Headers shown(const identity::IssuedKey& key) { return shown(key.text.view()); }
};

void KeyRequestsTest::asvs_10_3_2_key_opensWhatItsScopesAllow()
{
    TestServer server;
    const UserId id = server.addUser("owner@sallyport.example", "admin");
    const auto key = make(server, id, {"users:read"});
    HttpsClient client(server.port());
    QCOMPARE(client.send("GET", "/api/protected", shown(key)).status, 200);
    QCOMPARE(client.send("GET", "/api/users", shown(key)).status, 200);
    const Reply denied = client.send("GET", "/api/settings", shown(key));
    QCOMPARE(denied.status, 403);
    QCOMPARE(denied.text("/required"), std::string("settings:read"));
    const audit::Event event = server.events("access.denied").front();
    QCOMPARE(event.actor.kind, std::string("api_key"));
    QCOMPARE(event.actor.id, key.key.id.text());
    QVERIFY(event.detailsJson.find("API key 'CI' of") != std::string::npos);
    // What a key does is recorded as the key's doing.
    const auto writer = make(server, id, {"users:create"});
    Headers headers = TestServer::jsonAnd(shown(writer));
    QCOMPARE(client.send("POST", "/api/users", headers, R"({"name":"By Key","email":"bykey@sallyport.example"})").status, 201);
    QCOMPARE(server.events("user.created").front().actor.id, writer.key.id.text());
}

void KeyRequestsTest::asvs_7_2_2_key_isRefusedWhereAPersonIsMeant()
{
    TestServer server;
    const UserId id = server.addUser("owner@sallyport.example", "viewer");
    const auto key = make(server, id, {"records:read"});
    HttpsClient client(server.port());
    // asvs_7_2_2: a static key is no session.
    for (const auto& [method, path] :
         std::initializer_list<std::pair<const char*, const char*>>{{"GET", "/api/auth/me"},
                                                                    {"GET", "/api/auth/sessions"},
                                                                    {"DELETE", "/api/auth/sessions"},
                                                                    {"POST", "/api/auth/logout"},
                                                                    {"POST", "/api/mfa/setup"},
                                                                    {"POST", "/api/mfa/recovery-codes"},
                                                                    {"DELETE", "/api/mfa"},
                                                                    {"POST", "/api/auth/password"},
                                                                    {"GET", "/api/sensitive"}}) {
        const Reply reply = client.send(method, path, shown(key));
        QVERIFY2(reply.status == 403, path);
        QCOMPARE(reply.text("/code"), std::string("session_required"));
    }
    // The own account is open to a person, not to a key without the scope.
    QCOMPARE(client.send("GET", "/api/users/" + id.text(), shown(key)).status, 403);
}

void KeyRequestsTest::refusals_lookAlike_andTheirRecordsDoNot()
{
    TestServer server;
    const UserId id = server.addUser("owner@sallyport.example", "viewer");
    const auto good = make(server, id, {"users:read"});
    const auto elsewhere = make(server, id, {"users:read"}, {}, {"198.51.100.0/24"});
    const auto revoked = make(server, id, {"users:read"});
    QVERIFY(server.services().apiKeys.revoke(TestServer::system(), revoked.key.id));
    crypto::SystemRandom random;
    const std::string forged(identity::newKeyText(identity::KeyTextKind::ApiKey, good.key.id, random)->view());
    const std::string unknown(identity::newKeyText(identity::KeyTextKind::ApiKey, KeyId("00000000"), random)->view());
    const std::pair<std::string, std::string> cases[] = {{"nonsense", "key_malformed"},
                                                         {forged, "key_wrong_secret"},
                                                         {unknown, "key_unknown"},
                                                         {std::string(revoked.text.view()), "key_revoked"},
                                                         {std::string(elsewhere.text.view()), "key_address"}};
    HttpsClient client(server.port());
    std::string first;
    for (const auto& [text, reason] : cases) {
        const Reply reply = client.send("GET", "/api/protected", shown(text));
        QCOMPARE(reply.status, 401);
        QVERIFY(!reply.header("WWW-Authenticate").empty());
        std::string body = reply.body;
        const std::string instance = reply.text("/instance");
        body.erase(body.find(instance), instance.size());
        if (first.empty())
            first = body;
        QCOMPARE(body, first);
        QVERIFY(reply.text("/error").find("Authentication") != std::string::npos);
        const audit::Event event = server.events("key.refused").front();
        QCOMPARE(event.reason, reason);
        QCOMPARE(event.requestId, instance);
        QVERIFY(event.detailsJson.find(reason) != std::string::npos); // the Why card's fact
        if (text.size() == identity::keyTextLength)
            QVERIFY(event.detailsJson.find(text.substr(13)) == std::string::npos);
        QCOMPARE(event.actor.kind, std::string(reason == "key_revoked" || reason == "key_address" ? "api_key" : "anonymous"));
    }
}

void KeyRequestsTest::twoCredentials_are400()
{
    TestServer server;
    const auto key = make(server, server.addUser("owner@sallyport.example", "viewer"), {"users:read"});
    HttpsClient client(server.port());
    Headers both = TestServer::bearer(server.adminToken());
    both.emplace_back("X-API-Key", std::string(key.text.view()));
    QCOMPARE(client.send("GET", "/api/protected", both).text("/code"), std::string("credentials_ambiguous"));
    Headers twice = shown(key);
    twice.emplace_back("x-api-key", std::string(key.text.view()));
    QCOMPARE(client.send("GET", "/api/protected", twice).status, 400);
    QCOMPARE(client.send("GET", "/api/protected?api_key=" + std::string(key.text.view())).status, 400);
}

void KeyRequestsTest::revocation_worksOnTheNextRequest_onAnOpenConnection()
{
    TestServer server;
    const auto key = make(server, server.addUser("owner@sallyport.example", "viewer"), {"users:read"});
    HttpsClient client(server.port());
    QCOMPARE(client.send("GET", "/api/protected", shown(key)).status, 200);
    QVERIFY(server.services().apiKeys.revoke(TestServer::system(), key.key.id));
    QCOMPARE(client.send("GET", "/api/protected", shown(key)).status, 401);
}

void KeyRequestsTest::ownLimit_standsInForTheClass()
{
    TestServer server;
    server.set("rate_limits.api_read", "2/3600");
    const UserId id = server.addUser("owner@sallyport.example", "viewer");
    const auto key = make(server, id, {"users:read"}, settings::RateLimit{5, 60s});
    HttpsClient client(server.port());
    for (int i = 0; i < 5; ++i) {
        const Reply reply = client.send("GET", "/api/protected", shown(key));
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.header("RateLimit-Policy").find("\"key\";q=5;w=60") != std::string::npos);
    }
    const Reply over = client.send("GET", "/api/protected", shown(key));
    QCOMPARE(over.status, 429);
    QVERIFY(!over.header("Retry-After").empty());
    QCOMPARE(server.events("limit.reached").front().actor.id, key.key.id.text());
    server.clock().advance(65s);
    QCOMPARE(client.send("GET", "/api/protected", shown(key)).status, 200);
}

void KeyRequestsTest::keysOfOneOwner_shareTheClass()
{
    TestServer server;
    server.set("rate_limits.api_read", "3/3600");
    const UserId id = server.addUser("owner@sallyport.example", "viewer");
    const auto one = make(server, id, {"users:read"}), two = make(server, id, {"users:read"});
    HttpsClient client(server.port());
    QCOMPARE(client.send("GET", "/api/users", shown(one)).status, 200);
    QCOMPARE(client.send("GET", "/api/users", shown(two)).status, 200);
    QCOMPARE(client.send("GET", "/api/users", shown(one)).status, 200);
    QCOMPARE(client.send("GET", "/api/users", shown(two)).status, 429);
}

void KeyRequestsTest::bogusKeys_areSlowedDown_goodOnesAreNot()
{
    TestServer server;
    const auto key = make(server, server.addUser("owner@sallyport.example", "viewer"), {"users:read"});
    crypto::SystemRandom random;
    HttpsClient client(server.port());
    int refused = 0, limited = 0;
    for (int i = 0; i < 150; ++i) {
        const auto bogus = identity::newKeyText(identity::KeyTextKind::ApiKey, *identity::newKeyId(random), random);
        const int status = client.send("GET", "/api/protected", shown(bogus->view())).status;
        refused += status == 401;
        limited += status == 429;
    }
    QCOMPARE(refused, 100);
    QCOMPARE(limited, 50);
    QVERIFY(server.events("limit.reached").size() < 3); // a flood is not written down line by line
    QCOMPARE(client.send("GET", "/api/protected", shown(key)).status, 200);
}

void KeyRequestsTest::stepUp_asksForTheOwnersFactor()
{
    TestServer server;
    const std::string admin = server.adminToken();
    const auto admins = server.services().users.list(TestServer::system(), {});
    const UserId adminId = admins->users.front().id;
    // Whoever manages an account must hold what it holds: that goes for a key's scopes, too.
    const auto key = make(
        server, adminId, {"users:delete", "users:read", "roles:read", "records:read", "comments:read", "files:read", "keys:own"});
    const UserId victim = server.addUser("victim@sallyport.example", "viewer");
    const UserId other = server.addUser("other@sallyport.example", "viewer");
    HttpsClient client(server.port());
    // Without a second factor the scope alone counts.
    QCOMPARE(client.send("DELETE", "/api/users/" + other.text(), shown(key)).status, 204);
    const std::string secret = server.enrol(admin);
    const Reply asked = client.send("DELETE", "/api/users/" + victim.text(), shown(key));
    QCOMPARE(asked.status, 401);
    QCOMPARE(asked.text("/code"), std::string("mfa_required"));
    server.clock().advance(60s);
    Headers headers = shown(key);
    headers.emplace_back("X-MFA-Token", server.codeOf(secret));
    QCOMPARE(client.send("DELETE", "/api/users/" + victim.text(), headers).status, 204);
}

void KeyRequestsTest::use_isCounted()
{
    TestServer server;
    const auto key = make(server, server.addUser("owner@sallyport.example", "viewer"), {"users:read"});
    HttpsClient client(server.port());
    for (int i = 0; i < 25; ++i)
        QCOMPARE(client.send("GET", "/api/protected", shown(key)).status, 200);
    const auto seen = server.services().apiKeys.read(TestServer::system(), key.key.id);
    QCOMPARE(seen->useCount, std::int64_t{25});
    QCOMPARE(seen->lastUsedAddress, std::string("127.0.0.1"));
    QVERIFY(seen->lastUsedAt == server.clock().now());
}

SALLYPORT_GUILESS_TEST(KeyRequestsTest)

} // namespace tst_key_requests
#include "tst_key_requests.moc"
