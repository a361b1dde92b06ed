#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/incidents/incident_pane.h"
#include "ui/incidents/incidents_model.h"
#include "ui/incidents/incidents_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"

#include <QLabel>
#include <QLineEdit>
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
        QString cell(int row, int column) const { return panel->model()->index(row, column).data().toString(); }
        alerts::Incident incident(const char* id)
        {
            return stage.house.incidents.read(stage.house.administrator(), alerts::IncidentId(id))->incident;
        }
        void choose(const char* id)
        {
            panel->activate(QLatin1StringView(id));
            QTRY_VERIFY(panel->pane()->isVisible() && panel->pane()->hasIncident());
            QTRY_COMPARE(stage.console->waiting(), 0);
        }
        tests::PanelStage stage{40, 50};
        IncidentsPanel* panel = nullptr;
    };

private Q_SLOTS:
    void list_showsWhatNobodyHasClosed()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
        QCOMPARE(open.cell(0, IncidentsModel::State), u"New"_s);
        QCOMPARE(open.cell(0, IncidentsModel::Rule), u"Many refused API keys"_s);
        QCOMPARE(open.cell(2, IncidentsModel::State), u"Acknowledged"_s);
        QCOMPARE(open.cell(2, IncidentsModel::Assignee), u"Hana Suzuki"_s);
        QCOMPARE(open.cell(2, IncidentsModel::Group), u"203.0.113.47"_s);
        open.part<SegmentedControl>(u"incidents.which"_s)->setCurrent(2);
        QTRY_COMPARE(open.panel->model()->rowCount(), 4);
        open.part<SegmentedControl>(u"incidents.which"_s)->setCurrent(3);
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        open.part<QLineEdit>(u"incidents.filter"_s)->setText(u"suzuki"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
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
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"Taken back"_s);
        const auto detail = open.stage.house.incidents.read(open.stage.house.administrator(), alerts::IncidentId("in-3"));
        QCOMPARE(detail->actions.front().state, alerts::ActionState::Undone);
    }

    void incident_isAcknowledgedTakenNotedAndClosed()
    {
        Open open;
        open.choose("in-1");
        open.part<QPushButton>(u"incidents.details.acknowledge"_s)->click();
        QTRY_COMPARE(open.incident("in-1").state, IncidentState::Acknowledged);
        open.part<QPushButton>(u"incidents.details.assign"_s)->click();
        QTRY_VERIFY(!open.incident("in-1").assigneeId.empty());
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
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
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
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
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
