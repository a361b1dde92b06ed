#include "backend/audit/event_kinds.h"
#include "backend/journal/read_log.h"
#include "tests/support/test_journal.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_read_log {

using namespace sallyport;
using namespace std::chrono_literals;

namespace {

access::Actor program(const char* key)
{
    access::Actor actor;
    actor.kind = access::Actor::Kind::Service;
    actor.name = "Collector";
    actor.key = KeyId(key);
    return actor;
}

class TestReadLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readingByAKey_isToldOnceAnHour()
    {
        test::TestJournal journal;
        journal::ReadLog reads(journal.clock);
        const std::int64_t before = journal->head().sequence;
        reads.note(journal.journal(), program("K1"));
        reads.note(journal.journal(), program("K1"));
        QCOMPARE(journal->head().sequence, before + 1);
        reads.note(journal.journal(), program("K2"));
        QCOMPARE(journal->head().sequence, before + 2);
        journal.clock.advance(61min);
        reads.note(journal.journal(), program("K1"));
        QCOMPARE(journal->head().sequence, before + 3);
    }

    void readingByAPerson_isToldOnceAnHourForEachSession()
    {
        test::TestJournal journal;
        journal::ReadLog reads(journal.clock);
        const std::int64_t before = journal->head().sequence;
        access::Actor ada = program("");
        ada.kind = access::Actor::Kind::Operator;
        ada.key = {};
        ada.session = SessionId("S1");
        reads.note(journal.journal(), ada);
        reads.note(journal.journal(), ada);
        QCOMPARE(journal->head().sequence, before + 1);
        ada.session = SessionId("S2");
        reads.note(journal.journal(), ada);
        QCOMPARE(journal->head().sequence, before + 2);
        journal.clock.advance(61min);
        reads.note(journal.journal(), ada);
        QCOMPARE(journal->head().sequence, before + 3);
    }

    void readingByTheProductItself_isNotTold()
    {
        test::TestJournal journal;
        journal::ReadLog reads(journal.clock);
        const std::int64_t before = journal->head().sequence;
        reads.note(journal.journal(), access::Actor::system());
        QCOMPARE(journal->head().sequence, before);
    }
};

} // namespace

SALLYPORT_GUILESS_TEST(TestReadLog)

} // namespace tst_read_log
#include "tst_read_log.moc"
