#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/access/access_model.h"
#include "ui/access/access_pane.h"
#include "ui/access/access_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_access_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstAccessPanel final : public QObject {
    Q_OBJECT

    struct Open {
        Open()
        {
            tests::theme();
            if (!stage.open())
                return;
            panel = new AccessPanel(*stage.console);
            stage.show(panel);
        }
        QString cell(int row, int column) const { return panel->model()->index(row, column).data().toString(); }
        tests::PanelStage stage{40, 0};
        AccessPanel* panel = nullptr;
    };

private Q_SLOTS:
    void list_saysWhoWhatAndHow()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 62);
        QCOMPARE(open.cell(0, AccessModel::Who), u"Elif Yildiz"_s);
        QCOMPARE(open.cell(0, AccessModel::Has), u"Editor"_s);
        QCOMPARE(open.cell(0, AccessModel::Way), u"Role"_s);
        QCOMPARE(open.cell(0, AccessModel::By), u"Ingrid Solheim"_s);
        QCOMPARE(open.cell(0, AccessModel::Ends), u"No end"_s);
        QCOMPARE(open.cell(3, AccessModel::Has), u"Duty physician"_s);
        QCOMPARE(open.cell(3, AccessModel::Way), u"Inherits Viewer"_s);
        QCOMPARE(open.cell(6, AccessModel::Used), u"Never"_s);
        QCOMPARE(open.cell(61, AccessModel::Has), u"Warehouse"_s);
        QVERIFY(open.cell(61, AccessModel::Way).startsWith(u"Key: "_s));
    }

    void filters_ask_andClearingShowsAllAgain()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 62);
        auto* which = tests::find<SegmentedControl>(open.panel, u"access.which"_s);
        which->setCurrent(which->indexOf(u"keys"_s));
        QTRY_COMPARE(open.panel->model()->rowCount(), 1);
        which->setCurrent(which->indexOf(u"unused"_s));
        QTRY_VERIFY(open.panel->model()->query().unusedDays == std::optional(AccessModel::unusedDays));
        open.panel->activate(u"ending"_s);
        QTRY_VERIFY(open.panel->model()->query().endsDays == std::optional(AccessModel::endingDays));
        auto* role = tests::find<FilterChip>(open.panel, u"access.role"_s);
        role->setValue(u"owner"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 0);
        auto* clear = tests::find<QPushButton>(open.panel, u"access.clear_filters"_s);
        QTRY_VERIFY(clear->isVisible());
        clear->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 62);
        QVERIFY(!open.panel->model()->isFiltered());
        open.panel->activate(u"permission:records:read"_s);
        QTRY_VERIFY(open.panel->model()->query().permission == std::optional(access::Permission::RecordsRead));
    }

    void pane_tellsAll_andRevokeAsksFirst()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 62);
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(0);
        QTest::keyClick(open.panel->table(), Qt::Key_Return);
        auto* pane = open.panel->findChild<AccessPane*>();
        QTRY_VERIFY(pane->isVisible() && pane->hasHeld());
        QCOMPARE(pane->held().item, std::string("editor"));
        tests::find<QPushButton>(pane, u"access.details.revoke"_s)->click();
        auto* dialog = open.panel->window()->findChild<QWidget*>(u"revoke_access"_s);
        QVERIFY(dialog != nullptr);
        QTest::keyClick(dialog, Qt::Key_Escape);
    }

    void export_isWrittenByTheService()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 62);
        open.panel->exportTo(u"/tmp/review.pdf"_s);
        const auto* toast = open.panel->findChild<Toast*>();
        QTRY_COMPARE(toast->text(), u"62 rows are in review.pdf"_s);
        QVERIFY(open.stage.house.accessReview.exported.format == authorization::AccessReviewReport::Format::Pdf);
        open.panel->exportTo(u"/tmp/review.csv"_s, true);
        QTRY_COMPARE(toast->text(), u"62 rows are in review.csv"_s);
        QVERIFY(open.stage.house.accessReview.exported.byteOrderMark);
    }

    void error_standsInTheListsPlace()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 62);
        open.stage.house.accessReview.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
        tests::find<QLineEdit>(open.panel, u"access.filter"_s)->setText(u"elif"_s);
        QTRY_VERIFY(open.panel->findChild<ErrorState*>() != nullptr && open.panel->findChild<ErrorState*>()->isVisible());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstAccessPanel)

} // namespace tst_access_panel
#include "tst_access_panel.moc"
