#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_retention_api {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;

/// What is kept how long, over HTTPS.
class RetentionApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        server = std::make_unique<TestServer>();
        token = server->adminToken();
    }

    void rules_areShownTriedAndSet()
    {
        QCOMPARE(ask("GET", "/api/retention").status, 200);
        const std::string rules =
            R"({"days": 200, "most_events": 50000, "most_bytes": 2000000000, "kinds": [{"kind": "auth.*", "days": 90}]})";
        const Reply tried = ask("POST", "/api/retention/preview", rules);
        QCOMPARE(tried.status, 200);
        QCOMPARE(tried.json().at_pointer("/data/events").as_int64(), 0);
        QCOMPARE(ask("PUT", "/api/retention", rules).status, 204);
        const Reply shown = ask("GET", "/api/retention");
        QCOMPARE(shown.json().at_pointer("/data/days").as_int64(), 200);
        QCOMPARE(shown.text("/data/kinds/0/kind"), std::string("auth.*"));
        QCOMPARE(shown.json().at_pointer("/data/most_events").as_int64(), 50'000);
        QCOMPARE(shown.json().at_pointer("/data/most_bytes").as_int64(), 2'000'000'000);
        QVERIFY(shown.json().at_pointer("/data/stored_bytes").as_int64() > 0);
        QCOMPARE(ask("PUT", "/api/retention", R"({"days": 200, "most_bytes": 5})").status, 400);
        QCOMPARE(server->events("retention.changed").size(), 1u);
        QCOMPARE(ask("PUT", "/api/retention", R"({"days": 200, "kinds": [{"kind": "none", "days": 9}]})").status, 400);
    }

    void holds_arePlacedAndLifted()
    {
        const Reply placed = ask("POST", "/api/retention/holds", R"({"q": "kind:auth.*", "reason": "Case 7"})");
        QCOMPARE(placed.status, 201);
        QCOMPARE(ask("GET", "/api/retention/holds").json().at_pointer("/page/total").as_int64(), 1);
        const UserId bo = server->addUser("bo@sallyport.example", "viewer");
        const Reply person = ask("POST", "/api/retention/holds", "{\"reason\": \"Case 8\", \"person\": \"" + bo.text() + "\"}");
        QCOMPARE(person.text("/data/person/id"), bo.text());
        QCOMPARE(ask("POST", "/api/users/" + bo.text() + "/erase").text("/code"), std::string("held"));
        QCOMPARE(ask("DELETE", "/api/retention/holds/" + placed.text("/data/id")).status, 204);
        QCOMPARE(ask("DELETE", "/api/retention/holds/" + placed.text("/data/id")).status, 404);
        QCOMPARE(ask("POST", "/api/retention/holds", R"({"q": "wrong:word", "reason": "Case 7"})").status, 400);
        QCOMPARE(ask("POST", "/api/retention/holds", R"({"person": "nobody", "reason": "Case 7"})").status, 404);
    }

    void aPerson_isErased()
    {
        const UserId bo = server->addUser("bo@sallyport.example", "viewer");
        server->tokenOf("bo@sallyport.example");
        const Reply erased = ask("POST", "/api/users/" + bo.text() + "/erase");
        QCOMPARE(erased.status, 200);
        QVERIFY(erased.json().at_pointer("/data/events").as_int64() > 0);
        QCOMPARE(ask("GET", "/api/users/" + bo.text()).status, 404);
        QCOMPARE(ask("POST", "/api/audit/verify").json().at_pointer("/data/intact").as_bool(), true);
        QCOMPARE(ask("POST", "/api/audit/verify").json().at_pointer("/data/replaced").as_int64(),
                 erased.json().at_pointer("/data/events").as_int64());
        QCOMPARE(ask("GET", "/api/events?q=user:bo@sallyport.example").json().at("data").as_array().size(), 0u);
        QCOMPARE(server->events("user.erased").size(), 2u); // that it has begun, and what it was
        QCOMPARE(erased.json().at_pointer("/data/stays/evidence_packs").as_int64(), 0);
        QCOMPARE(ask("POST", "/api/users/nobody/erase").status, 404);
    }

    /// Also of what the running server keeps in memory.
    void aPerson_isErased_whereverTheyHaveChangedSomething()
    {
        const UserId orla = server->addUser("orla@sallyport.example", "admin");
        const std::string name = ask("GET", "/api/users/" + orla.text()).text("/data/name");
        QVERIFY(!name.empty());
        const std::string hers = server->tokenOf("orla@sallyport.example");
        HttpsClient client(server->port());
        QCOMPARE(client
                     .send("POST", "/api/roles", TestServer::jsonAnd(TestServer::bearer(hers)),
                           R"({"name": "hers", "title": "Hers", "permissions": ["records:read"]})")
                     .status,
                 201);
        QCOMPARE(ask("GET", "/api/roles/hers").text("/data/changed_by"), name);
        QCOMPARE(ask("POST", "/api/users/" + orla.text() + "/erase").status, 200);
        QVERIFY(ask("GET", "/api/roles/hers").text("/data/changed_by").starts_with("Erased person"));
    }

    void aHoldOfAnEventThatWouldChange_preventsIt()
    {
        const UserId cy = server->addUser("cy@sallyport.example", "viewer");
        const Reply placed = ask("POST", "/api/retention/holds", R"({"q": "kind:user.created", "reason": "Case 11"})");
        QCOMPARE(placed.status, 201);
        const Reply held = ask("POST", "/api/users/" + cy.text() + "/erase");
        QCOMPARE(held.status, 409);
        QCOMPARE(held.text("/code"), std::string("held"));
        QVERIFY(held.text("/detail").find("Case 11") != std::string::npos);
        QCOMPARE(ask("GET", "/api/users/" + cy.text()).status, 200);
        QCOMPARE(ask("DELETE", "/api/retention/holds/" + placed.text("/data/id")).status, 204);
        QCOMPARE(ask("POST", "/api/users/" + cy.text() + "/erase").status, 200);
    }

    void aHold_keepsReportsOfItsEvents()
    {
        const auto made = [&](const std::string& body) {
            const Reply report = ask("POST", "/api/reports", body);
            return "/api/reports/" + (report.status == 201 ? report.text("/data/id") : report.body);
        };
        const std::string all = made(R"({"template": "activity", "format": "csv"})");
        const std::string others = made(R"({"template": "activity", "format": "csv", "q": "kind:file."})");
        const std::string moment = made(R"({"template": "api_keys", "format": "csv"})");
        const Reply placed = ask("POST", "/api/retention/holds", R"({"q": "kind:auth.*", "reason": "Case 12"})");
        QCOMPARE(placed.status, 201);
        const Reply held = ask("DELETE", all);
        QCOMPARE(held.status, 409);
        QCOMPARE(held.text("/code"), std::string("held"));
        QVERIFY(held.text("/detail").find("Case 12") != std::string::npos);
        QCOMPARE(ask("GET", all).status, 200);
        QCOMPARE(ask("DELETE", others).status, 204); // none of its events is held
        QCOMPARE(ask("DELETE", moment).status, 204); // says what was, not what happened
        QCOMPARE(ask("DELETE", "/api/retention/holds/" + placed.text("/data/id")).status, 204);
        QCOMPARE(ask("DELETE", all).status, 204);
    }

    /// By and to somebody: whoever asks by an e-mail wants both.
    void userFilter_byEmail_findsWhatWasDoneToThem()
    {
        const UserId di = server->addUser("di@sallyport.example", "viewer");
        const auto found = [&](const std::string& q) {
            return ask("GET", "/api/events?q=" + q).json().at_pointer("/data").as_array().size();
        };
        QCOMPARE(found("user:" + di.text() + "%20kind:user.created"), std::size_t{1});
        QCOMPARE(found("user:di@sallyport.example%20kind:user.created"), std::size_t{1});
    }

    void anExport_leavesNamesOut()
    {
        server->addUser("bo@sallyport.example", "viewer");
        server->tokenOf("bo@sallyport.example");
        const auto exported = [&] { return ask("GET", "/api/audit/export?format=jsonl&pseudonyms=true&q=kind:auth.login").body; };
        const std::string first = exported(), second = exported();
        QVERIFY(first.find("sallyport.example") == std::string::npos && first.find("127.0.0.1") == std::string::npos);
        const std::size_t at = first.find("Person ");
        QVERIFY(at != std::string::npos);
        QVERIFY(second.find(first.substr(at, 15)) == std::string::npos);
        std::size_t same = 0;
        for (std::size_t i = first.find(first.substr(at, 15)); i != std::string::npos;
             i = first.find(first.substr(at, 15), i + 1))
            ++same;
        QVERIFY(same >= 1);
        QCOMPARE(ask("GET", "/api/audit/export?pseudonyms=maybe").status, 400);
    }

    void whoMayNot_isRefused()
    {
        server->addUser("vi@sallyport.example", "viewer");
        token = server->tokenOf("vi@sallyport.example");
        QCOMPARE(ask("GET", "/api/retention").text("/required"), std::string("retention:read"));
        QCOMPARE(ask("PUT", "/api/retention", R"({"days": 200})").text("/required"), std::string("retention:update"));
        QCOMPARE(ask("POST", "/api/users/nobody/erase").text("/required"), std::string("users:erase"));
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

SALLYPORT_GUILESS_TEST(RetentionApiTest)

} // namespace tst_retention_api
#include "tst_retention_api.moc"
