#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>
#include <cctype>
#include <set>

namespace tst_users_api {

using namespace sallyport;
using namespace sallyport::test;

/// The user routes over real HTTPS.
class UsersApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void create_withPassword_canSignIn();
    void create_withoutPassword_answersInvitation();
    void generatedPassword_isTaken();
    void create_twice_is409();
    void create_injection_staysData_data();
    void create_injection_staysData();
    void create_ofRoleBeyondOnesOwn_is403();
    void list_pagesByCursor();
    void asvs_1_4_2_list_badParameters_are400_data();
    void asvs_1_4_2_list_badParameters_are400();
    void asvs_1_1_1_query_isDecodedOnce();
    void asvs_1_2_9_list_injectionInQuery_findsNobody();
    void list_inactiveUsers_withTheirLastSignIn();
    void asvs_15_4_2_patch_changes_andLocksOptimistically();
    void asvs_15_3_3_patch_ofRolesOrStatus_isRefused();
    void self_readsOwnButNotOthers();
    void read_again_showsWhatHasChanged();
    void disable_endsSessionsAtOnce();
    void roles_taken_countAtOnce();
    void delete_lastAdministrator_is409();
    void delete_user_isGone();

private:
    Reply send(const char* method, const std::string& path, const std::string& token, const boost::json::value& body = nullptr);
    TestServer server;
    std::string admin;
};

void UsersApiTest::initTestCase()
{
    admin = server.adminToken();
    QVERIFY(!admin.empty());
}

Reply UsersApiTest::send(const char* method, const std::string& path, const std::string& token, const boost::json::value& body)
{
    HttpsClient client(server.port());
    if (body.is_null())
        return client.send(method, path, TestServer::bearer(token));
    return client.send(method, path, TestServer::jsonAnd(TestServer::bearer(token)), boost::json::serialize(body));
}

void UsersApiTest::create_withPassword_canSignIn()
{
    const Reply reply = send("POST", "/api/users", admin,
                             {{"name", "Grace"},
                              {"email", "grace@sallyport.example"},
                              {"age", 36},
                              {"department", "Navy"},
                              {"roles", {"editor"}},
                              {"password", TestServer::goodPassword}});
    QCOMPARE(reply.status, 201);
    QCOMPARE("/api/users/" + reply.text("/data/id"), reply.header("Location"));
    QVERIFY(reply.body.find(TestServer::goodPassword) == std::string::npos);
    QVERIFY(!server.tokenOf("grace@sallyport.example").empty());
}

void UsersApiTest::create_withoutPassword_answersInvitation()
{
    const Reply reply = send("POST", "/api/users", admin, {{"name", "Ida"}, {"email", "ida@sallyport.example"}});
    QCOMPARE(reply.status, 201);
    QCOMPARE(QByteArray::fromStdString(reply.text("/data/status")), QByteArray("invited"));
    const std::string invitation = reply.text("/data/invitation/token");
    QVERIFY(!invitation.empty());
    HttpsClient client(server.port());
    const boost::json::value body{{"token", invitation}, {"new_password", TestServer::goodPassword}};
    QCOMPARE(client.send("POST", "/api/auth/password/reset", TestServer::jsonAnd({}), boost::json::serialize(body)).status, 204);
    QVERIFY(!server.tokenOf("ida@sallyport.example").empty());
}

void UsersApiTest::generatedPassword_isTaken()
{
    HttpsClient client(server.port());
    const auto generate = [&](const char* body) {
        return client.send("POST", "/api/auth/password/generate", TestServer::jsonAnd({}), body);
    };
    const Reply made = generate(R"({"length": 20, "signs": false, "name": "Gerda"})");
    QCOMPARE(made.status, 200);
    const std::string password = made.text("/data/password");
    QCOMPARE(password.size(), std::size_t{20});
    QVERIFY(std::ranges::all_of(password, [](unsigned char c) { return std::isalnum(c); }));
    QCOMPARE(send("POST", "/api/users", admin, {{"name", "Gerda"}, {"email", "gerda@sallyport.example"}, {"password", password}})
                 .status,
             201);
    QCOMPARE(client.send("POST", "/api/auth/password/generate", {}).status, 200);
    for (const char* bad : {R"({"length": 7})", R"({"length": 8})", R"({"length": 129})", R"({"length": "20"})",
                            R"({"runes": true})", R"({"lower": false, "upper": false, "digits": false, "signs": false})"})
        QCOMPARE(generate(bad).status, 400);
}

