#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>

namespace tst_roles_api {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Own roles over real HTTPS.
class RolesApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
    }

    void created_isReadByIdAndName_withWhereEachPermissionComesFrom()
    {
        QCOMPARE(send("POST", "/api/roles", admin, {{"name", "clerk"}, {"permissions", {"users:read"}}}).status, 201);
        const Reply made = send("POST", "/api/roles", admin,
                                {{"name", "physician"},
                                 {"title", "Duty physician"},
                                 {"description", "Treats patients."},
                                 {"permissions", {"records:read"}},
                                 {"inherits", {"clerk"}}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.header("Location"), "/api/roles/" + made.text("/data/id"));
        for (const std::string& path : {"/api/roles/" + made.text("/data/id"), std::string("/api/roles/physician")}) {
            const Reply read = send("GET", path, admin);
            QCOMPARE(read.status, 200);
            QCOMPARE(read.text("/data/title"), std::string("Duty physician"));
            const json::value body = read.json();
            const json::value& role = body.at("data");
            QCOMPARE(json::serialize(role.at("permissions")), std::string(R"(["records:read"])"));
            QCOMPARE(json::serialize(role.at("effective_permissions")), std::string(R"(["users:read","records:read"])"));
            QCOMPARE(json::serialize(role.at("sources")),
                     std::string(R"({"users:read":["clerk"],"records:read":["physician"]})"));
        }
    }

    void sameToken_mayMoreAndLess_fromTheNextRequest()
    {
        send("POST", "/api/roles", admin, {{"name", "reader"}});
        server.addUser("reader@sallyport.example", "reader");
        const std::string token = server.tokenOf("reader@sallyport.example");
        QCOMPARE(send("GET", "/api/users", token).status, 403);
        QCOMPARE(send("PATCH", "/api/roles/reader", admin, {{"permissions", {"users:read"}}}).status, 200);
        QCOMPARE(send("GET", "/api/users", token).status, 200);
        QCOMPARE(send("PATCH", "/api/roles/reader", admin, {{"permissions", json::array()}}).status, 200);
        const Reply refused = send("GET", "/api/users", token);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("/required"), std::string("users:read"));
        QCOMPARE(send("DELETE", "/api/roles/reader", admin).status, 204);
        QCOMPARE(send("GET", "/api/roles/reader", admin).status, 404);
        QCOMPARE(send("GET", "/api/auth/me", token).status, 200);
    }

    void mistakes_areToldByField()
    {
        const Reply unknown = send("POST", "/api/roles", admin, {{"name", "bad"}, {"permissions", {"users:reed"}}});
        QCOMPARE(unknown.status, 400);
        QCOMPARE(unknown.text("/details/0/field"), std::string("permissions.0"));
        QVERIFY(unknown.text("/details/0/message").find("users:read") != std::string::npos);
        QCOMPARE(send("POST", "/api/roles", admin, {{"name", "Bad"}}).status, 400);
        QCOMPARE(send("POST", "/api/roles", admin, {{"name", "viewer"}}).status, 409);
        QCOMPARE(send("PATCH", "/api/roles/viewer", admin, {{"title", "x"}}).status, 409);
        QCOMPARE(send("DELETE", "/api/roles/viewer", admin).status, 409);
        send("POST", "/api/roles", admin, {{"name", "one"}});
        send("POST", "/api/roles", admin, {{"name", "two"}, {"inherits", {"one"}}});
        const Reply circle = send("PATCH", "/api/roles/one", admin, {{"inherits", {"two"}}});
        QCOMPARE(circle.status, 400);
        QCOMPARE(circle.text("/details/0/message"), std::string("Inherits from itself: one, two, one."));
        QCOMPARE(send("PATCH", "/api/roles/one", admin, {{"title", "x"}, {"version", 7}}).status, 412);
    }

    void whoHoldsLess_makesNothingGreater()
    {
        QCOMPARE(send("POST", "/api/roles", admin,
                      {{"name", "keeper"}, {"permissions", {"roles:read", "roles:create", "roles:update", "roles:delete"}}})
                     .status,
                 201);
        server.addUser("keeper@sallyport.example", "keeper");
        const std::string keeper = server.tokenOf("keeper@sallyport.example");
        const Reply refused = send("POST", "/api/roles", keeper, {{"name", "mine"}, {"permissions", {"settings:update"}}});
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("/required"), std::string("settings:update"));
        QCOMPARE(send("POST", "/api/roles", keeper, {{"name", "mine"}, {"inherits", {"admin"}}}).status, 403);
        QCOMPARE(send("PATCH", "/api/roles/keeper", keeper, {{"permissions", {"roles:read", "users:delete"}}}).status, 403);
        QCOMPARE(send("POST", "/api/roles", keeper, {{"name", "mine"}, {"permissions", {"roles:read"}}}).status, 201);
    }

private:
    Reply send(const char* method, const std::string& path, const std::string& token, const json::value& body = nullptr)
    {
        HttpsClient client(server.port());
        if (body.is_null())
            return client.send(method, path, TestServer::bearer(token));
        return client.send(method, path, TestServer::jsonAnd(TestServer::bearer(token)), json::serialize(body));
    }
    TestServer server;
    std::string admin;
};

SALLYPORT_GUILESS_TEST(RolesApiTest)

} // namespace tst_roles_api
#include "tst_roles_api.moc"
