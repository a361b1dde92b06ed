#include "backend/base/time_format.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <algorithm>
#include <map>

namespace tst_safe_changes {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;
namespace json = boost::json;

/// What would cut off its own caller acts at once, and is taken back unless the same caller confirms it within a minute.
class SafeChangesTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Another administrator for each test, whose name nobody else has.
    void init()
    {
        name = "bea" + std::to_string(++count);
        bea = server.addUser(mail(name), "admin");
        token = server.tokenOf(mail(name));
        admin = server.adminToken(); // tokens live for ten minutes
    }

    void ownRoles_areTakenAtOnce_andGivenBack_whenNobodyConfirms()
    {
        const Reply reply = takeOwn({"viewer"});
        QCOMPARE(reply.status, 200);
        QCOMPARE(rolesIn(reply), std::string("viewer"));
        const std::string id = reply.text("/confirm/id");
        QVERIFY(!id.empty());
        QCOMPARE(reply.text("/confirm/until"), toRfc3339(server.clock().now() + 60s));
        QCOMPARE(send("GET", "/api/settings", token).status, 403);
        const Reply waiting = send("GET", "/api/changes", token);
        QCOMPARE(waiting.status, 200);
        QCOMPARE(waiting.text("/data/0/id"), id);
        QCOMPARE(waiting.text("/data/0/kind"), std::string("user_roles"));
        QCOMPARE(waiting.json().at_pointer("/data/0/seconds_left").as_int64(), 60);
        server.clock().advance(59s);
        QCOMPARE(send("GET", "/api/changes/" + id, token).text("/data/state"), std::string("waiting"));
        QCOMPARE(rolesNow(), std::string("viewer"));
        server.clock().advance(1s);
        QCOMPARE(send("GET", "/api/changes/" + id, token).text("/data/state"), std::string("taken_back"));
        QCOMPARE(rolesNow(), std::string("admin"));
        QCOMPARE(send("GET", "/api/settings", token).status, 200);
        QCOMPARE(send("GET", "/api/changes", token).json().at_pointer("/page/total").as_int64(), 0);
        const Reply late = send("POST", "/api/changes/" + id + "/confirm", token, json::object{});
        QCOMPARE(late.status, 409);
        QCOMPARE(late.text("/code"), std::string("change_taken_back"));
        QCOMPARE(server.events("change.provisional").front().actor.id, bea.text());
        const audit::Event back = server.events("change.taken_back").front();
        QCOMPARE(back.actor.kind, std::string("system"));
        QCOMPARE(back.object.id, bea.text());
        QCOMPARE(json::parse(back.detailsJson).at("change").as_string(), id);
    }

    void confirmed_stays_andNeedsNoPermission()
    {
        const std::string id = takeOwn({"viewer"}).text("/confirm/id");
        const Reply kept = send("POST", "/api/changes/" + id + "/confirm", token, json::object{});
        QCOMPARE(kept.status, 200);
        QCOMPARE(kept.text("/data/state"), std::string("kept"));
        QCOMPARE(send("POST", "/api/changes/" + id + "/confirm", token, json::object{}).status, 200); // its answer got lost
        server.clock().advance(61s);
        QCOMPARE(send("GET", "/api/changes", token).status, 200);
        QCOMPARE(rolesNow(), std::string("viewer"));
        const Reply back = send("DELETE", "/api/changes/" + id, token);
        QCOMPARE(back.status, 409);
        QCOMPARE(back.text("/code"), std::string("change_kept"));
        QCOMPARE(server.events("change.confirmed").front().actor.id, bea.text());
    }

    void takenBackOnDemand_isAsItWas_andCannotBeConfirmed()
    {
        const std::string id = takeOwn({"viewer"}).text("/confirm/id");
        const Reply back = send("DELETE", "/api/changes/" + id, token);
        QCOMPARE(back.status, 200);
        QCOMPARE(back.text("/data/state"), std::string("taken_back"));
        QCOMPARE(rolesNow(), std::string("admin"));
        QCOMPARE(send("POST", "/api/changes/" + id + "/confirm", token, json::object{}).status, 409);
        QCOMPARE(server.events("change.taken_back").front().actor.id, bea.text());
    }

