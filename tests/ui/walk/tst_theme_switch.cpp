#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/support/stillness.h"
#include "tests/ui/walk/fake_desk.h"

#include <algorithm>
#include <ctime>

namespace tst_theme_switch {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

double cpuMilliseconds()
{
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
}

/// What a change of the look costs the window's thread when every panel has been opened.
class TestThemeSwitch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withEveryPanelOpen_costsAFractionOfReplacingTheSheet()
    {
        tests::FakeHouse house(1284);
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        tests::sceneTraffic(house);
        tests::FakeDesk desk(house, {1280, 800});
        QVERIFY(desk.open(house.administrator()));
        for (const app::PanelInfo& panel : app::panels()) {
            desk.window.showPanel(panel.id);
            tests::waitUntilStill(&desk.window);
        }
        desk.window.showPanel(u"dashboard"_s);
        tests::waitUntilStill(&desk.window);
        ui::Theme& theme = tests::theme();
        // What it cost to put another style sheet over the one that is set.
        double before = cpuMilliseconds();
        qApp->setStyleSheet(qApp->styleSheet() + u' ');
        const double replaced = cpuMilliseconds() - before;
        double most = 0;
        for (const auto mode : {ui::ThemeMode::Dark, ui::ThemeMode::Light, ui::ThemeMode::Dark, ui::ThemeMode::Light}) {
            before = cpuMilliseconds();
            theme.setMode(mode);
            desk.window.repaint();
            most = std::max(most, cpuMilliseconds() - before);
            QCOMPARE(ui::isDark(), mode == ui::ThemeMode::Dark);
        }
        qInfo("%d widgets: %.0f ms of this thread's CPU time to switch and paint, %.0f ms for a sheet over the old one",
              static_cast<int>(QApplication::allWidgets().size()), most, replaced);
        QVERIFY2(most < replaced / 2, "the switch costs what it did");
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestThemeSwitch)

} // namespace tst_theme_switch
#include "tst_theme_switch.moc"
