#include "tests/support/test_main.h"
#include "tests/ui/support/panel_test.h"
#include "ui/sessions/sessions_model.h"
#include "ui/sessions/sessions_panel.h"
#include "ui/tables/data_table.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/state_stack.h"
#include "ui/words/program_text.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

namespace tst_sessions_panel {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

class TstSessionsPanel final : public QObject {
    Q_OBJECT

    struct Open {
        explicit Open(std::size_t sessions = 214)
        {
            tests::theme();
            stage.house.sessions.count = sessions;
            if (!stage.open())
                return;
            panel = new SessionsPanel(*stage.console);
            stage.show(panel);
        }
        tests::PanelStage stage{40, 0};
        SessionsPanel* panel = nullptr;
    };

private Q_SLOTS:
    void programText_saysWhatPeopleKnow_data()
    {
        QTest::addColumn<QString>("userAgent");
        QTest::addColumn<QString>("words");
        QTest::newRow("browser") << u"Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"_s
                                 << u"Firefox on Linux"_s;
        QTest::newRow("that names others")
            << u"Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0"_s << u"Edge on Windows"_s;
        QTest::newRow("program") << u"curl/7.88.1"_s << u"curl 7.88.1"_s;
        QTest::newRow("with spaces") << u"Northgate Ward App/4.2 (build 7)"_s << u"Northgate Ward App 4.2"_s;
        QTest::newRow("no version") << u"probe"_s << u"probe"_s;
        QTest::newRow("only a slash") << u"/"_s << u"/"_s;
        QTest::newRow("nothing") << u"  "_s << u"Unknown program"_s;
    }
    void programText_saysWhatPeopleKnow()
    {
        QFETCH(QString, userAgent);
        QFETCH(QString, words);
        QCOMPARE(programText(userAgent), words);
    }

    void list_showsWhoAndFromWhere_newestUseFirst()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 214);
        const auto* model = open.panel->model();
        QVERIFY(model->rowAt(0)->lastUsedAt >= model->rowAt(1)->lastUsedAt);
        QCOMPARE(model->index(0, SessionsModel::User).data().toString(), QString::fromStdString(model->rowAt(0)->userName));
        open.panel->model()->sort(SessionsModel::User, Qt::AscendingOrder);
        QTRY_VERIFY(model->rowAt(1) && model->rowAt(0)->userName <= model->rowAt(1)->userName);
    }

    void filter_narrows_andNothingFoundSaysSo()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 214);
        auto* field = tests::find<QLineEdit>(open.panel, u"sessions.filter"_s);
        field->setText(u"curl"_s);
        QTRY_VERIFY(open.panel->model()->rowCount() < 60);
        field->setText(u"no such text"_s);
        QTRY_COMPARE(open.panel->model()->rowCount(), 0);
        auto* clear = tests::find<QPushButton>(open.panel, u"sessions.clear_filters"_s);
        QTRY_VERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QTRY_COMPARE(open.panel->model()->rowCount(), 214);
    }

    void endSelected_asksFirst_thenEndsAtOnce()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 214);
        auto* button = tests::find<QPushButton>(open.panel, u"sessions.end"_s);
        QVERIFY(!button->isEnabled());
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(3);
        QVERIFY(button->isEnabled());
        QTest::keyClick(open.panel->table(), Qt::Key_Delete);
        QTRY_VERIFY(tests::openDialog(u"end_sessions"_s));
        QCOMPARE(open.panel->model()->rowCount(), 214);
        QTest::mouseClick(tests::find<QPushButton>(tests::openDialog(u"end_sessions"_s), u"end_sessions.confirm"_s),
                          Qt::LeftButton);
        QTRY_COMPARE(open.panel->model()->rowCount(), 213);
    }

    void endSelected_someNotLoaded_endsOnlyWhatWasSeen()
    {
        Open open(450);
        QTRY_COMPARE(open.panel->model()->rowCount(), 450);
        open.panel->table()->selectAll();
        QTRY_VERIFY(tests::find<QPushButton>(open.panel, u"sessions.end"_s)->isEnabled());
        QTest::mouseClick(tests::find<QPushButton>(open.panel, u"sessions.end"_s), Qt::LeftButton);
        QTRY_VERIFY(tests::openDialog(u"end_sessions"_s));
        QTest::mouseClick(tests::find<QPushButton>(tests::openDialog(u"end_sessions"_s), u"end_sessions.confirm"_s),
                          Qt::LeftButton);
        QTRY_VERIFY(open.panel->model()->rowCount() <= 250);
        QVERIFY(open.panel->model()->rowCount() > 0);
    }

    void endAll_leavesTheOwn()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 214);
        QTest::mouseClick(tests::find<QPushButton>(open.panel, u"sessions.end_all"_s), Qt::LeftButton);
        QTRY_VERIFY(tests::openDialog(u"end_all_sessions"_s));
        QTest::mouseClick(tests::find<QPushButton>(tests::openDialog(u"end_all_sessions"_s), u"end_all_sessions.confirm"_s),
                          Qt::LeftButton);
        QTRY_COMPARE(open.panel->model()->rowCount(), 1);
        QVERIFY(open.panel->model()->rowAt(0)->current);
    }

    void row_activated_goesToItsUser()
    {
        Open open;
        QTRY_COMPARE(open.panel->model()->rowCount(), 214);
        QSignalSpy navigate(open.panel, &Panel::navigate);
        open.panel->table()->setFocus();
        open.panel->table()->selectRow(0);
        QTest::keyClick(open.panel->table(), Qt::Key_Return);
        QCOMPARE(navigate.count(), 1);
        QCOMPARE(navigate.first().first().toString(), u"users"_s);
    }

    void error_isShownWithRetry()
    {
        tests::theme();
        tests::PanelStage stage(40, 0);
        stage.house.sessions.failures.failNext(makeError(ErrorCode::Unavailable, "busy"));
        QVERIFY(stage.open());
        auto* panel = new SessionsPanel(*stage.console);
        stage.show(panel);
        auto* error = panel->findChild<ErrorState*>();
        QTRY_VERIFY(error && error->isVisible());
        Q_EMIT error->retryRequested();
        QTRY_COMPARE(panel->model()->rowCount(), 214);
        QVERIFY(!error->isVisible());
    }

    void empty_saysWhatWillStandHere()
    {
        Open open(0);
        auto* empty = open.panel->findChild<EmptyState*>();
        QTRY_VERIFY(empty && empty->isVisible());
        QVERIFY(!tests::find<QPushButton>(open.panel, u"sessions.end_all"_s)->isEnabled());
    }
};

} // namespace

SALLYPORT_GUI_TEST(TstSessionsPanel)

} // namespace tst_sessions_panel
#include "tst_sessions_panel.moc"
