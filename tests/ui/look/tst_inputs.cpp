#include "tests/support/test_main.h"
#include "tests/ui/look/light_look.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/filter_bar.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/small_parts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFocusFrame>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <QtTest/qtestspontaneevent.h>

#include <algorithm>

namespace tst_inputs {

using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

/// One notch down, as the desktop would send it.
void turnWheel(QWidget* over)
{
    const QPoint at = over->rect().center();
    QWheelEvent event(at, over->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&event); // Qt hands on to what stands around only what comes from outside
    qApp->notify(over, &event);
}

/// What holds a value, in something that scrolls.
struct Form {
    Form()
    {
        auto* content = new QWidget;
        auto* column = new QVBoxLayout(content);
        combo = new QComboBox(content);
        combo->addItems({u"Enforce"_s, u"Observe"_s, u"Off"_s});
        typed = new QComboBox(content);
        typed->setEditable(true);
        typed->addItems({u"restricted"_s, u"public"_s});
        number = new QSpinBox(content);
        number->setValue(15);
        time = new QDateTimeEdit(content);
        time->setDateTime(QDateTime({2026, 11, 24}, {9, 0}));
        for (QWidget* input : std::initializer_list<QWidget*>{combo, typed, number, time})
            column->addWidget(input);
        auto* room = new QWidget(content);
        room->setFixedHeight(2000);
        column->addWidget(room);
        area.setWidget(content);
        area.setWidgetResizable(true);
        area.resize(300, 300);
        area.show();
        area.setFocus();
    }
    QScrollArea area;
    QComboBox* combo;
    QComboBox* typed;
    QSpinBox* number;
    QDateTimeEdit* time;
};

} // namespace

