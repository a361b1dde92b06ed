#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_searches_api {

using namespace sallyport;
using namespace sallyport::test;

namespace {

struct House {
    TestServer server;
    std::string admin = server.adminToken();
    HttpsClient client{server.port()};

    Reply ask(const std::string& token, const char* method, const std::string& path, const std::string& body = {})
    {
        return client.send(method, path,
                           body.empty() ? TestServer::bearer(token) : TestServer::jsonAnd(TestServer::bearer(token)), body);
    }
};

} // namespace

class SearchesApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void search_isSaved_changed_andDeleted()
    {
        House house;
        const Reply saved = house.ask(house.admin, "POST", "/api/searches",
                                      R"({"name": "Night", "q": "outcome:failure ip:10.0.0.0/8", "columns": ["time", "path"]})");
        QCOMPARE(saved.status, 201);
        QCOMPARE(saved.text("/data/q"), std::string("outcome:failure ip:10.0.0.0/8"));
        QVERIFY(saved.json().at("data").at("own").as_bool());
        const std::string path = "/api/searches/" + saved.text("/data/id");
        QCOMPARE(house.ask(house.admin, "POST", "/api/searches", R"({"name": "night", "q": ""})").status, 409);
        const Reply changed = house.ask(house.admin, "PATCH", path, R"({"name": "Nights", "shared": true})");
        QCOMPARE(changed.status, 200);
        QVERIFY(changed.json().at("data").at("shared").as_bool());
        QCOMPARE(changed.json().at("data").at("columns").as_array().size(), std::size_t{2});
        QCOMPARE(house.ask(house.admin, "GET", "/api/searches").text("/data/0/name"), std::string("Nights"));
        QCOMPARE(house.ask(house.admin, "DELETE", path).status, 204);
        QCOMPARE(house.ask(house.admin, "DELETE", path).status, 404);
        QCOMPARE(house.server.events("search.saved").size(), std::size_t{2});
        QCOMPARE(house.server.events("search.deleted").size(), std::size_t{1});
    }

    void mistakes_areTold()
    {
        House house;
        const auto post = [&](const char* body) { return house.ask(house.admin, "POST", "/api/searches", body).status; };
        QCOMPARE(post(R"({"name": "Bad", "q": "outcome:maybe"})"), 400);
        QCOMPARE(post(R"({"name": " ", "q": ""})"), 400);
        QCOMPARE(post(R"({"name": "Bad", "q": "", "columns": ["nothing"]})"), 400);
        QCOMPARE(post(R"({"name": "Bad"})"), 400);
        QCOMPARE(house.ask(house.admin, "PATCH", "/api/searches/none", R"({"name": "X"})").status, 404);
    }

    void top_countsWhatIsSelected()
    {
        House house;
        for (int i = 0; i < 3; ++i)
            house.client.send("GET", "/api/users/nobody", TestServer::bearer("wrong"));
        const Reply top = house.ask(house.admin, "GET", "/api/events/top?q=-kind:vault.*&limit=2");
        QCOMPARE(top.status, 200);
        const boost::json::value data = top.json().at("data");
        QVERIFY(data.at("kinds").as_array().size() == 2);
        QVERIFY(data.at("complete").as_bool());
        QCOMPARE(data.at("addresses").at(0).at("value").as_string(), "127.0.0.1");
        std::int64_t hers = 0; // what she did; the filter finds what was done to her, too
        const auto found = house.ask(house.admin, "GET", "/api/events?q=user:ada@sallyport.example&limit=100").json();
        for (const boost::json::value& event : found.at("data").as_array())
            hers += event.at("actor").at("name") == data.at("users").at(0).at("value") ? 1 : 0;
        QVERIFY(hers > 0);
        QCOMPARE(data.at("users").at(0).at("count").as_int64(), hers);
        QCOMPARE(house.ask(house.admin, "GET", "/api/events/top?q=kind:nothing").status, 400);
    }

    void auditor_hasTheirOwn_butSharesNone()
    {
        House house;
        house.server.addUser("hana@sallyport.example", "auditor");
        const std::string hana = house.server.tokenOf("hana@sallyport.example");
        const Reply own = house.ask(hana, "POST", "/api/searches", R"({"name": "Mine", "q": "kind:auth.*"})");
        QCOMPARE(own.status, 201);
        QCOMPARE(house.ask(hana, "POST", "/api/searches", R"({"name": "Ours", "q": "", "shared": true})").status, 403);
        QCOMPARE(house.ask(house.admin, "DELETE", "/api/searches/" + own.text("/data/id")).status, 404);
        QCOMPARE(house.ask(house.admin, "GET", "/api/searches").json().at("data").as_array().size(), std::size_t{0});
        const Reply shared = house.ask(house.admin, "POST", "/api/searches", R"({"name": "Ours", "q": "", "shared": true})");
        QCOMPARE(house.ask(hana, "GET", "/api/searches").json().at("data").as_array().size(), std::size_t{2});
        QCOMPARE(house.ask(hana, "DELETE", "/api/searches/" + shared.text("/data/id")).status, 403);
        house.server.addUser("vic@sallyport.example", "viewer");
        QCOMPARE(house.ask(house.server.tokenOf("vic@sallyport.example"), "GET", "/api/searches").status, 403);
    }
};

SALLYPORT_GUILESS_TEST(SearchesApiTest)

} // namespace tst_searches_api
#include "tst_searches_api.moc"
