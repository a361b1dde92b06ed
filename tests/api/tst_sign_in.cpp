#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_sign_in {

using namespace sallyport;
using namespace sallyport::test;

/// Login, second factor, refresh, logout over real HTTPS.
class SignInTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void login_right_answersTokens();
    void login_wrong_tellsNothing();
    void asvs_6_3_8_login_unknownUser_readsTheSame();
    void login_withFactor_asksForCode();
    void mfa_sameCodeTwice_isRefused();
    void mfa_recoveryCode_worksOnce();
    void asvs_9_2_2_token_pendingOfFactor_opensNothing();
    void protected_withoutToken_is401();
    void protected_withToken_saysWho();
    void protected_flippedToken_is401();
    void asvs_15_3_7_credentials_twoKinds_are400();
    void asvs_14_2_1_credentials_inUrl_are400AndNotRecorded();
    void credentials_apiKey_is401();
    void refresh_rotates_andReuseEndsTheFamily();
    void logout_endsTheToken();
    void asvs_10_4_9_logoutAll_endsEverySession();
    void asvs_10_3_4_sensitive_withoutFactor_asksForIt();
    void sensitive_withCode_opensForThatRequest();
    void sensitive_afterLongTime_asksAgain();
    void me_namesPermissions();
    void asvs_7_5_2_sessions_list_andEnd();
    void asvs_6_2_2_password_change_needsTheCurrentOne();
    void password_resetLink_worksOnce();
    void password_strength_givesAdvice();
    void jwks_holdsPublicKeysOnly();
    void authLimit_sixthTry_is429();
    void refusal_isRecordedWithItsStages();

private:
    std::string login(const std::string& email, const std::string& password);
    Reply post(const std::string& path, const std::string& body, const std::string& token = {});
    Reply get(const std::string& path, const std::string& token = {}, Headers more = {});
    TestServer server;
};

Reply SignInTest::post(const std::string& path, const std::string& body, const std::string& token)
{
    HttpsClient client(server.port());
    return client.send("POST", path, TestServer::jsonAnd(token.empty() ? Headers() : TestServer::bearer(token)), body);
}

Reply SignInTest::get(const std::string& path, const std::string& token, Headers more)
{
    HttpsClient client(server.port());
    if (!token.empty())
        more.emplace_back("Authorization", "Bearer " + token);
    return client.send("GET", path, more);
}

std::string SignInTest::login(const std::string& email, const std::string& password)
{
    return boost::json::serialize(boost::json::value{{"email", email}, {"password", password}});
}

void SignInTest::login_right_answersTokens()
{
    const Reply reply = post("/api/auth/login", login(TestServer::administratorEmail, TestServer::goodPassword));
    QCOMPARE(reply.status, 200);
    const boost::json::value body = reply.json();
    QCOMPARE(QByteArray::fromStdString(reply.text("/token_type")), QByteArray("Bearer"));
    QVERIFY(body.at("expires_in").as_int64() > 0);
    QVERIFY(!reply.text("/refresh_token").empty());
    QCOMPARE(QByteArray::fromStdString(reply.text("/user/email")), QByteArray(TestServer::administratorEmail));
    QCOMPARE(reply.text("/data/token"), reply.text("/token"));
    QVERIFY(reply.body.find("password") == std::string::npos || reply.body.find("password_changed_at") != std::string::npos);
    QCOMPARE(reply.count("RateLimit"), std::size_t{1});
    QCOMPARE(reply.count("RateLimit-Policy"), std::size_t{1});
}

void SignInTest::login_wrong_tellsNothing()
{
    const Reply reply = post("/api/auth/login", login(TestServer::administratorEmail, "CANARY-wrong-password"));
    QCOMPARE(reply.status, 401);
    QVERIFY(reply.text("/error").find("Authentication") != std::string::npos);
    QVERIFY(reply.body.find("CANARY") == std::string::npos);
    QVERIFY(!server.events("auth.login_failed").empty());
    QVERIFY(server.events("auth.login_failed").front().detailsJson.find("CANARY") == std::string::npos);
}

