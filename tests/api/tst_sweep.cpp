#include "backend/api/endpoints/all_endpoints.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <list>
#include <set>

namespace tst_sweep {

using namespace sallyport;
using namespace sallyport::test;

/// What must hold for every route, generated from the same table that the server runs on.
class SweepTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void asvs_8_4_2_route_withoutToken_isPublicOr401();
    void route_withToken_opensByRoleOnly();
    void asvs_4_1_4_and_asvs_13_4_4_route_otherMethods_areRefused();
    void asvs_3_5_3_whatChangesSomething_isNoMethodOfALink();
    void route_wrongMedia_is415();
    void asvs_2_2_1_route_brokenBodies_areNever500_data();
    void asvs_2_2_1_route_brokenBodies_areNever500();
    void openApi_isTheTable();
    void route_unknownParameter_isRefusedWithTheNearest();
    void asvs_13_4_3_noFileOrFolder_isServed();

private:
    std::string pathOf(const api::Route& route) const;
    Reply ask(const api::Route& route, const std::string& token);
    TestServer server;
    std::string admin, editor, viewer;
    std::string someone;
    const api::Endpoints endpoints = api::allEndpoints(); ///< what the queries of its routes stand in
    const std::vector<api::Route>& routes = endpoints.routes;
};

void SweepTest::initTestCase()
{
    server.addUser("editor@sallyport.example", "editor");
    server.addUser("viewer@sallyport.example", "viewer");
    admin = server.adminToken();
    editor = server.tokenOf("editor@sallyport.example");
    viewer = server.tokenOf("viewer@sallyport.example");
    someone = "00000000000000000000000000"; // an id of nobody: nothing is changed by the sweep
    QVERIFY(!admin.empty() && !editor.empty() && !viewer.empty());
}

std::string SweepTest::pathOf(const api::Route& route) const
{
    std::string path(route.pattern);
    if (const std::size_t open = path.find('{'); open != std::string::npos)
        path.replace(open, path.find('}') - open + 1, someone);
    return path;
}

Reply SweepTest::ask(const api::Route& route, const std::string& token)
{
    HttpsClient client(server.port());
    Headers headers = token.empty() ? Headers() : TestServer::bearer(token);
    if (route.media.has(api::Media::EventStream))
        return client.begin(pathOf(route), headers);
    return client.send(http::methodName(route.method), pathOf(route), headers);
}

void SweepTest::asvs_8_4_2_route_withoutToken_isPublicOr401()
{
    for (const api::Route& route : routes) {
        const Reply reply = ask(route, {});
        if (route.access == api::Access::Public)
            QVERIFY2(reply.status != 401 || route.body == api::Body::Json, route.operation.data());
        else
            QVERIFY2(reply.status == 401, route.operation.data());
    }
}

void SweepTest::route_withToken_opensByRoleOnly()
{
    std::vector<std::pair<const std::string*, const char*>> people{{&admin, "admin"}, {&editor, "editor"}, {&viewer, "viewer"}};
    std::list<std::string> tokens;
    for (const char* role : {"owner", "operator", "auditor", "console_viewer"}) {
        const std::string email = std::string(role) + "@sallyport.example";
        server.addUser(email, role);
        people.emplace_back(&tokens.emplace_back(server.tokenOf(email)), role);
    }
    for (const api::Route& route : routes) {
        // These would end the sessions that the sweep runs with.
        if (route.operation == "logout" || route.operation == "logoutAll" || route.operation == "endSessions")
            continue;
        for (const auto& [token, role] : people) {
            const access::PermissionSet held = server.services().roles.permissionsOf({role});
            const auto least = route.ownPermission ? route.ownPermission : route.permission;
            const bool allowed = !route.permission || held.has(*route.permission) || held.has(*least);
            if (allowed && route.operation == "endEverybodysSessions")
                continue; // the others' too
            const Reply reply = ask(route, *token);
            const std::string where = std::string(route.operation) + " as " + role + ": " + std::to_string(reply.status);
            QVERIFY2((reply.status == 403) == !allowed, where.c_str());
            QVERIFY2(reply.status != 500 && reply.status != 0, where.c_str());
            if (reply.status == 403 && !route.media.has(api::Media::EventStream))
                QCOMPARE(reply.text("/required"), std::string(access::info(*least).word));
        }
    }
}

