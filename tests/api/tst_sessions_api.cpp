#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_sessions_api {

using namespace sallyport;
using namespace sallyport::test;

/// The routes for everybody's sessions over real HTTPS.
class SessionsApiTest final : public QObject {
    Q_OBJECT

    TestServer server;
    std::string admin;

    Reply send(const char* method, const std::string& path, const boost::json::value& body = nullptr)
    {
        HttpsClient client(server.port());
        if (body.is_null())
            return client.send(method, path, TestServer::bearer(admin));
        return client.send(method, path, TestServer::jsonAnd(TestServer::bearer(admin)), boost::json::serialize(body));
    }

    int statusOf(const std::string& token)
    {
        HttpsClient client(server.port());
        return client.send("GET", "/api/protected", TestServer::bearer(token)).status;
    }

    boost::json::array listed(const std::string& query)
    {
        const Reply reply = send("GET", "/api/sessions?" + query);
        return reply.status == 200 ? boost::json::parse(reply.body).at("data").as_array() : boost::json::array();
    }

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
        server.addUser("grace@sallyport.example", "viewer");
    }

    void list_saysWhoseAndWhere()
    {
        const std::string token = server.tokenOf("grace@sallyport.example");
        const boost::json::array found = listed("q=grace%40&sort=-created&limit=1");
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].at("user").at("email").as_string(), "grace@sallyport.example");
        QCOMPARE(found[0].at("address").as_string(), "127.0.0.1");
        QVERIFY(!found[0].at("current").as_bool() && !found[0].at("console").as_bool());
    }

    void list_badParameters_are400()
    {
        for (const char* query : {"sort=age", "limit=0", "limit=201", "cursor=nonsense"})
            QCOMPARE(send("GET", std::string("/api/sessions?") + query).status, 400);
    }

    void asvs_7_4_5_endOne_actsOnTheNextRequest()
    {
        const std::string token = server.tokenOf("grace@sallyport.example");
        QCOMPARE(statusOf(token), 200);
        const boost::json::array found = listed("q=grace&limit=200");
        for (const boost::json::value& session : found) {
            const std::string id(session.at("id").as_string());
            QCOMPARE(send("DELETE", "/api/sessions/" + id).status, 204);
            QCOMPARE(send("DELETE", "/api/sessions/" + id).status, 404);
        }
        QCOMPARE(statusOf(token), 401);
    }

    void asvs_7_4_5_endSomeAndAll_sayHowMany()
    {
        const std::string first = server.tokenOf("grace@sallyport.example");
        const boost::json::array found = listed("q=grace&limit=200");
        QCOMPARE(found.size(), std::size_t{1});
        const boost::json::value body{{"ids", {found[0].at("id"), "01ARZ3NDEKTSV4RRFFQ69G5FAV"}}};
        const Reply some = send("POST", "/api/sessions/end", body);
        QCOMPARE(some.status, 200);
        QCOMPARE(boost::json::parse(some.body).at("data").at("ended").to_number<int>(), 1);
        QCOMPARE(statusOf(first), 401);
        const std::string second = server.tokenOf("grace@sallyport.example");
        QCOMPARE(send("POST", "/api/sessions/end-all").status, 200);
        QCOMPARE(statusOf(second), 401);
        QCOMPARE(statusOf(admin), 200);
    }

    void endSome_withoutOrTooManyIds_is400()
    {
        QCOMPARE(send("POST", "/api/sessions/end", {{"ids", boost::json::array()}}).status, 400);
        boost::json::array many;
        for (int i = 0; i < 201; ++i)
            many.emplace_back(std::to_string(i));
        QCOMPARE(send("POST", "/api/sessions/end", {{"ids", many}}).status, 400);
    }
};

SALLYPORT_GUILESS_TEST(SessionsApiTest)

} // namespace tst_sessions_api
#include "tst_sessions_api.moc"
