#include "backend/base/time_format.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <functional>
#include <memory>
#include <vector>

namespace tst_own_cut_offs {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;
namespace json = boost::json;

constexpr const char* place = "127.0.0.2";       ///< where callers are
constexpr const char* page = "https://app.test"; ///< at which a person works

/// A vault in which a person has the role `boss`, a service account the same, and a key of either speaks for it.
struct House {
    House()
    {
        admin = server.adminToken();
        ask("POST", "/api/roles", {{"name", "less"}, {"permissions", {"users:read", "keys:own"}}});
        ask("POST", "/api/roles", {{"name", "boss"}, {"permissions", allOfBoss}});
        bea = server.addUser("bea@sallyport.example", "boss").text();
        token = server.tokenOf("bea@sallyport.example");
        account = ask("POST", "/api/service-accounts", {{"name", "robot"}, {"roles", {"boss"}}}).text("/data/id");
        const Reply made = ask("POST", "/api/keys", {{"name", "robot"}, {"owner", account}, {"scopes", allOfBoss}});
        key = made.text("/data/key");
        keyId = made.text("/data/id");
        const Reply own = send("POST", "/api/keys", TestServer::bearer(token), {{"name", "mine"}, {"scopes", allOfBoss}});
        ownKey = own.text("/data/key");
    }

    Reply send(const std::string& method, const std::string& path, const Headers& headers, const json::value& body = {},
               const char* from = place)
    {
        HttpsClient client(server.port(), from);
        if (body.is_null())
            return client.send(method, path, headers);
        return client.send(method, path, TestServer::jsonAnd(headers), json::serialize(body));
    }
    Reply ask(const std::string& method, const std::string& path, const json::value& body = {})
    {
        return send(method, path, TestServer::bearer(admin), body, "127.0.0.1");
    }

