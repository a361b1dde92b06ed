#include "backend/base/encoding.h"
#include "backend/crypto/digest.h"
#include "backend/reports/reports_service.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QDir>
#include <QTest>

namespace tst_reports_api {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Reports and their plans, over HTTPS.
class ReportsApiTest final : public QObject {
    Q_OBJECT

    TestServer server;
    std::string admin;

    Reply send(const std::string& method, const std::string& path, const std::string& token, const json::value& body = nullptr)
    {
        Headers headers = TestServer::bearer(token);
        if (body.is_null())
            return HttpsClient(server.port()).send(method, path, headers);
        headers.emplace_back("Content-Type", "application/json");
        return HttpsClient(server.port()).send(method, path, headers, json::serialize(body));
    }
    Reply make(const json::value& body) { return send("POST", "/api/reports", admin, body); }
    int filesKept() const
    {
        return static_cast<int>(QDir(QString::fromStdString(server.directory() + "/reports")).entryList(QDir::Files).size());
    }
    reports::ReportsService& service() { return dynamic_cast<reports::ReportsService&>(server.services().reports); }
    /// What a test before has left would be due, too.
    void dropPlans()
    {
        const Reply all = send("GET", "/api/report-plans", admin);
        const json::value body = all.json();
        for (const json::value& one : body.at("data").as_array())
            QCOMPARE(send("DELETE", "/api/report-plans/" + std::string(one.at("id").as_string()), admin).status, 204);
    }
    void makeDue()
    {
        QVERIFY(service().makeDue([] { return true; }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        server.platform().reportProgram = SALLYPORT_REPORT_PROGRAM;
        server.stop();
        server.start();
        admin = server.adminToken();
        QVERIFY(!admin.empty());
        server.addUser("viewer@sallyport.example", "viewer");
        server.addUser("auditor@sallyport.example", "auditor");
    }

    void overview_tellsTemplates_andWhichOnesTheCallerMayMake()
    {
        const Reply all = send("GET", "/api/reports", admin);
        QCOMPARE(all.status, 200);
        const json::value body = all.json();
        QCOMPARE(body.at_pointer("/data/templates").as_array().size(), reports::templateCount);
        for (const json::value& one : body.at_pointer("/data/templates").as_array())
            QVERIFY(one.at("available").as_bool());
        const Reply refused = send("GET", "/api/reports", server.tokenOf("viewer@sallyport.example"));
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("/required"), std::string("events:export"));
    }

    void everyTemplate_isMade_keptEncrypted_downloadedAndDeleted()
    {
        for (const reports::TemplateInfo& one : reports::templates()) {
            for (const char* format : {"csv", "jsonl", "html", "pdf"}) {
                const int before = filesKept();
                const Reply made = make({{"template", one.word}, {"format", format}});
                QVERIFY2(made.status == 201, made.body.c_str());
                const std::string id = made.text("/data/id");
                QCOMPARE(filesKept(), before + 1);
                const Reply file = send("GET", "/api/reports/" + id, admin);
                QCOMPARE(file.status, 200);
                QCOMPARE(toHex(crypto::sha256(std::as_bytes(std::span(file.body)))), made.text("/data/sha256"));
                QCOMPARE(static_cast<std::int64_t>(file.body.size()), made.json().at_pointer("/data/size").as_int64());
                QVERIFY(file.header("Content-Disposition").find("attachment; filename=\"sallyport-") != std::string::npos);
                QCOMPARE(send("DELETE", "/api/reports/" + id, admin).status, 204);
                QCOMPARE(send("GET", "/api/reports/" + id, admin).status, 404);
                QCOMPARE(filesKept(), before);
            }
        }
    }

    void hashStandsInTheEvent_andContentsNotOnTheDisk()
    {
        const Reply made = make({{"template", "access_review"}, {"format", "csv"}});
        const auto events = server.events("report.exported");
        QVERIFY(!events.empty());
        QVERIFY(events.front().detailsJson.find(made.text("/data/sha256")) != std::string::npos);
        QFile file(QString::fromStdString(server.directory() + "/reports/" + made.text("/data/id")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("ada@sallyport.example"));
        QVERIFY(send("GET", "/api/reports/" + made.text("/data/id"), admin).body.find("ada@sallyport.example") !=
                std::string::npos);
    }

    void formula_andMarkup_areHarmless()
    {
        const std::string name = "=cmd <script>alert(1)</script>";
        server.set("detection.mode", "off"); // it would let none in
        QCOMPARE(send("POST", "/api/service-accounts", admin, {{"name", name}, {"roles", {"viewer"}}}).status, 201);
        const auto contents = [&](const char* format) {
            const Reply made = make({{"template", "access_review"}, {"format", format}});
            return send("GET", "/api/reports/" + made.text("/data/id"), admin).body;
        };
        QVERIFY(contents("csv").find("'=cmd <script>") != std::string::npos);
        QVERIFY(contents("html").find("=cmd &lt;script&gt;alert(1)") != std::string::npos);
        QVERIFY(contents("html").find("<script") == std::string::npos);
    }

    void whoMayNotReadIt_findsNoReport_andMakesNone()
    {
        const Reply made = make({{"template", "compliance"}, {"format", "html"}});
        QCOMPARE(
            send("POST", "/api/roles", admin, {{"name", "exporter"}, {"permissions", {"events:export", "events:read"}}}).status,
            201);
        server.addUser("erin@sallyport.example", "exporter");
        const std::string erin = server.tokenOf("erin@sallyport.example");
        QCOMPARE(send("GET", "/api/reports/" + made.text("/data/id"), erin).status, 404);
        QCOMPARE(send("DELETE", "/api/reports/" + made.text("/data/id"), erin).status, 404);
        QVERIFY(send("GET", "/api/reports", erin).json().at_pointer("/data/reports").as_array().empty());
        const Reply refused = send("POST", "/api/reports", erin, {{"template", "access_review"}, {"format", "csv"}});
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("/required"), std::string("users:read"));
        QCOMPARE(send("POST", "/api/reports", erin, {{"template", "activity"}, {"format", "csv"}}).status, 201);
        QCOMPARE(send("POST", "/api/report-plans", erin, {{"name", "Keys"}, {"template", "api_keys"}}).status, 403);
    }

    void wrongQuestions_areRefusedByName()
    {
        const auto refused = [&](const json::value& body, const std::string& field) {
            const Reply reply = make(body);
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.text("/details/0/field"), field);
        };
        refused({{"template", "compliance"}, {"since", "7d"}}, "since");
        refused({{"template", "api_keys"}, {"q", "kind:auth."}}, "q");
        refused({{"template", "activity"}, {"since", "soon"}}, "since");
        refused({{"template", "activity"}, {"since", "1h"}, {"until", "2h"}}, "until");
        QCOMPARE(make({{"template", "weather"}}).status, 400);
        QCOMPARE(make({{"template", "activity"}, {"colour", "red"}}).status, 400);
    }