    void others_neitherSeeNorConfirmIt()
    {
        const std::string id = takeOwn({"viewer"}).text("/confirm/id");
        QCOMPARE(send("GET", "/api/changes", admin).json().at_pointer("/page/total").as_int64(), 0);
        for (const auto& [method, path] : std::map<std::string, std::string>{
                 {"GET", "/api/changes/" + id}, {"DELETE", "/api/changes/" + id}, {"POST", "/api/changes/" + id + "/confirm"}})
            QCOMPARE(send(method, path, admin, method == "POST" ? json::value(json::object{}) : json::value()).status, 404);
        QCOMPARE(rolesNow(), std::string("viewer"));
        QCOMPARE(send("DELETE", "/api/changes/" + id, token).status, 200);
    }

    void whatTakesNothingFromItsCaller_isNotTouched()
    {
        for (const json::array& roles : {json::array{"admin", "editor"}, json::array{"admin"}})
            QVERIFY(!takeOwn(roles).json().as_object().contains("confirm"));
        const UserId other = server.addUser(mail("other" + name), "admin");
        const Reply reply = send("PUT", "/api/users/" + other.text() + "/roles", token, {{"roles", {"viewer"}}});
        QCOMPARE(reply.status, 200);
        QVERIFY(!reply.json().as_object().contains("confirm"));
        const Reply settings = send("PATCH", "/api/settings", token, {{"rate_limits.auth", "900000/3600"}});
        QCOMPARE(settings.status, 200);
        QVERIFY(!settings.json().as_object().contains("confirm"));
    }

    void roleThatEndsBeforeAnybodyCouldConfirm_isLost()
    {
        const auto endsIn = [&](std::chrono::seconds in) {
            const json::value one{{"role", "admin"}, {"expires_at", toRfc3339(server.clock().now() + in)}};
            return send("PUT", "/api/users/" + bea.text() + "/roles", token, {{"roles", json::array{one, "viewer"}}});
        };
        QVERIFY(!endsIn(2h).json().as_object().contains("confirm"));
        QVERIFY(endsIn(30s).json().as_object().contains("confirm"));
        server.clock().advance(31s);
        QCOMPARE(send("GET", "/api/settings", token).status, 403);
        server.clock().advance(30s);
        QCOMPARE(send("GET", "/api/changes", token).status, 200);
        QCOMPARE(send("GET", "/api/settings", token).status, 200);
    }

    void whatOthersChangeMeanwhile_stays()
    {
        QCOMPARE(takeOwn({"admin", "editor"}).status, 200);
        QCOMPARE(takeOwn({"viewer"}).status, 200);
        const json::value until{{"role", "editor"}, {"expires_at", toRfc3339(server.clock().now() + 24h)}};
        const std::string path = "/api/users/" + bea.text() + "/roles";
        QCOMPARE(send("PUT", path, admin, {{"roles", json::array{"viewer", "auditor", until}}}).status, 200);
        server.clock().advance(60s);
        QCOMPARE(send("GET", "/api/changes", token).status, 200);
        // What it took comes back and what it gave goes; what somebody else has given stays as they gave it.
        QCOMPARE(rolesNow(), std::string("admin auditor editor"));
        const Reply user = send("GET", "/api/users/" + bea.text(), admin);
        QCOMPARE(user.text("/data/role_assignments/2/expires_at"), until.at("expires_at").as_string());
        QCOMPARE(json::parse(server.events("change.taken_back").front().detailsJson).at("changed_since").as_string(), "editor");
    }

    void roleComesBack_asIfItHadNeverBeenGone()
    {
        const Reply before = send("GET", "/api/users/" + bea.text(), admin);
        server.clock().advance(5min);
        QCOMPARE(takeOwn({"viewer"}).status, 200);
        server.clock().advance(60s);
        QCOMPARE(send("GET", "/api/changes", token).status, 200);
        const Reply after = send("GET", "/api/users/" + bea.text(), admin);
        QCOMPARE(json::serialize(after.json().at_pointer("/data/role_assignments")),
                 json::serialize(before.json().at_pointer("/data/role_assignments")));
    }

    void changeOfARoleOfOnesOwn_isTakenBack_butNotWhatOthersChanged()
    {
        const std::string role = ownRole();
        const Reply changed = send("PATCH", "/api/roles/" + role, token, {{"permissions", {"roles:update"}}, {"title", "Less"}});
        QCOMPARE(changed.status, 200);
        QVERIFY(!changed.text("/confirm/id").empty());
        QCOMPARE(changed.text("/data/title"), std::string("Less"));
        QCOMPARE(send("GET", "/api/users", token).status, 403);
        QCOMPARE(send("PATCH", "/api/roles/" + role, admin, {{"title", "Mine"}, {"permissions", {"roles:update", "events:read"}}})
                     .status,
                 200);
        server.clock().advance(60s);
        QCOMPARE(send("GET", "/api/changes", token).status, 200);
        QCOMPARE(send("GET", "/api/users", token).status, 200);
        const Reply read = send("GET", "/api/roles/" + role, admin);
        QCOMPARE(read.text("/data/title"), std::string("Mine"));
        QCOMPARE(json::serialize(read.json().at_pointer("/data/permissions")),
                 std::string(R"(["users:read","roles:read","roles:update","roles:delete","events:read"])"));
        QCOMPARE(json::parse(server.events("change.taken_back").front().detailsJson).at("changed_since").as_string(), "title");
    }

