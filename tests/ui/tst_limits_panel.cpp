#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/charts/column_chart.h"
#include "ui/limits/exempt_dialog.h"
#include "ui/limits/limit_chart.h"
#include "ui/limits/limit_pane.h"
#include "ui/limits/limits_model.h"
#include "ui/limits/limits_panel.h"
#include "ui/limits/limits_table.h"
#include "ui/limits/override_dialog.h"
#include "ui/limits/rate_rule_dialog.h"
#include "ui/parts/fact_rows.h"
#include "ui/unsaved/unsaved_work.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/toast.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace tst_limits_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstLimitsPanel final : public QObject {
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
            panel = new LimitsPanel(*stage.console);
            stage.show(panel);
        }
        QString cell(int row, int column) const { return panel->model()->index(row, column).data().toString(); }
        /// Opens the rule of that class, and waits until all of it is there.
        void open(const QString& id)
        {
            panel->activate(id);
            QTRY_VERIFY(panel->pane()->isVisible() && panel->pane()->hasRule());
            QTRY_COMPARE(panel->pane()->rule().setting.id, id.toStdString());
            QTRY_VERIFY(text(u"limits.details.preview"_s) != u"Looking at the last 24 hours…"_s);
            QTRY_VERIFY(panel->chart()->chart()->columns().size() == 24);
        }
        template <typename T>
        T* part(const QString& name) const
        {
            return tests::find<T>(panel, name);
        }
        QString text(const QString& name) const { return part<ElideLabel>(name)->text(); }
        void type(const QString& number) const
        {
            auto* requests = part<QSpinBox>(u"limits.details.requests"_s);
            requests->setFocus();
            requests->selectAll();
            QTest::keyClicks(requests, number);
        }
        tests::PanelStage stage{40, 0};
        LimitsPanel* panel = nullptr;
    };

