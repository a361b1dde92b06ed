#include "backend/audit/event_table.h"
#include "backend/audit/exporter.h"
#include "backend/audit/retention.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <fstream>

namespace tst_accepted_damage {

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

Event byAda()
{
    Event event;
    event.kind = kind::damageAccepted;
    event.actor = {"user", "1", "Ada"};
    return event;
}

/// As if a backup that ends at event 6 had been put back into a vault that ended at 10. `journal` is open again after it.
void putBack(TestJournal& journal)
{
    fill(journal, 6);
    fill(journal, 4);
    journal.close();
    {
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
}

QByteArray words(const ChainReport& report)
{
    return report.intact ? QByteArray("intact")
                         : QByteArray::number(qlonglong(report.firstBad)) + ' ' + problemWord(report.problem).data();
}

} // namespace

/// Damage that was accepted is no alarm any more, is never forgotten, and hides nothing else.
class TestAcceptedDamage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void restore_accepted_isANoteForGood()
    {
        TestJournal journal;
        putBack(journal);
        QVERIFY(journal->damage());
        fill(journal, 2);
        QCOMPARE(words(*journal->verify({})), QByteArray("7 missing"));
        const auto accepted = journal->acceptDamage(byAda(), "backup put back", {});
        QVERIFY2(accepted, accepted ? "" : accepted.error().detail.c_str());
        QCOMPARE(accepted->size(), std::size_t{1});
        QVERIFY(!journal->damage());
        for (int restart = 0; restart < 2; ++restart) {
            const auto report = journal->verify({});
            QCOMPARE(words(*report), QByteArray("intact"));
            QCOMPARE(report->accepted.size(), std::size_t{1});
            const AcceptedDamage& note = report->accepted[0];
            QCOMPARE(note.first, std::int64_t{7});
            QCOMPARE(note.last, std::int64_t{10});
            QCOMPARE(note.problem, ChainProblem::Missing);
            QCOMPARE(note.by, std::string("Ada"));
            QCOMPARE(note.why, std::string("backup put back"));
            QCOMPARE(note.at, journal.clock.now());
            QCOMPARE(journal->verifyRange(12, 13, {})->accepted.size(), std::size_t{1});
            journal.reopen();
            QVERIFY(!journal->damage());
        }
        const auto event =
            journal.store().read([](storage::Transaction& transaction) { return readRange(transaction, 14, 14, 1); });
        QCOMPARE(event->at(0).event.kind, std::string(kind::damageAccepted));
        QCOMPARE(event->at(0).event.detailsJson, std::string(R"({"why":"backup put back","damage":"missing 7-10"})"));
        QCOMPARE(event->at(0).event.actor.name, std::string("Ada"));
    }

