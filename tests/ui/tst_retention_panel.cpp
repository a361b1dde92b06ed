#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/records_stage.h"
#include "ui/parts/fact_rows.h"
#include "ui/retention/kind_field.h"
#include "ui/retention/retention_panel.h"
#include "ui/widgets/confirm_dialog.h"
#include "ui/widgets/toast.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

namespace tst_retention_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstRetentionPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(bool asReader = false)
        {
            tests::theme();
            access::Actor actor = stage.house.administrator();
            if (asReader) {
                actor.permissions = {};
                actor.permissions.add(access::Permission::RetentionRead);
            }
            if (!stage.open(actor))
                return;
            panel = new RetentionPanel(*stage.console);
            stage.show(panel);
        }
        template <typename T>
        T* part(const QString& name) const
        {
            return tests::find<T>(panel, name);
        }
        bool loaded() const { return panel->state().stored > 0; }
        tests::PanelStage stage{40, 0};
        RetentionPanel* panel = nullptr;
    };

private Q_SLOTS:
    void rulesAndHolds_areShown()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        auto* rules = open.part<FactRows>(u"retention.rules"_s);
        QCOMPARE(rules->count(), 6);
        QCOMPARE(rules->textOf(0), u"What no rule is for, 400 days"_s);
        QCOMPARE(rules->textOf(1), u"Everything of auth.*, 180 days"_s);
        QVERIFY(open.part<QPushButton>(u"retention.lift.H1"_s)->isEnabled());
    }

    void rules_areTriedAndSaved()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        open.part<QPushButton>(u"retention.change"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"retention_rules"_s));
        QWidget* dialog = tests::openDialog(u"retention_rules"_s);
        auto* due = tests::find<QLabel>(dialog, u"retention_rules.due"_s);
        QTRY_VERIFY2(due->text().contains(u"12,345 events"_s), qPrintable(due->text()));
        auto* days = tests::find<QSpinBox>(dialog, u"retention_rules.days"_s);
        days->setValue(30);
        QVERIFY(due->text().isEmpty());
        tests::find<QPushButton>(dialog, u"retention_rules.preview"_s)->click();
        QTRY_VERIFY(due->text().contains(u"99,000 events"_s));
        // One by its word, one by its name; what is none is said where it stands.
        tests::find<QSpinBox>(dialog, u"retention_rules.days.0"_s)->setValue(20);
        tests::find<QPushButton>(dialog, u"retention_rules.remove.2"_s)->click();
        tests::find<QPushButton>(dialog, u"retention_rules.remove.1"_s)->click();
        tests::find<QPushButton>(dialog, u"retention_rules.add"_s)->click();
        auto* kind = tests::find<KindField>(dialog, u"retention_rules.kind.1"_s);
        QTRY_VERIFY(kind->hasFocus());
        QTest::keyClicks(kind, u"no such kind"_s);
        auto* save = tests::find<QPushButton>(dialog, u"retention_rules.save"_s);
        save->click();
        QVERIFY(dialog->isVisible());
        QVERIFY(kind->property("invalid").toBool() && !kind->accessibleDescription().isEmpty());
        kind->setText(u"Role added"_s);
        QCOMPARE(kind->kind(), std::optional<std::string>("role.created"));
        tests::find<QSpinBox>(dialog, u"retention_rules.days.1"_s)->setValue(900);
        tests::find<QLineEdit>(dialog, u"retention_rules.bytes"_s)->setText(u"2000"_s);
        save->click();
        QTRY_VERIFY(!tests::openDialog(u"retention_rules"_s));
        const retention::RetentionRules wanted{30, {{"auth.*", 20}, {"role.created", 900}}, 5'000'000, 2'000'000'000};
        QVERIFY(open.stage.house.retention.state_.rules == wanted);
        QTRY_COMPARE(open.part<FactRows>(u"retention.rules"_s)->count(), 5);
        // And back, by the toast.
        QTRY_COMPARE(open.stage.console->waiting(), 0u);
        for (auto* button : open.panel->findChild<Toast*>()->findChildren<QPushButton*>())
            if (button->text() == u"Undo")
                button->click();
        QTRY_COMPARE(open.part<FactRows>(u"retention.rules"_s)->count(), 6);
        QCOMPARE(open.stage.house.retention.state_.rules.days, 400);
    }

    void steps_inTheTable_areTakenBack()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        open.part<QPushButton>(u"retention.change"_s)->click();
        QWidget* dialog = tests::waitForDialog(u"retention_rules"_s);
        auto* undo = tests::find<QPushButton>(dialog, u"retention_rules.undo"_s);
        QVERIFY(!undo->isEnabled());
        tests::find<QPushButton>(dialog, u"retention_rules.remove.0"_s)->click();
        QTRY_COMPARE(tests::find<KindField>(dialog, u"retention_rules.kind.0"_s)->kind(),
                     std::optional<std::string>("record.unmasked"));
        tests::find<QSpinBox>(dialog, u"retention_rules.days.0"_s)->setValue(5);
        QVERIFY(undo->isEnabled());
        undo->click();
        QTRY_COMPARE(tests::find<QSpinBox>(dialog, u"retention_rules.days.0"_s)->value(), 90);
        undo->click();
        QTRY_COMPARE(tests::find<KindField>(dialog, u"retention_rules.kind.0"_s)->kind(), std::optional<std::string>("auth.*"));
        QVERIFY(!undo->isEnabled());
    }

    void whoSetARule_isShown()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        {
            const std::lock_guard guard(open.stage.house.history.mutex);
            auto& all = open.stage.house.history.versions;
            history::Version version;
            version.id = "evt_r";
            version.at = open.stage.house.clock.now();
            version.kind = "retention.changed";
            version.objectKind = "retention";
            version.by = "Marco Rossi";
            version.changes = {{"kinds", "auth.* 90, role.* 3650", "auth.* 180, role.* 3650"}, {"most_events", "0", "0"}};
            all.insert(all.begin(), version);
        }
        open.panel->refresh();
        auto* rules = open.part<FactRows>(u"retention.rules"_s);
        QTRY_VERIFY(rules->textOf(1).contains(u"Marco Rossi"));
        QVERIFY(!rules->textOf(3).contains(u"Marco Rossi"));
    }

    void aHold_isPlacedAndLifted()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        open.part<QPushButton>(u"retention.place"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"hold"_s));
        QWidget* dialog = tests::openDialog(u"hold"_s);
        auto* place = tests::find<QPushButton>(dialog, u"hold.place"_s);
        QVERIFY(!place->isEnabled());
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"hold.reason"_s), u"Case 9"_s);
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"hold.filter"_s), u"kind:role.*"_s);
        QVERIFY(place->isEnabled());
        place->click();
        QTRY_COMPARE(open.panel->state().holds.size(), 3u);
        QTRY_VERIFY(open.panel->findChild<QPushButton*>(u"retention.lift.H3"_s));
        open.part<QPushButton>(u"retention.lift.H3"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"lift_hold"_s));
        tests::find<QPushButton>(tests::openDialog(u"lift_hold"_s), u"lift_hold.confirm"_s)->click();
        QTRY_COMPARE(open.panel->state().holds.size(), 2u);
        QCOMPARE(open.panel->findChild<Toast*>()->text(), u"The hold is lifted"_s);
    }

    void whoMayOnlyRead_changesNothing()
    {
        Open open(true);
        QTRY_VERIFY(open.loaded());
        QVERIFY(!open.part<QPushButton>(u"retention.change"_s)->isEnabled());
        QVERIFY(!open.part<QPushButton>(u"retention.place"_s)->isEnabled());
        QVERIFY(!open.part<QPushButton>(u"retention.lift.H1"_s)->isEnabled());
    }

    void whatFails_isSaid()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        open.stage.house.retention.failures.failAlways(makeError(ErrorCode::Unavailable, "no room"));
        open.panel->refresh();
        QTRY_VERIFY(open.part<QWidget>(u"retention.state.error"_s)->isVisible());
        open.stage.house.retention.failures.stop();
        open.panel->refresh();
        QTRY_VERIFY(open.part<QPushButton>(u"retention.change"_s)->isVisible());
    }

    void typedConfirmation_opensWithTheWord()
    {
        tests::theme();
        QWidget window;
        window.show();
        bool done = false;
        askTyped(&window, u"asked"_s, {u"Erase?"_s, u"For good."_s, u"Erase"_s, true}, u"ada@example.org"_s, u"Type it"_s,
                 [&done] { done = true; });
        auto* confirm = window.findChild<QPushButton*>(u"asked.confirm"_s);
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(window.findChild<QLineEdit*>(u"asked.typed"_s), u"Ada@example.org"_s);
        QVERIFY(confirm->isEnabled());
        confirm->click();
        QVERIFY(done);
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstRetentionPanel)

} // namespace tst_retention_panel
#include "tst_retention_panel.moc"
