#include "backend/base/time_format.h"
#include "tests/api/support/test_server.h"
#include "tests/support/test_main.h"

#include <boost/json.hpp>

#include <QTest>

#include <atomic>
#include <thread>

namespace tst_rate_limits_api {

using namespace sallyport;
using namespace sallyport::test;
using namespace std::chrono_literals;

namespace {

std::int64_t parameter(const std::string& field, const std::string& name)
{
    const std::size_t at = field.find(';' + name + '=');
    return at == std::string::npos ? -1 : std::stoll(field.substr(at + name.size() + 2));
}

/// A server and its administrator, who may do everything.
struct Fixture {
    TestServer server;
    std::string admin = server.adminToken();
    HttpsClient client{server.port()};

    Reply ask(const char* method, const std::string& path, const std::string& body = {})
    {
        return client.send(method, path,
                           body.empty() ? TestServer::bearer(admin) : TestServer::jsonAnd(TestServer::bearer(admin)), body);
    }
    Reply login(const std::string& email, const std::string& password, const Headers& more = {})
    {
        return client.send("POST", "/api/auth/login", TestServer::jsonAnd(more),
                           "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }
    int me(const std::string& token) { return client.send("GET", "/api/auth/me", TestServer::bearer(token)).status; }
    /// The rule as the list has it.
    boost::json::value rule(const std::string& id) { return ask("GET", "/api/rate-limits/" + id).json().at("data"); }
    std::string make(const std::string& body) { return ask("POST", "/api/rate-limits", body).text("/data/id"); }
};

} // namespace

class RateLimitsApiTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void list_hasTheClasses_andWhatOlderClientsRead()
    {
        Fixture f;
        const Reply reply = f.ask("GET", "/api/rate-limits");
        QCOMPARE(reply.status, 200);
        const boost::json::value body = reply.json();
        const auto& rules = body.at("data").as_array();
        QCOMPARE(rules.size(), std::size_t{6});
        QCOMPARE(rules[0].at("class").as_string(), "address");
        QCOMPARE(rules[1].at("keyed_by").as_string(), "address_account");
        QCOMPARE(rules[2].at("requests").as_int64(), 1'000'000);
        QCOMPARE(rules[2].at("window_seconds").as_int64(), 3600);
        QCOMPARE(rules[2].at("mode").as_string(), "enforce");
        QVERIFY(rules[2].at("routes").as_int64() > 40);
    }

    /// Who has used up what they may change can still lift that (B38).
    void limitThatHoldsAdministrators_isLiftedByThem()
    {
        Fixture f;
        f.server.set("rate_limits.api_write", "1/3600");
        const auto write = [&] { return f.ask("POST", "/api/comments", R"({"content": "one"})").status; };
        QCOMPARE(write(), 201);
        QCOMPARE(write(), 429);
        QCOMPARE(f.ask("PUT", "/api/rate-limits/api_write", R"({"requests": 100, "window_seconds": 60})").status, 200);
        QCOMPARE(write(), 201);
    }

    void change_takesNumbersAlone_orHowItCounts()
    {
        Fixture f;
        const Reply numbers = f.ask("PUT", "/api/rate-limits/api_write", R"({"requests": 250, "window_seconds": 60})");
        QCOMPARE(numbers.status, 200);
        QCOMPARE(numbers.json().at("data").at("requests").as_int64(), 250);
        QCOMPARE(f.server.services().settings.values()->rateApiWrite, (settings::RateLimit{250, 60s}));
        const Reply how =
            f.ask("PUT", "/api/rate-limits/api_write", R"({"algorithm": "gcra", "keyed_by": "user", "mode": "observe"})");
        QCOMPARE(how.status, 200);
        QCOMPARE(f.rule("api_write").at("algorithm").as_string(), "gcra");
        QCOMPARE(f.rule("api_write").at("requests").as_int64(), 250);
        QCOMPARE(f.server.events("limit.rule_changed").size(), std::size_t{1});
        QCOMPARE(f.ask("PUT", "/api/rate-limits/address", R"({"mode": "off"})").status, 400);
        QCOMPARE(f.ask("PUT", "/api/rate-limits/auth", R"({"keyed_by": "user"})").status, 400);
        QCOMPARE(f.ask("PUT", "/api/rate-limits/api_read", R"({"name": "Mine"})").status, 400);
        QCOMPARE(f.ask("PUT", "/api/rate-limits/nothing", R"({"requests": 2})").status, 404);
        const Reply all =
            f.ask("PUT", "/api/rate-limits", R"({"limits": [{"class": "admin", "requests": 7, "window_seconds": 9}]})");
        QCOMPARE(all.status, 200);
        QCOMPARE(f.rule("admin").at("requests").as_int64(), 7);
    }

