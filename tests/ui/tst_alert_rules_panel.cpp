#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/alert_rules/alert_rule_pane.h"
#include "ui/alert_rules/alert_rules_model.h"
#include "ui/alert_rules/alert_rules_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/toast.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

namespace tst_alert_rules_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstAlertRulesPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(bool asReader = false)
        {
            tests::theme();
            access::Actor actor = stage.house.administrator();
            if (asReader) {
                actor.permissions = {};
                actor.permissions.add(access::Permission::AlertsRead);
            }
            if (!stage.open(actor))
                return;
            panel = new AlertRulesPanel(*stage.console);
            stage.show(panel);
        }
        template <typename T>
        T* part(const QString& name) const
        {
            return tests::find<T>(panel, name);
        }
        alerts::AlertRule rule(const char* id)
        {
            return *stage.house.alertRules.read(stage.house.administrator(), alerts::AlertRuleId(id));
        }
        void choose(const char* id)
        {
            panel->activate(QLatin1StringView(id));
            QTRY_VERIFY(panel->pane()->isVisible() && panel->pane()->hasRule());
            QTRY_COMPARE(stage.console->waiting(), 0);
        }
        tests::PanelStage stage{40, 50};
        AlertRulesPanel* panel = nullptr;
    };

private Q_SLOTS:
    void list_showsThemAll_andFilters()
    {
        Open open;
        const int all = static_cast<int>(open.stage.house.alertRules.rules.size());
        QTRY_COMPARE(open.panel->model()->rowCount(), all);
        open.part<QLineEdit>(u"alert_rules.filter"_s)->setText(u"login_failed"_s);
        QTRY_VERIFY(open.panel->model()->rowCount() < all && open.panel->model()->rowCount() > 2);
        open.part<QLineEdit>(u"alert_rules.filter"_s)->setText(u"password guess"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 1);
        QCOMPARE(open.panel->model()->index(0, AlertRulesModel::Sentence).data().toString(),
                 u"20 events in 5 min from one address"_s);
    }

    void rule_isSwitchedOff_mutedAndReset()
    {
        Open open;
        open.choose("ar-1");
        auto* remove = open.part<QPushButton>(u"alert_rules.details.remove"_s);
        QVERIFY(!remove->isEnabled()); // as it came
        open.part<QPushButton>(u"alert_rules.details.switch"_s)->click();
        QTRY_VERIFY(!open.rule("ar-1").what.enabled);
        QTRY_COMPARE(open.stage.console->waiting(), 0);
        open.part<QPushButton>(u"alert_rules.details.switch"_s)->click();
        QTRY_VERIFY(open.rule("ar-1").what.enabled);
        QTRY_COMPARE(open.stage.console->waiting(), 0);
        open.part<QPushButton>(u"alert_rules.details.mute"_s)->click();
        QTRY_VERIFY(open.rule("ar-1").mutedUntil.has_value());
    }

    void trial_saysHowOftenItWouldHaveFired()
    {
        Open open;
        open.choose("ar-1");
        auto* said = open.part<QLabel>(u"alert_rules.details.trial.said"_s);
        open.part<QPushButton>(u"alert_rules.details.trial.try"_s)->click();
        QTRY_COMPARE(said->text(), u"Would have fired 4 times last week"_s);
    }

    void rule_isAdded_andWhatIsWrongStandsAtItsField()
    {
        Open open;
        open.part<QPushButton>(u"alert_rules.add"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"alert_rule"_s));
        auto* dialog = tests::openDialog(u"alert_rule"_s);
        auto* save = tests::find<QPushButton>(dialog, u"alert_rule.save"_s);
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"alert_rule.name"_s), u"Night exports"_s);
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"alert_rule.kinds"_s), u"report.exported, user.exported"_s);
        tests::find<QSpinBox>(dialog, u"alert_rule.threshold"_s)->setValue(3);
        tests::find<QCheckBox>(dialog, u"alert_rule.always"_s)->setChecked(false);
        tests::find<QCheckBox>(dialog, u"alert_rule.outside"_s)->setChecked(true);
        tests::find<QCheckBox>(dialog, u"alert_rule.action.ban_address"_s)->setChecked(true);
        tests::find<QPushButton>(dialog, u"alert_rule.trial.try"_s)->click();
        QTRY_COMPARE(tests::find<QLabel>(dialog, u"alert_rule.trial.said"_s)->text(), u"Would have fired 4 times last week"_s);
        QVERIFY(save->isEnabled());
        Error taken(ErrorCode::Conflict, "taken");
        taken.word = "name_taken";
        open.stage.house.alertRules.failures.failNext(taken);
        save->click();
        QTRY_COMPARE(open.stage.console->waiting(), 0);
        QVERIFY(tests::openDialog(u"alert_rule"_s));
        save->click();
        QTRY_VERIFY(!tests::openDialog(u"alert_rule"_s));
        const std::lock_guard lock(open.stage.house.alertRules.mutex);
        const alerts::AlertRule& made = open.stage.house.alertRules.rules.front();
        QCOMPARE(made.what.name, std::string("Night exports"));
        QCOMPARE(made.what.kinds, (std::vector<std::string>{"report.exported", "user.exported"}));
        QCOMPARE(made.what.threshold, 3u);
        QVERIFY(made.what.schedule.outside && made.what.schedule.days == 0b0011111);
        QCOMPARE(made.what.actions.size(), std::size_t(1));
        QCOMPARE(made.what.actions.front().lasts, std::chrono::seconds(3600));
    }

    void whoMayOnlyRead_changesNothing()
    {
        Open open(true);
        open.choose("ar-own");
        for (const char* name : {"edit", "switch", "mute", "remove"})
            QVERIFY(!open.part<QPushButton>(u"alert_rules.details."_s + QLatin1StringView(name))->isEnabled());
        QVERIFY(!open.part<QPushButton>(u"alert_rules.add"_s)->isEnabled());
    }

    void ownRule_isDeletedAfterAQuestion()
    {
        Open open;
        open.choose("ar-own");
        open.part<QPushButton>(u"alert_rules.details.remove"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"alert_remove"_s));
        tests::find<QPushButton>(tests::openDialog(u"alert_remove"_s), u"alert_remove.confirm"_s)->click();
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"Rule deleted"_s);
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstAlertRulesPanel)

} // namespace tst_alert_rules_panel
#include "tst_alert_rules_panel.moc"
