#include "backend/audit/chain/anchor.h"
#include "backend/audit/chain/anchor_check.h"
#include "backend/audit/event_table.h"
#include "backend/audit/tree/leaf.h"
#include "backend/audit/tree/tree_table.h"
#include "tests/support/failing_commits.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <sys/stat.h>

#include <fstream>
#include <future>
#include <mutex>

namespace tst_journal_forks {

using namespace sallyport;
using namespace sallyport::audit;
using test::sampleEvent;
using test::TestJournal;

namespace {

void fill(TestJournal& journal, int count, const char* who = "User ")
{
    for (int i = 0; i < count; ++i) {
        journal.clock.advance(std::chrono::seconds(1));
        QVERIFY(journal->record(sampleEvent(kind::signInSucceeded, who + std::to_string(i))));
    }
}

QByteArray words(const ChainReport& report)
{
    return report.intact ? QByteArray("intact")
                         : QByteArray::number(qlonglong(report.firstBad)) + ' ' + problemWord(report.problem).data();
}

QByteArray verified(TestJournal& journal)
{
    const auto report = journal->verify({});
    return report ? words(*report) : QByteArray("no report");
}

QByteArray damageOf(Journal& journal)
{
    const auto damage = journal.damage();
    return damage ? QByteArray(problemWord(damage->problem).data()) + ' ' + QByteArray::number(qlonglong(damage->anchored)) +
                        ' ' + QByteArray::number(qlonglong(damage->found))
                  : QByteArray();
}

std::vector<StoredEvent> rows(TestJournal& journal)
{
    return *journal.store().read([](storage::Transaction& transaction) { return readRange(transaction, 1, 10'000, 10'000); });
}

/// Puts `history` in the place of all events, with its tree, as who has the files and the program can.
void replaceBy(TestJournal& journal, const std::vector<StoredEvent>& history)
{
    for (const char* table : {"DELETE FROM events", "DELETE FROM tree_nodes", "DELETE FROM tree_runs"})
        QVERIFY(journal.tamper(table));
    QVERIFY(journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
        TreeEdge edge;
        for (const StoredEvent& row : history) {
            const ChainHash hash = *hashFromHex(row.event.hash);
            SALLYPORT_TRY(insertEvent(transaction, row.event, hash));
            SALLYPORT_TRY(addLeaf(transaction, edge, row.event.sequence, leafOf(row.event, hash)));
        }
        return {};
    }));
}

/// Another past of the same vault: every row fits the one before it.
std::vector<StoredEvent> otherHistory(int events)
{
    TestJournal other;
    fill(other, events, "Somebody else ");
    return rows(other);
}

AnchorFile anchorFile(TestJournal& journal)
{
    return AnchorFile(journal.anchor(), *Chain::make(TestJournal::key()));
}

QByteArray content(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return QByteArray::fromStdString({std::istreambuf_iterator<char>(stream), {}});
}

/// One more event, and its anchor on the disk: the thread that writes it has nothing left to do.
void anchorWritten(TestJournal& journal)
{
    const std::int64_t wanted = journal->head().sequence + 1;
    std::promise<void> written;
    std::once_flag once;
    journal->watchAnchor([&](const Result<void>&) {
        const auto anchor = anchorFile(journal).read();
        if (anchor && anchor->sequence == wanted)
            std::call_once(once, [&] { written.set_value(); });
    });
    fill(journal, 1);
    written.get_future().wait();
    journal->watchAnchor({});
}

void put(const std::filesystem::path& file, const QByteArray& text)
{
    std::ofstream(file, std::ios::binary | std::ios::trunc) << text.toStdString();
}

} // namespace

/// A journal that is whole in itself and yet not the one that was: every row fits, and what the anchor or memory knows doesn't.
class TestJournalForks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void otherHistory_inPlaceOfOurs_isNamedByTheRunningJournal_data() { lengths(); }
    void otherHistory_inPlaceOfOurs_isNamedByTheRunningJournal();
    void otherHistory_inPlaceOfOurs_isNamedByOpening_data() { lengths(); }
    void otherHistory_inPlaceOfOurs_isNamedByOpening();
    void anchoredRow_changed_isNamedByOpening();
    void anchoredRow_missing_isNamedByOpening();
    void sameHistory_goneOnWith_isIntact();
    void newerAnchor_onDisk_countsForTheRunningJournal();
    void newerAnchor_onDisk_isNamedByOpening();
    void olderAnchor_ofAnotherHistory_isNamedByTheRunningJournal();
    void anchor_neverMovesBack();
    void anchor_ofTheSamePlace_isNotReplaced();
    void anchor_takesOverTheDamageThatAnotherKnows();
    void anchor_lostWhileTheJournalRuns_isRemembered();
    void anchor_thatIsNoFile_keepsNobodyWaiting();
    void anchor_thatCannotBeWritten_isSaidWhereNothingIsNew();
    void range_ofTheJournal_isHeldAgainstWhatIsKnown();
    void event_thatCannotBeCommitted_isNone();

