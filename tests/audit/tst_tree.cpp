#include "backend/audit/event_table.h"
#include "backend/audit/retention.h"
#include "backend/audit/tree/leaf.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/audit/tree/tree_mend.h"
#include "backend/audit/tree/tree_table.h"
#include "tests/audit/tree_house.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sys/stat.h>

namespace tst_tree {

using namespace sallyport;
using namespace sallyport::audit;
using namespace sallyport::audit::tree_house;

namespace {

std::int64_t treeSize(TestJournal& journal)
{
    return journal.store().read(readEdge)->size;
}

/// Leaves the first `kept` lines; -1: no file.
void cutHeads(const TestJournal& journal, int kept)
{
    std::ifstream whole(headsFile(journal));
    std::string text, line;
    for (int i = 0; i < kept && std::getline(whole, line); ++i)
        text += line + '\n';
    std::filesystem::remove(headsFile(journal));
    if (kept >= 0)
        std::ofstream(headsFile(journal)) << text;
}

} // namespace

/// The tree over the journal: that it is the events', stays when they go, and tells what was done to events, tree and heads.
class TreeTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void append_addsALeafWithTheEvent()
    {
        TestJournal journal;
        fill(journal, 700); // over two borders of stored nodes
        QCOMPARE(treeSize(journal), 700);
        for (const std::int64_t size : {1, 2, 255, 256, 257, 511, 512, 513, 700})
            QVERIFY(storedRoot(journal, size) == expectedRoot(journal, size));
        QCOMPARE(verified(journal), QByteArray("intact"));
    }

