#include "backend/protection/lists/address_rules.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_addresses_api {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;
namespace json = boost::json;

/// Who is kept out over HTTPS, and which address a client has. A and B are clients, P is a trusted proxy.
class AddressesApiTest final : public QObject {
    Q_OBJECT

    static constexpr const char* clientA = "127.0.0.2";
    static constexpr const char* clientB = "127.0.0.3";
    static constexpr const char* proxy4 = "127.0.0.4";

private Q_SLOTS:
    void init()
    {
        server = std::make_unique<TestServer>();
        token = server->adminToken();
    }

    void blocked_inEverySpelling_andSaysSo()
    {
        const Reply added = rule({{"address", std::string("::ffff:") + clientA}, {"reason", "Spam"}});
        QCOMPARE(added.status, 201);
        QCOMPARE(added.text("/data/address"), std::string(clientA));
        QCOMPARE(added.header("Location"), "/api/blocklist/" + added.text("/data/id"));
        QVERIFY(added.text("/confirm/id").empty());
        const Reply refused = get(clientA, "/healthz");
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.text("/code"), std::string("address_blocked"));
        QCOMPARE(refused.header("Connection"), std::string("close"));
        QCOMPARE(get(clientB, "/healthz").status, 200);
        const Reply listed = ask("GET", "/api/blocklist?q=" + std::string(clientA));
        QCOMPARE(listed.json().at_pointer("/page/total").as_int64(), 1);
        QCOMPARE(listed.text("/data/0/reason"), std::string("Spam"));
        const audit::Event event = server->events("address.refused").front();
        QCOMPARE(event.address, std::string(clientA));
        QCOMPARE(json::parse(event.detailsJson).at_pointer("/stages/1/fact").as_string(), json::string("address_blocked"));
    }

    void blocked_onAnOpenConnection_too()
    {
        HttpsClient open(server->port(), clientA);
        QCOMPARE(open.send("GET", "/healthz").status, 200);
        rule({{"address", clientA}});
        QCOMPARE(open.send("GET", "/healthz").status, 403);
    }

    void blocked_whileItHearsEvents_hearsNoMore()
    {
        HttpsClient stream(server->port(), clientA);
        QCOMPARE(stream.begin("/api/events/stream", TestServer::bearer(token)).status, 200);
        QCOMPARE(rule({{"address", clientA}}).status, 201);
        QVERIFY(stream.endsByServer());
    }

    void bannedByScore_isToldWhenToComeBack()
    {
        ban(clientA);
        const Reply refused = get(clientA, "/readyz");
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.text("/code"), std::string("address_banned"));
        QCOMPARE(refused.header("Retry-After"), std::string("3600"));
        server->clock().advance(3599s);
        QCOMPARE(get(clientA, "/readyz").header("Retry-After"), std::string("1"));
        server->clock().advance(1s);
        QCOMPARE(get(clientA, "/readyz").status, 200);
    }

    void anAllowRule_liftsABan_atTheNextRequest()
    {
        HttpsClient open(server->port(), clientA);
        ban(clientA);
        QCOMPARE(open.send("GET", "/healthz").status, 429);
        QCOMPARE(rule({{"address", clientA}, {"action", "allow"}}).status, 201);
        QCOMPARE(open.send("GET", "/healthz").status, 200);
    }

    void anAllowRuleAlone_changesNothing()
    {
        QCOMPARE(rule({{"address", clientA}, {"action", "allow"}}).status, 201);
        QCOMPARE(get(clientA, "/healthz").status, 200);
        QCOMPARE(get(clientB, "/healthz").status, 200);
    }

    void liftedBan_staysLifted_alsoAfterARestart()
    {
        const std::string id = ban(clientA);
        const std::string other = ban(clientB);
        QCOMPARE(ask("DELETE", "/api/blocklist/" + id).status, 204);
        QCOMPARE(get(clientA, "/healthz").status, 200);
        QCOMPARE(ask("DELETE", "/api/blocklist/" + id).status, 404);
        // The old score doesn't ban again.
        QVERIFY(!server->services().addressRules.banByScore({*IpAddress::parse(clientA), 95, "Scanning", {}}));
        QCOMPARE(get(clientA, "/healthz").status, 200);
        server->stop();
        server->start();
        QCOMPARE(get(clientA, "/healthz").status, 200);
        QCOMPARE(get(clientB, "/healthz").status, 429);
    }

    void ownAddress_ofTheConsole_cantBeBlocked()
    {
        for (const char* address : {"127.0.0.1", "::ffff:127.0.0.1", "127.0.0.0/24", "::1", "0.0.0.0/0"}) {
            const Reply refused = rule({{"address", address}});
            QCOMPARE(refused.status, 409);
            QCOMPARE(refused.text("/code"), std::string("own_address"));
        }
        QCOMPARE(get("127.0.0.1", "/healthz").status, 200);
    }

    void ownAddress_ofTheCaller_waitsToBeConfirmed()
    {
        const Reply added = rule({{"address", clientA}}, clientA);
        QCOMPARE(added.status, 201);
        const std::string id = added.text("/confirm/id");
        QVERIFY(!id.empty());
        QCOMPARE(get(clientA, "/healthz").status, 403);
        const Reply waiting = ask("GET", "/api/changes/" + id);
        QCOMPARE(waiting.text("/data/kind"), std::string("address_rule"));
        QCOMPARE(waiting.text("/data/object"), std::string(clientA));
        server->clock().advance(60s);
        QCOMPARE(ask("GET", "/api/changes/" + id).text("/data/state"), std::string("taken_back"));
        QCOMPARE(get(clientA, "/healthz").status, 200);
        // Who can confirm it from elsewhere keeps it.
        token = server->adminToken();
        const std::string kept = rule({{"address", clientA}}, clientA).text("/confirm/id");
        QCOMPARE(ask("POST", "/api/changes/" + kept + "/confirm", json::object{}).status, 200);
        server->clock().advance(60s);
        QCOMPARE(get(clientA, "/healthz").status, 403);
    }

    void whatLetsTheCallerIn_waitsToBeConfirmedToo()
    {
        rule({{"address", "127.0.0.2/31"}});
        const std::string mine = rule({{"address", clientA}, {"action", "allow"}}).text("/data/id");
        const Reply removed = ask("DELETE", "/api/blocklist/" + mine, {}, clientA);
        QCOMPARE(removed.status, 200);
        QVERIFY(!removed.text("/confirm/id").empty());
        QCOMPARE(get(clientA, "/healthz").status, 403);
        server->clock().advance(60s);
        QCOMPARE(ask("GET", "/api/changes/" + removed.text("/confirm/id")).text("/data/state"), std::string("taken_back"));
        QCOMPARE(get(clientA, "/healthz").status, 200);
    }

    void wrongRules_areRefused_field_byField()
    {
        const Reply wrong = rule({{"address", "203.0.113.0/33"}, {"expires_in", 60}});
        QCOMPARE(wrong.status, 400);
        QCOMPARE(wrong.text("/details/0/field"), std::string("address"));
        QCOMPARE(rule({{"address", "203.0.113.7"}, {"action", "ban"}}).status, 400);
        QCOMPARE(rule({{"address", "203.0.113.7"}, {"expires_in", 0}}).status, 400);
        QCOMPARE(rule({{"address", "203.0.113.7"}}).status, 201);
        QCOMPARE(rule({{"address", "203.0.113.7/32"}}).text("/code"), std::string("rule_exists"));
        QCOMPARE(ask("GET", "/api/blocklist?action=deny").status, 400);
        QCOMPARE(ask("GET", "/api/blocklist?sort=reason").status, 400);
    }

    void changed_importedExportedAndRemovedInBulk()
    {
        const std::string id = rule({{"address", "203.0.113.7"}}).text("/data/id");
        const Reply changed = ask("PATCH", "/api/blocklist/" + id, json::object{{"expires_in", 60}, {"reason", "For a minute"}});
        QCOMPARE(changed.text("/data/reason"), std::string("For a minute"));
        QVERIFY(!changed.text("/data/expires_at").empty());
        QVERIFY(ask("PATCH", "/api/blocklist/" + id, json::object{{"expires_in", nullptr}}).text("/data/expires_at").empty());
        const Reply imported = ask("POST", "/api/blocklist/import",
                                   json::object{{"text", "203.0.113.7\n203.0.113.8 # spam\nnonsense\n127.0.0.1\n"}});
        QCOMPARE(imported.status, 200);
        QCOMPARE(imported.json().at_pointer("/data/added").as_int64(), 1);
        QCOMPARE(imported.json().at_pointer("/data/known").as_int64(), 1);
        QCOMPARE(imported.json().at_pointer("/data/wrong").as_int64(), 2);
        QCOMPARE(imported.json().at_pointer("/data/lines/1/line").as_int64(), 4);
        const Reply plain = ask("GET", "/api/blocklist/export");
        QCOMPARE(plain.body, std::string("203.0.113.7 # For a minute\n203.0.113.8 # spam\n"));
        QCOMPARE(plain.header("Content-Type"), std::string("text/plain; charset=utf-8"));
        QVERIFY(ask("GET", "/api/blocklist/export?format=nftables").body.find("set blocked4") != std::string::npos);
        const Reply crowd = ask("GET", "/api/blocklist/export?format=crowdsec");
        QCOMPARE(crowd.json().as_array().size(), std::size_t{2});
        QCOMPARE(ask("POST", "/api/blocklist/remove", json::object{{"q", "spam"}}).json().at_pointer("/data/removed").as_int64(),
                 1);
        QCOMPARE(ask("POST", "/api/blocklist/remove", json::object{{"ids", json::array{id, "nobody"}}})
                     .json()
                     .at_pointer("/data/removed")
                     .as_int64(),
                 1);
        QCOMPARE(ask("GET", "/api/blocklist").json().at_pointer("/page/total").as_int64(), 0);
    }

    void asvs_4_1_3_forwardedAddress_ofNobody_isBelieved()
    {
        server->set("rate_limits.auth", "5/900");
        for (int i = 0; i < 5; ++i)
            QVERIFY(wrongLogin(clientA, {{"X-Forwarded-For", "203.0.113." + std::to_string(i)}}).status != 429);
        QCOMPARE(wrongLogin(clientA, {{"X-Forwarded-For", "203.0.113.99"}}).status, 429);
        for (const audit::Event& event : server->events("auth.login_failed"))
            QCOMPARE(event.address, std::string(clientA));
    }

    void asvs_4_1_3_forwardedAddress_byATrustedProxy_isTheRightMostOne()
    {
        server->set("addresses.trusted_proxies", proxy4);
        server->set("rate_limits.auth", "5/900");
        for (int i = 0; i < 5; ++i)
            QVERIFY(wrongLogin(proxy4, {{"X-Forwarded-For", "198.51.100." + std::to_string(i) + ", " + clientB}}).status != 429);
        QCOMPARE(wrongLogin(proxy4, {{"X-Forwarded-For", std::string("198.51.100.77, ") + clientB}}).status, 429);
        QCOMPARE(server->events("auth.login_failed").front().address, std::string(clientB));
        // The same client by itself, and by the other field, has the same bucket.
        QCOMPARE(wrongLogin(proxy4, {{"Forwarded", std::string("for=") + clientB}}).status, 429);
        QCOMPARE(wrongLogin(clientB, {}).status, 429);
        QVERIFY(wrongLogin(proxy4, {{"X-Forwarded-For", clientA}}).status != 429);
    }

    void unreadableHop_countsOnTheProxy()
    {
        server->set("addresses.trusted_proxies", proxy4);
        QCOMPARE(get(proxy4, "/api/nowhere", {{"X-Forwarded-For", "198.51.100.7, garbage"}}).status, 404);
        wrongLogin(proxy4, {{"X-Forwarded-For", "198.51.100.7, garbage"}});
        QCOMPARE(server->events("auth.login_failed").front().address, std::string(proxy4));
    }

    /// The proxy has written one of them, and whoever is banned could write the other.
    void twoFieldsThatContradict_letNobodyIn()
    {
        server->set("addresses.trusted_proxies", proxy4);
        for (const Headers& headers : {Headers{{"X-Forwarded-For", clientA}, {"Forwarded", std::string("for=") + clientB}},
                                       Headers{{"X-Forwarded-For", clientA}, {"Forwarded", "x"}},
                                       Headers{{"X-Forwarded-For", clientA}, {"Forwarded", "x=\""}},
                                       Headers{{"X-Forwarded-For", "9.9.9.9"}, {"Forwarded", std::string("for=") + clientA}}}) {
            const Reply refused = get(proxy4, "/api/nowhere", headers);
            QCOMPARE(refused.status, 400);
            QCOMPARE(refused.text("/code"), std::string("forwarding_contradicts"));
        }
        QCOMPARE(get(proxy4, "/healthz", {{"X-Forwarded-For", clientA}, {"Forwarded", std::string("for=") + clientA}}).status,
                 200);
    }

    void missingAndEmptyFields_areFine()
    {
        server->set("addresses.trusted_proxies", proxy4);
        for (const Headers& headers : {Headers{}, Headers{{"X-Forwarded-For", ""}}, Headers{{"Forwarded", ""}},
                                       Headers{{"X-Forwarded-For", ","}}, Headers{{"Forwarded", ";,=\""}}})
            QCOMPARE(get(proxy4, "/healthz", headers).status, 200);
    }

    /// It passes on bytes, and so the fields are the client's, whatever the header says of it.
    void behindTheProxyProtocol_noFieldIsBelieved()
    {
        using namespace std::string_literals;
        server->set("addresses.trusted_proxies", std::string(proxy4) + ", 198.51.100.0/24");
        server->set("addresses.proxy_protocol", "true");
        const std::string start = "\r\n\r\n\0\r\nQUIT\n"s;
        const std::string addresses = "\xc6\x33\x64\x07\x7f\0\0\1\x12\x34\x20\xfb"s;                    // of 198.51.100.7
        for (const auto& [preamble, client] : {std::pair(start + "\x20\x00\0\0"s, std::string(proxy4)), // LOCAL
                                               std::pair(start + "\x21\x00\0\0"s, std::string(proxy4)), // UNSPEC
                                               std::pair(start + "\x21\x12\0\x0c"s + addresses, std::string(proxy4)), // DGRAM
                                               std::pair(start + "\x21\x11\0\x0c"s + addresses, std::string("198.51.100.7"))}) {
            HttpsClient proxy(server->port(), proxy4, preamble);
            QCOMPARE(proxy
                         .send("POST", "/api/auth/login", {{"X-Forwarded-For", clientA}, {"Content-Type", "application/json"}},
                               R"({"email": "nobody@x.example", "password": "wrong wrong wrong"})")
                         .status,
                     401);
            QCOMPARE(server->events("auth.login_failed").front().address, client);
        }
    }

    void bannedBehindAProxy_isKeptOut_andTheProxyIsNot()
    {
        server->set("addresses.trusted_proxies", proxy4);
        HttpsClient proxy(server->port(), proxy4);
        QCOMPARE(proxy.send("GET", "/healthz", {{"X-Forwarded-For", clientB}}).status, 200);
        rule({{"address", clientB}});
        const Reply refused = proxy.send("GET", "/healthz", {{"X-Forwarded-For", clientB}});
        QCOMPARE(refused.status, 403);
        QVERIFY(refused.header("Connection") != "close"); // others come by it as well
        QCOMPARE(proxy.send("GET", "/healthz", {{"X-Forwarded-For", clientA}}).status, 200);
        QCOMPARE(proxy.send("GET", "/healthz").status, 200);
        QCOMPARE(get(clientB, "/healthz").status, 403);
        QVERIFY(!server->services().addressRules.banByScore({*IpAddress::parse(proxy4), 95, "Scanning", {}}));
    }

    void manyAddresses_flushNobodysBan()
    {
        server->set("addresses.trusted_proxies", proxy4);
        server->set("rate_limits.address", "10000000/3600");
        ban(clientB);
        HttpsClient proxy(server->port(), proxy4);
        for (int i = 0; i < 3'000; ++i) {
            const std::string client = "10.0." + std::to_string(i / 250) + '.' + std::to_string(i % 250 + 1);
            QCOMPARE(proxy.send("GET", "/healthz", {{"X-Forwarded-For", client}}).status, 200);
        }
        QCOMPARE(proxy.send("GET", "/healthz", {{"X-Forwarded-For", clientB}}).status, 429);
    }

    void refusals_areRecorded_onceAMinute_andAddress()
    {
        rule({{"address", clientA}});
        for (int i = 0; i < 20; ++i)
            QCOMPARE(get(clientA, "/healthz").status, 403);
        QCOMPARE(server->events("address.refused").size(), std::size_t{1});
        server->clock().advance(60s);
        QCOMPARE(get(clientA, "/healthz").status, 403);
        QCOMPARE(server->events("address.refused").size(), std::size_t{2});
        QCOMPARE(server->services().traffic.refusalsByStage()[static_cast<std::size_t>(protection::TrafficStage::Blocklist)],
                 std::uint64_t{21});
    }

    void whoComesAgainAndAgain_isNotAnsweredAnyMore()
    {
        rule({{"address", clientA}});
        for (int i = 0; i < 300; ++i)
            QCOMPARE(get(clientA, "/healthz").status, 403);
        QCOMPARE(get(clientA, "/healthz").status, 0); // closed before the handshake
        QCOMPARE(get(clientB, "/healthz").status, 200);
        server->clock().advance(60s);
        QCOMPARE(get(clientA, "/healthz").status, 403);
        ask("DELETE", "/api/blocklist/" + ask("GET", "/api/blocklist").text("/data/0/id"));
        QCOMPARE(get(clientA, "/healthz").status, 200);
    }

    void placesAreRefused_whereTheFileIsNone()
    {
        const Reply refused = ask("PATCH", "/api/settings", json::object{{"addresses.location_file", "/etc/hostname"}});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.text("/details/0/field"), std::string("addresses.location_file"));
        QCOMPARE(ask("PATCH", "/api/settings", json::object{{"addresses.trusted_proxies", "10.0.0.0/8, 0.0.0.0/0"}}).status, 400);
    }