    void exportedJournal_isHtml_too()
    {
        const Reply page = send("GET", "/api/audit/export?format=html&q=kind:auth.", admin);
        QCOMPARE(page.status, 200);
        QVERIFY(page.header("Content-Type").starts_with("text/html"));
        QVERIFY(page.body.starts_with("<!DOCTYPE html>"));
        QVERIFY(page.body.find("kind:auth.") != std::string::npos);
        QVERIFY(page.body.ends_with("</html>\n"));
    }

    void plan_makesWhatIsDue_keepsSoMany_andSaysWhatFailed()
    {
        const Reply made = send("POST", "/api/report-plans", admin,
                                {{"name", "Every day"},
                                 {"template", "activity"},
                                 {"period", "day"},
                                 {"format", "csv"},
                                 {"frequency", "daily"},
                                 {"hour", 3},
                                 {"keep", 2}});
        QVERIFY2(made.status == 201, made.body.c_str());
        const std::string id = made.text("/data/id"), path = "/api/report-plans/" + id;
        const auto ofPlan = [&] {
            std::vector<json::value> found;
            const Reply all = send("GET", "/api/reports", admin);
            const json::value body = all.json();
            for (const json::value& one : body.at_pointer("/data/reports").as_array())
                if (one.at("plan_id") == json::value(id))
                    found.push_back(one);
            return found;
        };
        makeDue();
        QCOMPARE(ofPlan().size(), std::size_t{0}); // not yet
        for (int day = 0; day < 3; ++day) {
            server.clock().advance(std::chrono::hours(24));
            makeDue();
            makeDue(); // once is enough
        }
        admin = server.adminToken();
        QCOMPARE(ofPlan().size(), std::size_t{2});
        QCOMPARE(server.events("report.made").size(), std::size_t{3});
        QVERIFY(server.events("report.made").front().actor.name == "Ada" ||
                !server.events("report.made").front().actor.name.empty());
        const Reply changed = send("PATCH", path, admin, {{"enabled", false}, {"version", 1}});
        QCOMPARE(changed.status, 200);
        QVERIFY(changed.json().at_pointer("/data/next_at").is_null());
        QCOMPARE(send("PATCH", path, admin, {{"hour", 4}, {"version", 1}}).status, 412);
        QCOMPARE(send("PATCH", path, admin, {{"q", "kind:"}}).status, 400);
        QCOMPARE(send("DELETE", path, admin).status, 204);
        QCOMPARE(send("DELETE", path, admin).status, 404);
        QCOMPARE(ofPlan().size(), std::size_t{2}); // what it has made stays
        for (const char* kind : {"report.plan_created", "report.plan_changed", "report.plan_deleted"})
            QCOMPARE(server.events(kind).size(), std::size_t{1});
    }

