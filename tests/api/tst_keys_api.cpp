#include "backend/identity/api_keys/key_text.h" // below the rest: moc 6.4 stumbles over <compare> before <string>
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_keys_api {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;

/// The routes for API keys and service accounts over real HTTPS; what a key may do is in tst_key_requests.
class KeysApiTest final : public QObject {
    Q_OBJECT

    TestServer server;
    std::string admin, viewer;
    UserId viewerId;

    Reply send(const std::string& token, const char* method, const std::string& path, const boost::json::value& body = nullptr)
    {
        HttpsClient client(server.port());
        if (body.is_null())
            return client.send(method, path, TestServer::bearer(token));
        return client.send(method, path, TestServer::jsonAnd(TestServer::bearer(token)), boost::json::serialize(body));
    }
    Reply withKey(const std::string& key, const char* method = "GET", const std::string& path = "/api/users",
                  const boost::json::value& body = nullptr)
    {
        HttpsClient client(server.port());
        const Headers headers{{"X-API-Key", key}};
        if (body.is_null())
            return client.send(method, path, headers);
        return client.send(method, path, TestServer::jsonAnd(headers), boost::json::serialize(body));
    }
    /// A key of the administrator's, as its answer tells of it.
    Reply make(boost::json::object body)
    {
        body.emplace("name", "CI deploy");
        body.emplace("scopes", boost::json::array{"users:read"});
        return send(admin, "POST", "/api/keys", body);
    }

private Q_SLOTS:
    void initTestCase() { viewerId = server.addUser("grace@sallyport.example", "viewer"); }

    /// Some move the clock on: each signs in anew.
    void init()
    {
        admin = server.adminToken();
        viewer = server.tokenOf("grace@sallyport.example");
        QVERIFY(!admin.empty() && !viewer.empty());
    }

    void asvs_14_2_6_create_tellsTheKeyOnce()
    {
        const Reply made = make({{"signing", true}, {"expires_in", 86400}});
        QCOMPARE(made.status, 201);
        const std::string id = made.text("/id"), key = made.text("/key"), secret = made.text("/signing_secret");
        QCOMPARE(made.header("Location"), "/api/keys/" + id);
        QCOMPARE(made.text("/prefix"), "spk_" + id);
        QCOMPARE(made.text("/data/key"), key);
        QCOMPARE(key.size(), identity::keyTextLength);
        QCOMPARE(boost::json::serialize(made.json().at("scopes")), std::string(R"(["users:read"])"));
        QVERIFY(!made.text("/expires_at").empty());
        QVERIFY(secret.starts_with("sps_"));
        for (const std::string& path : {"/api/keys/" + id, std::string("/api/keys?limit=200")}) {
            const Reply later = send(admin, "GET", path);
            QCOMPARE(later.status, 200);
            QVERIFY(later.body.find("spk_" + id) != std::string::npos);
            QVERIFY(later.body.find(key.substr(13)) == std::string::npos);
            QVERIFY(later.body.find(secret.substr(13)) == std::string::npos);
            QVERIFY(later.body.find("hash") == std::string::npos);
        }
        const Reply patched = send(admin, "PATCH", "/api/keys/" + id, {{"name", "CI"}});
        QVERIFY(patched.body.find("\"key\"") == std::string::npos && patched.body.find("sps_") == std::string::npos);
    }

    void key_opensWithOneHeader_andItsUseShows()
    {
        const Reply made = make({});
        const std::string id = made.text("/id");
        QCOMPARE(withKey(made.text("/key")).status, 200);
        QCOMPARE(withKey(made.text("/key")).status, 200);
        const boost::json::value seen = send(admin, "GET", "/api/keys/" + id).json().at("data");
        QCOMPARE(seen.at("use_count").to_number<int>(), 2);
        QCOMPARE(seen.at("last_used_ip").as_string(), "127.0.0.1");
        QVERIFY(seen.at("last_used_at").is_string());
        QCOMPARE(seen.at("state").as_string(), "active");
        QCOMPARE(seen.at("owner").at("email").as_string(), TestServer::administratorEmail);
    }

    void key_ownLimit_andWhatIsLeft()
    {
        const Reply made = make({{"rate", {{"requests", 2}, {"window_seconds", 60}}}});
        QCOMPARE(made.json().at("rate").at("requests").to_number<int>(), 2);
        const std::string key = made.text("/key");
        QVERIFY(withKey(key).header("RateLimit-Policy").find("\"key\";q=2;w=60") != std::string::npos);
        QCOMPARE(withKey(key).status, 200);
        const Reply over = withKey(key);
        QCOMPARE(over.status, 429);
        QVERIFY(!over.header("Retry-After").empty());
        QCOMPARE(send(admin, "GET", "/api/users").status, 200); // its owner isn't held back
    }

    void key_addresses_areKept()
    {
        QCOMPARE(withKey(make({{"addresses", {"127.0.0.0/8", "::1"}}}).text("/key")).status, 200);
        const Reply elsewhere = make({{"addresses", {"198.51.100.7"}}});
        QCOMPARE(withKey(elsewhere.text("/key")).status, 401);
        QCOMPARE(server.events("key.refused").front().reason, std::string("key_address"));
        const std::string id = elsewhere.text("/id");
        QCOMPARE(send(admin, "PATCH", "/api/keys/" + id, {{"addresses", boost::json::array()}}).status, 200);
        QCOMPARE(withKey(elsewhere.text("/key")).status, 200);
    }

    void asvs_13_3_4_key_expiresByItself()
    {
        const std::string id = make({}).text("/id");
        QVERIFY(!send(admin, "GET", "/api/keys/" + id).text("/data/expires_at").empty()); // without asking for it
        const Reply made = make({{"expires_in", 60}});
        QCOMPARE(withKey(made.text("/key")).status, 200);
        server.clock().advance(60s);
        QCOMPARE(withKey(made.text("/key")).status, 401);
        QCOMPARE(send(admin, "GET", "/api/keys/" + made.text("/id")).text("/data/state"), std::string("expired"));
        QCOMPARE(send(admin, "POST", "/api/keys/" + made.text("/id") + "/rotate").text("/code"), std::string("key_ended"));
        QCOMPARE(make({{"expires_in", 315360000}}).status, 400);
    }

    void asvs_13_3_4_rotate_overlapsAndEnds()
    {
        const Reply made = make({{"expires_in", 3600}, {"signing", true}});
        const std::string path = "/api/keys/" + made.text("/id");
        const Reply fresh = send(admin, "POST", path + "/rotate", {{"overlap_seconds", 60}});
        QCOMPARE(fresh.status, 200);
        QCOMPARE(fresh.text("/id"), made.text("/id"));
        QVERIFY(fresh.text("/key") != made.text("/key") && fresh.text("/signing_secret").starts_with("sps_"));
        QVERIFY(!fresh.text("/previous_until").empty());
        QCOMPARE(withKey(made.text("/key")).status, 200);
        QCOMPARE(withKey(fresh.text("/key")).status, 200);
        server.clock().advance(60s);
        QCOMPARE(withKey(made.text("/key")).status, 401);
        QCOMPARE(withKey(fresh.text("/key")).status, 200);
        const Reply atOnce = send(admin, "POST", path + "/rotate", {{"overlap_seconds", 0}});
        QCOMPARE(withKey(fresh.text("/key")).status, 401);
        QCOMPARE(withKey(atOnce.text("/key")).status, 200);
        QCOMPARE(send(admin, "POST", path + "/rotate", {{"overlap_seconds", 2592001}}).status, 400);
    }

    void revoke_stopsAtOnce_andStaysInTheList()
    {
        const Reply made = make({});
        const std::string path = "/api/keys/" + made.text("/id");
        QCOMPARE(send(admin, "DELETE", path).status, 204);
        QCOMPARE(withKey(made.text("/key")).status, 401);
        QCOMPARE(send(admin, "GET", path).text("/data/state"), std::string("revoked"));
        QCOMPARE(send(admin, "DELETE", path).status, 204);
        QCOMPARE(send(admin, "PATCH", path, {{"name", "x"}}).status, 409);
        QVERIFY(send(admin, "GET", "/api/keys?filter=ended&limit=200").body.find(made.text("/id")) != std::string::npos);
        QVERIFY(send(admin, "GET", "/api/keys?filter=usable&limit=200").body.find(made.text("/id")) == std::string::npos);
    }

    void change_locksOptimistically_andRemovesTheLimit()
    {
        const Reply made = make({{"rate", {{"requests", 5}, {"window_seconds", 60}}}});
        const std::string path = "/api/keys/" + made.text("/id");
        const Reply changed = send(admin, "PATCH", path, {{"rate", nullptr}, {"name", "Renamed"}, {"version", 1}});
        QCOMPARE(changed.status, 200);
        QVERIFY(changed.json().at("data").at("rate").is_null());
        QCOMPARE(changed.text("/data/name"), std::string("Renamed"));
        QCOMPARE(send(admin, "PATCH", path, {{"name", "Again"}, {"version", 1}}).status, 412);
        for (const boost::json::value& body : {boost::json::value{{"use_count", 0}}, boost::json::value{{"owner", "x"}},
                                               boost::json::value{{"key", "spk_x"}}, boost::json::value(boost::json::object())})
            QCOMPARE(send(admin, "PATCH", path, body).status, 400);
    }

    void asvs_8_2_2_othersKeys_areNotFound()
    {
        const Reply made = make({{"name", "Secret plans"}});
        const std::string path = "/api/keys/" + made.text("/id");
        QCOMPARE(send(viewer, "GET", path).status, 404);
        QCOMPARE(send(viewer, "PATCH", path, {{"name", "x"}}).status, 404);
        QCOMPARE(send(viewer, "DELETE", path).status, 404);
        QCOMPARE(send(viewer, "POST", path + "/rotate").status, 404);
        QVERIFY(send(viewer, "GET", "/api/keys?limit=200").body.find("Secret plans") == std::string::npos);
        QCOMPARE(withKey(made.text("/key")).status, 200);
        // Own ones are one's own, and only within what one may.
        const Reply own = send(viewer, "POST", "/api/keys", {{"name", "Own"}, {"scopes", {"records:read"}}});
        QCOMPARE(own.status, 201);
        QCOMPARE(send(viewer, "GET", "/api/keys").json().at("page").at("total").to_number<int>(), 1);
        QCOMPARE(send(viewer, "DELETE", "/api/keys/" + own.text("/id")).status, 204);
        QCOMPARE(send(viewer, "POST", "/api/keys", {{"name", "Own"}, {"scopes", {"users:delete"}}}).status, 400);
        const Reply forOthers =
            send(viewer, "POST", "/api/keys", {{"name", "x"}, {"scopes", {"records:read"}}, {"owner", "someone"}});
        QCOMPARE(forOthers.status, 403);
        QCOMPARE(forOthers.text("/required"), std::string("keys:create"));
    }

    void asvs_2_3_2_limitPerOwner_isKept()
    {
        server.set("keys.per_owner", "1");
        const UserId id = server.addUser("one@sallyport.example", "viewer");
        const boost::json::value body{{"name", "x"}, {"scopes", {"records:read"}}, {"owner", id.text()}};
        const Reply first = send(admin, "POST", "/api/keys", body);
        QCOMPARE(first.status, 201);
        const Reply second = send(admin, "POST", "/api/keys", body);
        QCOMPARE(second.status, 409);
        QCOMPARE(second.text("/code"), std::string("limit_reached"));
        QCOMPARE(send(admin, "DELETE", "/api/keys/" + first.text("/id")).status, 204);
        QCOMPARE(send(admin, "POST", "/api/keys", body).status, 201);
        server.set("keys.per_owner", "200");
    }

    void asvs_7_5_3_secondFactor_isAskedForANewKey()
    {
        server.addUser("root@sallyport.example", "admin");
        const std::string token = server.tokenOf("root@sallyport.example");
        server.enrol(token);
        server.clock().advance(10min);
        const boost::json::value body{{"name", "x"}, {"scopes", {"records:read"}}};
        const Reply asked = send(token, "POST", "/api/keys", body);
        QCOMPARE(asked.status, 401);
        QVERIFY(asked.json().at("mfa_required").as_bool());
    }

    void list_pagesFiltersAndSorts()
    {
        for (const char* name : {"List a", "List c", "List b"})
            QCOMPARE(make({{"name", name}}).status, 201);
        std::vector<std::string> names;
        std::string cursor;
        do {
            const Reply page =
                send(admin, "GET", "/api/keys?q=list%20&sort=-name&limit=2" + (cursor.empty() ? cursor : "&cursor=" + cursor));
            QCOMPARE(page.status, 200);
            const boost::json::value answer = page.json();
            for (const boost::json::value& key : answer.at("data").as_array())
                names.emplace_back(key.at("name").as_string());
            cursor = page.text("/page/next");
        } while (!cursor.empty());
        QCOMPARE(names, (std::vector<std::string>{"List c", "List b", "List a"}));
        QCOMPARE(
            send(admin, "GET", "/api/keys?q=list%20&owner=" + viewerId.text()).json().at("page").at("total").to_number<int>(), 0);
        for (const char* query : {"sort=age", "limit=0", "filter=old", "cursor=nonsense"})
            QCOMPARE(send(admin, "GET", std::string("/api/keys?") + query).status, 400);
    }

    void asvs_2_2_2_create_badFields_areNamed_andNeverEchoed()
    {
        for (const auto& [body, field] : std::initializer_list<std::pair<boost::json::object, const char*>>{
                 {{{"scopes", {"CANARY:read"}}}, "scopes.0"},
                 {{{"scopes", {"canary:read"}}}, "scopes.0"},
                 {{{"scopes", boost::json::array()}}, "scopes"},
                 {{{"addresses", {"CANARY"}}}, "addresses.0"},
                 {{{"owner", "CANARY"}}, "owner"},
                 {{{"name", ""}}, "name"},
                 {{{"expires_in", 0}}, "expires_in"},
                 {{{"rate", {{"requests", 0}, {"window_seconds", 1}}}}, "rate.requests"}}) {
            const Reply reply = make(body);
            QCOMPARE(reply.status, 400);
            QVERIFY(reply.body.find("CANARY") == std::string::npos && reply.body.find("canary") == std::string::npos);
            QCOMPARE(reply.text("/details/0/field"), std::string(field));
        }
    }

    void serviceAccount_ownsKeys_andStopsThem()
    {
        const Reply made = send(admin, "POST", "/api/service-accounts",
                                {{"name", "Build runner"}, {"description", "Deploys"}, {"roles", {"editor"}}});
        QCOMPARE(made.status, 201);
        const std::string id = made.text("/data/id"), path = "/api/service-accounts/" + id;
        QCOMPARE(made.header("Location"), path);
        QCOMPARE(send(admin, "POST", "/api/service-accounts", {{"name", "BUILD runner"}}).text("/code"),
                 std::string("name_taken"));
        QCOMPARE(send(viewer, "GET", "/api/service-accounts").text("/required"), std::string("service_accounts:read"));
        const Reply key = make({{"owner", id}, {"scopes", {"users:read", "records:update"}}});
        QCOMPARE(key.text("/owner/kind"), std::string("service_account"));
        QCOMPARE(withKey(key.text("/key")).status, 200);
        QCOMPARE(send(admin, "GET", path).json().at("data").at("keys").to_number<int>(), 1);

        QCOMPARE(send(admin, "PATCH", path, {{"roles", {"viewer"}}}).status, 200);
        const Reply over = send(admin, "GET", "/api/keys?filter=over_scoped&owner=" + id);
        QCOMPARE(over.json().at("page").at("total").to_number<int>(), 1);
        QVERIFY(over.body.find("\"beyond_owner\":[\"records:update\"") != std::string::npos);
        QCOMPARE(send(admin, "PATCH", path, {{"status", "disabled"}, {"version", 2}}).status, 200);
        QCOMPARE(withKey(key.text("/key")).status, 401);
        QCOMPARE(send(admin, "PATCH", path, {{"status", "active"}, {"version", 2}}).status, 412);
        QCOMPARE(send(admin, "PATCH", path, {{"status", "active"}}).status, 200);
        QCOMPARE(withKey(key.text("/key")).status, 200);
        const Reply listed = send(admin, "GET", "/api/service-accounts?q=build&sort=-name");
        QCOMPARE(listed.json().at("page").at("total").to_number<int>(), 1);
        QCOMPARE(send(admin, "DELETE", path).status, 204);
        QCOMPARE(withKey(key.text("/key")).status, 401);
        QCOMPARE(send(admin, "GET", path).status, 404);
    }

    void key_managesKeysOfItsOwner_withinItself()
    {
        const Reply made = make({{"scopes", {"keys:own", "users:read"}}, {"expires_in", 3600}});
        const std::string key = made.text("/key");
        const Reply child = withKey(key, "POST", "/api/keys", {{"name", "Child"}, {"scopes", {"users:read"}}});
        QCOMPARE(child.status, 201);
        QCOMPARE(child.text("/expires_at"), made.text("/expires_at")); // never beyond the key that made it
        QCOMPARE(withKey(key, "POST", "/api/keys", {{"name", "Child"}, {"scopes", {"users:delete"}}}).status, 403);
        QCOMPARE(withKey(key, "DELETE", "/api/keys/" + child.text("/id")).status, 204);
        QCOMPARE(server.events("key.revoked").front().actor.id, made.text("/id"));
        QCOMPARE(withKey(make({}).text("/key"), "GET", "/api/keys").text("/required"), std::string("keys:own"));
        // A key that reads everybody's keys needs none of its own.
        QCOMPARE(withKey(make({{"scopes", {"keys:read"}}}).text("/key"), "GET", "/api/keys").status, 200);
    }
};

SALLYPORT_GUILESS_TEST(KeysApiTest)

} // namespace tst_keys_api
#include "tst_keys_api.moc"
