#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/records_stage.h"
#include "ui/history/history_model.h"
#include "ui/history/history_pane.h"
#include "ui/history/history_panel.h"
#include "ui/parts/person_field.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/toast.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
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
        const auto* head = open.part<DataTable>(u"history.table"_s)->horizontalHeader(); // and it says how they stand
        QCOMPARE(head->sortIndicatorSection(), static_cast<int>(HistoryModel::When));
        QCOMPARE(head->sortIndicatorOrder(), Qt::DescendingOrder);
        QVERIFY(!head->sectionsClickable());
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

    /// Ten thousand and more are paged through by the service's cursors, from wherever the reader goes.
    void manyChanges_areAllReached()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        {
            const std::lock_guard guard(open.stage.house.history.mutex);
            auto& all = open.stage.house.history.versions;
            const history::Version one = all.front();
            for (int i = 0; i < 4'993; ++i) {
                all.push_back(one);
                all.back().id = "old_" + std::to_string(i);
            }
        }
        auto* model = open.panel->model();
        open.panel->refresh();
        QTRY_COMPARE(model->rowCount(), 5'000);
        model->setViewport(4'980, 4'999);
        QTRY_VERIFY(model->rowAt(4'999));
        QCOMPARE(model->rowAt(4'999)->id, std::string("old_4992"));
        model->setViewport(2'100, 2'120);
        QTRY_VERIFY(model->rowAt(2'100));
        QCOMPARE(model->rowAt(2'100)->id, std::string("old_2093"));
    }

    void onlyOneObject_orOnePerson_isShownAtATime()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        auto* chip = open.part<QPushButton>(u"history.object"_s);
        QVERIFY(!chip->isVisible());
        auto* table = open.panel->table();
        Q_EMIT table->customContextMenuRequested(table->visualRect(open.panel->model()->index(1, 0)).center());
        auto* menu = tests::find<QMenu>(open.panel, u"history.menu"_s);
        menu->actions().front()->trigger();
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
        QVERIFY(chip->isVisible() && chip->text().contains(u"Duty physician"));
        chip->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 7);
        QVERIFY(!chip->isVisible());
        auto* person = open.part<PersonField>(u"history.person"_s);
        person->setPerson(UserId("U7"), u"Mei Tanaka"_s);
        QTRY_VERIFY(open.stage.house.history.asked.back().text == "user:U7");
        QVERIFY(open.panel->model()->isFiltered());
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
