#include "backend/audit/event_table.h"
#include "backend/audit/tree/leaf.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/audit/tree/tree_mend.h"
#include "backend/audit/tree/tree_table.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <filesystem>

namespace tst_head_leaves {

using namespace sallyport;
using namespace sallyport::audit;
using test::sampleEvent;
using test::TestJournal;

namespace {

std::filesystem::path headsFile(const TestJournal& journal)
{
    return journal.directory() / "heads.jsonl";
}

std::shared_ptr<const SignedHeads> attached(TestJournal& journal)
{
    auto heads = std::make_shared<const SignedHeads>(journal.store(), *HeadKey::make(SecretBytes(Bytes(32, std::byte{0x11}))),
                                                     headsFile(journal));
    if (!attachHeads(journal.journal(), heads))
        qFatal("the heads cannot be attached");
    return heads;
}

void fill(TestJournal& journal, int count)
{
    const auto done = journal.store().write([&](storage::Transaction& transaction) -> Result<void> {
        for (int i = 0; i < count; ++i)
            SALLYPORT_TRY(journal->append(transaction, sampleEvent()));
        return {};
    });
    QVERIFY(done);
}

SignedHead signedNow(TestJournal& journal, const SignedHeads& heads)
{
    auto head = heads.sign(journal.journal(), sampleEvent());
    if (!head)
        qFatal("no head: %s", head.error().detail.c_str());
    return *head;
}

/// The root of the events' leaves, without any of what is stored of the tree.
TreeHash expectedRoot(TestJournal& journal, std::int64_t size)
{
    GrowingTree tree;
    const auto rows = journal.store().read([&](storage::Transaction& t) { return readRange(t, 1, size, size); });
    for (const StoredEvent& row : *rows)
        tree.add(leafOf(row.event, *hashFromHex(row.event.hash)));
    return tree.root();
}

TreeHash storedRoot(TestJournal& journal, std::int64_t size)
{
    return *journal.store().read([&](storage::Transaction& t) { return rootOf(storedNodes(t), size); });
}

/// What each event that tells of damage says it is.
std::vector<std::string> damageEvents(TestJournal& journal)
{
    std::vector<std::string> reasons;
    const auto rows = journal.store().read([](storage::Transaction& t) { return readRange(t, 1, 10'000, 10'000); });
    for (const StoredEvent& row : *rows)
        if (row.event.kind == kind::auditDamaged)
            reasons.push_back(row.event.reason);
    return reasons;
}

QByteArray verified(TestJournal& journal)
{
    const auto report = journal->verify({});
    if (!report)
        return QByteArray::fromStdString(report.error().detail);
    return report->intact ? QByteArray("intact")
                          : QByteArray::number(qlonglong(report->firstBad)) + ' ' + problemWord(report->problem).data();
}

} // namespace

/// What is signed is what the leaves make: a stored node above them that is another is named, and never signed over.
class HeadLeavesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void head_isOfTheLeaves_whateverStandsAboveThem_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<bool>("signedBefore");
        QTest::addColumn<qlonglong>("place");
        const QByteArray other = "UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 8 AND position = ";
        QTest::newRow("below the newest head") << QByteArray(other + "0") << true << 1LL;
        QTest::newRow("across it") << QByteArray(other + "1") << true << 257LL;
        QTest::newRow("behind it") << QByteArray(other + "2") << true << 513LL;
        QTest::newRow("no head yet") << QByteArray(other + "1") << false << 257LL;
        QTest::newRow("gone") << QByteArray("DELETE FROM tree_nodes WHERE level = 8 AND position = 2") << true << 513LL;
    }
    void head_isOfTheLeaves_whateverStandsAboveThem()
    {
        QFETCH(const QByteArray, sql);
        QFETCH(const bool, signedBefore);
        QFETCH(const qlonglong, place);
        TestJournal journal;
        const auto heads = attached(journal);
        fill(journal, 300);
        if (signedBefore)
            signedNow(journal, *heads);
        fill(journal, 600);
        QVERIFY(journal.tamper(sql.toStdString()));
        const SignedHead head = signedNow(journal, *heads);
        QVERIFY(head.root == expectedRoot(journal, head.size));
        // It is named at once, not only when somebody verifies.
        QVERIFY(journal->damage());
        QCOMPARE(journal->damage()->problem, ChainProblem::TreeChanged);
        QCOMPARE(qlonglong(journal->damage()->found), place);
        QCOMPARE(damageEvents(journal), std::vector<std::string>{std::string(problemWord(ChainProblem::TreeChanged))});
        fill(journal, 3);
        const SignedHead next = signedNow(journal, *heads);
        QVERIFY(next.root == expectedRoot(journal, next.size));
        QCOMPARE(damageEvents(journal).size(), std::size_t{1});
        QCOMPARE(verified(journal), QByteArray::number(place) + " tree_changed");
        QCOMPARE(*mendNodes(journal.store(), *heads), 1);
        QVERIFY(storedRoot(journal, next.size) == next.root);
    }

    void head_ofATreeWithAGap_isSignedAllTheSame()
    {
        TestJournal journal;
        const auto heads = attached(journal);
        fill(journal, 700);
        QVERIFY(journal.tamper("DELETE FROM tree_nodes WHERE level = 0 AND position = 6"));
        QVERIFY(heads->sign(journal.journal(), sampleEvent()));
        QCOMPARE(verified(journal), QByteArray("7 tree_changed"));
    }

    void opening_withAChangedNode_namesItAndNoRollback()
    {
        TestJournal journal;
        auto heads = attached(journal);
        fill(journal, 700);
        signedNow(journal, *heads);
        heads.reset();
        QVERIFY(journal.tamper("UPDATE tree_nodes SET hash = zeroblob(32) WHERE level = 8 AND position = 1"));
        journal.reopen();
        heads = attached(journal);
        QVERIFY(journal->damage());
        QCOMPARE(journal->damage()->problem, ChainProblem::TreeChanged);
        QCOMPARE(journal->damage()->found, 257);
    }
};

SALLYPORT_GUILESS_TEST(HeadLeavesTest)

} // namespace tst_head_leaves

#include "tst_head_leaves.moc"