private:
    static void lengths()
    {
        QTest::addColumn<int>("events");
        QTest::newRow("shorter") << 7;
        QTest::newRow("as long") << 10;
        QTest::newRow("longer") << 13;
    }
};

void TestJournalForks::otherHistory_inPlaceOfOurs_isNamedByTheRunningJournal()
{
    QFETCH(int, events);
    TestJournal journal;
    fill(journal, 9);
    anchorWritten(journal); // an anchor that is still behind would name its own row
    QCOMPARE(verified(journal), QByteArray("intact"));
    replaceBy(journal, otherHistory(events));
    QCOMPARE(verified(journal), QByteArray(events < 10 ? "8 truncated" : "10 changed"));
}

void TestJournalForks::otherHistory_inPlaceOfOurs_isNamedByOpening()
{
    QFETCH(int, events);
    TestJournal journal;
    fill(journal, 10);
    replaceBy(journal, otherHistory(events));
    journal.reopen();
    QCOMPARE(damageOf(journal.journal()),
             (events < 10 ? QByteArray("truncated 10 ") : QByteArray("changed 10 ")) + QByteArray::number(events));
    QCOMPARE(rows(journal).back().event.kind, std::string(kind::auditDamaged));
    QCOMPARE(rows(journal).back().event.reason, std::string(events < 10 ? "truncated" : "changed"));
    // From then on, whatever is written behind it, and however often it is opened.
    const QByteArray found = events < 10 ? "8 missing" : "10 anchor_damaged";
    QCOMPARE(verified(journal), found);
    fill(journal, 3);
    journal.reopen();
    QVERIFY(damageOf(journal.journal()).startsWith("earlier"));
    QCOMPARE(verified(journal), found);
}

void TestJournalForks::anchoredRow_changed_isNamedByOpening()
{
    // With another hash of its own, and everything behind it chained on: only the anchor knows better.
    TestJournal journal;
    fill(journal, 10);
    const QByteArray anchor = [&] {
        journal.close();
        return content(journal.anchor());
    }();
    journal.reopen();
    fill(journal, 2);
    const auto chain = *Chain::make(TestJournal::key());
    std::vector<StoredEvent> history = rows(journal);
    ChainHash before = *hashFromHex(history[8].event.hash);
    history[9].event.reason = "another";
    for (std::size_t i = 9; i < history.size(); ++i) {
        before = *chain->next(before, history[i].event);
        history[i].event.hash = hexOf(before);
    }
    replaceBy(journal, history);
    journal.close();
    put(journal.anchor(), anchor);
    journal.reopen();
    QCOMPARE(damageOf(journal.journal()), QByteArray("changed 10 12"));
    QCOMPARE(verified(journal), QByteArray("10 anchor_damaged"));
}

void TestJournalForks::anchoredRow_missing_isNamedByOpening()
{
    TestJournal journal;
    fill(journal, 10);
    journal.close();
    const QByteArray anchor = content(journal.anchor());
    journal.reopen();
    fill(journal, 2);
    QVERIFY(journal.tamper("DELETE FROM events WHERE sequence = 10"));
    journal.close();
    put(journal.anchor(), anchor);
    journal.reopen();
    QCOMPARE(damageOf(journal.journal()), QByteArray("missing 10 12"));
    QCOMPARE(verified(journal), QByteArray("10 missing"));
}

/// An anchor that is behind, of a process that was killed before it wrote the next, is no damage.
void TestJournalForks::sameHistory_goneOnWith_isIntact()
{
    TestJournal journal;
    fill(journal, 10);
    journal.close();
    const QByteArray anchor = content(journal.anchor());
    journal.reopen();
    fill(journal, 2);
    journal.close();
    put(journal.anchor(), anchor);
    journal.reopen();
    QCOMPARE(damageOf(journal.journal()), QByteArray());
    QCOMPARE(verified(journal), QByteArray("intact"));
    QCOMPARE(journal->head().sequence, 12);
}