void UsersApiTest::create_twice_is409()
{
    const boost::json::value body{{"name", "Twin"}, {"email", "twin@sallyport.example"}};
    QCOMPARE(send("POST", "/api/users", admin, body).status, 201);
    QCOMPARE(send("POST", "/api/users", admin, {{"name", "Twin"}, {"email", "TWIN@sallyport.example"}}).status, 409);
}

void UsersApiTest::create_injection_staysData_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("asvs_1_1_2 signs of HTML and SQL") << QByteArray(R"(O'Brien <b>&"; DROP TABLE users; --)");
    QTest::newRow("asvs_1_2_3 signs of JSON") << QByteArray(R"(Eve","roles":["admin"],"x":"\)");
    QTest::newRow("asvs_1_3_7 placeholders") << QByteArray("{{7*7}} ${7*7} %1 %2 <%= 7*7 %>");
    QTest::newRow("asvs_1_3_10 formats") << QByteArray("%n%s%x {0} {}");
    QTest::newRow("asvs_4_2_2 letters of several bytes") << QByteArray("\xc3\x84rztin \xe5\x8c\xbb\xe7\x94\x9f");
}

void UsersApiTest::create_injection_staysData()
{
    QFETCH(QByteArray, name);
    server.set("detection.mode", "off"); // what holds when nothing is noticed
    const std::string tag = QTest::currentDataTag();
    const std::string email = tag.substr(0, tag.find(' ')) + "@injected.example";
    const Reply made = send("POST", "/api/users", admin, {{"name", name.toStdString()}, {"email", email}});
    QCOMPARE(made.status, 201);
    const Reply read = send("GET", "/api/users/" + made.text("/data/id"), admin);
    QCOMPARE(QByteArray::fromStdString(read.text("/data/name")), name);
    QCOMPARE(read.json().at_pointer("/data/roles").as_array().size(), std::size_t{1}); // the usual one
    QCOMPARE(read.header("Content-Length"), std::to_string(read.body.size()));
    QCOMPARE(QByteArray::fromStdString(server.events("user.created").front().object.name), name);
}

void UsersApiTest::create_ofRoleBeyondOnesOwn_is403()
{
    server.addUser("edith@sallyport.example", "editor");
    const Reply reply = send("POST", "/api/users", server.tokenOf("edith@sallyport.example"),
                             {{"name", "Mallory"}, {"email", "mallory@sallyport.example"}, {"roles", {"admin"}}});
    QCOMPARE(reply.status, 403);
}

void UsersApiTest::list_pagesByCursor()
{
    for (int i = 0; i < 7; ++i)
        server.addUser("page" + std::to_string(i) + "@sallyport.example", "viewer");
    std::set<std::string> seen;
    std::string cursor;
    int pages = 0;
    do {
        const Reply reply =
            send("GET", "/api/users?limit=3&q=page&sort=-email" + (cursor.empty() ? "" : "&cursor=" + cursor), admin);
        QCOMPARE(reply.status, 200);
        const boost::json::value body = reply.json();
        QCOMPARE(body.at("page").at("total").as_int64(), std::int64_t{7});
        for (const auto& user : body.at("data").as_array())
            QVERIFY(seen.insert(std::string(user.at("email").as_string())).second);
        cursor = reply.text("/page/next");
        ++pages;
    } while (!cursor.empty());
    QCOMPARE(seen.size(), std::size_t{7});
    QCOMPARE(pages, 3);
}