    void otherDamage_afterwards_isFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QByteArray>("found");
        QTest::newRow("before") << QStringLiteral("UPDATE events SET reason = 'x' WHERE sequence = 3") << QByteArray("3 changed");
        QTest::newRow("where it goes on") << QStringLiteral("UPDATE events SET reason = 'x' WHERE sequence = 11")
                                          << QByteArray("7 missing");
        QTest::newRow("behind") << QStringLiteral("UPDATE events SET reason = 'x' WHERE sequence = 12")
                                << QByteArray("12 changed");
        QTest::newRow("gap widened") << QStringLiteral("DELETE FROM events WHERE sequence = 6") << QByteArray("6 missing");
        QTest::newRow("gap widened behind") << QStringLiteral("DELETE FROM events WHERE sequence = 11")
                                            << QByteArray("7 missing");
        QTest::newRow("note forged") << QStringLiteral("UPDATE accepted_damage SET why = 'x'") << QByteArray("7 missing");
        QTest::newRow("note removed") << QStringLiteral("DELETE FROM accepted_damage") << QByteArray("7 missing");
    }

    void otherDamage_afterwards_isFound()
    {
        QFETCH(const QString, sql);
        QFETCH(const QByteArray, found);
        TestJournal journal;
        putBack(journal);
        fill(journal, 2);
        QVERIFY(journal->acceptDamage(byAda(), "known", {}));
        QVERIFY(journal.tamper(sql.toStdString()));
        QCOMPARE(words(*journal->verify({})), found);
        if (sql.contains(QLatin1String("accepted_damage"))) {
            journal.reopen();
            QVERIFY(journal->damage());
        }
    }

    void lostAnchor_accepted_isNoDamage_untilItIsLostAgain()
    {
        TestJournal journal;
        fill(journal, 5);
        journal.close();
        std::filesystem::remove(journal.anchor());
        journal.reopen();
        QVERIFY(journal->damage());
        QVERIFY(journal->acceptDamage(byAda(), "new disk", {}));
        QVERIFY(!journal->damage());
        const auto report = journal->verify({});
        QCOMPARE(words(*report), QByteArray("intact"));
        QCOMPARE(report->accepted.at(0).problem, ChainProblem::AnchorMissing);
        journal.reopen();
        QVERIFY(!journal->damage());
        fill(journal, 2);
        journal.close();
        std::filesystem::remove(journal.anchor());
        journal.reopen();
        QVERIFY(journal->damage());
        QCOMPARE(words(*journal->verify({})), QByteArray("9 anchor_damaged"));
    }

    void changedRow_accepted_isTakenAsItStands()
    {
        TestJournal journal;
        fill(journal, 8);
        QVERIFY(journal.tamper("UPDATE events SET reason = 'x' WHERE sequence IN (3, 6)"));
        const auto accepted = journal->acceptDamage(byAda(), "known", {});
        QVERIFY(accepted);
        QCOMPARE(accepted->size(), std::size_t{2});
        QCOMPARE(words(*journal->verify({})), QByteArray("intact"));
        QVERIFY(journal.tamper("UPDATE events SET reason = 'y' WHERE sequence = 6"));
        QCOMPARE(words(*journal->verify({})), QByteArray("6 changed"));
    }

    void verification_thatFails_isRememberedUntilAccepted_data()
    {
        QTest::addColumn<bool>("ofAPeriod");
        QTest::newRow("whole") << false;
        QTest::newRow("of a period") << true;
    }

    void verification_thatFails_isRememberedUntilAccepted()
    {
        QFETCH(const bool, ofAPeriod);
        TestJournal journal;
        fill(journal, 8);
        QVERIFY(journal.tamper("UPDATE events SET reason = 'x' WHERE sequence = 3"));
        const auto report = ofAPeriod ? journal->verifyRange(2, 4, {}) : journal->verify({});
        QCOMPARE(words(*report), QByteArray("3 changed"));
        const auto isKnown = [](const Journal& one, std::int64_t at) {
            const auto damage = one.damage();
            return damage && damage->problem == ChainProblem::Earlier && damage->found == at;
        };
        QVERIFY(isKnown(*journal.second(), 3)); // another process, while this one runs
        for (int restart = 0; restart < 2; ++restart) {
            QVERIFY(isKnown(journal.journal(), 3));
            fill(journal, 1);
            journal.reopen();
        }
        // What stands again as it was has been otherwise.
        QVERIFY(journal.tamper("UPDATE events SET reason = '' WHERE sequence = 3"));
        QVERIFY(!journal->verify({})->intact);
        QVERIFY(journal->acceptDamage(byAda(), "known", {}));
        QVERIFY(!journal->damage());
        journal.reopen();
        QVERIFY(!journal->damage());
        QCOMPARE(words(*journal->verify({})), QByteArray("intact"));
    }

    /// What is taken away again, and leaves the chain whole.
    void strangeRow_isRememberedByItsWord_untilAccepted_data()
    {
        QTest::addColumn<bool>("stays");
        QTest::newRow("stays") << true;
        QTest::newRow("taken away again") << false;
    }

    void strangeRow_isRememberedByItsWord_untilAccepted()
    {
        QFETCH(const bool, stays);
        TestJournal journal;
        fill(journal, 4);
        QVERIFY(journal.tamper("INSERT INTO events SELECT -5, time, kind, severity, outcome, actor_kind, actor_id, actor_name, "
                               "actor_email, object_kind, object_id, object_name, object_email, address, address_key, "
                               "user_agent, request_id, method, path, status, reason, details, hash FROM events "
                               "WHERE sequence = 1"));
        QCOMPARE(words(*journal->verify({})), QByteArray("-5 inserted"));
        if (!stays)
            QVERIFY(journal.tamper("DELETE FROM events WHERE sequence = -5"));
        for (int restart = 0; restart < 2; ++restart) {
            QVERIFY(journal->damage());
            QCOMPARE(journal->damage()->problem, ChainProblem::Inserted);
            QVERIFY(words(*journal->verify({})).endsWith(" inserted"));
            journal.reopen();
        }
        const auto accepted = journal->acceptDamage(byAda(), "a test of ours", {});
        QVERIFY(accepted);
        QCOMPARE(accepted->size(), std::size_t{1});
        QCOMPARE(accepted->front().problem, ChainProblem::Inserted);
        journal.reopen();
        QVERIFY(!journal->damage());
        QCOMPARE(words(*journal->verify({})), QByteArray("intact"));
    }

    /// The words stand in answers, files and events for good.
    void problems_haveOneWordEach()
    {
        for (const ChainProblemInfo& one : chainProblems) {
            QVERIFY(problemOfWord(one.word) == one.problem);
            QVERIFY(problemWord(one.problem) == one.word);
        }
        QVERIFY(!problemOfWord("other"));
    }

    /// Whatever was accepted before, and wherever.
    void verification_thatFailsAfterOneWasAccepted_isRemembered()
    {
        TestJournal journal;
        fill(journal, 8);
        std::int64_t accepted = 0;
        for (const int changed : {6, 3, 6}) {
            QVERIFY(journal.tamper("UPDATE events SET reason = '" + std::to_string(accepted) +
                                   "x' WHERE sequence = " + std::to_string(changed)));
            QCOMPARE(words(*journal->verify({})), QByteArray::number(changed) + " changed");
            journal.reopen();
            QVERIFY(journal->damage());
            QVERIFY(journal->acceptDamage(byAda(), "known", {}));
            journal.reopen();
            QVERIFY(!journal->damage());
            QCOMPARE(words(*journal->verify({})), QByteArray("intact"));
            ++accepted;
        }
    }

    void nothingDamaged_isAConflict()
    {
        TestJournal journal;
        fill(journal, 3);
        QCOMPARE(journal->acceptDamage(byAda(), "none", {}).error().code, ErrorCode::Conflict);
        QCOMPARE(journal->head().sequence, std::int64_t{3});
    }

    void retention_goesOnOverAnAcceptedGap()
    {
        TestJournal journal;
        putBack(journal);
        QCOMPARE(*expireEvents(journal.journal(), journal.clock.now() - 1h), 0);
        QVERIFY(journal->acceptDamage(byAda(), "known", {}));
        journal.clock.advance(1h);
        fill(journal, 3);
        QVERIFY(*expireEvents(journal.journal(), journal.clock.now() - 30min) >= 7);
        QCOMPARE(words(*journal->verify({})), QByteArray("intact"));
    }

    void export_ofADamagedJournal_saysItBeforeTheFirstByte_data()
    {
        QTest::addColumn<bool>("period");
        QTest::newRow("everything") << false;
        QTest::newRow("a period behind the damage") << true;
    }

    void export_ofADamagedJournal_saysItBeforeTheFirstByte()
    {
        QFETCH(const bool, period);
        TestJournal journal;
        putBack(journal);
        fill(journal, 2);
        const auto write = [&] {
            ReportRequest request;
            request.format = ReportFormat::Csv;
            if (period)
                request.query.since = journal.clock.now();
            std::string body, told;
            request.onVerified = [&](const ChainReport& chain) {
                told = body.empty() ? words(chain).toStdString() + (chain.accepted.empty() ? "" : ", accepted") : "late";
            };
            std::int64_t delivered = 0;
            const auto sink = [&](std::string_view chunk) {
                body += chunk;
                return true;
            };
            const auto result = exportReport(journal.store(), journal.journal(), request, {}, {}, sink, {}, delivered);
            return told + (result && delivered > 0 ? "" : " nothing");
        };
        QVERIFY2(write().starts_with("7 "), write().c_str());
        QVERIFY(journal->acceptDamage(byAda(), "known", {}));
        QCOMPARE(write(), std::string("intact, accepted"));
    }
};

SALLYPORT_GUILESS_TEST(TestAcceptedDamage)

} // namespace tst_accepted_damage
#include "tst_accepted_damage.moc"