void SignInTest::asvs_6_3_8_login_unknownUser_readsTheSame()
{
    server.addUser("known@sallyport.example", "viewer");
    const Reply known = post("/api/auth/login", login("known@sallyport.example", "not the password"));
    const Reply unknown = post("/api/auth/login", login("nobody@sallyport.example", "not the password"));
    QCOMPARE(known.status, unknown.status);
    QCOMPARE(known.text("/code"), unknown.text("/code"));
    QCOMPARE(known.text("/detail"), unknown.text("/detail"));
}

void SignInTest::login_withFactor_asksForCode()
{
    server.addUser("mfa1@sallyport.example", "viewer");
    const std::string secret = server.enrol(server.tokenOf("mfa1@sallyport.example"));
    server.clock().advance(std::chrono::seconds(60));
    const Reply first = post("/api/auth/login", login("mfa1@sallyport.example", TestServer::goodPassword));
    QCOMPARE(first.status, 200);
    QVERIFY(first.json().at("mfa_required").as_bool());
    QVERIFY(first.text("/token").empty());
    const std::string pending = first.text("/mfa_token");
    QVERIFY(!pending.empty());
    const Reply wrong =
        post("/api/auth/mfa", boost::json::serialize(boost::json::value{{"mfa_token", pending}, {"code", "000000"}}));
    QCOMPARE(wrong.status, 401);
    const Reply right = post("/api/auth/mfa",
                             boost::json::serialize(boost::json::value{{"mfa_token", pending}, {"code", server.codeOf(secret)}}));
    QCOMPARE(right.status, 200);
    QVERIFY(!right.text("/token").empty());
    QCOMPARE(get("/api/sensitive", right.text("/token")).status, 200);
}

void SignInTest::mfa_sameCodeTwice_isRefused()
{
    server.addUser("mfa2@sallyport.example", "viewer");
    const std::string secret = server.enrol(server.tokenOf("mfa2@sallyport.example"));
    server.clock().advance(std::chrono::seconds(60));
    const std::string code = server.codeOf(secret);
    int accepted = 0;
    for (int i = 0; i < 2; ++i) {
        const std::string pending =
            post("/api/auth/login", login("mfa2@sallyport.example", TestServer::goodPassword)).text("/mfa_token");
        accepted +=
            post("/api/auth/mfa", boost::json::serialize(boost::json::value{{"mfa_token", pending}, {"code", code}})).status ==
            200;
    }
    QCOMPARE(accepted, 1);
}

void SignInTest::mfa_recoveryCode_worksOnce()
{
    server.addUser("mfa3@sallyport.example", "viewer");
    const std::string token = server.tokenOf("mfa3@sallyport.example");
    const std::string secret = post("/api/mfa/setup", "{}", token).text("/secret");
    const Reply confirmed =
        post("/api/mfa/verify", boost::json::serialize(boost::json::value{{"code", server.codeOf(secret)}}), token);
    QCOMPARE(confirmed.status, 200);
    const boost::json::array codes = confirmed.json().at("recovery_codes").as_array();
    QCOMPARE(codes.size(), std::size_t{10});
    int accepted = 0;
    for (int i = 0; i < 2; ++i) {
        const std::string pending =
            post("/api/auth/login", login("mfa3@sallyport.example", TestServer::goodPassword)).text("/mfa_token");
        accepted += post("/api/auth/mfa", boost::json::serialize(boost::json::value{{"mfa_token", pending}, {"code", codes[0]}}))
                        .status == 200;
    }
    QCOMPARE(accepted, 1);
}

