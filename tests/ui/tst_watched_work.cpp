#include "tests/support/test_main.h"
#include "ui/console/watched_work.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_watched_work {

using namespace sallyport::ui;

namespace {

/// What a worker and the window share about a long work.
class TestWatchedWork : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void begin_tellsTheWindowHowFarItIs()
    {
        WatchedWork work;
        QVERIFY(!work.isRunning());
        QCOMPARE(work.done(), 0);
        QSignalSpy advanced(&work, &WatchedWork::advanced);
        const auto shared = work.begin();
        shared->done = 3;
        shared->total = 8;
        QVERIFY(work.isRunning());
        QVERIFY(advanced.wait());
        QCOMPARE(work.done(), 3);
        QCOMPARE(work.total(), 8);
        work.end();
        QVERIFY(!work.isRunning());
        QVERIFY(!work.wasCancelled());
        QCOMPARE(work.done(), 0);
    }

    void cancel_stopsTheWorker_andIsToldAtOnce()
    {
        WatchedWork work;
        const CancelFlag locking = false;
        QSignalSpy advanced(&work, &WatchedWork::advanced);
        work.cancel();
        QVERIFY(!work.wasCancelled() && advanced.isEmpty()); // nothing runs
        const auto shared = work.begin();
        QVERIFY(shared->goesOn(locking));
        work.cancel();
        QVERIFY(!shared->goesOn(locking));
        QCOMPARE(advanced.size(), 1);
        work.end();
        QVERIFY(work.wasCancelled());
        // The next one knows nothing of it.
        QVERIFY(work.begin()->goesOn(locking));
        QVERIFY(!work.wasCancelled());
    }

    void goesOn_notWhileTheVaultLocks()
    {
        WatchedWork work;
        const CancelFlag locking = true;
        QVERIFY(!work.begin()->goesOn(locking));
    }

    void destroyed_theWorkerStops()
    {
        const CancelFlag locking = false;
        auto work = std::make_unique<WatchedWork>();
        const auto shared = work->begin();
        work.reset();
        QVERIFY(!shared->goesOn(locking));
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestWatchedWork)

} // namespace tst_watched_work
#include "tst_watched_work.moc"
