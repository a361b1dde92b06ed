#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_comments_api {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// /api/comments over real HTTPS.
class CommentsApiTest final : public QObject {
    Q_OBJECT

    Reply send(const char* method, const std::string& path, const std::string& token, const json::value& body = nullptr)
    {
        HttpsClient client(server.port());
        const Headers headers = token.empty() ? Headers() : TestServer::bearer(token);
        if (body.is_null())
            return client.send(method, path, headers);
        return client.send(method, path, TestServer::jsonAnd(headers), json::serialize(body));
    }
    std::string addRecord(json::object record)
    {
        const Reply made = send("POST", "/api/data", admin, record);
        return made.status == 201 ? made.text("/data/id") : std::string();
    }

private Q_SLOTS:
    void initTestCase()
    {
        server.set("detection.mode",
                   "off"); // what the sanitiser makes of attacks is tried here; the detector would stop them before
        admin = server.adminToken();
        QVERIFY(!admin.empty());
        server.addUser("vi@sallyport.example", "viewer");
        server.addUser("ed@sallyport.example", "editor");
        viewer = server.tokenOf("vi@sallyport.example");
        editor = server.tokenOf("ed@sallyport.example");
    }

    void comment_isWrittenReadChangedAndDeleted()
    {
        const std::string record = addRecord({{"title", "Summary"}});
        const Reply made = send("POST", "/api/comments", editor,
                                {{"record_id", record}, {"content", "<p>Checked with <strong>radiology</strong></p>"}});
        QCOMPARE(made.status, 201);
        const std::string path = "/api/comments/" + made.text("/data/id");
        QCOMPARE(made.header("Location"), path);
        QCOMPARE(made.json().at("data").at("removed").as_array().size(), std::size_t{0});
        const Reply read = send("GET", path, viewer);
        QCOMPARE(read.status, 200);
        QCOMPARE(read.text("/data/content"), std::string("<p>Checked with <strong>radiology</strong></p>"));
        QCOMPARE(read.text("/data/text"), std::string("Checked with radiology"));
        QCOMPARE(read.text("/data/record_id"), record);
        const Reply list = send("GET", "/api/comments?record_id=" + record, viewer);
        QCOMPARE(list.json().at("page").at("total").to_number<int>(), 1);
        QCOMPARE(list.text("/data/0/id"), made.text("/data/id"));
        const Reply changed = send("PATCH", path, editor, {{"content", "again"}, {"version", 1}});
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.text("/data/content"), std::string("again"));
        QCOMPARE(send("PATCH", path, editor, {{"content", "other"}, {"version", 1}}).status, 412);
        // The least that opens the route is told: who may write comments changes their own.
        QCOMPARE(send("PATCH", path, viewer, {{"content", "other"}}).text("/required"), std::string("comments:create"));
        QCOMPARE(send("DELETE", path, editor).text("/required"), std::string("comments:delete"));
        QCOMPARE(send("DELETE", path, admin).status, 204);
        QCOMPARE(send("GET", path, viewer).status, 404);
        QCOMPARE(send("POST", "/api/comments", viewer, {{"content", "x"}}).text("/required"), std::string("comments:create"));
        QCOMPARE(send("GET", "/api/comments", {}).status, 401);
    }

    void asvs_1_3_1_whatIsWritten_comesBackHarmless_data()
    {
        QTest::addColumn<std::string>("sent");
        QTest::addColumn<std::string>("content");
        const auto row = [](const char* name, std::string sent, std::string content) {
            QTest::newRow(name) << std::move(sent) << std::move(content);
        };
        row("the guide's", "<script>alert('xss')</script>Hello", "Hello");
        row("an event", "<b onmouseover=\"alert(1)\">b</b>", "<b>b</b>");
        row("asvs_1_2_2_a link that runs", "<a href=\"java\tscript:alert(1)\">a</a>", "<a>a</a>");
        row("a picture", "x<img src=x onerror=alert(1)>", "x");
        row("foreign content", "x<svg><animate onbegin=alert(1)></svg>", "x");
        row("a style", "x<style>*{background:url(//evil)}</style>", "x");
        row("what changes when it is parsed again", "x<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
            "");
        row("asvs_1_2_1_signs", "1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2");
        row("signs once more", "1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3");
    }
    void asvs_1_3_1_whatIsWritten_comesBackHarmless()
    {
        QFETCH(std::string, sent);
        QFETCH(std::string, content);
        const Reply made = send("POST", "/api/comments", editor, {{"content", sent}});
        QCOMPARE(made.status, 201);
        const std::string kept = made.text("/data/content");
        if (!content.empty())
            QCOMPARE(kept, content);
        for (const char* never : {"<script", "onerror", "onmouseover", "javascript", "<img", "<svg", "<style"})
            QVERIFY2(kept.find(never) == std::string::npos || kept.find("&lt;") != std::string::npos, kept.c_str());
        const std::string path = "/api/comments/" + made.text("/data/id");
        QCOMPARE(send("GET", path, viewer).text("/data/content"), kept);
        // Stored again as it came back, it stays as it is.
        QCOMPARE(send("PATCH", path, editor, {{"content", kept}}).text("/data/content"), kept);
        QCOMPARE(send("GET", path, viewer).json().at("data").at("version").to_number<int>(), 1);
    }

    void mistakes_areToldByField()
    {
        const auto rule = [&](json::object comment) {
            const Reply reply = send("POST", "/api/comments", editor, comment);
            return std::to_string(reply.status) + " " + reply.text("/details/0/field") + " " + reply.text("/details/0/rule");
        };
        QCOMPARE(rule({{"record_id", nullptr}}), std::string("400 content required"));
        QCOMPARE(rule({{"content", ""}}), std::string("400 content minLength"));
        QCOMPARE(rule({{"content", "<script>x</script>"}}), std::string("400 content minLength"));
        QCOMPARE(rule({{"content", std::string(16'001, 'a')}}), std::string("400 content maxLength"));
        QCOMPARE(rule({{"content", "x"}, {"owner_id", "y"}}), std::string("400 owner_id additionalProperties"));
        QCOMPARE(rule({{"content", "x"}, {"record_id", "01ARZ3NDEKTSV4RRFFQ69G5FAV"}}), std::string("404  "));
        for (const char* query : {"?sort=content", "?record=x", "?limit=0", "?cursor=x"})
            QCOMPARE(send("GET", std::string("/api/comments") + query, admin).status, 400);
    }

    void policies_decideAboutComments_andAboutTheirRecords()
    {
        const std::string open = addRecord({{"title", "open"}, {"department", "Cardiology"}});
        const std::string hidden = addRecord({{"title", "hidden"}, {"department", "Radiology"}});
        const auto write = [&](const std::string& record) {
            return send("POST", "/api/comments", admin, {{"record_id", record}, {"content", "words"}}).text("/data/id");
        };
        const std::string onOpen = write(open), onHidden = write(hidden);
        const auto policy = [&](const char* name, const char* effect, const char* action, const char* resource,
                                const char* condition) {
            return send("POST", "/api/policies", admin,
                        {{"name", name},
                         {"effect", effect},
                         {"actions", {action}},
                         {"resources", {resource}},
                         {"condition", condition},
                         {"state", "enforce"}})
                .status;
        };
        QCOMPARE(policy("records", "allow", "records:read", "record", "resource.department != 'Radiology'"), 201);
        QCOMPARE(send("GET", "/api/comments/" + onHidden, viewer).status, 404);
        QCOMPARE(send("PATCH", "/api/comments/" + onHidden, editor, {{"content", "x"}}).status, 404);
        QCOMPARE(send("DELETE", "/api/comments/" + onHidden, admin).status, 404);
        QCOMPARE(send("POST", "/api/comments", editor, {{"record_id", hidden}, {"content", "x"}}).status, 404);
        QCOMPARE(send("GET", "/api/comments?record_id=" + hidden, viewer).status, 404);
        QCOMPARE(send("GET", "/api/comments/" + onOpen, viewer).status, 200);
        const Reply list = send("GET", "/api/comments?q=words", viewer);
        QCOMPARE(list.json().at("page").at("total").to_number<int>(), 1);
        // A policy about comments sees what their record is.
        QCOMPARE(policy("no changes", "deny", "comments:update", "comment", "resource.department == 'Cardiology'"), 201);
        const Reply refused = send("PATCH", "/api/comments/" + onOpen, editor, {{"content", "x"}});
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("/policy"), std::string("no changes"));
        const Reply checked = send("POST", "/api/authz/check", admin,
                                   {{"action", "comments:update"}, {"resource", {{"kind", "comment"}, {"id", onOpen}}}});
        QCOMPARE(checked.status, 200);
        QCOMPARE(checked.json().at("data").at("allowed").as_bool(), false);
    }

    void record_takesItsCommentsWithIt()
    {
        const std::string record = addRecord({{"title", "short-lived"}, {"department", "Oncology"}}); // a policy asks for one
        const Reply made = send("POST", "/api/comments", editor, {{"record_id", record}, {"content", "x"}});
        QCOMPARE(made.status, 201);
        QCOMPARE(send("DELETE", "/api/data/" + record, admin).status, 204);
        QCOMPARE(send("GET", "/api/comments/" + made.text("/data/id"), admin).status, 404);
    }

private:
    TestServer server;
    std::string admin, viewer, editor;
};

SALLYPORT_GUILESS_TEST(CommentsApiTest)

} // namespace tst_comments_api
#include "tst_comments_api.moc"