void SignInTest::asvs_9_2_2_token_pendingOfFactor_opensNothing()
{
    server.addUser("mfa4@sallyport.example", "admin");
    server.enrol(server.tokenOf("mfa4@sallyport.example"));
    const std::string pending =
        post("/api/auth/login", login("mfa4@sallyport.example", TestServer::goodPassword)).text("/mfa_token");
    for (const char* path : {"/api/protected", "/api/users", "/api/auth/me", "/api/settings", "/api/events"})
        QCOMPARE(get(path, pending).status, 401);
}

void SignInTest::protected_withoutToken_is401()
{
    const Reply reply = get("/api/protected");
    QCOMPARE(reply.status, 401);
    QVERIFY(reply.text("/error").find("Authentication") != std::string::npos);
    QVERIFY(!reply.header("WWW-Authenticate").empty());
    QCOMPARE(QByteArray::fromStdString(reply.header("Content-Type")), QByteArray("application/problem+json"));
    QCOMPARE(reply.header("X-Request-Id"), reply.text("/instance"));
}

void SignInTest::protected_withToken_saysWho()
{
    const Reply reply = get("/api/protected", server.adminToken());
    QCOMPARE(reply.status, 200);
    QCOMPARE(QByteArray::fromStdString(reply.text("/data/user/email")), QByteArray(TestServer::administratorEmail));
}

