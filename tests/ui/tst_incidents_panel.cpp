#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/records_stage.h"
#include "ui/incidents/incident_pane.h"
#include "ui/incidents/incidents_model.h"
#include "ui/incidents/incidents_panel.h"
#include "ui/parts/person_field.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/toast.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_incidents_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;
using alerts::IncidentState;

namespace {

class TstIncidentsPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(bool asReader = false)
        {
            tests::theme();
            access::Actor actor = stage.house.administrator();
            if (asReader) {
                actor.permissions = {};
                actor.permissions.add(access::Permission::IncidentsRead);
            }
            if (!stage.open(actor))
                return;
            panel = new IncidentsPanel(*stage.console);
            stage.show(panel);
        }
        template <typename T>
        T* part(const QString& name) const
        {
            return tests::find<T>(panel, name);
        }
        QString cell(int row) const { return panel->model()->index(row, 0).data().toString(); }
        alerts::Incident incident(const char* id)
        {
            return stage.house.incidents.read(stage.house.administrator(), alerts::IncidentId(id))->incident;
        }
        void choose(const char* id)
        {
            panel->activate(QLatin1StringView(id));
            QTRY_VERIFY(panel->pane()->isVisible() && panel->pane()->hasIncident());
            QTRY_COMPARE(stage.console->waiting(), 0u);
        }
        void chooseFromMenu(const QString& button, const QString& entry) const
        {
            part<QPushButton>(button)->click();
            auto* menu = tests::find<QMenu>(panel, button + u".menu"_s);
            for (QAction* action : menu->actions())
                if (action->text() == entry)
                    action->trigger();
            delete menu;
        }
        QString said() const
        {
            for (const auto* toast : panel->findChildren<Toast*>())
                if (toast->isVisible())
                    return toast->text();
            return {};
        }
        void undo() const
        {
            for (const auto* toast : panel->findChildren<Toast*>())
                for (auto* button : toast->findChildren<QPushButton*>())
                    if (toast->isVisible() && button->text() == u"Undo")
                        return button->click();
            QFAIL("there is nothing to undo");
        }
        tests::PanelStage stage{40, 50};
        IncidentsPanel* panel = nullptr;
    };