void SweepTest::asvs_4_1_4_and_asvs_13_4_4_route_otherMethods_areRefused()
{
    HttpsClient client(server.port());
    for (const api::Route& route : routes) {
        for (const char* method : {"OPTIONS", "TRACE"}) {
            const Reply reply = client.send(method, pathOf(route), TestServer::bearer(admin));
            QVERIFY2(reply.status == 405, route.operation.data());
            QVERIFY(reply.header("Allow").find(http::methodName(route.method)) != std::string::npos);
        }
        for (const char* method : {"PROPFIND", "get", "FOO"}) {
            const Reply reply = client.send(method, pathOf(route), TestServer::bearer(admin));
            QVERIFY2(reply.status == 501 || reply.status == 400, route.operation.data());
        }
    }
}

void SweepTest::asvs_3_5_3_whatChangesSomething_isNoMethodOfALink()
{
    HttpsClient client(server.port());
    std::set<std::string> readable;
    for (const api::Route& route : routes)
        if (route.method == http::Method::Get)
            readable.insert(std::string(route.pattern));
    int asked = 0;
    for (const api::Route& route : routes) {
        if (route.method == http::Method::Get || readable.contains(std::string(route.pattern)))
            continue;
        for (const char* method : {"GET", "HEAD"}) {
            const Reply reply = client.send(method, pathOf(route), TestServer::bearer(admin));
            QVERIFY2(reply.status == 405, route.operation.data());
            QVERIFY(reply.header("Allow").find(http::methodName(route.method)) != std::string::npos);
            QVERIFY(reply.header("Allow").find("GET") == std::string::npos);
        }
        ++asked;
    }
    QVERIFY(asked > 30);
}

void SweepTest::asvs_13_4_3_noFileOrFolder_isServed()
{
    HttpsClient client(server.port());
    for (const char* path :
         {"/", "/api", "/api/", "/static/", "/files/", "/backups/", "/tls/key.pem", "/keyring.json", "/sallyport.db",
          "/.git/config", "/.env", "/.svn/entries", "/index.html", "/robots.txt", "/console.ini"}) {
        const Reply reply = client.send("GET", path, TestServer::bearer(admin));
        QVERIFY2(reply.status == 404 || reply.text("/code") == "blocked", path); // nobody but a scanner asks for some
        QCOMPARE(reply.header("Content-Type"), std::string("application/problem+json"));
    }
}

void SweepTest::route_wrongMedia_is415()
{
    HttpsClient client(server.port());
    for (const api::Route& route : routes) {
        if (route.body != api::Body::Json && route.body != api::Body::Form)
            continue;
        const char* other = route.body == api::Body::Form ? "application/json" : "application/x-www-form-urlencoded";
        for (const char* media : {"text/plain", other, "application/json; charset=latin1", ""}) {
            Headers headers = TestServer::bearer(admin);
            if (*media != '\0')
                headers.emplace_back("Content-Type", media);
            const Reply reply = client.send(http::methodName(route.method), pathOf(route), headers, "{}");
            QVERIFY2(reply.status == 415, route.operation.data());
        }
    }
}

void SweepTest::asvs_2_2_1_route_brokenBodies_areNever500_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not json") << QByteArray("{");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("text") << QByteArray("\"x\"");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("asvs_1_5_2_NaN") << QByteArray(R"({"age":NaN})");
    QTest::newRow("asvs_1_5_2_1e999") << QByteArray(R"({"age":1e999})");
    QTest::newRow("asvs_1_5_3_duplicate") << QByteArray(R"({"email":"a@b.example","email":"c@d.example"})");
    QTest::newRow("unknown member") << QByteArray(R"({"CANARY":"CANARY"})");
    QTest::newRow("two documents") << QByteArray("{}{}");
    QTest::newRow("bad utf-8") << QByteArray("{\"name\":\"\xff\"}");
    QTest::newRow("lone surrogate") << QByteArray(R"({"name":"\ud800"})");
    QTest::newRow("asvs_1_5_2_deep") << QByteArray(2000, '[');
    QTest::newRow("asvs_15_3_5_wrongTypes") << QByteArray(
        R"({"email":1,"password":[],"name":{},"code":true,"roles":"admin","requests":"x"})");
    QTest::newRow("large") << ("{\"email\":\"" + QByteArray(15000, 'x') + "\"}");
}

