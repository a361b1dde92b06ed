#include "backend/api/endpoints/all_endpoints.h"
#include "backend/api/route_answers.h"
#include "backend/api/stages/preconditions.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <string>

namespace tst_preconditions {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// RFC 9110 §13 for what changes something.
class PreconditionsTest final : public QObject {
    Q_OBJECT

    TestServer server;
    std::string admin;

    Reply send(const std::string& method, const std::string& path, const Headers& more, const std::string& body = {})
    {
        HttpsClient client(server.port());
        Headers headers = TestServer::bearer(admin);
        if (!body.empty())
            headers = TestServer::jsonAnd(headers);
        headers.insert(headers.end(), more.begin(), more.end());
        return client.send(method, path, headers, body);
    }

    std::string upload(const std::string& content)
    {
        const std::string body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n"
                                 "Content-Type: text/plain\r\n\r\n" +
                                 content + "\r\n--x--\r\n";
        HttpsClient client(server.port());
        Headers headers = TestServer::bearer(admin);
        headers.emplace_back("Content-Type", "multipart/form-data; boundary=x");
        return client.send("POST", "/api/upload", headers, body).text("/data/id");
    }

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
    }

    void tags_areComparedOneByOne()
    {
        using api::namesTag;
        QVERIFY(namesTag("\"a\"", "\"a\"", true));
        QVERIFY(namesTag("\"b\", \"a\"", "\"a\"", true));
        QVERIFY(namesTag("\"b,c\",\"a\"", "\"a\"", true));
        QVERIFY(!namesTag("\"b\"", "\"a\"", true));
        QVERIFY(!namesTag("\"aa\"", "\"a\"", true));
        QVERIFY(!namesTag("W/\"a\"", "\"a\"", true));
        QVERIFY(namesTag("W/\"a\"", "\"a\"", false));
        QVERIFY(!namesTag("a", "\"a\"", true));
        QVERIFY(!namesTag("\"a", "\"a\"", true));
        QVERIFY(!namesTag("", "\"a\"", true));
    }

    void ifMatch_ofWhatHasNoTag_is412_andNothingIsDone()
    {
        const UserId id = server.addUser("match@sallyport.example", "viewer");
        const std::string path = "/api/users/" + id.text();
        for (const char* tag : {"\"wrong\"", "W/\"1\"", "wrong", "\"a\", \"b\""}) {
            const Reply reply = send("PATCH", path, {{"If-Match", tag}}, R"({"name": "Changed"})");
            QCOMPARE(reply.status, 412);
            QCOMPARE(reply.header("Content-Type"), std::string("application/problem+json"));
            QCOMPARE(reply.text("/code"), std::string("precondition_failed"));
            QCOMPARE(send("DELETE", path, {{"If-Match", tag}}).status, 412);
            QCOMPARE(send("POST", path + "/disable", {{"If-Match", tag}}).status, 412);
        }
        QCOMPARE(send("PATCH", path, {{"If-None-Match", "*"}}, R"({"name": "Changed"})").status, 412);
        QVERIFY(send("GET", path, {}).text("/data/name") != "Changed");
        QCOMPARE(send("PUT", path + "/roles", {{"If-Match", "\"x\""}}, R"({"roles": ["editor"]})").status, 412);
        QCOMPARE(send("PATCH", path, {{"If-Match", "*"}}, R"({"name": "Changed"})").status, 200);
        QCOMPARE(send("PATCH", path, {{"If-None-Match", "\"x\""}}, R"({"name": "Changed more"})").status, 200);
        QCOMPARE(
            send("PATCH", path, {{"If-Unmodified-Since", "Sat, 29 Oct 1994 19:43:31 GMT"}}, R"({"name": "Once more"})").status,
            200);
        QCOMPARE(send("GET", path, {{"If-Match", "\"x\""}}).status, 200);
    }

    void whoMayNot_isToldThat()
    {
        HttpsClient client(server.port());
        const UserId id = server.addUser("may@sallyport.example", "viewer");
        const Headers match{{"If-Match", "\"x\""}};
        QCOMPARE(client.send("DELETE", "/api/users/" + id.text(), match).status, 401);
        Headers viewer = TestServer::bearer(server.tokenOf("may@sallyport.example"));
        viewer.insert(viewer.end(), match.begin(), match.end());
        QCOMPARE(client.send("DELETE", "/api/users/" + id.text(), viewer).status, 403);
    }

    void files_areComparedWithTheirTag()
    {
        const std::string path = "/api/files/" + upload("one");
        const std::string tag = send("GET", path, {}).header("ETag");
        QVERIFY(!tag.empty());
        QCOMPARE(send("DELETE", path, {{"If-Match", "\"wrong\""}}).status, 412);
        QCOMPARE(send("DELETE", path, {{"If-Match", "W/" + tag}}).status, 412);
        QCOMPARE(send("DELETE", path, {{"If-None-Match", tag}}).status, 412);
        QCOMPARE(send("DELETE", path, {{"If-Match", "\"wrong\", " + tag}}).status, 204);
        QCOMPARE(send("DELETE", path, {{"If-Match", tag}}).status, 404);
        QCOMPARE(send("DELETE", "/api/files/" + upload("two"), {{"If-Match", "*"}}).status, 204);
    }

    void document_tellsOf412()
    {
        const api::Endpoints endpoints = api::allEndpoints();
        for (const api::Route& route : endpoints.routes)
            if (route.method != http::Method::Get)
                QVERIFY2(api::statusesOf(route, endpoints).has(412), route.operation.data());
    }
};

SALLYPORT_GUILESS_TEST(PreconditionsTest)

} // namespace tst_preconditions
#include "tst_preconditions.moc"
