#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_tokens_api {

using namespace sallyport;
using namespace sallyport::test;

/// RFC 7662, RFC 7009, the key set and its keys, over real HTTPS.
class TokensApiTest final : public QObject {
    Q_OBJECT

    TestServer server;
    std::string admin, viewer;

    Reply form(const char* path, const std::string& as, const std::string& body)
    {
        Headers headers = as.empty() ? Headers() : TestServer::bearer(as);
        headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        HttpsClient client(server.port());
        return client.send("POST", path, headers, body);
    }
    bool isActive(const std::string& token)
    {
        const Reply reply = form("/oauth/introspect", admin, "token=" + token);
        return reply.status == 200 && reply.json().at("active").as_bool();
    }
    int statusOf(const std::string& token)
    {
        HttpsClient client(server.port());
        return client.send("GET", "/api/protected", TestServer::bearer(token)).status;
    }
    /// Access and refresh token of a fresh sign-in.
    std::pair<std::string, std::string> signIn(const std::string& email)
    {
        HttpsClient client(server.port());
        const boost::json::value body{{"email", email}, {"password", TestServer::goodPassword}};
        const Reply reply = client.send("POST", "/api/auth/login", TestServer::jsonAnd({}), boost::json::serialize(body));
        return {reply.text("/token"), reply.text("/refresh_token")};
    }

private Q_SLOTS:
    void initTestCase()
    {
        server.addUser("grace@sallyport.example", "viewer");
        admin = server.adminToken();
        viewer = server.tokenOf("grace@sallyport.example");
        QVERIFY(!admin.empty() && !viewer.empty());
    }

    void introspect_accessToken_tellsWhatItIsWorth()
    {
        const Reply reply = form("/oauth/introspect", admin, "token=" + viewer + "&token_type_hint=access_token");
        QCOMPARE(reply.status, 200);
        const boost::json::object facts = reply.json().as_object();
        QVERIFY(facts.at("active").as_bool());
        QCOMPARE(facts.at("username").as_string(), "grace@sallyport.example");
        QCOMPARE(facts.at("token_type").as_string(), "Bearer");
        QVERIFY(facts.at("exp").to_number<std::int64_t>() > facts.at("iat").to_number<std::int64_t>());
        QVERIFY(facts.at("scope").as_string().find("users:read") != boost::json::string::npos);
        QVERIFY(!facts.contains("data"));
        QCOMPARE(reply.header("Cache-Control"), std::string("no-store"));
    }

