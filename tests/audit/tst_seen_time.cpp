#include "backend/audit/event_table.h"
#include "backend/audit/retention.h"
#include "backend/audit/seen_time.h"
#include "tests/support/jumping_clock.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <array>
#include <random>

namespace tst_seen_time {

using namespace sallyport;
using namespace sallyport::audit;
using namespace std::chrono_literals;
using test::JumpingClock;

namespace {

/// A vault of which nothing but journal and clock is there.
struct Vault {
    JumpingClock clock{test::at("2026-11-24T12:00:00Z")};
    test::TestStore store{&clock};
    std::unique_ptr<Journal> journal;
    std::unique_ptr<SeenTime> seen;
    std::string bootId; ///< empty: nobody knows how long the machine has run

    explicit Vault(std::string boot = {}) : bootId(std::move(boot)) { open(); }
    void open()
    {
        journal = std::move(*Journal::open(store.store(), test::TestJournal::key(), store.directory() / "audit.head"));
        seen = beside(true);
    }
    std::unique_ptr<SeenTime> beside(bool keeps = false)
    {
        BootClock boot;
        if (!bootId.empty())
            boot = [this] { return BootTime{bootId, std::chrono::duration_cast<std::chrono::microseconds>(run())}; };
        return std::move(*SeenTime::open(store.store(), *journal, clock, keeps, std::move(boot)));
    }
    void close()
    {
        (void) seen->deletable();
        seen.reset();
        journal.reset();
    }
    void restart(std::chrono::microseconds off = {})
    {
        close();
        store.close();
        clock.jump(off);
        store.reopen();
        open();
    }
    /// How long everything has run, whatever the clock says.
    std::chrono::steady_clock::duration run() const { return clock.steady().time_since_epoch(); }
    bool waits() { return deletable() == UtcTime{}; }
    UtcTime deletable()
    {
        const auto time = seen->deletable();
        return time ? *time : UtcTime::min();
    }
    /// Hours in which the hourly round runs.
    void runFor(int hours)
    {
        for (int i = 0; i < hours; ++i) {
            clock.advance(1h);
            (void) seen->deletable();
        }
    }
    std::vector<Event> told(std::string_view kinds = "clock.")
    {
        auto rows = *store->read([&](storage::Transaction& transaction) { return readRange(transaction, 1, 10'000, 10'000); });
        std::vector<Event> found;
        for (StoredEvent& row : rows)
            if (row.event.kind.starts_with(kinds))
                found.push_back(std::move(row.event));
        return found;
    }
    QByteArray words()
    {
        QByteArray all;
        for (const Event& event : told())
            all += QByteArray::fromStdString(event.kind + (event.reason.empty() ? "" : "/" + event.reason) + ' ');
        return all.trimmed();
    }
};

} // namespace

/// What may be deleted goes by time that the vault has itself seen pass.
class TestSeenTime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deletable_timeThatPasses_isNow()
    {
        Vault vault;
        QCOMPARE(vault.deletable(), vault.clock.now());
        vault.clock.advance(24h * 100); // seen by the steady clock, too
        QCOMPARE(vault.deletable(), vault.clock.now());
        vault.restart(24h); // exactly a day is no jump
        QCOMPARE(vault.deletable(), vault.clock.now());
        QCOMPARE(vault.words(), QByteArray());
    }

    /// Whichever way the clock is set.
    void passed_isWhereTheVaultHasBeen()
    {
        Vault vault;
        vault.runFor(5);
        const UtcTime there = vault.clock.now();
        QCOMPARE(vault.seen->passed(), there);
        vault.clock.jump(-24h * 100);
        vault.runFor(1);
        QCOMPARE(vault.seen->passed(), there + 1h);
        QCOMPARE(vault.seen->believed(), vault.clock.now());
        vault.clock.jump(24h * 500);
        vault.runFor(1);
        QCOMPARE(vault.seen->passed(), there + 2h);
    }

