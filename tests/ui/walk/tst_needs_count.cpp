#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/dashboard/dashboard_panel.h"
#include "ui/dashboard/needs_list.h"
#include "ui/shell/navigation.h"

#include <QTest>

namespace tst_needs_count {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// What needs the operator is counted in the navigation, whichever panel they begin with.
class TestNeedsCount : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { tests::theme(); }

    void dashboard_beforeItIsOpened_hasTheNumberThatItShowsThen()
    {
        tests::FakeHouse house(60);
        house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        tests::FakeDesk desk(house, {1280, 800});
        desk.context().preferences.setValue(u"last_panel"_s, u"users"_s);
        QVERIFY(desk.open(house.administrator()));
        QCOMPARE(desk.window.currentPanel(), u"users"_s);
        const auto* item = tests::find<ui::NavItem>(&desk.window, u"nav.dashboard"_s);
        QTRY_VERIFY(item->count() > 0);
        QVERIFY(!desk.window.panel(u"dashboard"_s));
        const int before = item->count();
        const auto* panel = desk.show<ui::DashboardPanel>(u"dashboard"_s);
        QVERIFY(panel);
        QTRY_COMPARE(panel->needs()->count(), before);
        QCOMPARE(item->count(), before);
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestNeedsCount)

} // namespace tst_needs_count
#include "tst_needs_count.moc"
