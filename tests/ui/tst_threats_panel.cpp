#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/charts/column_chart.h"
#include "ui/parts/fact_rows.h"
#include "ui/parts/runs_label.h"
#include "ui/threats/ban_rows.h"
#include "ui/threats/score_ruler.h"
#include "ui/threats/score_table.h"
#include "ui/threats/threat_pane.h"
#include "ui/threats/threats_model.h"
#include "ui/threats/threats_panel.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/toast.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

namespace tst_threats_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstThreatsPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(bool asReader = false)
        {
            tests::theme();
            access::Actor actor = stage.house.administrator();
            if (asReader) {
                actor.permissions = {};
                actor.permissions.add(access::Permission::ProtectionRead);
            }
            if (!stage.open(actor))
                return;
            panel = new ThreatsPanel(*stage.console);
            stage.show(panel);
        }
        template <typename T>
        T* part(const QString& name) const
        {
            return tests::find<T>(panel, name);
        }
        QString told(int row, int column) const
        {
            return panel->model()->index(row, column).data(Qt::AccessibleTextRole).toString();
        }
        ScoreRuler* ruler() const { return panel->table()->ruler(); }
        void open(const QString& address)
        {
            panel->activate(address);
            QTRY_VERIFY(panel->pane()->isVisible() && panel->pane()->hasAddress());
            QTRY_VERIFY(panel->pane()->chart()->columns().size() >= 15);
        }
        tests::PanelStage stage{40, 0};
        ThreatsPanel* panel = nullptr;
    };

