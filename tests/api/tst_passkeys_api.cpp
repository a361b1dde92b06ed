#include "tests/api/support/test_server.h"
#include "tests/identity/soft_authenticator.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_passkeys_api {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;

/// Passkeys over real HTTPS, with an authenticator in software.
class PasskeysApiTest final : public QObject {
    Q_OBJECT

    struct Site {
        Site()
        {
            server.set("webauthn.rp_id", "example.com");
            server.set("webauthn.origins", "https://console.example.com");
            user = server.addUser("vi@sallyport.example", "viewer");
        }

        Reply send(const char* method, const std::string& path, const std::string& token,
                   const boost::json::value& body = nullptr)
        {
            HttpsClient client(server.port());
            Headers headers = token.empty() ? Headers() : TestServer::bearer(token);
            if (body.is_null())
                return client.send(method, path, headers);
            return client.send(method, path, TestServer::jsonAnd(headers), boost::json::serialize(body));
        }
        Reply login(const std::string& email)
        {
            return send("POST", "/api/auth/login", {}, {{"email", email}, {"password", TestServer::goodPassword}});
        }

        static Bytes challengeOf(const Reply& options) { return *fromBase64Url(options.text("/data/publicKey/challenge")); }

        /// As browsers answer: members with capitals, with values of every kind.
        static boost::json::object extensions()
        {
            return {{"credProps", {{"rk", true}}},
                    {"appid", false},
                    {"hmacCreateSecret", nullptr},
                    {"largeBlob", {{"supported", true}, {"blob", "AAEC"}}},
                    {"prf", {{"enabled", true}, {"results", {{"first", "AAEC"}}}}},
                    {"uvm", boost::json::array{boost::json::array{2, 4, 2}}}};
        }
        static boost::json::value registrationJson(const identity::webauthn::RegistrationAnswer& answer)
        {
            return {{"id", toBase64Url(answer.credentialId)},
                    {"rawId", toBase64Url(answer.credentialId)},
                    {"type", "public-key"},
                    {"clientExtensionResults", extensions()},
                    {"response",
                     {{"clientDataJSON", toBase64Url(answer.clientDataJson)},
                      {"attestationObject", toBase64Url(answer.attestationObject)}}}};
        }
        static boost::json::value assertionJson(const identity::webauthn::AssertionAnswer& answer)
        {
            return {{"id", toBase64Url(answer.credentialId)},
                    {"type", "public-key"},
                    {"clientExtensionResults", extensions()},
                    {"response",
                     {{"clientDataJSON", toBase64Url(answer.clientDataJson)},
                      {"authenticatorData", toBase64Url(answer.authenticatorData)},
                      {"signature", toBase64Url(answer.signature)}}}};
        }

        Reply enrol(SoftAuthenticator& device, const std::string& token, const SoftAuthenticator::Mistakes& wrong = {})
        {
            const Reply options = send("POST", "/api/auth/webauthn/register/begin", token, boost::json::object());
            if (options.status != 200)
                return options;
            return send("POST", "/api/auth/webauthn/register/finish", token,
                        {{"name", "Key ring"}, {"credential", registrationJson(device.create(challengeOf(options), wrong))}});
        }
        /// Signs in with password and passkey.
        Reply signIn(SoftAuthenticator& device, const std::string& email, const SoftAuthenticator::Mistakes& wrong = {})
        {
            const std::string pending = login(email).text("/mfa_token");
            const Reply options = send("POST", "/api/auth/webauthn/login/begin", {}, {{"mfa_token", pending}});
            if (options.status != 200)
                return options;
            return send("POST", "/api/auth/webauthn/login/finish", {},
                        {{"mfa_token", pending}, {"credential", assertionJson(device.get(challengeOf(options), wrong))}});
        }

        TestServer server;
        UserId user;
    };

private Q_SLOTS:
    void passkey_isAWholeSecondFactor()
    {
        Site s;
        SoftAuthenticator device;
        const std::string first = s.login("vi@sallyport.example").text("/token");
        const Reply added = s.enrol(device, first);
        QCOMPARE(added.status, 201);
        QCOMPARE(added.json().at("recovery_codes").as_array().size(), std::size_t{10});
        QCOMPARE(added.text("/passkey/algorithm"), std::string("ES256"));
        QCOMPARE(s.server.events("passkey.added").size(), std::size_t{1});
        const Reply asked = s.login("vi@sallyport.example");
        QVERIFY(asked.json().at("mfa_required").as_bool());
        QCOMPARE(asked.json().at("methods").as_array(), (boost::json::array{"webauthn", "recovery_code"}));
        // Six digits never match where there is no authenticator app.
        QCOMPARE(s.send("POST", "/api/auth/mfa", {}, {{"mfa_token", asked.text("/mfa_token")}, {"code", "000000"}}).status, 401);
        const Reply in = s.signIn(device, "vi@sallyport.example");
        QCOMPARE(in.status, 200);
        QCOMPARE(s.send("GET", "/api/sensitive", in.text("/token")).status, 200);
        const Reply me = s.send("GET", "/api/auth/me", in.text("/token"));
        QVERIFY(me.json().at("data").at("mfa_enabled").as_bool() && !me.json().at("data").at("authenticator_app").as_bool());
        QCOMPARE(me.json().at("data").at("passkeys").to_number<int>(), 1);
        // The token says that it was phishing-resistant.
        const std::string token = in.text("/token");
        const std::size_t from = token.find('.') + 1;
        const Bytes payload = *fromBase64Url(std::string_view(token).substr(from, token.find('.', from) - from));
        const auto claims = boost::json::parse(std::string_view(reinterpret_cast<const char*>(payload.data()), payload.size()));
        QCOMPARE(claims.at("acr").as_string(), "urn:sallyport:acr:phr");
        QCOMPARE(claims.at("amr").as_array(), (boost::json::array{"pwd", "pop", "mfa"}));
    }

