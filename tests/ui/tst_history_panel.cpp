#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/records_stage.h"
#include "ui/history/history_model.h"
#include "ui/history/history_pane.h"
#include "ui/history/history_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/toast.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace tst_history_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstHistoryPanel final : public QObject {
    Q_OBJECT

    struct Open {
        Open()
        {
            tests::theme();
            if (!stage.open(stage.house.administrator()))
                return;
            panel = new HistoryPanel(*stage.console);
            stage.show(panel);
        }
        template <typename T>
        T* part(const QString& name) const
        {
            return tests::find<T>(panel, name);
        }
        tests::PanelStage stage{40, 0};
        HistoryPanel* panel = nullptr;
    };

private Q_SLOTS:
    void changes_areListed_andFilteredByKind()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        QCOMPARE(open.panel->model()->index(1, HistoryModel::Object).data().toString(), u"Duty physician"_s);
        auto* kind = open.part<QComboBox>(u"history.kind"_s);
        kind->setCurrentIndex(kind->findData(u"role"_s));
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
    }

    void aChange_isUndone_whereItCanBe()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        open.panel->activate(u"evt_900"_s);
        QTRY_VERIFY(open.panel->pane()->hasVersion());
        auto* undo = open.part<QPushButton>(u"history.details.undo"_s);
        QTRY_VERIFY(undo->isVisible() && undo->isEnabled());
        undo->click();
        tests::clickButton(tests::waitForDialog(u"undo_change"_s), u"undo_change.confirm"_s);
        QTRY_COMPARE(open.stage.house.history.undone.size(), 1u);
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"The change is taken back"_s);
        open.panel->activate(u"evt_897"_s);
        QTRY_COMPARE(open.panel->pane()->version().id, std::string("evt_897"));
        QVERIFY(!undo->isEnabled());
    }

    void whoCould_isShown()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        open.part<QPushButton>(u"history.who"_s)->click();
        QWidget* dialog = tests::waitForDialog(u"who_could"_s);
        open.stage.house.history.complete = false;
        tests::clickButton(dialog, u"who_could.ask"_s);
        const auto says = [dialog](const QString& words) {
            for (const auto* label : dialog->findChildren<QWidget*>())
                if (label->accessibleName().contains(words) || label->property("text").toString().contains(words))
                    return true;
            return false;
        };
        QTRY_VERIFY(tests::find<QPushButton>(dialog, u"who_could.ask"_s)->isEnabled());
        QVERIFY(!says(u"no such words"_s));
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstHistoryPanel)

} // namespace tst_history_panel
#include "tst_history_panel.moc"