private:
    Reply get(const char* from, const std::string& target, const Headers& headers = {})
    {
        return HttpsClient(server->port(), from).send("GET", target, headers);
    }
    Reply ask(const char* method, const std::string& target, const std::optional<json::object>& body = {}, const char* from = "")
    {
        HttpsClient client(server->port(), from);
        if (!body)
            return client.send(method, target, TestServer::bearer(token));
        return client.send(method, target, TestServer::jsonAnd(TestServer::bearer(token)), json::serialize(*body));
    }
    Reply rule(const json::object& body, const char* from = "") { return ask("POST", "/api/blocklist", body, from); }
    std::string ban(const char* address)
    {
        const auto banned = server->services().addressRules.banByScore(
            {*IpAddress::parse(address), 95, "Scanning", {{"scanning", 20, {"34", "60"}}}});
        return banned ? banned->id.text() : std::string();
    }
    Reply wrongLogin(const char* from, Headers headers)
    {
        return HttpsClient(server->port(), from)
            .send("POST", "/api/auth/login", TestServer::jsonAnd(std::move(headers)),
                  R"({"email": "nobody@sallyport.example", "password": "wrong horse battery staple"})");
    }

    std::unique_ptr<TestServer> server;
    std::string token;
};

SALLYPORT_GUILESS_TEST(AddressesApiTest)

} // namespace tst_addresses_api
#include "tst_addresses_api.moc"