    void whoMayNotChange_mayLook_andWhoMayNotLookMayNothing()
    {
        Fixture f;
        f.server.addUser("audit@sallyport.example", "auditor");
        f.server.addUser("viewer@sallyport.example", "viewer");
        const std::string auditor = f.server.tokenOf("audit@sallyport.example");
        const std::string viewer = f.server.tokenOf("viewer@sallyport.example");
        const auto status = [&](const char* method, const std::string& path, const std::string& token,
                                const std::string& body = {}) {
            return f.client.send(method, path, TestServer::jsonAnd(TestServer::bearer(token)), body).status;
        };
        QCOMPARE(status("GET", "/api/rate-limits", viewer), 403);
        QCOMPARE(status("PUT", "/api/rate-limits/api_read", auditor, R"({"requests": 1, "window_seconds": 1})"), 403);
        QCOMPARE(status("POST", "/api/rate-limits/api_read/reset", viewer, R"({"key": "203.0.113.7"})"), 403);
    }

    void ownRule_countsOnTopOfItsClass_untilItIsDeleted()
    {
        Fixture f;
        const std::string id = f.make(
            R"({"name": "Own account", "path": "/api/auth/me", "methods": ["GET"], "requests": 2, "window_seconds": 60, "mode": "enforce"})");
        QVERIFY(!id.empty());
        QCOMPARE(f.rule(id).at("routes").as_int64(), 1);
        const Reply first = f.ask("GET", "/api/auth/me");
        QCOMPARE(first.status, 200);
        QCOMPARE(first.header("RateLimit-Policy"), "\"" + id + "\";q=2;w=60");
        QCOMPARE(f.ask("GET", "/api/auth/me").status, 200);
        const Reply third = f.ask("GET", "/api/auth/me");
        QCOMPARE(third.status, 429);
        QVERIFY(parameter(third.header("RateLimit"), "t") >= 1);
        QCOMPARE(f.ask("HEAD", "/api/auth/me").status, 429); // counts as GET
        QCOMPARE(f.ask("GET", "/api/rate-limits").status, 200);
        QCOMPARE(f.rule(id).at("refused").as_int64(), 2);
        QCOMPARE(f.rule(id).at("hottest").as_int64(), 2);
        QCOMPARE(f.ask("DELETE", "/api/rate-limits/" + id).status, 204);
        QCOMPARE(f.ask("GET", "/api/auth/me").status, 200);
        QCOMPARE(f.ask("DELETE", "/api/rate-limits/api_read").status, 400);
        QCOMPARE(f.server.events("limit.rule_created").size(), std::size_t{1});
        QCOMPARE(f.server.events("limit.rule_deleted").size(), std::size_t{1});
    }

