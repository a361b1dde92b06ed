#include "backend/audit/read_ahead.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_read_ahead {

using namespace sallyport;

class TestReadAhead : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void take_givesWhatWasBegun_inOrder()
    {
        ReadAhead<int> ahead;
        QVERIFY(!ahead.hasBegun());
        for (int i = 0; i < 100; ++i) {
            ahead.begin([i]() -> Result<int> { return i; });
            QVERIFY(ahead.hasBegun());
            QCOMPARE(*ahead.take(), i);
        }
        QVERIFY(!ahead.hasBegun());
    }

    void take_passesErrorsAndExceptionsOn()
    {
        ReadAhead<int> ahead;
        ahead.begin([]() -> Result<int> { return makeError(ErrorCode::DiskFull, "no room"); });
        QCOMPARE(ahead.take().error().code, ErrorCode::DiskFull);
        ahead.begin([]() -> Result<int> { throw std::runtime_error("broken"); });
        QVERIFY_EXCEPTION_THROWN((void) ahead.take(), std::runtime_error);
    }

    void going_waitsForWhatIsBeingRead()
    {
        std::atomic<bool> go = false, done = false;
        std::thread releaser;
        {
            ReadAhead<int> ahead;
            ahead.begin([&]() -> Result<int> {
                go.wait(false);
                done = true;
                return 1;
            });
            releaser = std::thread([&] {
                go = true;
                go.notify_all();
            });
        }
        QVERIFY(done);
        releaser.join();
    }
};

SALLYPORT_GUILESS_TEST(TestReadAhead)

} // namespace tst_read_ahead

#include "tst_read_ahead.moc"
