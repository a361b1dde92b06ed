#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_access_review_api {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Who has what, over HTTPS.
class AccessReviewApiTest final : public QObject {
    Q_OBJECT

    TestServer server;
    std::string admin;

    Reply get(const std::string& path, const std::string& token)
    {
        return HttpsClient(server.port()).send("GET", "/api/access-review" + path, TestServer::bearer(token));
    }
    Reply post(const std::string& path, const json::value& body)
    {
        Headers headers = TestServer::bearer(admin);
        headers.emplace_back("Content-Type", "application/json");
        return HttpsClient(server.port()).send("POST", path, headers, json::serialize(body));
    }

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
        server.addUser("viewer@sallyport.example", "viewer");
        server.addUser("auditor@sallyport.example", "auditor");
    }

    void list_tellsEachRoleAndKey_byPages()
    {
        QCOMPARE(post("/api/service-accounts", {{"name", "Robot"}, {"roles", {"viewer"}}}).status, 201);
        const Reply made = post("/api/keys", {{"name", "nightly"}, {"scopes", {"records:read"}}});
        QCOMPARE(made.status, 201);
        const Reply all = get("?limit=200", admin);
        QCOMPARE(all.status, 200);
        const json::value body = all.json();
        const json::array& rows = body.at("data").as_array();
        QCOMPARE(body.at_pointer("/page/total").as_int64(), static_cast<std::int64_t>(rows.size()));
        QCOMPARE(body.at_pointer("/totals/keys").as_int64(), 1);
        QCOMPARE(body.at_pointer("/totals/service_account_roles").as_int64(), 1);
        QVERIFY(body.at("left_out").as_array().empty());
        json::array paged;
        std::string cursor;
        do {
            const Reply page = get("?limit=2" + (cursor.empty() ? std::string() : "&cursor=" + cursor), admin);
            const json::value part = page.json();
            for (const json::value& row : part.at("data").as_array())
                paged.push_back(row);
            cursor = part.at_pointer("/page/next").is_null() ? std::string() : page.text("/page/next");
        } while (!cursor.empty());
        QCOMPARE(json::serialize(paged), json::serialize(rows));
        const Reply key = get("?access=key", admin);
        QCOMPARE(key.text("/data/0/prefix"), made.text("/data/prefix"));
        QCOMPARE(key.text("/data/0/title"), std::string("nightly"));
        QCOMPARE(key.text("/data/0/scopes/0"), std::string("records:read"));
        const Reply robot = get("?kind=service_account", admin);
        QCOMPARE(robot.text("/data/0/holder/name"), std::string("Robot"));
        QCOMPARE(robot.text("/data/0/role"), std::string("viewer"));
        QVERIFY(!robot.text("/data/0/given_by").empty());
    }

    void permission_tellsTheWay()
    {
        post("/api/roles", {{"name", "reader"}, {"permissions", {"metrics:read"}}});
        post("/api/roles", {{"name", "physician"}, {"inherits", {"reader"}}});
        server.addUser("una@sallyport.example", "physician");
        const Reply found = get("?permission=metrics:read&q=una@", admin);
        QCOMPARE(json::serialize(found.json().at_pointer("/data/0/way")), std::string(R"(["physician","reader"])"));
        QCOMPARE(get("?role=reader", admin).json().at_pointer("/page/total").as_int64(), 1);
    }

    void whoMaySeeLess_seesLess()
    {
        const std::string viewer = server.tokenOf("viewer@sallyport.example");
        const std::string auditor = server.tokenOf("auditor@sallyport.example");
        const Reply seen = get("", viewer);
        QCOMPARE(seen.status, 200);
        QCOMPARE(json::serialize(seen.json().at("left_out")), std::string(R"(["keys","service_accounts"])"));
        QCOMPARE(get("?unused_days=30", viewer).status, 403);
        QCOMPARE(get("?unused_days=30", auditor).status, 200);
        const Reply refused = get("/export", viewer);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("/required"), std::string("events:export"));
        QCOMPARE(get("/export", auditor).status, 200);
    }

    void wrongFilters_areRefusedByName()
    {
        const auto refused = [&](const std::string& query, const std::string& name, const std::string& rule) {
            const Reply reply = get(query, admin);
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.text("/details/0/field"), name);
            QCOMPARE(reply.text("/details/0/rule"), rule);
        };
        refused("?role=nobody", "role", "enum");
        refused("?permission=records:eat", "permission", "enum");
        refused("?access=door", "access", "enum");
        refused("?sort=colour", "sort", "enum");
        refused("?holder=", "holder", "minLength");
        refused("?holder=nobody", "holder", "exists");
        refused("?holder=nobody@sallyport.example", "holder", "exists");
        refused("/export?holder=nobody", "holder", "exists");
        refused("?unusd_days=3", "unusd_days", "unknown");
        QCOMPARE(get("?unused_days=0", admin).status, 400);
        QCOMPARE(get("?ends_days=3651", admin).status, 400);
        QCOMPARE(get("?cursor=x", admin).status, 400);
        QCOMPARE(get("/export?format=pdf&bom=true", admin).status, 400);
    }

    void export_isAFile()
    {
        const Reply csv = get("/export?bom=true&role=admin", admin);
        QCOMPARE(csv.status, 200);
        QVERIFY(csv.header("Content-Type").starts_with("text/csv"));
        QVERIFY(csv.header("Content-Disposition").find("sallyport-access.csv") != std::string::npos);
        QVERIFY(csv.body.starts_with("\xef\xbb\xbfholder_kind,"));
        QVERIFY(csv.body.find(",role,admin,Administrator,") != std::string::npos);
        const Reply event =
            HttpsClient(server.port()).send("GET", "/api/events?q=kind:access.review_exported", TestServer::bearer(admin));
        QCOMPARE(event.text("/data/0/kind"), std::string("access.review_exported"));
        QCOMPARE(event.text("/data/0/details/filter"), std::string("role=admin"));
    }
};

SALLYPORT_GUILESS_TEST(AccessReviewApiTest)

} // namespace tst_access_review_api
#include "tst_access_review_api.moc"
