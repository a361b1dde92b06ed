#include "backend/base/fault.h"
#include "backend/base/listeners.h"
#include "backend/base/thread_pool.h"
#include "tests/support/test_main.h"
#include "tests/support/thrown_rows.h"

#include <QtTest>

#include <future>
#include <vector>

namespace tst_fault {

using namespace sallyport;
using test::Thrown;

/// An exception at the top of a thread ends what it was given to do, and is told without its text.
class TestFault : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contained_throws_isToldByItsType_data() { test::thrownRows(); }
    void contained_throws_isToldByItsType()
    {
        QFETCH(int, thrown);
        std::vector<Fault> told;
        const FaultListener listener = [&](const Fault& fault) { told.push_back(fault); };
        QVERIFY(!contained(listener, "here", [&] { test::throwIt(static_cast<Thrown>(thrown)); }));
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told[0].where, std::string("here"));
        QCOMPARE(told[0].what, std::string(test::nameOf(static_cast<Thrown>(thrown))));
        QVERIFY(contained(listener, "here", [] {}));
        QCOMPARE(told.size(), std::size_t{1});
    }

    void contained_listenerThrowsToo_goesOn()
    {
        QVERIFY(!contained([](const Fault&) { throw 1; }, "here", [] { throw 2; }));
        QVERIFY(!contained({}, "here", [] { throw 2; }));
    }

    void threadPool_taskThrows_othersRunOnTheSameThread_data() { test::thrownRows(); }
    void threadPool_taskThrows_othersRunOnTheSameThread()
    {
        QFETCH(int, thrown);
        std::vector<Fault> told; // one thread, read after stop()
        std::promise<void> after;
        ThreadPool pool("test", 1, 8, 0, [&](const Fault& fault) { told.push_back(fault); });
        QVERIFY(pool.post([&] { test::throwIt(static_cast<Thrown>(thrown)); }));
        QVERIFY(pool.post([&] { after.set_value(); }));
        after.get_future().wait();
        pool.stop();
        QCOMPARE(told.size(), std::size_t{1});
        QCOMPARE(told[0].where, std::string("test"));
        QCOMPARE(told[0].what, std::string(test::nameOf(static_cast<Thrown>(thrown))));
    }

    void listeners_oneThrows_othersAreToldAndTheCallerHears()
    {
        Listeners<int> listeners;
        int sum = 0;
        const auto first = listeners.add([](int) { throw std::bad_alloc(); });
        const auto second = listeners.add([&](int number) { sum += number; });
        QVERIFY_EXCEPTION_THROWN(listeners.notify(5), std::bad_alloc);
        QCOMPARE(sum, 5);
    }
};

SALLYPORT_TEST(TestFault)

} // namespace tst_fault
#include "tst_fault.moc"
