#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/detection/allow_card.h"
#include "ui/detection/classes_model.h"
#include "ui/detection/detection_panel.h"
#include "ui/detection/detection_words.h"
#include "ui/detection/dry_run_dialog.h"
#include "ui/detection/exclusions_dialog.h"
#include "ui/detection/hit_pane.h"
#include "ui/detection/hits_model.h"
#include "ui/detection/rule_dialog.h"
#include "ui/detection/stages_view.h"
#include "ui/detection/tester_view.h"
#include "ui/parts/numbered_editor.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/detection_rule_text.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <set>

namespace tst_detection_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;
using protection::detection::AttackClass;
using settings::ControlMode;

namespace {

class TstDetectionPanel final : public QObject {
    Q_OBJECT

    struct Open {
        Open()
        {
            tests::theme();
            if (!stage.open())
                return;
            panel = new DetectionPanel(*stage.console);
            stage.show(panel);
        }
        QString classCell(int row, int column) const { return panel->classes()->index(row, column).data().toString(); }
        QString hitCell(int row, int column) const { return panel->hits()->model()->index(row, column).data().toString(); }
        bool loaded() const { return panel->classes()->rowCount() == 17 && panel->hits()->model()->rowCount() == 6; }
        tests::PanelStage stage{40, 0};
        DetectionPanel* panel = nullptr;
    };

private Q_SLOTS:
    /// The window has a text for each rule of the product, and no others.
    void ruleTexts_areThoseOfTheRules()
    {
        std::set<std::string> wanted, known;
        for (const protection::detection::Rule& rule : protection::detection::builtInRules())
            wanted.emplace(rule.title);
        for (const char* const text : detectionRuleTexts())
            known.emplace(text);
        QVERIFY(wanted == known);
        QCOMPARE(detectionRuleText("Script tag"), u"Script tag"_s);
        QCOMPARE(detectionRuleText("Old export"), u"Old export"_s);
    }

    void classes_sayTheirHitsAndModes_andNarrow()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        QCOMPARE(open.classCell(0, ClassesModel::Class), u"SQL injection"_s);
        QCOMPARE(open.classCell(0, ClassesModel::Hits), u"6"_s);
        QCOMPARE(open.classCell(0, ClassesModel::Mode), u"Block"_s);
        const int ssrf = open.panel->classes()->rowOf(AttackClass::ServerRequests);
        QCOMPARE(open.classCell(ssrf, ClassesModel::Mode), u"Observe"_s);
        auto* which = tests::find<SegmentedControl>(open.panel, u"detection.which"_s);
        which->setCurrent(2);
        QTRY_COMPARE(open.panel->classes()->rowCount(), 2);
        which->setCurrent(1);
        QTRY_COMPARE(open.panel->classes()->rowCount(), 6);
    }

    void countsOfWhatCouldNotBeRead_areNotShown()
    {
        tests::theme();
        tests::PanelStage stage(40, 0);
        QVERIFY(stage.open());
        stage.house.detectionRules.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
        auto* panel = new DetectionPanel(*stage.console);
        stage.show(panel);
        QTRY_VERIFY(panel->findChild<ErrorState*>()->isVisible());
        QCOMPARE(tests::find<QAbstractButton>(panel, u"detection.which.all"_s)->text(), u"All"_s);
        QCOMPARE(tests::find<QAbstractButton>(panel, u"detection.which.hits"_s)->text(), u"With hits"_s);
        QCOMPARE(tests::find<QAbstractButton>(panel, u"detection.exclusions"_s)->text(), u"Exclusions"_s);
    }

