#include "backend/protection/limits/rate_limiter.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

#include <chrono>

namespace tst_rate_capacity {

using namespace sallyport;
using namespace sallyport::protection;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t million = 1'000'000;
constexpr std::size_t mostBytes = std::size_t{64} << 20;
constexpr std::size_t aSixteenth = RateLimiter::defaultCapacity / 16; ///< what grows with it is tried with less

struct Fixture {
    ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};
    test::TestRandom random;
    RateLimiter limiter;
    explicit Fixture(std::size_t capacity = aSixteenth) : limiter(clock, random, capacity)
    {
        settings::Values values;
        values.rateAddress = {2, 3600s};
        values.rateAuth = {1, 86'400s};
        limiter.setLimits(values);
    }
    Decision ask(std::uint32_t address) { return limiter.check(RateClass::Address, IpAddress::v4(address)); }
    /// Nanoseconds a check of the new addresses from `from` on.
    std::int64_t flood(std::uint32_t from, std::uint32_t count)
    {
        const auto begin = std::chrono::steady_clock::now();
        for (std::uint32_t i = 0; i < count; ++i)
            static_cast<void>(ask(from + i));
        return (std::chrono::steady_clock::now() - begin) / std::chrono::nanoseconds(1) / count;
    }
};

} // namespace

class TstRateCapacity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// All of a million are remembered, in 64 MiB.
    void asvs_2_4_1_millionAddresses_areAllCounted_in64MiB()
    {
        Fixture f(RateLimiter::defaultCapacity);
        f.flood(0, million);
        QCOMPARE(f.limiter.size(), std::size_t{million});
        QVERIFY2(f.limiter.bytes() <= mostBytes, std::to_string(f.limiter.bytes()).c_str());
        std::uint32_t forgotten = 0;
        for (std::uint32_t i = 0; i < million; i += 5)
            forgotten += f.ask(i).remaining != 0 ? 1 : 0; // the second of two
        QCOMPARE(forgotten, 0u);
    }

    /// Beyond the bound memory stays, a check costs what it did, and who has been idle longest goes.
    void moreThanThereIsRoomFor_theOldestIdleGoes()
    {
        Fixture f;
        const std::int64_t first = f.flood(0, 25'000);
        f.clock.advance(60s);
        f.flood(25'000, 44'000);
        const std::size_t bytes = f.limiter.bytes();
        f.clock.advance(60s);
        const std::int64_t full = f.flood(10'000'000, 19'000);
        QVERIFY(f.limiter.bytes() <= bytes + bytes / 50);
        qInfo("%lld ns a check while it fills, %lld ns when it is full, %zu bytes", static_cast<long long>(first),
              static_cast<long long>(full), f.limiter.bytes());
        QVERIFY(full < std::max<std::int64_t>(first, 500) * 20); // generous: busy machines
        std::uint32_t oldest = 0, newest = 0;
        for (std::uint32_t i = 0; i < 1000; ++i) {
            newest += f.ask(10'000'000 + i * 19).remaining == 0 ? 1 : 0;
            oldest += f.ask(i * 25).remaining == 0 ? 1 : 0;
        }
        QVERIFY2(newest >= 995, std::to_string(newest).c_str());
        QVERIFY2(oldest < 600, std::to_string(oldest).c_str()); // 20,400 had to go, and they were of these 25,000
    }

    /// What many addresses ask for does not take anybody's refusals or failed sign-ins away.
    void flood_flushesNobodysLongWindow()
    {
        Fixture f;
        const IpAddress guesser = *IpAddress::parse("203.0.113.7");
        const IpAddress noisy = *IpAddress::parse("203.0.113.8");
        QVERIFY(f.limiter.checkTry(guesser, "ingrid@northgate.example").allowed);
        QVERIFY(!f.limiter.checkTry(guesser, "ingrid@northgate.example").allowed);
        for (int i = 0; i < 3; ++i)
            static_cast<void>(f.limiter.check(RateClass::Address, noisy));
        for (std::uint32_t round = 0; round < 3; ++round) {
            f.clock.advance(1s);
            f.flood(round * 70'000, 70'000);
        }
        QVERIFY(!f.limiter.checkTry(guesser, "ingrid@northgate.example").allowed);
        QVERIFY(!f.limiter.check(RateClass::Address, noisy).allowed);
    }

    void afterTheFlood_memoryGoesBack()
    {
        Fixture f;
        f.flood(0, 50'000);
        const std::size_t full = f.limiter.bytes();
        f.limiter.sweep();
        QCOMPARE(f.limiter.size(), std::size_t{50'000});
        f.clock.advance(2h);
        QVERIFY(f.limiter.checkTry(*IpAddress::parse("203.0.113.7"), "x").allowed);
        f.limiter.sweep();
        QCOMPARE(f.limiter.size(), std::size_t{1});
        QVERIFY2(f.limiter.bytes() < full / 4, std::to_string(f.limiter.bytes()).c_str());
        QVERIFY(!f.limiter.checkTry(*IpAddress::parse("203.0.113.7"), "x").allowed);
    }

    void hottest_isKnownByName_amongMany()
    {
        Fixture f;
        settings::Values values;
        values.rateAddress = {10'000, 3600s};
        f.limiter.setLimits(values);
        f.flood(0, 40'000);
        for (int i = 0; i < 3; ++i) // who asks now and then makes room each minute
            static_cast<void>(f.limiter.takeMinute());
        for (int i = 0; i < 500; ++i)
            static_cast<void>(f.ask(0xcb007107));
        std::uint32_t most = 0;
        std::string name;
        for (const LiveCaller& caller : f.limiter.callers(0)) {
            if (caller.used > most) {
                most = caller.used;
                name = caller.text;
            }
        }
        QCOMPARE(name, std::string("203.0.113.7"));
        QCOMPARE(most, 500u);
    }
};

SALLYPORT_TEST(TstRateCapacity)

} // namespace tst_rate_capacity
#include "tst_rate_capacity.moc"
