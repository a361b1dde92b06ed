#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/drill/drill_model.h"
#include "ui/drill/drill_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_drill_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstDrillPanel final : public QObject {
    Q_OBJECT

    struct Open {
        Open()
        {
            tests::theme();
            if (!stage.open())
                return;
            panel = new DrillPanel(*stage.console);
            stage.show(panel);
        }
        QString cell(int row, int column) const { return panel->model()->index(row, column).data().toString(); }
        QPushButton* run() const { return tests::find<QPushButton>(panel, u"drill.run"_s); }
        tests::PanelStage stage{4, 0};
        DrillPanel* panel = nullptr;
    };

private Q_SLOTS:
    void noDrillYet_saysWhatItIs()
    {
        Open open;
        QTRY_VERIFY(tests::find<QWidget>(open.panel, u"drill.list.empty"_s)->isVisible());
        QVERIFY(open.run()->isEnabled());
        QVERIFY(!tests::find<QWidget>(open.panel, u"drill.filter"_s)->isVisible());
        QVERIFY(!tests::find<QWidget>(open.panel, u"drill.banner"_s)->isVisible());
    }

    void run_showsWhatWentWrongFirst_withFiguresInWords()
    {
        Open open;
        QTRY_VERIFY(tests::find<QWidget>(open.panel, u"drill.list.empty"_s)->isVisible());
        open.run()->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 6);
        QCOMPARE(open.cell(0, DrillModel::Verdict), u"Came through"_s); // worse than what is refused wrongly
        QCOMPARE(open.cell(0, DrillModel::Group), u"Content"_s);
        QCOMPARE(open.cell(1, DrillModel::Verdict), u"Wrongly refused"_s);
        QCOMPARE(open.cell(1, DrillModel::Title), u"Comments that look dangerous"_s);
        QCOMPARE(open.cell(1, DrillModel::Figures), u"9 of 10"_s);
        QCOMPARE(open.cell(1, DrillModel::Note), u"comment 3: answered with 403"_s);
        QCOMPARE(open.cell(2, DrillModel::Verdict), u"Served"_s);
        QCOMPARE(open.cell(3, DrillModel::Note), u"5 guesses were looked at"_s);
        QCOMPARE(open.cell(4, DrillModel::Setting), QString());
        auto* banner = tests::find<Banner>(open.panel, u"drill.banner"_s);
        QVERIFY(banner->isVisible());
        QCOMPARE(banner->title(), u"6 attacks came through"_s);
        QCOMPARE(banner->text(), u"85 of 91 attacks were caught, 29 of 30 honest requests were answered."_s);
        QTRY_VERIFY(open.run()->isEnabled());
    }

    void row_leadsToItsSetting()
    {
        Open open;
        open.run()->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 6);
        QSignalSpy asked(open.panel, &Panel::navigate);
        auto* table = tests::find<DataTable>(open.panel, u"drill.table"_s);
        Q_EMIT table->rowActivated(0);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked[0][0].toString(), u"settings"_s);
        QCOMPARE(asked[0][1].toString(), u"detection.mode"_s);
        Q_EMIT table->rowActivated(4); // nothing decides there
        QCOMPARE(asked.size(), 1);
    }

    void filter_findsByWords()
    {
        Open open;
        open.run()->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 6);
        tests::find<FilterField>(open.panel, u"drill.filter"_s)->setText(u"scanner"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 1);
        QCOMPARE(open.cell(0, DrillModel::Note), u"stopped after 14 paths"_s);
    }

    void earlierDrill_isShownAtOnce()
    {
        Open open;
        open.run()->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 6);
        auto* again = new DrillPanel(*open.stage.console);
        open.stage.show(again);
        QTRY_COMPARE(again->model()->rowCount(), 6);
    }

    void whatWasNotRun_isSaid()
    {
        Open open;
        open.run()->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 6);
        DrillReport report = open.panel->model()->report();
        std::erase_if(report.checks, [](const DrillCheck& check) { return check.missed() > 0; });
        DrillCheck& last = report.checks.back();
        last.tried = last.caught = 0;
        last.note = "not run, the drill's time was over";
        open.stage.house.drills.reports = {report};
        auto* again = new DrillPanel(*open.stage.console);
        open.stage.show(again);
        QTRY_COMPARE(again->model()->rowCount(), 4);
        const auto cell = [&](int column) { return again->model()->index(0, column).data().toString(); };
        QCOMPARE(cell(DrillModel::Verdict), u"Not run"_s);
        QCOMPARE(cell(DrillModel::Figures), QString());
        QCOMPARE(cell(DrillModel::Note), u"not run, the drill's time was over"_s);
        QCOMPARE(tests::find<Banner>(again, u"drill.banner"_s)->title(), u"1 kinds were not tried: the drill's time was over"_s);
    }

    void failure_saysSo_andRetryLooksAgain()
    {
        Open open;
        QTRY_VERIFY(tests::find<QWidget>(open.panel, u"drill.list.empty"_s)->isVisible());
        open.stage.house.drills.failures.failNext(makeError(ErrorCode::Unavailable, "busy"));
        open.run()->click();
        QTRY_VERIFY(tests::find<QWidget>(open.panel, u"drill.list.error"_s)->isVisible());
        QTRY_VERIFY(open.run()->isEnabled());
        Q_EMIT tests::find<ErrorState>(open.panel, u"drill.list.error"_s)->retryRequested();
        QTRY_VERIFY(tests::find<QWidget>(open.panel, u"drill.list.empty"_s)->isVisible());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstDrillPanel)

} // namespace tst_drill_panel
#include "tst_drill_panel.moc"
