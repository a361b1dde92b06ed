#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_records_api {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;
namespace json = boost::json;

/// /api/data over real HTTPS.
class RecordsApiTest final : public QObject {
    Q_OBJECT

    Reply send(const char* method, const std::string& path, const std::string& token, const json::value& body = nullptr,
               Headers more = {})
    {
        HttpsClient client(server.port());
        if (!token.empty())
            more.emplace_back("Authorization", "Bearer " + token);
        if (body.is_null())
            return client.send(method, path, more);
        return client.send(method, path, TestServer::jsonAnd(more), json::serialize(body));
    }
    std::string add(json::object record)
    {
        const Reply made = send("POST", "/api/data", admin, record);
        return made.status == 201 ? made.text("/data/id") : std::string();
    }

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
        server.addUser("vi@sallyport.example", "viewer");
        server.addUser("ed@sallyport.example", "editor");
        viewer = server.tokenOf("vi@sallyport.example");
        editor = server.tokenOf("ed@sallyport.example");
    }

    void record_isAddedReadChangedAndDeleted()
    {
        const Reply made = send("POST", "/api/data", editor,
                                {{"title", "Discharge summary 2231"},
                                 {"body", "Admitted on 21 Nov.\nDischarged."},
                                 {"department", "Cardiology"},
                                 {"classification", "restricted"},
                                 {"sensitive", {{"Patient", "Elif Yildiz"}}}});
        QCOMPARE(made.status, 201);
        const std::string path = "/api/data/" + made.text("/data/id");
        QCOMPARE(made.header("Location"), path);
        QVERIFY(made.json().at("data").at("sensitive").at("Patient").is_null());
        const Reply read = send("GET", path, viewer);
        QCOMPARE(read.status, 200);
        QCOMPARE(read.text("/data/classification"), std::string("restricted"));
        QCOMPARE(read.text("/data/body"), std::string("Admitted on 21 Nov.\nDischarged."));
        QCOMPARE(send("GET", path, viewer).body, read.body); // from memory, the same
        const Reply changed = send("PATCH", path, editor, {{"title", "Summary"}, {"department", nullptr}, {"version", 1}});
        QCOMPARE(changed.status, 200);
        QVERIFY(changed.json().at("data").at("department").is_null());
        QCOMPARE(send("PATCH", path, editor, {{"title", "Other"}, {"version", 1}}).status, 412);
        QCOMPARE(send("GET", path, viewer).text("/data/title"), std::string("Summary"));
        QCOMPARE(send("DELETE", path, editor).text("/required"), std::string("records:delete"));
        QCOMPARE(send("DELETE", path, admin).status, 204);
        QCOMPARE(send("GET", path, viewer).status, 404);
        QCOMPARE(send("PATCH", path, editor, {{"title", "x"}}).status, 404);
    }

    /// A record that was read is in memory; who may see it is asked each time, and each refusal is one decision.
    void asvs_14_2_2_recordInMemory_obeysPoliciesRolesAndSessionsFromTheNextRequestOn()
    {
        const std::string path = "/api/data/" + add({{"title", "Kept"}, {"department", "Oncology"}});
        const auto warm = [&](const std::string& token) {
            return send("GET", path, token).status == 200 && send("GET", path, token).status == 200;
        };
        const auto refusals = [&] {
            return send("GET", "/api/decisions?allowed=false&q=Ward", admin).json().at("page").at("total").to_number<int>();
        };
        QVERIFY(warm(viewer));
        const Reply rest = send("POST", "/api/policies", admin,
                                {{"name", "All others"},
                                 {"effect", "allow"},
                                 {"actions", {"records:read"}},
                                 {"resources", {"record"}},
                                 {"condition", "true"},
                                 {"state", "enforce"}});
        QCOMPARE(rest.status, 201);
        const Reply made = send("POST", "/api/policies", admin,
                                {{"name", "Ward closed"},
                                 {"effect", "deny"},
                                 {"actions", {"records:read"}},
                                 {"resources", {"record"}},
                                 {"condition", "resource.department == 'Oncology' && 'viewer' in subject.roles"},
                                 {"state", "enforce"}});
        QCOMPARE(made.status, 201);
        QVERIFY(warm(admin)); // in memory again, and only hidden from viewers
        const int before = refusals();
        QCOMPARE(send("GET", path, viewer).status, 404);
        QTRY_COMPARE(refusals(), before + 1); // a decision is stored soon after, it is no event
        const std::string policy = "/api/policies/" + made.text("/data/id");
        QVERIFY(send("PATCH", policy, admin, {{"condition", "resource.department == 'Nowhere'"}}).status == 200);
        QVERIFY(warm(viewer));
        QVERIFY(send("DELETE", policy, admin).status < 300);
        QVERIFY(send("DELETE", "/api/policies/" + rest.text("/data/id"), admin).status < 300);
        // A role that goes.
        const UserId id = server.addUser("gone@sallyport.example", "viewer");
        const std::string token = server.tokenOf("gone@sallyport.example");
        QVERIFY(warm(token));
        send("POST", "/api/roles", admin, {{"name", "blind"}, {"permissions", {"users:read"}}});
        QCOMPARE(send("PUT", "/api/users/" + id.text() + "/roles", admin, {{"roles", {"blind"}}}).status, 200);
        QVERIFY(warm(admin));
        QCOMPARE(send("GET", path, token).status, 403);
        // A session that ends.
        const std::string other = server.tokenOf("vi@sallyport.example");
        QVERIFY(warm(other));
        QVERIFY(send("POST", "/api/auth/logout", other).status < 300);
        QVERIFY(warm(admin));
        QCOMPARE(send("GET", path, other).status, 401);
    }

    void nobody_andWhoLacksThePermission_areRefused()
    {
        QCOMPARE(send("GET", "/api/data", {}).status, 401);
        send("POST", "/api/roles", admin, {{"name", "outsider"}, {"permissions", {"users:read"}}});
        server.addUser("out@sallyport.example", "outsider");
        const std::string token = server.tokenOf("out@sallyport.example");
        const Reply refused = send("GET", "/api/data", token);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("/required"), std::string("records:read"));
        QVERIFY(!refused.text("/decision_id").empty());
        QCOMPARE(send("POST", "/api/data", viewer, {{"title", "x"}}).text("/required"), std::string("records:create"));
        // Given a role, the same token may from the next request on.
        QCOMPARE(send("PATCH", "/api/roles/outsider", admin, {{"permissions", {"records:read"}}}).status, 200);
        QCOMPARE(send("GET", "/api/data", token).status, 200);
    }

    void lists_takeKnownParametersOnly()
    {
        add({{"title", "A list canary"}, {"sensitive", {{"Patient", "Canary"}}}});
        for (const char* query :
             {"?sort=sensitive.Patient", "?sort=owner_id", "?where[title]=x", "?filter=x", "?limit=0", "?limit=201", "?cursor=x",
              "?classification=secret", "?classification=", "?q=%00", "?changed_days=0"})
            QCOMPARE(std::string(query) + " " + std::to_string(send("GET", std::string("/api/data") + query, admin).status),
                     std::string(query) + " 400");
        const auto total = [&](const std::string& query) {
            return send("GET", "/api/data" + query, admin).json().at("page").at("total").to_number<int>();
        };
        const int all = total("");
        QVERIFY(all > 0);
        QCOMPARE(total("?q="), all);
        QCOMPARE(total("?q=list%20canary"), 1);
        QCOMPARE(total("?q=Patient"), 0);
        QCOMPARE(total("?department="), 0); // an empty department, which nobody has
    }

    void mistakes_areToldByField()
    {
        const auto rule = [&](json::object record) {
            const Reply reply = send("POST", "/api/data", admin, record);
            return std::to_string(reply.status) + " " + reply.text("/details/0/field") + " " + reply.text("/details/0/rule");
        };
        QCOMPARE(rule({{"body", "x"}}), std::string("400 title required"));
        QCOMPARE(rule({{"title", ""}}), std::string("400 title minLength"));
        QCOMPARE(rule({{"title", "x"}, {"classification", "secret"}}), std::string("400 classification enum"));
        QCOMPARE(rule({{"title", "x"}, {"id", "1"}}), std::string("400 id additionalProperties"));
        QCOMPARE(rule({{"title", "x"}, {"sensitive", {{"a", 1}}}}), std::string("400 sensitive.a type"));
        QCOMPARE(rule({{"title", "x"}, {"owner_id", "01ARZ3NDEKTSV4RRFFQ69G5FAV"}}), std::string("400 owner_id exists"));
    }

    void asvs_14_2_6_sensitiveValues_areShownToWhoMayAndShowsAFactorNow()
    {
        const std::string id = add({{"title", "Secret"}, {"sensitive", {{"Patient", "Elif"}, {"Diagnosis", "I25.1"}}}});
        const std::string path = "/api/data/" + id;
        const auto patient = [&](const std::string& token, const std::string& query = {}, const std::string& code = {}) {
            const Reply reply =
                send("GET", path + query, token, nullptr, code.empty() ? Headers() : Headers{{"X-MFA-Token", code}});
            if (reply.status != 200)
                return std::to_string(reply.status) + " " + reply.text("/code");
            const json::value body = reply.json();
            const json::value& value = body.at("data").at("sensitive").at("Patient");
            return value.is_null() ? std::string("null") : std::string(value.as_string());
        };
        // Who has no second factor can't.
        QCOMPARE(patient(admin, {}, "123456"), std::string("null"));
        QCOMPARE(patient(admin, "?unmask=true").substr(0, 3), std::string("401"));
        server.addUser("chief@sallyport.example", "admin");
        const std::string chief = server.tokenOf("chief@sallyport.example");
        const std::string secret = server.enrol(chief);
        server.clock().advance(6min);
        QCOMPARE(patient(chief), std::string("null"));
        QCOMPARE(patient(chief, {}, "000000").substr(0, 3), std::string("401"));
        QCOMPARE(server.events("record.unmasked").size(), std::size_t{0});
        const Reply shown = send("GET", path, chief, nullptr, {{"X-MFA-Token", server.codeOf(secret)}});
        QCOMPARE(shown.status, 200);
        QCOMPARE(shown.text("/data/sensitive/Patient"), std::string("Elif"));
        QCOMPARE(shown.text("/data/sensitive/Diagnosis"), std::string("I25.1"));
        const auto events = server.events("record.unmasked");
        QCOMPARE(events.size(), std::size_t{1});
        QCOMPARE(events[0].object.id, id);
        QCOMPARE(events[0].detailsJson, std::string(R"({"members":"Diagnosis, Patient"})"));
        QCOMPARE(patient(chief), std::string("null")); // masked again
        QCOMPARE(patient(chief, "?unmask=true"), std::string("Elif"));
        QVERIFY(send("GET", "/api/data?q=Secret", chief).body.find("Elif") == std::string::npos);
        // An editor's code changes nothing.
        const std::string clerk = server.tokenOf("ed@sallyport.example");
        const std::string editorSecret = server.enrol(clerk);
        server.clock().advance(1min);
        QCOMPARE(patient(clerk, {}, server.codeOf(editorSecret)), std::string("null"));
        QCOMPARE(patient(clerk, "?unmask=true"), std::string("403 permission_denied"));
    }

    void export_isStreamed_guarded_andRecorded()
    {
        add({{"title", "=1+1"}, {"sensitive", {{"Patient", "Elif"}}}});
        const Reply csv = send("GET", "/api/data/export?q=%3D1&bom=true", admin);
        QCOMPARE(csv.status, 200);
        QVERIFY(csv.header("Content-Type").starts_with("text/csv"));
        QVERIFY(csv.body.starts_with("\xef\xbb\xbftitle,"));
        QVERIFY(csv.body.find("\r\n'=1+1,") != std::string::npos);
        QVERIFY(csv.body.find("Elif") == std::string::npos);
        const Reply file = send("GET", "/api/data/export?format=json&q=%3D1", admin);
        QCOMPARE(file.json().at("data").as_array().size(), std::size_t{1});
        QVERIFY(file.json().at("data").at(0).at("sensitive").at("Patient").is_null());
        QVERIFY(server.events("record.exported").size() >= 2);
        QCOMPARE(send("GET", "/api/data/export?format=xml", admin).status, 400);
    }

    void encryption_tellsItsKey_andRotates()
    {
        add({{"title", "x"}, {"sensitive", {{"a", "b"}}}});
        const Reply before = send("GET", "/api/encryption", admin);
        QCOMPARE(before.status, 200);
        QVERIFY(before.json().at("data").at("members").to_number<int>() > 0);
        QCOMPARE(send("GET", "/api/encryption", viewer).text("/required"), std::string("settings:read"));
        QCOMPARE(send("POST", "/api/encryption/rotate", viewer).text("/required"), std::string("settings:update"));
        QCOMPARE(send("POST", "/api/encryption/rotate", admin).status, 200);
        QTRY_COMPARE(send("GET", "/api/encryption", admin).json().at("data").at("waiting").to_number<int>(), 0);
        QTRY_COMPARE(server.events("record.encrypted_anew").size(), std::size_t{1});
    }

private:
    TestServer server;
    std::string admin, viewer, editor;
};

SALLYPORT_GUILESS_TEST(RecordsApiTest)

} // namespace tst_records_api
#include "tst_records_api.moc"