    void deletedRoleOfOnesOwn_comesBack_withMembersAndHeirs()
    {
        const std::string role = ownRole(), heir = "heir" + role;
        const UserId member = server.addUser(mail("member" + role), role);
        const std::string memberToken = server.tokenOf(mail("member" + role));
        const UserId gone = server.addUser(mail("gone" + role), role);
        send("POST", "/api/roles", admin, {{"name", heir}, {"inherits", {role}}});
        const Reply account = send("POST", "/api/service-accounts", admin, {{"name", "robot " + role}, {"roles", {role}}});
        const std::string accountPath = "/api/service-accounts/" + account.text("/data/id");
        const Reply deleted = send("DELETE", "/api/roles/" + role, token);
        QCOMPARE(deleted.status, 200);
        QVERIFY(!deleted.text("/confirm/id").empty());
        QCOMPARE(send("GET", "/api/users", memberToken).status, 403);
        QCOMPARE(send("DELETE", "/api/users/" + gone.text(), admin).status, 204);
        server.clock().advance(60s);
        QCOMPARE(send("GET", "/api/changes", token).status, 200);
        QCOMPARE(send("GET", "/api/users", memberToken).status, 200);
        QCOMPARE(send("GET", "/api/users", token).status, 200);
        QCOMPARE(json::serialize(send("GET", "/api/roles/" + heir, admin).json().at_pointer("/data/inherits")),
                 "[\"" + role + "\"]");
        QCOMPARE(json::serialize(send("GET", accountPath, admin).json().at_pointer("/data/roles")), "[\"" + role + "\"]");
        QCOMPARE(json::serialize(send("GET", "/api/users/" + member.text(), admin).json().at_pointer("/data/roles")),
                 "[\"" + role + "\"]");
        QCOMPARE(send("GET", "/api/roles/" + role, admin).json().at_pointer("/data/members").as_int64(), 2);
    }

    void deletedRole_whoseNameSomebodyHasTakenSince_staysAway()
    {
        const std::string role = ownRole();
        QCOMPARE(send("DELETE", "/api/roles/" + role, token).status, 200);
        QCOMPARE(send("POST", "/api/roles", admin, {{"name", role}}).status, 201);
        server.clock().advance(60s);
        QCOMPARE(send("GET", "/api/changes", token).status, 200);
        QCOMPARE(json::serialize(send("GET", "/api/roles/" + role, admin).json().at_pointer("/data/permissions")),
                 std::string("[]"));
        QCOMPARE(json::parse(server.events("change.taken_back").front().detailsJson).at("changed_since").as_string(), role);
    }

    void changeByAKey_isConfirmedByThatKeyAlone()
    {
        const std::string role = ownRole();
        const json::value may{"users:read", "roles:read", "roles:update", "roles:delete"};
        const std::string account =
            send("POST", "/api/service-accounts", admin, {{"name", "robot " + role}, {"roles", {role}}}).text("/data/id");
        const auto newKey = [&] {
            return send("POST", "/api/keys", admin, {{"name", "robot"}, {"owner", account}, {"scopes", may}}).text("/data/key");
        };
        const std::string key = newKey(), another = newKey();
        const Reply changed = withKey("PATCH", "/api/roles/" + role, key, {{"permissions", {"roles:read", "roles:update"}}});
        QCOMPARE(changed.status, 200);
        const std::string path = "/api/changes/" + changed.text("/confirm/id") + "/confirm";
        QCOMPARE(withKey("POST", path, another, json::object{}).status, 404);
        QCOMPARE(send("POST", path, token, json::object{}).status, 404);
        QCOMPARE(withKey("POST", path, key, json::object{}).status, 200);
    }