    void jump_ahead_holdsUntilThreeDaysWereSeen()
    {
        Vault vault;
        const UtcTime before = vault.clock.now();
        vault.restart(24h * 401);
        QVERIFY(vault.waits());
        QCOMPARE(vault.seen->believed(), before);
        QCOMPARE(vault.words(), QByteArray("clock.jumped"));
        QCOMPARE(vault.told()[0].detailsJson,
                 std::string(R"({"from":"2026-11-24T12:00:00.000Z","to":"2027-12-30T12:00:00.000Z"})"));
        QCOMPARE(vault.told()[0].severity, Severity::Warning);
        vault.runFor(71);
        QVERIFY(vault.waits());
        QCOMPARE((*vault.seen->jump())->left, std::chrono::microseconds(1h));
        vault.restart(23h); // off for less than a day; the wait goes on where it was
        QVERIFY(vault.waits());
        QCOMPARE(vault.words(), QByteArray("clock.jumped"));
        vault.clock.advance(59min);
        QVERIFY(vault.waits());
        vault.clock.advance(1min);
        QCOMPARE(vault.deletable(), vault.clock.now());
        QVERIFY(!*vault.seen->jump());
        QCOMPARE(vault.words(), QByteArray("clock.jumped clock.trusted/seen"));
    }

    void jump_ofAMomentMoreThanADay_holds()
    {
        Vault vault;
        vault.restart(24h + 1us);
        QVERIFY(vault.waits());
    }

    void jump_whileItRuns_isSeen()
    {
        Vault vault;
        vault.runFor(10);
        vault.clock.jump(25h);
        QVERIFY(vault.waits());
        QCOMPARE(vault.words(), QByteArray("clock.jumped"));
    }

    void jump_onceMoreWhileItWaits_beginsTheWaitAnew()
    {
        Vault vault;
        vault.restart(48h);
        vault.runFor(71);
        vault.clock.jump(24h * 1000);
        QVERIFY(vault.waits());
        vault.runFor(71);
        QVERIFY(vault.waits());
        vault.runFor(1);
        QVERIFY(!vault.waits());
        QCOMPARE(vault.words(), QByteArray("clock.jumped clock.jumped clock.trusted/seen"));
    }

    void steps_ofLessThanADay_addUp()
    {
        Vault vault;
        QVERIFY(vault.journal->record(test::sampleEvent()));
        const UtcTime before = vault.clock.now();
        vault.restart(23h); // a night and a morning off
        QVERIFY(!vault.waits());
        vault.clock.advance(1min);
        vault.restart(23h); // and again, a minute later
        QVERIFY(vault.waits());
        QCOMPARE(vault.words(), QByteArray("clock.jumped"));
        // Where the clock would be by what was seen, less what the minute made up for.
        QCOMPARE(vault.seen->believed(), before + 1min + 23min);
        for (int i = 0; i < 30; ++i) {
            vault.clock.advance(1s);
            vault.restart(23h);
            QCOMPARE(*expireEvents(*vault.journal, vault.deletable() - 24h * 400), 0);
        }
        for (int i = 0; i < 400; ++i) {
            vault.clock.jump(23h); // while it runs
            QVERIFY(vault.waits());
        }
        QCOMPARE(vault.told("auth.").size(), std::size_t{1});
        vault.runFor(71);
        QVERIFY(vault.waits());
        vault.runFor(1);
        QVERIFY(!vault.waits());
    }

    void steps_whileItRuns_addUp()
    {
        Vault vault;
        for (int i = 0; i < 24; ++i) {
            vault.clock.jump(1h);
            QVERIFY(!vault.waits());
        }
        vault.clock.jump(1s);
        QVERIFY(vault.waits());
    }

    void steps_aheadAndBack_areNone()
    {
        Vault vault;
        for (int i = 0; i < 10; ++i) {
            vault.clock.jump(20h);
            QVERIFY(!vault.waits());
            vault.clock.jump(-20h);
            QVERIFY(!vault.waits());
        }
        QCOMPARE(vault.words(), QByteArray());
    }

    void vaultOpenForAnHourADay_isNeverAsked()
    {
        Vault vault;
        for (int day = 0; day < 60; ++day) {
            vault.clock.advance(1h);
            vault.restart(23h);
            QCOMPARE(vault.deletable(), vault.clock.now());
        }
        QCOMPARE(vault.words(), QByteArray());
    }

    void steps_besideAServer_areTheServersToCount()
    {
        Vault vault;
        vault.restart(23h + 30min);
        QVERIFY(!vault.waits());
        vault.clock.advance(59min); // the server looks once an hour
        const auto command = vault.beside();
        QCOMPARE(*command->deletable(), vault.clock.now() - 59min);
        QCOMPARE(vault.words(), QByteArray());
    }

