#include "backend/protection/limits/rate_limiter.h"
#include "tests/support/test_main.h"
#include "tests/support/test_random.h"

#include <QtTest>

#include <atomic>
#include <deque>
#include <thread>

namespace tst_rate_algorithms {

using namespace sallyport;
using namespace sallyport::protection;
using settings::ControlMode;
using namespace std::chrono_literals;

namespace {

struct Fixture {
    ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};
    test::TestRandom random;
    RateLimiter limiter{clock, random};

    void rule(RateAlgorithm algorithm, std::uint32_t requests, std::chrono::seconds window,
              ControlMode mode = ControlMode::Enforce)
    {
        RateShape shape;
        shape.requests = requests;
        shape.windowSeconds = static_cast<std::uint32_t>(window.count());
        shape.algorithm = algorithm;
        shape.mode = mode;
        limiter.setOwn(0, shape, 4711, "01JRATERVLE000000000000001");
    }
    Decision ask(const char* who = "01JVSER0000000000000000001") { return limiter.checkOwn(0, UserId(who)); }
    std::uint32_t letIn(int asked)
    {
        std::uint32_t answered = 0;
        for (int i = 0; i < asked; ++i)
            answered += ask().allowed ? 1 : 0;
        return answered;
    }
};

constexpr std::array everyAlgorithm{RateAlgorithm::Gcra, RateAlgorithm::Sliding, RateAlgorithm::Fixed};

} // namespace