/// Another process has gone on and its rows were cut off again: the file knows it, this process's memory doesn't.
void TestJournalForks::newerAnchor_onDisk_countsForTheRunningJournal()
{
    TestJournal journal;
    fill(journal, 9);
    anchorWritten(journal);
    ChainHash hash{};
    hash.fill(std::byte{1});
    QVERIFY(anchorFile(journal).write({15, hash, 0}));
    QCOMPARE(verified(journal), QByteArray("11 truncated"));
    // And when this process has come to the same place: its row is not that one.
    QVERIFY(anchorFile(journal).write({1000, hash, 0}));
    fill(journal, 990);
    QCOMPARE(verified(journal), QByteArray("1000 changed"));
    // Nor is damage forgotten that another process has found.
    QCOMPARE(anchorFile(journal).read()->brokenAt, 11);
    QVERIFY(anchorFile(journal).write({1000, hash, 20}));
    QCOMPARE(anchorFile(journal).read()->brokenAt, 20);
}

void TestJournalForks::newerAnchor_onDisk_isNamedByOpening()
{
    TestJournal journal;
    fill(journal, 10);
    ChainHash hash{};
    hash.fill(std::byte{1});
    QVERIFY(anchorFile(journal).write({15, hash, 0}));
    journal.reopen();
    QCOMPARE(damageOf(journal.journal()), QByteArray("truncated 15 10"));
    QCOMPARE(journal->head().sequence, 16);
    QCOMPARE(verified(journal), QByteArray("11 missing"));
}

/// The file says of a row in the middle that it was another: put back beside a running journal, it is not passed over.
void TestJournalForks::olderAnchor_ofAnotherHistory_isNamedByTheRunningJournal()
{
    for (const bool whole : {true, false}) {
        TestJournal journal;
        fill(journal, 10);
        anchorWritten(journal);
        ChainHash hash{};
        hash.fill(std::byte{1});
        const QByteArray good = content(journal.anchor());
        std::filesystem::remove(journal.anchor());
        QVERIFY(anchorFile(journal).write({5, hash, 0}));
        QVERIFY(journal->verifyRange(6, 8, {})->intact);
        QCOMPARE(damageOf(journal.journal()), QByteArray());
        QCOMPARE(whole ? verified(journal) : words(*journal->verifyRange(3, 8, {})), QByteArray("5 changed"));
        // And it isn't forgotten when the right one is there again.
        put(journal.anchor(), good);
        QCOMPARE(damageOf(journal.journal()), QByteArray("earlier 0 5"));
        QCOMPARE(verified(journal), QByteArray("5 anchor_damaged"));
    }
}

void TestJournalForks::anchor_neverMovesBack()
{
    TestJournal journal;
    const AnchorFile file = anchorFile(journal);
    ChainHash far{}, near{};
    far.fill(std::byte{1});
    near.fill(std::byte{2});
    QVERIFY(file.write({20, far, 0}));
    for (const std::int64_t sequence : {std::int64_t{19}, std::int64_t{1}, std::int64_t{0}}) {
        QVERIFY(file.write({sequence, near, 0}));
        QCOMPARE(file.read()->sequence, 20);
        QVERIFY(file.read()->hash == far);
    }
    QVERIFY(file.write({21, near, 0}));
    QCOMPARE(file.read()->sequence, 21);
    QVERIFY(file.read()->hash == near);
    // A journal that is behind does not take it back either, in writing and in closing.
    fill(journal, 3);
    journal.close();
    QCOMPARE(file.read()->sequence, 21);
}

/// Two processes at the same place with different heads: the first that was written stays, so that the other is found out.
void TestJournalForks::anchor_ofTheSamePlace_isNotReplaced()
{
    TestJournal journal;
    const AnchorFile file = anchorFile(journal);
    ChainHash first{}, second{};
    first.fill(std::byte{1});
    second.fill(std::byte{2});
    QVERIFY(file.write({20, first, 0}));
    QVERIFY(file.write({20, second, 0}));
    QVERIFY(file.read()->hash == first);
}

