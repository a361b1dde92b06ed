#include "ui/widgets/digit_field.h"

#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/unsaved/entered_state.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int boxWidth = 44;
constexpr int boxHeight = 48;
constexpr int boxGap = 8;
constexpr int dashRoom = 24;

/// ASCII digits of a text in any notation: `417 283`, `417-283`, Arabic digits.
QString digitsOf(const QString& text)
{
    QString digits;
    for (const QChar c : text)
        if (c.isDigit())
            digits.append(QChar(u'0' + c.digitValue()));
    return digits.left(DigitField::digits);
}
} // namespace

DigitField::DigitField(const QString& objectName, QWidget* parent) : QLineEdit(parent)
{
    setObjectName(objectName);
    leaveOutOfEntered(this);
    setProperty("bare", true);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setInputMethodHints(Qt::ImhDigitsOnly);
    setFont(textFont(TextStyle::Display));
    connect(this, &QLineEdit::textEdited, this, &DigitField::takeText);
    onRetranslate(this, [this] { setAccessibleName(tr("Six-digit code")); });
}

QSize DigitField::sizeHint() const
{
    const int width = digits * scaled(boxWidth, this) + (digits - 2) * scaled(boxGap, this) + scaled(dashRoom, this);
    return {width, scaled(boxHeight, this)};
}

void DigitField::setInvalid(bool invalid)
{
    m_invalid = invalid;
    update();
}

QRect DigitField::box(int index) const
{
    const int step = scaled(boxWidth, this) + scaled(boxGap, this);
    const int beyond = index >= digits / 2 ? scaled(dashRoom, this) - scaled(boxGap, this) : 0;
    return {index * step + beyond, 0, scaled(boxWidth, this), scaled(boxHeight, this)};
}

void DigitField::takeText(const QString& typed)
{
    const QString clean = digitsOf(typed);
    if (clean != typed)
        setText(clean);
    m_invalid = false;
    setCursorPosition(static_cast<int>(clean.size()));
    update();
    if (clean.size() == digits)
        Q_EMIT completed(clean);
}

void DigitField::paste()
{
    const QString clean = digitsOf(QApplication::clipboard()->text());
    if (clean.isEmpty())
        return;
    setText(clean);
    takeText(clean);
}

void DigitField::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Paste)) {
        paste();
        return;
    }
    const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (typed && digitsOf(event->text()).isEmpty())
        return;
    // A digit after the sixth starts over: the first six were wrong.
    if (typed && text().size() == digits && !hasSelectedText())
        clear();
    QLineEdit::keyPressEvent(event);
    update();
}

void DigitField::mousePressEvent(QMouseEvent*)
{
    setFocus(Qt::MouseFocusReason);
    setCursorPosition(static_cast<int>(text().size()));
    update();
}

void DigitField::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Paste")), &QAction::triggered, this, &DigitField::paste);
    menu->popup(event->globalPos());
}

void DigitField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    QFont font = textFont(TextStyle::Display);
    const int filled = static_cast<int>(text().size());
    for (int i = 0; i < digits; ++i) {
        const QRect area = box(i);
        const bool here = hasFocus() && i == std::min(filled, digits - 1);
        const Token line = m_invalid ? Token::Danger : here ? Token::Accent : isEnabled() ? Token::Control : Token::Border;
        drawBox(&painter, area, color(isEnabled() ? Token::Surface : Token::Window), color(line), boxRadius, here ? 2 : 1);
        if (i < filled)
            drawLine(&painter, area, QString(text().at(i)), font, color(isEnabled() ? Token::Text : Token::Control),
                     Qt::AlignHCenter);
        else if (here)
            painter.fillRect(area.center().x(), area.center().y() - 10, 1, 21, color(Token::Text));
    }
    const QRect dash(box(digits / 2 - 1).right() + 1, 0, scaled(dashRoom, this), height());
    painter.fillRect(dash.center().x() - 3, dash.center().y(), 7, 1, color(Token::Control));
}

} // namespace sallyport::ui