    void jump_takenBack_endsTheWaitAtOnce()
    {
        Vault vault;
        vault.restart(24h * 401);
        vault.restart(-24h * 401 + 1min);
        QCOMPARE(vault.deletable(), vault.clock.now());
        const QByteArray words = vault.words();
        QVERIFY2(words.startsWith("clock.jumped clock.set_back") && words.endsWith("clock.trusted/set_back"), words);
    }

    void jump_takenBackHalfWay_stillHolds()
    {
        Vault vault;
        vault.restart(24h * 401);
        vault.restart(-24h * 201);
        QVERIFY(vault.waits());
    }

    void jump_alone_isNoAlarm_butAfterThreeDaysOfWaiting()
    {
        Vault vault;
        vault.restart(60h); // off over the weekend
        QVERIFY(!(*vault.seen->jump())->overdue);
        vault.runFor(70);
        QVERIFY(!(*vault.seen->jump())->overdue);
        vault.restart(3h); // it was off again for some hours, and by the clock three days are over
        QVERIFY((*vault.seen->jump())->overdue);
        vault.clock.advance(2h);
        QVERIFY(!(*vault.seen->jump())->overdue);
        QVERIFY(!vault.waits());
    }

    void clockThatIsSetAgainAndAgain_isNeverBelieved()
    {
        Vault vault;
        const UtcTime start = vault.clock.now();
        for (int hour = 1; hour <= 24 * 30; ++hour) {
            vault.clock.advance(1h);
            vault.clock.jump(23h); // a day in every hour
            QVERIFY(vault.deletable() <= start + std::chrono::hours(hour));
        }
        QCOMPARE(vault.seen->believed(), start + 24h * 30);
    }

    void restarts_withinABoot_takeNoTimeFromTheClock()
    {
        Vault vault("boot");
        const UtcTime start = vault.clock.now();
        for (int hour = 1; hour <= 100; ++hour) {
            vault.close();
            vault.store.close();
            vault.clock.advance(1h); // off for an hour, and meanwhile somebody sets the clock
            vault.clock.jump(22h);
            vault.store.reopen();
            vault.open();
            QVERIFY(vault.deletable() <= start + std::chrono::hours(hour));
        }
        vault.clock.jump(-22h * 100);
        QCOMPARE(vault.deletable(), start + 100h);
    }

    void timeOff_takenFromTheClock_isTakenBackWithIt()
    {
        Vault vault("boot");
        const UtcTime start = vault.clock.now();
        vault.close();
        vault.store.close();
        vault.bootId = "another";
        vault.clock.jump(20h); // off for 20 hours, says the clock
        vault.store.reopen();
        vault.open();
        QCOMPARE(vault.deletable(), start + 20h);
        vault.clock.jump(-20h); // it was none
        QCOMPARE(vault.deletable(), start);
        vault.clock.jump(20h); // and nobody takes its word again
        QCOMPARE(vault.deletable(), start);
        vault.runFor(72);
        QCOMPARE(vault.deletable(), vault.clock.now());
        QCOMPARE(vault.told("clock.jumped").size(), std::size_t{0});
    }

