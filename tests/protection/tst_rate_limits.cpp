#include "backend/audit/event_kinds.h"
#include "backend/protection/limits/rate_limits_service.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

namespace tst_rate_limits {

using namespace sallyport;
using namespace sallyport::protection;
using namespace std::chrono_literals;

namespace {

/// A vault whose limits are asked by a test in place of a server.
struct Vault {
    test::TestRandom random;
    test::TestJournal journal;
    ManualClock& clock = journal.clock; // at a whole hour
    std::unique_ptr<settings::Settings> settings = std::move(*settings::Settings::open(journal.store(), journal.journal()));
    std::unique_ptr<RateLimiter> limiter;
    std::unique_ptr<RateLimitsService> service;
    access::Actor actor = access::Actor::system("Ingrid Solheim");

    Vault()
    {
        require(settings->change(actor, {{"rate_limits.api_read", "10/3600"}, {"rate_limits.auth", "3/900"}}));
        unlock();
    }
    template <typename T>
    static T require(Result<T> result)
    {
        if (!result)
            qFatal("%s", result.error().detail.c_str());
        return std::move(*result);
    }
    static void require(const Result<void>& result)
    {
        if (!result)
            qFatal("%s", result.error().detail.c_str());
    }
    void unlock(bool serves = true)
    {
        limiter = std::make_unique<RateLimiter>(clock, random, 16'384);
        limiter->setLimits(*settings->values());
        service = require(RateLimitsService::open(
            {.store = journal.store(),
             .journal = journal.journal(),
             .settings = *settings,
             .limiter = *limiter,
             .clock = clock,
             .random = random,
             .now = [](const access::Actor& who) { return Result<access::Actor>(who); },
             .find =
                 [](CountedCaller::Kind kind, const std::string& id) {
                     const bool key = kind == CountedCaller::Key;
                     return RateCaller{key ? RateCaller::Kind::Key : RateCaller::Kind::User, {}, id, "Name of " + id, {}};
                 },
             .userOf = [](const std::string& email) { return email == "ada@x" ? "ADA" : ""; },
             .serves = serves}));
        service->setRoutes({{"GET", "/api/data", "records:read", RateClass::ApiRead, false},
                            {"POST", "/api/data", "records:create", RateClass::ApiWrite, false},
                            {"GET", "/healthz", "", std::nullopt, true}});
    }
    void lock()
    {
        require(service->keep());
        service.reset();
        limiter.reset();
    }
    void ask(const char* who, int times)
    {
        for (int i = 0; i < times; ++i)
            static_cast<void>(limiter->check(RateClass::ApiRead, UserId(who)));
    }
    /// So many minutes, each with the same requests.
    void minutes(int count, const char* who, int times)
    {
        for (int i = 0; i < count; ++i) {
            ask(who, times);
            clock.advance(60s);
            require(service->keep());
        }
    }
    std::int64_t resets()
    {
        return *journal.store().read([](storage::Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM events WHERE kind = $1"));
            row.bind(1, audit::kind::limitReset);
            SALLYPORT_TRY(row.step());
            return row.integer();
        });
    }
    RateRule read(const char* id = "api_read") { return require(service->read(actor, id)); }
    RateUsage usage(const char* id = "api_read") { return require(service->usage(actor, id, 10)); }
};

} // namespace

class TstRateLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void list_countsWhatIsRefused_keptAndNotYetKept()
    {
        Vault f;
        f.ask("ADA", 14);
        QCOMPARE(f.read().hottest, 10u);
        QCOMPARE(f.read().refused, std::int64_t{4});
        f.clock.advance(60s);
        Vault::require(f.service->keep());
        f.ask("ADA", 1);
        QCOMPARE(f.read().refused, std::int64_t{5});
        f.clock.advance(25h);
        QCOMPARE(f.read().refused, std::int64_t{1}); // what isn't kept yet is of now
        QCOMPARE(f.read().routes, 1u);
        QCOMPARE(f.read("address").routes, 2u);
    }

    void suggestion_isTheUsual_withRoom()
    {
        Vault f;
        f.minutes(9, "ADA", 1);
        QVERIFY(!f.read().p95); // too little to say anything
        QVERIFY(!f.usage().suggestion);
        f.minutes(1, "ADA", 1);
        QCOMPARE(f.read().p95, std::optional(10u));
        const RateUsage usage = f.usage();
        QCOMPARE(usage.suggestion->requests, 14u);
        QCOMPARE(usage.suggestion->roomPercent, 40u);
        QVERIFY(usage.shortSince.has_value());
        f.clock.advance(24h * 8);
        QVERIFY(!f.read().p95); // of 7 days
        QVERIFY(!f.usage().shortSince);
    }

