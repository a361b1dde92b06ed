#include "backend/audit/event_kinds.h"
#include "backend/protection/lists/address_rules.h"
#include "backend/protection/threats/threats.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

namespace tst_threats_api {

using namespace sallyport;
using namespace sallyport::test;
namespace json = boost::json;

namespace {

constexpr auto attacker = "127.0.0.2";

const Headers agent{{"User-Agent", "check/1"}};

Headers withAgent(Headers headers)
{
    headers.insert(headers.begin(), agent.front());
    return headers;
}

/// Opens traps until one is refused by the score; the refusal.
Reply attack(HttpsClient& client)
{
    Reply reply;
    for (int i = 0; i < 12 && reply.status != 429; ++i)
        reply = client.send("GET", "/.env", agent);
    return reply;
}

/// Scores alone: the detector would refuse a trap before it is one.
struct ScoringServer : TestServer {
    ScoringServer() { set("detection.mode", "off"); }
};

} // namespace

class ThreatsApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void attacker_isBannedWith429AndRetryAfter_othersArent()
    {
        ScoringServer server;
        HttpsClient client(server.port(), attacker), other(server.port(), "127.0.0.3");
        QCOMPARE(client.send("GET", "/.env", agent).status, 404);
        const Reply refused = attack(client);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.text("/code"), std::string("address_banned"));
        const int wait = std::stoi(refused.header("Retry-After"));
        QVERIFY2(wait >= 1 && wait <= 3600, std::to_string(wait).c_str());
        HttpsClient again(server.port(), attacker);
        QCOMPARE(again.send("GET", "/api/auth/me", agent).status, 429);
        QCOMPARE(other.send("GET", "/api/auth/me", agent).status, 401);
    }

    /// The answer that makes a ban says how long that one is.
    void repeatBan_saysItsOwnLengthFromTheFirstAnswer()
    {
        ScoringServer server;
        server.set("protection.first_ban", "60");
        HttpsClient client(server.port(), attacker);
        QCOMPARE(attack(client).header("Retry-After"), std::string("60"));
        QTRY_COMPARE(server.services().addressRules.bansMade(), std::uint64_t{1});
        server.clock().advance(std::chrono::milliseconds(61'500));
        const Reply repeated = attack(client);
        QCOMPARE(repeated.status, 429);
        QCOMPARE(repeated.header("Retry-After"), std::string("360"));
    }

    void allowed_liftsTheBan_andTheNextRequestPasses()
    {
        ScoringServer server;
        HttpsClient client(server.port(), attacker);
        QCOMPARE(attack(client).status, 429);
        protection::NewAddressRule rule;
        rule.address = attacker;
        rule.action = "allow";
        QVERIFY(server.services().addressRules.add(TestServer::system(), rule));
        HttpsClient again(server.port(), attacker);
        for (int i = 0; i < 15; ++i)
            QCOMPARE(again.send("GET", "/.env", agent).status, 404);
    }

    /// The old score would ban at the next request.
    void liftedBan_forgetsTheScore_harmlessRequestsPass_alsoAfterARestart()
    {
        ScoringServer server;
        {
            HttpsClient client(server.port(), attacker);
            QCOMPARE(attack(client).status, 429);
        }
        const auto bans = server.services().addressRules.list(TestServer::system(), {});
        QVERIFY(bans);
        QCOMPARE(bans->rules.size(), 1u);
        QCOMPARE(bans->rules.front().address, std::string(attacker));
        QVERIFY(bans->rules.front().score >= 80u);
        QCOMPARE(bans->rules.front().reason.substr(0, 12), std::string("Trap opened,"));
        QCOMPARE(bans->rules.front().signals.front().word, std::string("trap"));
        QVERIFY(server.services().addressRules.remove(TestServer::system(), bans->rules.front().id));
        QVERIFY(!server.services().threats.read(TestServer::system(), *IpAddress::parse(attacker)));
        {
            HttpsClient again(server.port(), attacker);
            QCOMPARE(again.send("GET", "/api/auth/me", agent).status, 401);
            // In the time of grace nothing bans it.
            for (int i = 0; i < 15; ++i)
                QCOMPARE(again.send("GET", "/.env", agent).status, 404);
        }
        server.stop();
        server.start();
        HttpsClient after(server.port(), attacker);
        QCOMPARE(after.send("GET", "/api/auth/me", agent).status, 401);
    }

    void ban_outlivesARestart()
    {
        ScoringServer server;
        {
            HttpsClient client(server.port(), attacker);
            QCOMPARE(attack(client).status, 429);
        }
        server.stop();
        server.start();
        HttpsClient after(server.port(), attacker);
        const Reply refused = after.send("GET", "/api/auth/me", agent);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.text("/code"), std::string("address_banned"));
    }

    /// Exactly the console's own address: an operator can't lock themselves out.
    void consolesOwnAddress_isScored_neverBanned()
    {
        ScoringServer server;
        const std::string token = server.adminToken();
        HttpsClient client(server.port());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(client.send("GET", "/.env", agent).status, 404);
        const json::value list = client.send("GET", "/api/protection/threats", withAgent(TestServer::bearer(token))).json();
        QCOMPARE(list.at_pointer("/data/0/address").as_string(), "127.0.0.1");
        QVERIFY(list.at_pointer("/data/0/score").as_int64() >= 80);
        QVERIFY(list.at_pointer("/data/0/never_banned").as_bool());
    }

    void observe_refusesNobody_writesOneEvent()
    {
        ScoringServer server;
        server.set("protection.mode", "observe");
        HttpsClient client(server.port(), attacker);
        for (int i = 0; i < 15; ++i)
            QCOMPARE(client.send("GET", "/.env", agent).status, 404);
        const auto events = server.events(std::string(audit::kind::threatObserved));
        QCOMPARE(events.size(), 1u);
        QCOMPARE(events.front().object.name, std::string(attacker));
    }

    void off_scoresNobody()
    {
        ScoringServer server;
        server.set("protection.mode", "off");
        const std::string token = server.adminToken();
        HttpsClient client(server.port(), attacker), admin(server.port());
        for (int i = 0; i < 15; ++i)
            QCOMPARE(client.send("GET", "/.env", agent).status, 404);
        const json::value list = admin.send("GET", "/api/protection/threats", withAgent(TestServer::bearer(token))).json();
        QCOMPARE(list.at_pointer("/page/total").as_int64(), 0);
    }

    void address_tellsItsSignals_andIsForgotten()
    {
        ScoringServer server;
        const std::string token = server.adminToken();
        const Headers bearer = withAgent(TestServer::bearer(token));
        HttpsClient client(server.port(), attacker), admin(server.port());
        QCOMPARE(client.send("GET", "/.git/HEAD", agent).status, 404);
        QCOMPARE(client
                     .send("POST", "/api/auth/login", TestServer::jsonAnd(agent),
                           R"({"email": "nobody@sallyport.example", "password": "wrong wrong wrong"})")
                     .status,
                 401);
        const Reply reply = admin.send("GET", "/api/protection/threats/127.0.0.2", bearer);
        QCOMPARE(reply.status, 200);
        const json::value data = reply.json().at("data");
        QCOMPARE(data.at("score").as_int64(), 20);
        QCOMPARE(data.at_pointer("/signals/0/signal").as_string(), "trap");
        QCOMPARE(data.at_pointer("/signals/0/points").as_int64(), 15);
        QCOMPARE(data.at_pointer("/signals/0/subject").as_string(), "/.git/HEAD");
        QCOMPARE(data.at_pointer("/signals/1/signal").as_string(), "failed_sign_ins");
        QCOMPARE(data.at_pointer("/signals/1/detail").as_string(), "1 try");
        QCOMPARE(data.at("recent_requests").as_array().size(), 2u);
        QCOMPARE(data.at_pointer("/recent_requests/0/path").as_string(), "/api/auth/login");
        QCOMPARE(data.at_pointer("/recent_requests/1/status").as_int64(), 404);
        QCOMPARE(admin.send("GET", "/api/protection/threats/2001:db8:77::", bearer).status, 404);
        QCOMPARE(admin.send("GET", "/api/protection/threats/nowhere", bearer).status, 404);
        QCOMPARE(admin.send("DELETE", "/api/protection/threats/127.0.0.2", bearer).status, 204);
        QCOMPARE(admin.send("GET", "/api/protection/threats/127.0.0.2", bearer).status, 404);
        QCOMPARE(admin.send("DELETE", "/api/protection/threats/127.0.0.2", bearer).status, 404);
        QCOMPARE(server.events(std::string(audit::kind::threatForgotten)).size(), 1u);
    }

    void expiredToken_isHeldAgainstNobody()
    {
        ScoringServer server;
        const std::string token = server.adminToken();
        HttpsClient client(server.port(), attacker);
        server.clock().advance(std::chrono::hours(2));
        for (int i = 0; i < 15; ++i)
            QCOMPARE(client.send("GET", "/api/auth/me", withAgent(TestServer::bearer(token))).status, 401);
        QVERIFY(!server.services().threats.read(TestServer::system(), *IpAddress::parse(attacker)));
    }

    void rules_areReadAndChanged_wrongOnesNamed()
    {
        ScoringServer server;
        const Headers bearer = withAgent(TestServer::bearer(server.adminToken()));
        HttpsClient admin(server.port());
        const json::value now = admin.send("GET", "/api/protection", bearer).json().at("data");
        QCOMPARE(now.at("mode").as_string(), "enforce");
        QCOMPARE(now.at("threshold").as_int64(), 80);
        QCOMPARE(now.at_pointer("/weights/frequency/points").as_int64(), 30);
        QCOMPARE(now.at_pointer("/slow_down/delay_after").as_int64(), 100);
        QCOMPARE(now.at_pointer("/slow_down/delay_ms").as_int64(), 500);
        QCOMPARE(now.at_pointer("/slow_down/max_delay_ms").as_int64(), 20'000);
        const Reply changed =
            admin.send("PUT", "/api/protection", TestServer::jsonAnd(bearer),
                       R"({"threshold": 70, "weights": {"trap": {"points": 30}}, "slow_down": {"delay_ms": 250}})");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json().at_pointer("/data/threshold").as_int64(), 70);
        QCOMPARE(changed.json().at_pointer("/data/weights/trap/points").as_int64(), 30);
        QCOMPARE(changed.json().at_pointer("/data/weights/trap/default_points").as_int64(), 15);
        QCOMPARE(changed.json().at_pointer("/data/slow_down/delay_ms").as_int64(), 250);
        QCOMPARE(server.events(std::string(audit::kind::threatWeightsChanged)).size(), 1u);
        HttpsClient client(server.port(), attacker);
        QCOMPARE(client.send("GET", "/.env", agent).status, 404);
        QCOMPARE(server.services().threats.list(TestServer::system(), 1)->rows.front().score, 30u);
        const Reply wrong = admin.send("PUT", "/api/protection", TestServer::jsonAnd(bearer),
                                       R"({"threshold": 60, "weights": {"trap": {"points": 60, "most": 20}}})");
        QCOMPARE(wrong.status, 400);
        QCOMPARE(wrong.text("/details/0/field"), std::string("weights.trap.most"));
        QCOMPARE(admin.send("GET", "/api/protection", bearer).json().at_pointer("/data/threshold").as_int64(), 70);
        QCOMPARE(admin.send("PUT", "/api/protection", TestServer::jsonAnd(bearer), R"({"threshold": 5})").status, 400);
        QCOMPARE(
            admin.send("PUT", "/api/protection", TestServer::jsonAnd(bearer), R"({"weights": {"luck": {"points": 5}}})").status,
            400);
    }

    void preview_namesWhoWouldHaveBeenBanned()
    {
        ScoringServer server;
        HttpsClient client(server.port(), attacker), admin(server.port());
        for (int i = 0; i < 4; ++i)
            QCOMPARE(client.send("GET", "/.env", agent).status, 404);
        server.clock().advance(std::chrono::hours(5));
        Headers bearer = withAgent(TestServer::bearer(server.adminToken()));
        const auto ask = [&admin, &bearer](int threshold) {
            return admin
                .send("POST", "/api/protection/preview", TestServer::jsonAnd(bearer),
                      json::serialize(json::object{{"threshold", threshold}}))
                .json();
        };
        const json::value at60 = ask(60);
        QCOMPARE(at60.at_pointer("/data/total").as_int64(), 1);
        QCOMPARE(at60.at_pointer("/data/addresses/0/address").as_string(), attacker);
        QCOMPARE(at60.at_pointer("/data/addresses/0/peak").as_int64(), 60);
        QCOMPARE(at60.at_pointer("/data/total_in_force").as_int64(), 0);
        QCOMPARE(ask(61).at_pointer("/data/total").as_int64(), 0);
        server.clock().advance(std::chrono::hours(20));
        bearer = withAgent(TestServer::bearer(server.adminToken()));
        QCOMPARE(ask(60).at_pointer("/data/total").as_int64(), 0); // a day later
    }

    /// What a ban refuses is known already: it makes a score no worse, and is no refusal by slow-down.
    void refusedByABan_addsNothing()
    {
        ScoringServer server;
        HttpsClient client(server.port(), attacker), admin(server.port());
        const auto bearer = withAgent(TestServer::bearer(server.adminToken()));
        QCOMPARE(attack(client).status, 429);
        QTRY_COMPARE(server.services().addressRules.bansMade(), std::uint64_t{1});
        const auto signals = [&] {
            return admin.send("GET", "/api/protection/threats/127.0.0.2", bearer).json().at_pointer("/data/signals").as_array();
        };
        const auto before = signals();
        QCOMPARE(before.size(), std::size_t{1}); // the traps
        for (int i = 0; i < 30; ++i) {
            HttpsClient again(server.port(), attacker);
            QCOMPARE(again.send("GET", "/api/auth/me", agent).status, 429);
        }
        QCOMPARE(signals(), before);
        QCOMPARE(admin.send("POST", "/api/blocklist", TestServer::jsonAnd(bearer), R"({"address": "127.0.0.4"})").status, 201);
        for (int i = 0; i < 30; ++i) {
            HttpsClient blocked(server.port(), "127.0.0.4");
            QCOMPARE(blocked.send("GET", "/x" + std::to_string(i), agent).status, 403);
        }
        QCOMPARE(admin.send("GET", "/api/protection/threats/127.0.0.4", bearer).status, 404);
    }

    /// As docs/guide/threats.md says it, with everything as a new vault has it.
    void withTheDetectorOn_threeTrapsThatItKnowsBan_sixOfTheOthers()
    {
        TestServer server;
        const auto opened = [&](const char* from, const std::vector<std::string>& paths) {
            HttpsClient client(server.port(), from);
            int count = 0;
            for (const std::string& path : paths) {
                ++count;
                if (client.send("GET", path, agent).status == 429)
                    return count;
            }
            return -1;
        };
        QCOMPARE(opened(attacker, {"/.env", "/.git/HEAD", "/wp-login.php", "/.env"}), 3);
        QCOMPARE(
            opened("127.0.0.5", {"/jenkins/x", "/geoserver/x", "/adminer.php", "/actuator", "/info.php", "/ecp/x", "/hnap1"}), 6);
    }

    void scores_outliveTheLockingOfTheVault()
    {
        ScoringServer server;
        {
            HttpsClient client(server.port(), attacker);
            for (int i = 0; i < 4; ++i)
                QCOMPARE(client.send("GET", "/.env", agent).status, 404);
        }
        server.stop();
        server.start();
        const auto kept = server.services().threats.read(TestServer::system(), *IpAddress::parse(attacker));
        QVERIFY(kept);
        QCOMPARE(kept->now.score, 60u);
        QCOMPARE(kept->now.parts.front().subject, std::string("/.env"));
        const auto preview = server.services().threats.preview(TestServer::system(), 60);
        QVERIFY(preview);
        QCOMPARE(preview->total, 1u);
    }

    void probes_areNeitherScoredNorSlowed()
    {
        ScoringServer server;
        server.set("slow_down.mode", "enforce");
        HttpsClient client(server.port(), attacker);
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < 300; ++i) {
            QCOMPARE(client.send("GET", "/healthz").status, 200);
            QCOMPARE(client.send("GET", "/readyz").status, 200);
        }
        QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
        QCOMPARE(server.services().threats.list(TestServer::system(), 1)->total, 0u);
    }

    void manyRequests_areHeldBack_byAddress_probesArent()
    {
        ScoringServer server;
        server.set("slow_down.after", "3/900");
        server.set("slow_down.step", "150");
        server.set("slow_down.most", "300");
        server.set("slow_down.mode", "enforce");
        HttpsClient client(server.port(), attacker), other(server.port(), "127.0.0.3");
        const auto took = [](HttpsClient& from, const char* path) {
            const auto start = std::chrono::steady_clock::now();
            (void) from.send("GET", path, agent);
            return std::chrono::steady_clock::now() - start;
        };
        for (int i = 0; i < 3; ++i)
            (void) took(client, "/api/auth/me");
        QVERIFY(took(client, "/api/auth/me") >= std::chrono::milliseconds(150));
        QVERIFY(took(client, "/api/auth/me") >= std::chrono::milliseconds(300));
        QVERIFY(took(client, "/api/auth/me") >= std::chrono::milliseconds(300));
        QVERIFY(took(client, "/healthz") < std::chrono::milliseconds(150));
        QVERIFY(took(other, "/api/auth/me") < std::chrono::milliseconds(150));
    }
};

SALLYPORT_GUILESS_TEST(ThreatsApiTest)

} // namespace tst_threats_api
#include "tst_threats_api.moc"
