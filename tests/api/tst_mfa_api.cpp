#include "tests/api/support/test_server.h"

#include "backend/api/endpoints/all_routes.h"

#include <boost/json.hpp>

#include <QTest>

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;

/// A second factor by role, over real HTTPS.
class MfaApiTest final : public QObject {
    Q_OBJECT

    Reply send(TestServer& server, const char* method, const std::string& path, const std::string& token,
               const boost::json::value& body = nullptr, Headers more = {})
    {
        HttpsClient client(server.port());
        if (!token.empty())
            more.emplace_back("Authorization", "Bearer " + token);
        if (body.is_null())
            return client.send(method, path, more);
        return client.send(method, path, TestServer::jsonAnd(more), boost::json::serialize(body));
    }

    Reply login(TestServer& server, const std::string& email)
    {
        return send(server, "POST", "/api/auth/login", {}, {{"email", email}, {"password", TestServer::kPassword}});
    }

private Q_SLOTS:
    void withinGrace_loginAndMe_tellTheDeadline()
    {
        TestServer server;
        server.set("mfa.required_roles", "viewer");
        server.addUser("vi@sallyport.example", "viewer");
        const Reply reply = login(server, "vi@sallyport.example");
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.text("/token").empty() && !reply.text("/mfa_required_by").empty());
        const Reply me = send(server, "GET", "/api/auth/me", reply.text("/token"));
        QCOMPARE(me.text("/data/mfa_required_by"), reply.text("/mfa_required_by"));
        QCOMPARE(me.json().at("data").at("recovery_codes_left").to_number<int>(), 0);
        QVERIFY(login(server, TestServer::kAdmin).text("/mfa_required_by").empty());
    }

    void asvs_6_3_3_afterGrace_everyOtherRouteIsShut()
    {
        TestServer server;
        server.addUser("vi@sallyport.example", "admin");
        server.set("mfa.required_roles", "admin");
        server.set("mfa.grace_days", "0");
        const Reply reply = login(server, "vi@sallyport.example");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.json().at("mfa_enrolment_required").as_bool());
        QVERIFY(reply.text("/token").empty() && reply.text("/refresh_token").empty());
        const std::string token = reply.text("/enrolment_token");
        int open = 0;
        for (const api::Route& route : api::allRoutes()) {
            if (route.access == api::Access::Public || route.access == api::Access::SignedOnly)
                continue;
            if (route.beforeEnrolment) {
                ++open;
                QVERIFY2(route.pattern.starts_with("/api/mfa/") || route.pattern.starts_with("/api/auth/webauthn/register")
                             || route.pattern.starts_with("/api/auth/logout"), route.operation.data());
                continue;
            }
            std::string path(route.pattern);
            if (const std::size_t at = path.find('{'); at != std::string::npos)
                path.replace(at, path.find('}') - at + 1, "00000000000000000000000000");
            const Reply shut = send(server, http::methodName(route.method).data(), path, token);
            QVERIFY2(shut.status == 401, route.operation.data());
            QCOMPARE(shut.text("/code"), std::string("mfa_enrolment_required"));
            QVERIFY(shut.header("WWW-Authenticate").find("insufficient_user_authentication") != std::string::npos);
        }
        QVERIFY(open >= 4);
        const std::vector<audit::Event> refused = server.events("mfa.overdue");
        QVERIFY(refused.size() > 10);
        QVERIFY(refused.front().detailsJson.find("\"stage\":\"enrolment\",\"result\":\"refused\"") != std::string::npos);

        const std::string secret = send(server, "POST", "/api/mfa/setup", token, boost::json::object()).text("/secret");
        QVERIFY(!secret.empty());
        const Reply done = send(server, "POST", "/api/mfa/verify", token, {{"code", server.codeOf(secret)}});
        QCOMPARE(done.status, 200);
        QCOMPARE(done.json().at("recovery_codes").as_array().size(), std::size_t{10});
        QCOMPARE(send(server, "GET", "/api/protected", token).status, 401);
        QCOMPARE(send(server, "GET", "/api/users", done.text("/token")).status, 200);
        QCOMPARE(send(server, "GET", "/api/sensitive", done.text("/token")).status, 200);
        QVERIFY(!done.text("/refresh_token").empty());
    }

    void afterGrace_keyOfTheUser_isRefusedWithTheReason()
    {
        TestServer server;
        const std::string token = server.adminToken();
        const Reply made = send(server, "POST", "/api/keys", token, {{"name", "CI"}, {"scopes", {"users:read"}}});
        QCOMPARE(made.status, 201);
        HttpsClient client(server.port());
        QCOMPARE(client.send("GET", "/api/users", {{"X-API-Key", made.text("/key")}}).status, 200);
        server.set("mfa.required_roles", "admin");
        server.set("mfa.grace_days", "0");
        const Reply refused = client.send("GET", "/api/users", {{"X-API-Key", made.text("/key")}});
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.text("/code"), std::string("mfa_enrolment_required"));
        // The running session sets it up and goes on.
        QCOMPARE(send(server, "GET", "/api/users", token).text("/code"), std::string("mfa_enrolment_required"));
        server.enrol(token);
        QCOMPARE(send(server, "GET", "/api/users", token).status, 200);
    }
};

QTEST_GUILESS_MAIN(MfaApiTest)
#include "tst_mfa_api.moc"