    void usage_namesTheHottest_nowAndByTheHour()
    {
        Vault f;
        f.ask("ADA", 3);
        f.ask("BO", 5);
        f.clock.advance(30min);
        Vault::require(f.service->keep());
        f.clock.advance(2h);
        f.ask("ADA", 2);
        const RateUsage usage = f.usage();
        QCOMPARE(usage.hottest.size(), std::size_t{1});
        QCOMPARE(usage.hottest[0].caller.name, std::string("Name of ADA"));
        QCOMPARE(usage.hottest[0].used, 2u);
        QCOMPARE(usage.hottest[0].limit, 10u);
        QCOMPARE(usage.hours.size(), std::size_t{24});
        QCOMPARE(usage.hours[23].answered, std::int64_t{2});
        QCOMPARE(usage.hours[21].answered, std::int64_t{5});
        QCOMPARE(usage.hours[21].name, std::string("Name of BO"));
        QCOMPARE(usage.hours[22].answered, std::int64_t{0});
        QCOMPARE(usage.hours[23].begin - usage.hours[22].begin, std::chrono::microseconds(1h));
    }

    void preview_playsTheDayAgain()
    {
        Vault f;
        f.minutes(2, "ADA", 8); // ten answered, six refused
        const RatePreview same = Vault::require(f.service->preview(f.actor, "api_read", {10, 3600s, RateAlgorithm::Sliding}));
        QCOMPARE(same.requests, std::int64_t{6});
        QCOMPARE(same.presentRequests, std::int64_t{6});
        const RatePreview more = Vault::require(f.service->preview(f.actor, "api_read", {14, 3600s, RateAlgorithm::Sliding}));
        QCOMPARE(more.requests, std::int64_t{2});
        QCOMPARE(more.callers, std::int64_t{1});
        QCOMPARE(more.victims[0].caller.name, std::string("Name of ADA"));
        QVERIFY(!f.service->preview(f.actor, "api_read", {0, 3600s, RateAlgorithm::Sliding}));
        QVERIFY(!f.service->preview(f.actor, "nothing", {1, 3600s, RateAlgorithm::Sliding}));
    }

    void rules_outliveLocking_withWhatTheyCounted()
    {
        Vault f;
        NewRateRule wanted;
        wanted.name = "Searches";
        wanted.scope = {"/api/data", {"GET"}, {}};
        wanted.numbers = {4, 3600s, RateAlgorithm::Gcra};
        wanted.mode = settings::ControlMode::Enforce;
        wanted.cost = 3;
        const RateRule made = Vault::require(f.service->create(f.actor, wanted));
        QCOMPARE(made.routes, 1u);
        QCOMPARE(f.limiter->rulesOf(0), std::uint64_t{1});
        QCOMPARE(f.limiter->rulesOf(1), std::uint64_t{0});
        for (int i = 0; i < 4; ++i)
            QVERIFY(f.limiter->checkOwn(0, UserId("ADA")).allowed);
        RateRulePatch patch;
        patch.algorithm = RateAlgorithm::Fixed;
        patch.mode = settings::ControlMode::Observe;
        Vault::require(f.service->change(f.actor, "file_upload", patch));
        f.lock();
        f.clock.advance(60s);
        f.unlock();
        const RateRule back = f.read(made.setting.id.c_str());
        QCOMPARE(back.setting.name, std::string("Searches"));
        QVERIFY(back.setting.scope == wanted.scope && back.setting.numbers == wanted.numbers);
        QCOMPARE(back.setting.cost, 3u);
        QCOMPARE(back.setting.changedBy, std::string("Ingrid Solheim"));
        QVERIFY(back.hottest >= 3);
        QVERIFY(f.read("file_upload").setting.numbers.algorithm == RateAlgorithm::Fixed);
        QVERIFY(f.limiter->shape(RateClass::FileUpload).mode == settings::ControlMode::Observe);
        Vault::require(f.service->remove(f.actor, made.setting.id));
        QCOMPARE(f.limiter->rulesOf(0), std::uint64_t{0});
        QVERIFY(!f.service->read(f.actor, made.setting.id));
    }