    void ownRule_thatOnlyObserves_letsInAndNotes()
    {
        Fixture f;
        const std::string id = f.make(R"({"name": "Watched", "path": "/api/auth/)"
                                      "*"
                                      R"(", "methods": ["GET"], "requests": 1, "window_seconds": 60})");
        QCOMPARE(f.rule(id).at("mode").as_string(), "observe");
        for (int i = 0; i < 4; ++i) {
            const Reply reply = f.ask("GET", "/api/auth/me");
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.header("RateLimit-Policy"), std::string("\"api_read\";q=1000000;w=3600"));
        }
        QCOMPARE(f.rule(id).at("noted").as_int64(), 3);
        QCOMPARE(f.rule(id).at("refused").as_int64(), 0);
        QTRY_COMPARE(f.server.events("limit.observed").size(), std::size_t{1});
    }

    void ownRule_mayMakeRequestsDearer()
    {
        Fixture f;
        f.server.set("rate_limits.api_read", "100/3600");
        QVERIFY(
            !f.make(
                  R"({"name": "Dear", "path": "/api/auth/me", "requests": 1000, "window_seconds": 60, "mode": "enforce", "cost": 40})")
                 .empty());
        QCOMPARE(f.ask("GET", "/api/auth/me").status, 200);
        QCOMPARE(f.ask("GET", "/api/auth/me").status, 200);
        QCOMPARE(f.ask("GET", "/api/auth/me").status, 429);
        QCOMPARE(f.ask("GET", "/api/rate-limits").status, 200); // 20 are left for what costs one
    }

    void ownRule_thatIsWrong_isRefusedWithEachField()
    {
        Fixture f;
        for (const char* body : {R"({"name": "None", "requests": 1, "window_seconds": 1})",
                                 R"({"name": "Nowhere", "path": "/api/nowhere", "requests": 1, "window_seconds": 1})",
                                 R"({"name": "Probe", "path": "/healthz", "requests": 1, "window_seconds": 1})",
                                 R"({"name": "What", "permission": "no:such", "requests": 1, "window_seconds": 1})",
                                 R"({"name": " ", "path": "/api/auth/me", "requests": 1, "window_seconds": 1})",
                                 R"({"name": "Zero", "path": "/api/auth/me", "requests": 0, "window_seconds": 1})"})
            QCOMPARE(f.ask("POST", "/api/rate-limits", body).status, 400);
        const char* twice = R"({"name": "Twice", "path": "/api/auth/me", "requests": 900, "window_seconds": 60})";
        QCOMPARE(f.ask("POST", "/api/rate-limits", twice).status, 201);
        QCOMPARE(f.ask("POST", "/api/rate-limits", twice).status, 409);
    }

    void reset_isOfOneCaller_andWrittenDown()
    {
        Fixture f;
        f.server.addUser("bo@sallyport.example", "viewer");
        const std::string bo = f.server.tokenOf("bo@sallyport.example");
        f.server.addUser("cy@sallyport.example", "viewer");
        const std::string cy = f.server.tokenOf("cy@sallyport.example");
        f.server.set("rate_limits.api_read", "2/3600");
        for (const std::string& who : {bo, cy}) {
            QCOMPARE(f.me(who), 200);
            QCOMPARE(f.me(who), 200);
            QCOMPARE(f.me(who), 429);
        }
        f.server.set("rate_limits.api_read", "2/3600");
        const Reply reset = f.ask("POST", "/api/rate-limits/api_read/reset", R"({"key": "bo@sallyport.example"})");
        QCOMPARE(reset.status, 200);
        QCOMPARE(reset.json().at("data").at("used").as_int64(), 2);
        QCOMPARE(f.me(bo), 200);
        QCOMPARE(f.me(cy), 429);
        QCOMPARE(f.server.events("limit.reset").size(), std::size_t{1});
        QCOMPARE(f.ask("POST", "/api/rate-limits/api_read/reset", R"({"key": "nobody@sallyport.example"})").status, 404);
    }

    void callers_areNamed_theHottestFirst()
    {
        Fixture f;
        f.server.addUser("bo@sallyport.example", "viewer");
        const std::string bo = f.server.tokenOf("bo@sallyport.example");
        for (int i = 0; i < 9; ++i)
            QCOMPARE(f.me(bo), 200);
        const Reply reply = f.ask("GET", "/api/rate-limits/api_read/keys?limit=5");
        QCOMPARE(reply.status, 200);
        const boost::json::value data = reply.json().at("data");
        const auto& first = data.at("hottest").at(0);
        QCOMPARE(first.at("used").as_int64(), 9);
        QCOMPARE(first.at("caller").at("kind").as_string(), "user");
        QVERIFY(first.at("caller").at("name").as_string().size() > 1);
        QCOMPARE(data.at("hours").as_array().size(), std::size_t{24});
        QCOMPARE(data.at("hours").at(23).at("answered").as_int64(), 9);
        const std::string key(first.at("caller").at("key").as_string());
        QCOMPARE(f.ask("POST", "/api/rate-limits/api_read/reset", "{\"key\":\"" + key + "\"}").status, 200);
    }

    /// A right password is not a try that counts: a class of pupils comes in from one address.
    void rightPasswords_areNotCounted()
    {
        Fixture f;
        f.server.set("rate_limits.auth", "2/900");
        for (int i = 0; i < 25; ++i) {
            const Reply reply = f.login("ada@sallyport.example", TestServer::goodPassword);
            QCOMPARE(reply.status, 200);
            QCOMPARE(reply.header("Retry-After"), std::string());
        }
    }

    /// As the product comes: fifteen pupils behind one address, each of whom mistypes once.
    void aClassBehindOneAddress_signsIn()
    {
        Fixture f;
        f.server.set("rate_limits.auth", "5/900");
        f.server.set("rate_limits.address", "10000/3600");
        f.server.set("slow_down.mode", "enforce");
        for (int i = 0; i < 15; ++i)
            f.server.addUser("pupil" + std::to_string(i) + "@sallyport.example", "viewer");
        for (const char* password : {"violet harbour seven lantern", TestServer::goodPassword})
            for (int i = 0; i < 15; ++i)
                QCOMPARE(f.login("pupil" + std::to_string(i) + "@sallyport.example", password).status,
                         password == std::string_view(TestServer::goodPassword) ? 200 : 401);
    }

    /// What was used long ago counts for nothing: three in a lifetime would be the end of everybody's.
    void oldMistakes_areForgotten()
    {
        Fixture f;
        f.server.set("rate_limits.auth", "3/60");
        for (int i = 0; i < 12; ++i) {
            QCOMPARE(f.login("ada@sallyport.example", "wrong one").status, 401);
            QCOMPARE(f.login("ada@sallyport.example", TestServer::goodPassword).status, 200);
            f.server.clock().advance(31s);
        }
    }

    void wrongPasswords_holdBackTheAccountFromThatAddress_andNobodyElse()
    {
        Fixture f;
        f.server.addUser("bo@sallyport.example", "viewer");
        f.server.set("rate_limits.auth", "3/900");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(f.login("ada@sallyport.example", "wrong one").status, 401);
        const Reply refused = f.login("ada@sallyport.example", TestServer::goodPassword);
        QCOMPARE(refused.status, 429);
        QVERIFY(std::stoi(refused.header("Retry-After")) >= 1);
        QVERIFY(refused.text("/detail").find("from this address") != std::string::npos);
        // Nothing tells whether there is such an account.
        for (int i = 0; i < 3; ++i)
            QCOMPARE(f.login("nobody@sallyport.example", "wrong one").status, 401);
        QCOMPARE(f.login("nobody@sallyport.example", "wrong one").text("/detail"), refused.text("/detail"));
        QCOMPARE(f.login("bo@sallyport.example", TestServer::goodPassword).status, 200);
        QCOMPARE(f.ask("POST", "/api/rate-limits/auth/reset", R"({"key": "127.0.0.1"})").status, 200);
        QCOMPARE(f.login("ada@sallyport.example", TestServer::goodPassword).status, 200);
    }

    /// What a client says of itself is no way to another budget.
    void forwardedAddresses_areNotBelieved()
    {
        Fixture f;
        f.server.set("rate_limits.auth", "5/900");
        int refused = 0;
        for (int i = 0; i < 12; ++i)
            refused +=
                f.login("ada@sallyport.example", "wrong one", {{"X-Forwarded-For", "203.0.113." + std::to_string(i)}}).status ==
                429;
        QCOMPARE(refused, 7);
        for (const audit::Event& event : f.server.events("limit.reached"))
            QCOMPARE(event.address, std::string("127.0.0.1"));
    }

    /// Whatever takes a password or a code draws on one budget.
    void everyWayToGuess_sharesOneBudget()
    {
        Fixture f;
        const std::string secret = f.server.enrol(f.admin);
        f.server.set("rate_limits.auth", "4/900");
        const auto guess = [&](int way) {
            switch (way % 5) {
            case 0: return f.login("ada@sallyport.example", "wrong one").status;
            case 1:
                return f.client
                    .send("POST", "/api/auth/step-up", TestServer::jsonAnd(TestServer::bearer(f.admin)), R"({"code": "000000"})")
                    .status;
            case 2: {
                Headers headers = TestServer::jsonAnd(TestServer::bearer(f.admin));
                headers.emplace_back("X-MFA-Token", "000000");
                return f.client.send("PUT", "/api/rate-limits/api_read", headers, R"({"requests": 9, "window_seconds": 9})")
                    .status;
            }
            case 3:
                return f.client
                    .send("DELETE", "/api/mfa", TestServer::jsonAnd(TestServer::bearer(f.admin)), R"({"code": "000000"})")
                    .status;
            default:
                return f.client
                    .send("POST", "/api/mfa/recovery-codes", TestServer::jsonAnd(TestServer::bearer(f.admin)),
                          R"({"code": "000000"})")
                    .status;
            }
        };
        for (int i = 0; i < 4; ++i)
            QVERIFY2(guess(i) != 429, std::to_string(i).c_str());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(guess(i), 429);
    }

    /// Who has a session can't find out its password faster than by signing in.
    void currentPassword_isGuessedByTheSameBudget()
    {
        Fixture f;
        f.server.addUser("bo@sallyport.example", "viewer");
        const Headers bo = TestServer::jsonAnd(TestServer::bearer(f.server.tokenOf("bo@sallyport.example")));
        f.server.set("rate_limits.auth", "3/900");
        const auto guess = [&] {
            return f.client
                .send("POST", "/api/auth/password", bo,
                      R"({"current_password": "wrong one", "new_password": "eleven brisk herons over granite"})")
                .status;
        };
        QCOMPARE(f.login("bo@sallyport.example", "wrong one").status, 401);
        for (int i = 0; i < 2; ++i)
            QCOMPARE(guess(), 400);
        QCOMPARE(guess(), 429);
        QCOMPARE(f.login("bo@sallyport.example", TestServer::goodPassword).status, 429);
    }

    void probes_areNeverHeldBack()
    {
        Fixture f;
        for (const char* limit : {"address", "api_read", "auth"})
            f.server.set(std::string("rate_limits.") + limit, "1/3600");
        for (int i = 0; i < 5; ++i)
            static_cast<void>(f.ask("GET", "/api/auth/me"));
        QCOMPARE(f.ask("GET", "/api/auth/me").status, 429);
        for (int i = 0; i < 300; ++i)
            QCOMPARE(f.client.send("GET", i % 2 == 0 ? "/healthz" : "/readyz").status, 200);
    }

    void preflights_areNotCounted()
    {
        Fixture f;
        f.server.set("rate_limits.address", "10/3600");
        for (int i = 0; i < 50; ++i)
            QVERIFY(f.client
                        .send("OPTIONS", "/api/auth/me",
                              {{"Origin", "https://shop.example"}, {"Access-Control-Request-Method", "GET"}})
                        .status != 429);
        for (int i = 0; i < 9; ++i)
            QCOMPARE(f.ask("GET", "/api/auth/me").status, 200);
    }

    void asvs_2_4_1_connectionsInParallel_areLetInExactlyAsOften()
    {
        Fixture f;
        f.server.set("rate_limits.api_read", "20/60");
        std::atomic<int> answered = 0, refused = 0, wrong = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 25; ++t)
            threads.emplace_back([&] {
                HttpsClient client(f.server.port());
                for (int i = 0; i < 8; ++i) {
                    const Reply reply = client.send("GET", "/api/auth/me", TestServer::bearer(f.admin));
                    answered += reply.status == 200;
                    refused += reply.status == 429;
                    const std::int64_t left = parameter(reply.header("RateLimit"), "r");
                    wrong += left < 0 || left > 19;
                }
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(answered.load(), 20);
        QCOMPARE(refused.load(), 180);
        QCOMPARE(wrong.load(), 0);
    }

    void fieldNames_areAsTheSettingsSay()
    {
        Fixture f;
        f.server.set("rate_limits.guide_names", "true");
        Reply reply = f.ask("GET", "/api/auth/me");
        QCOMPARE(reply.header("X-RateLimit-Limit"), std::string("1000000"));
        QCOMPARE(reply.header("X-RateLimit-Remaining"), std::string("999999"));
        QVERIFY(std::stoll(reply.header("X-RateLimit-Reset")) > 1'790'000'000);
        QVERIFY(!reply.header("RateLimit").empty());
        f.server.set("rate_limits.standard_names", "false");
        reply = f.ask("GET", "/api/auth/me");
        QCOMPARE(reply.header("RateLimit"), std::string());
        QCOMPARE(reply.header("RateLimit-Policy"), std::string());
        f.server.set("rate_limits.guide_names", "false");
        QCOMPARE(f.ask("GET", "/api/auth/me").header("X-RateLimit-Limit"), std::string());
    }

    void exemptNetworks_areSetOverHttp()
    {
        Fixture f;
        QCOMPARE(f.ask("GET", "/api/rate-limits/exempt").json().at_pointer("/data/networks").as_array().size(), std::size_t(0));
        const Reply set = f.ask("PUT", "/api/rate-limits/exempt", R"({"networks":["10.1.2.3/16","2001:db8::/32"]})");
        QCOMPARE(set.status, 200);
        QCOMPARE(boost::json::serialize(set.json().at_pointer("/data/networks")),
                 std::string(R"(["10.1.0.0/16","2001:db8::/32"])"));
        QCOMPARE(f.server.services().settings.values()->rateExempt, std::string("10.1.0.0/16, 2001:db8::/32"));
        const Reply wrong = f.ask("PUT", "/api/rate-limits/exempt", R"({"networks":["10.0.0.0/8","everybody"]})");
        QCOMPARE(wrong.status, 400);
        QCOMPARE(wrong.text("/details/0/field"), std::string("networks.1"));
        f.server.addUser("au@sallyport.example", "auditor");
        const auto auditor = TestServer::bearer(f.server.tokenOf("au@sallyport.example"));
        QCOMPARE(f.client.send("GET", "/api/rate-limits/exempt", auditor).status, 200);
        QCOMPARE(f.client.send("PUT", "/api/rate-limits/exempt", TestServer::jsonAnd(auditor), R"({"networks":[]})").status, 403);
        QCOMPARE(f.ask("PUT", "/api/rate-limits/exempt", R"({"networks":[]})").status, 200);
    }

    /// One user may more, one key less; everybody else as the rule says, until the numbers end or are taken away.
    void overrides_areOfOneCaller_untilTheyEnd()
    {
        Fixture f;
        const std::string vi = f.server.addUser("vi@sallyport.example", "viewer").text();
        f.server.addUser("vo@sallyport.example", "viewer");
        const std::string first = f.server.tokenOf("vi@sallyport.example"), second = f.server.tokenOf("vo@sallyport.example");
        f.server.set("rate_limits.api_read", "3/3600");
        const auto asks = [&](const std::string& token) {
            int answered = 0;
            while (answered < 20 && f.client.send("GET", "/api/data", TestServer::bearer(token)).status == 200)
                ++answered;
            return answered;
        };
        const Reply made = f.ask("POST", "/api/rate-limits/api_read/overrides",
                                 R"({"subject":"vi@sallyport.example","requests":6,"seconds":3600,"expires_in":7200})");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.text("/data/caller/id"), vi);
        QCOMPARE(f.server.events("limit.override_set").size(), std::size_t(1));
        QCOMPARE(asks(first), 6);
        QCOMPARE(asks(second), 3);
        QCOMPARE(f.client.send("GET", "/api/data", TestServer::bearer(first)).status, 429);

        // In place of those that they have.
        QCOMPARE(f.ask("POST", "/api/rate-limits/api_read/overrides",
                       "{\"subject\":\"" + vi + "\",\"requests\":8,\"seconds\":3600,\"expires_in\":7200}")
                     .status,
                 201);
        QCOMPARE(asks(first), 2);
        const Reply list = f.ask("GET", "/api/rate-limits/api_read/overrides");
        QCOMPARE(list.json().at_pointer("/page/total").as_int64(), 1);
        QCOMPARE(list.json().at_pointer("/data/0/requests").as_int64(), 8);

        f.server.clock().advance(2h);
        f.admin = f.server.adminToken();
        QCOMPARE(f.ask("GET", "/api/rate-limits/api_read/overrides").json().at_pointer("/page/total").as_int64(), 0);
        QCOMPARE(asks(f.server.tokenOf("vi@sallyport.example")), 3);

        const Reply again =
            f.ask("POST", "/api/rate-limits/api_read/overrides", "{\"subject\":\"" + vi + "\",\"requests\":5,\"seconds\":3600}");
        QVERIFY(again.json().at_pointer("/data/expires_at").is_null());
        QCOMPARE(f.ask("DELETE", "/api/rate-limit-overrides/" + again.text("/data/id")).status, 204);
        QCOMPARE(f.ask("DELETE", "/api/rate-limit-overrides/" + again.text("/data/id")).status, 404);
        QCOMPARE(f.server.events("limit.override_removed").size(), std::size_t(1));
    }

    void overrides_sayWhatIsWrong()
    {
        Fixture f;
        const auto set = [&](const char* rule, const char* body) {
            return f.ask("POST", std::string("/api/rate-limits/") + rule + "/overrides", body);
        };
        QCOMPARE(set("api_read", R"({"subject":"nobody@x.example","requests":5,"seconds":60})").status, 404);
        QCOMPARE(set("address", R"({"subject":"x","requests":5,"seconds":60})").text("/details/0/field"), std::string("subject"));
        QCOMPARE(set("api_read", R"({"subject":"x","requests":0,"seconds":60})").status, 400);
        QCOMPARE(set("api_read", R"({"subject":"x","requests":5,"seconds":60,"expires_in":5})").status, 400);
        QCOMPARE(set("nothing", R"({"subject":"x","requests":5,"seconds":60})").status, 404);
    }

    void exemptNetworks_areNotCountedByAddress_butByWhoTheyAre()
    {
        Fixture f;
        f.server.set("rate_limits.exempt", "127.0.0.0/8");
        f.server.set("rate_limits.address", "1/3600");
        for (int i = 0; i < 5; ++i)
            QCOMPARE(f.ask("GET", "/api/auth/me").status, 200);
        f.server.set("rate_limits.api_read", "6/3600");
        int refused = 0;
        for (int i = 0; i < 5; ++i)
            refused += f.ask("GET", "/api/auth/me").status == 429;
        QVERIFY(refused > 0);
        f.server.set("rate_limits.exempt", "");
        QCOMPARE(f.ask("GET", "/api/auth/me").status, 429);
    }

    /// A key's own limit decides for it, whatever its owner has used; an address that has used all is 429, never anything else.
    void keyWithItsOwnRate_isNotCutOffByItsOwner()
    {
        Fixture f;
        const Reply made =
            f.ask("POST", "/api/keys",
                  R"({"name": "Sender", "scopes": ["users:read"], "rate": {"requests": 300, "window_seconds": 3600}})");
        QCOMPARE(made.status, 201);
        const std::string key = made.text("/data/key");
        f.server.set("rate_limits.api_read", "2/3600");
        for (int i = 0; i < 4; ++i)
            static_cast<void>(f.ask("GET", "/api/auth/me"));
        QCOMPARE(f.ask("GET", "/api/auth/me").status, 429);
        for (int i = 0; i < 40; ++i)
            QCOMPARE(f.client.send("GET", "/api/users", {{"X-API-Key", key}}).status, 200);
        // Of an address that has used all a sender is told to come again.
        f.server.set("rate_limits.address", "1/3600");
        const Reply over = f.client.send("GET", "/api/users", {{"X-API-Key", key}});
        QCOMPARE(over.status, 429);
        QVERIFY(std::stoi(over.header("Retry-After")) >= 1);
    }

    void restart_givesNobodyAFreshBudget()
    {
        Fixture f;
        f.server.set("rate_limits.auth", "3/900");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(f.login("bo@sallyport.example", "wrong one").status, 401);
        const std::string id =
            f.make(R"({"name": "Kept", "path": "/api/auth/me", "requests": 2, "window_seconds": 3600, "mode": "enforce"})");
        QCOMPARE(f.ask("GET", "/api/auth/me").status, 200);
        QCOMPARE(f.ask("GET", "/api/auth/me").status, 200);
        f.server.stop();
        f.server.clock().advance(20s);
        f.server.start();
        HttpsClient again(f.server.port());
        QCOMPARE(
            again.send("POST", "/api/auth/login", TestServer::jsonAnd({}), R"({"email":"bo@sallyport.example","password":"x"})")
                .status,
            429);
        const std::string token = f.server.adminToken();
        QCOMPARE(again.send("GET", "/api/auth/me", TestServer::bearer(token)).status, 429);
        const Reply use = again.send("GET", "/api/rate-limits/" + id + "/keys", TestServer::bearer(token));
        QCOMPARE(use.status, 200);
        QCOMPARE(use.json().at("data").at("hottest").at(0).at("used").as_int64(), 2);
    }

    /// After the time of a lock one more mistake is a mistake, not the next lock.
    void afterALock_oneMistakeIsForgiven()
    {
        Fixture f;
        f.server.set("rate_limits.auth", "3/60");
        for (int i = 0; i < 3; ++i)
            QCOMPARE(f.login("ada@sallyport.example", "wrong one").status, 401);
        QCOMPARE(f.login("ada@sallyport.example", "wrong one").status, 429);
        f.server.clock().advance(60s);
        QCOMPARE(f.login("ada@sallyport.example", "wrong one").status, 401);
        QCOMPARE(f.login("ada@sallyport.example", TestServer::goodPassword).status, 200);
    }

    void preview_ofWhatWasAsked()
    {
        Fixture f;
        const Reply nothing = f.ask("POST", "/api/rate-limits/api_read/preview", R"({"requests": 1, "window_seconds": 60})");
        QCOMPARE(nothing.status, 200);
        QCOMPARE(nothing.json().at("data").at("requests").as_int64(), 0);
        QVERIFY(nothing.json().at("data").at("counted_since").is_string());
    }
};

SALLYPORT_GUILESS_TEST(RateLimitsApiTest)

} // namespace tst_rate_limits_api
#include "tst_rate_limits_api.moc"
