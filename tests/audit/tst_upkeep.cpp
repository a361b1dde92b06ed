#include "backend/audit/event_selection.h"
#include "backend/audit/upkeep_log.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"
#include "tests/support/thrown_rows.h"

#include <QtTest>

#include <set>

namespace tst_upkeep {

using namespace sallyport;
using namespace sallyport::audit;
using namespace std::chrono_literals;
using test::Thrown;

/// One event when a duty begins to fail, one when it works again, and the state between them.
class TestUpkeep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_journal = std::make_unique<test::TestJournal>();
        open();
    }
    void cleanup()
    {
        m_log.reset();
        m_journal.reset();
    }

    void duties_words_areUniqueAndTitled()
    {
        std::set<std::string_view> words;
        for (const Duty duty : duties()) {
            words.insert(dutyWord(duty));
            QVERIFY(!dutyTitle(duty).empty());
        }
        QCOMPARE(words.size(), dutyCount);
    }

    void report_failsAgainAndAgain_isOneEvent()
    {
        const UtcTime first = m_journal->clock.now();
        for (int i = 0; i < 5; ++i) {
            m_log->report(Duty::Retention, makeError(ErrorCode::DiskFull, "the disk is full"));
            m_journal->clock.advance(1h);
        }
        const auto failing = m_log->failing();
        QCOMPARE(failing.size(), std::size_t{1});
        QCOMPARE(failing[0].duty, Duty::Retention);
        QCOMPARE(failing[0].failures, std::int64_t{5});
        QCOMPARE(failing[0].failingSince, std::optional(first));
        QCOMPARE(failing[0].lastFailure, std::optional(first + 4h));
        QCOMPARE(failing[0].code, ErrorCode::DiskFull);
        QCOMPARE(failing[0].why, std::string("the disk is full"));
        const auto told = events();
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told[0].kind, std::string(kind::upkeepFailed));
        QCOMPARE(told[0].object.id, std::string("retention"));
        QCOMPARE(told[0].reason, std::string("disk_full"));
    }

    void report_worksAgain_isToldOnceWithHowLong()
    {
        m_log->report(Duty::Anchor, makeError(ErrorCode::NotWritable, "no"));
        m_log->report(Duty::Anchor, makeError(ErrorCode::NotWritable, "no"));
        m_journal->clock.advance(2h);
        m_log->report(Duty::Anchor, {});
        m_log->report(Duty::Anchor, {});
        QVERIFY(m_log->failing().empty());
        const auto told = events(); // newest first
        QCOMPARE(told.size(), std::size_t{2});
        QCOMPARE(told[0].kind, std::string(kind::upkeepRecovered));
        QCOMPARE(told[0].detailsJson, std::string(R"({"since":"2026-11-24T12:00:00.000Z","failures":2})"));
        m_log->report(Duty::Anchor, makeError(ErrorCode::NotWritable, "no"));
        QCOMPARE(events().size(), std::size_t{3});
    }

    void open_afterARestart_goesOnWhereTheJournalIs()
    {
        m_log->report(Duty::SigningKey, makeError(ErrorCode::CryptoFailure, "no key"));
        m_log->report(Duty::Expiry, makeError(ErrorCode::DiskFull, "full"));
        m_log->report(Duty::Expiry, {});
        m_log.reset();
        m_journal->reopen();
        open();
        const auto failing = m_log->failing();
        QCOMPARE(failing.size(), std::size_t{1});
        QCOMPARE(failing[0].duty, Duty::SigningKey);
        QCOMPARE(failing[0].code, ErrorCode::CryptoFailure);
        QCOMPARE(failing[0].why, std::string("no key"));
        QCOMPARE(failing[0].failingSince, std::optional(m_journal->clock.now()));
        m_log->report(Duty::SigningKey, makeError(ErrorCode::CryptoFailure, "no key"));
        QCOMPARE(events().size(), std::size_t{3}); // it was told before
        m_log->report(Duty::SigningKey, {});
        QCOMPARE(events().size(), std::size_t{4});
    }

    void run_throws_isAFailure_data() { test::thrownRows(); }
    void run_throws_isAFailure()
    {
        QFETCH(int, thrown);
        const Result<void> outcome =
            m_log->run(Duty::Expiry, [&]() -> Result<void> { test::throwIt(static_cast<Thrown>(thrown)); });
        QCOMPARE(outcome.error().code, ErrorCode::Internal);
        QCOMPARE(m_faults.size(), std::size_t{1});
        QCOMPARE(m_faults[0].what, std::string(test::nameOf(static_cast<Thrown>(thrown))));
        QCOMPARE(m_log->failing().at(0).why, std::string("ended by ") + test::nameOf(static_cast<Thrown>(thrown)));
        QVERIFY(m_log->run(Duty::Expiry, []() -> Result<void> { return {}; }));
        QVERIFY(m_log->failing().empty());
    }

    void anchor_cannotBeWritten_isReportedUntilItCan()
    {
        (*m_journal)->watchAnchor(m_log->reporter(Duty::Anchor));
        const auto file = m_journal->anchor();
        QVERIFY((*m_journal)->record(test::sampleEvent()));
        const std::filesystem::path inTheWay = file.string() + ".new"; // where its next version would be written
        const auto standInTheWay = [&] {
            std::error_code failure;
            std::filesystem::remove(inTheWay, failure); // what a writing has left there
            return std::filesystem::create_directory(inTheWay, failure);
        };
        bool stands = false; // asked once more in the end, where a writing could come between
        QTRY_VERIFY(stands || (stands = standInTheWay()));
        QVERIFY((*m_journal)->record(test::sampleEvent()));
        QTRY_COMPARE_WITH_TIMEOUT(m_log->failing().size(), std::size_t{1}, 20'000);
        QCOMPARE(m_log->failing()[0].duty, Duty::Anchor);
        QVERIFY(std::filesystem::remove(inTheWay));
        QTRY_VERIFY_WITH_TIMEOUT(m_log->failing().empty(), 20'000); // the next try is its own
        (*m_journal)->watchAnchor({});
        QCOMPARE(events().size(), std::size_t{2});
    }

private:
    void open()
    {
        m_faults.clear();
        auto log =
            UpkeepLog::open(m_journal->store(), m_journal->journal(), [this](const Fault& fault) { m_faults.push_back(fault); });
        QVERIFY(log);
        m_log = std::move(*log);
    }
    /// Of upkeep, newest first, with those that were waiting to be written.
    std::vector<Event> events()
    {
        const auto flushed = m_journal->store().write([](storage::Transaction&) -> Result<void> { return {}; });
        if (!flushed)
            return {};
        return *m_journal->store().read([](storage::Transaction& transaction) -> Result<std::vector<Event>> {
            EventQuery query;
            query.kinds = {"upkeep."};
            SALLYPORT_ASSIGN(const auto selection, EventSelection::make(transaction, query));
            SALLYPORT_ASSIGN(EventRows rows, selection.page(transaction, 100, {}, false));
            return std::move(rows.events);
        });
    }

    std::unique_ptr<test::TestJournal> m_journal;
    std::unique_ptr<UpkeepLog> m_log;
    std::vector<Fault> m_faults;
};

SALLYPORT_GUILESS_TEST(TestUpkeep)

} // namespace tst_upkeep
#include "tst_upkeep.moc"
