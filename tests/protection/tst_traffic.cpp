#include "backend/protection/traffic/traffic.h"

#include "backend/base/time_format.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <thread>

namespace tst_traffic {

using namespace sallyport;
using namespace sallyport::protection;
using namespace std::chrono_literals;

class TstTraffic : public QObject {
    Q_OBJECT

    static UtcTime start() { return UtcTime(std::chrono::seconds(1'790'000'000 / 7200 * 7200)); }

private Q_SLOTS:
    void requestsPerSecond_lastFiveWholeSeconds()
    {
        ManualClock clock(start());
        Traffic traffic(clock);
        for (int second = 0; second < 5; ++second) {
            for (int i = 0; i < 10 + second; ++i)
                traffic.count(TrafficOutcome::Answered);
            clock.advance(1s);
        }
        traffic.count(TrafficOutcome::Answered); // the current second isn't whole
        QCOMPARE(traffic.requestsPerSecond(), (10 + 11 + 12 + 13 + 14) / 5.0);
        clock.advance(10s);
        QCOMPARE(traffic.requestsPerSecond(), 0.0);
    }

    void series_shapes_currentColumnLast()
    {
        ManualClock clock(start() + 90s);
        Traffic traffic(clock);
        traffic.count(TrafficOutcome::Answered);
        traffic.count(TrafficOutcome::Refused, TrafficStage::RateLimit);
        traffic.count(TrafficOutcome::Blocked, TrafficStage::Address);
        traffic.count(TrafficOutcome::Failed);
        struct Shape {
            Traffic::Span span;
            std::size_t columns;
            std::chrono::seconds width;
        };
        for (const Shape& shape :
             {Shape{Traffic::Span::Hour, 60, 60s}, Shape{Traffic::Span::Day, 96, 900s}, Shape{Traffic::Span::Week, 84, 7200s}}) {
            const auto series = traffic.series(shape.span);
            QCOMPARE(series.size(), shape.columns);
            QCOMPARE(series.back().answered, 1u);
            QCOMPARE(series.back().refused, 1u);
            QCOMPARE(series.back().blocked, 1u);
            QCOMPARE(series.back().failed, 1u);
            QVERIFY(series.back().start <= clock.now() && clock.now() < series.back().start + shape.width);
            QCOMPARE(series[1].start - series[0].start, std::chrono::microseconds(shape.width));
        }
    }

    void series_afterTime_oldSlotsAreEmptyNotReused()
    {
        ManualClock clock(start());
        Traffic traffic(clock);
        traffic.count(TrafficOutcome::Answered);
        clock.advance(59min);
        QCOMPARE(traffic.series(Traffic::Span::Hour).front().answered, 1u);
        clock.advance(1min);
        QCOMPARE(traffic.series(Traffic::Span::Hour).front().answered, 0u);
        clock.advance(23h + 30min);
        QCOMPARE(traffic.series(Traffic::Span::Day).front().answered, 0u);
        clock.advance(std::chrono::days(8));
        for (const auto& sample : traffic.series(Traffic::Span::Week))
            QCOMPARE(sample.answered, 0u);
    }

    void refusalsByStage_lastDay()
    {
        ManualClock clock(start());
        Traffic traffic(clock);
        traffic.count(TrafficOutcome::Refused, TrafficStage::Authentication);
        traffic.count(TrafficOutcome::Answered, TrafficStage::Authentication);
        clock.advance(12h);
        traffic.count(TrafficOutcome::Refused, TrafficStage::Parser);
        traffic.count(TrafficOutcome::Blocked, TrafficStage::Address);
        const auto at = [&](TrafficStage stage) { return traffic.refusalsByStage()[static_cast<std::size_t>(stage)]; };
        QCOMPARE(at(TrafficStage::Authentication), 1u);
        QCOMPARE(at(TrafficStage::Parser), 1u);
        QCOMPARE(at(TrafficStage::Address), 1u);
        clock.advance(12h);
        QCOMPARE(at(TrafficStage::Authentication), 0u);
        QCOMPARE(at(TrafficStage::Parser), 1u);
    }

    void refusalsByStage_areOfTheTimeThatTheDayShows()
    {
        // The oldest quarter of an hour of the day's columns, at each minute of it.
        for (int minute = 0; minute < 15; ++minute) {
            ManualClock clock(start() + 1min * minute);
            Traffic traffic(clock);
            for (int i = 0; i < 1500; ++i) {
                traffic.count(TrafficOutcome::Refused, static_cast<TrafficStage>(i % 9));
                clock.advance(1min);
            }
            std::uint64_t day = 0, stages = 0;
            for (const TrafficSample& sample : traffic.series(Traffic::Span::Day))
                day += sample.refused + sample.blocked;
            for (const std::uint64_t one : traffic.refusalsByStage())
                stages += one;
            QCOMPARE(stages, day);
        }
    }

    void shortSince_untilTheSpanIsFull()
    {
        ManualClock clock(start() + 90s);
        Traffic traffic(clock);
        for (const auto span : {Traffic::Span::Hour, Traffic::Span::Day, Traffic::Span::Week})
            QCOMPARE(traffic.shortSince(span), std::optional(clock.now()));
        const UtcTime since = clock.now();
        clock.advance(61min);
        QCOMPARE(traffic.shortSince(Traffic::Span::Hour), std::optional<UtcTime>());
        QCOMPARE(traffic.shortSince(Traffic::Span::Day), std::optional(since));
        clock.advance(24h);
        QCOMPARE(traffic.shortSince(Traffic::Span::Day), std::optional<UtcTime>());
        QCOMPARE(traffic.shortSince(Traffic::Span::Week), std::optional(since));
        traffic.setCountedSince(since - 24h * 8);
        QCOMPARE(traffic.shortSince(Traffic::Span::Week), std::optional<UtcTime>());
    }

    void restore_givesBackWhatCountsSinceSaid()
    {
        ManualClock clock(start());
        Traffic before(clock);
        before.count(TrafficOutcome::Answered);
        clock.advance(20h);
        for (int i = 0; i < 7; ++i)
            before.count(TrafficOutcome::Refused, TrafficStage::RateLimit);
        before.count(TrafficOutcome::Blocked, TrafficStage::Address);
        clock.advance(1h);
        const auto counts = before.countsSince(UtcTime{});
        Traffic after(clock);
        after.restore(counts);
        QCOMPARE(after.countsSince(UtcTime{}), counts);
        QCOMPARE(after.refusalsByStage(), before.refusalsByStage());
        for (const auto span : {Traffic::Span::Hour, Traffic::Span::Day, Traffic::Span::Week}) {
            const auto a = before.series(span), b = after.series(span);
            for (std::size_t i = 0; i < a.size(); ++i)
                QVERIFY(a[i].answered == b[i].answered && a[i].refused == b[i].refused && a[i].blocked == b[i].blocked);
        }
        // Only what lies in the minute of 20 h or later: 2 outcomes and 2 stages, and 2 outcomes of its hour.
        QCOMPARE(before.countsSince(start() + 20h).size(), std::size_t{6});
    }

    void restore_whatFitsNowhere_isPassedOver()
    {
        ManualClock clock(start());
        Traffic traffic(clock);
        const std::int64_t minute = toMicros(start()) / 60'000'000, hour = minute / 60;
        traffic.restore(std::vector<TrafficCount>{{60, minute + 1, 0, 1},
                                                  {60, minute - 1500, 0, 1},
                                                  {3600, hour + 1, 0, 1},
                                                  {3600, hour, trafficOutcomes, 1}, // stages have no hours
                                                  {60, minute, trafficCounters, 1},
                                                  {61, minute, 0, 1},
                                                  {0, 0, 0, 1}});
        QVERIFY(traffic.countsSince(UtcTime{}).empty());
    }

    void count_inParallel_losesNothing()
    {
        ManualClock clock(start());
        Traffic traffic(clock);
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 10'000; ++i)
                    traffic.count(TrafficOutcome::Answered);
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(traffic.series(Traffic::Span::Hour).back().answered, 40'000u);
    }
};

SALLYPORT_TEST(TstTraffic)

} // namespace tst_traffic
#include "tst_traffic.moc"
