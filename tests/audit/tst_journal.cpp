#include "backend/audit/event_limits.h"
#include "backend/audit/event_table.h"
#include "backend/audit/retention.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <atomic>
#include <fstream>
#include <sys/stat.h>
#include <thread>

namespace tst_journal {

using namespace sallyport;
using namespace sallyport::audit;
using test::sampleEvent;
using test::TestJournal;

namespace {

Event stored(TestJournal& journal, std::int64_t sequence)
{
    auto rows =
        journal.store().read([&](storage::Transaction& transaction) { return readRange(transaction, sequence, sequence, 1); });
    return rows && !rows->empty() ? rows->front().event : Event{};
}

void fill(TestJournal& journal, int count)
{
    for (int i = 0; i < count; ++i) {
        journal.clock.advance(std::chrono::seconds(1));
        QVERIFY(journal->record(sampleEvent(kind::signInSucceeded, "User " + std::to_string(i))));
    }
}

QByteArray words(const ChainReport& report)
{
    return QByteArray::number(qlonglong(report.firstBad)) + ' ' + problemWord(report.problem).data();
}

} // namespace

/// The chain: what it keeps, and what it tells after somebody has been at the table.
class TestJournalChain : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void asvs_16_2_2_record_manyThreads_numbersWithoutGaps()
    {
        TestJournal journal;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 50; ++i)
                    QVERIFY(journal->record(sampleEvent()));
            });
        for (std::thread& thread : threads)
            thread.join();
        const auto report = journal->verify({});
        QVERIFY(report);
        QVERIFY2(report->intact, words(*report));
        QCOMPARE(report->checked, 200);
        QCOMPARE(report->head.sequence, 200);
        QCOMPARE(journal->head().sequence, 200);
        QCOMPARE(journal->head().hash, report->head.hash);
    }

    void asvs_2_3_3_append_workFails_leavesNoEventAndNoGap()
    {
        TestJournal journal;
        QVERIFY(journal->record(sampleEvent()));
        const auto failed = journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_TRY(journal->append(transaction, sampleEvent()));
            return makeError(ErrorCode::Conflict, "no");
        });
        QVERIFY(!failed);
        QCOMPARE(journal->head().sequence, 1);
        QVERIFY(journal->record(sampleEvent()));
        QCOMPARE(journal->head().sequence, 2);
        QVERIFY(journal->verify({})->intact);
    }

    void append_unknownKind_isRefused()
    {
        TestJournal journal;
        const auto result = journal->record(sampleEvent("user.promoted"));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    }

    void append_overlongFields_areCutAtCodePoints()
    {
        TestJournal journal;
        Event big = sampleEvent();
        big.userAgent = std::string(255, 'a') + "é";
        big.path = std::string(2000, '/');
        big.actor.name = std::string(500, 'n');
        big.object.name = "bad \xff utf-8";
        big.reason = std::string(5000, 'r');
        big.detailsJson = "{\"note\":\"" + std::string(20000, 'x') + "\"}";
        QVERIFY(journal->record(big));
        const Event kept = stored(journal, 1);
        QCOMPARE(kept.userAgent, std::string(255, 'a'));
        QCOMPARE(kept.path.size(), pathLimit);
        QCOMPARE(kept.actor.name.size(), nameLimit);
        QCOMPARE(kept.object.name, std::string("bad ? utf-8"));
        QCOMPARE(kept.reason.size(), wordLimit);
        QVERIFY(kept.detailsJson.size() <= detailsLimit);
        QVERIFY(kept.detailsJson.starts_with("{\"truncated\":"));
        QVERIFY(journal->verify({})->intact);
    }

    void append_detailsThatAreNotAnObject_areQuoted()
    {
        TestJournal journal;
        Event odd = sampleEvent();
        odd.detailsJson = "[1,2";
        QVERIFY(journal->record(odd));
        QCOMPARE(stored(journal, 1).detailsJson, std::string("{\"invalid\":\"[1,2\",\"bytes\":4}"));
    }

    void asvs_16_4_2_verify_rowsTamperedWith_namesTheFirst_data()
    {
        QTest::addColumn<QStringList>("sql");
        QTest::addColumn<QByteArray>("found");
        const auto row = [](const char* name, QStringList sql, const char* found) {
            QTest::newRow(name) << sql << QByteArray(found);
        };
        using namespace Qt::StringLiterals;
        for (const char* column :
             {"kind", "actor_kind", "actor_id", "actor_name", "actor_email", "object_kind", "object_id", "object_name",
              "object_email", "address", "user_agent", "request_id", "method", "path", "reason", "details"})
            row(column, {u"UPDATE events SET %1 = 'forged' WHERE sequence = 7"_s.arg(QLatin1StringView(column))}, "7 changed");
        for (const char* column : {"time", "severity", "outcome", "status"})
            row(column, {u"UPDATE events SET %1 = %1 + 1 WHERE sequence = 7"_s.arg(QLatin1StringView(column))}, "7 changed");
        // Values that read as before and that no filter finds.
        for (const char* column : {"kind", "actor_kind", "actor_id", "actor_name", "object_kind", "address", "request_id", "path",
                                   "reason", "details"})
            row(qPrintable(u"%1 as bytes"_s.arg(QLatin1StringView(column))),
                {u"UPDATE events SET %1 = CAST(%1 AS BLOB) WHERE sequence = 7"_s.arg(QLatin1StringView(column))}, "7 changed");
        for (const char* column : {"time", "severity", "outcome", "status"}) {
            row(qPrintable(u"%1 with a fraction"_s.arg(QLatin1StringView(column))),
                {u"UPDATE events SET %1 = %1 + 0.5 WHERE sequence = 7"_s.arg(QLatin1StringView(column))}, "7 changed");
            row(qPrintable(u"%1 as bytes"_s.arg(QLatin1StringView(column))),
                {u"UPDATE events SET %1 = CAST(CAST(%1 AS TEXT) AS BLOB) WHERE sequence = 7"_s.arg(QLatin1StringView(column))},
                "7 changed");
        }
        row("address key as text", {u"UPDATE events SET address_key = CAST(address_key AS TEXT) WHERE sequence = 7"_s},
            "7 changed");
        row("severity beyond its range", {u"UPDATE events SET severity = 99 WHERE sequence = 7"_s}, "7 changed");
        row("address key", {u"UPDATE events SET address_key = x'00' WHERE sequence = 7"_s}, "7 changed");
        row("hash", {u"UPDATE events SET hash = x'00' WHERE sequence = 7"_s}, "7 changed");
        row("first deleted", {u"DELETE FROM events WHERE sequence = 1"_s}, "1 missing");
        row("one deleted", {u"DELETE FROM events WHERE sequence = 7"_s}, "7 missing");
        row("deleted and closed up",
            {u"DELETE FROM events WHERE sequence = 7"_s, u"UPDATE events SET sequence = sequence - 1 WHERE sequence > 7"_s},
            "7 changed");
        row("neighbours swapped",
            {u"UPDATE events SET sequence = 1000 WHERE sequence = 7"_s, u"UPDATE events SET sequence = 7 WHERE sequence = 8"_s,
             u"UPDATE events SET sequence = 8 WHERE sequence = 1000"_s},
            "7 reordered");
        row("far ones swapped",
            {u"UPDATE events SET sequence = 1000 WHERE sequence = 3"_s, u"UPDATE events SET sequence = 3 WHERE sequence = 15"_s,
             u"UPDATE events SET sequence = 15 WHERE sequence = 1000"_s},
            "3 reordered");
        row("tail cut off", {u"DELETE FROM events WHERE sequence > 15"_s}, "16 truncated");
        row("all deleted", {u"DELETE FROM events"_s}, "1 truncated");
        for (const char* sequence : {"0", "-5"})
            row(sequence,
                {u"INSERT INTO events SELECT %1, time, kind, severity, outcome, actor_kind, actor_id, actor_name, actor_email, "
                 "object_kind, object_id, object_name, object_email, address, address_key, user_agent, request_id, method, "
                 "path, status, reason, details, hash FROM events WHERE sequence = 1"_s.arg(QLatin1StringView(sequence))},
                sequence[0] == '0' ? "1 inserted" : "-5 inserted");
        row("one forged at the end",
            {u"INSERT INTO events SELECT 21, time, kind, severity, outcome, actor_kind, actor_id, actor_name, actor_email, "
             "object_kind, object_id, object_name, object_email, address, address_key, user_agent, request_id, method, "
             "path, status, reason, details, hash FROM events WHERE sequence = 20"_s},
            "21 changed");
    }

    void asvs_16_4_2_verify_rowsTamperedWith_namesTheFirst()
    {
        QFETCH(const QStringList, sql);
        QFETCH(const QByteArray, found);
        TestJournal journal;
        fill(journal, 20);
        for (const QString& statement : sql)
            QVERIFY2(journal.tamper(statement.toStdString()), qPrintable(statement));
        const auto running = journal->verify({});
        QVERIFY(running);
        QVERIFY(!running->intact);
        QCOMPARE(words(*running), found);
        // And after a restart, when only the anchor remembers the end: what was there at the end is a gap then.
        if (found == "21 changed")
            return;
        journal.reopen();
        const auto later = journal->verify({});
        QVERIFY(later);
        QVERIFY(!later->intact);
        QCOMPARE(words(*later).replace("truncated", "missing"), QByteArray(found).replace("truncated", "missing"));
    }

    void asvs_16_4_2_open_tailCutOff_recordsItAndKeepsTheGap()
    {
        TestJournal journal;
        fill(journal, 10);
        journal.close();
        {
            // Without the journal, as an attacker would with the database's key.
            storage::StoreOptions options;
            options.file = storage::databaseFile(journal.directory());
            options.backups = storage::backupsDirectory(journal.directory());
            auto store = storage::openStore(options, test::TestStore::key());
            QVERIFY(store);
            QVERIFY((*store)->write([](storage::Transaction& transaction) -> Result<void> {
                SALLYPORT_ASSIGN(auto cut, transaction.prepare("DELETE FROM events WHERE sequence > 6"));
                return cut.run();
            }));
        }
        journal.reopen();
        const Event told = stored(journal, 11);
        QCOMPARE(told.kind, std::string(kind::auditDamaged));
        QCOMPARE(told.reason, std::string("truncated"));
        const auto damage = journal->damage();
        QVERIFY(damage);
        QCOMPARE(damage->problem, ChainProblem::Truncated);
        QCOMPARE(damage->anchored, 10);
        QCOMPARE(damage->found, 6);
        fill(journal, 3);
        journal.reopen();
        // Events after it do not make it whole, and it is not told a second time.
        QVERIFY(journal->damage());
        QCOMPARE(journal->damage()->problem, ChainProblem::Earlier);
        QCOMPARE(journal->head().sequence, 14);
        const auto report = journal->verify({});
        QVERIFY(!report->intact);
        QCOMPARE(words(*report), QByteArray("7 missing"));
    }

    void open_anchorLostOrForged_isToldForGood_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("lost") << QByteArray();
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("forged") << QByteArray("sallyport audit head 1\nsequence 3\nhash 00\nbroken 0\nseal 00\n");
    }

    void open_anchorLostOrForged_isToldForGood()
    {
        QFETCH(const QByteArray, content);
        TestJournal journal;
        fill(journal, 5);
        journal.close();
        std::filesystem::remove(journal.anchor());
        if (!content.isNull())
            std::ofstream(journal.anchor()) << content.constData();
        for (int restart = 0; restart < 2; ++restart) {
            journal.reopen();
            const auto report = journal->verify({});
            QVERIFY(report);
            QVERIFY(!report->intact);
            QCOMPARE(words(*report), QByteArray("5 anchor_damaged"));
            const ChainProblem first = content.isNull() ? ChainProblem::AnchorMissing : ChainProblem::AnchorDamaged;
            QVERIFY(journal->damage());
            QCOMPARE(journal->damage()->problem, restart == 0 ? first : ChainProblem::Earlier);
            QCOMPARE(journal->damage()->found, 5);
        }
        QCOMPARE(journal->head().sequence, 6);
        QCOMPARE(stored(journal, 6).kind, std::string(kind::auditDamaged));
    }

    void damage_foundBesideARunningJournal_isNotForgottenByIt()
    {
        TestJournal journal;
        fill(journal, 5);
        std::filesystem::remove(journal.anchor());
        {
            auto beside = Journal::open(journal.store(), TestJournal::key(), journal.anchor());
            QVERIFY(beside);
            QVERIFY((*beside)->damage());
        }
        QVERIFY(!journal->damage());
        fill(journal, 3);
        journal.reopen();
        QVERIFY(journal->damage());
        QCOMPARE(journal->damage()->problem, ChainProblem::Earlier);
    }

    void damage_ofAnIntactJournal_isNothing()
    {
        TestJournal journal;
        QVERIFY(!journal->damage());
        journal.reopen();
        QVERIFY(!journal->damage());
        fill(journal, 3);
        journal.reopen();
        QVERIFY(!journal->damage());
        journal.clock.advance(std::chrono::hours(24));
        QVERIFY(expireEvents(journal.journal(), journal.clock.now()));
        journal.reopen();
        QVERIFY(!journal->damage());
    }

    void anchor_afterClose_holdsTheHeadPrivately()
    {
        TestJournal journal;
        fill(journal, 3);
        const std::string hash = journal->head().hash;
        journal.close();
        std::ifstream file(journal.anchor());
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        QVERIFY(text.find("sequence 3\n") != std::string::npos);
        QVERIFY(text.find(hash) != std::string::npos);
        struct stat status {};
        QCOMPARE(::stat(journal.anchor().c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777, 0600u);
    }

    void verify_withAnotherKey_failsAtTheFirst()
    {
        TestJournal journal;
        fill(journal, 3);
        auto other = Journal::open(journal.store(), SecretBytes(Bytes(32, std::byte{1})), journal.directory() / "other.head");
        QVERIFY(other);
        QCOMPARE(words(*(*other)->verify({})), QByteArray("1 changed"));
    }

    void verify_cancelled_saysSo()
    {
        TestJournal journal;
        fill(journal, 3);
        const auto report = journal->verify([](std::int64_t, std::int64_t) { return false; });
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Cancelled);
    }

    void twoJournals_writingAtOnce_makeOneChain()
    {
        TestJournal journal;
        // A second process has a store, a journal and caches of its own.
        storage::StoreOptions options;
        options.file = storage::databaseFile(journal.directory());
        options.backups = storage::backupsDirectory(journal.directory());
        options.clock = &journal.clock;
        auto store = storage::openStore(options, test::TestStore::key());
        QVERIFY(store);
        auto second = Journal::open(**store, TestJournal::key(), journal.anchor());
        QVERIFY(second);
        std::vector<std::int64_t> seen;
        const auto subscription = journal->subscribe([&](const std::vector<Event>& events) {
            for (const Event& e : events)
                seen.push_back(e.sequence);
        });
        std::thread other([&] {
            for (int i = 0; i < 40; ++i)
                QVERIFY((*second)->record(sampleEvent(kind::settingChanged)));
        });
        for (int i = 0; i < 40; ++i)
            QVERIFY(journal->record(sampleEvent()));
        other.join();
        QVERIFY(journal->record(sampleEvent()));
        const auto report = journal->verify({});
        QVERIFY2(report->intact, words(*report));
        QCOMPARE(report->checked, 81);
        // The live feed has the other's events too, in order.
        QCOMPARE(seen.size(), 81u);
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        second->reset();
        store->reset();
        QVERIFY(journal->verify({})->intact);
    }

    void subscribe_events_comeAfterTheCommitInOrder()
    {
        TestJournal journal;
        std::vector<std::string> seen;
        auto subscription = journal->subscribe([&](const std::vector<Event>& events) {
            for (const Event& e : events)
                seen.push_back(e.actor.name + '/' + std::to_string(e.sequence) + '/' + std::to_string(e.hash.size()));
        });
        fill(journal, 3);
        QCOMPARE(seen, (std::vector<std::string>{"User 0/1/64", "User 1/2/64", "User 2/3/64"}));
        subscription.reset();
        fill(journal, 1);
        QCOMPARE(seen.size(), 3u);
    }

    void expire_oldEvents_keepsTheRestVerifiable()
    {
        TestJournal journal;
        fill(journal, 20);
        const UtcTime before = stored(journal, 8).time;
        const auto removed = expireEvents(journal.journal(), before);
        QVERIFY2(removed, removed ? "" : removed.error().detail.c_str());
        QCOMPARE(*removed, 7);
        QCOMPARE(stored(journal, 7).sequence, 0);
        QCOMPARE(stored(journal, 21).kind, std::string(kind::eventsExpired));
        for (int restart = 0; restart < 2; ++restart) {
            const auto report = journal->verify({});
            QVERIFY2(report->intact, words(*report));
            QCOMPARE(report->checked, 14);
            journal.reopen();
        }
        // Again, and to the end: the last event stays.
        QCOMPARE(*expireEvents(journal.journal(), before), 0);
        journal.clock.advance(std::chrono::hours(1));
        QCOMPARE(*expireEvents(journal.journal(), journal.clock.now()), 13);
        QVERIFY(journal->verify({})->intact);
        QCOMPARE(journal->head().sequence, 22);
    }

    void expire_baseTamperedWith_isFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QByteArray>("found");
        QTest::newRow("more removed") << QStringLiteral("DELETE FROM events WHERE sequence = 8") << QByteArray("8 missing");
        QTest::newRow("base removed") << QStringLiteral("DELETE FROM event_base") << QByteArray("1 missing");
        QTest::newRow("base forged") << QStringLiteral("UPDATE event_base SET sequence = 9") << QByteArray("1 missing");
    }

    void expire_baseTamperedWith_isFound()
    {
        QFETCH(const QString, sql);
        QFETCH(const QByteArray, found);
        TestJournal journal;
        fill(journal, 20);
        QVERIFY(expireEvents(journal.journal(), stored(journal, 8).time));
        QVERIFY(journal.tamper(sql.toStdString()));
        QCOMPARE(words(*journal->verify({})), found);
    }

    void recordLater_moreThanMayWait_countsAndTells()
    {
        TestJournal journal;
        std::atomic<bool> held = false, go = false;
        std::thread blocker([&] {
            // Holds the writer until all are posted.
            (void) journal.store().write([&](storage::Transaction&) -> Result<void> {
                held = true;
                held.notify_all();
                go.wait(false);
                return {};
            });
        });
        held.wait(false);
        std::atomic<int> durable = 0, refused = 0;
        Event flood = sampleEvent();
        flood.kind = kind::limitReached;
        for (int i = 0; i < 10'020; ++i)
            journal->recordLater(flood, [&](const Result<void>& result) { ++(result ? durable : refused); });
        std::atomic<bool> valued = false; // what is worth more than the flood still has a place
        journal->recordLater(sampleEvent(), [&](const Result<void>& result) { valued = result.has_value(); });
        go = true;
        go.notify_all();
        blocker.join();
        QVERIFY(journal->record(sampleEvent()));
        QVERIFY(refused >= 19);
        QCOMPARE(durable + refused, 10'020);
        QVERIFY(valued);
        journal->recordLater(sampleEvent());
        QVERIFY(journal->record(sampleEvent()));
        bool told = false;
        for (std::int64_t s = 1; s <= journal->head().sequence && !told; ++s)
            if (const Event e = stored(journal, s); e.kind == kind::eventsDropped) {
                told = true;
                QCOMPARE(e.detailsJson, "{\"count\":" + std::to_string(refused) + ",\"kinds\":\"limit.reached " +
                                            std::to_string(refused) + "\"}");
            }
        QVERIFY(told);
        QVERIFY(journal->verify({})->intact);
    }
};

SALLYPORT_GUILESS_TEST(TestJournalChain)

} // namespace tst_journal
#include "tst_journal.moc"
