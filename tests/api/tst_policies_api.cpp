#include "backend/api/endpoints/all_endpoints.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>

namespace tst_policies_api {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Policies, checks and decisions over real HTTPS.
class PoliciesApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
    }

    void created_isInForceAtOnce_andEachStateIsTaken()
    {
        const Reply made = add("Own department", "allow", "resource.department == subject.department");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.header("Location"), "/api/policies/" + made.text("/data/id"));
        QCOMPARE(made.text("/data/state"), std::string("enforce"));
        QVERIFY(allowed("X", "X"));
        QVERIFY(!allowed("X", "Y"));
        QCOMPARE(
            send("PATCH", "/api/policies/" + made.text("/data/id"), admin, {{"condition", "resource.department == 'Y'"}}).status,
            200);
        QVERIFY(allowed("X", "Y"));
        QCOMPARE(send("DELETE", "/api/policies/" + made.text("/data/id"), admin).status, 204);
        QVERIFY(allowed("X", "X"));
    }

    void mistakes_areToldWithTheirPlace()
    {
        const Reply wrong = add("w", "allow", "true && subject.emial == 'x'");
        QCOMPARE(wrong.status, 400);
        QCOMPARE(wrong.text("/details/0/field"), std::string("condition"));
        QCOMPARE(wrong.json().at_pointer("/details/0/position").as_int64(), 8);
        QVERIFY(wrong.text("/details/0/message").find("subject.email") != std::string::npos);
        for (const char* const blank : {"", "  ", "// x"})
            QCOMPARE(add("w", "allow", blank).status, 400);
        QCOMPARE(send("POST", "/api/policies", admin,
                      {{"name", "w"}, {"effect", "allow"}, {"actions", {"records:read"}}, {"resources", {"record"}}})
                     .status,
                 400);
        QCOMPARE(add("w", "allow", "now < timestamp('')").status, 400);
    }

    void whatIsRefused_isNotRepeated()
    {
        for (const char* const condition :
             {"zzSECRETzz == 1", "subject.zzSECRETzz", "zzSECRETzz(1)", "true zzSECRETzz", "subject.id.matches('(zzSECRETzz')",
              "has(zzSECRETzz)", "resource.zzSECRETzz.a == {}.zzSECRETzz", "'zzSECRETzz' +", "zzSECRETzz"}) {
            const Reply wrong = add("echo", "allow", condition);
            QVERIFY2(wrong.status == 400, condition);
            QVERIFY2(wrong.body.find("zzSECRETzz") == std::string::npos, wrong.body.c_str());
            QCOMPARE(wrong.text("/details/0/field"), std::string("condition"));
            QVERIFY(wrong.json().at_pointer("/details/0/position").is_int64());
        }
    }

    void groups_standForWhatPoliciesDecide()
    {
        const Reply made = send("POST", "/api/policies", admin,
                                {{"name", "readers"},
                                 {"effect", "deny"},
                                 {"actions", {"read", "records:read"}},
                                 {"resources", {"record"}},
                                 {"condition", "false"},
                                 {"state", "draft"}});
        QCOMPARE(made.status, 201);
        const json::value body = made.json();
        const json::array& actions = body.at_pointer("/data/actions").as_array();
        QVERIFY(std::ranges::find(actions, json::value("comments:read")) != actions.end());
        QVERIFY(std::ranges::find(actions, json::value("files:read")) != actions.end());
        QVERIFY(std::ranges::find(actions, json::value("read")) == actions.end());
        QCOMPARE(std::ranges::count(actions, json::value("records:read")), 1);
        QVERIFY(std::ranges::find(actions, json::value("users:read")) == actions.end()); // roles decide about those
        QCOMPARE(send("PATCH", "/api/policies/readers", admin, {{"actions", {"delete"}}}).status, 200);
        const Reply refused = send("PATCH", "/api/policies/readers", admin, {{"actions", {"manage_users"}}});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.text("/details/0/field"), std::string("actions.0"));
        QCOMPARE(send("DELETE", "/api/policies/readers", admin).status, 204);
    }

    void draft_isTestedAndPublished()
    {
        QCOMPARE(add("draft", "deny", "resource.department == 'Z'", "draft").status, 201);
        QVERIFY(allowed("Z", "Z"));
        const json::value test{{"name", "Z"},
                               {"subject", {{"roles", {"viewer"}}}},
                               {"action", "records:read"},
                               {"resource", {{"department", "Z"}}},
                               {"expect", "allow"}};
        const Reply set = send("PUT", "/api/policies/draft/tests", admin, {{"tests", json::array{test}}});
        QCOMPARE(set.status, 200);
        QCOMPARE(set.text("/data/0/result"), std::string("deny"));
        const Reply refused = send("POST", "/api/policies/draft/publish", admin);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.text("/code"), std::string("tests_failed"));
        QCOMPARE(send("PUT", "/api/policies/draft/tests", admin, {{"tests", json::array()}}).status, 200);
        QCOMPARE(send("POST", "/api/policies/draft/publish", admin).status, 200);
        QVERIFY(!allowed("Z", "Z"));
        const Reply versions = send("GET", "/api/policies/draft/versions", admin);
        QCOMPARE(versions.json().at_pointer("/page/total").as_int64(), 2);
        QCOMPARE(send("GET", "/api/policies?state=enforce", admin).json().at_pointer("/page/total").as_int64(), 1);
        QCOMPARE(send("DELETE", "/api/policies/draft", admin).status, 204);
        QCOMPARE(send("GET", "/api/policies/draft", admin).status, 404);
    }

    void check_answersOneAndMany_andItsDecisionOpens()
    {
        QCOMPARE(add("rule", "allow", "subject.department == 'X'").status, 201);
        const Reply one = check("X", "Y");
        QCOMPARE(one.status, 200);
        QCOMPARE(one.json().at_pointer("/data/allowed").as_bool(), true);
        const Reply opened = send("GET", "/api/decisions/" + one.text("/data/decision_id"), admin);
        QCOMPARE(opened.status, 200);
        QCOMPARE(opened.text("/data/policy"), std::string("rule"));
        QCOMPARE(json::serialize(opened.json().at_pointer("/data/trace")), json::serialize(one.json().at_pointer("/data/trace")));
        json::array many;
        for (int i = 0; i < 1000; ++i)
            many.push_back(
                {{"subject", {{"department", i % 2 == 0 ? "X" : "Y"}, {"roles", {"viewer"}}}}, {"action", "records:read"}});
        const Reply all = send("POST", "/api/authz/check", admin, {{"checks", many}});
        QCOMPARE(all.status, 200);
        QCOMPARE(all.json().at("data").as_array().size(), 1000U);
        QVERIFY(all.json().at_pointer("/data/0/allowed").as_bool() && !all.json().at_pointer("/data/1/allowed").as_bool());
        QVERIFY(!all.json().at_pointer("/data/0").as_object().contains("decision_id"));
        many.resize(2);
        const Reply recorded = send("POST", "/api/authz/check", admin, {{"checks", many}, {"record", true}});
        QCOMPARE(send("GET", "/api/decisions/" + recorded.text("/data/1/decision_id"), admin).status, 200);
        many.resize(1001, many[0]);
        QCOMPARE(send("POST", "/api/authz/check", admin, {{"checks", many}}).status, 400);
        const Reply simulated = send("POST", "/api/policies/simulate", admin,
                                     {{"subject", {{"department", "Y"}, {"roles", {"viewer"}}}},
                                      {"action", "records:read"},
                                      {"drafts", json::array{{{"name", "second"},
                                                              {"effect", "allow"},
                                                              {"actions", {"records:read"}},
                                                              {"resources", {"record"}},
                                                              {"condition", "subject.department == 'Y'"}}}}});
        QCOMPARE(simulated.text("/data/policy"), std::string("second"));
        const Reply what = send("POST", "/api/policies/simulate", admin, {{"ask", "what"}});
        QCOMPARE(what.status, 200);
        QVERIFY(what.json().at_pointer("/data/what").as_array().size() > 20);
        QCOMPARE(send("POST", "/api/policies/simulate", admin, {{"ask", "who"}, {"action", "users:delete"}}).status, 200);
        QCOMPARE(send("DELETE", "/api/policies/rule", admin).status, 204);
    }

    void refusedRoute_isADecisionThatOpens()
    {
        server.addUser("viewer@sallyport.example", "viewer");
        const std::string token = server.tokenOf("viewer@sallyport.example");
        const Reply refused = send("GET", "/api/policies", token);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("/required"), std::string("policies:read"));
        const Reply opened = send("GET", "/api/decisions/" + refused.text("/decision_id"), admin);
        QCOMPARE(opened.status, 200);
        QCOMPARE(opened.text("/data/required"), std::string("policies:read"));
        QCOMPARE(opened.text("/data/path"), std::string("/api/policies"));
        QCOMPARE(send("GET", "/api/decisions", token).status, 403);
        QCOMPARE(
            send("GET", "/api/decisions?allowed=false&action=policies:read", admin).json().at_pointer("/page/total").as_int64(),
            1);
        // About itself, and no more.
        QCOMPARE(send("POST", "/api/authz/check", token, {{"action", "records:read"}}).status, 200);
        QCOMPARE(
            send("POST", "/api/authz/check", token, {{"subject", {{"roles", {"admin"}}}}, {"action", "records:read"}}).status,
            403);
    }

    void replay_listsFlips()
    {
        const Reply replayed = send(
            "POST", "/api/policies/replay", admin,
            {{"since", "2020-01-01T00:00:00Z"},
             {"draft", {{"effect", "deny"}, {"actions", {"records:read"}}, {"resources", {"record"}}, {"condition", "true"}}}});
        QCOMPARE(replayed.status, 200);
        QCOMPARE(replayed.json().at_pointer("/data/flipped").as_int64(), 0); // no object was asked for yet
        QCOMPARE(send("POST", "/api/policies/replay", admin, {{"since", "noon"}}).status, 400);
        QCOMPARE(send("POST", "/api/policies/replay", admin, {{"since", "2020-01-01T00:00:00Z"}, {"policy", "gone"}}).status,
                 404);
    }

    void replay_groupsByRoute_whateverTheId()
    {
        server.set("decisions.allowed_percent", "100");
        std::vector<std::string> records;
        for (const char* const title : {"one", "two", "three"})
            records.push_back(send("POST", "/api/data", admin, {{"title", title}}).text("/data/id"));
        for (const std::string& id : records) {
            server.clock().advance(std::chrono::seconds(1)); // decisions of one moment stand in any order
            QCOMPARE(send("GET", "/api/data/" + id, admin).status, 200);
        }
        // Decisions are stored behind the answers, in their order: what is written after them comes after them.
        QCOMPARE(send("POST", "/api/data", admin, {{"title", "four"}}).status, 201);
        server.clock().advance(std::chrono::seconds(1)); // a replay goes up to now, without it
        const Reply replayed = send(
            "POST", "/api/policies/replay", admin,
            {{"since", "2020-01-01T00:00:00Z"},
             {"draft", {{"effect", "deny"}, {"actions", {"records:read"}}, {"resources", {"record"}}, {"condition", "true"}}}});
        QCOMPARE(replayed.json().at_pointer("/data/by_object").as_array().size(), 3U);
        QCOMPARE(replayed.json().at_pointer("/data/by_route").as_array().size(), 1U);
        QCOMPARE(replayed.text("/data/by_route/0/key"), std::string("GET /api/data/{id}"));
        QCOMPARE(replayed.json().at_pointer("/data/by_route/0/would_deny").as_int64(), 3);
        QCOMPARE(replayed.text("/data/flips/0/route"), std::string("GET /api/data/{id}"));
        QCOMPARE(replayed.text("/data/flips/0/path"), "/api/data/" + records.back());
    }

    void routesHaveTheirTemplate()
    {
        const std::string id = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        QCOMPARE(api::routeTemplate("PATCH", "/api/comments/" + id), std::string("PATCH /api/comments/{id}"));
        QCOMPARE(api::routeTemplate("HEAD", "/api/data/" + id), std::string("GET /api/data/{id}"));
        QCOMPARE(api::routeTemplate("POST", "/api/policies/replay"), std::string("POST /api/policies/replay"));
        QCOMPARE(api::routeTemplate("GET", "/none/" + id), "GET /none/" + id);
    }

    void decisions_ofNothing_areRefusedByName()
    {
        for (const char* const what : {"policy", "action"}) {
            const Reply refused = send("GET", std::string("/api/decisions?") + what + "=nonsense", admin);
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.text("/details/0/field"), std::string(what));
        }
    }

    void hiddenAndMissing_areAnsweredAlike()
    {
        const std::string user = server.addUser("ward@sallyport.example", "editor").text();
        const std::string ward = server.tokenOf("ward@sallyport.example");
        const std::string record =
            send("POST", "/api/data", admin, {{"title", "H"}, {"department", "Radiology"}}).text("/data/id");
        const std::string comment =
            send("POST", "/api/comments", admin, {{"record_id", record}, {"content", "seen"}}).text("/data/id");
        QCOMPARE(add("own", "allow",
                     "resource.department == subject.department || 'admin' in subject.roles || 'owner' in subject.roles")
                     .status,
                 201);
        QCOMPARE(send("GET", "/api/comments/" + comment, ward).status, 404);
        const auto question = [&](const char* action, const char* kind, const std::string& id, bool whose) {
            json::object made{{"action", action}, {"resource", {{"kind", kind}, {"id", id}}}};
            if (whose)
                made["subject"] = user;
            return made;
        };
        // The simulator is the enforcement.
        for (const char* const action : {"comments:read", "comments:update"})
            for (const char* const route : {"/api/authz/check", "/api/policies/simulate"}) {
                const Reply answer = send("POST", route, admin, question(action, "comment", comment, true));
                QCOMPARE(answer.json().at_pointer("/data/allowed").as_bool(), false);
                QCOMPARE(answer.text("/data/reason"), std::string("no_rule_matched"));
                QCOMPARE(answer.text("/data/trace/hidden_by"), std::string("record"));
            }
        json::object who = question("comments:read", "comment", comment, false);
        who["ask"] = "who";
        QVERIFY(send("POST", "/api/policies/simulate", admin, who).body.find(user) == std::string::npos);
        // To the one from whom it is hidden it isn't there.
        const auto plain = [](Reply reply) {
            json::value all = reply.json();
            if (json::value& data = all.at("data"); data.is_object())
                data.get_object().erase("decision_id");
            else
                for (json::value& one : data.get_array())
                    one.get_object().erase("decision_id");
            return json::serialize(all);
        };
        const std::string gone = "01ARZ3NDEKTSV4RRFFQ69G5FAV";
        for (const auto& [kind, id] : {std::pair("record", record), std::pair("comment", comment)})
            for (const char* const action : {"records:read", "comments:read", "comments:update"}) {
                const Reply hidden = send("POST", "/api/authz/check", ward, question(action, kind, id, true));
                const Reply missing = send("POST", "/api/authz/check", ward, question(action, kind, gone, true));
                QCOMPARE(plain(hidden), plain(missing));
                QCOMPARE(hidden.text("/data/reason"), std::string("no_such_object"));
                QVERIFY(!hidden.text("/data/decision_id").empty() && !missing.text("/data/decision_id").empty());
                for (const bool kept : {false, true}) {
                    const auto batch = [&](const std::string& which) {
                        return send("POST", "/api/authz/check", ward,
                                    {{"checks", json::array{question(action, kind, which, false)}}, {"record", kept}});
                    };
                    QCOMPARE(plain(batch(id)), plain(batch(gone)));
                }
            }
        QCOMPARE(send("DELETE", "/api/policies/own", admin).status, 204);
    }

    void attributes_areListed()
    {
        const Reply all = send("GET", "/api/policies/attributes", admin);
        QCOMPARE(all.status, 200);
        QCOMPARE(all.text("/data/0/name"), std::string("subject.id"));
    }

private:
    Reply send(const char* method, const std::string& path, const std::string& token, const json::value& body = nullptr)
    {
        HttpsClient client(server.port());
        if (body.is_null())
            return client.send(method, path, TestServer::bearer(token));
        return client.send(method, path, TestServer::jsonAnd(TestServer::bearer(token)), json::serialize(body));
    }
    Reply add(const char* name, const char* effect, const char* condition, const char* state = "enforce")
    {
        return send("POST", "/api/policies", admin,
                    {{"name", name},
                     {"effect", effect},
                     {"actions", {"records:read"}},
                     {"resources", {"record"}},
                     {"condition", condition},
                     {"state", state}});
    }
    Reply check(const char* mine, const char* its)
    {
        return send("POST", "/api/authz/check", admin,
                    {{"subject", {{"department", mine}, {"roles", {"viewer"}}}},
                     {"action", "records:read"},
                     {"resource", {{"kind", "record"}, {"department", its}}}});
    }
    bool allowed(const char* mine, const char* its) { return check(mine, its).json().at_pointer("/data/allowed").as_bool(); }

    TestServer server;
    std::string admin;
};

SALLYPORT_GUILESS_TEST(PoliciesApiTest)

} // namespace tst_policies_api
#include "tst_policies_api.moc"