    void challenge_worksOnce_forItsOwner_andForFiveMinutes()
    {
        Site s;
        SoftAuthenticator device;
        QCOMPARE(s.enrol(device, s.login("vi@sallyport.example").text("/token")).status, 201);
        const std::string pending = s.login("vi@sallyport.example").text("/mfa_token");
        const auto options = [&] {
            return Site::challengeOf(s.send("POST", "/api/auth/webauthn/login/begin", {}, {{"mfa_token", pending}}));
        };
        const auto finish = [&](const Bytes& challenge) {
            return s.send("POST", "/api/auth/webauthn/login/finish", {},
                          {{"mfa_token", s.login("vi@sallyport.example").text("/mfa_token")},
                           {"credential", Site::assertionJson(device.get(challenge))}});
        };
        // Another pending sign-in of the same user: not the one that asked.
        QCOMPARE(finish(options()).status, 401);
        const Bytes made(32, std::byte{1});
        QCOMPARE(finish(made).status, 401);
        const Bytes challenge = options();
        const auto answer = Site::assertionJson(device.get(challenge));
        const Reply once =
            s.send("POST", "/api/auth/webauthn/login/finish", {}, {{"mfa_token", pending}, {"credential", answer}});
        QCOMPARE(once.status, 200);
        QCOMPARE(s.send("POST", "/api/auth/webauthn/login/finish", {}, {{"mfa_token", pending}, {"credential", answer}}).status,
                 401);
        // Over after five minutes, though the session that asked lives.
        const std::string token = once.text("/token");
        const Reply late = s.send("POST", "/api/auth/webauthn/step-up/begin", token, boost::json::object());
        s.server.clock().advance(301s);
        const auto stale = Site::assertionJson(device.get(Site::challengeOf(late)));
        QCOMPARE(s.send("POST", "/api/auth/webauthn/step-up/finish", token, {{"credential", stale}}).text("/code"),
                 std::string("mfa_invalid"));
        QCOMPARE(s.server.events("auth.mfa_failed").front().reason, std::string("webauthn_challenge"));
    }

    void stepUp_withPasskey_newSession()
    {
        Site s;
        SoftAuthenticator device(identity::webauthn::edDsa);
        QCOMPARE(s.enrol(device, s.login("vi@sallyport.example").text("/token")).status, 201);
        const std::string token = s.signIn(device, "vi@sallyport.example").text("/token");
        s.server.clock().advance(301s);
        QCOMPARE(s.send("GET", "/api/sensitive", token).status, 401);
        const Reply options = s.send("POST", "/api/auth/webauthn/step-up/begin", token, boost::json::object());
        const Reply fresh = s.send("POST", "/api/auth/webauthn/step-up/finish", token,
                                   {{"credential", Site::assertionJson(device.get(Site::challengeOf(options)))}});
        QCOMPARE(fresh.status, 200);
        QCOMPARE(s.send("GET", "/api/sensitive", fresh.text("/token")).status, 200);
        QCOMPARE(s.send("GET", "/api/protected", token).status, 401);
    }

    void wrongAnswers_areRefused_recorded_andHeldBack()
    {
        Site s;
        SoftAuthenticator device, other;
        QCOMPARE(
            s.enrol(device, s.login("vi@sallyport.example").text("/token"), {.origin = "https://evil.example"}).text("/code"),
            std::string("mfa_invalid"));
        QCOMPARE(s.server.events("auth.mfa_failed").front().reason, std::string("webauthn_origin"));
        QCOMPARE(s.enrol(device, s.login("vi@sallyport.example").text("/token")).status, 201);
        QCOMPARE(s.signIn(device, "vi@sallyport.example", {.rpId = "evil.example"}).status, 401);
        QCOMPARE(s.server.events("auth.mfa_failed").front().reason, std::string("webauthn_rp"));
        QCOMPARE(s.signIn(other, "vi@sallyport.example").status, 401);
        QCOMPARE(s.server.events("auth.mfa_failed").front().reason, std::string("webauthn_credential"));
        // A counter that went back: an alarm of its own.
        QCOMPARE(s.signIn(device, "vi@sallyport.example").status, 200);
        device.counter = 1;
        QCOMPARE(s.signIn(device, "vi@sallyport.example", {.stepBack = true}).status, 401);
        QCOMPARE(s.server.events("passkey.copied").size(), std::size_t{1});
        for (int i = 0; i < 6; ++i)
            static_cast<void>(s.signIn(device, "vi@sallyport.example", {.spoilSignature = true}));
        device.counter = 100;
        QCOMPARE(s.signIn(device, "vi@sallyport.example").status, 429);
    }