    void introspect_ownToken_needsNoPermission_anothersDoes()
    {
        QCOMPARE(form("/oauth/introspect", viewer, "token=" + viewer).status, 200);
        const Reply refused = form("/oauth/introspect", viewer, "token=" + admin);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("/required"), std::string("tokens:introspect"));
        // Nor is a worthless token told from another's.
        QCOMPARE(form("/oauth/introspect", viewer, "token=nonsense").status, 403);
    }

    void introspect_whatIsNotGood_isInactiveAndNoMore()
    {
        const auto [access, refresh] = signIn("grace@sallyport.example");
        QVERIFY(isActive(access) && isActive(refresh));
        QVERIFY(!form("/oauth/introspect", admin, "token=" + refresh).json().as_object().contains("token_type"));
        std::string forged = access;
        forged[forged.size() - 10] = forged[forged.size() - 10] == 'A' ? 'B' : 'A';
        for (const std::string& token : {forged, std::string("nonsense"), std::string("a.b.c"), refresh + "A"}) {
            const Reply reply = form("/oauth/introspect", admin, "token=" + token);
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.body, std::string(R"({"active":false})"));
        }
    }

    void asvs_10_4_10_withoutACredential_is401()
    {
        for (const char* path : {"/oauth/introspect", "/oauth/revoke"}) {
            const Reply reply = form(path, {}, "token=" + viewer);
            QCOMPARE(reply.status, 401);
            QVERIFY(!reply.header("WWW-Authenticate").empty());
        }
        QVERIFY(isActive(viewer));
    }

    void asvs_9_2_4_audience_isOursWhateverTheClientSays()
    {
        HttpsClient client(server.port());
        for (const char* member : {"audience", "resource"}) {
            const boost::json::value body{
                {"email", "grace@sallyport.example"}, {"password", TestServer::goodPassword}, {member, "another-api"}};
            QCOMPARE(client.send("POST", "/api/auth/login", TestServer::jsonAnd({}), boost::json::serialize(body)).status, 400);
        }
        const Reply facts = form("/oauth/introspect", admin, "token=" + signIn("grace@sallyport.example").first);
        QCOMPARE(facts.text("/aud"), std::string("sallyport-api"));
    }

    void introspect_usedRefreshToken_isInactiveAndEndsNothing()
    {
        const auto [access, refresh] = signIn("grace@sallyport.example");
        HttpsClient client(server.port());
        const Reply renewed = client.send("POST", "/api/auth/refresh", TestServer::jsonAnd({}),
                                          boost::json::serialize(boost::json::value{{"refresh_token", refresh}}));
        QCOMPARE(renewed.status, 200);
        QVERIFY(!isActive(refresh));
        QVERIFY(isActive(renewed.text("/refresh_token")));
        QCOMPARE(statusOf(access), 200);
    }

    void revoke_eitherToken_endsTheFamilyAtOnce()
    {
        for (const bool byRefresh : {true, false}) {
            const auto [access, refresh] = signIn("grace@sallyport.example");
            QCOMPARE(form("/oauth/revoke", access, "token=" + (byRefresh ? refresh : access)).status, 200);
            QCOMPARE(statusOf(access), 401);
            QVERIFY(!isActive(access) && !isActive(refresh));
        }
    }

    void revoke_anothers_needsThePermission_andTellsNothingOfAWorthlessOne()
    {
        const auto [access, refresh] = signIn("grace@sallyport.example");
        server.addUser("mary@sallyport.example", "viewer");
        const std::string other = server.tokenOf("mary@sallyport.example");
        QCOMPARE(form("/oauth/revoke", other, "token=" + refresh).status, 403);
        QCOMPARE(statusOf(access), 200);
        QCOMPARE(form("/oauth/revoke", other, "token=nonsense").status, 200); // RFC 7009 §2.2
        QCOMPARE(form("/oauth/revoke", admin, "token=" + refresh).status, 200);
        QCOMPARE(statusOf(access), 401);
    }

    void form_brokenOrDouble_is400_anotherMedia415()
    {
        for (const char* body : {"", "token=", "tok=en", "token=a&token=b", "token=%zz", "token=%00", "token=%ff"})
            QCOMPARE(form("/oauth/introspect", admin, body).status, 400);
        HttpsClient client(server.port());
        QCOMPARE(
            client.send("POST", "/oauth/introspect", TestServer::jsonAnd(TestServer::bearer(admin)), R"({"token":"x"})").status,
            415);
        QCOMPARE(client.send("POST", "/oauth/introspect?token=" + viewer, TestServer::bearer(admin)).status, 400);
    }

    // RFC 7662 §2.2, RFC 7009 §2.2: what no token can be is worth nothing; only the form has a bound.
    void longToken_isInactive_longForm413()
    {
        for (const std::string& token : {std::string(4097, 'x'), std::string(16'000, 'x'), viewer + std::string(4096, 'x'),
                                         std::string(3000, 'x') + "." + std::string(3000, 'x') + "." + std::string(3000, 'x')}) {
            const Reply reply = form("/oauth/introspect", admin, "token=" + token);
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.body, std::string(R"({"active":false})"));
            QCOMPARE(form("/oauth/revoke", admin, "token=" + token).status, 200);
        }
        QCOMPARE(form("/oauth/introspect", admin, "token=" + std::string(16 * 1024, 'x')).status, 413);
        QCOMPARE(form("/oauth/revoke", admin, "token=" + std::string(16 * 1024, 'x')).status, 413);
        QCOMPARE(statusOf(viewer), 200);
    }

    void form_parametersThatWeDoNotKnow_areIgnored()
    {
        const Reply reply = form("/oauth/introspect", admin,
                                 "client_id=me&Client-Assertion=x&X.Y=%C3%A4&token=" + viewer + "&token_type_hint=what");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.json().at("active").as_bool());
    }

    void keySet_mayBeKept_andIsNotSentTwice()
    {
        HttpsClient client(server.port());
        const Reply first = client.send("GET", "/.well-known/jwks.json");
        QCOMPARE(first.status, 200);
        QCOMPARE(first.header("Cache-Control"), std::string("public, max-age=300"));
        QCOMPARE(first.count("Cache-Control"), std::size_t{1});
        const std::string tag = first.header("ETag");
        QVERIFY(tag.size() > 2);
        const Reply second = client.send("GET", "/.well-known/jwks.json", {{"If-None-Match", "W/\"x\", " + tag}});
        QCOMPARE(second.status, 304);
        QVERIFY(second.body.empty());
        QCOMPARE(client.send("GET", "/.well-known/jwks.json", {{"If-None-Match", "\"x\""}}).status, 200);
        QCOMPARE(client.send("GET", "/.well-known/jwks.json", {{"If-None-Match", "\"x" + tag.substr(1)}}).status, 200);
        QCOMPARE(client.send("GET", "/.well-known/jwks.json", {{"If-Match", tag}}).status, 200);
        const Reply other = client.send("GET", "/.well-known/jwks.json", {{"If-Match", "\"x\""}});
        QCOMPARE(other.status, 412);
        QCOMPARE(other.header("ETag"), tag);
    }

    void rotation_newKeySigns_oldTokensStayGood()
    {
        HttpsClient client(server.port());
        QCOMPARE(client.send("POST", "/api/signing-keys/rotate", TestServer::bearer(viewer)).status, 403);
        const std::string before = client.send("GET", "/.well-known/jwks.json").header("ETag");
        const Reply made = client.send("POST", "/api/signing-keys/rotate", TestServer::bearer(admin));
        QCOMPARE(made.status, 201);
        const std::string kid = made.text("/data/kid");
        const Reply keys = client.send("GET", "/.well-known/jwks.json");
        QVERIFY(keys.header("ETag") != before);
        QCOMPARE(keys.json().at("keys").at(0).at("kid").as_string(), boost::json::string(kid));
        QCOMPARE(statusOf(viewer), 200);
        QVERIFY(isActive(signIn("grace@sallyport.example").first));
        const Reply list = client.send("GET", "/api/signing-keys", TestServer::bearer(admin));
        QCOMPARE(list.text("/data/0/kid"), kid);
        QVERIFY(list.json().at("data").at(0).at("signs").as_bool() && !list.json().at("data").at(1).at("signs").as_bool());
        QVERIFY(!list.text("/data/1/verifies_until").empty());
        const Reply events = client.send("GET", "/api/events?q=kind%3Aauth.signing_key_rotated", TestServer::bearer(admin));
        QCOMPARE(events.json().at("data").as_array().size(), std::size_t{1});
    }

    void algorithm_changed_newTokensAreEdDsa_oldOnesStayGood()
    {
        server.set("tokens.algorithm", "EdDSA");
        HttpsClient client(server.port());
        const auto [fresh, refresh] = signIn("grace@sallyport.example");
        QCOMPARE(statusOf(viewer), 200);
        QCOMPARE(statusOf(fresh), 200);
        QVERIFY(isActive(viewer) && isActive(fresh));
        const Reply list = client.send("GET", "/api/signing-keys", TestServer::bearer(admin));
        QCOMPARE(list.text("/data/0/alg"), std::string("EdDSA"));
        QCOMPARE(list.text("/data/1/alg"), std::string("ES256"));
        const Reply keys = client.send("GET", "/.well-known/jwks.json");
        QCOMPARE(keys.text("/keys/0/kty"), std::string("OKP"));
        QCOMPARE(keys.text("/keys/0/crv"), std::string("Ed25519"));
        QCOMPARE(keys.text("/keys/0/alg"), std::string("EdDSA"));
        QCOMPARE(keys.text("/keys/0/kid"), list.text("/data/0/kid"));

        // Logout is as immediate as ever.
        QCOMPARE(client.send("POST", "/api/auth/logout", TestServer::bearer(fresh)).status, 204);
        QCOMPARE(statusOf(fresh), 401);
        QVERIFY(!isActive(fresh) && !isActive(refresh));
        server.set("tokens.algorithm", "ES256");
    }
};

SALLYPORT_GUILESS_TEST(TokensApiTest)

} // namespace tst_tokens_api
#include "tst_tokens_api.moc"
