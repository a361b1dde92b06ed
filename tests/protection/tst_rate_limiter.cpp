#include "backend/protection/limits/rate_limiter.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

#include <atomic>
#include <deque>
#include <thread>

namespace tst_rate_limiter {

using namespace sallyport;
using namespace sallyport::protection;
using namespace std::chrono_literals;

namespace {

IpAddress address(const char* text)
{
    return *IpAddress::parse(text);
}

struct Fixture {
    ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};
    test::TestRandom random;
    RateLimiter limiter{clock, random};

    void limit(std::uint32_t requests, std::chrono::seconds window)
    {
        settings::Values values;
        values.rateAuth = {requests, window};
        limiter.setLimits(values);
    }
    bool allowed(const char* from = "203.0.113.7") { return limiter.check(RateClass::Auth, address(from)).allowed; }
};

/// A clock on the wall that somebody sets, beside a steady one.
class SetClock final : public Clock {
public:
    UtcTime now() const override { return m_wall; }
    SteadyTime steady() const override { return m_steady; }
    void set(std::chrono::seconds by) { m_wall += by; }
    void pass(std::chrono::seconds time)
    {
        m_wall += time;
        m_steady += time;
    }

private:
    UtcTime m_wall{std::chrono::seconds(1'790'000'000)};
    SteadyTime m_steady{std::chrono::hours(1)};
};

} // namespace

class TstRateLimiter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// A caller with numbers of their own, beside others who go by the rule.
    void overrides_holdForTheirCallers_untilTheyEnd()
    {
        Fixture f;
        settings::Values values;
        values.rateApiRead = {2, 3600s};
        f.limiter.setLimits(values);
        const UserId more("01J0000000000000000000MORE"), other("01J000000000000000000OTHER");
        const KeyId key("01J00000000000000000000KEY");
        const std::size_t slot = slotOf(RateClass::ApiRead);
        const std::vector<RateOverrideNumbers> numbers{{slot, CountedCaller::Principal, more.text(), {5, 3600s}, 600s},
                                                       {slot, CountedCaller::Key, key.text(), {1, 3600s}}};
        f.limiter.setOverrides(numbers);
        const auto asks = [&](const UserId& user, const KeyId& by = {}) {
            int allowed = 0;
            while (allowed < 20 && f.limiter.check(RateClass::ApiRead, user, by, 1).allowed)
                ++allowed;
            return allowed;
        };
        const Decision first = f.limiter.check(RateClass::ApiRead, more, {}, 1);
        QCOMPARE(first.limit, 5u);
        QCOMPARE(first.remaining, 4u);
        QCOMPARE(asks(more), 4);
        QCOMPARE(asks(other), 2);
        QCOMPARE(asks(other, key), 1);                                // by itself
        QCOMPARE(asks(more, KeyId("01J0000000000000000ANOTHER")), 0); // shares its owner's
        for (const LiveCaller& caller : f.limiter.callers(slot))
            QCOMPARE(caller.limit, caller.kind == CountedCaller::Key ? 1u : caller.text == more.text() ? 5u : 2u);

        f.clock.advance(3600s);
        QCOMPARE(asks(more), 2); // the numbers have ended
        QCOMPARE(asks(other, key), 1);
        f.limiter.setOverrides({});
        QCOMPARE(asks(other, key), 2); // as its owner
    }

    /// As many as there may be are all found, and nobody else is.
    void overrides_ofAThousand_areAllFound()
    {
        Fixture f;
        settings::Values values;
        values.rateApiRead = {100, 3600s};
        f.limiter.setLimits(values);
        std::vector<std::string> ids;
        for (int i = 0; i < 1'100; ++i)
            ids.push_back("user-" + std::to_string(i));
        std::vector<RateOverrideNumbers> numbers;
        for (std::size_t i = 0; i < ids.size(); ++i)
            numbers.push_back(
                {slotOf(RateClass::ApiRead), CountedCaller::Principal, ids[i], {static_cast<std::uint32_t>(i + 200), 3600s}, {}});
        f.limiter.setOverrides(numbers);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const std::uint32_t expected = i < 1'000 ? static_cast<std::uint32_t>(i + 200) : 100;
            QCOMPARE(f.limiter.check(RateClass::ApiRead, UserId(ids[i])).limit, expected);
        }
    }

    void check_default_fiveSignInsInFifteenMinutes()
    {
        Fixture f;
        for (std::uint32_t i = 0; i < 5; ++i) {
            const Decision decision = f.limiter.check(RateClass::Auth, address("203.0.113.7"));
            QVERIFY(decision.allowed);
            QCOMPARE(decision.limit, 5u);
            QCOMPARE(decision.remaining, 4 - i);
            QCOMPARE(decision.window, 900s);
        }
        const Decision refused = f.limiter.check(RateClass::Auth, address("203.0.113.7"));
        QVERIFY(!refused.allowed);
        QCOMPARE(refused.remaining, 0u);
        QCOMPARE(refused.retryAfter, 900s);
        QCOMPARE(refused.reset, 900s);
    }

