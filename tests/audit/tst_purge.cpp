#include "backend/audit/event_table.h"
#include "backend/audit/purge/event_purge.h"
#include "backend/audit/purge/purge_notes.h"
#include "backend/audit/retention.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

namespace tst_purge {

using namespace sallyport;
using namespace sallyport::audit;
using namespace std::chrono_literals;
using test::sampleEvent;
using test::TestJournal;

namespace {

void fill(TestJournal& journal, int count)
{
    for (int i = 0; i < count; ++i) {
        journal.clock.advance(1s);
        QVERIFY(journal->record(sampleEvent()));
    }
}

std::int64_t removeThese(TestJournal& journal, const std::vector<std::int64_t>& sequences)
{
    const auto removed = journal.store().write([&](storage::Transaction& transaction) {
        return removeContents(journal.journal(), transaction, sequences, "retention");
    });
    return removed ? *removed : -1;
}

Event stored(TestJournal& journal, std::int64_t sequence)
{
    const auto rows =
        journal.store().read([&](storage::Transaction& transaction) { return readRange(transaction, sequence, sequence, 1); });
    return rows && !rows->empty() ? rows->front().event : Event();
}

Result<void> replaceOne(TestJournal& journal, std::int64_t sequence)
{
    Event event = stored(journal, sequence);
    event.actor.name = "Erased person 1";
    event.address.clear();
    return journal.store().write(
        [&](storage::Transaction& transaction) { return replaceContents(journal.journal(), transaction, event, "erasure"); });
}

QByteArray words(const Result<ChainReport>& report)
{
    if (!report)
        return "error";
    return report->intact ? QByteArray("intact")
                          : QByteArray::number(qlonglong(report->firstBad)) + ' ' + problemWord(report->problem).data();
}

} // namespace

/// Contents go out of the middle of the chain, the chain goes on; what nobody sealed is damage.
class PurgeTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void removedInTheMiddle_verifies()
    {
        TestJournal journal;
        fill(journal, 12);
        QCOMPARE(removeThese(journal, {3, 4, 5, 9}), 4);
        QCOMPARE(words(journal->verify({})), QByteArray("intact"));
        QCOMPARE(stored(journal, 4).sequence, 0);
        journal.reopen();
        fill(journal, 2);
        const auto report = journal->verify({});
        QCOMPARE(words(report), QByteArray("intact"));
        QCOMPARE(report->checked, 10);
        QCOMPARE(words(journal->verifyRange(4, 8, {})), QByteArray("intact"));
        QCOMPARE(words(journal->verifyRange(5, 5, {})), QByteArray("intact"));
        const auto count = journal.store().read([](storage::Transaction& transaction) { return countPurged(transaction); });
        QCOMPARE(count->removed, 4);
        QCOMPARE(count->replaced, 0);
    }

