#include "tests/support/test_main.h"
#include "tests/ui/look/light_look.h"
#include "ui/charts/column_chart.h"
#include "ui/shell/main_window.h"
#include "ui/unsaved/entered_state.h"
#include "ui/unsaved/unsaved_work.h"
#include "ui/widgets/dialog_frame.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace tst_unsaved {

using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

/// A form in a dialog.
struct Form {
    QWidget host;
    DialogFrame* dialog = new DialogFrame(u"form"_s, &host, 480);
    QLineEdit* name = new QLineEdit(dialog);

    Form()
    {
        name->setObjectName(u"form.name"_s);
        dialog->setTitle(u"Add user"_s);
        dialog->body()->addWidget(name);
        host.resize(900, 700);
        host.show();
        dialog->open();
    }
    QPushButton* button(const char* which) { return dialog->findChild<QPushButton*>(u"form."_s + QLatin1String(which)); }
    void type(const QString& text) { QTest::keyClicks(name, text); }
    void escape() { QTest::keyClick(dialog, Qt::Key_Escape); }
};

/// A panel with a draft.
class Draft final : public QWidget, public UnsavedWork {
public:
    using QWidget::QWidget;
    QString unsavedWork() const override { return changes == 0 ? QString() : QString::number(changes) + u" changes"_s; }
    int changes = 0;
};

struct Shell {
    MainWindow window;
    Draft* draft = nullptr;

    Shell()
    {
        window.addPanel({u"roles"_s, [] { return u"Identity"_s; }, [] { return u"Roles"_s; }, Icon::Users,
                         [this](QWidget* parent) { return draft = new Draft(parent); }});
        window.showPanel(u"roles"_s);
        window.resize(1280, 800);
        window.show();
    }
    DialogFrame* question() { return window.findChild<DialogFrame*>(u"window.leave"_s); }
    void press(const char* which) { question()->findChild<QPushButton*>(u"window.leave."_s + QLatin1String(which))->click(); }
    void lock() { QTest::keyClick(&window, Qt::Key_L, Qt::ControlModifier); }
};

} // namespace