    void check_afterRetryAfter_allowed()
    {
        Fixture f;
        for (int i = 0; i < 5; ++i)
            QVERIFY(f.allowed());
        const Decision refused = f.limiter.check(RateClass::Auth, address("203.0.113.7"));
        f.clock.advance(refused.retryAfter - 1s);
        const bool early = f.allowed();
        f.clock.advance(1s);
        QVERIFY(early || f.allowed());
    }

    /// At any moment of any window, whatever was let in before: the wait is a whole second or more, never longer than the
    /// window, the same in both fields, and at its end the next request is let in.
    void check_wait_isExactAndNeverBeyondTheWindow()
    {
        std::uint32_t dice = 4711;
        const auto roll = [&dice](std::uint32_t sides) {
            dice = dice * 1664525 + 1013904223;
            return (dice >> 8) % sides;
        };
        for (const std::chrono::seconds window : {1s, 7s, 60s, 900s, 3600s, 86'400s, 2'678'400s}) {
            Fixture f;
            f.limit(5, window);
            const auto windowMicros = static_cast<std::uint64_t>(std::chrono::microseconds(window).count());
            for (int round = 0; round < 200; ++round) {
                f.clock.advance(std::chrono::microseconds(windowMicros * roll(1000) / 4000 + roll(1000)));
                const Decision decision = f.limiter.check(RateClass::Auth, address("203.0.113.7"));
                QVERIFY(decision.reset >= 1s && decision.reset <= window);
                if (decision.allowed) {
                    QCOMPARE(decision.retryAfter, 0s);
                    continue;
                }
                QCOMPARE(decision.retryAfter, decision.reset);
                f.clock.advance(decision.retryAfter);
                QVERIFY(f.allowed());
            }
        }
    }

    void check_justBeforeTheWindowEnds_refused()
    {
        Fixture f;
        f.limit(2, 60s);
        f.clock.advance(1234567us);
        QVERIFY(f.allowed());
        f.clock.advance(10s);
        QVERIFY(f.allowed());
        f.clock.advance(50s - 1ms);
        QVERIFY(!f.allowed());
        f.clock.advance(1ms);
        QVERIFY(f.allowed());
    }

    /// Back an hour: nobody is locked out for longer, and others have what they had. Ahead an hour: nothing comes back early.
    void check_clockThatIsSet_changesNothing()
    {
        SetClock clock;
        test::TestRandom random;
        RateLimiter limiter(clock, random);
        settings::Values values;
        values.rateApiRead = {10, 60s};
        limiter.setLimits(values);
        const auto ask = [&](const char* from) { return limiter.check(RateClass::ApiRead, address(from)); };
        for (const std::chrono::seconds step : {-3600s, 3600s, -86'400s * 400, 86'400s * 400}) {
            for (std::uint32_t i = 0; i < 10; ++i)
                QCOMPARE(ask("127.0.0.2").remaining, 9 - i);
            clock.set(step);
            const Decision refused = ask("127.0.0.2");
            QVERIFY(!refused.allowed);
            QCOMPARE(refused.retryAfter, 60s);
            QCOMPARE(refused.remaining, 0u);
            QVERIFY(ask("127.0.0.3").allowed);
            clock.pass(59s);
            QVERIFY(!ask("127.0.0.2").allowed);
            clock.pass(1s);
        }
    }

    void check_nothingAllowed_waitsForTheWindow()
    {
        Fixture f;
        f.limit(0, 60s);
        const Decision decision = f.limiter.check(RateClass::Auth, address("203.0.113.7"));
        QVERIFY(!decision.allowed);
        QCOMPARE(decision.retryAfter, 60s);
    }

    void check_anyWindow_neverMoreThanTheLimit()
    {
        Fixture f;
        f.limit(10, 60s);
        std::deque<UtcTime> granted;
        std::uint32_t dice = 12345;
        for (int i = 0; i < 20000; ++i) {
            dice = dice * 1664525 + 1013904223;
            f.clock.advance(std::chrono::milliseconds(dice >> 22));
            if (!f.allowed())
                continue;
            granted.push_back(f.clock.now());
            while (granted.front() <= f.clock.now() - 60s)
                granted.pop_front();
            QVERIFY(granted.size() <= 10);
        }
    }

    void check_steadyTraffic_getsNearlyTheLimit()
    {
        Fixture f;
        f.limit(100, 100s);
        int granted = 0;
        for (int i = 0; i < 10000; ++i) { // 10 a second for 1,000 s
            f.clock.advance(100ms);
            granted += f.allowed();
        }
        QVERIFY2(granted >= 900 && granted <= 1100, std::to_string(granted).c_str());
    }

    void check_addressesOfOneNetwork_countTogether()
    {
        Fixture f;
        f.limit(1, 60s);
        QVERIFY(f.allowed("2001:db8:1:2::1"));
        QVERIFY(!f.allowed("2001:db8:1:2:ffff::9"));
        QVERIFY(f.allowed("2001:db8:1:3::1"));
        QVERIFY(f.allowed("203.0.113.7"));
        QVERIFY(f.allowed("203.0.113.8"));
        QVERIFY(!f.allowed("::ffff:203.0.113.8"));
    }

    void check_classesAndKinds_countApart()
    {
        Fixture f;
        settings::Values values;
        values.rateAuth = values.rateApiRead = {1, 60s};
        f.limiter.setLimits(values);
        const IpAddress from = address("203.0.113.7");
        QVERIFY(f.limiter.check(RateClass::Auth, from).allowed);
        QVERIFY(f.limiter.check(RateClass::ApiRead, from).allowed);
        QVERIFY(f.limiter.check(RateClass::ApiRead, UserId("01ARZ3NDEKTSV4RRFFQ69G5FAV")).allowed);
        QVERIFY(!f.limiter.check(RateClass::ApiRead, UserId("01ARZ3NDEKTSV4RRFFQ69G5FAV")).allowed);
        QVERIFY(f.limiter.check(RateClass::ApiRead, UserId("01ARZ3NDEKTSV4RRFFQ69G5FAW")).allowed);
    }

    void check_inParallel_exactlyTheLimit()
    {
        Fixture f;
        f.limit(1000, 60s);
        std::atomic<int> granted = 0;
        std::vector<std::thread> threads;
        for (int t = 0; t < 8; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 500; ++i)
                    granted += f.allowed();
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(granted.load(), 1000);
    }

    void setLimits_atRunTime_takeEffectAtOnce()
    {
        Fixture f;
        f.limit(1, 60s);
        QVERIFY(f.allowed());
        QVERIFY(!f.allowed());
        f.limit(3, 60s);
        QVERIFY(f.allowed());
        QVERIFY(f.allowed());
        QVERIFY(!f.allowed());
        f.limit(3, 30s); // what was counted counts as if it were of now
        QVERIFY(!f.allowed());
        f.clock.advance(30s);
        QVERIFY(f.allowed());
        f.limit(0, 30s);
        QVERIFY(!f.allowed("198.51.100.1"));
    }

    void check_manyKeys_staysBounded()
    {
        ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};
        test::TestRandom random;
        RateLimiter limiter(clock, random, 6400);
        for (std::uint32_t i = 0; i < 200'000; ++i)
            static_cast<void>(limiter.check(RateClass::Auth, IpAddress::v4(i)));
        QVERIFY(limiter.size() <= 6400);
        QVERIFY(limiter.size() > 6000);
    }

    void check_keyInUse_isNotTheOneForgotten()
    {
        ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};
        test::TestRandom random;
        RateLimiter limiter(clock, random, 6400);
        settings::Values values;
        values.rateAuth = {1, 60s};
        limiter.setLimits(values);
        const IpAddress abuser = address("203.0.113.7");
        QVERIFY(limiter.check(RateClass::Auth, abuser).allowed);
        for (std::uint32_t i = 0; i < 100'000; ++i) {
            static_cast<void>(limiter.check(RateClass::Auth, IpAddress::v4(i)));
            if (i % 1000 == 0)
                QVERIFY(!limiter.check(RateClass::Auth, abuser).allowed);
        }
    }

    void refusals_reportedFirstAndThenOnceAMinute()
    {
        Fixture f;
        f.limit(1, 3600s);
        QVERIFY(f.allowed());
        const auto refuse = [&] { return f.limiter.check(RateClass::Auth, address("203.0.113.7")).unreported; };
        QCOMPARE(refuse(), 1u);
        for (int i = 0; i < 99; ++i)
            QCOMPARE(refuse(), 0u);
        f.clock.advance(60s);
        QCOMPARE(refuse(), 100u);
        QCOMPARE(refuse(), 0u);
    }

    void check_time_belowAMicrosecond()
    {
        Fixture f;
        const IpAddress from = address("203.0.113.7");
        constexpr int rounds = 100'000;
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < rounds; ++i)
            static_cast<void>(f.limiter.check(RateClass::Address, from));
        const auto nanos = (std::chrono::steady_clock::now() - start).count() / rounds;
        qInfo("%lld ns a check", static_cast<long long>(nanos));
        QVERIFY(nanos < 50'000); // generous: debug builds, sanitizers, busy machines
    }
};

SALLYPORT_TEST(TstRateLimiter)

} // namespace tst_rate_limiter
#include "tst_rate_limiter.moc"
