#include "backend/api/endpoints/all_endpoints.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_browsers {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

namespace {

constexpr const char* app = "https://app.example.com";

} // namespace

/// What browsers are told: security fields, and which other pages may read answers.
class BrowsersTest final : public QObject {
    Q_OBJECT

    Reply send(const char* method, const std::string& path, Headers more = {}, const std::string& token = {},
               const json::value& body = nullptr)
    {
        HttpsClient client(server.port());
        if (!token.empty())
            more.emplace_back("Authorization", "Bearer " + token);
        if (body.is_null())
            return client.send(method, path, more);
        return client.send(method, path, TestServer::jsonAnd(more), json::serialize(body));
    }
    Reply ask(const char* origin, const char* method = "GET")
    {
        return send("OPTIONS", "/api/users", {{"Origin", origin}, {"Access-Control-Request-Method", method}});
    }

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        server.addUser("vi@sallyport.example", "viewer");
        viewer = server.tokenOf("vi@sallyport.example");
        QVERIFY(!admin.empty() && !viewer.empty());
    }

    void nobodyIsAllowed_untilSomebodyIs()
    {
        const Reply reply = send("GET", "/api/protected", {{"Origin", app}}, viewer);
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.count("Access-Control-Allow-Origin") == 0 && reply.count("Vary") == 0);
        QCOMPARE(ask(app).status, 405);
    }

    void asvs_3_4_2_allowedOrigins_areTold_andNobodyElse()
    {
        QCOMPARE(send("PUT", "/api/cors", {}, admin,
                      {{"origins", {app, "http://localhost:3000"}}, {"methods", {"GET", "POST"}}, {"max_age", 300}})
                     .status,
                 200);
        const Reply allowed = send("GET", "/api/protected", {{"Origin", app}}, viewer);
        QCOMPARE(allowed.header("Access-Control-Allow-Origin"), std::string(app));
        QCOMPARE(allowed.header("Vary"), std::string("Origin"));
        // Whatever a client acts by, the limits under both of their names too.
        const std::string exposed = ", " + allowed.header("Access-Control-Expose-Headers") + ',';
        for (const char* field : {"Content-Disposition", "ETag", "Location", "RateLimit", "RateLimit-Policy", "Retry-After",
                                  "X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-Request-Id"})
            QVERIFY2(exposed.find(std::string(", ") + field + ',') != std::string::npos, field);
        QVERIFY(allowed.count("Access-Control-Allow-Credentials") == 0);
        // A refusal is told to the page as well, or it could not say why.
        QCOMPARE(send("GET", "/api/users", {{"Origin", app}}).header("Access-Control-Allow-Origin"), std::string(app));
        for (const char* foreign : {"https://evil.example", "https://app.example.com.evil.example", "https://APP.example.com",
                                    "http://app.example.com", "https://app.example.com:8443", "null", "*", ""}) {
            const Reply reply = send("GET", "/api/protected", {{"Origin", foreign}}, viewer);
            QCOMPARE(reply.status, 200);
            QVERIFY2(reply.count("Access-Control-Allow-Origin") == 0, foreign);
            QCOMPARE(reply.header("Vary"), std::string("Origin")); // or a cache would give it to the allowed one
            const Reply asked = ask(foreign);
            QVERIFY2(asked.count("Access-Control-Allow-Origin") == 0 && asked.count("Access-Control-Allow-Methods") == 0,
                     foreign);
        }
        const Reply none = send("GET", "/api/protected", {}, viewer);
        QVERIFY(none.count("Access-Control-Allow-Origin") == 0);
        const Reply twice = send("GET", "/api/protected", {{"Origin", app}, {"Origin", "https://evil.example"}}, viewer);
        QVERIFY(twice.count("Access-Control-Allow-Origin") == 0);
    }

    void questionsOfBrowsers_areAnswered_andCountAgainstNoLimit()
    {
        const Reply asked = ask(app, "POST");
        QCOMPARE(asked.status, 204);
        QCOMPARE(asked.header("Access-Control-Allow-Origin"), std::string(app));
        QCOMPARE(asked.header("Access-Control-Allow-Methods"), std::string("GET, POST"));
        QCOMPARE(asked.header("Access-Control-Allow-Headers"),
                 std::string("Authorization, Content-Type, X-API-Key, X-MFA-Token"));
        QCOMPARE(asked.header("Access-Control-Max-Age"), std::string("300"));
        QVERIFY(asked.count("X-Request-Id") > 0 && asked.count("Strict-Transport-Security") > 0);
        QVERIFY(asked.header("Vary").find("Access-Control-Request-Headers") != std::string::npos);
        QVERIFY(asked.count("RateLimit") == 0);
        server.set("rate_limits.address", "5/900");
        for (int i = 0; i < 20; ++i)
            QCOMPARE(ask(app).status, 204);
        QVERIFY(send("GET", "/api/protected", {{"Origin", app}}, viewer).status == 200);
        // While nothing is left the question is answered all the same, and the page can read why its request isn't.
        Reply over;
        for (int i = 0; i < 7 && over.status != 429; ++i)
            over = send("GET", "/api/auth/me", {{"Origin", app}}, viewer);
        QCOMPARE(over.status, 429);
        QCOMPARE(over.header("Access-Control-Allow-Origin"), std::string(app));
        QVERIFY(!over.header("Retry-After").empty());
        QCOMPARE(ask(app).status, 204);
        server.set("rate_limits.address", "10000/3600");
        QCOMPARE(send("OPTIONS", "/api/users", {{"Origin", app}}).status, 405); // not a browser's question
    }

    void credentials_areToldOfWhenTheyAreSet()
    {
        QCOMPARE(send("PUT", "/api/cors", {}, admin, {{"credentials", true}}).status, 200);
        QCOMPARE(ask(app).header("Access-Control-Allow-Credentials"), std::string("true"));
        QCOMPARE(send("GET", "/api/protected", {{"Origin", app}}, viewer).header("Access-Control-Allow-Credentials"),
                 std::string("true"));
        QCOMPARE(send("PUT", "/api/cors", {}, admin, {{"credentials", false}}).status, 200);
        QVERIFY(ask(app).count("Access-Control-Allow-Credentials") == 0);
    }

    void settings_areReadAndSet_byWhoMayAndAsTheyMustBe()
    {
        const Reply cors = send("GET", "/api/cors", {}, admin);
        QCOMPARE(cors.status, 200);
        QCOMPARE(cors.text("/data/origins/0"), std::string(app));
        QCOMPARE(send("GET", "/api/cors", {}, viewer).text("/required"), std::string("protection:read"));
        QCOMPARE(send("PUT", "/api/cors", {}, viewer, {{"max_age", 1}}).text("/required"), std::string("protection:update"));
        for (const char* bad : {"*", "null", "https://*.example.com", "http://app.example.com"}) {
            const Reply refused = send("PUT", "/api/cors", {}, admin, {{"origins", {bad}}});
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.text("/details/0/field"), std::string("origins"));
        }
        const Reply both = send("PUT", "/api/cors", {}, admin, {{"origins", {"*"}}, {"headers", {"*"}}});
        QCOMPARE(both.json().at("details").as_array().size(), std::size_t{2});
        QCOMPARE(send("GET", "/api/cors", {}, admin).text("/data/origins/0"), std::string(app)); // nothing of it was taken
        QCOMPARE(send("GET", "/api/headers", {}, viewer).text("/required"), std::string("protection:read"));
        QCOMPARE(send("PUT", "/api/headers", {}, viewer, {{"hsts_max_age", 1}}).text("/required"),
                 std::string("protection:update"));
        QVERIFY(!server.events("setting.changed").empty());
    }

    void asvs_3_4_1_securityFields_areAsTheyAreSet_inEveryAnswer()
    {
        const auto values = [&](const Reply& reply) {
            return std::pair(reply.header("Strict-Transport-Security"), reply.header("Content-Security-Policy"));
        };
        const auto usual = values(send("GET", "/healthz"));
        QCOMPARE(usual.first, std::string("max-age=31536000; includeSubDomains"));
        QVERIFY(usual.second.starts_with("default-src 'none'; frame-ancestors 'none'"));
        const char* policy = "default-src 'self'; frame-ancestors 'none'";
        const Reply put = send("PUT", "/api/headers", {}, admin,
                               {{"content_security_policy", policy}, {"hsts_max_age", 86'400}, {"hsts_subdomains", false}});
        QCOMPARE(put.status, 200);
        const auto wanted = std::pair(std::string("max-age=86400"), std::string(policy));
        QCOMPARE(values(send("GET", "/healthz")), wanted);
        QCOMPARE(values(send("GET", "/nowhere")), wanted);
        QCOMPARE(values(send("GET", "/api/users")), wanted);
        QCOMPARE(values(ask(app)), wanted);
        QCOMPARE(values(send("GET", "/" + std::string(9'000, 'x'))), wanted); // which never becomes a request
        QCOMPARE(values(put), wanted);
        // What is told of them is what is sent.
        const json::value read = send("GET", "/api/headers", {}, admin).json();
        bool found = false;
        for (const json::value& field : read.at("data").at("fields").as_array()) {
            const std::string name(field.at("name").as_string());
            const Reply reply = send("GET", "/api/protected", {}, viewer);
            QCOMPARE(reply.header(name), std::string(field.at("value").as_string()));
            found = found || name == "Content-Security-Policy";
        }
        QVERIFY(found);
        QCOMPARE(send("PUT", "/api/headers", {}, admin, {{"content_security_policy", "default-src *"}}).text("/details/0/field"),
                 std::string("content_security_policy"));
        QCOMPARE(send("PUT", "/api/headers", {}, admin,
                      {{"content_security_policy", ""}, {"hsts_max_age", 31'536'000}, {"hsts_subdomains", true}})
                     .status,
                 200);
        QCOMPARE(values(send("GET", "/healthz")), usual);
    }

    /// Nothing that a browser sends by itself is a credential here, so that there is nothing to forge: the one cookie that there
    /// is binds a sign-in elsewhere to its browser and opens nothing, and what a form of another page can send is not taken.
    void asvs_3_5_1_and_asvs_3_5_2_noPageCanSpendWhatABrowserSendsByItself()
    {
        QCOMPARE(
            send("POST", "/api/auth/login", {}, {}, {{"email", "vi@sallyport.example"}, {"password", "x"}}).count("Set-Cookie"),
            std::size_t{0});
        QCOMPARE(send("GET", "/api/protected", {{"Cookie", "token=" + viewer}}).status, 401);
        QCOMPARE(send("GET", "/api/protected", {{"Cookie", "token=" + viewer}, {"Authorization", "Basic dTpw"}}).status, 401);
        HttpsClient client(server.port());
        for (const char* simple : {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
            QCOMPARE(client
                         .send("POST", "/api/auth/login", {{"Content-Type", simple}, {"Origin", "https://evil.example"}},
                               R"({"email":"vi@sallyport.example","password":"x"})")
                         .status,
                     415);
        // What changes something does so by no method that a link or a picture could use.
        for (const api::Route& route : api::allEndpoints().routes)
            if (route.body == api::Body::Form || route.body == api::Body::Multipart || route.body == api::Body::Csv)
                QVERIFY2(route.access != api::Access::Public, std::string(route.operation).c_str());
    }

    /// Who works at a page, and takes from it what it may do, has sixty seconds to come back by it.
    void ownPage_cutOff_comesBackUnlessItIsConfirmed()
    {
        QCOMPARE(send("PUT", "/api/cors", {}, admin, {{"origins", {app, "https://other.example.com"}}}).status, 200);
        // Another page's, or none: nobody is cut off.
        QVERIFY(!send("PUT", "/api/cors", {{"Origin", app}}, admin, {{"origins", {app}}}).json().as_object().contains("confirm"));
        const Reply cut = send("PUT", "/api/cors", {{"Origin", app}}, admin, {{"origins", json::array()}});
        QCOMPARE(cut.status, 200);
        const std::string id = cut.text("/confirm/id");
        QVERIFY(!id.empty());
        QCOMPARE(send("GET", "/api/changes/" + id, {}, admin).text("/data/kind"), std::string("cors"));
        QCOMPARE(ask(app).status, 405); // no page may ask any more
        server.clock().advance(std::chrono::seconds(60));
        QCOMPARE(send("GET", "/api/changes/" + id, {}, admin).text("/data/state"), std::string("taken_back"));
        QCOMPARE(ask(app).header("Access-Control-Allow-Origin"), std::string(app));

        const Reply fewer = send("PUT", "/api/cors", {{"Origin", app}}, admin, {{"methods", {"GET"}}});
        QCOMPARE(send("POST", "/api/changes/" + fewer.text("/confirm/id") + "/confirm", {}, admin, json::object()).status, 200);
        server.clock().advance(std::chrono::seconds(61));
        QCOMPARE(ask(app).header("Access-Control-Allow-Methods"), std::string("GET"));
        // By a program that names no page nothing waits.
        QVERIFY(!send("PUT", "/api/cors", {}, admin, {{"origins", json::array()}}).json().as_object().contains("confirm"));
    }

private:
    TestServer server;
    std::string admin, viewer;
};

SALLYPORT_GUILESS_TEST(BrowsersTest)

} // namespace tst_browsers
#include "tst_browsers.moc"