    void append_rolledBack_leavesNoLeaf()
    {
        TestJournal journal;
        fill(journal, 3);
        QVERIFY(!journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_TRY(journal->append(transaction, sampleEvent()));
            return makeError(ErrorCode::Conflict, "no");
        }));
        QCOMPARE(treeSize(journal), 3);
        fill(journal, 2);
        QCOMPARE(treeSize(journal), 5);
        QVERIFY(storedRoot(journal, 5) == expectedRoot(journal, 5));
    }

    void twoJournals_continueOneTree()
    {
        TestJournal journal;
        const auto other = journal.second();
        for (int i = 0; i < 20; ++i) {
            QVERIFY(journal->record(sampleEvent()));
            QVERIFY(other->record(sampleEvent()));
            QVERIFY(other->record(sampleEvent()));
        }
        QVERIFY(storedRoot(journal, 60) == expectedRoot(journal, 60));
        QCOMPARE(verified(journal), QByteArray("intact"));
    }

    void opening_vaultOfBefore_getsItsTree()
    {
        TestJournal journal;
        fill(journal, 300);
        const TreeHash root = storedRoot(journal, 300);
        QVERIFY(journal.tamper("DELETE FROM tree_nodes"));
        QVERIFY(journal.tamper("DELETE FROM tree_runs"));
        journal.reopen();
        QCOMPARE(treeSize(journal), 300);
        QVERIFY(storedRoot(journal, 300) == root);
        QCOMPARE(verified(journal), QByteArray("intact"));
    }

    void opening_vaultOfBeforeWithExpiredEvents_beginsWithTheFirstKept()
    {
        TestJournal journal;
        fill(journal, 10);
        journal.clock.advance(std::chrono::hours(48));
        fill(journal, 5);
        QCOMPARE(*expireEvents(journal.journal(), journal.clock.now() - std::chrono::hours(24)), 10);
        QVERIFY(journal.tamper("DELETE FROM tree_nodes"));
        QVERIFY(journal.tamper("DELETE FROM tree_runs"));
        journal.reopen();
        QCOMPARE(treeSize(journal), 6); // and the record of the expiry
        QCOMPARE(*journal.store().read([](storage::Transaction& t) { return sequenceAt(t, 0); }), 11);
        QCOMPARE(verified(journal), QByteArray("intact"));
    }

    void expiry_leavesTheLeaves()
    {
        TestJournal journal;
        const auto heads = attached(journal);
        fill(journal, 10);
        signedNow(journal, *heads);
        const TreeHash before = storedRoot(journal, 10);
        journal.clock.advance(std::chrono::hours(48));
        fill(journal, 5);
        QVERIFY(*expireEvents(journal.journal(), journal.clock.now() - std::chrono::hours(24)) > 0);
        QVERIFY(storedRoot(journal, 10) == before);
        signedNow(journal, *heads);
        QCOMPARE(verified(journal), QByteArray("intact"));
    }

    void head_isSignedRecordedAndKept()
    {
        TestJournal journal;
        const auto heads = attached(journal);
        fill(journal, 4);
        const SignedHead head = *heads->current(journal.journal(), sampleEvent());
        QCOMPARE(head.size, 4);
        QVERIFY(head.root == expectedRoot(journal, 4));
        QVERIFY(heads->key().fits(head));
        SignedHead other = head;
        other.size = 5;
        QVERIFY(!heads->key().fits(other));
        QCOMPARE(heads->key().fingerprint().size(), std::size_t{64});
        // Its own record is no reason for another.
        QCOMPARE(heads->current(journal.journal(), sampleEvent())->size, 4);
        QCOMPARE(treeSize(journal), 5);
        fill(journal, 1);
        QCOMPARE(heads->current(journal.journal(), sampleEvent())->size, 6);
        const auto lines = *heads->file().read();
        QCOMPARE(lines.size(), std::size_t{2});
        QVERIFY(lines[0].readable && lines[0].head.root == head.root && heads->key().fits(lines[1].head));
        struct stat info {};
        QCOMPARE(::stat(headsFile(journal).c_str(), &info), 0);
        QCOMPARE(info.st_mode & 0777u, 0600u);
        QCOMPARE(heads->list(6, 10)->size(), std::size_t{1});
        QCOMPARE(verified(journal), QByteArray("intact"));
    }

    void over_anEventOfBefore_isTheNewest()
    {
        TestJournal journal;
        const auto heads = attached(journal);
        fill(journal, 4);
        signedNow(journal, *heads);
        QCOMPARE(heads->over(journal.journal(), sampleEvent(), 3)->size, 4);
        QCOMPARE(heads->over(journal.journal(), sampleEvent(), 4)->size, 5);
    }

    void file_unfinishedLine_isLeftOutAndReplaced()
    {
        TestJournal journal;
        const auto heads = attached(journal);
        fill(journal, 2);
        signedNow(journal, *heads);
        std::ofstream(headsFile(journal), std::ios::app) << "{\"size\":7,\"ro";
        QCOMPARE(verified(journal), QByteArray("intact"));
        signedNow(journal, *heads);
        QCOMPARE(heads->file().read()->size(), std::size_t{2});
        QCOMPARE(heads->file().read(1)->front().head.size, 3);
    }

    void verify_changedThings_areNamed_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QByteArray>("found");
        QTest::newRow("edited") << QByteArray("UPDATE events SET path = '/x' WHERE sequence = 5") << QByteArray("5 changed");
        QTest::newRow("deleted") << QByteArray("DELETE FROM events WHERE sequence = 5") << QByteArray("5 missing");
        QTest::newRow("cut off") << QByteArray("DELETE FROM events WHERE sequence > 8") << QByteArray("9 truncated");
        QTest::newRow("leaf") << QByteArray("UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 0 AND position = 6")
                              << QByteArray("7 tree_changed");
        QTest::newRow("leaf away") << QByteArray("DELETE FROM tree_nodes WHERE level = 0 AND position = 6")
                                   << QByteArray("7 tree_changed");
        QTest::newRow("node") << QByteArray("UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 8 AND position = 1")
                              << QByteArray("257 tree_changed");
        QTest::newRow("node away") << QByteArray("DELETE FROM tree_nodes WHERE level = 8 AND position = 0")
                                   << QByteArray("1 tree_changed");
        QTest::newRow("runs away") << QByteArray("DELETE FROM tree_runs") << QByteArray("1 tree_changed");
        QTest::newRow("run shifted") << QByteArray("UPDATE tree_runs SET sequence = sequence - 1")
                                     << QByteArray("1 tree_changed");
        QTest::newRow("head's root") << QByteArray("UPDATE tree_heads SET root = zeroblob(32) WHERE size = 550")
                                     << QByteArray("521 head_changed");
        QTest::newRow("head's signature") << QByteArray("UPDATE tree_heads SET signature = zeroblob(64) WHERE size = 520")
                                          << QByteArray("1 head_changed");
    }
    void verify_changedThings_areNamed()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QByteArray, found);
        TestJournal journal;
        const auto heads = attached(journal);
        fill(journal, 520);
        signedNow(journal, *heads);
        fill(journal, 29);
        signedNow(journal, *heads);
        QCOMPARE(verified(journal), QByteArray("intact"));
        QVERIFY(journal.tamper(sql.toStdString()));
        QCOMPARE(verified(journal), found);
    }

    /// What was taken away isn't made anew for ever, and an opening ends.
    void opening_withoutRuns_endsAndVerifyNamesIt()
    {
        TestJournal journal;
        auto heads = attached(journal);
        fill(journal, 300);
        signedNow(journal, *heads);
        QVERIFY(journal.tamper("DELETE FROM tree_runs"));
        const std::int64_t size = treeSize(journal);
        heads.reset();
        journal.reopen();
        heads = attached(journal);
        QCOMPARE(treeSize(journal), size);
        QCOMPARE(verified(journal), QByteArray("1 tree_changed"));
        fill(journal, 3);
        QCOMPARE(treeSize(journal), size + 3);
        QCOMPARE(verified(journal), QByteArray("1 tree_changed"));
    }

    void headFile_thatCouldNotBeWritten_getsItsHeadsLater()
    {
        TestJournal journal;
        const auto heads = attached(journal);
        fill(journal, 3);
        signedNow(journal, *heads);
        const auto away = headsFile(journal).string() + ".away";
        std::filesystem::rename(headsFile(journal), away);
        std::filesystem::create_directory(headsFile(journal));
        fill(journal, 2);
        QVERIFY(!heads->sign(journal.journal(), sampleEvent()));
        QVERIFY(!heads->bringFile(journal.journal()));
        std::filesystem::remove(headsFile(journal));
        std::filesystem::rename(away, headsFile(journal));
        QVERIFY(heads->bringFile(journal.journal()));
        QCOMPARE(heads->file().read()->size(), std::size_t{2});
        QCOMPARE(heads->file().read(1)->front().head.size, heads->newest()->value().size);
        QVERIFY(heads->bringFile(journal.journal()));
        QCOMPARE(heads->file().read()->size(), std::size_t{2});
        QCOMPARE(verified(journal), QByteArray("intact"));
        QVERIFY(!journal->damage()); // what was never written isn't lost
    }

    void headFile_thatLostWhatItHad_isNamed_data()
    {
        QTest::addColumn<int>("kept");
        QTest::addColumn<bool>("running");
        QTest::addColumn<QByteArray>("found");
        for (const bool running : {false, true}) {
            const auto row = [running](const char* what, int kept, const char* found) {
                const QByteArray name = QByteArray(what) + (running ? ", while the journal runs" : ", at an opening");
                QTest::newRow(name.constData()) << kept << running << QByteArray(found);
            };
            row("deleted", -1, "1 heads_missing");
            row("emptied", 0, "1 heads_missing");
            row("put back", 1, "4 heads_cut");
            row("without its last line", 2, "8 heads_cut");
        }
    }
    void headFile_thatLostWhatItHad_isNamed()
    {
        QFETCH(const int, kept);
        QFETCH(const bool, running);
        QFETCH(const QByteArray, found);
        TestJournal journal;
        auto heads = attached(journal);
        for (int i = 0; i < 3; ++i) {
            fill(journal, 3);
            signedNow(journal, *heads);
        }
        if (!running) {
            heads.reset();
            journal.close();
        }
        cutHeads(journal, kept);
        if (running) {
            QCOMPARE(verified(journal), found);
        } else {
            journal.reopen();
            heads = attached(journal);
        }
        const ChainProblem problem = kept > 0 ? ChainProblem::HeadsCut : ChainProblem::HeadsMissing;
        QVERIFY(journal->damage());
        QCOMPARE(journal->damage()->problem, problem);
        // The file has again what the vault has, and what was lost stays named.
        fill(journal, 1);
        signedNow(journal, *heads);
        QCOMPARE(heads->file().read()->size(), std::size_t{4});
        const std::size_t told = damageEvents(journal).size();
        QCOMPARE(told, std::size_t{1});
        QCOMPARE(damageEvents(journal).front(), std::string(problemWord(problem)));
        heads.reset();
        journal.reopen();
        heads = attached(journal);
        QCOMPARE(journal->damage()->problem, problem);
        QCOMPARE(verified(journal), found);
        QCOMPARE(damageEvents(journal).size(), told);
        // Until it is accepted; losing it again is another matter.
        QVERIFY(journal->acceptDamage(sampleEvent(kind::damageAccepted), "tidied up", {}));
        QVERIFY(!journal->damage());
        QCOMPARE(verified(journal), QByteArray("intact"));
        QCOMPARE(journal->verify({})->accepted.at(0).problem, problem);
        heads.reset();
        journal.close();
        cutHeads(journal, kept);
        journal.reopen();
        heads = attached(journal);
        QVERIFY(journal->damage());
        QCOMPARE(journal->damage()->problem, problem);
    }

    void headFile_withALineThatIsNotOurs_isNamedByOpening()
    {
        TestJournal journal;
        auto heads = attached(journal);
        fill(journal, 3);
        signedNow(journal, *heads);
        heads.reset();
        journal.close();
        std::ofstream(headsFile(journal), std::ios::app) << "{}\n";
        journal.reopen();
        heads = attached(journal);
        QVERIFY(journal->damage());
        QCOMPARE(journal->damage()->problem, ChainProblem::HeadChanged);
        QCOMPARE(verified(journal), QByteArray("4 head_changed"));
        QVERIFY(journal->acceptDamage(sampleEvent(kind::damageAccepted), "known", {}));
        for (int i = 0; i < 2; ++i) { // the line stays, and heads that fit come behind it
            QCOMPARE(verified(journal), QByteArray("intact"));
            fill(journal, 5);
            signedNow(journal, *heads);
        }
        heads.reset();
        journal.reopen();
        heads = attached(journal);
        QVERIFY(!journal->damage());
    }

    void upperNodes_thatAreGoneOrOthers_areMadeOfTheLeaves()
    {
        TestJournal journal;
        const auto heads = attached(journal);
        fill(journal, 700);
        signedNow(journal, *heads);
        const TreeHash root = storedRoot(journal, 700);
        QVERIFY(journal.tamper("DELETE FROM tree_nodes WHERE level > 0"));
        QVERIFY(storedRoot(journal, 700) == root);
        QCOMPARE(verified(journal), QByteArray("1 tree_changed"));
        QCOMPARE(*mendNodes(journal.store(), *heads), 2);
        QVERIFY(journal.tamper("UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 8 AND position = 1"));
        QCOMPARE(*mendNodes(journal.store(), *heads), 1);
        QCOMPARE(*mendNodes(journal.store(), *heads), 0);
        QVERIFY(storedRoot(journal, 700) == root);
        // Named until it is accepted, though all is there again.
        QCOMPARE(verified(journal), QByteArray("1 tree_changed"));
        QVERIFY(journal->acceptDamage(sampleEvent(kind::damageAccepted), "known", {}));
        QCOMPARE(verified(journal), QByteArray("intact"));
        // Other leaves make another tree: nothing is written of them.
        QVERIFY(journal.tamper("UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 0 AND position = 6"));
        QVERIFY(journal.tamper("DELETE FROM tree_nodes WHERE level > 0"));
        QCOMPARE(*mendNodes(journal.store(), *heads), 0);
    }

    void verify_chainWrittenAnewByWhoHasTheKey_doesNotFitTheHeads()
    {
        TestJournal journal;
        const auto heads = attached(journal);
        fill(journal, 12);
        signedNow(journal, *heads);
        // Events and chain stay whole: it is the tree that holds another.
        QVERIFY(journal.tamper("UPDATE tree_nodes SET hash = (SELECT hash FROM tree_nodes WHERE level = 0 AND position = 2) "
                               "WHERE level = 0 AND position = 3"));
        QCOMPARE(verified(journal), QByteArray("4 tree_changed"));
    }

    void database_putBack_isNamed()
    {
        TestJournal journal;
        auto heads = attached(journal);
        fill(journal, 5);
        signedNow(journal, *heads);
        heads.reset();
        journal.close();
        const auto file = storage::databaseFile(journal.directory());
        const auto copy = journal.directory() / "copy.db", anchor = journal.directory() / "copy.head";
        std::filesystem::copy_file(file, copy);
        std::filesystem::copy_file(journal.anchor(), anchor);
        journal.reopen();
        heads = attached(journal);
        fill(journal, 5);
        signedNow(journal, *heads);
        heads.reset();
        journal.close();
        // With the anchor, so that only the heads know.
        std::filesystem::copy_file(copy, file, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::copy_file(anchor, journal.anchor(), std::filesystem::copy_options::overwrite_existing);
        journal.reopen();
        QVERIFY(!journal->damage());
        heads = attached(journal);
        QVERIFY(journal->damage());
        QCOMPARE(journal->damage()->problem, ChainProblem::RolledBack);
        QCOMPARE(verified(journal), QByteArray("6 rolled_back"));
        // Also when the tree has grown beyond what it was, and heads that fit have come.
        fill(journal, 20);
        signedNow(journal, *heads);
        QCOMPARE(verified(journal), QByteArray("6 rolled_back"));
        // Until it is accepted; from then on only another is named.
        Event by = sampleEvent(kind::damageAccepted);
        QVERIFY(journal->acceptDamage(by, "put back on purpose", {}));
        QVERIFY(!journal->damage());
        QCOMPARE(verified(journal), QByteArray("intact"));
        QCOMPARE(journal->verify({})->accepted.size(), std::size_t{1});
        heads.reset();
        journal.reopen();
        heads = attached(journal);
        QVERIFY(!journal->damage());
        QVERIFY(journal.tamper("UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 0 AND position = 7"));
        QCOMPARE(verified(journal), QByteArray("8 tree_changed"));
    }

    void database_putBackToJustBeforeAHead_isNamed()
    {
        TestJournal journal;
        auto heads = attached(journal);
        fill(journal, 5);
        heads.reset();
        journal.close();
        const auto file = storage::databaseFile(journal.directory());
        const auto copy = journal.directory() / "copy.db", anchor = journal.directory() / "copy.head";
        std::filesystem::copy_file(file, copy);
        std::filesystem::copy_file(journal.anchor(), anchor);
        journal.reopen();
        heads = attached(journal);
        signedNow(journal, *heads); // of just what the copy has
        heads.reset();
        journal.close();
        std::filesystem::copy_file(copy, file, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::copy_file(anchor, journal.anchor(), std::filesystem::copy_options::overwrite_existing);
        journal.reopen();
        heads = attached(journal);
        QVERIFY(journal->damage());
        QCOMPARE(verified(journal), QByteArray("6 rolled_back"));
    }

    /// The anchor knows of more than there is: what is named stays where the hole begins, also when heads that fit have come
    /// behind.
    void database_putBackWithoutItsAnchor_isNamedWhereTheHoleBegins()
    {
        TestJournal journal;
        auto heads = attached(journal);
        fill(journal, 5);
        signedNow(journal, *heads);
        heads.reset();
        journal.close();
        const auto file = storage::databaseFile(journal.directory());
        const auto copy = journal.directory() / "copy.db";
        std::filesystem::copy_file(file, copy);
        journal.reopen();
        heads = attached(journal);
        fill(journal, 5);
        signedNow(journal, *heads);
        heads.reset();
        journal.close();
        std::filesystem::copy_file(copy, file, std::filesystem::copy_options::overwrite_existing);
        journal.reopen();
        heads = attached(journal);
        const QByteArray first = verified(journal);
        QVERIFY2(first.startsWith("6 "), first.constData());
        for (int i = 0; i < 3; ++i) {
            fill(journal, 8);
            signedNow(journal, *heads);
            const QByteArray again = verified(journal);
            QVERIFY2(again.startsWith("6 "), again.constData());
        }
    }

    void positions_withGaps_areFound()
    {
        TestJournal journal;
        const auto done = journal.store().write([](storage::Transaction& transaction) -> Result<void> {
            TreeEdge edge;
            for (const std::int64_t sequence : {5, 6, 7, 20, 21, 40})
                SALLYPORT_TRY(addLeaf(transaction, edge, sequence, leafHash({})));
            return {};
        });
        QVERIFY(done);
        const auto position = [&](std::int64_t sequence) {
            return journal.store().read([&](storage::Transaction& t) { return positionOf(t, sequence); })->value_or(-1);
        };
        QCOMPARE(position(4), -1);
        QCOMPARE(position(5), 0);
        QCOMPARE(position(7), 2);
        QCOMPARE(position(8), -1);
        QCOMPARE(position(21), 4);
        QCOMPARE(position(40), 5);
        QCOMPARE(position(41), -1);
        QCOMPARE(*journal.store().read([](storage::Transaction& t) { return sequenceAt(t, 3); }), 20);
    }
};

SALLYPORT_GUILESS_TEST(TreeTest)

} // namespace tst_tree

#include "tst_tree.moc"
