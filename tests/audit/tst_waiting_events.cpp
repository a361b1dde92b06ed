#include "backend/audit/waiting_events.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_waiting_events {

using namespace sallyport::audit;

const EventKind& kindOf(std::string_view word)
{
    return *findEventKind(word);
}

class TestWaitingEvents : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enter_whenFull_refusesLowValueFirst()
    {
        WaitingEvents waiting;
        for (std::int64_t i = 0; i < WaitingEvents::roomOfLowValue; ++i)
            QVERIFY(waiting.enter(kindOf(kind::limitReached)));
        QVERIFY(!waiting.enter(kindOf(kind::limitReached)));
        QVERIFY(!waiting.enter(kindOf(kind::requestMalformed)));
        for (std::int64_t i = WaitingEvents::roomOfLowValue; i < WaitingEvents::room; ++i)
            QVERIFY(waiting.enter(kindOf(kind::permissionDenied)));
        QVERIFY(!waiting.enter(kindOf(kind::permissionDenied)));
        waiting.leave();
        QVERIFY(!waiting.enter(kindOf(kind::limitReached)));
        QVERIFY(waiting.enter(kindOf(kind::permissionDenied)));
    }

    void takeDropped_countsByKind_once()
    {
        WaitingEvents waiting;
        for (std::int64_t i = 0; i < WaitingEvents::roomOfLowValue + 3; ++i)
            (void) waiting.enter(kindOf(kind::limitReached));
        (void) waiting.enter(kindOf(kind::addressRefused));
        const WaitingEvents::Dropped dropped = waiting.takeDropped();
        QCOMPARE(dropped.size(), 2u);
        QCOMPARE(dropped[0].first->word, kind::addressRefused);
        QCOMPARE(dropped[0].second, 1);
        QCOMPARE(dropped[1].second, 3);
        QVERIFY(waiting.takeDropped().empty());
        waiting.restore(dropped);
        QCOMPARE(waiting.takeDropped().size(), 2u);
    }
};

SALLYPORT_GUILESS_TEST(TestWaitingEvents)

} // namespace tst_waiting_events
#include "tst_waiting_events.moc"