    /// `users:read` is what `less` holds, too.
    inline static const json::array allOfBoss{"users:read",
                                              "users:update",
                                              "users:delete",
                                              "users:revoke_sessions",
                                              "keys:own",
                                              "keys:read",
                                              "keys:create",
                                              "keys:update",
                                              "keys:delete",
                                              "roles:read",
                                              "roles:update",
                                              "roles:delete",
                                              "roles:assign",
                                              "service_accounts:read",
                                              "service_accounts:update",
                                              "service_accounts:delete",
                                              "bans:read",
                                              "bans:create",
                                              "policies:read",
                                              "policies:create",
                                              "policies:update",
                                              "policies:delete",
                                              "settings:read",
                                              "settings:update",
                                              "protection:read",
                                              "protection:update",
                                              "history:read",
                                              "records:read"};
    TestServer server;
    std::string admin, bea, token, account, key, keyId, ownKey;
};

/// What a caller does, and what comes of it.
struct Way {
    enum class By { Person, Key, OwnKey };
    enum class Is {
        Held,      ///< waits, and the caller can confirm it
        HeldShut,  ///< waits, and nobody comes in to confirm it
        Refused,   ///< with the word as its code
        Ends,      ///< access on purpose: at once, and for good
        Untouched, ///< the caller can go on
    };
    const char* name;
    By by;
    Is is;
    const char* word; ///< kind of the change, or code of the refusal
    std::function<Reply(House&, const Headers&)> make;
};

using By = Way::By;
using Is = Way::Is;

Reply patch(House& house, const Headers& caller, const std::string& path, const json::value& body)
{
    return house.send("PATCH", path, caller, body);
}

json::value nobodyReads()
{
    return {{"name", "nobody"},        {"effect", "deny"},    {"actions", {"records:read"}},
            {"resources", {"record"}}, {"condition", "true"}, {"state", "enforce"}};
}

const std::vector<Way>& ways()
{
    static const std::vector<Way> all{
        // A person.
        {"own roles", By::Person, Is::Held, "user_roles",
         [](House& h, const Headers& c) {
             return h.send("PUT", "/api/users/" + h.bea + "/roles", c, {{"roles", {"less"}}});
         }},
        {"own role, among others'", By::Person, Is::Held, "user_roles",
         [](House& h, const Headers& c) {
             h.ask("PUT", "/api/users/" + h.bea + "/roles", {{"roles", {"less", "boss"}}});
             return h.send("POST", "/api/users/bulk", c, {{"action", "take-role"}, {"role", "boss"}, {"ids", {h.bea}}});
         }},
        {"a role that one has", By::Person, Is::Held, "role",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/roles/boss", {{"permissions", {"users:read"}}});
         }},
        {"such a role, deleted", By::Person, Is::Held, "role_removal",
         [](House& h, const Headers& c) {
             h.ask("PUT", "/api/users/" + h.bea + "/roles", {{"roles", {"less", "boss"}}});
             return h.send("DELETE", "/api/roles/boss", c);
         }},
        {"such a role, as it was before", By::Person, Is::Held, "role",
         [](House& h, const Headers& c) {
             json::array fewer = House::allOfBoss, more = House::allOfBoss;
             fewer.erase(fewer.end() - 1);
             h.ask("PATCH", "/api/roles/boss", {{"permissions", fewer}});
             h.ask("PATCH", "/api/roles/boss", {{"permissions", more}});
             return h.send("POST", "/api/history/" + std::to_string(h.server.events("role.changed").front().sequence) + "/undo",
                           c, json::object{});
         }},
        {"own account, disabled", By::Person, Is::Refused, "own_account",
         [](House& h, const Headers& c) { return h.send("POST", "/api/users/" + h.bea + "/disable", c, json::object{}); }},
        {"own account, deleted", By::Person, Is::Refused, "own_account",
         [](House& h, const Headers& c) { return h.send("DELETE", "/api/users/" + h.bea, c); }},
        {"own address", By::Person, Is::HeldShut, "address_rule",
         [](House& h, const Headers& c) {
             return h.send("POST", "/api/blocklist", c, {{"address", place}});
         }},
        {"own page", By::Person, Is::Held, "cors",
         [](House& h, const Headers& c) {
             h.ask("PUT", "/api/cors", {{"origins", {page}}});
             return h.send("PUT", "/api/cors", c, {{"origins", json::array()}});
         }},
        {"own page, by the settings", By::Person, Is::Held, "cors",
         [](House& h, const Headers& c) {
             h.ask("PUT", "/api/cors", {{"origins", {page}}});
             return patch(h, c, "/api/settings", {{"cors.origins", ""}});
         }},
        {"own session", By::Person, Is::Ends, "",
         [](House& h, const Headers& c) { return h.send("POST", "/api/auth/logout-all", c, json::object{}); }},
        {"own sessions, as an administrator", By::Person, Is::Ends, "",
         [](House& h, const Headers& c) {
             return h.send("POST", "/api/users/" + h.bea + "/revoke-sessions", c, json::object{});
         }},
        {"a policy against oneself", By::Person, Is::Untouched, "",
         [](House& h, const Headers& c) { return h.send("POST", "/api/policies", c, nobodyReads()); }},
        {"such a policy, published", By::Person, Is::Untouched, "",
         [](House& h, const Headers& c) {
             json::value draft = nobodyReads();
             draft.as_object()["state"] = "draft";
             h.ask("POST", "/api/policies", draft);
             return h.send("POST", "/api/policies/nobody/publish", c, json::object{});
         }},
        {"such a policy, imported", By::Person, Is::Untouched, "",
         [](House& h, const Headers& c) {
             return h.send("POST", "/api/policies/import?publish=true", c,
                           {{"format", "sallyport-policies"}, {"version", 1}, {"policies", json::array{nobodyReads()}}});
         }},
        // A key of a service account.
        {"own account's roles", By::Key, Is::Held, "service_account",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/service-accounts/" + h.account, {{"roles", {"less"}}});
         }},
        {"own account, disabled", By::Key, Is::HeldShut, "service_account",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/service-accounts/" + h.account, {{"status", "disabled"}});
         }},
        {"own account, deleted", By::Key, Is::Refused, "own_account",
         [](House& h, const Headers& c) { return h.send("DELETE", "/api/service-accounts/" + h.account, c); }},
        {"own account's name", By::Key, Is::Untouched, "",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/service-accounts/" + h.account, {{"name", "R2"}});
         }},
        {"a role that its account has", By::Key, Is::Held, "role",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/roles/boss", {{"permissions", {"users:read"}}});
         }},
        {"own scopes", By::Key, Is::Held, "api_key",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/keys/" + h.keyId, {{"scopes", {"users:read"}}});
         }},
        {"own addresses", By::Key, Is::HeldShut, "api_key",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/keys/" + h.keyId, {{"addresses", {"127.0.0.9"}}});
         }},
        {"own addresses, with its own", By::Key, Is::Untouched, "",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/keys/" + h.keyId, {{"addresses", {"127.0.0.0/24"}}});
         }},
        {"own end, before anybody could confirm", By::Key, Is::Held, "api_key",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/keys/" + h.keyId, {{"expires_in", 30}});
         }},
        {"own end, later", By::Key, Is::Untouched, "",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/keys/" + h.keyId, {{"expires_in", 3600}});
         }},
        {"own rate, too low to confirm by", By::Key, Is::Held, "api_key",
         [](House& h, const Headers& c) {
             return patch(h, c, "/api/keys/" + h.keyId, {{"rate", {{"requests", 1}, {"window_seconds", 3600}}}});
         }},
        {"own key, revoked", By::Key, Is::Ends, "",
         [](House& h, const Headers& c) { return h.send("DELETE", "/api/keys/" + h.keyId, c); }},
        {"own address, by a key", By::Key, Is::HeldShut, "address_rule",
         [](House& h, const Headers& c) {
             return h.send("POST", "/api/blocklist", c, {{"address", place}});
         }},
        // A person's own key.
        {"its owner's roles", By::OwnKey, Is::Held, "user_roles",
         [](House& h, const Headers& c) {
             return h.send("PUT", "/api/users/" + h.bea + "/roles", c, {{"roles", {"less"}}});
         }},
        {"its owner, disabled", By::OwnKey, Is::Refused, "own_account",
         [](House& h, const Headers& c) { return h.send("POST", "/api/users/" + h.bea + "/disable", c, json::object{}); }},
    };
    return all;
}

