#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/keys/accounts_model.h"
#include "ui/keys/service_accounts_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/small_parts.h"
#include "ui/widgets/toast.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_service_accounts_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int allAccounts = 7;

class TestServiceAccountsPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (m_stage)
            tests::pictureIfFailed(&m_stage->host);
        m_stage.reset();
    }

    void opened_listsAccounts()
    {
        open();
        QCOMPARE(cell(0, AccountsModel::Name), u"Billing import"_s);
        QCOMPARE(cell(4, AccountsModel::State), u"Disabled"_s);
        QCOMPARE(tests::find<ElideLabel>(m_panel, u"header.count"_s)->text(), u"7"_s);
        tests::picture(&m_stage->host, u"accounts"_s);
        m_panel->table()->horizontalHeader()->setSortIndicator(AccountsModel::Name, Qt::DescendingOrder);
        QTRY_COMPARE(cell(0, AccountsModel::Name), u"Ward displays"_s);
    }

    void add_takenName_isSaidUnderTheField()
    {
        open();
        QTest::keyClick(m_panel->table(), Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(tests::openDialog(u"account"_s));
        auto* dialog = tests::openDialog(u"account"_s);
        auto* name = tests::find<QLineEdit>(dialog, u"account.name"_s);
        auto* save = tests::find<QPushButton>(dialog, u"account.save"_s);
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(name, u"monitoring"_s);
        QTRY_VERIFY(save->isEnabled());
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_VERIFY(!tests::find<QLabel>(dialog, u"account.name.message"_s)->text().isEmpty());
        tests::picture(&m_stage->host, u"accounts-add-taken"_s);
        name->selectAll();
        QTest::keyClicks(name, u"Night jobs"_s);
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(m_panel->model()->rowCount(), allAccounts + 1);
        QTRY_VERIFY(paneVisible());
    }

    void disable_asksFirst_enableDoesNot()
    {
        open();
        select(1);
        tests::picture(&m_stage->host, u"accounts-pane"_s);
        auto* toggle = tests::find<QPushButton>(m_panel, u"accounts.details.toggle"_s);
        QTest::mouseClick(toggle, Qt::LeftButton);
        QTRY_VERIFY(tests::openDialog(u"disable_account"_s));
        QVERIFY(tests::openDialog(u"disable_account"_s)->windowTitle().contains(u"Build runner"));
        confirm(u"disable_account"_s);
        QTRY_COMPARE(cell(1, AccountsModel::State), u"Disabled"_s);
        QTRY_COMPARE(toggle->text(), u"Enable"_s);
        QTest::mouseClick(toggle, Qt::LeftButton);
        QTRY_COMPARE(cell(1, AccountsModel::State), u"Active"_s);
    }

    void delete_key_saysWhatStops()
    {
        open();
        select(2);
        QTest::keyClick(m_panel->table(), Qt::Key_Delete);
        QTRY_VERIFY(tests::openDialog(u"delete_account"_s));
        tests::picture(&m_stage->host, u"accounts-delete"_s);
        confirm(u"delete_account"_s);
        QTRY_COMPARE(m_panel->model()->rowCount(), allAccounts - 1);
        QTRY_VERIFY(!paneVisible());
    }

    void pane_leadsToKeysAndEvents()
    {
        open();
        select(1);
        QSignalSpy navigate(m_panel, &Panel::navigate);
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"accounts.details.new_key"_s), Qt::LeftButton);
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"accounts.details.all_keys"_s), Qt::LeftButton);
        QTest::mouseClick(tests::find<QPushButton>(m_panel, u"accounts.details.all_events"_s), Qt::LeftButton);
        QCOMPARE(navigate.count(), 3);
        QCOMPARE(navigate.at(0).at(1).toString(), u"new:01JDSERVICE000000000000001"_s);
        QCOMPARE(navigate.at(1).at(1).toString(), u"owner:01JDSERVICE000000000000001"_s);
        QCOMPARE(navigate.at(2).at(1).toString(), u"user:\"Build runner\""_s);
    }

    void empty_andFiltered_andFailed_sayDifferentThings()
    {
        open();
        tests::find<FilterField>(m_panel, u"accounts.filter"_s)->setText(u"zzzz"_s);
        auto* clear = tests::find<QPushButton>(m_panel, u"accounts.clear_filters"_s);
        QTRY_VERIFY(clear->isVisible());
        m_stage = std::make_unique<tests::PanelStage>();
        m_stage->house.serviceAccounts.accounts.clear();
        show();
        QTRY_VERIFY(tests::find(m_panel, u"accounts.list.empty"_s)->isVisible());
        QVERIFY(!tests::find<QPushButton>(m_panel, u"accounts.clear_filters"_s)->isVisible());
        tests::picture(&m_stage->host, u"accounts-empty"_s);
        m_stage = std::make_unique<tests::PanelStage>();
        m_stage->house.serviceAccounts.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
        show();
        QTRY_VERIFY(tests::find(m_panel, u"accounts.list.error"_s)->isVisible());
    }

private:
    void show()
    {
        QVERIFY(m_stage->open());
        m_panel = new ServiceAccountsPanel(*m_stage->console);
        m_stage->show(m_panel);
    }
    void open()
    {
        m_stage = std::make_unique<tests::PanelStage>();
        show();
        QTRY_COMPARE(m_panel->model()->rowCount(), allAccounts);
        QTRY_VERIFY(m_panel->model()->rowAt(0));
        m_panel->table()->setFocus();
    }
    QString cell(int row, int column) { return m_panel->model()->index(row, column).data().toString(); }
    bool paneVisible() { return tests::find(m_panel, u"accounts.details"_s)->isVisible(); }
    void confirm(const QString& dialog)
    {
        QTRY_VERIFY(tests::openDialog(dialog));
        QTest::mouseClick(tests::find<QPushButton>(tests::openDialog(dialog), dialog + u".confirm"_s), Qt::LeftButton);
    }
    void select(int row)
    {
        auto* table = m_panel->table();
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(m_panel->model()->index(row, 0)).center());
        QTRY_VERIFY(paneVisible());
    }

    std::unique_ptr<tests::PanelStage> m_stage;
    ServiceAccountsPanel* m_panel = nullptr;
};

} // namespace

SALLYPORT_GUI_TEST(TestServiceAccountsPanel)

} // namespace tst_service_accounts_panel
#include "tst_service_accounts_panel.moc"