void SweepTest::asvs_2_2_1_route_brokenBodies_areNever500()
{
    QFETCH(QByteArray, body);
    HttpsClient client(server.port());
    for (const api::Route& route : routes) {
        if (route.body != api::Body::Json && route.body != api::Body::Form)
            continue;
        Headers headers = TestServer::bearer(admin);
        headers.emplace_back("Content-Type", std::string(api::mediaOf(route.body)));
        const Reply reply = client.send(http::methodName(route.method), pathOf(route), headers, body.toStdString());
        const std::string where = std::string(route.operation) + ": " + std::to_string(reply.status);
        QVERIFY2(reply.status >= 400 && reply.status < 500, where.c_str());
        QVERIFY2(reply.body.find("CANARY") == std::string::npos, where.c_str());
        QVERIFY2(!reply.text("/code").empty(), where.c_str());
    }
}

void SweepTest::openApi_isTheTable()
{
    HttpsClient client(server.port());
    const boost::json::value document = client.send("GET", "/api/openapi.json").json();
    QVERIFY(document.at("openapi").as_string().starts_with("3.1"));
    std::size_t operations = 0;
    for (const auto& path : document.at("paths").as_object())
        operations += path.value().as_object().size();
    QCOMPARE(operations, routes.size());
    for (const api::Route& route : routes)
        QVERIFY2(document.at("paths").as_object().contains(route.pattern), route.pattern.data());
}

void SweepTest::route_unknownParameter_isRefusedWithTheNearest()
{
    HttpsClient client(server.port());
    const boost::json::value document = client.send("GET", "/api/openapi.json").json();
    const auto ask = [&](const api::Route& route, const std::string& query) {
        // Bodies that are right, so that nothing but the query can be wrong; a route with another would tell of its body.
        Headers headers = TestServer::bearer(admin);
        if (route.body != api::Body::None)
            headers.emplace_back("Content-Type", std::string(api::mediaOf(route.body)));
        return client.send(http::methodName(route.method), pathOf(route) + query, headers, "");
    };
    for (const api::Route& route : routes) {
        const std::string where(route.operation);
        if (route.access == api::Access::SignedOnly || route.stepUp == api::StepUp::Shown)
            continue; // those that ask for more than a token; the table is the same
        const bool recent = route.stepUp == api::StepUp::NotNeeded;
        const Reply refused = ask(route, "?canary=CANARY");
        if (route.foreignQuery) {
            QVERIFY2(refused.body.find("canary") == std::string::npos, where.c_str());
            continue;
        }
        if (!recent && refused.status == 401)
            continue;
        QVERIFY2(refused.status == 400, where.c_str());
        QCOMPARE(refused.text("/details/0/field"), std::string("canary"));
        QCOMPARE(refused.text("/details/0/rule"), std::string("unknown"));
        QVERIFY2(refused.body.find("CANARY") == std::string::npos, where.c_str());
        const auto& operation = document.at("paths")
                                    .at(route.pattern)
                                    .at(http::methodName(route.method) == "GET"      ? "get"
                                        : http::methodName(route.method) == "POST"   ? "post"
                                        : http::methodName(route.method) == "PUT"    ? "put"
                                        : http::methodName(route.method) == "DELETE" ? "delete"
                                                                                     : "patch");
        for (const api::QueryParameter& parameter : route.query) {
            const std::string name(parameter.name);
            QVERIFY2(boost::json::serialize(operation).find("\"name\":\"" + name + "\"") != std::string::npos, where.c_str());
            if (name.size() < 3)
                continue;
            const Reply near = ask(route, "?" + name + "X=1");
            QVERIFY2(near.text("/details/0/message").find("did you mean " + name + "?") != std::string::npos, where.c_str());
        }
    }
}

SALLYPORT_GUILESS_TEST(SweepTest)

} // namespace tst_sweep
#include "tst_sweep.moc"