    void walks_deletableIsNeverAheadOfWhatHasPassed_andCatchesUp_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 4; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void walks_deletableIsNeverAheadOfWhatHasPassed_andCatchesUp()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto upTo = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
        constexpr std::array<std::chrono::minutes, 12> steps{23h,       -23h,       1h,  -1h,  25h,   -25h,
                                                             24h * 400, 24h * -400, 71h, 6min, -6min, 24h};
        Vault vault("boot");
        const UtcTime start = vault.clock.now();
        const auto began = vault.run();
        const auto truth = [&] { return start + std::chrono::duration_cast<std::chrono::microseconds>(vault.run() - began); };
        for (int i = 0; i < 150; ++i) {
            vault.clock.advance(std::chrono::minutes(1 + upTo(90)));
            if (upTo(2) != 0 || i % 40 == 0) // three days without a step don't come
                vault.clock.jump(steps[static_cast<std::size_t>(upTo(steps.size() - 1))]);
            if (upTo(9) == 0)
                vault.restart();
            if (upTo(9) == 0)
                (void) vault.beside()->deletable();
            const UtcTime deletable = vault.deletable();
            QVERIFY2(deletable <= truth(), qPrintable(QString::number(i)));
        }
        // From here on the clock is right: three days later everything goes by it again.
        vault.clock.jump(truth() - vault.clock.now());
        vault.runFor(73);
        QCOMPARE(vault.deletable(), vault.clock.now());
        for (int day = 0; day < 10; ++day) {
            vault.clock.advance(24h);
            QCOMPARE(vault.deletable(), truth());
        }
    }

    void agree_endsTheWaitAndSaysWho()
    {
        Vault vault;
        Event by;
        by.kind = kind::clockTrusted;
        by.actor = {"user", "1", "Ada"};
        QCOMPARE(vault.seen->agree(by).error().code, ErrorCode::Conflict);
        vault.restart(24h * 401);
        QVERIFY(vault.seen->agree(by));
        QCOMPARE(vault.deletable(), vault.clock.now());
        QCOMPARE(vault.words(), QByteArray("clock.jumped clock.trusted/agreed"));
        QCOMPARE(vault.told()[1].actor.name, std::string("Ada"));
        QCOMPARE(vault.seen->agree(by).error().code, ErrorCode::Conflict);
    }

    void besideAServer_aWrongClockIsNoticed_andCountsNothing()
    {
        Vault vault;
        vault.clock.jump(24h * 401);
        const auto command = vault.beside();
        QCOMPARE(vault.words(), QByteArray("clock.jumped"));
        QCOMPARE(*command->deletable(), UtcTime{});
        vault.clock.advance(80h);
        QCOMPARE(*command->deletable(), UtcTime{}); // no time of its own
        vault.clock.jump(-24h * 401 - 80h);
        const auto next = vault.beside(); // with the right clock
        QVERIFY(!vault.waits());
        QVERIFY2(vault.words().endsWith("clock.trusted/set_back"), vault.words());
    }

    void vaultOfAnOlderProgram_goesByItsNewestEvent()
    {
        Vault vault;
        QVERIFY(vault.journal->record(test::sampleEvent()));
        vault.close();
        QVERIFY(vault.store->write([](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto forget, transaction.prepare("DELETE FROM seen_time"));
            return forget.run();
        }));
        vault.clock.jump(25h);
        vault.open();
        QVERIFY(vault.waits());
    }

    void retention_withAClockFarAhead_keepsEverything()
    {
        Vault vault;
        for (int i = 0; i < 10; ++i)
            QVERIFY(vault.journal->record(test::sampleEvent()));
        vault.restart(24h * 401);
        QCOMPARE(*expireEvents(*vault.journal, vault.deletable() - 24h * 400), 0);
        QCOMPARE(vault.told("auth.").size(), std::size_t{10});
        vault.runFor(72);
        QVERIFY(*expireEvents(*vault.journal, vault.deletable() - 24h * 400) >= 10);
        const auto report = vault.journal->verify({});
        QVERIFY(report->intact);
        QCOMPARE(report->expiredThrough, std::int64_t{10});
        QCOMPARE(report->expiredAt, std::optional(vault.clock.now()));
    }

    void events_timeRunsBack_isMarked()
    {
        Vault vault;
        QVERIFY(vault.journal->record(test::sampleEvent()));
        vault.clock.jump(-1s); // a moment: no time runs back, and nothing is said
        QVERIFY(vault.journal->record(test::sampleEvent()));
        QCOMPARE(vault.words(), QByteArray());
        QCOMPARE(vault.told("auth.")[1].time, vault.told("auth.")[0].time);
        vault.clock.jump(-1h);
        QVERIFY(vault.journal->record(test::sampleEvent()));
        QVERIFY(vault.journal->record(test::sampleEvent()));
        QCOMPARE(vault.words(), QByteArray("clock.set_back"));
        const Event mark = vault.told()[0];
        QCOMPARE(mark.sequence, std::int64_t{3});
        QCOMPARE(mark.detailsJson, std::string(R"({"from":"2026-11-24T12:00:00.000Z","to":"2026-11-24T10:59:59.000Z"})"));
        QVERIFY(vault.journal->verify({})->intact);
    }
};

SALLYPORT_GUILESS_TEST(TestSeenTime)

} // namespace tst_seen_time
#include "tst_seen_time.moc"