private Q_SLOTS:
    void table_hasScoresWithTheirSignals()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        QVERIFY(open.told(0, ThreatsModel::Address).startsWith(u"203.0.113.47, Banned until "_s));
        QCOMPARE(open.told(0, ThreatsModel::Score), u"90 of 80"_s);
        QCOMPARE(open.told(0, ThreatsModel::Signals),
                 u"+40 failed sign-ins 12   +30 frequency 61 in 60 s   +20 scanning 34 paths"_s);
        QCOMPARE(open.told(2, ThreatsModel::Address), u"192.0.2.18, Billing import"_s);
        QCOMPARE(open.told(3, ThreatsModel::Signals), u"+25 repetition 40 alike   +10 bad signatures 2"_s);
        QVERIFY(open.panel->model()->toneOf(*open.panel->model()->rowAt(0)) == Tone::Danger);
        QVERIFY(open.panel->model()->toneOf(*open.panel->model()->rowAt(1)) == Tone::Warning);
        QVERIFY(open.panel->model()->toneOf(*open.panel->model()->rowAt(2)) == Tone::Normal);
        QCOMPARE(open.part<QLabel>(u"threats.halving"_s)->text(), u"Scores halve every 2 h"_s);
    }

    void handle_movesByOne_tellsYesterday_andEscapeTakesItBack()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        QTRY_COMPARE(open.ruler()->value(), 80);
        auto* strip = open.part<QWidget>(u"threats.strip"_s);
        QVERIFY(strip->isHidden());
        open.ruler()->setFocus();
        for (int step = 0; step < 10; ++step)
            QTest::keyClick(open.ruler(), Qt::Key_Left);
        QCOMPARE(open.ruler()->value(), 70);
        QVERIFY(strip->isVisible());
        QTRY_COMPARE(open.part<RunsLabel>(u"threats.strip.text"_s)->text(),
                     u"At 70: these 3 addresses would have been banned yesterday; at 80, 1 of them"_s);
        QCOMPARE(open.part<RunsLabel>(u"threats.strip.addresses"_s)->text(),
                 u"203.0.113.9 peaked at 88  198.51.100.201 at 76  2001:db8:c2::/64 at 71"_s);
        QCOMPARE(open.part<QPushButton>(u"threats.strip.save"_s)->text(), u"Save 70"_s);
        QCOMPARE(open.part<QPushButton>(u"threats.strip.keep"_s)->text(), u"Keep 80"_s);
        QTest::keyClick(open.ruler(), Qt::Key_Escape);
        QCOMPARE(open.ruler()->value(), 80);
        QVERIFY(strip->isHidden());
        QVERIFY(open.stage.house.threats.changes.empty());
    }

    void handle_isDragged_fourPixelsAPoint()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        QTRY_COMPARE(open.ruler()->value(), 80);
        QCOMPARE(open.ruler()->perPoint(), 4.0);
        const QPoint handle(ScoreRuler::before + open.ruler()->pixelOf(80), 16);
        QTest::mousePress(open.ruler(), Qt::LeftButton, {}, handle);
        QTest::mouseMove(open.ruler(), handle - QPoint(48, 0));
        QTest::mouseRelease(open.ruler(), Qt::LeftButton, {}, handle - QPoint(48, 0));
        QCOMPARE(open.ruler()->value(), 68);
        // Not lower than the setting may be.
        QTest::mousePress(open.ruler(), Qt::LeftButton, {}, handle - QPoint(48, 0));
        QTest::mouseMove(open.ruler(), QPoint(0, 16));
        QTest::mouseRelease(open.ruler(), Qt::LeftButton, {}, QPoint(0, 16));
        QCOMPARE(open.ruler()->value(), 20);
    }

    void threshold_isSaved_andUndone()
    {
        Open open;
        QTRY_COMPARE(open.ruler()->value(), 80);
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        open.ruler()->setValue(70);
        open.part<QPushButton>(u"threats.strip.save"_s)->click();
        auto* toast = open.panel->findChild<Toast*>();
        QTRY_COMPARE(toast->text(), u"Addresses are banned from 70 on"_s);
        QCOMPARE(open.stage.house.threats.inForce.threshold, 70u);
        QCOMPARE(open.ruler()->inForce(), 70);
        QVERIFY(open.part<QWidget>(u"threats.strip"_s)->isHidden());
        Q_EMIT toast->actionRequested();
        QTRY_COMPARE(open.stage.house.threats.inForce.threshold, 80u);
        QTRY_COMPARE(open.ruler()->value(), 80);
        QTRY_COMPARE(open.ruler()->inForce(), 80);
    }

    void mode_changesAtOnce_andIsUndone()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        QTRY_COMPARE(open.part<SegmentedControl>(u"threats.mode"_s)->current(), 2);
        open.part<SegmentedControl>(u"threats.mode"_s)->setCurrent(1);
        auto* toast = open.panel->findChild<Toast*>();
        QTRY_COMPARE(toast->text(), u"Scores are kept, and ban nobody"_s);
        QVERIFY(open.stage.house.threats.inForce.mode == settings::ControlMode::Observe);
        Q_EMIT toast->actionRequested();
        QTRY_VERIFY(open.stage.house.threats.inForce.mode == settings::ControlMode::Enforce);
        QTRY_COMPARE(open.part<SegmentedControl>(u"threats.mode"_s)->current(), 2);
    }

    void pane_tellsSignalsOverTime_andRequests()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        open.open(u"2001:db8:77::/64"_s);
        const auto* signals_ = open.part<FactRows>(u"threats.details.signals"_s);
        QCOMPARE(signals_->count(), 4);
        QCOMPARE(signals_->textOf(0), u"+24, Not found, 31 of 36 in 60 s"_s);
        QCOMPARE(signals_->textOf(1), u"+20, Scanning, 36 paths in 60 s"_s);
        QCOMPARE(signals_->textOf(2), u"+15, Trap opened, /.env, once"_s);
        const auto* requests = open.part<FactRows>(u"threats.details.requests"_s);
        QTRY_COMPARE(requests->count(), 36);
        QVERIFY(requests->textOf(0).endsWith(u", GET, /api/users, 401"_s));
        QVERIFY(requests->textOf(1).endsWith(u", GET, /.env, Trap opened, 404"_s));
        const auto* chart = open.panel->pane()->chart();
        QCOMPARE(chart->levels().size(), 1);
        QCOMPARE(chart->levels().front().text, u"In force 80"_s);
        open.ruler()->setValue(70);
        QCOMPARE(chart->levels().size(), 2);
        QCOMPARE(chart->levels().at(1).text, u"New 70"_s);
        QCOMPARE(chart->levels().at(1).value, 70.0);
    }

    void ban_isOneClick_andUndoLiftsIt()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        open.open(u"192.0.2.61"_s);
        auto& rules = open.stage.house.addressRules;
        const auto before = rules.rules.size();
        open.part<QPushButton>(u"threats.details.ban"_s)->click();
        auto* toast = open.panel->findChild<Toast*>();
        QTRY_COMPARE(toast->text(), u"192.0.2.61 is banned for 1 h"_s);
        QCOMPARE(rules.rules.size(), before + 1);
        QCOMPARE(rules.rules.back().reason, std::string("By hand, at a score of 35"));
        QVERIFY(rules.rules.back().expiresAt == std::optional(open.stage.house.clock.now() + std::chrono::hours(1)));
        Q_EMIT toast->actionRequested();
        QTRY_COMPARE(rules.rules.size(), before);
    }

    void allow_asksFirst()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        open.open(u"192.0.2.61"_s);
        open.part<QPushButton>(u"threats.details.allow"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"allow_address"_s));
        tests::find<QPushButton>(tests::openDialog(u"allow_address"_s), u"allow_address.confirm"_s)->click();
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"192.0.2.61 is always allowed"_s);
        QVERIFY(open.stage.house.addressRules.rules.back().action == protection::AddressAction::Allow);
    }

    void weights_sendOnlyWhatDiffers()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        QTRY_COMPARE(open.ruler()->value(), 80);
        open.part<QPushButton>(u"threats.weights"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"weights"_s));
        auto* dialog = tests::openDialog(u"weights"_s);
        auto* save = tests::find<QPushButton>(dialog, u"weights.save"_s);
        QVERIFY(!save->isEnabled());
        tests::find<QSpinBox>(dialog, u"weights.points.trap"_s)->setValue(40);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"New weights hold from the next request on"_s);
        const auto& changes = open.stage.house.threats.changes;
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(changes.front().weights.size(), std::size_t(1));
        QVERIFY(changes.front().weights.front().signal == protection::ThreatSignal::Trap);
        QCOMPARE(changes.front().weights.front().points, 40u);
        QVERIFY(!changes.front().halfLife && !changes.front().slowDownMode && !changes.front().threshold);
    }

    void bans_standBelow_andLeadToTheirPanel()
    {
        Open open;
        QTRY_COMPARE(open.panel->bans()->rowCount(), 14);
        QCOMPARE(open.part<QLabel>(u"threats.bans.count"_s)->text(), u"14"_s);
        const auto* first = open.panel->bans()->ruleAt(0);
        QVERIFY(first && first->score);
        QCOMPARE(open.panel->bans()->index(0, BanRows::By).data().toString(), u"Score %1"_s.arg(*first->score));
        // A tip is the text: nothing of it is written twice for marks that nobody reads.
        protection::AddressRule rule = *first;
        rule.reason = "R&D <scanner>";
        BanRows rows(*open.stage.console);
        rows.setRules({rule});
        QCOMPARE(rows.index(0, BanRows::Reason).data(Qt::ToolTipRole).toString(), u"R&D <scanner>"_s);
        QSignalSpy led(open.panel, &Panel::navigate);
        open.part<QPushButton>(u"threats.bans.open"_s)->click();
        QCOMPARE(led.count(), 1);
        QCOMPARE(led.front().front().toString(), u"bans"_s);
    }

    void reader_mayLook_andNotChange()
    {
        Open open(true);
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        QVERIFY(open.part<QWidget>(u"threats.bans"_s)->isHidden());
        QTRY_VERIFY(!open.ruler()->isEnabled());
        QVERIFY(!open.part<QWidget>(u"threats.mode"_s)->isEnabled());
        QVERIFY(!open.part<QPushButton>(u"threats.ban"_s)->isEnabled());
        open.open(u"192.0.2.61"_s);
        QVERIFY(!open.part<QPushButton>(u"threats.details.ban"_s)->isEnabled());
        QCOMPARE(open.part<QPushButton>(u"threats.details.ban"_s)->toolTip(), u"Your role lacks “Ban and allow addresses”"_s);
    }

    void nobody_isSaid_andAnErrorStandsInTheTablesPlace()
    {
        tests::theme();
        tests::PanelStage stage(40, 0);
        QVERIFY(stage.open());
        stage.house.threats.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
        auto* panel = new ThreatsPanel(*stage.console);
        stage.show(panel);
        auto* error = panel->findChild<ErrorState*>();
        QTRY_VERIFY(error->isVisible());
        // What is in force isn't known: none is shown, and none can be chosen.
        auto* mode = tests::find<SegmentedControl>(panel, u"threats.mode"_s);
        QCOMPARE(mode->current(), -1);
        QVERIFY(!mode->isEnabled());
        stage.house.threats.rows.clear();
        stage.house.threats.failures.stop();
        Q_EMIT error->retryRequested();
        QTRY_VERIFY(tests::find(panel, u"threats.list.empty"_s)->isVisible());
        QTRY_VERIFY(mode->isEnabled());
        QVERIFY(mode->current() >= 0);
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstThreatsPanel)

} // namespace tst_threats_panel
#include "tst_threats_panel.moc"
