#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_history_api {

using namespace sallyport;
using namespace sallyport::test;

/// Changes of the configuration, their way back and who could do what, over HTTPS.
class HistoryApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        server = std::make_unique<TestServer>();
        token = server->adminToken();
    }

    void aChange_isListedReadAndUndone()
    {
        QCOMPARE(ask("PATCH", "/api/settings", R"({"audit.retention_days": "100"})").status, 200);
        const Reply listed = ask("GET", "/api/history?kind=setting&object=audit.retention_days");
        QCOMPARE(listed.text("/data/0/changes/0/new"), std::string("100"));
        const std::string id = listed.text("/data/0/id");
        QCOMPARE(ask("GET", "/api/history/" + id).text("/data/object/id"), std::string("audit.retention_days"));
        QCOMPARE(ask("POST", "/api/history/" + id + "/undo").status, 200);
        QCOMPARE(server->services().settings.values()->auditRetentionDays, 400);
        QCOMPARE(ask("POST", "/api/history/" + id + "/undo").text("/code"), std::string("changed_since"));
        QCOMPARE(ask("GET", "/api/history/evt_none").status, 404);
        QCOMPARE(ask("GET", "/api/history?kind=nothing").status, 400);
        QCOMPARE(server->events("history.undone").size(), 1u);
    }

    void whoCould_isAnswered()
    {
        const std::string now = ask("GET", "/api/events?limit=1").text("/data/0/time");
        const Reply then = ask("GET", "/api/history/as-of?permission=users:delete&at=" + now);
        QCOMPARE(then.status, 200);
        QCOMPARE(then.json().at_pointer("/data/total").as_int64(), 1);
        QVERIFY(then.json().at_pointer("/data/complete").as_bool());
        const Reply today = ask("GET", "/api/history/as-of?permission=users:delete");
        QCOMPARE(today.status, 200);
        QCOMPARE(today.json().at_pointer("/data/total").as_int64(), 1);
        QCOMPARE(ask("GET", "/api/history/as-of").text("/details/0/rule"), std::string("required"));
        QCOMPARE(ask("GET", "/api/history/as-of?permission=nothing&at=" + now).status, 400);
        QCOMPARE(ask("GET", "/api/history/as-of?permission=users:read&at=then").status, 400);
        QCOMPARE(ask("GET", "/api/history/as-of?permission=users:read&at=1999-01-01T00:00:00Z").status, 400);
    }

    void whoMayNot_isRefused()
    {
        server->addUser("vi@sallyport.example", "viewer");
        token = server->tokenOf("vi@sallyport.example");
        QCOMPARE(ask("GET", "/api/history").text("/required"), std::string("history:read"));
    }

private:
    Reply ask(const std::string& method, const std::string& target, const std::string& body = {})
    {
        HttpsClient client(server->port());
        if (body.empty())
            return client.send(method, target, TestServer::bearer(token));
        return client.send(method, target, TestServer::jsonAnd(TestServer::bearer(token)), body);
    }

    std::unique_ptr<TestServer> server;
    std::string token;
};

SALLYPORT_GUILESS_TEST(HistoryApiTest)

} // namespace tst_history_api
#include "tst_history_api.moc"
