#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/support/stillness.h"
#include "tests/ui/walk/fake_desk.h"

#include <ctime>

namespace tst_panel_opening {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

double cpuMilliseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

/// What opening a panel for the first time costs the window's thread: until its first picture, in which nothing may hang.
class TestPanelOpening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyPanel_opensAtOnce()
    {
        tests::FakeHouse house(1284);
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        tests::sceneTraffic(house);
        tests::FakeDesk desk(house, {1280, 800});
        QVERIFY(desk.open(house.administrator()));
        tests::waitUntilStill(&desk.window);
        for (const app::PanelInfo& panel : app::panels()) {
            const double before = cpuMilliseconds();
            desk.window.showPanel(panel.id);
            desk.window.repaint();
            const double shown = cpuMilliseconds() - before;
            tests::waitUntilStill(&desk.window);
            qInfo("%-20s %4.0f ms until its first picture", qPrintable(panel.id), shown);
            QVERIFY2(shown < slowest, qPrintable(panel.id));
        }
    }

private:
    /// Several times what the slowest needs (docs/performance.md). Sanitizers take ten times that.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr double slowest = 5000;
#else
    static constexpr double slowest = 500;
#endif
};

} // namespace

SALLYPORT_GUI_TEST(TestPanelOpening)

} // namespace tst_panel_opening
#include "tst_panel_opening.moc"
