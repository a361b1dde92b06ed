#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/stillness.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/dashboard/first_steps.h"
#include "ui/settings/setting_inputs.h"
#include "ui/settings/settings_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/tab_order.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace tst_given_focus {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// What has the keyboard and disables or hides itself, because what it does was done or is being done, leaves it where somebody
/// can go on from: nearby, in sight, and never nowhere.
class TestGivenFocus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { tests::theme(); }

    void everyButton_givesTheKeyboardToWhatIsNear_andGetsItBack_data()
    {
        QTest::addColumn<QString>("id");
        for (const app::PanelInfo& panel : app::panels())
            QTest::newRow(qPrintable(panel.id)) << panel.id;
    }
    void everyButton_givesTheKeyboardToWhatIsNear_andGetsItBack()
    {
        QFETCH(QString, id);
        tests::FakeHouse house(60);
        tests::FakeDesk desk(house, {1280, 800});
        QVERIFY(desk.open(house.administrator()));
        desk.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        desk.window.showPanel(id);
        tests::waitUntilStill(&desk.window);
        QWidget* panel = desk.window.panel(id);
        openFirstRow(panel);
        tests::waitUntilStill(&desk.window);
        QStringList wrong;
        int tried = 0;
        for (QWidget* stop : ui::tabOrder(panel)) {
            if (!qobject_cast<QPushButton*>(stop) || !stop->isVisible() || stop->visibleRegion().isEmpty())
                continue;
            ++tried;
            stop->setFocus(Qt::TabFocusReason);
            stop->setEnabled(false);
            const QWidget* now = QApplication::focusWidget();
            if (!now || now == stop || !now->isEnabled() || !now->isVisible() || !panel->isAncestorOf(now) ||
                now->visibleRegion().isEmpty())
                wrong << u"%1 disabled: %2"_s.arg(stop->objectName(), now ? now->objectName() : u"nowhere"_s);
            stop->setEnabled(true);
            // A filter's choice never disables itself.
            if (QApplication::focusWidget() != stop && !qobject_cast<ui::FilterChip*>(stop))
                wrong << u"%1 enabled again: %2"_s.arg(stop->objectName(), nameOfFocus());
            stop->setFocus(Qt::TabFocusReason);
            stop->hide();
            now = QApplication::focusWidget();
            if (!now || !now->isVisible() || !panel->isAncestorOf(now) || now->visibleRegion().isEmpty())
                wrong << u"%1 hidden: %2"_s.arg(stop->objectName(), now ? now->objectName() : u"nowhere"_s);
            stop->show();
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY(tried > 0);
    }

    void apply_andDiscard_leadBackToWhatWasEdited()
    {
        tests::FakeHouse house(60);
        tests::FakeDesk desk(house, {1280, 800});
        QVERIFY(desk.open(house.administrator()));
        desk.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&desk.window));
        auto* panel = desk.show<ui::SettingsPanel>(u"settings"_s);
        tests::waitUntilStill(&desk.window);
        for (const QString& button : {u"settings.save"_s, u"settings.discard"_s}) {
            QWidget* editor = panel->input("server.port")->editor();
            editor->setFocus();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
            QTest::keyClicks(QApplication::focusWidget(), button == u"settings.save" ? u"9443"_s : u"9555"_s);
            QTRY_VERIFY(panel->isUnsavedBarVisible());
            auto* pressed = tests::find<QPushButton>(&desk.window, button);
            pressed->setFocus(Qt::TabFocusReason);
            QTest::keyClick(pressed, Qt::Key_Return);
            QTRY_VERIFY(!panel->isUnsavedBarVisible());
            QVERIFY2(editor->hasFocus() || editor->isAncestorOf(QApplication::focusWidget()), qPrintable(nameOfFocus()));
        }
        // The server is restarted with the new port: the banner goes, the keyboard stays on the page.
        auto* restart = tests::find<QPushButton>(&desk.window, u"settings.restart.now"_s);
        QTRY_VERIFY(restart->isVisible());
        restart->setFocus(Qt::TabFocusReason);
        QTest::keyClick(restart, Qt::Key_Return);
        QTRY_VERIFY(!restart->isVisible());
        QVERIFY2(QApplication::focusWidget() && panel->isAncestorOf(QApplication::focusWidget()) &&
                     QApplication::focusWidget()->isVisible(),
                 qPrintable(nameOfFocus()));
    }

    void linesBuiltAnew_keepTheKeyboardWhereItWas_orNearby()
    {
        using What = ui::FirstStep::What;
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* steps = new ui::FirstSteps(&window);
        auto* below = new QLineEdit(&window);
        column->addWidget(steps);
        column->addWidget(below);
        steps->setSteps({{What::StartServer, false}, {What::OwnFactor, false}});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto step = [&](What what) { return u"dashboard.step%1"_s.arg(static_cast<int>(what)); };
        tests::find(&window, step(What::OwnFactor))->setFocus();
        steps->setSteps({{What::StartServer, true}, {What::OwnFactor, false}});
        QCOMPARE(nameOfFocus(), step(What::OwnFactor));
        steps->setSteps({});
        QCOMPARE(QApplication::focusWidget(), below);
    }

private:
    static QString nameOfFocus()
    {
        return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : u"nowhere"_s;
    }
    static void openFirstRow(QWidget* panel)
    {
        for (auto* table : panel->findChildren<ui::DataTable*>())
            if (table->isVisible() && table->model()->rowCount() > 0)
                return QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                                         table->visualRect(table->model()->index(0, 0)).center());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestGivenFocus)

} // namespace tst_given_focus
#include "tst_given_focus.moc"