void TestJournalForks::anchor_takesOverTheDamageThatAnotherKnows()
{
    TestJournal journal;
    const AnchorFile file = anchorFile(journal);
    ChainHash hash{};
    hash.fill(std::byte{1});
    QVERIFY(file.write({20, hash, 0}));
    QVERIFY(file.write({10, hash, 7})); // who is behind knows of damage: the place stays, the damage is taken over
    QCOMPARE(file.read()->sequence, 20);
    QCOMPARE(file.read()->brokenAt, 7);
    QVERIFY(file.write({25, hash, 0})); // and who is ahead and knows of none doesn't wash it away
    QCOMPARE(file.read()->sequence, 25);
    QCOMPARE(file.read()->brokenAt, 7);
    QVERIFY(file.write({26, hash, 9}));
    QCOMPARE(file.read()->brokenAt, 9);
    // What it is named, and how far the file of heads was, go with it.
    QVERIFY(file.write({3, hash, 12, ChainProblem::Inserted, 20}));
    QVERIFY(file.write({27, hash, 0, ChainProblem::None, 8}));
    QCOMPARE(file.read()->sequence, 27);
    QCOMPARE(file.read()->brokenAt, 12);
    QCOMPARE(file.read()->problem, ChainProblem::Inserted);
    QCOMPARE(file.read()->headsTold, 20);
    QVERIFY(file.write({27, hash, 0, ChainProblem::None, 21})); // nothing else is new
    QCOMPARE(file.read()->headsTold, 21);
}

void TestJournalForks::anchor_lostWhileTheJournalRuns_isRemembered()
{
    TestJournal journal;
    anchorWritten(journal);
    std::filesystem::remove(journal.anchor());
    QCOMPARE(verified(journal), QByteArray("1 anchor_damaged"));
    fill(journal, 1);
    QCOMPARE(damageOf(journal.journal()), QByteArray("earlier 0 1"));
    journal.reopen();
    QCOMPARE(damageOf(journal.journal()), QByteArray("earlier 0 1"));
}

void TestJournalForks::anchor_thatIsNoFile_keepsNobodyWaiting()
{
    TestJournal journal;
    fill(journal, 3);
    journal.close();
    std::filesystem::remove(journal.anchor());
    QCOMPARE(::mkfifo(journal.anchor().c_str(), 0600), 0);
    journal.reopen();
    QCOMPARE(damageOf(journal.journal()), QByteArray("anchor_damaged 0 3"));
    anchorWritten(journal);
    std::filesystem::path next = journal.anchor();
    next += ".new";
    std::filesystem::remove(next);
    QCOMPARE(::mkfifo(next.c_str(), 0600), 0);
    const auto written = writeAnchor(journal.journal());
    QVERIFY(!written && written.error().code == ErrorCode::NotWritable);
    std::filesystem::remove(next);
    QVERIFY(writeAnchor(journal.journal()));
}

void TestJournalForks::anchor_thatCannotBeWritten_isSaidWhereNothingIsNew()
{
    TestJournal journal;
    anchorWritten(journal);
    QVERIFY(writeAnchor(journal.journal()));
    const QByteArray before = content(journal.anchor());
    std::filesystem::path next = journal.anchor();
    next += ".new";
    QVERIFY(std::filesystem::create_directory(next));
    QVERIFY(!writeAnchor(journal.journal()));
    std::filesystem::remove(next);
    QVERIFY(writeAnchor(journal.journal()));
    QCOMPARE(content(journal.anchor()), before);
}

void TestJournalForks::range_ofTheJournal_isHeldAgainstWhatIsKnown()
{
    TestJournal journal;
    fill(journal, 9);
    anchorWritten(journal);
    QVERIFY(journal->verifyRange(4, 10, {})->intact);
    replaceBy(journal, otherHistory(13));
    QCOMPARE(words(*journal->verifyRange(4, 10, {})), QByteArray("10 changed"));
    QCOMPARE(words(*journal->verifyRange(10, 10, {})), QByteArray("10 changed"));
    QVERIFY(journal->verifyRange(4, 9, {})->intact); // what nobody remembers cannot be told from it
}

void TestJournalForks::event_thatCannotBeCommitted_isNone()
{
    TestJournal journal;
    fill(journal, 3);
    int heard = 0;
    const auto subscription = journal->subscribe([&](const std::vector<Event>& events) { heard += int(events.size()); });
    {
        const test::FailingCommits disk(journal.store());
        QVERIFY(!journal->record(sampleEvent()));
        bool told = false, durable = true;
        journal->recordLater(sampleEvent(), [&](const Result<void>& result) {
            told = true;
            durable = result.has_value();
        });
        QVERIFY(!journal->record(sampleEvent())); // stands behind it
        QVERIFY(told && !durable);
    }
    QCOMPARE(heard, 0);
    QCOMPARE(journal->head().sequence, 3);
    fill(journal, 2);
    QCOMPARE(heard, 2);
    QCOMPARE(journal->head().sequence, 5);
    journal.reopen();
    QCOMPARE(damageOf(journal.journal()), QByteArray());
    QCOMPARE(verified(journal), QByteArray("intact"));
}

SALLYPORT_GUILESS_TEST(TestJournalForks)

} // namespace tst_journal_forks
#include "tst_journal_forks.moc"