class tst_inputs : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wheel_overInputsWithoutTheKeyboard_changesNothing_andScrolls()
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form.area));
        int before = form.area.verticalScrollBar()->value();
        for (QWidget* input : std::initializer_list<QWidget*>{form.combo, form.typed, form.number, form.time}) {
            QVERIFY(input->focusPolicy() == Qt::StrongFocus); // the wheel alone doesn't give it the keyboard
            turnWheel(input);
            QVERIFY2(form.area.verticalScrollBar()->value() > before, input->metaObject()->className());
            before = form.area.verticalScrollBar()->value();
        }
        QCOMPARE(form.combo->currentIndex(), 0);
        QCOMPARE(form.typed->currentText(), u"restricted"_s);
        QCOMPARE(form.number->value(), 15);
        QCOMPARE(form.time->time(), QTime(9, 0));
    }

    void wheel_overTheInputWithTheKeyboard_changesIt()
    {
        Form form;
        QVERIFY(QTest::qWaitForWindowActive(&form.area));
        form.combo->setFocus();
        QTRY_VERIFY(form.combo->hasFocus());
        turnWheel(form.combo);
        QCOMPARE(form.combo->currentIndex(), 1);
        form.number->setFocus();
        QTRY_VERIFY(form.number->hasFocus());
        turnWheel(form.number);
        QCOMPARE(form.number->value(), 14);
    }

    void popup_isAsWideAsItsChoices()
    {
        QWidget window;
        window.resize(600, 400);
        QComboBox combo(&window);
        combo.addItems({u"Any"_s, u"Everybody who may read records of another department"_s});
        combo.setGeometry(10, 10, 80, 32);
        window.show();
        combo.showPopup();
        const int needed = combo.fontMetrics().horizontalAdvance(combo.itemText(1));
        QTRY_VERIFY2(combo.view()->viewport()->width() >= needed, QByteArray::number(combo.view()->viewport()->width()));
        combo.hidePopup();
        QCOMPARE(combo.width(), 80);
    }

    void code_hasNoLigatures()
    {
        // `!=` is two signs beside each other, as wide as each alone and not drawn as one.
        const QFont mono = textFont(TextStyle::Mono);
        QVERIFY(mono.styleStrategy() & QFont::PreferNoShaping);
        QCOMPARE(textFont(TextStyle::Body).styleStrategy() & QFont::PreferNoShaping, 0);
    }

    void focusByTheProgram_hasARing_whileTheKeyboardIsUsed()
    {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* line = new QLineEdit(&window);
        auto* button = makeButton(ButtonKind::Secondary, u"button"_s, &window);
        button->setText(u"Save"_s);
        column->addWidget(line);
        column->addWidget(button);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto ringed = [&] {
            const auto frames = window.findChildren<QFocusFrame*>();
            return !frames.isEmpty() && frames.first()->widget() == button && frames.first()->isVisible();
        };
        line->setFocus();
        QTest::mouseClick(line, Qt::LeftButton);
        button->setFocus();
        QVERIFY(!ringed());
        line->setFocus();
        QTest::keyClick(line, Qt::Key_A);
        button->setFocus();
        QTRY_VERIFY(ringed());
    }

    void lines_breakBetweenWords_andInsideOnlyWhereAWordIsLonger()
    {
        const QFont font = textFont(TextStyle::Small);
        const QFontMetrics metrics(font);
        const QString words = u"963 of 1,000 leftover"_s;
        const int room = metrics.horizontalAdvance(u"963 of 1,0"_s);             // in the middle of a word
        QCOMPARE(drawLines(nullptr, words, font, room, Qt::LeftToRight, 16), 3); // “963 of”, “1,000”, “leftover”
        QVERIFY(drawLines(nullptr, u"/api/records/0123456789"_s, font, room, Qt::LeftToRight, 16) >= 2);
    }

    void wrappedLabel_keepsItsInsets()
    {
        auto* label = makeLabel(u"Nothing matches"_s, TextStyle::Body);
        label->setWordWrap(true);
        const int bare = label->heightForWidth(300);
        label->setContentsMargins(12, 10, 12, 12);
        QCOMPARE(label->heightForWidth(300), bare + 22);
        label->resize(300, bare + 22);
        const QImage shown = label->grab().toImage();
        const QColor ground = shown.pixelColor(2, 2);
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < 10; ++x)
                QCOMPARE(shown.pixelColor(x, y), ground);
        delete label;
    }

    void segments_withNoneChosen_sayNothing_untilOneIs()
    {
        SegmentedControl control(u"mode"_s);
        for (const char* name : {"off", "observe", "enforce"})
            control.addSegment(QLatin1StringView(name));
        QSignalSpy changed(&control, &SegmentedControl::currentChanged);
        control.setNone();
        QCOMPARE(control.current(), -1);
        for (const auto* segment : control.findChildren<QAbstractButton*>())
            QVERIFY(!segment->isChecked());
        control.setCurrent(0);
        QCOMPARE(control.current(), 0);
        QCOMPARE(changed.count(), 1);
        QVERIFY(control.findChild<QAbstractButton*>(u"mode.off"_s)->isChecked());
        control.setCurrent(2);
        QVERIFY(!control.findChild<QAbstractButton*>(u"mode.off"_s)->isChecked());
    }

    void paneHead_withoutASubtitle_keepsTheWholeTitle()
    {
        DetailsPane pane(u"pane"_s);
        pane.setAvatarVisible(false);
        pane.setTitle(u"3 rules selected"_s);
        pane.setSubtitle({});
        pane.resize(351, 400);
        pane.show();
        const auto labels = pane.findChildren<ElideLabel*>();
        const auto title = std::ranges::find(labels, u"3 rules selected"_s, &ElideLabel::text);
        QVERIFY(title != labels.end());
        QVERIFY(!(*title)->isElided());
        QVERIFY((*title)->mapTo(&pane, QPoint(0, 0)).x() < 30);
        auto* close = pane.findChild<QPushButton*>(u"pane.close"_s);
        QVERIFY(close && close->mapTo(&pane, QPoint(close->width(), 0)).x() > 330);
    }

    void filterField_inAFullBar_staysWideEnoughToType()
    {
        FilterBar bar(u"f"_s);
        for (int i = 0; i < 4; ++i)
            bar.addChip(u"f.%1"_s.arg(i))->setOptions({{QVariant(), u"Jede Berechtigung"_s}});
        bar.resize(400, 48);
        bar.show();
        QVERIFY(bar.field()->width() >= 100);
    }

private:
    LightLook m_look;
};

SALLYPORT_GUI_TEST(tst_inputs)

} // namespace tst_inputs
#include "tst_inputs.moc"
