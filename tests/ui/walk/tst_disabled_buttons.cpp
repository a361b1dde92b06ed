#include "app/console/panel_registry.h"
#include "tests/support/test_main.h"
#include "tests/ui/support/scene_events.h"
#include "tests/ui/support/stillness.h"
#include "tests/ui/walk/fake_desk.h"
#include "ui/shell/status_strip.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/buttons.h"

#include <QAccessible>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace tst_disabled_buttons {

using namespace sallyport;
using namespace Qt::StringLiterals;

namespace {

/// A button that can't be pressed says why, by its tool tip and to a screen reader: in every panel, for who may do everything and
/// for who may only read, with something chosen and in an empty vault.
class TestDisabledButtons : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void panel_disabledButtonsSayWhy_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("how");
        for (const app::PanelInfo& panel : app::panels())
            for (const QString& how : {u"all"_s, u"reading"_s, u"empty"_s})
                QTest::newRow(qPrintable(panel.id + u' ' + how)) << panel.id << how;
    }
    void panel_disabledButtonsSayWhy()
    {
        QFETCH(QString, id);
        QFETCH(QString, how);
        tests::FakeHouse house(how == u"empty"_s ? 1 : 60);
        if (how != u"empty"_s)
            house.events.emitEvents(tests::sceneEvents(house.clock.now()));
        access::Actor actor = house.administrator();
        if (how == u"reading"_s)
            actor.permissions.restrictTo(reading());
        tests::FakeDesk desk(house, QSize(1280, 800));
        QVERIFY(desk.open(actor));
        if (!ui::mayOpenPanel(desk.console, id))
            return;
        desk.window.showPanel(id);
        tests::waitUntilStill(&desk.window);
        check(*desk.window.panel(id));
        for (auto* table : desk.window.panel(id)->findChildren<ui::DataTable*>())
            if (table->isVisible() && table->model()->rowCount() > 0) {
                table->selectRow(0);
                break;
            }
        tests::waitUntilStill(&desk.window);
        check(*desk.window.panel(id));
    }

    void reason_takesTheToolTipsPlace_andGivesItBack()
    {
        QPushButton button;
        button.setToolTip(u"Adds a user"_s);
        ui::enableOr(&button, u"Your role may not"_s);
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), u"Your role may not"_s);
        ui::enableOr(&button, u"There are enough"_s); // another reason, the same tool tip behind it
        QCOMPARE(ui::disabledReason(&button), u"There are enough"_s);
        QCOMPARE(button.accessibleDescription(), u"There are enough"_s);
        ui::setIconButtonText(&button, u"Add a user"_s); // in another language meanwhile
        QCOMPARE(button.toolTip(), u"There are enough"_s);
        ui::enableOr(&button, {});
        QVERIFY(button.isEnabled());
        QCOMPARE(button.toolTip(), u"Add a user"_s);
        QVERIFY(ui::disabledReason(&button).isEmpty());
        QVERIFY(button.accessibleDescription().isEmpty());
        ui::setButtonBusy(&button, true);
        QCOMPARE(ui::disabledReason(&button), ui::waitReason());
        ui::setButtonBusy(&button, false);
        QVERIFY(button.isEnabled());
    }

    void reason_ofWhatStandsAround_isSaid()
    {
        QWidget box;
        QPushButton button(&box);
        ui::enableOr(&box, u"Nothing is chosen"_s);
        QVERIFY(!button.isEnabled());
        QCOMPARE(ui::disabledReason(&button), u"Nothing is chosen"_s);
    }

    void allowed_saysWhyWhatIsNotPossibleIsNot()
    {
        QPushButton button;
        ui::allow(&button, {}, false, u"Ends the sessions"_s, u"Choose one first"_s);
        QCOMPARE(ui::disabledReason(&button), u"Choose one first"_s);
        ui::allow(&button, u"Your role may not"_s, false, u"Ends the sessions"_s, u"Choose one first"_s);
        QCOMPARE(ui::disabledReason(&button), u"Your role may not"_s);
        ui::allow(&button, {}, true, u"Ends the sessions"_s, u"Choose one first"_s);
        QVERIFY(button.isEnabled());
        QCOMPARE(button.toolTip(), u"Ends the sessions"_s);
        ui::allow(&button, {}, false);
        QCOMPARE(ui::disabledReason(&button), ui::waitReason());
    }

    void lineOfAMenu_saysWhyItCantBeChosen()
    {
        QMenu menu;
        QAction* line = menu.addAction(u"Stop server"_s);
        ui::enableOr(line, u"The server doesn’t run"_s);
        QVERIFY(!line->isEnabled() && menu.toolTipsVisible());
        QCOMPARE(line->toolTip(), u"The server doesn’t run"_s);
        ui::enableOr(line, {});
        QVERIFY(line->isEnabled());
        QCOMPARE(line->toolTip(), u"Stop server"_s);
        ui::allow(line, {}, false, u"No key that works is among them"_s);
        QCOMPARE(line->toolTip(), u"No key that works is among them"_s);
        ui::allow(line, u"Your role may not"_s, false, u"No key that works is among them"_s);
        QCOMPARE(line->toolTip(), u"Your role may not"_s);
        ui::allow(line, {}, false);
        QCOMPARE(line->toolTip(), ui::waitReason());
        ui::allow(line, {});
        QVERIFY(line->isEnabled());
    }

    void menuOfTheServer_saysWhyALineCantBeChosen()
    {
        tests::theme();
        ui::StatusStrip strip;
        strip.show();
        const auto why = [&strip](ui::ServerState server, const QString& refusal, int line) {
            ui::ShellState state;
            state.server = server;
            state.serverRefusal = refusal;
            strip.setState(state);
            strip.findChild<QAbstractButton*>(u"status.server"_s)->click();
            auto* menu = strip.findChild<QMenu*>(u"status.server.menu"_s);
            const QAction* action = menu->actions().at(line);
            const QString said = action->isEnabled() ? QString() : action->toolTip();
            delete menu;
            return said;
        };
        QCOMPARE(why(ui::ServerState::Running, {}, 0), u"The server runs already"_s);
        QCOMPARE(why(ui::ServerState::Running, {}, 1), QString());
        QCOMPARE(why(ui::ServerState::Stopped, {}, 0), QString());
        QCOMPARE(why(ui::ServerState::Failed, {}, 1), u"The server doesn’t run"_s);
        QCOMPARE(why(ui::ServerState::Stopping, {}, 0), ui::waitReason());
        QCOMPARE(why(ui::ServerState::Running, u"Your role may not"_s, 1), u"Your role may not"_s);
    }

    void textThatIsOnlyRead_saysWhy()
    {
        QLineEdit line;
        ui::readOnlyOr(&line, u"Your role may not"_s);
        QVERIFY(line.isReadOnly() && line.isEnabled());
        QCOMPARE(line.toolTip(), u"Your role may not"_s);
        ui::readOnlyOr(&line, {});
        QVERIFY(!line.isReadOnly() && line.toolTip().isEmpty() && line.accessibleDescription().isEmpty());
        QPlainTextEdit page;
        ui::readOnlyOr(&page, u"Your role may not"_s);
        QVERIFY(page.isReadOnly());
    }

private:
    static access::PermissionSet reading()
    {
        access::PermissionSet set;
        for (const access::PermissionInfo& info : access::permissions())
            if (info.word.ends_with(":read"))
                set.add(info.permission);
        return set;
    }
    static void check(const QWidget& panel)
    {
        QStringList silent;
        for (QAbstractButton* button : panel.findChildren<QAbstractButton*>()) {
            const bool pressed = qobject_cast<QPushButton*>(button) || qobject_cast<QToolButton*>(button);
            if (!pressed || !button->isVisible() || button->isEnabled() || button->objectName().startsWith(u"qt_"_s))
                continue;
            auto* told = QAccessible::queryAccessibleInterface(button);
            const QString reason = ui::disabledReason(button);
            if (reason.isEmpty() ||
                (button->testAttribute(Qt::WA_ForceDisabled) && told && told->text(QAccessible::Description) != reason))
                silent << u"%1 “%2”"_s.arg(button->objectName(), button->text());
        }
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(u'\n')));
    }
};

} // namespace

SALLYPORT_GUI_TEST(TestDisabledButtons)

} // namespace tst_disabled_buttons
#include "tst_disabled_buttons.moc"
