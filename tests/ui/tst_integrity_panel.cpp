#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/integrity/integrity_panel.h"
#include "ui/integrity/pack_form.h"
#include "ui/integrity/pack_model.h"
#include "ui/reports/chain_card.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/small_parts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

namespace tst_integrity_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstIntegrityPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(bool empty = false)
        {
            tests::theme();
            if (!stage.open())
                return;
            if (empty)
                stage.house.evidence.packs.clear();
            ReportHost host;
            host.chooseFile = [](QWidget*, const QString& suggested, const QString&, std::function<void(const QString&)> chosen) {
                chosen(u"/tmp/"_s + suggested);
            };
            panel = new IntegrityPanel(*stage.console, host);
            stage.show(panel);
            panel->activate({});
        }
        QPushButton* button(const char* name) const { return tests::find<QPushButton>(panel, QString::fromLatin1(name)); }
        QString label(const char* name) const { return tests::find<ElideLabel>(panel, QString::fromLatin1(name))->text(); }
        tests::PanelStage stage{4, 0};
        IntegrityPanel* panel = nullptr;
    };

private Q_SLOTS:
    void tree_showsSizeRootAndFingerprint_toCopy()
    {
        Open open;
        QTRY_COMPARE(open.label("integrity.size"), u"48,213 events"_s);
        QCOMPARE(open.label("integrity.root").size(), 64);
        open.button("integrity.copy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(open.stage.house.evidence.fingerprint()));
    }

    void sign_addsAHead()
    {
        Open open;
        QTRY_COMPARE(open.label("integrity.size"), u"48,213 events"_s);
        open.button("integrity.sign")->click();
        QTRY_COMPARE(open.label("integrity.size"), u"48,214 events"_s);
        QCOMPARE(open.stage.house.evidence.signedHeads.size(), std::size_t{4});
    }

    void treeError_isToldWithRetry()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
        open.stage.house.evidence.failures.failAlways(makeError(ErrorCode::Unavailable, "busy"));
        open.panel->refresh();
        QTRY_VERIFY(tests::find<QWidget>(open.panel, u"integrity.tree.state.error"_s)->isVisible());
        QTRY_VERIFY(tests::find<QWidget>(open.panel, u"integrity.list.error"_s)->isVisible());
        open.stage.house.evidence.failures.stop();
        Q_EMIT tests::find<ErrorState>(open.panel, u"integrity.list.error"_s)->retryRequested();
        QTRY_VERIFY(open.panel->table()->isVisible());
    }

    void noPacks_saysWhatTheyAre()
    {
        Open open(true);
        QTRY_VERIFY(tests::find<QWidget>(open.panel, u"integrity.list.empty"_s)->isVisible());
        QVERIFY(!open.button("integrity.save")->isEnabled());
        QVERIFY(!open.button("integrity.delete")->isEnabled());
    }

    void make_addsAPackAndChoosesIt()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
        tests::find<QLineEdit>(open.panel, u"integrity.filter"_s)->setText(u"kind:auth."_s);
        open.button("integrity.make")->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
        QCOMPARE(open.panel->model()->pack(0).filter, std::string("kind:auth."));
        QVERIFY(open.panel->model()->pack(0).since.has_value());
        QTRY_COMPARE(open.panel->table()->currentIndex().row(), 0);
        QVERIFY(open.panel->form()->result()->isVisible());
        QCOMPARE(open.panel->form()->result()->title(), u"The evidence pack is made"_s);
    }

    void packOfADamagedJournal_saysSo_whenItIsMadeAndSaved()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
        open.stage.house.evidence.damage = "missing";
        open.button("integrity.make")->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 3);
        QTRY_VERIFY(open.panel->form()->result()->isVisible());
        QCOMPARE(open.panel->form()->result()->title(), u"The evidence pack is made, and says that the journal is damaged"_s);
        open.stage.house.events.intact = false;
        QTRY_VERIFY(open.button("integrity.save")->isEnabled());
        open.button("integrity.save")->click();
        QTRY_VERIFY(open.label("integrity.said").contains(u"The journal that it is from is damaged."_s));
    }

    void make_wrongWords_areMarkedWhereTheyStand()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
        tests::find<QLineEdit>(open.panel, u"integrity.since"_s)->setText(u"noon"_s);
        open.button("integrity.make")->click();
        QTRY_VERIFY(!open.panel->form()->isRunning());
        QCOMPARE(open.panel->model()->rowCount(), 2);
        QVERIFY(!open.panel->form()->result()->isVisible());
    }

    void make_canBeStopped()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
        open.stage.house.evidence.busy = true;
        open.button("integrity.make")->click();
        QTRY_VERIFY(open.button("integrity.progress.cancel")->isVisible());
        open.button("integrity.progress.cancel")->click();
        QTRY_VERIFY(open.panel->form()->result()->isVisible());
        QCOMPARE(open.panel->form()->result()->title(), u"Stopped"_s);
        QCOMPARE(open.panel->model()->rowCount(), 2);
    }

    void save_writesTheChosenOne()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
        open.panel->table()->selectRow(1);
        QTRY_VERIFY(open.button("integrity.save")->isEnabled());
        open.button("integrity.save")->click();
        QTRY_COMPARE(open.stage.house.evidence.saved.size(), std::size_t{1});
        QCOMPARE(open.stage.house.evidence.saved.front(), std::string("/tmp/sallyport-evidence-pack-2.jsonl"));
        QTRY_COMPARE(open.label("integrity.said"), u"Saved: /tmp/sallyport-evidence-pack-2.jsonl"_s);
    }

    void remove_asksFirst()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 2);
        open.panel->table()->selectRow(0);
        QTRY_VERIFY(open.button("integrity.delete")->isEnabled());
        open.button("integrity.delete")->click();
        auto* confirm = open.panel->window()->findChild<QPushButton*>(u"integrity.ask.confirm"_s);
        QVERIFY(confirm != nullptr);
        confirm->click();
        QTRY_COMPARE(open.panel->model()->rowCount(), 1);
        QCOMPARE(open.panel->model()->pack(0).id, std::string("pack-2"));
    }

    void verify_isThere()
    {
        Open open;
        open.panel->chain()->verify();
        QTRY_VERIFY(!open.panel->chain()->isRunning());
        QVERIFY(open.panel->chain()->result()->isVisible());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstIntegrityPanel)

} // namespace tst_integrity_panel

#include "tst_integrity_panel.moc"