    void planOfWhoMayNoMore_fails_andSaysSo()
    {
        const std::string auditor = server.tokenOf("auditor@sallyport.example");
        const Reply made = send("POST", "/api/report-plans", auditor,
                                {{"name", "Access"}, {"template", "access_review"}, {"format", "csv"}, {"frequency", "daily"}});
        QVERIFY2(made.status == 201, made.body.c_str());
        const Reply users = send("GET", "/api/users?q=auditor", admin);
        QCOMPARE(send("POST", "/api/users/" + users.text("/data/0/id") + "/disable", admin).status / 100, 2);
        server.clock().advance(std::chrono::hours(24));
        QVERIFY(!service().makeDue([] { return true; }));
        admin = server.adminToken();
        const Reply plans = send("GET", "/api/report-plans", admin);
        QVERIFY(!plans.text("/data/0/last_problem").empty());
        QCOMPARE(server.events("report.failed").size(), std::size_t{1});
        QVERIFY(service().makeDue([] { return true; })); // not again before it is due again
    }

    void asvs_8_3_2_planOfAKey_endsWithTheKey()
    {
        dropPlans();
        const Reply key =
            send("POST", "/api/keys", admin, {{"name", "planner"}, {"scopes", {"events:export", "users:read", "roles:read"}}});
        QVERIFY2(key.status == 201, key.body.c_str());
        const Reply made =
            HttpsClient(server.port())
                .send("POST", "/api/report-plans", {{"X-API-Key", key.text("/data/key")}, {"Content-Type", "application/json"}},
                      R"({"name": "By key", "template": "access_review", "format": "csv", "frequency": "daily"})");
        QVERIFY2(made.status == 201, made.body.c_str());
        const std::string path = "/api/report-plans/" + made.text("/data/id");
        const auto kept = [&] { return server.events("report.made").size(); };
        const std::size_t before = kept();
        server.clock().advance(std::chrono::hours(24));
        makeDue();
        admin = server.adminToken();
        QCOMPARE(kept(), before + 1);
        QCOMPARE(send("DELETE", "/api/keys/" + key.text("/data/id"), admin).status, 204);
        server.clock().advance(std::chrono::hours(24));
        QVERIFY(!service().makeDue([] { return true; }));
        admin = server.adminToken();
        QCOMPARE(kept(), before + 1);
        QCOMPARE(server.events("report.failed").front().reason, std::string("unauthenticated"));
        // Whose it is takes it over, with all that they may.
        QCOMPARE(send("PATCH", path, admin, {{"hour", 5}}).status, 200);
        server.clock().advance(std::chrono::hours(48));
        makeDue();
        admin = server.adminToken();
        QCOMPARE(kept(), before + 2);
        QCOMPARE(send("DELETE", path, admin).status, 204);
    }

    void keyThatEnds_whileItsReportIsMade_endsThat()
    {
        dropPlans();
        const Reply key = send("POST", "/api/keys", admin, {{"name", "slow"}, {"scopes", {"events:export", "events:read"}}});
        const Reply made =
            HttpsClient(server.port())
                .send("POST", "/api/report-plans", {{"X-API-Key", key.text("/data/key")}, {"Content-Type", "application/json"}},
                      R"({"name": "Slow", "template": "activity", "format": "csv", "frequency": "daily"})");
        QVERIFY2(made.status == 201, made.body.c_str());
        server.clock().advance(std::chrono::hours(24));
        admin = server.adminToken();
        const int before = filesKept();
        int asked = 0;
        QVERIFY(!service().makeDue([&] {
            if (++asked == 2) // the first is before the plan
                send("DELETE", "/api/keys/" + key.text("/data/id"), admin);
            return true;
        }));
        QVERIFY(asked >= 2);
        QCOMPARE(filesKept(), before);
        QCOMPARE(send("DELETE", "/api/report-plans/" + made.text("/data/id"), admin).status, 204);
    }