private Q_SLOTS:
    void list_standsInGroups()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 10);
        const auto* model = open.panel->model();
        QVERIFY(model->isHead(0) && model->isHead(3) && model->isHead(5));
        QCOMPARE(open.cell(0), u"New"_s);
        QCOMPARE(model->rowAt(0)->total, 2);
        QCOMPARE(open.cell(1), u"Many refused API keys"_s);
        QCOMPARE(open.cell(3), u"Acknowledged"_s);
        QCOMPARE(open.cell(4), u"Many accounts tried"_s);
        QCOMPARE(IncidentsModel::about(*model->incidentAt(4), true), u"203.0.113.47: 212 events, 38 accounts"_s);
        QCOMPARE(IncidentsModel::with(*model->incidentAt(4)), u"Hana Suzuki"_s);
        QVERIFY(model->index(4, 0).data(Qt::AccessibleTextRole).toString().contains(u"Critical, Acknowledged, 203.0.113.47"));
        QVERIFY(!(model->flags(model->index(3, 0)) & Qt::ItemIsSelectable));
        open.part<SegmentedControl>(u"incidents.which"_s)->setCurrent(1);
        QTRY_COMPARE(open.panel->model()->rowCount(), 5);
        open.part<SegmentedControl>(u"incidents.which"_s)->setCurrent(0);
        open.part<QLineEdit>(u"incidents.filter"_s)->setText(u"suzuki"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 5);
    }

    /// More than one page, and a page that begins in the middle of a group.
    void manyIncidents_areAllReached()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 10);
        {
            const std::lock_guard lock(open.stage.house.incidents.mutex);
            auto& all = open.stage.house.incidents.all;
            const alerts::IncidentDetail one = all.back();
            for (int i = 0; i < 590; ++i) {
                all.push_back(one);
                all.back().incident.id = alerts::IncidentId("old-" + std::to_string(i));
            }
        }
        open.panel->refresh();
        auto* model = open.panel->model();
        QTRY_COMPARE(model->rowCount(), 600);
        model->setViewport(590, 599);
        QTRY_VERIFY(model->incidentAt(599));
        QCOMPARE(model->incidentAt(599)->id, alerts::IncidentId("old-589"));
        QTRY_VERIFY(model->incidentAt(400));
        QCOMPARE(model->incidentAt(400)->id, alerts::IncidentId("old-390"));
    }

    void keys_passOverHeads()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 10);
        auto* table = open.panel->table();
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Home);
        QCOMPARE(table->currentIndex().row(), 1);
        QTest::keyClick(table, Qt::Key_Down);
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(table->currentIndex().row(), 4);
        QTest::keyClick(table, Qt::Key_Up);
        QCOMPARE(table->currentIndex().row(), 2);
        QTest::keyClick(table, Qt::Key_End);
        QCOMPARE(table->currentIndex().row(), 9);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(open.panel->pane()->isVisible());
    }

    void navigation_countsThem()
    {
        tests::theme();
        tests::PanelStage stage(40, 0);
        QVERIFY(stage.open());
        auto* panel = new IncidentsPanel(*stage.console);
        QSignalSpy counted(panel, &Panel::countChanged);
        stage.show(panel);
        QTRY_COMPARE(counted.count(), 1);
        QCOMPARE(counted.front().front().toInt(), 3);
    }

    void pane_saysWhatHappened_andTakesABanBack()
    {
        Open open;
        open.choose("in-3");
        QTRY_VERIFY(open.panel->pane()->findChild<QPushButton*>(u"incidents.details.actions.0"_s) != nullptr ||
                    !open.part<QWidget>(u"incidents.details.actions"_s)->findChildren<QPushButton*>().isEmpty());
        QSignalSpy moved(open.panel, &Panel::navigate);
        open.part<QPushButton>(u"incidents.details.events"_s)->click();
        QCOMPARE(moved.front().at(0).toString(), u"events"_s);
        QCOMPARE(moved.front().at(1).toString(), u"kind:auth.login_failed"_s);
        open.part<QWidget>(u"incidents.details.actions"_s)->findChildren<QPushButton*>().front()->click();
        QTRY_COMPARE(open.said(), u"Taken back"_s);
        const auto detail = open.stage.house.incidents.read(open.stage.house.administrator(), alerts::IncidentId("in-3"));
        QCOMPARE(detail->actions.front().state, alerts::ActionState::Undone);
    }

    void incident_isAcknowledgedTakenNotedAndClosed()
    {
        Open open;
        open.choose("in-1");
        open.part<QPushButton>(u"incidents.details.acknowledge"_s)->click();
        QTRY_COMPARE(open.incident("in-1").state, IncidentState::Acknowledged);
        QTRY_COMPARE(open.stage.console->waiting(), 0u);
        open.chooseFromMenu(u"incidents.details.more"_s, u"Take it"_s);
        QTRY_COMPARE(open.incident("in-1").assigneeId, open.stage.console->actor().id.text());
        QTRY_COMPARE(open.stage.console->waiting(), 0u);
        open.chooseFromMenu(u"incidents.details.more"_s, u"Assign…"_s);
        QWidget* assign = tests::waitForDialog(u"incident_assign"_s);
        tests::find<PersonField>(assign, u"incident_assign.person"_s)->setPerson(UserId("u2"), u"Mei Tanaka"_s);
        tests::find<QPushButton>(assign, u"incident_assign.save"_s)->click();
        QTRY_COMPARE(open.incident("in-1").assigneeId, std::string("u2"));
        QTRY_VERIFY(!tests::openDialog(u"incident_assign"_s));
        open.part<QPushButton>(u"incidents.details.note"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"incident_note"_s));
        auto* note = tests::openDialog(u"incident_note"_s);
        auto* save = tests::find<QPushButton>(note, u"incident_note.save"_s);
        QVERIFY(!save->isEnabled());
        tests::find<QPlainTextEdit>(note, u"incident_note.text"_s)->setPlainText(u"Asked the lab."_s);
        save->click();
        QTRY_VERIFY(!tests::openDialog(u"incident_note"_s));
        QTRY_COMPARE(open.stage.console->waiting(), 0);
        open.part<QPushButton>(u"incidents.details.close_incident"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"incident_close"_s));
        auto* close = tests::openDialog(u"incident_close"_s);
        tests::find<QPlainTextEdit>(close, u"incident_close.text"_s)->setPlainText(u"An old\nkey"_s);
        tests::find<QPushButton>(close, u"incident_close.save"_s)->click();
        QTRY_COMPARE(open.incident("in-1").state, IncidentState::Closed);
        QCOMPARE(open.incident("in-1").outcome, std::string("An old key"));
        QTRY_VERIFY(open.panel->model()->rowAt(0) && open.panel->model()->rowAt(0)->total == 1);
    }

    /// What is done goes to those that have a tick, and says how many they are.
    void ticked_areActedUpon_withConfirmationOrUndo()
    {
        Open open;
        auto& house = open.stage.house;
        {
            const std::lock_guard lock(house.incidents.mutex);
            for (alerts::IncidentDetail& detail : house.incidents.all)
                for (std::size_t i = 0; i < detail.people.size(); ++i)
                    detail.people[i].userId = house.users.users[i + 2].id.text();
        }
        open.choose("in-3");
        QVERIFY(!open.part<QPushButton>(u"incidents.details.sessions"_s)->isVisible());
        const auto tick = [&](const QString& name) {
            QTRY_VERIFY(open.panel->findChild<QCheckBox*>(name) && open.part<QCheckBox>(name)->isVisible());
            open.part<QCheckBox>(name)->setChecked(true);
        };
        tick(u"incidents.details.people.0"_s);
        tick(u"incidents.details.people.1"_s);
        auto* disable = open.part<QPushButton>(u"incidents.details.disable"_s);
        QTRY_VERIFY(disable->isVisible() && disable->isEnabled());
        disable->click();
        tests::clickButton(tests::waitForDialog(u"bulk"_s), u"bulk.confirm"_s);
        const auto isDisabled = [&](std::size_t at) {
            return house.users.read(house.administrator(), house.users.users[at].id)->status == identity::UserStatus::Disabled;
        };
        QTRY_VERIFY(isDisabled(2) && isDisabled(3));
        QTRY_COMPARE(open.stage.console->waiting(), 0u);
        open.undo();
        QTRY_VERIFY(!isDisabled(2) && !isDisabled(3));
        QTRY_COMPARE(open.stage.console->waiting(), 0u);
        // Sessions can't be brought back: asked first, and nothing to undo after.
        open.part<QPushButton>(u"incidents.details.sessions"_s)->click();
        tests::clickButton(tests::waitForDialog(u"bulk"_s), u"bulk.confirm"_s);
        QTRY_VERIFY(open.said().contains(u"signed out"));
        QTRY_COMPARE(open.stage.console->waiting(), 0u);
        // An address is banned for a time at once, and the toast takes it back: it alone.
        tick(u"incidents.details.addresses.0"_s);
        open.chooseFromMenu(u"incidents.details.ban"_s, u"For 24 h"_s);
        QTRY_VERIFY(open.said().contains(u"banned for 24 h"));
        QTRY_COMPARE(open.stage.console->waiting(), 0u);
        open.undo();
        QTRY_COMPARE(open.stage.console->waiting(), 0u);
        QVERIFY(!isDisabled(2));
    }

    void rule_saysWhatItTakes_andHowOftenItWouldHaveFired()
    {
        Open open;
        open.choose("in-3");
        QTRY_VERIFY(open.part<QWidget>(u"incidents.details.rule.days"_s)->isVisible());
        const auto* said = open.part<ElideLabel>(u"incidents.details.rule.said"_s);
        QTRY_COMPARE(said->text(), u"Would have fired 4 times in the last week"_s);
        QVERIFY(!open.part<QWidget>(u"incidents.details.rule.days"_s)->accessibleName().isEmpty());
        QSignalSpy moved(open.panel, &Panel::navigate);
        open.part<QPushButton>(u"incidents.details.rule"_s)->click();
        QCOMPARE(moved.front().at(0).toString(), u"alert_rules"_s);
    }

    void whoMayOnlyRead_changesNothing()
    {
        Open open(true);
        open.choose("in-3");
        QVERIFY(!open.part<QPushButton>(u"incidents.details.note"_s)->isEnabled());
        QVERIFY(!open.part<QPushButton>(u"incidents.details.close_incident"_s)->isEnabled());
        QVERIFY(open.part<QWidget>(u"incidents.details.actions"_s)->findChildren<QPushButton*>().isEmpty());
    }

    void emptyAndBroken_saySo()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 10);
        {
            const std::lock_guard lock(open.stage.house.incidents.mutex);
            open.stage.house.incidents.all.clear();
        }
        open.panel->refresh();
        QTRY_VERIFY(open.part<QWidget>(u"incidents.list.empty"_s)->isVisible());
        open.stage.house.incidents.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
        auto* panel = new IncidentsPanel(*open.stage.console);
        open.stage.show(panel);
        QTRY_VERIFY(panel->findChild<ErrorState*>()->isVisible());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstIncidentsPanel)

} // namespace tst_incidents_panel
#include "tst_incidents_panel.moc"
