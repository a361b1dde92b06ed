#include "tests/api/support/test_server.h"

#include "backend/api/endpoints/all_endpoints.h"
#include "backend/base/encoding.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_mfa_api {

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
        return send(server, "POST", "/api/auth/login", {}, {{"email", email}, {"password", TestServer::goodPassword}});
    }

    static boost::json::value claimsOf(const std::string& token)
    {
        const std::size_t from = token.find('.') + 1;
        const Bytes payload = *fromBase64Url(std::string_view(token).substr(from, token.find('.', from) - from));
        return boost::json::parse(std::string_view(reinterpret_cast<const char*>(payload.data()), payload.size()));
    }

    static access::Actor expectActor(TestServer& server, const std::string& token)
    {
        return (*server.services().signIn.authenticate(token))->actor;
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
        QVERIFY(login(server, TestServer::administratorEmail).text("/mfa_required_by").empty());
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
        for (const api::Route& route : api::allEndpoints().routes) {
            if (route.access == api::Access::Public || route.access == api::Access::SignedOnly)
                continue;
            if (route.beforeEnrolment) {
                ++open;
                QVERIFY2(route.pattern.starts_with("/api/mfa/") || route.pattern.starts_with("/api/auth/webauthn/register") ||
                             route.pattern.starts_with("/api/auth/logout"),
                         route.operation.data());
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

        const Reply setup = send(server, "POST", "/api/mfa/setup", token, boost::json::object());
        const std::string secret = setup.text("/secret");
        QVERIFY(!secret.empty());
        QVERIFY(!setup.text("/issuer").empty() && setup.text("/account").find('@') != std::string::npos);
        QVERIFY(setup.text("/otpauth_url").starts_with("otpauth://totp/" + setup.text("/issuer") + ":"));
        const Reply done = send(server, "POST", "/api/mfa/verify", token, {{"code", server.codeOf(secret)}});
        QCOMPARE(done.status, 200);
        QCOMPARE(done.json().at("recovery_codes").as_array().size(), std::size_t{10});
        QCOMPARE(send(server, "GET", "/api/protected", token).status, 401);
        QCOMPARE(send(server, "GET", "/api/users", done.text("/token")).status, 200);
        QCOMPARE(send(server, "GET", "/api/sensitive", done.text("/token")).status, 200);
        QVERIFY(!done.text("/refresh_token").empty());
    }

    void asvs_6_4_4_reset_needsAFreshCodeOfOnesOwn()
    {
        TestServer server;
        const UserId user = server.addUser("vi@sallyport.example", "viewer");
        server.enrol(server.tokenOf("vi@sallyport.example"));
        const std::string reset = "/api/users/" + user.text() + "/reset-mfa";
        const std::string token = server.adminToken();
        // Without a factor of one's own there is nothing to show.
        QCOMPARE(send(server, "POST", reset, token).text("/code"), std::string("mfa_enrolment_required"));
        const std::string secret = server.enrol(token);
        server.clock().advance(301s);
        const Reply stale = send(server, "POST", reset, token);
        QCOMPARE(stale.status, 401);
        QCOMPARE(stale.text("/code"), std::string("step_up_required"));
        // RFC 9470 §3: which strength, and how fresh.
        const std::string challenge = stale.header("WWW-Authenticate");
        QVERIFY(challenge.find("error=\"insufficient_user_authentication\"") != std::string::npos);
        QVERIFY(challenge.find("acr_values=\"urn:sallyport:acr:mfa\"") != std::string::npos);
        QVERIFY(challenge.find("max_age=300") != std::string::npos);
        QCOMPARE(stale.json().at("max_age").to_number<int>(), 300);
        QCOMPARE(send(server, "POST", reset, token, nullptr, {{"X-MFA-Token", "000000"}}).text("/code"),
                 std::string("mfa_invalid"));
        QCOMPARE(send(server, "POST", reset, token, nullptr, {{"X-MFA-Token", server.codeOf(secret)}}).status, 204);
        QCOMPARE(server.events("mfa.reset").size(), std::size_t{1});
        // What was shown counts for the session for a while; there is nothing left to reset.
        QCOMPARE(send(server, "POST", reset, token).text("/code"), std::string("mfa_not_enabled"));
        // The service asks by itself, so the console and a key are held to the same.
        const access::Actor who = expectActor(server, token);
        server.clock().advance(301s);
        QCOMPARE(server.services().users.apply(who, user, identity::UserAction::ResetMfa).error().code,
                 ErrorCode::StepUpRequired);
    }

    void asvs_7_2_4_stepUp_newSessionWithTheSameEnd()
    {
        TestServer server;
        const std::string first = server.adminToken();
        const std::string secret = server.enrol(first);
        server.clock().advance(600s);
        const Reply again = login(server, TestServer::administratorEmail);
        const Reply mfa =
            send(server, "POST", "/api/auth/mfa", {}, {{"mfa_token", again.text("/mfa_token")}, {"code", server.codeOf(secret)}});
        const std::string token = mfa.text("/token");
        const auto sessionOf = [&](const std::string& bearer) {
            return send(server, "GET", "/api/auth/sessions", bearer).json().at("data").as_array();
        };
        const auto ends = sessionOf(token).front().at("expires_at").as_string();
        server.clock().advance(400s);
        QCOMPARE(send(server, "GET", "/api/sensitive", token).status, 401);
        QCOMPARE(send(server, "POST", "/api/auth/step-up", token, {{"code", "000000"}}).status, 401);
        const Reply fresh = send(server, "POST", "/api/auth/step-up", token, {{"code", server.codeOf(secret)}});
        QCOMPARE(fresh.status, 200);
        QCOMPARE(send(server, "GET", "/api/protected", token).status, 401);
        QCOMPARE(send(server, "POST", "/api/auth/refresh", {}, {{"refresh_token", mfa.text("/refresh_token")}}).status, 401);
        QCOMPARE(send(server, "GET", "/api/sensitive", fresh.text("/token")).status, 200);
        bool sameEnd = false;
        for (const boost::json::value& session : sessionOf(fresh.text("/token")))
            sameEnd = sameEnd || (session.at("current").as_bool() && session.at("expires_at").as_string() == ends);
        QVERIFY(sameEnd);
        // RFC 9470 §5: the token says how strong and how fresh.
        const boost::json::value before = claimsOf(mfa.text("/token")), after = claimsOf(fresh.text("/token"));
        QCOMPARE(after.at("acr").as_string(), "urn:sallyport:acr:mfa");
        QCOMPARE(after.at("auth_time").as_int64() - before.at("auth_time").as_int64(), std::int64_t{400});
        QCOMPARE(claimsOf(first).at("acr").as_string(), "urn:sallyport:acr:pwd");
        QCOMPARE(server.events("auth.stepped_up").size(), std::size_t{1});
    }

    void asvs_7_5_1_setup_afterAnOldSignIn_isRefused()
    {
        TestServer server;
        const std::string token = server.adminToken();
        server.clock().advance(901s);
        server.set("tokens.access_lifetime", "3600");
        const std::string old = server.adminToken();
        server.clock().advance(3599s);
        const Reply stale = send(server, "POST", "/api/mfa/setup", old, boost::json::object());
        QCOMPARE(stale.status, 401);
        QCOMPARE(stale.text("/code"), std::string("reauthentication_required"));
        const std::string challenge = stale.header("WWW-Authenticate");
        QVERIFY(challenge.find("insufficient_user_authentication") != std::string::npos &&
                challenge.find("max_age=900") != std::string::npos);
        QVERIFY(challenge.find("acr_values") == std::string::npos);
        QCOMPARE(send(server, "POST", "/api/mfa/setup", server.adminToken(), boost::json::object()).status, 200);
    }

    void trustedDevice_isOff_andThenStandsForTheCodeOnly()
    {
        TestServer server;
        server.addUser("vi@sallyport.example", "viewer");
        const std::string secret = server.enrol(server.tokenOf("vi@sallyport.example"));
        const auto finish = [&] {
            server.clock().advance(30s);
            return send(server, "POST", "/api/auth/mfa", {},
                        {{"mfa_token", login(server, "vi@sallyport.example").text("/mfa_token")},
                         {"code", server.codeOf(secret)},
                         {"trust_device", true}});
        };
        const auto withDevice = [&](const std::string& email, const std::string& device,
                                    const char* password = TestServer::goodPassword) {
            return send(server, "POST", "/api/auth/login", {},
                        {{"email", email}, {"password", password}, {"device_token", device}});
        };
        const Reply off = finish();
        QCOMPARE(off.status, 200);
        QVERIFY(off.text("/device_token").empty());
        server.set("mfa.trusted_device_days", "30");
        const Reply trusted = finish();
        const std::string device = trusted.text("/device_token");
        QVERIFY(device.size() >= 43);
        QCOMPARE(server.events("mfa.device_trusted").size(), std::size_t{1});
        const Reply in = withDevice("vi@sallyport.example", device);
        const std::string token = in.text("/token");
        QVERIFY(!token.empty());
        // Not for the password, not for step-up, not for somebody else, not made up.
        QCOMPARE(withDevice("vi@sallyport.example", device, "wrong").status, 401);
        QCOMPARE(send(server, "GET", "/api/sensitive", token).text("/code"), std::string("mfa_required"));
        QCOMPARE(claimsOf(token).at("acr").as_string(), "urn:sallyport:acr:pwd");
        QVERIFY(withDevice("vi@sallyport.example", device.substr(1) + "A").text("/token").empty());
        server.addUser("eve@sallyport.example", "viewer");
        server.enrol(server.tokenOf("eve@sallyport.example"));
        QVERIFY(withDevice("eve@sallyport.example", device).text("/token").empty());
        const auto devices = [&](const std::string& who) {
            return send(server, "GET", "/api/auth/devices", who).json().at("data").as_array();
        };
        QCOMPARE(devices(token).size(), std::size_t{1});
        const std::string path = "/api/auth/devices/" + std::string(devices(token)[0].at("id").as_string());
        const std::string admin = server.adminToken();
        server.set("mfa.trusted_device_days", "0");
        QVERIFY(withDevice("vi@sallyport.example", device).text("/token").empty());
        server.set("mfa.trusted_device_days", "30");
        QVERIFY(!withDevice("vi@sallyport.example", device).text("/token").empty());
        QCOMPARE(send(server, "DELETE", path, token).status, 204);
        QCOMPARE(send(server, "DELETE", path, token).status, 404);
        QVERIFY(withDevice("vi@sallyport.example", device).text("/token").empty());
        // Signing out everywhere ends them, and so does a new password.
        const Reply again = finish();
        QCOMPARE(send(server, "POST", "/api/auth/logout-all", again.text("/token")).status, 204);
        QVERIFY(withDevice("vi@sallyport.example", again.text("/device_token")).text("/token").empty());
        const Reply third = finish();
        QCOMPARE(send(server, "POST", "/api/auth/password", third.text("/token"),
                      {{"current_password", TestServer::goodPassword}, {"new_password", "eleven brisk herons over granite"}})
                     .status,
                 204);
        QVERIFY(withDevice("vi@sallyport.example", third.text("/device_token"), "eleven brisk herons over granite")
                    .text("/token")
                    .empty());
        QVERIFY(withDevice("vi@sallyport.example", third.text("/device_token"), "eleven brisk herons over granite")
                    .json()
                    .at("mfa_required")
                    .as_bool());
    }

    void trustedDevice_endsAfterItsDays()
    {
        TestServer server;
        server.set("mfa.trusted_device_days", "1");
        server.addUser("vi@sallyport.example", "viewer");
        const std::string secret = server.enrol(server.tokenOf("vi@sallyport.example"));
        server.clock().advance(30s);
        const std::string device = send(server, "POST", "/api/auth/mfa", {},
                                        {{"mfa_token", login(server, "vi@sallyport.example").text("/mfa_token")},
                                         {"code", server.codeOf(secret)},
                                         {"trust_device", true}})
                                       .text("/device_token");
        server.clock().advance(24h);
        const Reply late =
            send(server, "POST", "/api/auth/login", {},
                 {{"email", "vi@sallyport.example"}, {"password", TestServer::goodPassword}, {"device_token", device}});
        QVERIFY(late.json().at("mfa_required").as_bool());
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

SALLYPORT_GUILESS_TEST(MfaApiTest)

} // namespace tst_mfa_api
#include "tst_mfa_api.moc"