    void download_endsWithTheRight()
    {
        const Reply key = send("POST", "/api/keys", admin, {{"name", "reader"}, {"scopes", {"events:export", "events:read"}}});
        const access::Actor system = TestServer::system();
        reports::ReportQuery query;
        query.report = reports::Template::Activity;
        query.format = reports::Format::JsonLines;
        const auto made = service().make(system, query, {});
        QVERIFY(made);
        QVERIFY2(made->size > 65'536, std::to_string(made->size).c_str());
        access::Actor reader;
        reader.kind = access::Actor::Kind::User;
        reader.id = UserId(send("GET", "/api/auth/me", admin).text("/data/id"));
        reader.key = KeyId(key.text("/data/id"));
        std::size_t got = 0;
        const auto all = service().open(reader, made->id, [&](std::string_view piece) {
            got += piece.size();
            return true;
        });
        QVERIFY(all && got == static_cast<std::size_t>(made->size));
        got = 0;
        const auto cut = service().open(reader, made->id, [&](std::string_view piece) {
            if (got == 0 && !server.services().apiKeys.revoke(system, reader.key))
                qFatal("not revoked");
            got += piece.size();
            return true;
        });
        QVERIFY(!cut && got > 0 && got < static_cast<std::size_t>(made->size));
        QVERIFY(service().remove(system, made->id));
    }

    void reportsAndPlansOfOthers_areDeletedByWhoManagesRetention()
    {
        const Reply of = make({{"template", "activity"}, {"format", "csv"}});
        const Reply plan = send("POST", "/api/report-plans", admin, {{"name", "Mine"}, {"template", "activity"}});
        const auto someone = [&](const char* name, const json::array& permissions) {
            send("POST", "/api/roles", admin, {{"name", name}, {"permissions", permissions}});
            const std::string email = std::string(name) + "@sallyport.example";
            server.addUser(email, name);
            return server.tokenOf(email);
        };
        const std::string other = someone("other", {"events:export", "events:read"});
        const std::string manager = someone("manager", {"events:export", "events:read", "retention:update"});
        const std::string blind = someone("blind", {"events:export"});
        const std::string report = "/api/reports/" + of.text("/data/id"), planned = "/api/report-plans/" + plan.text("/data/id");
        for (const auto& [method, path] : {std::pair("DELETE", &report), {"DELETE", &planned}, {"PATCH", &planned}}) {
            const Reply refused = send(method, *path, other, method[0] == 'P' ? json::value{{"hour", 5}} : json::value());
            QCOMPARE(refused.status, 403);
            QCOMPARE(refused.text("/required"), std::string("retention:update"));
        }
        // Who may not make it sees no such plan.
        QCOMPARE(send("DELETE", planned, blind).status, 404);
        QVERIFY(send("GET", "/api/report-plans", blind).json().at("data").as_array().empty());
        QVERIFY(!send("GET", "/api/report-plans", other).json().at("data").as_array().empty());
        // Their own they delete themselves.
        const Reply own = send("POST", "/api/reports", other, {{"template", "activity"}, {"format", "csv"}});
        QCOMPARE(send("DELETE", "/api/reports/" + own.text("/data/id"), other).status, 204);
        QCOMPARE(send("DELETE", report, manager).status, 204);
        QCOMPARE(send("PATCH", planned, manager, {{"hour", 5}}).text("/data/author"),
                 send("GET", "/api/auth/me", manager).text("/data/name"));
        QCOMPARE(send("DELETE", planned, admin).status, 204);
    }

    void complianceReport_namesOnlyRowsThatThereAre()
    {
        const Reply made = make({{"template", "compliance"}, {"format", "jsonl"}});
        const std::string lines = send("GET", "/api/reports/" + made.text("/data/id"), admin).body;
        QFile file(QStringLiteral(SALLYPORT_SOURCE_DIR "/docs/asvs.md"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray rows = file.readAll();
        int controls = 0;
        for (const QByteArray& line : QByteArray::fromStdString(lines).split('\n')) {
            if (!line.contains("\"table\":\"controls\""))
                continue;
            ++controls;
            const json::value row = json::parse(line.toStdString());
            const json::value* const cited = row.as_object().if_contains("asvs");
            if (cited == nullptr)
                continue;
            for (const QByteArray& one : QByteArray::fromStdString(std::string(cited->as_string())).split(','))
                QVERIFY2(rows.contains(QByteArray("\n| " + one.trimmed() + " |")), one.constData());
        }
        QCOMPARE(controls, 29);
    }
};

SALLYPORT_GUILESS_TEST(ReportsApiTest)

} // namespace tst_reports_api
#include "tst_reports_api.moc"