/// Every way in which somebody can cut themselves off: held for a minute and taken back unless they confirm it, refused, or
/// meant.
class OwnCutOffsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyWay_isHeld_refused_orMeant_data()
    {
        QTest::addColumn<int>("at");
        constexpr const char* const who[] = {"person", "key", "own key"};
        for (std::size_t at = 0; at < ways().size(); ++at)
            QTest::addRow("%s: %s", who[static_cast<int>(ways()[at].by)], ways()[at].name) << static_cast<int>(at);
    }
    void everyWay_isHeld_refused_orMeant()
    {
        QFETCH(int, at);
        const Way& way = ways()[static_cast<std::size_t>(at)];
        house = std::make_unique<House>();
        Headers caller = way.by == By::Person ? TestServer::bearer(house->token)
                                              : Headers{{"X-API-Key", way.by == By::Key ? house->key : house->ownKey}};
        Headers atWork = caller;
        if (std::string_view(way.word) == "cors")
            atWork.emplace_back("Origin", page);
        QVERIFY(may(caller));
        const Reply made = way.make(*house, atWork);
        const std::string id = made.text("/confirm/id");
        switch (way.is) {
        case Is::Refused:
            QCOMPARE(made.status, 409);
            QCOMPARE(made.text("/code"), std::string(way.word));
            QVERIFY(may(caller));
            return;
        case Is::Ends:
        case Is::Untouched:
            QVERIFY2(made.status >= 200 && made.status < 300, made.body.c_str());
            QVERIFY(id.empty());
            QCOMPARE(may(caller), way.is == Is::Untouched);
            house->server.clock().advance(61s);
            QCOMPARE(may(caller), way.is == Is::Untouched);
            return;
        case Is::Held:
        case Is::HeldShut: break;
        }
        QVERIFY2(made.status == 200 || made.status == 201, made.body.c_str());
        QVERIFY2(!id.empty(), made.body.c_str());
        QCOMPARE(made.text("/confirm/until"), toRfc3339(house->server.clock().now() + 60s));
        if (way.is == Is::HeldShut)
            QVERIFY(house->send("GET", "/api/changes", caller).status >= 400);
        house->server.clock().advance(60s);
        house->ask("GET", "/api/changes"); // whoever asks; a thread that waits for the time does it otherwise
        const Reply back = house->send("GET", "/api/changes/" + id, caller);
        QCOMPARE(back.status, 200);
        QCOMPARE(back.text("/data/kind"), std::string(way.word));
        QCOMPARE(back.text("/data/state"), std::string("taken_back"));
        QVERIFY(may(caller));
        QCOMPARE(house->server.events("change.taken_back").size(), 1U);
        if (way.is == Is::HeldShut)
            return;
        const std::string kept = way.make(*house, atWork).text("/confirm/id");
        QCOMPARE(house->send("POST", "/api/changes/" + kept + "/confirm", caller, json::object{}).status, 200);
        house->server.clock().advance(61s);
        QCOMPARE(house->server.events("change.taken_back").size(), 1U);
        QCOMPARE(house->server.events("change.confirmed").size(), 1U);
    }

    /// What others have changed since of an account or a key stays when the change is taken back.
    void whatOthersChangedSince_stays()
    {
        house = std::make_unique<House>();
        const Headers caller{{"X-API-Key", house->key}};
        const std::string account = "/api/service-accounts/" + house->account, key = "/api/keys/" + house->keyId;
        QVERIFY(!patch(*house, caller, account, {{"roles", {"less"}}, {"description", "Less"}}).text("/confirm/id").empty());
        QCOMPARE(house->ask("PATCH", account, {{"roles", {"less", "auditor"}}, {"description", "Mine"}}).status, 200);
        house->server.clock().advance(60s);
        QCOMPARE(house->send("GET", "/api/changes", caller).status, 200);
        const Reply now = house->ask("GET", account);
        QCOMPARE(json::serialize(now.json().at_pointer("/data/roles")), std::string(R"(["auditor","boss"])"));
        QCOMPARE(now.text("/data/description"), std::string("Mine"));
        QCOMPARE(sinceOfLast(), std::string("description"));

        QVERIFY(!patch(*house, caller, key, {{"scopes", {"users:read"}}, {"addresses", {place}}}).text("/confirm/id").empty());
        QCOMPARE(house->ask("PATCH", key, {{"addresses", {"127.0.0.0/8"}}}).status, 200);
        house->server.clock().advance(60s);
        QCOMPARE(house->send("GET", "/api/changes", caller).status, 200);
        QCOMPARE(json::serialize(house->ask("GET", key).json().at_pointer("/data/addresses")), std::string(R"(["127.0.0.0/8"])"));
        QCOMPARE(sinceOfLast(), std::string("addresses"));
        QVERIFY(may(caller));

        // Revoked is revoked, whatever waits.
        QVERIFY(!patch(*house, caller, key, {{"scopes", {"users:read"}}}).text("/confirm/id").empty());
        QCOMPARE(house->ask("DELETE", key).status, 204);
        house->server.clock().advance(60s);
        house->ask("GET", "/api/changes");
        QCOMPARE(house->send("GET", "/api/changes", caller).status, 401);
        QCOMPARE(sinceOfLast(), std::string("revoked_at"));
    }

    /// By others nothing waits: they can take it back themselves.
    void byOthers_nothingWaits()
    {
        house = std::make_unique<House>();
        const auto waits = [](const Reply& reply) { return reply.json().as_object().contains("confirm"); };
        QVERIFY(!waits(house->ask("PATCH", "/api/keys/" + house->keyId, {{"scopes", {"users:read"}}})));
        QVERIFY(!waits(
            house->ask("PATCH", "/api/service-accounts/" + house->account, {{"roles", {"less"}}, {"status", "disabled"}})));
        QCOMPARE(house->ask("DELETE", "/api/service-accounts/" + house->account).status, 204);
    }

private:
    /// What `boss` may and `less` may not, from a page.
    bool may(const Headers& caller) { return house->send("GET", "/api/roles", caller).status == 200; }
    std::string sinceOfLast()
    {
        return std::string(
            json::parse(house->server.events("change.taken_back").front().detailsJson).at("changed_since").as_string());
    }

    std::unique_ptr<House> house;
};

SALLYPORT_GUILESS_TEST(OwnCutOffsTest)

} // namespace tst_own_cut_offs
#include "tst_own_cut_offs.moc"
