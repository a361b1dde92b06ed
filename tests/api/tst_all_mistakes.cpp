#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <set>

namespace tst_all_mistakes {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

/// Who sends several mistakes hears of all of them at once, wherever they are.
class AllMistakesTest final : public QObject {
    Q_OBJECT

    /// `field rule` of each.
    std::set<std::string> mistakes(const char* method, const std::string& target, const Headers& more, const std::string& body)
    {
        HttpsClient client(server.port());
        Headers headers = body.empty() ? Headers() : TestServer::jsonAnd({});
        headers.emplace_back("Authorization", "Bearer " + admin);
        headers.insert(headers.end(), more.begin(), more.end());
        const Reply reply = client.send(method, target, headers, body);
        if (reply.status != 400)
            return {std::to_string(reply.status)};
        std::set<std::string> found;
        const json::value answer = reply.json();
        for (const json::value& one : answer.at("details").as_array())
            found.insert(std::string(one.at("field").as_string()) + " " + std::string(one.at("rule").as_string()));
        return found;
    }
    using Set = std::set<std::string>;

private Q_SLOTS:
    void initTestCase()
    {
        admin = server.adminToken();
        QVERIFY(!admin.empty());
    }

    void bodyAndQuery_areToldTogether()
    {
        QCOMPARE(mistakes("POST", "/api/data?page=2", {}, R"({"title": "", "classification": "secret", "owner": 1})"),
                 (Set{"page unknown", "title minLength", "classification enum", "owner additionalProperties"}));
    }

    void headerFields_areToldWithThem()
    {
        QCOMPARE(mistakes("POST", "/api/keys?x=1", {{"X-MFA-Token", "123456"}, {"X-MFA-Token", "654321"}},
                          R"({"scopes": "users:read"})"),
                 (Set{"x unknown", "X-MFA-Token unique", "name required", "scopes type"}));
        QCOMPARE(mistakes("GET", "/api/events/stream?q=a&q=b", {{"Last-Event-ID", std::string(100, '1')}}, {}),
                 (Set{"q unique", "Last-Event-ID maxLength"}));
        // Who doesn't read a field says nothing of it.
        QCOMPARE(mistakes("GET", "/api/data?limit=5", {{"Last-Event-ID", std::string(100, '1')}}, {}), Set{"200"});
    }

    void asvs_15_3_7_parameters_areToldTogether_andNoneCountsTwice()
    {
        QCOMPARE(mistakes("GET", "/api/data?limit=0&sort=x&classification=y&q=1&q=2&changed_days=many", {}, {}),
                 (Set{"limit minimum", "sort enum", "classification enum", "q unique", "changed_days type"}));
        QCOMPARE(mistakes("GET", "/api/data?limit=5&limit=200", {}, {}), Set{"limit unique"});
        QCOMPARE(mistakes("GET", "/api/data?limit=999", {}, {}), Set{"limit maximum"});
        QCOMPARE(mistakes("GET", "/api/data?limit=5.0", {}, {}), Set{"limit type"});
        QCOMPARE(mistakes("GET", "/api/data?limit=+5", {}, {}), Set{"limit type"});
        QCOMPARE(mistakes("GET", "/api/data?limit[]=5", {}, {}), Set{" unknown"});
    }

    void namesOfMembers_thatNoNameMayBe_areRefused()
    {
        QCOMPARE(mistakes("POST", "/api/data", {}, "{\"title\": \"x\", \"sensitive\": {\"a\\u202eb\": \"x\"}}"),
                 Set{"sensitive unicode"});
        QCOMPARE(mistakes("POST", "/api/data", {}, "{\"title\": \"x\", \"title\": \"y\"}"), Set{" json"});
        QCOMPARE(mistakes("POST", "/api/data", {}, "{\"title\": \"x\", \"\\ud800\": \"y\"}"), Set{" json"});
    }

private:
    TestServer server;
    std::string admin;
};

SALLYPORT_GUILESS_TEST(AllMistakesTest)

} // namespace tst_all_mistakes
#include "tst_all_mistakes.moc"
