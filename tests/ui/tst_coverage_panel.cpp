#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/coverage/coverage_model.h"
#include "ui/coverage/coverage_panel.h"
#include "ui/parts/figure_cell.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_coverage_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;
using identity::UserQuery;

namespace {

class TstCoveragePanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(bool failing = false)
        {
            tests::theme();
            if (!stage.open())
                return;
            if (failing) {
                stage.house.users.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
                stage.house.mfa.coverageFailures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
            }
            panel = new CoveragePanel(*stage.console);
            stage.show(panel);
        }
        tests::PanelStage stage{1284, 0};
        CoveragePanel* panel = nullptr;
        int countOf(UserQuery::Mfa which)
        {
            UserQuery query;
            query.mfa = which;
            query.status = identity::UserStatus::Active; // whom the figures count
            query.limit = 1;
            return static_cast<int>(stage.house.users.list(stage.console->actor(), query)->total);
        }
    };

    static FigureCell* figure(Open& open, const char* name)
    {
        return tests::find<FigureCell>(open.panel, QLatin1StringView(name));
    }

private Q_SLOTS:
    void figures_andList_tellWhoIsMissing()
    {
        Open open;
        const int missing = open.countOf(UserQuery::Mfa::Off);
        QTRY_COMPARE(open.panel->model()->rowCount(), missing);
        const auto counted = open.stage.house.mfa.coverage(open.stage.console->actor());
        QCOMPARE(std::int64_t{missing}, counted->all.users - counted->all.withFactor);
        QTRY_COMPARE(figure(open, "coverage.overdue")->figure(), QString::number(counted->all.overdue));
        QCOMPARE(figure(open, "coverage.grace")->figure(), QString::number(counted->all.inGrace));
        QCOMPARE(figure(open, "coverage.codes")->figure(), QString::number(counted->all.fewCodes));
        QCOMPARE(figure(open, "coverage.all")->figure(), QString::number(100 * counted->all.withFactor / counted->all.users));
        QVERIFY(figure(open, "coverage.grace")->note().contains(u"Admin"_s));
    }

    void choice_narrowsListAndFigures()
    {
        Open open;
        QTRY_VERIFY(open.panel->model()->hasAnswer());
        open.panel->activate(u"overdue"_s);
        const int overdue = open.countOf(UserQuery::Mfa::Overdue);
        QVERIFY(overdue > 0);
        QTRY_COMPARE(open.panel->model()->rowCount(), overdue);
        QTRY_VERIFY(open.panel->model()->rowAt(0) != nullptr);
        QVERIFY(open.panel->model()->index(0, CoverageModel::Deadline).data().toString().startsWith(u"Overdue since"_s));
        auto* role = tests::find<FilterChip>(open.panel, u"coverage.role"_s);
        QTRY_VERIFY(figure(open, "coverage.grace")->note().contains(u"Admin"_s));
        role->setValue(u"viewer"_s);
        Q_EMIT role->valueChanged(role->value());
        QTRY_COMPARE(open.panel->model()->rowCount(), 0);
        auto* clear = tests::find<QPushButton>(open.panel, u"coverage.clear_filters"_s);
        QTRY_VERIFY(clear->isVisible());
        clear->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), open.countOf(UserQuery::Mfa::Off));
    }

    void search_findsByName()
    {
        Open open;
        QTRY_VERIFY(open.panel->model()->rowAt(0) != nullptr);
        const auto name = QString::fromStdString(open.panel->model()->rowAt(0)->name);
        tests::find<QLineEdit>(open.panel, u"coverage.filter"_s)->setText(name);
        QTRY_VERIFY(open.panel->model()->rowCount() > 0 && open.panel->model()->rowCount() < 10);
    }

    void keyboard_opensThePane_andEscapeClosesIt()
    {
        Open open;
        QTRY_VERIFY(open.panel->model()->rowAt(0) != nullptr);
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(0);
        QTest::keyClick(open.panel->table(), Qt::Key_Return);
        auto* reset = tests::find<QPushButton>(open.panel, u"users.details.mfa"_s);
        QTRY_VERIFY(reset->isVisible());
        QCOMPARE(reset->text(), u"Set up MFA"_s);
        reset->click();
        QTRY_VERIFY(tests::openDialog(u"mfa"_s) != nullptr);
        delete tests::openDialog(u"mfa"_s);
        QTest::keyClick(open.panel->table(), Qt::Key_Escape);
        QTRY_VERIFY(!reset->isVisible());
    }

    void rule_opensItsSetting_andEventsAreOneStepAway()
    {
        Open open;
        QTRY_VERIFY(open.panel->model()->rowAt(0) != nullptr);
        QSignalSpy spy(open.panel, &Panel::navigate);
        tests::find<QPushButton>(open.panel, u"coverage.rule"_s)->click();
        QCOMPARE(spy.takeFirst().at(1).toString(), u"mfa.required_roles"_s);
    }

    void failure_saysSoInPlace_andRetryHelps()
    {
        Open open(true);
        auto* error = open.panel->findChild<ErrorState*>();
        QTRY_VERIFY(error && error->isVisible());
        QCOMPARE(figure(open, "coverage.overdue")->figure(), u"–"_s);
        open.stage.house.users.failures.stop();
        open.stage.house.mfa.coverageFailures.stop();
        Q_EMIT error->retryRequested();
        QTRY_VERIFY(open.panel->model()->rowCount() > 0);
        QTRY_VERIFY(figure(open, "coverage.overdue")->figure() != u"–"_s);
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstCoveragePanel)

} // namespace tst_coverage_panel
#include "tst_coverage_panel.moc"
