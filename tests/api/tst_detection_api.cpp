#include "backend/api/endpoints/all_endpoints.h"
#include "backend/protection/inspection/detection_rules.h"
#include "backend/protection/inspection/natural_places.h"
#include "backend/protection/inspection/unseen_members.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>

namespace tst_detection_api {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

namespace {

constexpr const char* unionQuery = "/api/data?q=%27%20UNION%20SELECT%20password%20FROM%20users%20--";

/// Every member of a schema that is marked `writeOnly`, wherever it stands.
void eachWriteOnly(const json::value& schema, const std::string& name, std::vector<std::string>& found)
{
    if (schema.is_array()) {
        for (const json::value& one : schema.get_array())
            eachWriteOnly(one, name, found);
    }
    if (!schema.is_object())
        return;
    const json::object& object = schema.get_object();
    const json::value* const mark = object.if_contains("writeOnly");
    if (mark != nullptr && mark->is_bool() && mark->get_bool())
        found.push_back(name);
    for (const auto& [key, value] : object)
        eachWriteOnly(value, key == "additionalProperties" ? name : std::string(key), found);
}

} // namespace

/// The detector around a running server: what it stops, what it lets pass, what is written down, and what operators do about it.
class DetectionApiTest final : public QObject {
    Q_OBJECT

    Reply send(const char* method, const std::string& path, const std::string& token, const json::value& body = nullptr,
               Headers more = {})
    {
        HttpsClient client(server.port());
        Headers headers = token.empty() ? Headers() : TestServer::bearer(token);
        headers.insert(headers.end(), more.begin(), more.end());
        if (body.is_null())
            return client.send(method, path, headers);
        return client.send(method, path, TestServer::jsonAnd(headers), json::serialize(body));
    }
    Reply comment(const std::string& content) { return send("POST", "/api/comments", admin, {{"content", content}}); }
    std::size_t blockedSoFar() { return server.events("detection.blocked").size(); }

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
        server.addUser("ed@sallyport.example", "editor");
        editor = server.tokenOf("ed@sallyport.example");
    }

    void attack_is403_withAnIncidentThatOpens()
    {
        const Reply blocked = send("GET", unionQuery, admin);
        QCOMPARE(blocked.status, 403);
        QCOMPARE(blocked.text("/code"), std::string("blocked"));
        QCOMPARE(blocked.text("/error"), std::string("Request blocked by security system"));
        const std::string incident = blocked.text("/incident_id");
        QVERIFY(!incident.empty());
        const Reply event = send("GET", "/api/events/" + incident, admin);
        QCOMPARE(event.status, 200);
        QCOMPARE(event.text("/data/kind"), std::string("detection.blocked"));
        QCOMPARE(event.text("/data/outcome"), std::string("blocked"));
        QCOMPARE(event.text("/data/actor/name"), std::string("Ada Admin")); // whom the token names, though it was not asked yet
        QCOMPARE(event.text("/data/details/class"), std::string("sql"));
        QCOMPARE(event.text("/data/details/member"), std::string("q"));
        QCOMPARE(event.text("/data/request_id"), blocked.text("/instance"));
        const Reply hit = send("GET", "/api/detection/hits/" + incident, admin);
        QCOMPARE(hit.status, 200);
        QCOMPARE(hit.text("/data/route"), std::string("GET /api/data"));
        QCOMPARE(hit.text("/data/who/name"), std::string("Ada Admin"));
        QCOMPARE(hit.json().at("data").at("blocked").as_bool(), true);
    }

    void attack_isStoppedBeforeAnybodyIsAsked()
    {
        QCOMPARE(send("GET", unionQuery, {}).status, 403);
        QCOMPARE(send("GET", "/api/data", {}).status, 401);
        QCOMPARE(send("GET", "/cgi-bin/..%2f..%2f..%2fetc%2fpasswd", {}).status, 403); // no route is no excuse
        QCOMPARE(send("GET", "/no/such/thing", {}).status, 404);
        QCOMPARE(send("GET", "/api/data", admin, nullptr, {{"Referer", "${jndi:ldap://x.example/a}"}}).status, 403);
        QCOMPARE(send("GET", "/api/data", admin, nullptr, {{"User-Agent", "sqlmap/1.7#stable (https://sqlmap.org)"}}).status,
                 403);
    }

