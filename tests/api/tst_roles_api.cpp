#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include "backend/base/time_format.h"

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

    void roleWithAnEnd_isTold_andActsUntilThen_onTheSameToken()
    {
        const UserId una = server.addUser("una@sallyport.example", "viewer");
        const std::string path = "/api/users/" + una.text();
        const std::string token = server.tokenOf("una@sallyport.example");
        QCOMPARE(send("GET", "/api/events", token).status, 403);
        const UtcTime until = server.clock().now() + std::chrono::minutes(3);
        const json::value roles{"viewer", {{"role", "auditor"}, {"expires_at", toRfc3339(until)}}};
        const Reply given = send("PUT", path + "/roles", admin, {{"roles", roles}});
        QCOMPARE(given.status, 200);
        QCOMPARE(given.text("/data/role_assignments/0/expires_at"), toRfc3339(until));
        QCOMPARE(send("GET", "/api/events", token).status, 200); // at once
        QCOMPARE(send("GET", path, admin).text("/data/role_assignments/0/role"), std::string("auditor"));
        server.clock().advance(std::chrono::minutes(3));
        for (const char* of : {"/api/events", "/api/settings", "/api/sessions"})
            QCOMPARE(send("GET", of, token).status, 403);
        const Reply read = send("GET", path, token);
        QCOMPARE(json::serialize(read.json().at_pointer("/data/roles")), std::string(R"(["viewer"])"));
        QCOMPARE(send("GET", "/api/users?role=auditor", admin).json().at_pointer("/page/total").as_int64(), 0);
    }

    void groups_areTakenAsOfKeys()
    {
        const Reply made = send("POST", "/api/roles", admin, {{"name", "grouped"}, {"permissions", {"delete", "records:read"}}});
        QCOMPARE(made.status, 201);
        const json::value body = made.json();
        const json::array& own = body.at_pointer("/data/permissions").as_array();
        QVERIFY(own.size() > 2);
        QVERIFY(std::ranges::find(own, json::value("records:delete")) != own.end());
        QVERIFY(std::ranges::find(own, json::value("records:read")) != own.end());
        QVERIFY(std::ranges::find(own, json::value("delete")) == own.end());
        const Reply changed = send("PATCH", "/api/roles/grouped", admin, {{"permissions", {"manage_users"}}});
        QCOMPARE(changed.status, 200);
        const json::value after = changed.json();
        const json::array& now = after.at_pointer("/data/permissions").as_array();
        QVERIFY(std::ranges::find(now, json::value("users:create")) != now.end());
        QVERIFY(std::ranges::find(now, json::value("records:delete")) == now.end());
        QCOMPARE(send("POST", "/api/roles", admin, {{"name", "odd"}, {"permissions", {"reads"}}}).status, 400);
        QCOMPARE(send("DELETE", "/api/roles/grouped", admin).status, 204);
    }

    void permissionsOfAUser_tellThroughWhichRoles()
    {
        send("POST", "/api/roles", admin, {{"name", "lower"}, {"permissions", {"records:read"}}});
        send("POST", "/api/roles", admin, {{"name", "upper"}, {"inherits", {"lower"}}});
        const UserId di = server.addUser("di@sallyport.example", "upper");
        const std::string token = server.tokenOf("di@sallyport.example");
        for (const std::string& who : {admin, token}) {
            const Reply told = send("GET", "/api/users/" + di.text() + "/permissions", who);
            QCOMPARE(told.status, 200);
            QCOMPARE(told.json().at_pointer("/page/total").as_int64(), 1);
            QCOMPARE(told.text("/data/0/name"), std::string("records:read"));
            QCOMPARE(json::serialize(told.json().at_pointer("/data/0/sources")),
                     std::string(R"([{"role":"upper","way":["upper","lower"],"expires_at":null}])"));
        }
        const UserId other = server.addUser("other@sallyport.example", "viewer");
        QCOMPARE(send("GET", "/api/users/" + other.text() + "/permissions", token).status, 403);
    }

    void endOfARole_thatIsNoTimeAhead_isRefusedByField()
    {
        const UserId bo = server.addUser("bo@sallyport.example", "viewer");
        const auto put = [&](const json::value& roles) {
            const Reply reply = send("PUT", "/api/users/" + bo.text() + "/roles", admin, {{"roles", roles}});
            return std::to_string(reply.status) + (reply.status == 400 ? " " + reply.text("/details/0/field") : "");
        };
        QCOMPARE(put({{{"role", "viewer"}, {"expires_at", "2020-01-01T00:00:00Z"}}}), std::string("400 roles.0.expires_at"));
        QCOMPARE(put({{{"role", "viewer"}, {"expires_at", "tomorrow"}}}), std::string("400 roles.0.expires_at"));
        QCOMPARE(put({"viewer", {{"role", "viewer"}}}), std::string("400 roles.1"));
        QCOMPARE(put({{{"expires_at", nullptr}}}), std::string("400 roles.0.role"));
        QCOMPARE(put({{{"role", "viewer"}, {"until", "x"}}}), std::string("400 roles.0.until"));
        QCOMPARE(put({{{"role", "viewer"}, {"expires_at", nullptr}}}), std::string("200"));
    }

    void deletedRole_leavesItsMembersTheirSignInAndTheirNextRole()
    {
        send("POST", "/api/roles", admin, {{"name", "brief"}, {"permissions", {"records:read"}}});
        const UserId cy = server.addUser("cy@sallyport.example", "brief");
        const std::string token = server.tokenOf("cy@sallyport.example");
        QCOMPARE(send("DELETE", "/api/roles/brief", admin).status, 204);
        QCOMPARE(send("PUT", "/api/users/" + cy.text() + "/roles", admin, {{"roles", {"viewer"}}}).status, 200);
        QVERIFY(!server.tokenOf("cy@sallyport.example").empty());
        QCOMPARE(send("GET", "/api/auth/me", token).status, 200);
        const Reply events = send("GET", "/api/events?q=kind%3Arole.deleted&limit=1", admin);
        QVERIFY(json::serialize(events.json()).find("users_first") != std::string::npos);
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

    void preview_tellsWhoGainsAndWhoLoses_andChangesNothing()
    {
        send("POST", "/api/roles", admin, {{"name", "ward"}, {"permissions", {"records:read", "records:delete"}}});
        server.addUser("wanda@sallyport.example", "ward");
        const Reply preview =
            send("POST", "/api/roles/ward/preview", admin, {{"permissions", {"records:read", "events:export"}}});
        QCOMPARE(preview.status, 200);
        QCOMPARE(preview.text("/data/gained/0/permission"), std::string("events:export"));
        QCOMPARE(preview.json().at_pointer("/data/gained/0/count").as_int64(), 1);
        QCOMPARE(preview.text("/data/lost/0/permission"), std::string("records:delete"));
        QCOMPARE(json::serialize(send("GET", "/api/roles/ward", admin).json().at_pointer("/data/permissions")),
                 std::string(R"(["records:read","records:delete"])"));
        const Reply gone = send("POST", "/api/roles/ward/preview", admin, {{"delete", true}});
        QCOMPARE(gone.json().at_pointer("/data/lost").as_array().size(), std::size_t{2});
        QCOMPARE(send("POST", "/api/roles/viewer/preview", admin, {{"permissions", json::array()}}).status, 409);
        QCOMPARE(send("POST", "/api/roles/ward/preview", server.tokenOf("wanda@sallyport.example"), {{"delete", true}}).status,
                 403);
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