void UsersApiTest::asvs_1_4_2_list_badParameters_are400_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char* query : {"limit=0",
                              "limit=201",
                              "limit=-1",
                              "limit=1e3",
                              "limit=99999999999999999999",
                              "limit=1&limit=2",
                              "sort=password",
                              "status=x",
                              "mfa=maybe",
                              "inactive_days=0",
                              "inactive_days=-1",
                              "inactive_days=3651",
                              "inactive_days=x",
                              "inactive_days=",
                              "inactive_days=1&inactive_days=2",
                              "cursor=nonsense",
                              "q=%zz",
                              "q=%00",
                              "q=%ff",
                              "q=%c3"})
        QTest::newRow(query) << QByteArray(query);
}

void UsersApiTest::asvs_1_4_2_list_badParameters_are400()
{
    QFETCH(QByteArray, query);
    const Reply reply = send("GET", "/api/users?" + query.toStdString(), admin);
    QCOMPARE(reply.status, 400);
    QCOMPARE(QByteArray::fromStdString(reply.text("/error")), QByteArray("Validation failed"));
}

void UsersApiTest::asvs_1_1_1_query_isDecodedOnce()
{
    const Reply made = send("POST", "/api/users", admin, {{"name", "Plan 100%41"}, {"email", "percent@sallyport.example"}});
    QCOMPARE(made.status, 201);
    const auto found = [&](const char* text) {
        return send("GET", std::string("/api/users?q=") + text, admin).json().at("page").at("total").as_int64();
    };
    QCOMPARE(found("Plan%20100%2541"), std::int64_t{1});
    QCOMPARE(found("Plan%20100%41"), std::int64_t{0}); // "Plan 100A"
    QCOMPARE(found("Plan%20100%252541"), std::int64_t{0});
    QCOMPARE(send("GET", "/api/users/%252e%252e", admin).status, 404);
}

void UsersApiTest::asvs_1_2_9_list_injectionInQuery_findsNobody()
{
    server.set("detection.mode", "off"); // what holds when nothing is noticed
    for (const char* text : {"%27%20OR%201%3D1--", "%27%3B%20DROP%20TABLE%20users%3B--", "%25%25%25", "____", ".*("}) {
        const Reply reply = send("GET", std::string("/api/users?q=") + text, admin);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json().at("page").at("total").as_int64(), std::int64_t{0});
    }
}

void UsersApiTest::list_inactiveUsers_withTheirLastSignIn()
{
    server.addUser("sleepy@sallyport.example", "viewer");
    server.addUser("awake@sallyport.example", "viewer");
    server.clock().advance(std::chrono::hours(24 * 91));
    const std::string fresh = server.adminToken();
    QVERIFY(!server.tokenOf("awake@sallyport.example").empty());
    const Reply reply = send("GET", "/api/users?inactive_days=90&q=%40sallyport.example&sort=email", fresh);
    QCOMPARE(reply.status, 200);
    std::set<std::string> found;
    const boost::json::value body = reply.json();
    for (const auto& user : body.at("data").as_array()) {
        QVERIFY(user.as_object().contains("last_sign_in_at"));
        found.emplace(user.at("email").as_string());
    }
    QCOMPARE(reply.json().at("page").at("total").as_int64(), static_cast<std::int64_t>(found.size()));
    QVERIFY(found.contains("sleepy@sallyport.example") && !found.contains("awake@sallyport.example"));
    QCOMPARE(send("GET", "/api/users?inactive_days=92&q=sleepy", fresh).json().at("page").at("total").as_int64(),
             std::int64_t{0});
    const Reply file = send("GET", "/api/export/users?inactive_days=90", fresh);
    QCOMPARE(file.status, 200);
    QVERIFY(file.body.find("sleepy@") != std::string::npos && file.body.find("awake@") == std::string::npos);
    admin = fresh;
}