    void honestRequests_pass_data()
    {
        QTest::addColumn<QString>("content");
        QTest::newRow("a name") << QStringLiteral("Mr O'Brien called twice");
        QTest::newRow("select a plan") << QStringLiteral("Please select a plan from the list and join us where you like");
        QTest::newRow("rich text") << QStringLiteral("<p>Checked with <strong>radiology</strong> &amp; pharmacy</p>");
        QTest::newRow("a dose") << QStringLiteral("2-0-1 tablets; 5 mg = half a tablet -- with food");
        QTest::newRow("drop") << QStringLiteral("One drop in each eye, then update the table on the wall");
    }
    void honestRequests_pass()
    {
        QFETCH(QString, content);
        QCOMPARE(comment(content.toStdString()).status, 201);
    }

    /// The guide's own test: what a script element brings along is taken out, not refused; everything that only an attacker
    /// writes is.
    void plainScriptElements_areLeftToTheSanitiser()
    {
        const Reply made = comment("<script>alert(\"xss\")</script>Hello");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.text("/data/content"), std::string("Hello"));
        QCOMPARE(comment("<img src=x onerror=alert(1)>").status, 403);
        QCOMPARE(comment("<scr<script></script>ipt>alert(1)</scr<script></script>ipt>").status, 403);
        QCOMPARE(comment("<script>x</script><svg onload=alert(1)>").status, 403);
        QCOMPARE(send("POST", "/api/data", admin, {{"title", "<script>alert(1)</script>"}}).status, 403);
    }

    void passwords_areNeitherLookedAtNorKept()
    {
        const Reply login = send("POST", "/api/auth/login", {},
                                 {{"email", "nobody@sallyport.example"}, {"password", "' or 1=1 -- <script>alert(1)</script>"}});
        QCOMPARE(login.status, 401);
    }

    void everyWriteOnlyMember_isSecret()
    {
        std::vector<std::string> marked;
        for (const api::Schema& schema : api::allEndpoints().requests)
            eachWriteOnly(json::parse(schema.text), {}, marked);
        QVERIFY(marked.size() > 10);
        const std::vector<protection::NewExclusion> places = protection::naturalPlaces();
        const auto neverKept = [&](const std::string& name) {
            return protection::isSecretMember(name) || protection::isSealedMember(name) ||
                   std::ranges::any_of(
                       places, [&](const protection::NewExclusion& one) { return one.rule.empty() && one.member == name; });
        };
        for (const std::string& name : marked)
            QVERIFY2(neverKept(name), name.c_str());
    }

    void exclusionsOfTheProduct_nameRoutesThatThereAre()
    {
        // Those of what is built beside this (lists) may still be on their way.
        const std::vector<std::string> routes = api::routeNames();
        for (const protection::NewExclusion& place : protection::naturalPlaces()) {
            if (!place.route.empty() && place.route != "POST /api/blocklist")
                QVERIFY2(std::ranges::find(routes, place.route) != routes.end(), place.route.c_str());
        }
    }

    /// An operator searches each list for this machine's address; what everybody writes is looked at as ever.
    void everySearchOfAnOperatorsList_mayNameAddresses()
    {
        const auto ours = std::to_array<std::string_view>({"/api/data", "/api/comments", "/api/files"});
        const std::vector<protection::NewExclusion> places = protection::naturalPlaces();
        std::size_t searched = 0;
        std::string missing;
        for (const api::Route& route : api::allEndpoints().routes) {
            const bool search = route.method == http::Method::Get &&
                                std::ranges::any_of(route.query, [](const auto& one) { return one.name == "q"; });
            const std::string name = "GET " + std::string(route.pattern);
            if (!search || route.pattern.find('{') != std::string_view::npos ||
                std::ranges::any_of(ours, [&](std::string_view one) { return route.pattern.starts_with(one); }))
                continue;
            ++searched;
            if (std::ranges::none_of(places, [&](const protection::NewExclusion& one) {
                    return one.route == name && one.member == "q" && (one.rule.empty() || one.rule == "ssrf");
                }))
                missing += name + "; ";
        }
        QVERIFY2(missing.empty(), missing.c_str());
        QVERIFY(searched > 30);
    }

    void conditionsOfPolicies_andFilters_areCodeByNature()
    {
        const Reply policy = send("POST", "/api/policies", admin,
                                  {{"name", "Own"},
                                   {"effect", "allow"},
                                   {"actions", {"records:read"}},
                                   {"resources", {"record"}},
                                   {"condition", "resource.department == subject.department || 1 == 1"},
                                   {"state", "draft"}});
        QCOMPARE(policy.status, 201);
        QCOMPARE(send("GET", "/api/events?q=kind%3A%22auth.login%22%20or%20outcome%3Afailure", admin).status, 200);
    }

    /// Wherever the filter language is taken, what somebody looks for may be an attack.
    void filters_areTakenEverywhere_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("body");
        QTest::newRow("top lists") << "GET"
                                   << "/api/events/top?q=path%3A%2Fetc%2Fpasswd"
                                   << "";
        QTest::newRow("history") << "GET"
                                 << "/api/history?q=path%3A%2Fetc%2Fpasswd"
                                 << "";
        QTest::newRow("search") << "POST"
                                << "/api/searches"
                                << R"({"name":"Files","q":"path:/etc/passwd"})";
        QTest::newRow("hold") << "POST"
                              << "/api/retention/holds"
                              << R"({"q":"path:/etc/passwd","reason":"Case 7"})";
        QTest::newRow("alert rule") << "POST"
                                    << "/api/alert-rules"
                                    << R"({"name":"Files","kinds":["request.invalid"],"filter":"path:/etc/passwd"})";
        QTest::newRow("evidence") << "POST"
                                  << "/api/evidence"
                                  << R"({"q":"path:/etc/passwd"})";
        QTest::newRow("exempt") << "PUT"
                                << "/api/rate-limits/exempt"
                                << R"({"networks":["127.0.0.1/32"]})";
        for (const char* list : {"blocklist", "protection/threats", "detection/hits", "keys", "sessions", "users", "incidents",
                                 "access-review", "decisions", "roles", "policies"})
            QTest::newRow(list) << "GET" << QStringLiteral("/api/%1?q=127.0.0.1").arg(QLatin1StringView(list)) << "";
        QTest::newRow("words of an attack") << "GET"
                                            << "/api/incidents?q=%27%20or%201%3D1%20--"
                                            << "";
        QTest::newRow("reason") << "POST"
                                << "/api/blocklist"
                                << "{\"address\":\"203.0.113.70\",\"action\":\"block\",\"reason\":\"Sent ' OR 1=1 --\"}";
        QTest::newRow("import")
            << "POST"
            << "/api/blocklist/import"
            << "{\"text\":\"203.0.113.71 # ' or 1=1 --\\n\",\"action\":\"block\",\"reason\":\"cat /etc/passwd\"}";
        QTest::newRow("note") << "PATCH"
                              << "/api/incidents/none"
                              << "{\"note\":\"Sent ' OR 1=1 -- and <script>alert(1)</script>\"}";
    }

    void filters_areTakenEverywhere()
    {
        QFETCH(const QString, method);
        QFETCH(const QString, path);
        QFETCH(const QString, body);
        const Reply reply = send(method.toStdString().c_str(), path.toStdString(), admin,
                                 body.isEmpty() ? json::value() : json::parse(body.toStdString()));
        QVERIFY2(reply.text("/code") != "blocked", reply.body.c_str());
    }

    void observing_writesDown_andLetsPass()
    {
        server.set("detection.mode", "observe");
        const std::size_t before = server.events("detection.observed").size();
        QCOMPARE(send("GET", unionQuery, admin).status, 200);
        QTRY_COMPARE(server.events("detection.observed").size(), before + 1);
        server.set("detection.mode", "off");
        QCOMPARE(send("GET", unionQuery, admin).status, 200);
        QCOMPARE(comment("Seen <img src=x onerror=alert(1)>").status, 201);
        server.set("detection.mode", "block");
        QCOMPARE(send("GET", unionQuery, admin).status, 403);
    }

    void classAndRule_areSetByPatch()
    {
        QCOMPARE(send("PATCH", "/api/detection/rules/sql", admin, {{"mode", "observe"}}).text("/data/mode"),
                 std::string("observe"));
        QCOMPARE(send("GET", unionQuery, admin).status, 200);
        QCOMPARE(send("PATCH", "/api/detection/rules", admin, {{"rules", {{{"id", "sql"}, {"mode", "block"}}}}}).status, 200);
        QCOMPARE(send("GET", unionQuery, admin).status, 403);
        const Reply rules = send("GET", "/api/detection/rules?class=sql&limit=200", admin);
        QVERIFY(rules.json().at("page").at("total").to_number<int>() > 3);
        QCOMPARE(send("PATCH", "/api/detection/rules/sql.nothing", admin, {{"mode", "off"}}).status, 404);
        QCOMPARE(send("PATCH", "/api/detection/rules/sql", editor, {{"mode", "off"}}).status, 403);
        const Reply strict = send("PATCH", "/api/detection/rules/sql", admin,
                                  {{"strictness", 3}, {"routes", {{{"route", "GET /api/data"}, {"strictness", 1}}}}});
        QCOMPARE(strict.json().at("data").at("strictness").to_number<int>(), 3);
        QCOMPARE(send("PATCH", "/api/detection/rules/sql", admin, {{"routes", {{{"route", "GET /nowhere"}, {"strictness", 1}}}}})
                     .text("/details/0/rule"),
                 std::string("exists"));
        QCOMPARE(send("PATCH", "/api/detection/rules/sql", admin, {{"strictness", nullptr}, {"routes", json::array()}}).status,
                 200);
    }

    void ownRule_mustPassItsTests_observesFirst_andCanBeDeleted()
    {
        json::object rule{
            {"title", "Old export"}, {"pattern", "/export.php"}, {"tests", {{{"text", "/export.php?x"}, {"hits", false}}}}};
        const Reply refused = send("POST", "/api/detection/rules", admin, rule);
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.text("/code"), std::string("tests_failed"));
        rule["tests"] = {{{"text", "/export.php?x"}, {"hits", true}}};
        const Reply made = send("POST", "/api/detection/rules", admin, rule);
        QCOMPARE(made.status, 201);
        const std::string path = "/api/detection/rules/" + made.text("/data/id");
        QCOMPARE(made.text("/data/mode"), std::string("observe"));
        QCOMPARE(send("GET", "/api/data?q=%2Fexport.php", admin).status, 200);
        const Reply blocking = send("PATCH", path, admin, {{"mode", "block"}});
        QVERIFY2(blocking.status == 200, blocking.body.c_str());
        QCOMPARE(blocking.text("/data/mode"), std::string("block"));
        QCOMPARE(send("GET", "/api/data?q=%2Fexport.php", admin).status, 403);
        QCOMPARE(send("PATCH", path, admin, {{"pattern", "/import.php"}, {"tests", json::array()}})
                     .json()
                     .at("data")
                     .at("version")
                     .to_number<int>(),
                 2);
        QCOMPARE(send("GET", "/api/data?q=%2Fexport.php", admin).status, 200);
        QCOMPARE(send("POST", "/api/detection/rules", admin, {{"title", "x"}, {"pattern", "("}, {"literal", false}})
                     .text("/details/0/field"),
                 std::string("pattern"));
        QCOMPARE(send("DELETE", path, admin).status, 204);
        QCOMPARE(send("GET", path, admin).status, 404);
        QCOMPARE(send("DELETE", "/api/detection/rules/sql.union", admin).status, 409);
    }

    void exclusion_isPreviewed_madeFromAHit_andTakenAway()
    {
        const std::string text = "<svg onload=alert(1)> of the trial";
        const Reply blocked = send("POST", "/api/comments", editor, {{"content", text}});
        QCOMPARE(blocked.status, 403);
        const Reply hit = send("GET", "/api/detection/hits/" + blocked.text("/incident_id"), admin);
        json::object wanted{{"rule", hit.text("/data/class")},
                            {"route", hit.text("/data/route")},
                            {"part", hit.text("/data/part")},
                            {"member", hit.text("/data/member")}};
        const Reply preview = send("POST", "/api/detection/exclusions/preview", admin, wanted);
        QCOMPARE(preview.status, 200);
        QVERIFY(preview.json().at("data").at("pass").to_number<int>() >= 1);
        QCOMPARE(preview.json().at("data").at("unknown").to_number<int>(), 0);
        wanted["reason"] = "Names of trials";
        const Reply made = send("POST", "/api/detection/exclusions", admin, wanted);
        QCOMPARE(made.status, 201);
        QCOMPARE(send("POST", "/api/comments", editor, {{"content", text}}).status, 201);
        QCOMPARE(send("POST", "/api/data", editor, {{"title", text}}).status, 403);
        QCOMPARE(send("DELETE", "/api/detection/exclusions/" + made.text("/data/id"), admin).status, 204);
        QCOMPARE(send("POST", "/api/comments", editor, {{"content", text}}).status, 403);
        QCOMPARE(send("POST", "/api/detection/exclusions", admin, {{"rule", "sql"}, {"reason", "everywhere"}})
                     .text("/details/0/field"),
                 std::string("route"));
        QVERIFY(send("GET", "/api/detection/exclusions", admin).json().at("page").at("total").to_number<int>() > 10);
    }

    void tester_saysWhatTheGuardWould_andWritesNothingDown()
    {
        const std::size_t before = blockedSoFar();
        const std::string request =
            "POST /api/comments HTTP/1.1\r\nContent-Type: application/json\r\n\r\n{\"content\": \"1%27 OR/**/1=1 -- \"}";
        const Reply tested = send("POST", "/api/detection/test", admin, {{"request", request}});
        QCOMPARE(tested.status, 200);
        QCOMPARE(tested.text("/data/verdict"), std::string("blocked"));
        QCOMPARE(tested.text("/data/route"), std::string("POST /api/comments"));
        QCOMPARE(tested.text("/data/class"), std::string("sql"));
        QVERIFY(tested.json().at("data").at("nanoseconds").to_number<std::int64_t>() > 0);
        QVERIFY(!tested.json().at("data").at("values").as_array().empty());
        QCOMPARE(send("POST", "/api/detection/test", admin, {{"request", "GET /api/data?q=O'Brien HTTP/1.1\n\n"}})
                     .text("/data/verdict"),
                 std::string("passes"));
        QCOMPARE(send("POST", "/api/detection/test", admin, {{"request", " "}}).status, 400);
        QCOMPARE(blockedSoFar(), before);
    }

    /// Fields of a CSV are read as if commas separated them; what is shown, and where, is of the text that was sent.
    void tester_ofCsv_saysWhereInTheTextThatWasSent()
    {
        const std::string body = "name;note\nx;\"a;rm -rf .\"\n";
        const std::string request = "POST /api/data HTTP/1.1\r\nContent-Type: text/csv\r\n\r\n" + body;
        const Reply tested = send("POST", "/api/detection/test", admin, {{"request", request}});
        QCOMPARE(tested.text("/data/verdict"), std::string("blocked"));
        const json::value answer = tested.json();
        const auto& hit = answer.at("data").at("hits").as_array().at(0);
        QCOMPARE(hit.at("text_position").to_number<std::size_t>(), request.find(";rm"));
        const auto& stages = answer.at("data").at("values").as_array().back().at("stages").as_array();
        QCOMPARE(std::string(stages.at(0).at("text").as_string()), body);
    }

    void dryRun_saysWhatOtherNumbersWouldHaveDone()
    {
        QCOMPARE(send("GET", unionQuery, admin).status, 403);
        const Reply run = send("POST", "/api/detection/dry-run", admin, {{"threshold", 1000}});
        QCOMPARE(run.status, 200);
        const json::value data = run.json().at("data");
        QVERIFY(data.at("looked").to_number<int>() >= 1);
        QCOMPARE(data.at("then").at("blocked").to_number<int>(), 0);
        QCOMPARE(data.at("then").at("passes").to_number<int>(), data.at("looked").to_number<int>());
        const Reply same = send("POST", "/api/detection/dry-run", admin, {{"rule", {{"title", "x"}, {"pattern", "union"}}}});
        QVERIFY(same.json().at("data").at("matched").to_number<int>() >= 1);
    }

    void figures_countTheLastSevenDays()
    {
        const Reply overview = send("GET", "/api/detection", admin);
        QCOMPARE(overview.status, 200);
        QCOMPARE(overview.json().at("data").at("classes").as_array().size(), std::size_t{17});
        const Reply hits = send("GET", "/api/detection/hits?class=sql&blocked=true&limit=1", admin);
        const auto total = hits.json().at("page").at("total").to_number<std::int64_t>();
        QCOMPARE(overview.json().at("data").at("classes").at(0).at("blocked").to_number<std::int64_t>(), total);
        const Reply days = send("GET", "/api/detection/days?class=sql", admin);
        QCOMPARE(days.json().at("data").as_array().size(), std::size_t{7});
        QCOMPARE(days.json().at("data").at(6).at("blocked").to_number<std::int64_t>(), total);
        const std::string next = hits.text("/page/next");
        QVERIFY(!next.empty());
        QCOMPARE(send("GET", "/api/detection/hits?class=sql&blocked=true&limit=1&cursor=" + next, admin).status, 200);
    }

    void flood_isNotWrittenDownLineByLine_andEveryAnswerNamesAnIncidentThatOpens()
    {
        const std::size_t before = blockedSoFar();
        std::string last;
        for (int i = 0; i < 40; ++i) {
            const Reply blocked = send("GET", "/api/data?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", {});
            QCOMPARE(blocked.status, 403);
            last = blocked.text("/incident_id");
            QVERIFY(!last.empty());
        }
        QVERIFY(blockedSoFar() <= before + 20);
        QCOMPARE(send("GET", "/api/events/" + last, admin).status, 200);
    }

    void uploads_areLookedAt()
    {
        const auto upload = [&](const std::string& name, const std::string& content) {
            HttpsClient client(server.port());
            Headers headers = TestServer::bearer(admin);
            headers.emplace_back("Content-Type", "multipart/form-data; boundary=sep");
            return client.send("POST", "/api/upload", headers,
                               "--sep\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name +
                                   "\"\r\nContent-Type: text/plain\r\n\r\n" + content + "\r\n--sep--\r\n");
        };
        QCOMPARE(upload("note.txt", "Select a plan; then rm the old list.\n").status, 201);
        const Reply blocked = upload("note.txt", "<?php system($_GET['cmd']); ?>");
        QCOMPARE(blocked.status, 403);
        QVERIFY(!blocked.text("/incident_id").empty());
    }

private:
    TestServer server;
    std::string admin, editor;
};

SALLYPORT_GUILESS_TEST(DetectionApiTest)

} // namespace tst_detection_api
#include "tst_detection_api.moc"