    void asvs_6_3_3_enrolmentSession_canAddAPasskey()
    {
        Site s;
        s.server.set("mfa.required_roles", "viewer");
        s.server.set("mfa.grace_days", "0");
        SoftAuthenticator device(identity::webauthn::rs256);
        const Reply added = s.enrol(device, s.login("vi@sallyport.example").text("/enrolment_token"));
        QCOMPARE(added.status, 201);
        QCOMPARE(s.send("GET", "/api/protected", added.text("/token")).status, 200);
        QCOMPARE(s.signIn(device, "vi@sallyport.example").status, 200);
    }

    void list_rename_remove()
    {
        Site s;
        SoftAuthenticator device;
        const std::string first = s.login("vi@sallyport.example").text("/token");
        const Reply added = s.enrol(device, first);
        const std::string path = "/api/auth/webauthn/credentials/" + added.text("/passkey/id");
        QCOMPARE(s.enrol(device, first).text("/code"), std::string("conflict"));
        QCOMPARE(s.send("PATCH", path, first, {{"name", "Blue key"}}).text("/data/name"), std::string("Blue key"));
        const std::string admin = s.server.adminToken();
        // ASVS 8.2.2: another's is as good as none.
        QCOMPARE(s.send("PATCH", path, admin, {{"name", "Mine"}}).status, 404);
        QCOMPARE(s.send("GET", "/api/users/" + s.user.text() + "/passkeys", admin).json().at("data").as_array().size(),
                 std::size_t{1});
        QCOMPARE(s.send("DELETE", path, admin).text("/code"), std::string("mfa_enrolment_required"));
        QCOMPARE(s.send("GET", "/api/auth/webauthn/credentials", first).json().at("data").as_array().size(), std::size_t{1});
        s.server.clock().advance(301s);
        QCOMPARE(s.send("DELETE", path, first).text("/code"), std::string("step_up_required"));
        const std::string token = s.signIn(device, "vi@sallyport.example").text("/token");
        QCOMPARE(s.send("DELETE", path, token).status, 204);
        QCOMPARE(s.send("DELETE", path, token).status, 404);
        QVERIFY(!s.login("vi@sallyport.example").text("/token").empty());
        QCOMPARE(s.server.events("passkey.removed").size(), std::size_t{1});
    }

    void bothFactors_andReset()
    {
        Site s;
        SoftAuthenticator device;
        const std::string first = s.login("vi@sallyport.example").text("/token");
        QCOMPARE(s.enrol(device, first).status, 201);
        const std::string secret = s.server.enrol(first);
        QCOMPARE(s.login("vi@sallyport.example").json().at("methods").as_array().size(), std::size_t{3});
        QCOMPARE(s.signIn(device, "vi@sallyport.example").status, 200);
        s.server.clock().advance(60s);
        const std::string pending = s.login("vi@sallyport.example").text("/mfa_token");
        QCOMPARE(s.send("POST", "/api/auth/mfa", {}, {{"mfa_token", pending}, {"code", s.server.codeOf(secret)}}).status, 200);
        QVERIFY(s.server.services().users.apply(TestServer::system(), s.user, identity::UserAction::ResetMfa));
        QCOMPARE(s.server.services().passkeys.list(TestServer::system(), s.user)->size(), std::size_t{0});
        QVERIFY(!s.login("vi@sallyport.example").text("/token").empty());
    }

    void off_saysSo()
    {
        TestServer server;
        HttpsClient client(server.port());
        const Reply off = client.send("POST", "/api/auth/webauthn/register/begin",
                                      TestServer::jsonAnd(TestServer::bearer(server.adminToken())), "{}");
        QCOMPARE(off.status, 409);
        QCOMPARE(off.text("/code"), std::string("passkeys_off"));
        const auto refused = [&](const char* key, const char* value) {
            return !server.services().settings.change(TestServer::system(), {{key, value}});
        };
        QVERIFY(refused("webauthn.rp_id", "127.0.0.1") && refused("webauthn.rp_id", "Example.com") &&
                refused("webauthn.rp_id", "a..b"));
        server.set("webauthn.rp_id", "example.com");
        QVERIFY(refused("webauthn.origins", "https://evil.example") && refused("webauthn.origins", "http://example.com"));
        QVERIFY(refused("webauthn.origins", "https://notexample.com") && refused("webauthn.origins", "https://example.com/path"));
        server.set("webauthn.origins", "https://example.com:8443, https://a.example.com");
    }
};

SALLYPORT_GUILESS_TEST(PasskeysApiTest)

} // namespace tst_passkeys_api
#include "tst_passkeys_api.moc"