    void mode_isChosenFromTheMenu()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        open.panel->table()->selectRow(0);
        QTest::keyClick(open.panel->table(), Qt::Key_Return);
        QMenu* menu = nullptr;
        QTRY_VERIFY((menu = open.panel->findChild<QMenu*>()) != nullptr);
        QCOMPARE(menu->actions().size(), qsizetype{3});
        QVERIFY(menu->actions().at(0)->isChecked());
        menu->actions().at(1)->trigger();
        menu->close();
        QTRY_COMPARE(open.classCell(0, ClassesModel::Mode), u"Observe"_s);
        QCOMPARE(open.stage.house.detectionRules.changed.front().first, std::string("sql"));
    }

    void hits_followTheClass()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        QCOMPARE(open.hitCell(0, HitsModel::Who), u"Farid Rahmani"_s);
        QCOMPARE(open.hitCell(1, HitsModel::Who), u"203.0.113.88"_s); // nobody that is known
        QCOMPARE(open.hitCell(0, HitsModel::Place), u"content"_s);
        open.panel->table()->selectRow(open.panel->classes()->rowOf(AttackClass::Traversal));
        QTRY_COMPARE(open.panel->hits()->model()->rowCount(), 2);
    }

    void hit_isAllowedInTwoClicks_andSaysBeforeWhatWouldPass()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        open.panel->hits()->table()->selectRow(0);
        QTRY_VERIFY(open.panel->hits()->hit().has_value());
        QVERIFY(tests::find(open.panel, u"detection.hit.excerpt"_s)->accessibleName().contains(u"or 1=1"_s));
        tests::find<QPushButton>(open.panel, u"detection.allow_here"_s)->click();
        QVERIFY(open.panel->hits()->card()->isOpen());
        QVERIFY(tests::find<QRadioButton>(open.panel, u"detection.allow.rule"_s)->isChecked()); // the narrowest
        const auto says = [&](const QString& text) {
            for (const QLabel* label : open.panel->hits()->card()->findChildren<QLabel*>())
                if (label->text() == text)
                    return true;
            return false;
        };
        QTRY_VERIFY(says(u"3 of 6 would pass"_s));
        QVERIFY(says(
            u"All by %1, none from outside"_s.arg(QLocale().createSeparatedList({u"Farid Rahmani"_s, u"Giulia Moretti"_s}))));
        tests::find<QPushButton>(open.panel, u"detection.allow.save"_s)->click();
        QTRY_COMPARE(open.stage.house.detectionRules.added.size(), std::size_t{1});
        const protection::NewExclusion& made = open.stage.house.detectionRules.added.front().what;
        QCOMPARE(made.rule, std::string("sql.always-true"));
        QCOMPARE(made.route, std::string("POST /api/comments"));
        QCOMPARE(made.member, std::string("content"));
        QTRY_VERIFY(!open.panel->hits()->card()->isOpen());
    }

    void tester_runsAsOneTypes_andTheVerdictClosesTheColumn()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        TesterView* const tester = open.panel->tester();
        tester->editor()->setPlainText(u"POST /api/comments HTTP/1.1\n\n{\"content\": \"1%27 \\u004fR/**/1=1 -- \"}"_s);
        QTRY_COMPARE(tester->verdict(), u"Blocked, score 9 of 5"_s);
        QCOMPARE(tester->stages()->rows(), 5);
        QCOMPARE(tester->findChildren<TokenBox*>().size(), qsizetype{5});
        // Lines are counted, and the bar that the tokens add up to is in sight beside the verdict.
        auto* editor = qobject_cast<NumberedEditor*>(tester->editor());
        QVERIFY(editor && editor->numbers()->isVisible());
        auto* bar = tests::find<ScoreBar>(tester, u"detection.score"_s);
        QTRY_VERIFY(bar->isVisible() && !bar->visibleRegion().isEmpty());
        QCOMPARE(bar->visibleRegion().boundingRect().height(), bar->height());
        tester->editor()->setPlainText(u"O'Brien"_s);
        QTRY_COMPARE(tester->verdict(), u"Passes, score 0 of 5"_s);
        tester->editor()->clear();
        QTRY_COMPARE(tester->verdict(), u"Nothing was tested yet"_s);
    }

    void exclusions_areListed_andThoseOfTheProductStay()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        tests::find<QPushButton>(open.panel, u"detection.exclusions"_s)->click();
        auto* dialog = open.panel->findChild<ExclusionsDialog*>();
        QVERIFY(dialog);
        QTRY_COMPARE(dialog->list()->count(), 3);
        auto* remove = tests::find<QPushButton>(dialog, u"detection_exclusions.remove"_s);
        QVERIFY(remove->isEnabled());
        dialog->list()->setCurrentRow(2);
        QVERIFY(!remove->isEnabled());
    }

    void rule_isNotSavedUntilItsLinesComeOut()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        tests::find<QPushButton>(open.panel, u"detection.add_rule"_s)->click();
        auto* dialog = open.panel->findChild<RuleDialog*>();
        QVERIFY(dialog);
        tests::find<QLineEdit>(dialog, u"detection_rule.title"_s)->setText(u"Old export"_s);
        tests::find<QLineEdit>(dialog, u"detection_rule.pattern"_s)->setText(u"/export.php"_s);
        tests::find<QPlainTextEdit>(dialog, u"detection_rule.passes"_s)->setPlainText(u"/export.php?x"_s);
        QSignalSpy added(dialog, &RuleDialog::added);
        tests::find<QPushButton>(dialog, u"detection_rule.add"_s)->click();
        QTRY_VERIFY(tests::find(dialog, u"detection_rule.failure"_s)->isVisible());
        QCOMPARE(added.count(), 0);
        tests::find<QPlainTextEdit>(dialog, u"detection_rule.passes"_s)->setPlainText(u"/export.html"_s);
        tests::find<QPushButton>(dialog, u"detection_rule.add"_s)->click();
        QTRY_COMPARE(added.count(), 1);
        QCOMPARE(open.stage.house.detectionRules.ownRules.size(), std::size_t{1});
    }

    void dryRun_saysWhatOtherNumbersWouldHaveDone()
    {
        Open open;
        QTRY_VERIFY(open.loaded());
        tests::find<QPushButton>(open.panel, u"detection.dry_run"_s)->click();
        auto* dialog = open.panel->findChild<DryRunDialog*>();
        QVERIFY(dialog);
        auto* sum = tests::find<QLabel>(dialog, u"detection_dry_run.sum"_s);
        QTRY_COMPARE(sum->text(), u"12 hits: 11 would be blocked, 1 observed, 0 would pass."_s);
        tests::find<QSpinBox>(dialog, u"detection_dry_run.threshold"_s)->setValue(10);
        tests::find<QPushButton>(dialog, u"detection_dry_run.run"_s)->click();
        QTRY_COMPARE(sum->text(), u"12 hits: 5 would be blocked, 0 observed, 7 would pass."_s);
    }

    void everyClassStageAndRole_hasAName()
    {
        for (std::size_t i = 0; i < protection::detection::classCount; ++i)
            QVERIFY(!attackClassTitle(static_cast<AttackClass>(i)).isEmpty());
        for (int i = 0; i < static_cast<int>(protection::detection::StageKind::Count_); ++i)
            QVERIFY(!inspectionStageTitle(static_cast<protection::detection::StageKind>(i)).isEmpty());
        for (int i = 0; i < static_cast<int>(protection::detection::TokenRole::Count_); ++i)
            QVERIFY(!tokenRoleTitle(static_cast<protection::detection::TokenRole>(i)).isEmpty());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstDetectionPanel)

} // namespace tst_detection_panel
#include "tst_detection_panel.moc"