    void tooManyRules_areRefused()
    {
        Vault f;
        NewRateRule wanted;
        wanted.scope = {"/api/data", {}, {}};
        wanted.numbers = {4, 60s, RateAlgorithm::Sliding};
        for (std::size_t i = 0; i < ownRulesMost; ++i) {
            wanted.name = "Rule " + std::to_string(i);
            Vault::require(f.service->create(f.actor, wanted));
        }
        wanted.name = "One more";
        const auto refused = f.service->create(f.actor, wanted);
        QVERIFY(!refused && refused.error().code == ErrorCode::LimitReached);
        wanted.name = "Rule 7";
        QVERIFY(!f.service->create(f.actor, wanted));
        QCOMPARE(f.limiter->rulesOf(0), UINT64_MAX);
    }

    void reset_takesWhateverNamesTheCaller_andCanBePutBack()
    {
        Vault f;
        f.ask("ADA", 10);
        QCOMPARE(Vault::require(f.service->reset(f.actor, "api_read", "ada@x")), 10u);
        f.ask("ADA", 4);
        const std::string key = f.usage().hottest[0].caller.key;
        QCOMPARE(Vault::require(f.service->reset(f.actor, "api_read", key)), 4u);
        Vault::require(f.service->putBack(f.actor, "api_read", key, 4));
        QCOMPARE(f.read().hottest, 4u);
        QVERIFY(!f.service->reset(f.actor, "api_read", "BO"));
        QVERIFY(f.limiter->checkTry(IpAddress::v4(0x7f000001), "ada@x").allowed);
        QCOMPARE(Vault::require(f.service->reset(f.actor, "auth", "127.0.0.1")), 1u);
        QCOMPARE(f.resets(), std::int64_t{3});
    }

    /// A command stands beside the server: what it resets, the server does.
    void reset_byACommand_reachesTheServer()
    {
        Vault f;
        f.ask("ADA", 10);
        Vault::require(f.service->keep());
        std::unique_ptr<RateLimiter> serving = std::move(f.limiter);
        std::unique_ptr<RateLimitsService> server = std::move(f.service);
        f.unlock(false);
        QCOMPARE(Vault::require(f.service->reset(f.actor, "api_read", "ADA")), 10u);
        QVERIFY(!serving->check(RateClass::ApiRead, UserId("ADA")).allowed);
        Vault::require(server->reload());
        QVERIFY(serving->check(RateClass::ApiRead, UserId("ADA")).allowed);
        server.reset();
    }

    void whoMayNot_isRefused()
    {
        Vault f;
        access::Actor reader = f.actor;
        reader.permissions = {};
        QVERIFY(!f.service->list(reader));
        reader.permissions.add(access::Permission::ProtectionRead);
        QVERIFY(f.service->list(reader).has_value());
        QVERIFY(f.service->exempt(reader).has_value());
        for (const auto& result : {f.service->remove(reader, "x"), f.service->putBack(reader, "api_read", "x", 1),
                                   f.service->changeNumbers(reader, {{"admin", {1, 1s}}})}) {
            QVERIFY(!result && result.error().code == ErrorCode::PermissionDenied);
        }
        QVERIFY(!f.service->create(reader, {}) && !f.service->change(reader, "admin", {}) &&
                !f.service->reset(reader, "admin", "x"));
        // Who may change limits needs no right to the other settings.
        reader.permissions.add(access::Permission::ProtectionUpdate);
        QVERIFY(f.service->changeNumbers(reader, {{"admin", {7, 60s}}}).has_value());
        QCOMPARE(f.read("admin").setting.numbers.requests, 7u);
    }

    void exemptNetworks_areTidied()
    {
        Vault f;
        const auto set = Vault::require(f.service->setExempt(f.actor, {"10.1.2.3/16", "2001:DB8::/32"}));
        QCOMPARE(set, (std::vector<std::string>{"10.1.0.0/16", "2001:db8::/32"}));
        const auto wrong = f.service->setExempt(f.actor, {"10.0.0.0/8", "here"});
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().fields[0].field, std::string("exempt.1"));
        QCOMPARE(Vault::require(f.service->exempt(f.actor)), set);
        QVERIFY(Vault::require(f.service->setExempt(f.actor, {})).empty());
    }
};

SALLYPORT_TEST(TstRateLimits)

} // namespace tst_rate_limits
#include "tst_rate_limits.moc"
