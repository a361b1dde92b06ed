#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_policy_transfer_api {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// A document of policies out of the server and into it, over real HTTPS. What becomes of each policy is in
/// authorization/tst_policy_transfer.
class PolicyTransferApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
    }

    void export_isADownload_thatImportTakesBack()
    {
        const std::string hers = "resource.department == \"O'Brien\" || '1' == '1'"; // the detector knows that it is code
        const Reply made = send("POST", "/api/policies", admin,
                                json::serialize(json::object{{"name", "Own & others"},
                                                             {"effect", "allow"},
                                                             {"actions", {"records:read"}},
                                                             {"resources", {"record"}},
                                                             {"condition", hers},
                                                             {"state", "draft"}}));
        QCOMPARE(made.status, 201);
        const Reply exported = get("/api/policies/export");
        QCOMPARE(exported.status, 200);
        QVERIFY(exported.header("Content-Type").starts_with("application/json"));
        QCOMPARE(exported.header("Content-Disposition"), std::string("attachment; filename=\"sallyport-policies.json\""));
        QCOMPARE(exported.text("/policies/0/condition"), hers);
        QCOMPARE(exported.text("/policies/0/id"), made.text("/data/id"));
        const Reply same = send("POST", "/api/policies/import", admin, exported.body);
        QCOMPARE(same.status, 200);
        QCOMPARE(same.text("/data/policies/0/outcome"), std::string("unchanged"));
        QCOMPARE(send("DELETE", "/api/policies/" + made.text("/data/id"), admin).status, 204);
        const Reply tried = send("POST", "/api/policies/import?dry_run=true", admin, exported.body);
        QCOMPARE(tried.text("/data/policies/0/outcome"), std::string("added"));
        QCOMPARE(get("/api/policies").json().at_pointer("/page/total").as_int64(), 0);
        const Reply back = send("POST", "/api/policies/import", admin, exported.body);
        QCOMPARE(back.status, 200);
        QVERIFY(!back.json().as_object().contains("confirm"));
        QCOMPARE(get("/api/policies/export").body, exported.body);
        QCOMPARE(get("/api/policies/export?state=enforce").json().at("policies").as_array().size(), 0U);
        QCOMPARE(get("/api/policies/export?state=on").status, 400);
        QCOMPARE(server.events("policy.imported").size(), 1U);
        QVERIFY(server.events("policy.exported").size() >= 2);
    }

    void states_areTakenOverOnlyWithPublish()
    {
        const std::string document =
            R"({"format": "sallyport-policies", "version": 1, "policies": [{"name": "Nobody", "effect": "deny",
            "actions": ["records:delete"], "resources": ["record"], "condition": "true", "state": "enforce"}]})";
        const Reply draft = send("POST", "/api/policies/import", admin, document);
        QCOMPARE(draft.text("/data/policies/0/state"), std::string("draft"));
        QCOMPARE(draft.text("/data/policies/0/document_state"), std::string("enforce"));
        const Reply published = send("POST", "/api/policies/import?publish=true", admin, document);
        QCOMPARE(published.text("/data/policies/0/state"), std::string("enforce"));
        QCOMPARE(published.json().at_pointer("/data/policies/0/changed").as_array().at(0), json::value("state"));
        QCOMPARE(send("POST", "/api/policies/import?publish=maybe", admin, document).status, 400);
    }

    void mistakes_areToldWithTheirPlaces()
    {
        const std::string document =
            R"({"format": "sallyport-policies", "version": 1, "policies": [{"name": "a", "effect": "allow",
            "actions": ["records:read"], "resources": ["record"], "condition": "true"}, {"name": "b", "effect": "allow",
            "actions": ["records:read"], "resources": ["record"], "condition": "true && subject.emial == 'x'", "priority": 3}]})";
        const Reply refused = send("POST", "/api/policies/import", admin, document);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.text("/error"), std::string("Validation failed"));
        QCOMPARE(refused.text("/details/0/field"), std::string("policies.1.priority"));
        QCOMPARE(refused.text("/details/1/field"), std::string("policies.1.condition"));
        QCOMPARE(refused.json().at_pointer("/details/1/position").as_int64(), 8);
        const Reply tried = send("POST", "/api/policies/import?dry_run=true", admin, document);
        QCOMPARE(tried.status, 200);
        QCOMPARE(tried.json().at_pointer("/data/refused").as_int64(), 1);
        QCOMPARE(tried.text("/data/policies/1/details/1/field"), std::string("condition"));
        QCOMPARE(send("POST", "/api/policies/import", admin, R"({"format": "sallyport-policies", "version": 2, "policies": []})")
                     .status,
                 400);
        QCOMPARE(send("POST", "/api/policies/import", admin, "{}").status, 400);
        QCOMPARE(send("POST", "/api/policies/import", admin, std::string(2 << 20, ' ')).status, 413);
    }

    void whoMayNot_isRefused()
    {
        server.addUser("vera@sallyport.example", "viewer");
        const std::string viewer = server.tokenOf("vera@sallyport.example");
        HttpsClient client(server.port());
        QCOMPARE(client.send("GET", "/api/policies/export", TestServer::bearer(viewer)).status, 403);
        QCOMPARE(send("POST", "/api/policies/import", viewer, R"({"format": "sallyport-policies", "version": 1, "policies": []})")
                     .status,
                 403);
        // Who may add policies and not change them can't either.
        QCOMPARE(send("POST", "/api/roles", admin, R"({"name": "maker", "permissions": ["policies:create"]})").status, 201);
        server.addUser("mia@sallyport.example", "maker");
        const Reply half = send("POST", "/api/policies/import", server.tokenOf("mia@sallyport.example"),
                                R"({"format": "sallyport-policies", "version": 1, "policies": []})");
        QCOMPARE(half.status, 403);
        QCOMPARE(half.text("/required"), std::string("policies:update"));
    }

private:
    Reply get(const std::string& path)
    {
        HttpsClient client(server.port());
        return client.send("GET", path, TestServer::bearer(admin));
    }
    Reply send(const std::string& method, const std::string& path, const std::string& bearer, const std::string& body = {})
    {
        HttpsClient client(server.port());
        const Headers headers = TestServer::bearer(bearer);
        if (body.empty())
            return client.send(method, path, headers);
        return client.send(method, path, TestServer::jsonAnd(headers), body);
    }

    TestServer server;
    std::string admin;
};

SALLYPORT_GUILESS_TEST(PolicyTransferApiTest)

} // namespace tst_policy_transfer_api
#include "tst_policy_transfer_api.moc"
