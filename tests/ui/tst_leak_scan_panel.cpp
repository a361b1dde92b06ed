#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "tests/ui/support/scene_leaks.h"
#include "ui/leaks/leak_scan_panel.h"
#include "ui/leaks/leaks_model.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/small_parts.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace tst_leak_scan_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TestLeakScanPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (m_stage) {
            m_stage->house.leakScan.busy = false;
            tests::pictureIfFailed(&m_stage->host);
        }
        m_stage.reset();
    }

    void opened_saysWhatItIsFor_andAsksForAFolder()
    {
        open();
        QVERIFY(!button("leaks.search")->isEnabled());
        tests::picture(&m_stage->host, u"leaks-empty"_s);
        QTest::mouseClick(button("leaks.add_first"), Qt::LeftButton);
        QVERIFY(button("leaks.search")->isEnabled());
        QCOMPARE(m_panel->findChildren<Chip*>().size(), 1);
    }

    void search_showsTheWorstFirst_andWhatWasLeftOut()
    {
        open();
        fill();
        run();
        QTRY_COMPARE(m_panel->model()->rowCount(), 4);
        QCOMPARE(cell(0, LeaksModel::State), u"Works"_s);
        QCOMPARE(cell(0, LeaksModel::Key), u"CI deploy"_s);
        QCOMPARE(cell(0, LeaksModel::Place), u"/home/ingrid/work/deploy.sh:12"_s);
        QCOMPARE(cell(3, LeaksModel::State), u"Of no key here"_s);
        QVERIFY(cell(3, LeaksModel::Revoke).isEmpty());
        auto* banner = tests::find<Banner>(m_panel, u"leaks.banner"_s);
        QVERIFY(banner->isVisible() && banner->title().startsWith(u"2 findings"_s));
        {
            const std::lock_guard guard(m_stage->house.leakScan.mutex);
            QCOMPARE(m_stage->house.leakScan.asked.paths.front(), std::string("/home/ingrid/work"));
            QVERIFY(m_stage->house.leakScan.asked.histories);
        }
        tests::picture(&m_stage->host, u"leaks-found"_s);
        QTest::mouseClick(button("leaks.show_gaps"), Qt::LeftButton);
        QTRY_VERIFY(tests::openDialog(u"leaks.gaps"_s));
        QVERIFY(tests::find<QPlainTextEdit>(tests::openDialog(u"leaks.gaps"_s), u"leaks.gaps.list"_s)
                    ->toPlainText()
                    .contains(u"not readable"_s));
        tests::picture(tests::openDialog(u"leaks.gaps"_s), u"leaks-gaps"_s);
        QTest::keyClick(tests::openDialog(u"leaks.gaps"_s), Qt::Key_Escape);
    }

    void revoke_besideAFinding_marksAllOfThatKey()
    {
        open();
        fill();
        run();
        QTRY_COMPARE(m_panel->model()->rowCount(), 4);
        const auto at = m_panel->table()->visualRect(m_panel->model()->index(0, LeaksModel::Revoke));
        QVERIFY(!at.isEmpty());
        QTest::mouseClick(m_panel->table()->viewport(), Qt::LeftButton, {}, at.center());
        QTRY_VERIFY(tests::openDialog(u"revoke_key"_s));
        QTest::mouseClick(tests::find<QPushButton>(tests::openDialog(u"revoke_key"_s), u"revoke_key.confirm"_s), Qt::LeftButton);
        QTRY_COMPARE(cell(0, LeaksModel::State), u"Revoked"_s);
        QCOMPARE(cell(1, LeaksModel::State), u"Revoked"_s);
        QVERIFY(tests::find<Banner>(m_panel, u"leaks.banner"_s)->title().startsWith(u"Not everything"_s));
    }

    void enter_opensTheKey()
    {
        open();
        fill();
        run();
        QTRY_COMPARE(m_panel->model()->rowCount(), 4);
        QSignalSpy navigated(m_panel, &Panel::navigate);
        m_panel->table()->selectRow(0);
        QTest::keyClick(m_panel->table(), Qt::Key_Return);
        QCOMPARE(navigated.size(), 1);
        QCOMPARE(navigated.front().front().toString(), u"keys"_s);
    }

    void filter_narrowsTheFindings()
    {
        open();
        fill();
        run();
        QTRY_COMPARE(m_panel->model()->rowCount(), 4);
        QTest::keyClicks(tests::find<FilterField>(m_panel, u"leaks.filter"_s), u".env"_s);
        QTRY_COMPARE(m_panel->model()->rowCount(), 1);
    }

    void running_canBeStopped()
    {
        open();
        m_stage->house.leakScan.busy = true;
        run();
        auto* cancel = button("leaks.progress.cancel");
        QTRY_VERIFY(cancel->isVisible());
        QVERIFY(!button("leaks.search")->isEnabled());
        tests::picture(&m_stage->host, u"leaks-running"_s);
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY(!cancel->isVisible());
        QTRY_VERIFY(tests::find<Banner>(m_panel, u"leaks.banner"_s)->isVisible());
        QVERIFY(button("leaks.search")->isEnabled());
    }

    void nothingFound_saysHowMuchWasSearched()
    {
        open();
        m_stage->house.leakScan.report.files = 1204;
        run();
        auto* region = tests::find(m_panel, u"leaks.list.empty"_s);
        QTRY_VERIFY(region->isVisible() && button("leaks.search")->isEnabled());
        tests::picture(&m_stage->host, u"leaks-none"_s);
    }

    void failed_saysSo_andTriesAgain()
    {
        open();
        m_stage->house.leakScan.failures.failNext(makeError(ErrorCode::Unavailable, "no room"));
        run();
        QTRY_VERIFY(tests::find(m_panel, u"leaks.list.error"_s)->isVisible());
        tests::picture(&m_stage->host, u"leaks-error"_s);
    }

private:
    void open()
    {
        m_stage = std::make_unique<tests::PanelStage>(40);
        QVERIFY(m_stage->open());
        m_panel = new LeakScanPanel(*m_stage->console, [](QWidget*, const std::function<void(const QString&)>& chosen) {
            chosen(u"/home/ingrid/work"_s);
        });
        m_stage->show(m_panel);
    }
    void fill() { tests::sceneLeaks(m_stage->house); }
    void run()
    {
        if (!button("leaks.search")->isEnabled())
            m_panel->addFolder(u"/home/ingrid/work"_s);
        QTest::mouseClick(button("leaks.search"), Qt::LeftButton);
    }
    QPushButton* button(const char* name) { return tests::find<QPushButton>(m_panel, QString::fromLatin1(name)); }
    QString cell(int row, int column) { return m_panel->model()->index(row, column).data().toString(); }

    std::unique_ptr<tests::PanelStage> m_stage;
    LeakScanPanel* m_panel = nullptr;
};

} // namespace

SALLYPORT_GUI_TEST(TestLeakScanPanel)

} // namespace tst_leak_scan_panel
#include "tst_leak_scan_panel.moc"