void UsersApiTest::asvs_15_4_2_patch_changes_andLocksOptimistically()
{
    const UserId id = server.addUser("patch@sallyport.example", "viewer");
    const Reply read = send("GET", "/api/users/" + id.text(), admin);
    const std::int64_t version = read.json().at("data").at("version").as_int64();
    const Reply changed =
        send("PATCH", "/api/users/" + id.text(), admin, {{"name", "Patched"}, {"age", 40}, {"version", version}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(QByteArray::fromStdString(changed.text("/data/name")), QByteArray("Patched"));
    QCOMPARE(send("PATCH", "/api/users/" + id.text(), admin, {{"name", "Late"}, {"version", version}}).status, 412);
    QVERIFY(send("PATCH", "/api/users/" + id.text(), admin, {{"age", nullptr}}).json().at("data").at("age").is_null());
}

void UsersApiTest::asvs_15_3_3_patch_ofRolesOrStatus_isRefused()
{
    const UserId id = server.addUser("mass@sallyport.example", "viewer");
    for (const char* member : {"roles", "status", "mfa_enabled", "id", "password", "version_", "created_at"}) {
        boost::json::object body{{"name", "x"}};
        body[member] = "admin";
        QCOMPARE(send("PATCH", "/api/users/" + id.text(), admin, body).status, 400);
    }
}

void UsersApiTest::self_readsOwnButNotOthers()
{
    const UserId one = server.addUser("one@sallyport.example", "viewer");
    QCOMPARE(send("GET", "/api/users/" + one.text(), server.tokenOf("one@sallyport.example")).status, 200);
    QCOMPARE(send("PATCH", "/api/users/" + one.text(), server.tokenOf("one@sallyport.example"), {{"name", "Me"}}).status, 403);
    QCOMPARE(send("GET", "/api/users/00000000000000000000000000", admin).status, 404);
}

void UsersApiTest::read_again_showsWhatHasChanged()
{
    const UserId id = server.addUser("kept@sallyport.example", "viewer");
    const std::string path = "/api/users/" + id.text(), own = server.tokenOf("kept@sallyport.example");
    for (int i = 0; i < 3; ++i) // the later ones from memory
        QCOMPARE(send("GET", path, own).status, 200);
    QCOMPARE(send("PATCH", path, admin, {{"name", "Changed Since"}}).status, 200);
    QVERIFY(send("GET", path, own).body.find("Changed Since") != std::string::npos);
    QCOMPARE(send("DELETE", path, admin).status, 204);
    QCOMPARE(send("GET", path, own).status, 401);
    QCOMPARE(send("GET", path, admin).status, 404);
}

void UsersApiTest::disable_endsSessionsAtOnce()
{
    const UserId id = server.addUser("off@sallyport.example", "viewer");
    const std::string token = server.tokenOf("off@sallyport.example");
    QCOMPARE(send("GET", "/api/protected", token).status, 200);
    QCOMPARE(send("POST", "/api/users/" + id.text() + "/disable", admin).status, 204);
    QCOMPARE(send("GET", "/api/protected", token).status, 401);
    QVERIFY(server.tokenOf("off@sallyport.example").empty());
    QCOMPARE(send("POST", "/api/users/" + id.text() + "/enable", admin).status, 204);
    QVERIFY(!server.tokenOf("off@sallyport.example").empty());
}

void UsersApiTest::roles_taken_countAtOnce()
{
    const UserId id = server.addUser("demoted@sallyport.example", "admin");
    const std::string token = server.tokenOf("demoted@sallyport.example");
    QCOMPARE(send("GET", "/api/settings", token).status, 200);
    QCOMPARE(send("PUT", "/api/users/" + id.text() + "/roles", admin, {{"roles", {"viewer"}}}).status, 200);
    QVERIFY(send("GET", "/api/settings", token).status == 403);
}

void UsersApiTest::delete_lastAdministrator_is409()
{
    identity::UserQuery query;
    query.text = TestServer::administratorEmail;
    const auto page = server.services().users.list(TestServer::system(), query);
    QVERIFY(page && page->users.size() == 1);
    QCOMPARE(send("DELETE", "/api/users/" + page->users.front().id.text(), admin).status, 409);
}

void UsersApiTest::delete_user_isGone()
{
    const UserId id = server.addUser("gone@sallyport.example", "viewer");
    QCOMPARE(send("DELETE", "/api/users/" + id.text(), admin).status, 204);
    QCOMPARE(send("GET", "/api/users/" + id.text(), admin).status, 404);
    QVERIFY(server.tokenOf("gone@sallyport.example").empty());
}

SALLYPORT_GUILESS_TEST(UsersApiTest)

} // namespace tst_users_api
#include "tst_users_api.moc"
