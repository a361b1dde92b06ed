#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/bans/ban_pane.h"
#include "ui/bans/bans_model.h"
#include "ui/bans/bans_panel.h"
#include "ui/parts/step_column.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/toast.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_bans_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstBansPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(bool asReader = false)
        {
            tests::theme();
            access::Actor actor = stage.house.administrator();
            if (asReader) {
                actor.permissions = {};
                actor.permissions.add(access::Permission::BansRead);
            }
            if (!stage.open(actor))
                return;
            panel = new BansPanel(*stage.console);
            stage.show(panel);
        }
        template <typename T>
        T* part(const QString& name) const
        {
            return tests::find<T>(panel, name);
        }
        QString cell(int row, int column) const { return panel->model()->index(row, column).data().toString(); }
        tests::PanelStage stage{40, 0};
        BansPanel* panel = nullptr;
    };

private Q_SLOTS:
    void list_saysWhoWhyByWhomAndUntilWhen()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
        QCOMPARE(open.cell(0, BansModel::Address), u"203.0.113.17"_s);
        QCOMPARE(open.cell(0, BansModel::Kind), u"Banned"_s);
        QCOMPARE(open.cell(0, BansModel::Reason), u"Scanning: 34 paths in 60 s"_s);
        QCOMPARE(open.cell(0, BansModel::By), u"Score 80"_s);
        QCOMPARE(open.cell(0, BansModel::Ends), u"In 49 min"_s);
        const QModelIndex step = open.panel->model()->index(0, BansModel::Step);
        QCOMPARE(step.data(StepRole).toInt(), 1);
        QCOMPARE(step.data(StepTextRole).toString(), u"1 h"_s);
        QCOMPARE(step.data(Qt::AccessibleTextRole).toString(), u"Ban 1 of this address, for 1 h"_s);
        open.part<SegmentedControl>(u"bans.which"_s)->setCurrent(3);
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
        QCOMPARE(open.cell(0, BansModel::Kind), u"Allowed"_s);
        QCOMPARE(open.cell(0, BansModel::Ends), u"Stays"_s);
        QCOMPARE(open.cell(0, BansModel::By), u"Ingrid Solheim"_s);
        open.part<SegmentedControl>(u"bans.which"_s)->setCurrent(2);
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
        open.part<SegmentedControl>(u"bans.which"_s)->setCurrent(1);
        QTRY_COMPARE(open.panel->model()->rowCount(), 12);
        open.part<QLineEdit>(u"bans.filter"_s)->setText(u"Injection"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 4);
        open.part<QLineEdit>(u"bans.filter"_s)->setText(u"nothing like it"_s);
        QTRY_VERIFY(open.part<QPushButton>(u"bans.clear_filters"_s)->isVisible());
        open.part<QPushButton>(u"bans.clear_filters"_s)->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
    }

    void navigation_countsWhoIsKeptOut()
    {
        tests::theme();
        tests::PanelStage stage(40, 0);
        QVERIFY(stage.open());
        auto* panel = new BansPanel(*stage.console);
        QSignalSpy counted(panel, &Panel::countChanged);
        stage.show(panel);
        QTRY_COMPARE(counted.count(), 1);
        QCOMPARE(counted.front().front().toInt(), 14);
    }

    void address_isAdded_andTheConsolesOwnIsRefused()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
        open.part<QPushButton>(u"bans.add"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"address_rule"_s));
        auto* dialog = tests::openDialog(u"address_rule"_s);
        auto* save = tests::find<QPushButton>(dialog, u"address_rule.save"_s);
        auto* address = tests::find<QLineEdit>(dialog, u"address_rule.address"_s);
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(address, u"127.0.0.1"_s);
        save->click();
        const auto isSaid = [&](const QString& words) {
            const auto labels = dialog->findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) { return label->isVisible() && label->text() == words; });
        };
        QTRY_VERIFY(isSaid(u"This would keep out the console itself, a trusted proxy or the address that you work from."_s));
        address->setText(u"203.0.113.300"_s);
        save->click();
        QTRY_VERIFY(isSaid(u"This is no address and no range. Write 203.0.113.7 or 203.0.113.0/24."_s));
        address->setText(u"192.0.2.128/25"_s);
        QTest::keyClicks(tests::find<QLineEdit>(dialog, u"address_rule.reason"_s), u"Asked for by the clinic"_s);
        auto* time = tests::find<QComboBox>(dialog, u"address_rule.time"_s);
        time->setCurrentIndex(time->findText(u"For 24 h"_s));
        save->click();
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"192.0.2.128/25 is banned"_s);
        const auto& made = open.stage.house.addressRules.rules.back();
        QCOMPARE(made.reason, std::string("Asked for by the clinic"));
        QVERIFY(made.expiresAt == std::optional(open.stage.house.clock.now() + std::chrono::hours(24)));
        QTRY_COMPARE(open.panel->model()->rowCount(), 17);
    }

    void unban_isAtOnce_andUndone()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(0);
        QTest::keyClick(open.panel->table(), Qt::Key_Return);
        auto* pane = open.panel->findChild<BanPane*>();
        QTRY_VERIFY(pane->isVisible() && pane->hasRule());
        QCOMPARE(open.part<QPushButton>(u"bans.details.remove"_s)->text(), u"Unban"_s);
        open.part<QPushButton>(u"bans.details.remove"_s)->click();
        auto* toast = open.panel->findChild<Toast*>();
        QTRY_COMPARE(toast->text(), u"203.0.113.17 may come again"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 15);
        Q_EMIT toast->actionRequested();
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
        const auto& back = open.stage.house.addressRules.rules.back();
        QVERIFY(back.address.starts_with("203.0.113.17"));
        QVERIFY(back.expiresAt == std::optional(open.stage.house.clock.now() + std::chrono::minutes(49)));
    }

    void several_areAskedFor_andAllOfThemTogether()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
        auto* table = open.panel->table();
        table->setFocus();
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(table, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table->selectedRows().size(), 3);
        QTest::keyClick(table, Qt::Key_Delete);
        QTRY_VERIFY(tests::openDialog(u"remove_rules"_s));
        tests::find<QPushButton>(tests::openDialog(u"remove_rules"_s), u"remove_rules.confirm"_s)->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 13);
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"3 rules removed"_s);
        table->selectAll();
        auto* remove = open.part<QPushButton>(u"bans.several.remove"_s);
        QTRY_VERIFY(remove->isVisible() && remove->isEnabled());
        remove->click();
        QTRY_VERIFY(tests::openDialog(u"remove_found"_s));
        tests::find<QPushButton>(tests::openDialog(u"remove_found"_s), u"remove_found.confirm"_s)->click();
        QTRY_COMPARE(open.stage.house.addressRules.rules.size(), std::size_t(0));
        QTRY_VERIFY(open.part<QWidget>(u"bans.list.empty"_s)->isVisible());
    }

    void edit_changesReasonAndEnd()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(0);
        QTest::keyClick(open.panel->table(), Qt::Key_F2);
        QTRY_VERIFY(tests::openDialog(u"address_rule"_s));
        auto* dialog = tests::openDialog(u"address_rule"_s);
        QVERIFY(tests::find<QLineEdit>(dialog, u"address_rule.address"_s)->isReadOnly());
        tests::find<QLineEdit>(dialog, u"address_rule.reason"_s)->setText(u"Looked at"_s);
        tests::find<QPushButton>(dialog, u"address_rule.save"_s)->click();
        QTRY_COMPARE(open.cell(0, BansModel::Reason), u"Looked at"_s);
        // The end stays as it is unless another one is chosen.
        QCOMPARE(open.cell(0, BansModel::Ends), u"In 49 min"_s);
    }

    void list_isImported_whatWouldHappenIsSaidBefore()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
        open.part<QPushButton>(u"bans.import"_s)->click();
        QTRY_VERIFY(tests::openDialog(u"import_list"_s));
        auto* dialog = tests::openDialog(u"import_list"_s);
        auto* save = tests::find<QPushButton>(dialog, u"import_list.save"_s);
        QVERIFY(!save->isEnabled());
        tests::find<QPlainTextEdit>(dialog, u"import_list.text"_s)
            ->setPlainText(u"# from a friend\n192.0.2.200\n192.0.2.201 # twice\nnothing\n"_s);
        auto* told = tests::find<QLabel>(dialog, u"import_list.told"_s);
        QTRY_COMPARE(told->text(), u"2 rules would be added; 1 lines are left out."_s);
        QCOMPARE(open.stage.house.addressRules.rules.size(), std::size_t(16));
        QVERIFY(save->isEnabled());
        save->click();
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"2 rules added"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 18);
    }

    void export_isWrittenForItsUserAlone()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"bans.txt"_s);
        open.panel->exportTo(path, protection::AddressExport::Plain);
        QTRY_COMPARE(open.panel->findChild<Toast*>()->text(), u"What is in force is in bans.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("203.0.113.17\n"));
        QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    }

    void reader_mayLook_andNotChange()
    {
        Open open(true);
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
        QVERIFY(!open.part<QPushButton>(u"bans.add"_s)->isEnabled());
        QVERIFY(!open.part<QPushButton>(u"bans.import"_s)->isEnabled());
        QVERIFY(open.part<QPushButton>(u"bans.export"_s)->isEnabled());
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(0);
        QTest::keyClick(open.panel->table(), Qt::Key_Delete);
        QTest::keyClick(open.panel->table(), Qt::Key_Return);
        QTRY_VERIFY(open.panel->findChild<BanPane*>()->isVisible());
        QCOMPARE(open.part<QPushButton>(u"bans.details.remove"_s)->toolTip(), u"Your role lacks “Lift bans”"_s);
        QCOMPARE(open.stage.house.addressRules.rules.size(), std::size_t(16));
    }

    void error_standsInTheListsPlace()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 16);
        open.stage.house.addressRules.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
        open.part<QLineEdit>(u"bans.filter"_s)->setText(u"203"_s);
        QTRY_VERIFY(open.panel->findChild<ErrorState*>()->isVisible());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstBansPanel)

} // namespace tst_bans_panel
#include "tst_bans_panel.moc"