void SignInTest::protected_flippedToken_is401()
{
    const std::string token = server.adminToken();
    for (const std::size_t place : {std::size_t{3}, token.find('.') + 5, token.rfind('.') + 7, token.size() - 3}) {
        std::string flipped = token;
        flipped[place] = flipped[place] == 'A' ? 'B' : 'A';
        QCOMPARE(get("/api/protected", flipped).status, 401);
    }
    for (const char* nonsense : {"x", "a.b.c", "...", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0."})
        QCOMPARE(get("/api/protected", nonsense).status, 401);
}

void SignInTest::asvs_15_3_7_credentials_twoKinds_are400()
{
    const std::string token = server.adminToken();
    QCOMPARE(get("/api/protected", token, {{"X-API-Key", "spk_1"}}).status, 400);
    QCOMPARE(get("/api/protected", token, {{"Authorization", "Bearer x"}}).status, 400);
    QCOMPARE(get("/healthz", token, {{"X-API-Key", "spk_1"}}).status, 400);
}

void SignInTest::asvs_14_2_1_credentials_inUrl_are400AndNotRecorded()
{
    for (const char* name : {"access_token", "token", "api_key", "ACCESS_TOKEN", "%61ccess_token"}) {
        const Reply reply = get(std::string("/api/protected?") + name + "=CANARY");
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.body.find("CANARY") == std::string::npos);
    }
    const auto recorded = server.events("request.malformed");
    QVERIFY(!recorded.empty());
    for (const audit::Event& event : recorded) {
        QVERIFY(event.path.find("CANARY") == std::string::npos);
        QVERIFY(event.detailsJson.find("CANARY") == std::string::npos);
    }
}

void SignInTest::credentials_apiKey_is401()
{
    const Reply reply = get("/api/protected", {}, {{"X-API-Key", "spk_0123456789"}});
    QCOMPARE(reply.status, 401);
    QCOMPARE(QByteArray::fromStdString(reply.text("/code")), QByteArray("key_invalid"));
    QVERIFY(reply.body.find("spk_") == std::string::npos);
    QCOMPARE(get("/api/protected", {}, {{"Authorization", "Basic YTpi"}}).status, 401);
}

void SignInTest::refresh_rotates_andReuseEndsTheFamily()
{
    server.addUser("refresh@sallyport.example", "viewer");
    const Reply first = post("/api/auth/login", login("refresh@sallyport.example", TestServer::goodPassword));
    const auto bodyOf = [](const std::string& token) {
        return boost::json::serialize(boost::json::value{{"refresh_token", token}});
    };
    const Reply second = post("/api/auth/refresh", bodyOf(first.text("/refresh_token")));
    QCOMPARE(second.status, 200);
    QVERIFY(second.text("/refresh_token") != first.text("/refresh_token"));
    server.clock().advance(std::chrono::minutes(2));
    QCOMPARE(post("/api/auth/refresh", bodyOf(first.text("/refresh_token"))).status, 401);
    QCOMPARE(post("/api/auth/refresh", bodyOf(second.text("/refresh_token"))).status, 401);
    QCOMPARE(get("/api/protected", second.text("/token")).status, 401);
    QVERIFY(!server.events("auth.refresh_reused").empty());
}

void SignInTest::logout_endsTheToken()
{
    const std::string token = server.adminToken();
    QCOMPARE(get("/api/protected", token).status, 200);
    QCOMPARE(post("/api/auth/logout", "", token).status, 204);
    QCOMPARE(get("/api/protected", token).status, 401);
}

void SignInTest::asvs_10_4_9_logoutAll_endsEverySession()
{
    server.addUser("all@sallyport.example", "viewer");
    const std::string one = server.tokenOf("all@sallyport.example");
    const std::string two = server.tokenOf("all@sallyport.example");
    QCOMPARE(post("/api/auth/logout-all", "{}", one).status, 204);
    QCOMPARE(get("/api/protected", one).status, 401);
    QCOMPARE(get("/api/protected", two).status, 401);
}

void SignInTest::asvs_10_3_4_sensitive_withoutFactor_asksForIt()
{
    const Reply reply = get("/api/sensitive", server.adminToken());
    QCOMPARE(reply.status, 401);
    QVERIFY(reply.json().at("mfa_required").as_bool());
}

void SignInTest::sensitive_withCode_opensForThatRequest()
{
    server.addUser("step@sallyport.example", "viewer");
    const std::string token = server.tokenOf("step@sallyport.example");
    const std::string secret = server.enrol(token);
    const Reply asked = get("/api/sensitive", token);
    QCOMPARE(asked.status, 401);
    QCOMPARE(asked.text("/code"), std::string("mfa_required"));
    QVERIFY(asked.json().at("mfa_required").as_bool());
    QVERIFY(asked.header("WWW-Authenticate").find("insufficient_user_authentication") != std::string::npos);
    server.clock().advance(std::chrono::minutes(6));
    QCOMPARE(get("/api/sensitive", token).status, 401);
    QCOMPARE(get("/api/sensitive", token, {{"X-MFA-Token", "000000"}}).status, 401);
    QCOMPARE(get("/api/sensitive", token, {{"X-MFA-Token", server.codeOf(secret)}}).status, 200);
    // The code was for that request; the token says nothing of a second factor, whatever its session has seen since.
    QCOMPARE(get("/api/sensitive", token).status, 401);
    server.clock().advance(std::chrono::seconds(60));
    const Reply fresh =
        post("/api/auth/step-up", boost::json::serialize(boost::json::value{{"code", server.codeOf(secret)}}), token);
    QCOMPARE(get("/api/sensitive", fresh.text("/token")).status, 200);
}

void SignInTest::sensitive_afterLongTime_asksAgain()
{
    server.addUser("step2@sallyport.example", "viewer");
    const std::string token = server.tokenOf("step2@sallyport.example");
    const std::string secret = server.enrol(token);
    server.clock().advance(std::chrono::seconds(60));
    QCOMPARE(get("/api/sensitive", token, {{"X-MFA-Token", server.codeOf(secret)}}).status, 200);
    server.clock().advance(std::chrono::seconds(301));
    const Reply reply = get("/api/sensitive", token);
    QCOMPARE(reply.status, 401);
    QVERIFY(reply.json().at("mfa_required").as_bool());
}

void SignInTest::me_namesPermissions()
{
    server.addUser("me@sallyport.example", "viewer");
    const Reply reply = get("/api/auth/me", server.tokenOf("me@sallyport.example"));
    QCOMPARE(reply.status, 200);
    QCOMPARE(QByteArray::fromStdString(reply.text("/data/email")), QByteArray("me@sallyport.example"));
    const boost::json::value body = reply.json();
    const auto& permissions = body.at("data").at("permissions").as_array();
    QVERIFY(std::ranges::find(permissions, boost::json::value("users:read")) != permissions.end());
    QVERIFY(std::ranges::find(permissions, boost::json::value("users:delete")) == permissions.end());
}

void SignInTest::asvs_7_5_2_sessions_list_andEnd()
{
    server.addUser("sess@sallyport.example", "viewer");
    server.addUser("other@sallyport.example", "viewer");
    const std::string one = server.tokenOf("sess@sallyport.example");
    const std::string two = server.tokenOf("sess@sallyport.example");
    const std::string stranger = server.tokenOf("other@sallyport.example");
    const boost::json::value list = get("/api/auth/sessions", one).json();
    QCOMPARE(list.at("data").as_array().size(), std::size_t{2});
    std::string other;
    for (const auto& session : list.at("data").as_array()) {
        if (!session.at("current").as_bool())
            other = session.at("id").as_string();
    }
    HttpsClient client(server.port());
    const Reply read = client.send("GET", "/api/auth/sessions/" + other, TestServer::bearer(one));
    QCOMPARE(read.status, 200);
    QCOMPARE(read.text("/data/id"), other);
    QCOMPARE(read.json().at("data").at("current").as_bool(), false);
    QCOMPARE(client.send("GET", "/api/auth/sessions/" + other, TestServer::bearer(stranger)).status, 404);
    QCOMPARE(client.send("GET", "/api/auth/sessions/" + other, TestServer::bearer(server.adminToken())).status, 404);
    QCOMPARE(client.send("GET", "/api/auth/sessions/00000000000000000000000000", TestServer::bearer(one)).status, 404);
    QCOMPARE(client.send("DELETE", "/api/auth/sessions/" + other, TestServer::bearer(stranger)).status, 404);
    QCOMPARE(get("/api/protected", two).status, 200);
    QCOMPARE(client.send("DELETE", "/api/auth/sessions/" + other, TestServer::bearer(one)).status, 204);
    QCOMPARE(get("/api/protected", two).status, 401);
    QCOMPARE(get("/api/protected", one).status, 200);
}

void SignInTest::asvs_6_2_2_password_change_needsTheCurrentOne()
{
    server.addUser("pw@sallyport.example", "viewer");
    const std::string token = server.tokenOf("pw@sallyport.example");
    const auto bodyOf = [](const char* current, const char* next) {
        return boost::json::serialize(boost::json::value{{"current_password", current}, {"new_password", next}});
    };
    QCOMPARE(post("/api/auth/password", bodyOf("wrong", "seventeen quiet otters dance"), token).status, 400);
    const Reply weak = post("/api/auth/password", bodyOf(TestServer::goodPassword, "short"), token);
    QCOMPARE(weak.status, 400);
    QCOMPARE(weak.text("/details/0/field"), std::string("new_password")); // the member that was sent
    QCOMPARE(post("/api/auth/password", bodyOf(TestServer::goodPassword, "seventeen quiet otters dance"), token).status, 204);
    QCOMPARE(post("/api/auth/login", login("pw@sallyport.example", TestServer::goodPassword)).status, 401);
    QCOMPARE(post("/api/auth/login", login("pw@sallyport.example", "seventeen quiet otters dance")).status, 200);
}

void SignInTest::password_resetLink_worksOnce()
{
    const UserId id = server.addUser("reset@sallyport.example", "viewer");
    const Reply link = post("/api/users/" + id.text() + "/reset-password", "", server.adminToken());
    QCOMPARE(link.status, 200);
    const Reply weak =
        post("/api/auth/password/reset",
             boost::json::serialize(boost::json::value{{"token", link.text("/data/token")}, {"new_password", "short"}}));
    QCOMPARE(weak.status, 400);
    QCOMPARE(weak.text("/details/0/field"), std::string("new_password"));
    const std::string body = boost::json::serialize(
        boost::json::value{{"token", link.text("/data/token")}, {"new_password", "eleven copper kettles sing"}});
    QCOMPARE(post("/api/auth/password/reset", body).status, 204);
    QVERIFY(post("/api/auth/password/reset", body).status >= 400);
    QCOMPARE(post("/api/auth/login", login("reset@sallyport.example", "eleven copper kettles sing")).status, 200);
}

void SignInTest::password_strength_givesAdvice()
{
    const Reply weak = post("/api/auth/password/strength", R"({"password":"password1234567"})");
    QCOMPARE(weak.status, 200);
    QVERIFY(!weak.json().at("data").at("acceptable").as_bool());
    const Reply strong = post("/api/auth/password/strength", R"({"password":"violet harbour seven lanterns"})");
    QVERIFY(strong.json().at("data").at("acceptable").as_bool());
    QVERIFY(strong.body.find("lanterns") == std::string::npos);
}

void SignInTest::jwks_holdsPublicKeysOnly()
{
    const Reply reply = get("/.well-known/jwks.json");
    QCOMPARE(reply.status, 200);
    const boost::json::value body = reply.json();
    QVERIFY(!body.at("keys").as_array().empty());
    for (const auto& key : body.at("keys").as_array()) {
        QVERIFY(!key.as_object().contains("d"));
        QVERIFY(key.as_object().contains("kid"));
    }
}

void SignInTest::authLimit_sixthTry_is429()
{
    server.set("rate_limits.auth", "5/900");
    int allowed = 0;
    Reply last;
    for (int i = 0; i < 6; ++i) {
        last = post("/api/auth/login", login("limit@sallyport.example", "wrong"));
        allowed += last.status != 429;
    }
    server.set("rate_limits.auth", "1000000/3600");
    QVERIFY(allowed <= 5);
    QCOMPARE(last.status, 429);
    QVERIFY(last.text("/error").find("Rate limit") != std::string::npos);
    QVERIFY(last.text("/detail").find("from this address") != std::string::npos);
    QVERIFY(std::stoi(last.header("Retry-After")) > 0);
    QVERIFY(last.header("RateLimit").find("r=0") != std::string::npos);
    QVERIFY(!server.events("limit.reached").empty());
}

void SignInTest::refusal_isRecordedWithItsStages()
{
    server.addUser("stage@sallyport.example", "viewer");
    const Reply reply = get("/api/settings", server.tokenOf("stage@sallyport.example"));
    QCOMPARE(reply.status, 403);
    QCOMPARE(QByteArray::fromStdString(reply.text("/required")), QByteArray("settings:read"));
    audit::EventQuery query;
    query.requestIds = {reply.header("X-Request-Id")};
    const auto page = server.services().events.list(TestServer::system(), query, 10, {}, false);
    QVERIFY(page && page->events.size() == 1);
    const audit::Event& event = page->events.front();
    QCOMPARE(QByteArray::fromStdString(event.kind), QByteArray("access.denied"));
    QCOMPARE(event.status, 403);
    const boost::json::value details = boost::json::parse(event.detailsJson);
    const auto& stages = details.at("stages").as_array();
    QCOMPARE(stages.size(), std::size_t{14});
    QVERIFY(stages[0].at("result") == "passed");
    QVERIFY(stages[9].at("stage") == "permission");
    QVERIFY(stages[9].at("result") == "refused");
    QVERIFY(stages[9].at("fact") == "permission");
    QVERIFY(stages[10].as_object().find("fact") == stages[10].as_object().end());
    QVERIFY(stages[10].at("result") == "not_reached");
}

SALLYPORT_GUILESS_TEST(SignInTest)

} // namespace tst_sign_in
#include "tst_sign_in.moc"
