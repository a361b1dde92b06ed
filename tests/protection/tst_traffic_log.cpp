#include "backend/protection/traffic/traffic_log.h"

#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"
#include "tests/support/test_store.h"

#include <QtTest>

namespace tst_traffic_log {

using namespace sallyport;
using namespace sallyport::protection;
using namespace std::chrono_literals;

namespace {

/// A vault that is locked and unlocked.
struct Vault {
    ManualClock clock{test::at("2026-11-24T12:00:30Z")};
    test::TestStore store{&clock};
    std::unique_ptr<Traffic> traffic;
    std::unique_ptr<TrafficLog> log;

    Vault() { unlock(); }
    void unlock()
    {
        traffic = std::make_unique<Traffic>(clock);
        log = std::move(*TrafficLog::open(store.store(), *traffic, clock));
    }
    void lock()
    {
        log.reset();
        traffic.reset();
    }
    std::uint64_t sum(Traffic::Span span, std::uint32_t TrafficSample::*member) const
    {
        std::uint64_t all = 0;
        for (const TrafficSample& sample : traffic->series(span))
            all += sample.*member;
        return all;
    }
    std::int64_t rows()
    {
        return *store->read([](storage::Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM traffic_counts"));
            SALLYPORT_TRY(row.step());
            return row.integer();
        });
    }
};

} // namespace

class TstTrafficLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_outliveLockingTheVault()
    {
        Vault vault;
        for (int i = 0; i < 5; ++i)
            vault.traffic->count(TrafficOutcome::Answered);
        vault.traffic->count(TrafficOutcome::Refused, TrafficStage::Permission);
        vault.traffic->count(TrafficOutcome::Failed);
        vault.clock.advance(3h);
        vault.traffic->count(TrafficOutcome::Blocked, TrafficStage::Address);
        QVERIFY(vault.log->save());
        vault.lock();
        vault.clock.advance(8h);
        vault.unlock();
        for (const auto span : {Traffic::Span::Day, Traffic::Span::Week}) {
            QCOMPARE(vault.sum(span, &TrafficSample::answered), std::uint64_t{5});
            QCOMPARE(vault.sum(span, &TrafficSample::refused), std::uint64_t{1});
            QCOMPARE(vault.sum(span, &TrafficSample::blocked), std::uint64_t{1});
            QCOMPARE(vault.sum(span, &TrafficSample::failed), std::uint64_t{1});
        }
        QCOMPARE(vault.sum(Traffic::Span::Hour, &TrafficSample::answered), std::uint64_t{0});
        const auto stages = vault.traffic->refusalsByStage();
        QCOMPARE(stages[static_cast<std::size_t>(TrafficStage::Permission)], std::uint64_t{1});
        QCOMPARE(stages[static_cast<std::size_t>(TrafficStage::Address)], std::uint64_t{1});
    }

    void minuteThatGoesOn_isCountedOnce()
    {
        Vault vault;
        for (int round = 0; round < 3; ++round) {
            vault.traffic->count(TrafficOutcome::Answered);
            QVERIFY(vault.log->save());
            vault.lock();
            vault.unlock();
        }
        QCOMPARE(vault.sum(Traffic::Span::Hour, &TrafficSample::answered), std::uint64_t{3});
        QCOMPARE(vault.rows(), std::int64_t{2}); // the minute and its hour
    }

    void countedSince_isWhenTheVaultWasFirstOpened()
    {
        Vault vault;
        const UtcTime first = vault.clock.now();
        vault.lock();
        vault.clock.advance(2h);
        vault.unlock();
        QCOMPARE(vault.traffic->shortSince(Traffic::Span::Day), std::optional(first));
        QCOMPARE(vault.traffic->shortSince(Traffic::Span::Hour), std::optional<UtcTime>());
    }

    void save_withoutRequests_writesNothing()
    {
        Vault vault;
        vault.traffic->count(TrafficOutcome::Answered);
        QVERIFY(vault.log->save());
        const auto version = vault.store->version();
        QVERIFY(vault.log->save());
        vault.clock.advance(5min);
        QVERIFY(vault.log->save());
        QCOMPARE(vault.store->version(), version);
    }

    void removeExpired_keepsADayOfMinutesAndAWeekOfHours()
    {
        Vault vault;
        for (int hour = 0; hour < 24 * 9; ++hour) {
            vault.traffic->count(TrafficOutcome::Answered);
            QVERIFY(vault.log->save());
            vault.clock.advance(1h);
        }
        const std::int64_t before = vault.rows();
        QVERIFY(vault.log->removeExpired(UtcTime{})); // the clock isn't believed
        QCOMPARE(vault.rows(), before);
        QVERIFY(vault.log->removeExpired(vault.clock.now()));
        QCOMPARE(vault.rows(), std::int64_t{25 + 24 * 7 + 8});
        vault.lock();
        vault.unlock();
        QCOMPARE(vault.sum(Traffic::Span::Day, &TrafficSample::answered), std::uint64_t{23});
        QVERIFY(vault.sum(Traffic::Span::Week, &TrafficSample::answered) >= 166);
    }

    void counters_haveWordsOfTheirOwn()
    {
        Vault vault;
        for (std::size_t outcome = 0; outcome < trafficOutcomes; ++outcome)
            vault.traffic->count(static_cast<TrafficOutcome>(outcome));
        for (std::size_t stage = 0; stage < trafficCounters - trafficOutcomes; ++stage)
            vault.traffic->count(TrafficOutcome::Refused, static_cast<TrafficStage>(stage));
        const auto counts = vault.traffic->countsSince(UtcTime{});
        QVERIFY(vault.log->save());
        vault.lock();
        vault.unlock();
        QCOMPARE(vault.traffic->countsSince(UtcTime{}), counts);
        QCOMPARE(counts.size(), trafficCounters + trafficOutcomes);
    }
};

SALLYPORT_TEST(TstTrafficLog)

} // namespace tst_traffic_log
#include "tst_traffic_log.moc"
