#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_observed_validation {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// The setting `validation.observe`: what a route doesn't know is left out and told, whatever else is wrong is refused.
class ObservedValidationTest final : public QObject {
    Q_OBJECT

    Reply put(const json::value& body, const std::string& query = {})
    {
        HttpsClient client(server.port());
        return client.send("PUT", "/api/cors" + query, TestServer::jsonAnd(TestServer::bearer(admin)), json::serialize(body));
    }
    std::size_t told() { return server.events("request.observed").size(); }

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
    }

    void unknownMembers_areRefused_untilTheRouteObserves()
    {
        QCOMPARE(put({{"max_age", 5}, {"colour", "red"}}).status, 400);
        QCOMPARE(told(), std::size_t(0));
        server.set("validation.observe", "PUT /api/cors, POST /api/users");
        const Reply taken = put({{"max_age", 7}, {"colour", "red"}, {"Strange Name", {1, 2}}}, "?debug=1");
        QCOMPARE(taken.status, 200);
        QCOMPARE(taken.json().at_pointer("/data/max_age").as_int64(), 7);
        QTRY_COMPARE(told(), std::size_t(1));
        const audit::Event event = server.events("request.observed").front();
        QCOMPARE(event.object.id, std::string("PUT /api/cors"));
        const json::value details = json::parse(event.detailsJson);
        QCOMPARE(std::string(details.at("parameters").as_string()), std::string("debug"));
        // A name that couldn't be one of ours isn't repeated.
        QCOMPARE(std::string(details.at("members").as_string()), std::string("colour, -"));
        QVERIFY(event.detailsJson.find("red") == std::string::npos);
    }

    /// What a handler reads is what the schema allows: nothing wrong is let through, alone or beside what is unknown.
    void whatIsWrong_isRefused_allTheSame()
    {
        server.set("validation.observe", "PUT /api/cors");
        const std::size_t before = told();
        for (const json::value& body :
             std::initializer_list<json::value>{{{"max_age", "7"}, {"colour", "red"}},      // of another type
                                                {{"max_age", -1}, {"colour", "red"}},       // out of bounds
                                                {{"methods", {"BREW"}}, {"colour", "red"}}, // not one of the words
                                                {{"colour", "red"}},                        // nothing is left: minProperties
                                                json::value(json::array{1}),
                                                json::value(5)}) // no object
            QCOMPARE(put(body).status, 400);
        HttpsClient client(server.port());
        const auto headers = TestServer::jsonAnd(TestServer::bearer(admin));
        for (const char* text : {R"({"max_age": 7, "max_age": 8, "colour": 1})", R"({"max_age": 7, "colour": )", ""})
            QCOMPARE(client.send("PUT", "/api/cors", headers, text).status, 400);
        const Reply both = put({{"max_age", "7"}, {"colour", "red"}});
        QCOMPARE(both.json().at("details").as_array().size(), std::size_t(2)); // hears of both
        QCOMPARE(told(), before);
        // Another route goes on refusing.
        QCOMPARE(client.send("PUT", "/api/headers", headers, R"({"hsts_max_age": 31536000, "colour": "red"})").status, 400);
    }

    void aFlood_isToldOnceAMinute()
    {
        server.set("validation.observe", "PUT /api/cors");
        const std::size_t before = told();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(put({{"max_age", 7}, {"colour", i}}).status, 200);
        QVERIFY(told() <= before + 1);
    }

    void setting_namesRoutesThatThereAre()
    {
        HttpsClient client(server.port());
        const auto headers = TestServer::jsonAnd(TestServer::bearer(admin));
        const auto set = [&](const char* routes) {
            return client.send("PATCH", "/api/settings", headers, json::serialize(json::object{{"validation.observe", routes}}))
                .status;
        };
        QCOMPARE(set("PUT /api/cors, PATCH /api/users/{id}"), 200);
        QCOMPARE(set("PUT /api/coffee"), 400);
        QCOMPARE(set("BREW /api/cors"), 400);
        QCOMPARE(set("/api/cors"), 400);
        QCOMPARE(set(""), 200);
    }

private:
    TestServer server;
    std::string admin;
};

SALLYPORT_GUILESS_TEST(ObservedValidationTest)

} // namespace tst_observed_validation
#include "tst_observed_validation.moc"
