#include "backend/audit/tree/tree_mend.h"
#include "tests/audit/tree_house.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_head_leaves {

using namespace sallyport;
using namespace sallyport::audit;
using namespace sallyport::audit::tree_house;

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
