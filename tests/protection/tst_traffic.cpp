#include "backend/protection/traffic/traffic.h"
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
