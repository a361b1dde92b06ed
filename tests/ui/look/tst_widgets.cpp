#include "tests/support/test_main.h"
#include "tests/ui/look/light_look.h"
#include "ui/charts/column_chart.h"
#include "ui/look/theme.h"
#include "ui/widgets/actions_layout.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/caps_lock.h"
#include "ui/widgets/clipboard_guard.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/digit_field.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/loading_state.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/password_field.h"
#include "ui/widgets/qr_view.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/relative_time.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

#include <cmath>

namespace tst_widgets {

using namespace sallyport;
using namespace sallyport::ui;
using namespace Qt::StringLiterals;

class tst_widgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void digitField_typing_keepsDigitsOnly()
    {
        DigitField field(u"code"_s);
        QSignalSpy completed(&field, &DigitField::completed);
        QTest::keyClicks(&field, u"4a1-7"_s);
        QCOMPARE(field.code(), u"417"_s);
        QTest::keyClicks(&field, u"283"_s);
        QCOMPARE(completed.count(), 1);
        QCOMPARE(completed.first().first().toString(), u"417283"_s);
    }

    void digitField_afterSixDigits_startsOver()
    {
        DigitField field(u"code"_s);
        QTest::keyClicks(&field, u"417283"_s);
        QTest::keyClicks(&field, u"9"_s);
        QCOMPARE(field.code(), u"9"_s);
    }

    void digitField_pasting_takesAnyNotation()
    {
        DigitField field(u"code"_s);
        QSignalSpy completed(&field, &DigitField::completed);
        QGuiApplication::clipboard()->setText(u" 417-283 "_s);
        QTest::keySequence(&field, QKeySequence::Paste);
        QCOMPARE(field.code(), u"417283"_s);
        QCOMPARE(completed.count(), 1);
        QGuiApplication::clipboard()->setText(u"٤١٧ ٢٨٣"_s);
        QTest::keySequence(&field, QKeySequence::Paste);
        QCOMPARE(field.code(), u"417283"_s);
    }

    void digitField_backspace_removesTheLast()
    {
        DigitField field(u"code"_s);
        QTest::keyClicks(&field, u"417"_s);
        QTest::keyClick(&field, Qt::Key_Backspace);
        QCOMPARE(field.code(), u"41"_s);
    }

    void asvs_14_3_1_clipboardGuard_secret_isHintedAndCleared()
    {
        ClipboardGuard guard;
        QSignalSpy expired(&guard, &ClipboardGuard::expired);
        guard.setTimeToLive(std::chrono::milliseconds(1));
        guard.copySecret(u"spk_secret"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"spk_secret"_s);
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(u"x-kde-passwordManagerHint"_s), QByteArray("secret"));
        QVERIFY(guard.isHolding());
        QTRY_COMPARE(expired.count(), 1);
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