class TstRateAlgorithms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void evenPace_givesBackBitByBit()
    {
        Fixture f;
        f.rule(RateAlgorithm::Gcra, 6, 60s);
        QCOMPARE(f.letIn(10), 6u);
        const Decision refused = f.ask();
        QCOMPARE(refused.retryAfter, 10s);
        f.clock.advance(10s);
        QCOMPARE(f.letIn(5), 1u);
        f.clock.advance(30s);
        QCOMPARE(f.letIn(5), 3u);
        f.clock.advance(60s);
        const Decision first = f.ask();
        QCOMPARE(first.remaining, 5u);
        QCOMPARE(first.reset, 10s);
    }

    void fixedWindow_beginsWithTheFirstRequest_andEndsAsAWhole()
    {
        Fixture f;
        f.rule(RateAlgorithm::Fixed, 3, 60s);
        f.clock.advance(47s);
        QCOMPARE(f.letIn(1), 1u);
        f.clock.advance(59s);
        QCOMPARE(f.letIn(5), 2u);
        QCOMPARE(f.ask().retryAfter, 1s);
        f.clock.advance(1s);
        QCOMPARE(f.letIn(5), 3u);
        QCOMPARE(f.ask().retryAfter, 60s);
    }

    void asvs_2_4_1_neverMoreThanTheLimitInAnyWindow_evenAtItsEdges()
    {
        Fixture f;
        f.rule(RateAlgorithm::Sliding, 10, 70s);
        f.clock.advance(69s);
        QCOMPARE(f.letIn(20), 10u); // at the end of what a fixed window would be
        f.clock.advance(2s);
        QCOMPARE(f.letIn(20), 0u);
        f.clock.advance(68s);
        QCOMPARE(f.letIn(20), 10u);
    }

    /// Whole seconds, at least one, at most the window; who waits as long as they were told is let in, and nobody who waits less
    /// than that has been told too long a time by more than rounding up takes.
    void wait_isExact_byEveryAlgorithm()
    {
        for (const RateAlgorithm algorithm : everyAlgorithm) {
            std::uint32_t dice = 99;
            const auto roll = [&dice](std::uint32_t sides) {
                dice = dice * 1664525 + 1013904223;
                return (dice >> 8) % sides;
            };
            for (const std::chrono::seconds window : {1s, 60s, 3600s, 2'678'400s}) {
                Fixture f;
                f.rule(algorithm, 5, window);
                const auto micros = static_cast<std::uint64_t>(std::chrono::microseconds(window).count());
                int refusals = 0;
                for (int round = 0; round < 300; ++round) {
                    f.clock.advance(std::chrono::microseconds(micros * roll(1000) / 9000 + roll(1000)));
                    const Decision decision = f.ask();
                    QVERIFY(decision.reset >= 1s && decision.reset <= window);
                    if (decision.allowed) {
                        QCOMPARE(decision.retryAfter, 0s);
                        continue;
                    }
                    ++refusals;
                    QCOMPARE(decision.retryAfter, decision.reset);
                    QCOMPARE(decision.remaining, 0u);
                    f.clock.advance(decision.retryAfter);
                    QVERIFY(f.ask().allowed);
                }
                QVERIFY(refusals > 20);
            }
        }
    }

    void afterTheWindow_nothingIsLeftOfIt()
    {
        for (const RateAlgorithm algorithm : everyAlgorithm) {
            Fixture f;
            f.rule(algorithm, 4, 900s);
            for (int round = 0; round < 5; ++round) {
                QCOMPARE(f.letIn(9), 4u);
                f.clock.advance(900s);
            }
        }
    }

    void oneEach_slowerThanTheLimit_isNeverRefused()
    {
        for (const RateAlgorithm algorithm : everyAlgorithm) {
            Fixture f;
            f.rule(algorithm, 3, 60s);
            for (int i = 0; i < 500; ++i) {
                f.clock.advance(24s); // 2.5 a window
                QVERIFY(f.ask().allowed);
            }
        }
    }

    void mostRequestsInTheLongestWindow_areCounted()
    {
        for (const RateAlgorithm algorithm : everyAlgorithm) {
            Fixture f;
            f.rule(algorithm, 10'000'000, 2'678'400s);
            std::uint32_t remaining = 0;
            for (int i = 0; i < 1000; ++i)
                remaining = f.ask().remaining;
            QVERIFY2(remaining >= 9'998'999 && remaining <= 9'999'001, std::to_string(remaining).c_str());
        }
    }

    void cost_countsForSeveral_andNeverForMoreThanThereIs()
    {
        Fixture f;
        settings::Values values;
        values.rateApiRead = {10, 60s};
        f.limiter.setLimits(values);
        const UserId who("01JVSER0000000000000000001");
        QCOMPARE(f.limiter.check(RateClass::ApiRead, who, 4).remaining, 6u);
        QCOMPARE(f.limiter.check(RateClass::ApiRead, who, 4).remaining, 2u);
        const Decision refused = f.limiter.check(RateClass::ApiRead, who, 4);
        QVERIFY(!refused.allowed);
        QCOMPARE(refused.remaining, 0u);
        QCOMPARE(f.limiter.check(RateClass::ApiRead, who, 2).remaining, 0u);
        f.clock.advance(60s);
        QVERIFY(f.limiter.check(RateClass::ApiRead, who, 1000).allowed); // dearer than all there is: then all of it
        QVERIFY(!f.limiter.check(RateClass::ApiRead, who, 1).allowed);
    }

    void observe_letsIn_andNotes()
    {
        Fixture f;
        f.rule(RateAlgorithm::Sliding, 2, 60s, ControlMode::Observe);
        QVERIFY(f.ask().allowed && !f.ask().noted);
        const Decision third = f.ask();
        QVERIFY(third.allowed && third.noted && !third.counted);
        QCOMPARE(third.unreported, 1u);
        QCOMPARE(f.ask().unreported, 0u);
        const RateMinute minute = f.limiter.takeMinute();
        QCOMPARE(minute.totals[static_cast<std::size_t>(RateClass::Own)].noted, 2u);
        QCOMPARE(minute.totals[static_cast<std::size_t>(RateClass::Own)].refused, 0u);
        QCOMPARE(minute.callers.size(), std::size_t{1});
        QCOMPARE(minute.callers[0].answered, 2u);
        QCOMPARE(minute.callers[0].refused, 2u);
    }

    void off_countsNothing()
    {
        Fixture f;
        f.rule(RateAlgorithm::Sliding, 1, 60s, ControlMode::Off);
        for (int i = 0; i < 5; ++i)
            QVERIFY(f.ask().allowed && !f.ask().counted);
        f.rule(RateAlgorithm::Sliding, 1, 60s);
        QCOMPARE(f.letIn(5), 1u);
    }

    void giveBack_leavesRoomAgain()
    {
        for (const RateAlgorithm algorithm : everyAlgorithm) {
            Fixture f;
            f.rule(algorithm, 2, 60s);
            for (int i = 0; i < 50; ++i) {
                const Decision decision = f.ask();
                QVERIFY(decision.allowed);
                f.clock.advance(100ms);
                f.limiter.giveBack(decision);
            }
            QCOMPARE(f.letIn(5), 2u);
            f.limiter.giveBack(f.ask()); // refused: there is nothing to give back
            QCOMPARE(f.letIn(1), 0u);
        }
    }

    void otherNumbers_keepWhatCounts_andReviveNothing()
    {
        for (const RateAlgorithm algorithm : everyAlgorithm) {
            Fixture f;
            f.rule(algorithm, 3, 2s);
            QCOMPARE(f.letIn(5), 3u);
            f.clock.advance(3s);
            f.rule(algorithm, 3, 600s); // the lock has ended: a longer window does not bring it back
            QCOMPARE(f.letIn(5), 3u);
            f.rule(algorithm, 5, 600s); // more is more at once
            QCOMPARE(f.letIn(5), 2u);
            f.rule(algorithm, 5, 2s); // a shorter one holds for its own length
            QCOMPARE(f.letIn(1), 0u);
            f.clock.advance(2s);
            QVERIFY(f.ask().allowed);
        }
    }

    void anotherAlgorithm_keepsWhatCounts()
    {
        Fixture f;
        f.rule(RateAlgorithm::Sliding, 4, 60s);
        QCOMPARE(f.letIn(3), 3u);
        for (const RateAlgorithm algorithm : {RateAlgorithm::Gcra, RateAlgorithm::Fixed, RateAlgorithm::Sliding}) {
            f.rule(algorithm, 4, 60s);
            QCOMPARE(f.limiter.callers(static_cast<std::size_t>(RateClass::Own))[0].used, 3u);
        }
        QCOMPARE(f.letIn(3), 1u);
    }

    void anotherRuleInTheSamePlace_countsAnew()
    {
        Fixture f;
        f.rule(RateAlgorithm::Sliding, 1, 60s);
        QCOMPARE(f.letIn(2), 1u);
        RateShape shape = f.limiter.ownShape(0);
        f.limiter.setOwn(0, shape, 4712, "01JRATERVLE000000000000002");
        QCOMPARE(f.letIn(2), 1u);
    }

    void reset_isOfOneCaller_andCanBeTakenBack()
    {
        Fixture f;
        const auto slot = static_cast<std::size_t>(RateClass::Own);
        f.rule(RateAlgorithm::Sliding, 3, 60s);
        QCOMPARE(f.letIn(5), 3u);
        QVERIFY(f.ask("01JVSER0000000000000000002").allowed);
        const auto tag = f.limiter.tagOf(slot, CountedCaller::Principal, "01JVSER0000000000000000001");
        QVERIFY(tag.has_value());
        QCOMPARE(f.limiter.reset(*tag), std::optional(3u));
        QCOMPARE(f.limiter.reset(*tag), std::optional<std::uint32_t>());
        QCOMPARE(f.letIn(1), 1u);
        QCOMPARE(f.ask("01JVSER0000000000000000002").remaining, 1u);
        f.limiter.putBack(slot, *tag, 3);
        QCOMPARE(f.letIn(1), 0u);
        QVERIFY(!f.limiter.reset(12345).has_value());
    }

    void addresses_areResetByAnyOfTheirNetwork()
    {
        Fixture f;
        settings::Values values;
        values.rateAddress = {1, 60s};
        f.limiter.setLimits(values);
        const IpAddress from = *IpAddress::parse("2001:db8:1:2::7");
        QVERIFY(f.limiter.check(RateClass::Address, from).allowed);
        QVERIFY(!f.limiter.check(RateClass::Address, from).allowed);
        QCOMPARE(f.limiter.callers(0)[0].text, std::string("2001:db8:1:2::/64"));
        for (const char* text : {"2001:db8:1:2::/64", "2001:db8:1:2:9::1"})
            QCOMPARE(f.limiter.tagOf(0, CountedCaller::V6, text), std::optional(f.limiter.callers(0)[0].tag));
        QVERIFY(f.limiter.reset(f.limiter.callers(0)[0].tag).has_value());
        QVERIFY(f.limiter.check(RateClass::Address, from).allowed);
        QVERIFY(!f.limiter.tagOf(0, CountedCaller::V4, "nonsense").has_value());
    }

    void whatWasSaved_countsOnAfterARestart()
    {
        for (const RateAlgorithm algorithm : everyAlgorithm) {
            Fixture before;
            const std::array<std::uint64_t, 4> seed{1, 2, 3, 4};
            before.limiter.setSeed(seed);
            before.rule(algorithm, 5, 900s);
            QCOMPARE(before.letIn(3), 3u);
            before.clock.advance(60s);
            QVERIFY(before.ask().allowed);
            const std::vector<SavedCount> saved = before.limiter.save(300s, 1000);
            QCOMPARE(saved.size(), std::size_t{1});

            Fixture after;
            after.limiter.setSeed(seed);
            after.rule(algorithm, 5, 900s);
            after.limiter.restore(saved, 10s);
            QCOMPARE(after.letIn(5), 1u);
            const Decision refused = after.ask();
            QVERIFY(refused.retryAfter >= 1s && refused.retryAfter <= 900s);
            after.clock.advance(refused.retryAfter);
            QVERIFY(after.ask().allowed);

            Fixture late; // away for longer than the window
            late.limiter.setSeed(seed);
            late.rule(algorithm, 5, 900s);
            late.limiter.restore(saved, 1000s);
            QCOMPARE(late.letIn(9), 5u);

            Fixture back; // a clock that went back meanwhile forgives nothing and locks nobody up for longer
            back.limiter.setSeed(seed);
            back.rule(algorithm, 5, 900s);
            back.limiter.restore(saved, -3600s);
            QCOMPARE(back.letIn(5), 1u);
            QVERIFY(back.ask().retryAfter <= 900s);
        }
    }

    void shortWindows_areNotSaved()
    {
        Fixture f;
        f.rule(RateAlgorithm::Sliding, 5, 60s);
        QCOMPARE(f.letIn(3), 3u);
        QVERIFY(f.limiter.save(300s, 1000).empty());
    }

    void rubbishThatWasSaved_isPassedOver()
    {
        Fixture f;
        SavedCount bad;
        bad.tag = 7;
        bad.count = {0xffff'ffffu, -5, {{-1, 4}}};
        f.limiter.restore({bad, {}, {9, {1u << 28, 0, {{0, 1}}}, {}, 0, {}}}, 0s);
        QCOMPARE(f.limiter.size(), std::size_t{0});
    }

    void exempt_isEveryAddressOfTheNetworks()
    {
        Fixture f;
        settings::Values values;
        QVERIFY(!f.limiter.exempt(*IpAddress::parse("10.1.2.3")));
        values.rateExempt = "10.1.0.0/16, 2001:db8::/32";
        f.limiter.setLimits(values);
        QVERIFY(f.limiter.exempt(*IpAddress::parse("10.1.2.3")));
        QVERIFY(f.limiter.exempt(*IpAddress::parse("::ffff:10.1.2.3")));
        QVERIFY(f.limiter.exempt(*IpAddress::parse("2001:db8:5::1")));
        QVERIFY(!f.limiter.exempt(*IpAddress::parse("10.2.0.1")));
        values.rateExempt.clear();
        f.limiter.setLimits(values);
        QVERIFY(!f.limiter.exempt(*IpAddress::parse("10.1.2.3")));
    }
};

SALLYPORT_TEST(TstRateAlgorithms)

} // namespace tst_rate_algorithms
#include "tst_rate_algorithms.moc"
