#include "backend/alerts/alert_rules.h"
#include "backend/alerts/incidents.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>

namespace tst_alerts_api {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Rules and incidents over HTTPS, with a server that watches.
class AlertsApiTest final : public QObject {
    Q_OBJECT

    Reply send(const char* method, const std::string& path, const std::string& token, const json::value& body = nullptr)
    {
        HttpsClient client(server.port());
        const Headers headers = TestServer::bearer(token);
        if (body.is_null())
            return client.send(method, path, headers);
        return client.send(method, path, TestServer::jsonAnd(headers), json::serialize(body));
    }
    Reply signIn(const std::string& password)
    {
        HttpsClient client(server.port());
        return client.send("POST", "/api/auth/login", TestServer::jsonAnd({}),
                           json::serialize(json::object{{"email", "ed@sallyport.example"}, {"password", password}}));
    }
    /// The incidents of the rule, as soon as there is one.
    json::array incidentsOf(const std::string& rule)
    {
        json::array found;
        const auto ask = [&] {
            const Reply reply = send("GET", "/api/incidents?rule=" + rule, admin);
            found = reply.status == 200 ? reply.json().at("data").as_array() : json::array();
            return !found.empty();
        };
        if (!QTest::qWaitFor(ask, 10'000))
            return {};
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
        server.addUser("ed@sallyport.example", "editor");
        editor = server.tokenOf("ed@sallyport.example");
    }

    void rules_areMadeChangedAndDeleted()
    {
        const json::object wanted{{"name", "Any failed sign-in"},
                                  {"kinds", json::array{"auth.login_failed"}},
                                  {"group_by", "user"},
                                  {"severity", "critical"},
                                  {"schedule", json::object{{"days", json::array{"mon", "sun"}},
                                                            {"from", "08:30"},
                                                            {"until", "18:00"},
                                                            {"zone", "Europe/Berlin"},
                                                            {"outside", true}}},
                                  {"actions", json::array{json::object{{"kind", "notice"}},
                                                          json::object{{"kind", "disable_user"}, {"lasts_seconds", 3600}}}}};
        const Reply made = send("POST", "/api/alert-rules", admin, wanted);
        QCOMPARE(made.status, 201);
        const std::string id = made.text("/data/id");
        QCOMPARE(made.header("Location"), "/api/alert-rules/" + id);
        QCOMPARE(made.text("/data/schedule/from"), std::string("08:30"));
        QCOMPARE(made.text("/data/actions/1/kind"), std::string("disable_user"));
        QCOMPARE(send("POST", "/api/alert-rules", admin, wanted).status, 409);
        const Reply changed =
            send("PATCH", "/api/alert-rules/" + id, admin, json::object{{"threshold", 3}, {"schedule", nullptr}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json().at("data").at("threshold").as_int64(), 3);
        QVERIFY(changed.json().at("data").at("schedule").is_null());
        QCOMPARE(changed.text("/data/severity"), std::string("critical")); // what isn't said stays
        QCOMPARE(send("PATCH", "/api/alert-rules/" + id, admin, json::object{{"enabled", false}, {"version", 1}}).status, 412);
        QCOMPARE(send("PATCH", "/api/alert-rules/" + id, admin, json::object{{"enabled", false}}).status, 200);
        QCOMPARE(send("PATCH", "/api/alert-rules/" + id, admin, json::object{{"filter", "colour:red"}}).status, 400);
        QCOMPARE(send("GET", "/api/alert-rules", editor).status, 403);
        QCOMPARE(send("POST", "/api/alert-rules/" + id + "/reset", admin).status, 409);
        QCOMPARE(send("DELETE", "/api/alert-rules/" + id, admin).status, 204);
        QCOMPARE(send("GET", "/api/alert-rules/" + id, admin).status, 404);
        const json::value all = send("GET", "/api/alert-rules", admin).json();
        const auto& rows = all.at("data").as_array();
        QVERIFY(rows.size() >= 20);
        const std::string shipped(rows.at(0).at("id").as_string());
        QCOMPARE(send("DELETE", "/api/alert-rules/" + shipped, admin).text("/code"), std::string("shipped_rule"));
        QCOMPARE(send("PATCH", "/api/alert-rules/" + shipped, admin, json::object{{"threshold", 7}}).status, 200);
        const Reply reset = send("POST", "/api/alert-rules/" + shipped + "/reset", admin);
        QCOMPARE(reset.status, 200);
        QVERIFY(reset.json().at("data").at("as_shipped").as_bool());
    }

    void failedSignIns_becomeAnIncident_whoseBanIsTakenBack()
    {
        const Reply made = send("POST", "/api/alert-rules", admin,
                                json::object{{"name", "Two failed sign-ins"},
                                             {"kinds", json::array{"auth.login_failed"}},
                                             {"group_by", "user"},
                                             {"threshold", 2},
                                             {"actions", json::array{json::object{{"kind", "disable_user"}}}}});
        QCOMPARE(made.status, 201);
        const std::string rule = made.text("/data/id");
        QCOMPARE(signIn("wrong password of hers").status, 401);
        QCOMPARE(signIn("wrong password of hers").status, 401);
        const json::array found = incidentsOf(rule);
        QCOMPARE(found.size(), std::size_t(1));
        const std::string id(found.at(0).at("id").as_string());
        QVERIFY(QTest::qWaitFor(
            [&] { return send("GET", "/api/incidents/" + id, admin).text("/data/actions/0/state") == "done"; }, 10'000));
        const Reply one = send("GET", "/api/incidents/" + id, admin);
        QCOMPARE(one.status, 200);
        QCOMPARE(one.json().at("data").at("count").as_int64(), 2);
        QCOMPARE(one.text("/data/timeline/0/kind"), std::string("opened"));
        QCOMPARE(one.json().at("data").at("events").as_array().size(), std::size_t(2));
        const std::string event = one.text("/data/events/0");
        QCOMPARE(send("GET", "/api/events/" + event, admin).text("/data/kind"), std::string("auth.login_failed"));
        QCOMPARE(signIn(TestServer::goodPassword).status, 401); // disabled
        const std::string action = one.text("/data/actions/0/id");
        const Reply undone = send("POST", "/api/incidents/" + id + "/undo", admin, json::object{{"action", action}});
        QCOMPARE(undone.status, 200);
        QCOMPARE(undone.text("/data/actions/0/state"), std::string("undone"));
        QCOMPARE(send("POST", "/api/incidents/" + id + "/undo", admin, json::object{{"action", action}}).status, 409);
        QCOMPARE(signIn(TestServer::goodPassword).status, 200);

        const Reply closed =
            send("PATCH", "/api/incidents/" + id, admin,
                 json::object{{"state", "closed"}, {"outcome", "A forgotten password"}, {"note", "Called him."}});
        QCOMPARE(closed.status, 200);
        QCOMPARE(closed.text("/data/state"), std::string("closed"));
        QCOMPARE(closed.text("/data/outcome"), std::string("A forgotten password"));
        QCOMPARE(send("PATCH", "/api/incidents/" + id, admin, json::object{{"state", "acknowledged"}}).status, 409);
        QCOMPARE(send("GET", "/api/incidents?state=unclosed&rule=" + rule, admin).json().at("data").as_array().size(),
                 std::size_t(0));
        QCOMPARE(send("GET", "/api/incidents?q=two%20FAILED&severity=warning", admin).json().at("data").as_array().size(),
                 std::size_t(1));
        QCOMPARE(send("GET", "/api/incidents", signIn(TestServer::goodPassword).text("/token")).status, 403);
        QCOMPARE(send("GET", "/api/incidents?state=other", admin).status, 400);
        QCOMPARE(send("GET", "/api/incidents/nothing", admin).status, 404);

        server.clock().advance(std::chrono::seconds(1)); // a trial goes up to now, without it
        const Reply trial = send("POST", "/api/alert-rules/" + rule + "/test", admin, json::object{{"threshold", 1}});
        QCOMPARE(trial.status, 200);
        QVERIFY(trial.json().at("data").at("fired").as_int64() >= 1);
        QCOMPARE(send("POST", "/api/alert-rules/" + rule + "/test", admin).status, 200);
        QCOMPARE(send("POST", "/api/alert-rules/" + rule + "/test", admin,
                      json::object{{"since", "2020-01-01T00:00:00Z"}, {"until", "2026-01-01T00:00:00Z"}})
                     .status,
                 400);
    }

private:
    TestServer server;
    std::string admin, editor;
};

SALLYPORT_GUILESS_TEST(AlertsApiTest)

} // namespace tst_alerts_api
#include "tst_alerts_api.moc"