    void aWholePage_isGoneOver()
    {
        TestJournal journal;
        fill(journal, 2);
        QVERIFY(journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
            for (int i = 0; i < 2'300; ++i)
                SALLYPORT_TRY(journal->append(transaction, sampleEvent()));
            return {};
        }));
        for (std::int64_t first = 2; first < 2'250; first += 500) {
            std::vector<std::int64_t> some;
            for (std::int64_t i = first; i < std::min<std::int64_t>(first + 500, 2'250); ++i)
                some.push_back(i);
            QCOMPARE(removeThese(journal, some), qint64(some.size()));
        }
        QCOMPARE(words(journal->verify({})), QByteArray("intact"));
    }

    void theNewest_stays()
    {
        TestJournal journal;
        fill(journal, 3);
        QCOMPARE(removeThese(journal, {1, 2, 3}), 2);
        QCOMPARE(stored(journal, 3).sequence, 3);
        fill(journal, 1);
        QCOMPARE(words(journal->verify({})), QByteArray("intact"));
    }

    void aForgedNote_isDamage()
    {
        TestJournal journal;
        fill(journal, 8);
        QVERIFY(journal.tamper("INSERT INTO purged_events (sequence, time, kind, hash, purged_at, why, content, seal) SELECT "
                               "sequence, time, kind, hash, time, 'retention', NULL, hash FROM events WHERE sequence = 4"));
        QVERIFY(journal.tamper("DELETE FROM events WHERE sequence = 4"));
        QCOMPARE(words(journal->verify({})), QByteArray("4 missing"));
    }

    void aNoteThatIsTakenAway_isDamage()
    {
        TestJournal journal;
        fill(journal, 8);
        QCOMPARE(removeThese(journal, {4}), 1);
        QVERIFY(journal.tamper("DELETE FROM purged_events WHERE sequence = 4"));
        QCOMPARE(words(journal->verify({})), QByteArray("4 missing"));
    }

    void aNoteThatIsChanged_isDamage()
    {
        for (const char* sql : {"UPDATE purged_events SET kind = 'auth.logout'", "UPDATE purged_events SET time = time + 1",
                                "UPDATE purged_events SET why = 'size'", "UPDATE purged_events SET purged_at = purged_at + 1",
                                "UPDATE purged_events SET hash = seal", "UPDATE purged_events SET content = hash"}) {
            TestJournal journal;
            fill(journal, 8);
            QCOMPARE(removeThese(journal, {4}), 1);
            QVERIFY(journal.tamper(sql));
            const QByteArray found = words(journal->verify({}));
            QVERIFY2(found == "4 missing", sql);
        }
    }

    void aNoteOfAnotherEvent_isDamage()
    {
        TestJournal journal;
        fill(journal, 8);
        QCOMPARE(removeThese(journal, {4}), 1);
        QVERIFY(journal.tamper("UPDATE purged_events SET sequence = 6"));
        QVERIFY(journal.tamper("DELETE FROM events WHERE sequence = 6"));
        QCOMPARE(words(journal->verify({})), QByteArray("4 missing"));
    }

    void replaced_verifies_andKeepsItsPlace()
    {
        TestJournal journal;
        fill(journal, 8);
        const std::string hash = stored(journal, 4).hash;
        QVERIFY(replaceOne(journal, 4));
        QVERIFY(replaceOne(journal, 8)); // the newest, too: its hash stays
        QCOMPARE(stored(journal, 4).actor.name, std::string("Erased person 1"));
        QCOMPARE(stored(journal, 4).hash, hash);
        QCOMPARE(words(journal->verify({})), QByteArray("intact"));
        QVERIFY(replaceOne(journal, 4)); // once more
        journal.reopen();
        fill(journal, 2);
        QCOMPARE(words(journal->verify({})), QByteArray("intact"));
    }

    void replaced_changedAgainByOthers_isDamage()
    {
        TestJournal journal;
        fill(journal, 8);
        QVERIFY(replaceOne(journal, 4));
        QVERIFY(journal.tamper("UPDATE events SET actor_name = 'Mallory' WHERE sequence = 4"));
        QCOMPARE(words(journal->verify({})), QByteArray("4 changed"));
        const auto refused = replaceOne(journal, 4);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
    }

    void damaged_isNotReplaced()
    {
        TestJournal journal;
        fill(journal, 8);
        QVERIFY(journal.tamper("UPDATE events SET reason = 'other' WHERE sequence = 5"));
        QVERIFY(!replaceOne(journal, 5));
        QCOMPARE(words(journal->verify({})), QByteArray("5 changed"));
    }

    void theBeginning_goesOverNotes()
    {
        TestJournal journal;
        fill(journal, 10);
        QCOMPARE(removeThese(journal, {1, 2, 3, 6}), 4);
        const UtcTime before = stored(journal, 5).time; // 4 is older
        QCOMPARE(*expireEvents(journal.journal(), before), 1);
        const auto report = journal->verify({});
        QCOMPARE(words(report), QByteArray("intact"));
        QCOMPARE(report->expiredThrough, 4);
        const auto left = journal.store().read([](storage::Transaction& transaction) { return countPurged(transaction); });
        QCOMPARE(left->removed, 1);
        QCOMPARE(*expireEvents(journal.journal(), journal.clock.now()), 4); // 5 and 7 to 9, which are older than now
        QCOMPARE(words(journal->verify({})), QByteArray("intact"));
    }

    void whatIsKept_stopsTheBeginning()
    {
        TestJournal journal;
        fill(journal, 10);
        QCOMPARE(*expireEvents(journal.journal(), ExpiryBound{journal.clock.now(), 0, 4}), 3);
        QCOMPARE(stored(journal, 4).sequence, 4);
        QCOMPARE(*expireEvents(journal.journal(), ExpiryBound{UtcTime{}, 6, 100}), 2); // for want of room: 4 and 5
        QCOMPARE(words(journal->verify({})), QByteArray("intact"));
    }

    void whoMayNotGoOn_endsIt()
    {
        TestJournal journal;
        fill(journal, 10);
        const auto refused = expireEvents(journal.journal(), ExpiryBound{journal.clock.now()},
                                          [](storage::Transaction&) { return makeError(ErrorCode::Conflict, "changed"); });
        QVERIFY(!refused);
        QCOMPARE(stored(journal, 1).sequence, 1);
    }
};

SALLYPORT_GUILESS_TEST(PurgeTest)

} // namespace tst_purge
#include "tst_purge.moc"