    void overdueWhileTheVaultWasClosed_isTakenBackBeforeAnybodyComesIn()
    {
        const std::string id = takeOwn({"viewer"}).text("/confirm/id");
        server.clock().advance(20s);
        restart();
        QCOMPARE(rolesNow(), std::string("viewer"));
        QCOMPARE(send("GET", "/api/changes", token).json().at_pointer("/data/0/seconds_left").as_int64(), 40);
        server.stop();
        server.clock().advance(40s);
        server.start();
        const identity::User user = *server.services().users.read(TestServer::system(), bea);
        QVERIFY(user.roles == std::vector<std::string>{"admin"});
        admin = server.adminToken();
        token = server.tokenOf(mail(name));
        QCOMPARE(send("POST", "/api/changes/" + id + "/confirm", token, json::object{}).status, 409);
    }

    void clockThatIsSet_whileTheVaultIsClosed_neitherHurriesNorDelaysIt()
    {
        audit::BootTime boot{"one", 1'000s};
        server.platform().bootClock = [&] { return std::optional(boot); };
        restart();
        takeOwn({"viewer"});
        const UtcTime madeAt = server.clock().now();
        server.stop();
        server.clock().advance(30 * 24h); // somebody sets the clock; the machine has run for 20 s
        boot.since += 20s;
        server.start();
        renew();
        QCOMPARE(rolesNow(), std::string("viewer"));
        QCOMPARE(send("GET", "/api/changes", token).json().at_pointer("/data/0/seconds_left").as_int64(), 40);
        server.stop();
        server.clock().set(madeAt - 1h); // and back behind where it was
        boot.since += 40s;
        server.start();
        renew();
        QCOMPARE(rolesNow(), std::string("admin"));
        // The machine was started anew: nothing but the clock on the wall tells.
        takeOwn({"viewer"});
        server.stop();
        boot = {"two", 5s};
        server.clock().advance(59s);
        server.start();
        renew();
        QCOMPARE(rolesNow(), std::string("viewer"));
        server.stop();
        boot = {"three", 5s};
        server.clock().advance(1s);
        server.start();
        renew();
        QCOMPARE(rolesNow(), std::string("admin"));
        server.platform().bootClock = {};
        restart();
    }

    void endedChange_isForgottenAfterADay()
    {
        const std::string id = takeOwn({"viewer"}).text("/confirm/id");
        QCOMPARE(send("DELETE", "/api/changes/" + id, token).status, 200);
        QCOMPARE(send("GET", "/api/changes/" + id, token).status, 200);
        QCOMPARE(send("GET", "/api/changes/01ARZ3NDEKTSV4RRFFQ69G5FAV", token).status, 404);
    }

private:
    static std::string mail(const std::string& who) { return who + "@sallyport.example"; }

    Reply send(const std::string& method, const std::string& path, const std::string& bearer, const json::value& body = {})
    {
        HttpsClient client(server.port());
        const Headers headers = TestServer::bearer(bearer);
        if (body.is_null())
            return client.send(method, path, headers);
        return client.send(method, path, TestServer::jsonAnd(headers), json::serialize(body));
    }

    Reply withKey(const std::string& method, const std::string& path, const std::string& key, const json::value& body)
    {
        HttpsClient client(server.port());
        return client.send(method, path, TestServer::jsonAnd({{"X-API-Key", key}}), json::serialize(body));
    }

    Reply takeOwn(const json::array& roles)
    {
        return send("PUT", "/api/users/" + bea.text() + "/roles", token, {{"roles", roles}});
    }

    static std::string rolesIn(const Reply& reply)
    {
        std::string text;
        const json::value body = reply.json();
        for (const json::value& role : body.at_pointer("/data/roles").as_array())
            text.append(text.empty() ? "" : " ").append(std::string_view(role.as_string()));
        return text;
    }
    std::string rolesNow() { return rolesIn(send("GET", "/api/users/" + bea.text(), admin)); }

    /// Bea has a role of her own and no other; its name.
    std::string ownRole()
    {
        const std::string role = "role" + std::to_string(count);
        send("POST", "/api/roles", admin,
             {{"name", role}, {"permissions", {"users:read", "roles:read", "roles:update", "roles:delete"}}});
        send("PUT", "/api/users/" + bea.text() + "/roles", admin, {{"roles", {role}}});
        return role;
    }

    void restart()
    {
        server.stop();
        server.start();
        renew();
    }
    void renew()
    {
        admin = server.adminToken();
        token = server.tokenOf(mail(name));
    }

    TestServer server;
    std::string admin, token, name;
    UserId bea;
    int count = 0;
};

SALLYPORT_GUILESS_TEST(SafeChangesTest)

} // namespace tst_safe_changes
#include "tst_safe_changes.moc"
