#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_user_bulk_api {

using namespace sallyport;
using namespace sallyport::test;

namespace json = boost::json;

/// One thing done to many users over HTTPS.
class UserBulkApiTest final : public QObject {
    Q_OBJECT

    TestServer server;
    std::string admin;

    Reply send(const json::value& body, const std::string& token)
    {
        HttpsClient client(server.port());
        return client.send("POST", "/api/users/bulk", TestServer::jsonAnd(TestServer::bearer(token)), json::serialize(body));
    }
    Reply user(const std::string& id)
    {
        HttpsClient client(server.port());
        return client.send("GET", "/api/users/" + id, TestServer::bearer(admin));
    }
    std::string add(const std::string& name, const std::string& role = "viewer")
    {
        return server.addUser(name + "@sallyport.example", role).text();
    }
    static std::int64_t number(const Reply& reply, const char* pointer) { return reply.json().at_pointer(pointer).as_int64(); }

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
    }

    void disable_someOfThem_tellsEachResult()
    {
        const std::string one = add("one"), two = add("two");
        const std::string session = server.tokenOf("one@sallyport.example");
        const std::string self =
            json::parse(HttpsClient(server.port()).send("GET", "/api/auth/me", TestServer::bearer(admin)).body)
                .at("data")
                .at("id")
                .as_string()
                .c_str();
        const std::string nobody = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        const Reply reply = send({{"action", "disable"}, {"ids", {one, self, nobody, two}}}, admin);
        QCOMPARE(reply.status, 200);
        QCOMPARE(number(reply, "/data/done"), std::int64_t{2});
        QCOMPARE(number(reply, "/data/failed"), std::int64_t{2});
        const json::value body = reply.json();
        const json::array& results = body.at("data").at("results").as_array();
        QCOMPARE(results.size(), std::size_t{4});
        QVERIFY(results[0].at("ok").as_bool() && !results[0].as_object().contains("problem"));
        QCOMPARE(reply.text("/data/results/1/id"), self);
        QCOMPARE(reply.text("/data/results/1/problem/code"), std::string("own_account"));
        QCOMPARE(number(reply, "/data/results/1/problem/status"), std::int64_t{409});
        QVERIFY(!reply.text("/data/results/1/problem/detail").empty());
        QCOMPARE(reply.text("/data/results/2/problem/code"), std::string("not_found"));
        QVERIFY(results[3].at("ok").as_bool());
        QCOMPARE(user(one).text("/data/status"), std::string("disabled"));
        QCOMPARE(user(two).text("/data/status"), std::string("disabled"));
        HttpsClient client(server.port());
        QCOMPARE(client.send("GET", "/api/protected", TestServer::bearer(session)).status, 401);
        QCOMPARE(server.events("user.disabled").size(), std::size_t{2});
        QCOMPARE(send({{"action", "enable"}, {"ids", {one, two}}}, admin).status, 200);
        QCOMPARE(user(one).text("/data/status"), std::string("active"));
    }

    void roles_givenAndTaken()
    {
        const std::string one = add("three"), two = add("four", "editor");
        const Reply given = send({{"action", "give-role"}, {"role", "editor"}, {"ids", {one, two}}}, admin);
        QCOMPARE(number(given, "/data/done"), std::int64_t{2});
        QCOMPARE(user(one).json().at_pointer("/data/roles"), json::value(json::array{"editor", "viewer"}));
        const Reply taken = send({{"action", "take-role"}, {"role", "editor"}, {"ids", {one, two}}}, admin);
        QCOMPARE(number(taken, "/data/done"), std::int64_t{1});
        QCOMPARE(taken.text("/data/results/1/problem/code"), std::string("last_role"));
        QCOMPARE(user(one).json().at_pointer("/data/roles"), json::value(json::array{"viewer"}));
        const Reply none = send({{"action", "give-role"}, {"role", "wizard"}, {"ids", {one}}}, admin);
        QCOMPARE(none.status, 400);
        QCOMPARE(none.text("/details/0/field"), std::string("role"));
    }

    void delete_and_revoke_doWhatTheSingleOnesDo()
    {
        const std::string one = add("five"), two = add("six");
        const std::string session = server.tokenOf("five@sallyport.example");
        QCOMPARE(number(send({{"action", "revoke-sessions"}, {"ids", {one}}}, admin), "/data/done"), std::int64_t{1});
        HttpsClient client(server.port());
        QCOMPARE(client.send("GET", "/api/protected", TestServer::bearer(session)).status, 401);
        QCOMPARE(number(send({{"action", "unlock"}, {"ids", {one}}}, admin), "/data/done"), std::int64_t{1});
        QCOMPARE(number(send({{"action", "delete"}, {"ids", {one, two}}}, admin), "/data/done"), std::int64_t{2});
        QCOMPARE(user(one).status, 404);
        QCOMPARE(user(two).status, 404);
    }

    /// Who ends many sessions may be among them: the others come first.
    void revoke_withOneself_doesTheOthersToo()
    {
        server.addUser("second@sallyport.example", "admin");
        const std::string token = server.tokenOf("second@sallyport.example");
        HttpsClient client(server.port());
        const std::string self = client.send("GET", "/api/auth/me", TestServer::bearer(token)).text("/data/id");
        const Reply reply = send({{"action", "revoke-sessions"}, {"ids", {self, add("tess"), add("tom")}}}, token);
        QCOMPARE(reply.status, 200);
        QCOMPARE(number(reply, "/data/done"), std::int64_t{3});
        QCOMPARE(reply.text("/data/results/0/id"), self);
        QCOMPARE(client.send("GET", "/api/protected", TestServer::bearer(token)).status, 401);
    }

    void asvs_8_2_1_withoutThePermissionOfTheAction_is403_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("required");
        QTest::newRow("disable") << QByteArray("disable") << QByteArray("users:update");
        QTest::newRow("delete") << QByteArray("delete") << QByteArray("users:delete");
        QTest::newRow("reset-mfa") << QByteArray("reset-mfa") << QByteArray("users:reset_mfa");
        QTest::newRow("revoke-sessions") << QByteArray("revoke-sessions") << QByteArray("users:revoke_sessions");
        QTest::newRow("give-role") << QByteArray("give-role") << QByteArray("roles:assign");
    }
    void asvs_8_2_1_withoutThePermissionOfTheAction_is403()
    {
        QFETCH(QByteArray, action);
        QFETCH(QByteArray, required);
        const std::string name = "asked-" + action.toStdString();
        const std::string target = add(name);
        server.addUser("v-" + name + "@sallyport.example", "viewer");
        json::object body{{"action", action.toStdString()}, {"ids", {target}}};
        if (action == "give-role")
            body["role"] = "viewer";
        const auto before = server.events("access.denied").size();
        const Reply reply = send(body, server.tokenOf("v-" + name + "@sallyport.example"));
        QCOMPARE(reply.status, 403);
        QCOMPARE(reply.text("/required"), required.toStdString());
        QCOMPARE(server.events("access.denied").size(), before + 1);
        QCOMPARE(user(target).text("/data/status"), std::string("active"));
    }

    /// Nobody manages who holds more, one at a time or many; and each refusal is an event of its own.
    void user_above_isRefusedAndRecorded()
    {
        server.addUser("op@sallyport.example", "operator");
        const std::string token = server.tokenOf("op@sallyport.example");
        const std::string low = add("low"), high = add("high", "admin");
        const Reply reply = send({{"action", "revoke-sessions"}, {"ids", {high, low}}}, token);
        QCOMPARE(reply.status, 200);
        QCOMPARE(number(reply, "/data/done"), std::int64_t{1});
        QCOMPARE(reply.text("/data/results/0/problem/code"), std::string("permission_denied"));
        QVERIFY(!reply.text("/data/results/0/problem/required").empty());
        const auto denied = server.events("access.denied");
        QVERIFY(!denied.empty());
        QCOMPARE(denied.front().object.id, high);
    }

    void role_beyondOnesOwn_is403()
    {
        server.addUser("op2@sallyport.example", "operator");
        const std::string target = add("plain");
        const Reply reply =
            send({{"action", "give-role"}, {"role", "admin"}, {"ids", {target}}}, server.tokenOf("op2@sallyport.example"));
        QCOMPARE(reply.status, 403);
        QCOMPARE(user(target).json().at_pointer("/data/roles"), json::value(json::array{"viewer"}));
    }

    void resetMfa_needsOnesOwnFactor()
    {
        const std::string target = add("nine");
        const Reply without = send({{"action", "reset-mfa"}, {"ids", {target}}}, admin);
        QCOMPARE(without.status, 401);
        server.addUser("mfa@sallyport.example", "admin");
        const std::string token = server.tokenOf("mfa@sallyport.example");
        const std::string secret = server.enrol(token);
        server.enrol(server.tokenOf("nine@sallyport.example"));
        server.clock().advance(std::chrono::minutes(10));
        const json::value body{{"action", "reset-mfa"}, {"ids", {target}}};
        QCOMPARE(send(body, token).status, 401);
        Headers headers = TestServer::jsonAnd(TestServer::bearer(token));
        headers.emplace_back("X-MFA-Token", server.codeOf(secret));
        HttpsClient client(server.port());
        const Reply reply = client.send("POST", "/api/users/bulk", headers, json::serialize(body));
        QCOMPARE(reply.status, 200);
        QCOMPARE(number(reply, "/data/done"), std::int64_t{1});
        admin = server.adminToken();
        QVERIFY(!user(target).json().at_pointer("/data/mfa_enabled").as_bool());
    }

    void request_wrong_is400()
    {
        const std::string id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        json::array many;
        for (int i = 0; i < 501; ++i)
            many.emplace_back("id" + std::to_string(i));
        const json::array none;
        for (const json::value& body :
             std::initializer_list<json::value>{{{"action", "vanish"}, {"ids", {id}}},
                                                {{"action", "disable"}, {"ids", none}},
                                                {{"action", "disable"}, {"ids", many}},
                                                {{"action", "disable"}, {"ids", {id, id}}},
                                                {{"action", "disable"}, {"ids", {"<b>"}}},
                                                {{"action", "disable"}, {"role", "viewer"}, {"ids", {id}}},
                                                {{"action", "give-role"}, {"ids", {id}}},
                                                {{"action", "take-role"}, {"role", "Admin; --"}, {"ids", {id}}},
                                                {{"ids", {id}}},
                                                {{"action", "disable"}}}) {
            const Reply reply = send(body, admin);
            QVERIFY2(reply.status == 400, (json::serialize(body).substr(0, 200) + " " + reply.body).c_str());
            QVERIFY(!reply.text("/details/0/field").empty());
        }
        many.resize(500);
        QCOMPARE(number(send({{"action", "unlock"}, {"ids", many}}, admin), "/data/failed"), std::int64_t{500});
    }

    /// `bulk` is no user's id, and users keep their routes.
    void route_standsBesideTheUsers()
    {
        HttpsClient client(server.port());
        const Reply get = client.send("GET", "/api/users/bulk", TestServer::bearer(admin));
        QCOMPARE(get.status, 405);
        QCOMPARE(get.header("Allow"), std::string("POST"));
        QCOMPARE(client.send("DELETE", "/api/users/bulk", TestServer::bearer(admin)).status, 405);
        QCOMPARE(client.send("POST", "/api/users/" + add("ten") + "/disable", TestServer::bearer(admin)).status, 204);
        QCOMPARE(client.send("POST", "/api/users/bulk/disable", TestServer::bearer(admin)).status, 404);
    }
};

SALLYPORT_GUILESS_TEST(UserBulkApiTest)

} // namespace tst_user_bulk_api
#include "tst_user_bulk_api.moc"