    void clipboardGuard_othersText_isLeftAlone()
    {
        ClipboardGuard guard;
        guard.copySecret(u"spk_secret"_s);
        QGuiApplication::clipboard()->setText(u"somebody else's"_s);
        guard.expire();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"somebody else's"_s);
        QVERIFY(!guard.isHolding());
    }

    void clipboardGuard_defaultTime_is30Seconds() { QCOMPARE(ClipboardGuard::timeToLive, std::chrono::seconds(30)); }

    void clipboardGuard_destroyed_clears()
    {
        {
            ClipboardGuard guard;
            guard.copySecret(u"spk_secret"_s);
        }
        QVERIFY(QGuiApplication::clipboard()->text().isEmpty());
    }

    void relativeTime_moments_readAsPeopleSayThem_data()
    {
        QTest::addColumn<QDateTime>("moment");
        QTest::addColumn<QString>("text");
        const QDate today(2026, 11, 24);
        const auto local = [](int y, int m, int d, int h, int min) { return QDateTime(QDate(y, m, d), QTime(h, min)); };
        QTest::newRow("never") << QDateTime() << u"Never"_s;
        QTest::newRow("now") << QDateTime(today, QTime(14, 31, 40)) << u"Now"_s;
        QTest::newRow("minutes") << local(2026, 11, 24, 14, 28) << u"4 min ago"_s;
        QTest::newRow("today") << local(2026, 11, 24, 9, 12) << u"Today 09:12"_s;
        QTest::newRow("yesterday") << local(2026, 11, 23, 23, 0) << u"Yesterday"_s;
        QTest::newRow("before") << local(2026, 9, 3, 12, 0) << u"3 Sep 2026"_s;
        QTest::newRow("in seconds") << QDateTime(today, QTime(14, 32, 18)) << u"In 18 s"_s;
        QTest::newRow("in minutes") << local(2026, 11, 24, 14, 52) << u"In 20 min"_s;
        QTest::newRow("later today") << local(2026, 11, 24, 17, 30) << u"Today 17:30"_s;
        QTest::newRow("tomorrow") << local(2026, 11, 25, 8, 0) << u"Tomorrow"_s;
        QTest::newRow("in days") << local(2026, 11, 27, 8, 0) << u"In 3 days"_s;
        QTest::newRow("far") << local(2027, 2, 22, 8, 0) << u"22 Feb 2027"_s;
    }
    void relativeTime_moments_readAsPeopleSayThem()
    {
        QFETCH(QDateTime, moment);
        QFETCH(QString, text);
        QLocale::setDefault(QLocale(QLocale::English));
        QCOMPARE(relativeTime(moment, QDateTime(QDate(2026, 11, 24), QTime(14, 32))), text);
    }

    void errorText_everyCode_saysSomething()
    {
        for (int code = 0; code <= static_cast<int>(ErrorCode::NotImplemented); ++code) {
            const Error error(static_cast<ErrorCode>(code), "internal detail");
            QVERIFY2(!errorText(error).what.isEmpty(), QByteArray::number(code));
            QVERIFY(!errorLine(error).contains(u"internal"_s));
            QVERIFY(errorDetails(error).contains(u"internal detail"_s));
        }
        Error limited(ErrorCode::RateLimited, "");
        limited.retryAfter = std::chrono::seconds(30);
        QVERIFY(errorLine(limited).contains(u"30"_s));
    }

    void capsLockFromKey_caseAgainstShift_tells()
    {
        const auto key = [](Qt::Key code, Qt::KeyboardModifiers modifiers, const QString& text) {
            return capsLockFromKey(QKeyEvent(QEvent::KeyPress, code, modifiers, text));
        };
        QCOMPARE(key(Qt::Key_A, Qt::NoModifier, u"A"_s), std::optional(true));
        QCOMPARE(key(Qt::Key_A, Qt::ShiftModifier, u"A"_s), std::optional(false));
        QCOMPARE(key(Qt::Key_A, Qt::NoModifier, u"a"_s), std::optional(false));
        QCOMPARE(key(Qt::Key_A, Qt::ShiftModifier, u"a"_s), std::optional(true));
        QCOMPARE(key(Qt::Key_1, Qt::NoModifier, u"1"_s), std::optional<bool>());
        QCOMPARE(key(Qt::Key_A, Qt::ControlModifier, u"A"_s), std::optional<bool>());
    }

    void passwordField_capitalWithoutShift_saysCapsLock()
    {
        PasswordField field(u"pass"_s);
        QSignalSpy changed(&field, &PasswordField::capsLockChanged);
        QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, u"A"_s);
        QCoreApplication::sendEvent(&field, &capital);
        QVERIFY(field.isCapsLockOn());
        QKeyEvent small(QEvent::KeyPress, Qt::Key_B, Qt::NoModifier, u"b"_s);
        QCoreApplication::sendEvent(&field, &small);
        QVERIFY(!field.isCapsLockOn());
        QCOMPARE(changed.count(), 2);
    }

    void passwordField_eye_isNamedAfterItsField()
    {
        QWidget form;
        auto* column = new QVBoxLayout(&form);
        for (const char* name : {"one", "two"}) {
            auto* field = new Field(new PasswordField(QString::fromLatin1(name)), &form);
            field->setLabel(name == std::string("one") ? u"Passphrase"_s : u"Passphrase again"_s);
            column->addWidget(field);
        }
        form.show();
        const auto eye = [&form](const char* name) {
            return form.findChild<QAbstractButton*>(QLatin1StringView(name) + u".reveal"_s);
        };
        QCOMPARE(eye("one")->accessibleName(), u"Show what is typed: Passphrase"_s);
        QCOMPARE(eye("two")->accessibleName(), u"Show what is typed: Passphrase again"_s);
        QCOMPARE(eye("two")->toolTip(), u"Show what is typed"_s);
        PasswordField alone(u"alone"_s);
        QCOMPARE(alone.findChild<QAbstractButton*>(u"alone.reveal"_s)->accessibleName(), u"Show what is typed"_s);
    }

    void asvs_6_2_6_passwordField_masked_untilRevealed()
    {
        PasswordField field(u"password"_s);
        field.show();
        QTest::keyClicks(&field, u"secret"_s);
        QCOMPARE(field.echoMode(), QLineEdit::Password);
        QVERIFY(!field.displayText().contains(u'e'));
        field.setRevealed(true);
        QCOMPARE(field.displayText(), u"secret"_s);
        field.setRevealed(false);
        QCOMPARE(field.echoMode(), QLineEdit::Password);
    }

    void asvs_6_2_7_passwordField_takesWhatIsPasted()
    {
        PasswordField field(u"password"_s);
        field.show();
        QApplication::clipboard()->setText(u"  from a password manager, 64 characters or more, spaces and all  "_s);
        QTest::keySequence(&field, QKeySequence::Paste);
        QCOMPARE(field.text(), u"  from a password manager, 64 characters or more, spaces and all  "_s);
        QApplication::clipboard()->clear();
    }

    void passwordField_reveal_togglesEcho()
    {
        PasswordField field(u"pass"_s);
        QCOMPARE(field.echoMode(), QLineEdit::Password);
        field.setRevealed(true);
        QCOMPARE(field.echoMode(), QLineEdit::Normal);
        field.setText(u"x"_s);
        field.wipe();
        QVERIFY(field.text().isEmpty());
        QCOMPARE(field.echoMode(), QLineEdit::Password);
    }

    void qrView_matrix_isBlackOnWhiteInWholePixels()
    {
        QrView view(u"qr"_s);
        std::vector<bool> modules(21 * 21, false);
        modules[0] = true;
        view.setMatrix(modules, 21);
        const QImage image = view.image(3);
        QCOMPARE(image.width(), (21 + 8) * 3);
        QCOMPARE(image.pixelColor(4 * 3, 4 * 3), QColor(Qt::black));
        QCOMPARE(image.pixelColor(4 * 3 - 1, 4 * 3), QColor(Qt::white));
        QCOMPARE(image.pixelColor(4 * 3 + 3, 4 * 3), QColor(Qt::white));
        view.clear();
        QVERIFY(view.isBlank());
    }

    void initialsOf_names_takesFirstAndLast()
    {
        QCOMPARE(initialsOf(u"Elif Yıldız"_s), u"EY"_s);
        QCOMPARE(initialsOf(u"Anneke de Vries"_s), u"AV"_s);
        QCOMPARE(initialsOf(u"plato"_s), u"P"_s);
        QVERIFY(initialsOf(u"  "_s).isEmpty());
    }

    void chartGrid_highest_hasThreeRoundSteps_data()
    {
        QTest::addColumn<double>("highest");
        QTest::addColumn<double>("top");
        QTest::newRow("47") << 47.0 << 60.0;
        QTest::newRow("283") << 283.0 << 300.0;
        QTest::newRow("1000") << 1000.0 << 1500.0;
        QTest::newRow("below one a second") << 0.05 << 0.06;
        QTest::newRow("nothing") << 0.0 << 3.0;
    }
    void chartGrid_highest_hasThreeRoundSteps()
    {
        QFETCH(double, highest);
        QFETCH(double, top);
        QCOMPARE(ColumnChart::gridFor(highest).first, top);
        QCOMPARE(ColumnChart::gridFor(highest).second * 3, top);
    }

    void chartGrid_counts_haveWholeLines()
    {
        for (int highest = 0; highest < 40; ++highest) {
            const auto [top, step] = ColumnChart::gridFor(highest, true);
            QCOMPARE(step, std::floor(step));
            QVERIFY(step >= 1 && top >= highest);
        }
    }

    void actionsLayout_noRoomAndNoDanger_goesOnBelow()
    {
        QWidget pane;
        auto* layout = new ActionsLayout(&pane);
        layout->setContentsMargins(0, 0, 0, 0);
        QList<QPushButton*> buttons;
        for (const int width : {130, 120, 100}) {
            buttons << new QPushButton(&pane);
            buttons.last()->setFixedSize(width, 32);
            layout->addWidget(buttons.last());
        }
        QCOMPARE(layout->heightForWidth(366), 32);
        QCOMPARE(layout->heightForWidth(365), 72);
        QCOMPARE(layout->heightForWidth(227), 112);
        pane.resize(312, 72);
        layout->setGeometry(pane.rect());
        QCOMPARE(buttons[1]->pos(), QPoint(138, 0));
        QCOMPARE(buttons[2]->pos(), QPoint(0, 40));
    }
    void actionsLayout_noRoom_putsTheLastOneBesideTheDanger()
    {
        QWidget pane;
        auto* layout = new ActionsLayout(&pane);
        layout->setContentsMargins(0, 0, 0, 0);
        const auto button = [&pane](int width) {
            auto* made = new QPushButton(&pane);
            made->setFixedSize(width, 32);
            return made;
        };
        auto* edit = button(90);
        auto* mfa = button(120);
        auto* more = button(32);
        auto* danger = button(100);
        layout->addWidget(edit);
        layout->addWidget(mfa);
        layout->addWidget(more);
        layout->addDanger(danger);
        QCOMPARE(layout->heightForWidth(366), 32);
        QCOMPARE(layout->heightForWidth(365), 72);
        pane.resize(312, layout->heightForWidth(312));
        layout->setGeometry(pane.rect());
        QCOMPARE(mfa->pos(), QPoint(98, 0));
        QCOMPARE(more->pos(), QPoint(0, 40));
        QCOMPARE(danger->pos(), QPoint(212, 40));
        pane.setLayoutDirection(Qt::RightToLeft);
        layout->setGeometry(pane.rect());
        QCOMPARE(danger->pos(), QPoint(0, 40));
    }

    void button_return_pressesIt()
    {
        QWidget window;
        auto* button = makeButton(ButtonKind::Secondary, u"sample"_s, &window);
        QSignalSpy clicked(button, &QPushButton::clicked);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
            QTest::keyClick(button, key);
        QCOMPARE(clicked.count(), 3);
    }

    void paneTabs_hidden_leaveNoRoom()
    {
        PaneTabs tabs;
        for (const QString& text : {u"Why"_s, u"Event"_s, u"Raw"_s})
            tabs.addTab(text);
        tabs.resize(320, 40);
        const QRect first = tabs.tabRect(0);
        tabs.setTabVisible(0, false);
        tabs.setCurrentIndex(1);
        QCOMPARE(tabs.tabRect(1).left(), first.left());
        // Nothing of the hidden one is painted: with another text it looks the same.
        const QImage before = tabs.grab().toImage();
        tabs.setTabText(0, u"Anything else"_s);
        QCOMPARE(tabs.grab().toImage(), before);
    }

    void segmentedControl_arrowKeys_moveTheChoice()
    {
        SegmentedControl control(u"range"_s);
        control.setSegmentText(control.addSegment(u"a"_s), u"A"_s);
        control.setSegmentText(control.addSegment(u"b"_s), u"B"_s);
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        control.setCurrent(1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(control.current(), 1);
    }

    void loadingState_quick_showsNoBars()
    {
        LoadingState state(u"list"_s);
        state.setDelay(std::chrono::milliseconds(40));
        state.show();
        QVERIFY(!state.isShowingBars());
        QTRY_VERIFY(state.isShowingBars());
        state.hide();
        QVERIFY(!state.isShowingBars());
    }

    void asvs_3_2_2_elideLabel_tooNarrow_tellsTheWholeTextAsPlainText()
    {
        ElideLabel label;
        label.setText(u"<b>a rather long name</b>"_s);
        label.show();
        label.resize(40, 20);
        QVERIFY(label.toolTip().contains(u"&lt;b&gt;"_s));
        // Who listens hears the text, not how the tip is marked up.
        const auto heard = [&label] { return QAccessible::queryAccessibleInterface(&label)->text(QAccessible::Description); };
        QCOMPARE(heard(), u"<b>a rather long name</b>"_s);
        label.setText(u"another text that is too long"_s);
        QCOMPARE(heard(), u"another text that is too long"_s);
        label.resize(600, 20);
        QVERIFY(label.toolTip().isEmpty());
        QCOMPARE(heard(), QString());
        label.setAccessibleDescription(u"Its own"_s);
        label.resize(40, 20);
        QCOMPARE(heard(), u"Its own"_s);
    }

    void asvs_3_2_2_toolTips_areText()
    {
        const auto tipOf = [](QWidget& widget, const QPoint& at) {
            QToolTip::hideText();
            QHelpEvent help(QEvent::ToolTip, at, widget.mapToGlobal(at));
            QApplication::sendEvent(&widget, &help);
            return QToolTip::text();
        };
        const QString typed = u"<img src=file:///etc/passwd><b>Elif</b>"_s;
        QPushButton button(u"One"_s);
        button.setToolTip(typed);
        button.show();
        QVERIFY2(tipOf(button, {2, 2}).contains(u"&lt;img src=file:///etc/passwd&gt;&lt;b&gt;Elif"_s),
                 qPrintable(QToolTip::text()));
        QListWidget list;
        auto* const item = new QListWidgetItem(u"Two"_s, &list);
        item->setToolTip(typed);
        list.show();
        const QPoint there = list.visualItemRect(item).center();
        QVERIFY2(tipOf(*list.viewport(), there).contains(u"&lt;b&gt;Elif&lt;/b&gt;"_s), qPrintable(QToolTip::text()));
        button.setToolTip(u"R&D &lt;b&gt;"_s); // as it stands, in a text that Qt would take for marked up
        QVERIFY2(tipOf(button, {2, 2}).contains(u"R&amp;D &amp;lt;b&amp;gt;"_s), qPrintable(QToolTip::text()));
        button.setToolTip(u"Only words"_s);
        QCOMPARE(tipOf(button, {2, 2}), u"Only words"_s);
        QToolTip::hideText();
    }

    void pageHeader_searchField_staysInTheMiddle()
    {
        PageHeader header;
        header.setTitle(u"Users"_s);
        header.show();
        header.resize(1072, 56);
        QCOMPARE(header.searchField()->geometry(), QRect(396, 12, 280, 32));
        header.setLayoutDirection(Qt::RightToLeft);
        header.resize(1070, 56);
        QCOMPARE(header.searchField()->geometry().width(), 280);
    }

private:
    LightLook m_look;
};

SALLYPORT_GUI_TEST(tst_widgets)

} // namespace tst_widgets
#include "tst_widgets.moc"