/// What isn't saved goes only when somebody says so.
class tst_unsaved : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void escape_inAnUntouchedDialog_closesIt()
    {
        Form form;
        form.escape();
        QVERIFY(!form.dialog->isVisible());
    }

    void escape_inAFilledDialog_asksAndStays()
    {
        Form form;
        form.type(u"Ada"_s);
        QCOMPARE(form.dialog->unsavedWork(), u"Add user"_s);
        form.escape();
        QVERIFY(form.dialog->isVisible() && form.dialog->isAskingToDiscard());
        QCOMPARE(form.dialog->focusWidget(), form.button("keep_editing"));
        form.escape(); // keeps, and goes back to where one typed
        QVERIFY(form.dialog->isVisible() && !form.dialog->isAskingToDiscard());
        QCOMPARE(form.dialog->focusWidget(), form.name);
        QCOMPARE(form.name->text(), u"Ada"_s);
        form.escape();
        form.button("discard_entered")->click();
        QVERIFY(!form.dialog->isVisible());
    }

    void closeMark_asksToo_andWhatIsTakenBackIsNoChange()
    {
        Form form;
        form.type(u"A"_s);
        form.button("close")->click();
        QVERIFY(form.dialog->isAskingToDiscard());
        form.button("keep_editing")->click();
        QTest::keyClick(form.name, Qt::Key_Backspace);
        form.button("close")->click();
        QVERIFY(!form.dialog->isVisible());
    }

    void dialogFilledAfterItIsShown_isUntouched()
    {
        Form form;
        form.name->setText(u"what was read"_s);
        form.escape();
        QVERIFY(!form.dialog->isVisible());
    }

    void dialogThatOnlyAsks_closesAtOnce()
    {
        Form form;
        form.dialog->setAsksToDiscard(false);
        form.type(u"Ada"_s);
        form.escape();
        QVERIFY(!form.dialog->isVisible());
    }

    void entered_countsInputs_notWhatIsReadOrLeftOut()
    {
        QWidget form;
        auto* const line = new QLineEdit(&form);
        auto* const search = new QLineEdit(&form);
        auto* const text = new QPlainTextEdit(&form);
        auto* const check = new QCheckBox(&form);
        leaveOutOfEntered(search);
        const std::size_t before = enteredState(&form);
        search->setText(u"x"_s);
        QCOMPARE(enteredState(&form), before);
        text->setPlainText(u"x"_s);
        QVERIFY(enteredState(&form) != before);
        text->setReadOnly(true);
        const std::size_t shown = enteredState(&form);
        text->setPlainText(u"y"_s);
        QCOMPARE(enteredState(&form), shown);
        check->setChecked(true);
        QVERIFY(enteredState(&form) != shown);
        check->setChecked(false);
        QCOMPARE(enteredState(&form), shown);
        line->setText(u"x"_s);
        QVERIFY(enteredState(&form) != shown);
    }

    void lock_withADraft_asksFirst()
    {
        Shell shell;
        QVERIFY(QTest::qWaitForWindowActive(&shell.window));
        QSignalSpy locked(&shell.window, &MainWindow::lockRequested);
        shell.lock();
        QCOMPARE(locked.count(), 1);
        shell.draft->changes = 3;
        shell.lock();
        QCOMPARE(locked.count(), 1);
        QVERIFY(shell.question());
        QCOMPARE(shell.window.unsavedWork().size(), 1);
        QCOMPARE(shell.window.unsavedWork().front().panel, u"Roles"_s);
        shell.press("cancel");
        QTRY_VERIFY(!shell.question());
        QCOMPARE(locked.count(), 1);
        shell.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&shell.window));
        shell.lock();
        QVERIFY(shell.question());
        shell.press("confirm");
        QTRY_COMPARE(locked.count(), 2);
    }

    void close_withADraft_asksFirst()
    {
        Shell shell;
        QSignalSpy closing(&shell.window, &MainWindow::closing);
        shell.draft->changes = 1;
        shell.window.close();
        QVERIFY(shell.window.isVisible() && closing.isEmpty());
        shell.window.close(); // asked once, however often it is closed
        QCOMPARE(shell.window.findChildren<DialogFrame*>(u"window.leave"_s).size(), 1);
        shell.press("cancel");
        QTRY_VERIFY(!shell.question());
        shell.window.close();
        shell.press("confirm");
        QTRY_COMPARE(closing.count(), 1);
        shell.draft->changes = 0;
        shell.window.close();
        QVERIFY(!shell.window.isVisible());
        QCOMPARE(closing.count(), 2);
    }

    void legend_withoutRoom_keepsTheFigureThatMattersMost()
    {
        ChartLegend legend(u"legend"_s);
        legend.setEntries({{u"Answered"_s, Token::ChartNormal, u"9,255"_s, 0},
                           {u"Refused"_s, Token::ChartRefused, u"253"_s, 1},
                           {u"Blocked"_s, Token::ChartBlocked, u"12"_s, 2},
                           {u"Failed"_s, Token::ChartOther, u"1,204"_s, 3}});
        legend.resize(legend.sizeHint());
        for (const ChartLegend::Shown& part : legend.shown())
            QVERIFY(part.name && part.total);
        legend.resize(legend.width() - 4, legend.height());
        QVERIFY(!legend.shown().at(0).total && legend.shown().at(1).total && legend.shown().at(3).total);
        legend.resize(120, legend.height());
        QVERIFY(legend.shown().at(3).name && legend.shown().at(3).total);
        QVERIFY(!legend.shown().at(0).name);
    }

    void legend_tip_saysItsNamesAsTheyAre()
    {
        ChartLegend legend(u"legend"_s);
        legend.resize(40, legend.height());
        legend.setEntries({{u"R&D <b>"_s, Token::ChartNormal, u"9,255"_s}, {u"a < b"_s, Token::ChartRefused, u"253"_s}});
        QVERIFY2(legend.toolTip().contains(u"R&D <b>"_s) && legend.toolTip().contains(u"a < b"_s), qPrintable(legend.toolTip()));
    }

private:
    LightLook m_look;
};

SALLYPORT_GUI_TEST(tst_unsaved)

} // namespace tst_unsaved
#include "tst_unsaved.moc"
