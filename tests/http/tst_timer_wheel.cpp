#include "backend/http/timer_wheel.h"
#include "tests/support/test_main.h"

#include <QtTest>

#include <memory>
#include <thread>

namespace tst_timer_wheel {

using namespace std::chrono_literals;
using sallyport::http::TimerWheel;

namespace {

class Counted final : public TimerWheel::Entry {
public:
    explicit Counted(int& calls) : m_calls(calls) {}

private:
    void onDeadline() override { ++m_calls; }
    int& m_calls;
};

} // namespace

/// Deadlines of connections.
class TimerWheelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void deadline_passed_callsOnce()
    {
        TimerWheel wheel(m_start, 10ms);
        int calls = 0;
        Counted entry(calls);
        wheel.setDeadline(entry, m_start + 50ms);
        wheel.advance(m_start + 40ms);
        QCOMPARE(calls, 0);
        wheel.advance(m_start + 60ms);
        wheel.advance(m_start + 10s);
        QCOMPARE(calls, 1);
    }

    void deadline_movedLater_waitsForTheNewOne()
    {
        TimerWheel wheel(m_start, 10ms);
        int calls = 0;
        Counted entry(calls);
        wheel.setDeadline(entry, m_start + 50ms);
        wheel.setDeadline(entry, m_start + 20s); // farther than one turn
        wheel.advance(m_start + 19s);
        QCOMPARE(calls, 0);
        wheel.advance(m_start + 21s);
        QCOMPARE(calls, 1);
    }

    void deadline_cleared_neverCalls()
    {
        TimerWheel wheel(m_start, 10ms);
        int calls = 0;
        Counted entry(calls);
        wheel.setDeadline(entry, m_start + 50ms);
        wheel.clearDeadline(entry);
        wheel.advance(m_start + 1s);
        QCOMPARE(calls, 0);
    }

    /// A closed connection's last owner may be a handler on a worker. Under TSan this fails if the entry is still linked.
    void removed_isDestroyedOnAnotherThread_whileTheWheelTurns()
    {
        TimerWheel wheel(m_start, 10ms);
        int calls = 0;
        Counted other(calls);
        for (int round = 0; round < 200; ++round) {
            auto entry = std::make_unique<Counted>(calls);
            wheel.setDeadline(*entry, m_start + 1h);
            wheel.setDeadline(other, m_start + 1h);
            wheel.remove(*entry);
            std::thread worker([gone = std::move(entry)]() mutable { gone.reset(); });
            wheel.setDeadline(other, m_start + std::chrono::milliseconds(round));
            worker.join();
        }
        QCOMPARE(calls, 0);
    }

private:
    const TimerWheel::Time m_start{std::chrono::hours(1)};
};

SALLYPORT_TEST(TimerWheelTest)

} // namespace tst_timer_wheel
#include "tst_timer_wheel.moc"