private Q_SLOTS:
    void table_hasClassesAndOwnRules_inTheirSections()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        QVERIFY(open.panel->model()->isSection(0) && open.panel->model()->isSection(7));
        QCOMPARE(open.cell(0, 0), u"Classes"_s);
        QCOMPARE(open.cell(7, 0), u"Own rules by route"_s);
        QCOMPARE(open.cell(1, LimitsModel::Rule), u"Any request"_s);
        QCOMPARE(open.cell(1, LimitsModel::Limit), u"1,200 a minute"_s);
        QCOMPARE(open.cell(1, LimitsModel::Counting), u"Even pace"_s);
        QCOMPARE(open.cell(2, LimitsModel::Limit), u"5 in 15 min"_s);
        QCOMPARE(open.cell(4, LimitsModel::Limit), u"100 an hour"_s);
        QCOMPARE(open.cell(4, LimitsModel::Subject), u"User, key"_s);
        QCOMPARE(open.cell(4, LimitsModel::Refused), u"96"_s);
        QCOMPARE(open.cell(4, LimitsModel::Mode), u"Enforce"_s);
        QCOMPARE(open.cell(11, LimitsModel::Mode), u"Observe"_s);
        QCOMPARE(open.cell(11, LimitsModel::Refused), u"14 noted"_s);
        const QModelIndex used = open.panel->model()->index(4, LimitsModel::Used);
        QCOMPARE(used.data().toString(), u"100"_s);
        QCOMPARE(used.data(LimitsModel::UsedShareRole).toDouble(), 1.0);
        QCOMPARE(used.data(LimitsModel::UsedMarkRole).toDouble(), 0.84);
        QVERIFY(used.data(LimitsModel::FullRole).toBool());
        QCOMPARE(used.data(Qt::AccessibleTextRole).toString(), u"100 of 100 by the hottest caller; p95 of 7 days 84"_s);
        // A section's head can't be chosen.
        QCOMPARE(open.panel->model()->flags(open.panel->model()->index(7, 0)), Qt::ItemFlags(Qt::NoItemFlags));
    }

    void filters_countAndLeaveOut()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        auto* which = open.part<SegmentedControl>(u"limits.which"_s);
        QCOMPARE(open.part<QAbstractButton>(u"limits.which.all"_s)->text(), u"All 11"_s);
        QCOMPARE(open.part<QAbstractButton>(u"limits.which.observed"_s)->text(), u"Observed 2"_s);
        QCOMPARE(open.part<QAbstractButton>(u"limits.which.refusing"_s)->text(), u"Refusing 5"_s);
        which->setCurrent(2);
        QCOMPARE(open.panel->model()->rowCount(), 7);
        which->setCurrent(1);
        QCOMPARE(open.panel->model()->rowCount(), 3);
        open.part<QLineEdit>(u"limits.filter"_s)->setText(u"nothing like it"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 0);
        auto* clear = open.part<QPushButton>(u"limits.clear_filters"_s);
        QTRY_VERIFY(clear->isVisible());
        clear->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
    }

    void typing_movesLineAndSentence_beforeAnythingIsSaved()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        open.open(u"api_write"_s);
        const auto* chart = open.panel->chart()->chart();
        QCOMPARE(open.text(u"limits.chart.title"_s), u"Writing, hottest key by hour"_s);
        QCOMPARE(chart->columns().at(2).values, (QList<double>{100, 13}));
        QCOMPARE(chart->levels().size(), 1);
        QCOMPARE(chart->levels().front().text, u"Limit 100"_s);
        auto* bar = open.part<QWidget>(u"limits.bar"_s);
        QVERIFY(bar->isHidden());
        open.type(u"110"_s);
        QCOMPARE(chart->levels().front().value, 110.0);
        QCOMPARE(chart->levels().front().text, u"New limit 110"_s);
        QVERIFY(bar->isVisible());
        QCOMPARE(open.text(u"limits.bar.change"_s), u"100 becomes 110"_s);
        QTRY_COMPARE(open.text(u"limits.details.preview"_s),
                     u"14 requests of 3 callers would have been refused; with 100 it was 96."_s);
        const auto* victims = open.part<FactRows>(u"limits.details.victims"_s);
        QCOMPARE(victims->count(), 3);
        QVERIFY(victims->textOf(0).startsWith(u"Billing import, "_s) && victims->textOf(0).endsWith(u", 9"_s));
        QVERIFY(victims->textOf(2).startsWith(u"Mateo Fernández, "_s) && victims->textOf(2).endsWith(u", 2"_s));
        QCOMPARE(open.stage.house.rateLimits.settingOf("Writing").numbers.requests, 100u);
        open.part<QPushButton>(u"limits.bar.discard"_s)->click();
        QVERIFY(bar->isHidden());
        QCOMPARE(open.part<QSpinBox>(u"limits.details.requests"_s)->value(), 100);
        QCOMPARE(chart->levels().front().text, u"Limit 100"_s);
    }

    void draft_staysWhileAnotherRuleIsLookedAt()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        open.open(u"api_write"_s);
        QCOMPARE(unsavedWorkIn(open.panel), QStringList());
        open.type(u"130"_s);
        open.open(u"api_read"_s);
        const QStringList unsaved = unsavedWorkIn(open.panel); // of the other one
        QVERIFY(unsaved.size() == 1 && unsaved.front().startsWith(u"Numbers of 1 rule"_s));
        QCOMPARE(open.part<QSpinBox>(u"limits.details.requests"_s)->value(), 1000);
        QVERIFY(open.part<QWidget>(u"limits.bar"_s)->isHidden());
        open.open(u"api_write"_s);
        QCOMPARE(open.part<QSpinBox>(u"limits.details.requests"_s)->value(), 130);
        QVERIFY(open.part<QWidget>(u"limits.bar"_s)->isVisible());
    }

    void suggestion_fillsTheField_andSavesNothing()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        open.open(u"api_write"_s);
        auto* use = open.part<QPushButton>(u"limits.details.use"_s);
        QTRY_COMPARE(use->text(), u"Use 120"_s);
        QCOMPARE(open.text(u"limits.details.suggestion"_s), u"Suggested: 120 an hour"_s);
        use->click();
        QCOMPARE(open.part<QSpinBox>(u"limits.details.requests"_s)->value(), 120);
        QCOMPARE(open.stage.house.rateLimits.settingOf("Writing").numbers.requests, 100u);
        QVERIFY(!use->isEnabled());
    }

    void save_changesTheRule()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        open.open(u"api_write"_s);
        open.type(u"110"_s);
        open.part<SegmentedControl>(u"limits.details.mode"_s)->setCurrent(1);
        QCOMPARE(open.text(u"limits.bar.change"_s), u"100 becomes 110, Enforce becomes Observe"_s);
        open.part<QPushButton>(u"limits.bar.save"_s)->click();
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"Writing: 110 an hour, from the next request on"_s);
        const auto setting = open.stage.house.rateLimits.settingOf("Writing");
        QCOMPARE(setting.numbers.requests, 110u);
        QVERIFY(setting.mode == settings::ControlMode::Observe);
        QTRY_COMPARE(open.cell(4, LimitsModel::Limit), u"110 an hour"_s);
        QVERIFY(open.part<QWidget>(u"limits.bar"_s)->isHidden());
        // Nobody is unlimited.
        open.open(u"admin"_s);
        QVERIFY(!open.part<QAbstractButton>(u"limits.details.mode.off"_s)->isEnabled());
        open.open(u"api_write"_s);
        QVERIFY(open.part<QAbstractButton>(u"limits.details.mode.off"_s)->isEnabled());
    }

    void failure_isSaid_andTheDraftStays()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        open.open(u"api_write"_s);
        open.type(u"110"_s);
        open.stage.house.rateLimits.changeFailures.failNext(makeError(ErrorCode::Unavailable, "busy"));
        open.part<QPushButton>(u"limits.bar.save"_s)->click();
        QTRY_VERIFY(open.panel->findChild<Toast*>()->text().startsWith(u"Not possible right now"_s));
        QCOMPARE(open.part<QSpinBox>(u"limits.details.requests"_s)->value(), 110);
        QVERIFY(open.part<QPushButton>(u"limits.bar.save"_s)->isEnabled());
    }

    void reset_letsSomebodyBeginAnew_andUndoPutsItBack()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        open.open(u"api_write"_s);
        auto& limits = open.stage.house.rateLimits;
        const std::string key = "p:01JACCOVNT0000000000000101";
        QTRY_VERIFY(open.panel->findChild<QPushButton*>(u"limits.details.hottest.reset.0"_s));
        auto* reset = open.part<QPushButton>(u"limits.details.hottest.reset.0"_s);
        QCOMPARE(reset->accessibleName(), u"Reset: Billing import"_s);
        QCOMPARE(limits.usedOf("api_write", key), 100u);
        reset->click();
        const auto* toast = open.panel->findChild<Toast*>();
        QTRY_COMPARE(toast->text(), u"Billing import begins anew"_s);
        QCOMPARE(limits.usedOf("api_write", key), 0u);
        Q_EMIT const_cast<Toast*>(toast)->actionRequested();
        QTRY_COMPARE(limits.usedOf("api_write", key), 100u);
        QTRY_COMPARE(toast->text(), u"100 of Billing import count again"_s);
    }

    void ownRule_isAddedEditedAndDeleted()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        open.part<QPushButton>(u"limits.add"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"rate_rule"_s));
        auto* dialog = tests::openDialog(u"rate_rule"_s);
        auto* save = tests::find<QPushButton>(dialog, u"rate_rule.save"_s);
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"rate_rule.name"_s), u"Comments"_s);
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"rate_rule.path"_s), u"/api/comments/*"_s);
        tests::find<QCheckBox>(dialog, u"rate_rule.method.post"_s)->setChecked(true);
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 14);
        const auto made = open.stage.house.rateLimits.settingOf("Comments");
        QCOMPARE(made.scope.path, std::string("/api/comments/*"));
        QCOMPARE(made.scope.methods, std::vector<std::string>{"POST"});
        QVERIFY(made.mode == settings::ControlMode::Observe);
        QTRY_COMPARE(open.panel->pane()->rule().setting.name, std::string("Comments"));
        open.part<QPushButton>(u"limits.details.remove"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"delete_rule"_s));
        tests::find<QPushButton>(tests::openDialog(u"delete_rule"_s), u"delete_rule.confirm"_s)->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
    }

    void ownNumbers_areGivenAndTakenAway_andUndone()
    {
        Open o;
        o.open(u"api_write"_s);
        auto* list = o.part<QWidget>(u"limits.details.overrides"_s);
        QTRY_VERIFY(!list->findChildren<ElideLabel*>().isEmpty());
        o.part<QPushButton>(u"limits.details.add_override"_s)->click();
        auto* dialog = o.panel->findChild<OverrideDialog*>();
        QVERIFY(dialog);
        auto* save = tests::find<QPushButton>(dialog, u"rate_override.save"_s);
        auto* subject = tests::find<QLineEdit>(dialog, u"rate_override.subject"_s);
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(subject, u"nobody"_s);
        tests::find<QSpinBox>(dialog, u"rate_override.requests"_s)->setValue(500);
        save->click();
        QTRY_VERIFY(qobject_cast<Field*>(subject->parentWidget())->hasError());
        subject->clear();
        QTest::keyClicks(subject, u"usr-7"_s);
        save->click();
        const auto remove = [&] { return o.panel->findChild<QPushButton*>(u"limits.details.overrides.remove.0"_s); };
        QTRY_VERIFY(remove() && remove()->isVisible());
        auto* toast = o.panel->findChild<Toast*>();
        QCOMPARE(toast->text(), u"usr-7: 500 an hour, from the next request on"_s);
        remove()->click();
        QTRY_COMPARE(toast->text(), u"The rule holds for usr-7 again"_s);
        QTRY_VERIFY(!remove());
        Q_EMIT toast->actionRequested();
        QTRY_VERIFY(remove());
        // What is counted by address has none.
        o.open(u"address"_s);
        QVERIFY(!o.part<QPushButton>(u"limits.details.add_override"_s)->isVisible());
    }

    void exempt_namesWhatIsNoNetwork()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        open.part<QPushButton>(u"limits.exempt"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"exempt"_s));
        auto* dialog = tests::openDialog(u"exempt"_s);
        auto* networks = tests::find<QPlainTextEdit>(dialog, u"exempt.networks"_s);
        QTRY_COMPARE(networks->toPlainText(), u"10.20.0.0/16"_s);
        networks->setPlainText(u"10.20.0.0/16\nten"_s);
        auto* save = tests::find<QPushButton>(dialog, u"exempt.save"_s);
        save->click();
        QTRY_VERIFY(save->isEnabled());
        QVERIFY(dialog->isVisible());
        networks->setPlainText(u"10.20.0.0/16\n192.0.2.7\n"_s);
        save->click();
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"2 networks are exempt from limits by address"_s);
    }

    void reader_mayLook_andNotChange()
    {
        Open open(true);
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        open.open(u"api_write"_s);
        QVERIFY(!open.part<QSpinBox>(u"limits.details.requests"_s)->isEnabled());
        QTRY_VERIFY(open.panel->findChild<QPushButton*>(u"limits.details.hottest.reset.0"_s));
        QVERIFY(!open.part<QPushButton>(u"limits.details.hottest.reset.0"_s)->isEnabled());
        QVERIFY(!open.part<QPushButton>(u"limits.add"_s)->isEnabled());
        QCOMPARE(open.part<QPushButton>(u"limits.add"_s)->toolTip(), u"Your role lacks “Change limits, scores and detection”"_s);
    }

    void quietServer_saysSo()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        open.stage.house.rateLimits.quiet = true;
        open.panel->refresh();
        open.open(u"api_write"_s);
        QTRY_COMPARE(open.text(u"limits.details.preview"_s), u"Nothing would have been refused."_s);
        QTRY_COMPARE(open.text(u"limits.details.suggestion"_s), u"Too little traffic in 7 days for a suggestion"_s);
        QTRY_COMPARE(open.text(u"limits.chart.note"_s), u"Nobody has used it in 24 hours"_s);
    }

    void error_standsInTheTablesPlace_untilTriedAgain()
    {
        tests::theme();
        tests::PanelStage stage(40, 0);
        QVERIFY(stage.open());
        stage.house.rateLimits.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
        auto* panel = new LimitsPanel(*stage.console);
        stage.show(panel);
        auto* error = panel->findChild<ErrorState*>();
        QTRY_VERIFY(error->isVisible());
        stage.house.rateLimits.failures.stop();
        Q_EMIT error->retryRequested();
        QTRY_COMPARE(panel->model()->rowCount(), 13);
        QVERIFY(panel->table()->isVisible());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstLimitsPanel)

} // namespace tst_limits_panel
#include "tst_limits_panel.moc"
