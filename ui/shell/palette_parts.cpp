#include "ui/shell/palette_parts.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/widgets/small_parts.h"

#include <QEvent>
#include <QKeySequence>
#include <QLineEdit>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

QString escape()
{
    return QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText);
}

} // namespace

// PaletteField

PaletteField::PaletteField(QWidget* parent) : QWidget(parent), m_edit(new QLineEdit(this))
{
    m_edit->setObjectName(u"palette.field"_s);
    m_edit->setProperty("bare", true);
    m_edit->setFont(textFont(TextStyle::Body));
    m_edit->setMaxLength(100);
    setFocusProxy(m_edit);
}

void PaletteField::setCount(const QString& count)
{
    m_count = count;
    place();
    update();
}

QSize PaletteField::sizeHint() const
{
    return {scaled(280, this), std::max(32, fontMetrics().height() + 12)};
}

void PaletteField::place()
{
    const int counted = QFontMetrics(textFont(TextStyle::Small)).horizontalAdvance(m_count);
    const int end = width() - 7 - keycapWidth(escape()) - 8 - counted - 6;
    m_edit->setGeometry(mirrored(this, rect(), QRect(26, 3, std::max(40, end - 26), height() - 6)));
}

void PaletteField::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void PaletteField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange)
        place();
}

void PaletteField::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawBox(&painter, rect(), color(Token::Surface), color(Token::Accent), boxRadius, 2);
    drawIcon(&painter, Icon::Search, mirrored(this, rect(), QRect(11, 0, 16, height())), color(Token::TextMuted));
    const int cap = keycapWidth(escape());
    const QRect keycap(width() - 7 - cap, (height() - 18) / 2, cap, 18);
    drawKeycap(&painter, mirrored(this, rect(), keycap), escape());
    const QFont small = textFont(TextStyle::Small);
    const int counted = QFontMetrics(small).horizontalAdvance(m_count) + 2;
    const QRect count(keycap.left() - 8 - counted, 0, counted, height());
    drawLine(&painter, mirrored(this, rect(), count), m_count, small, color(Token::TextMuted), Qt::AlignTrailing);
}

// PaletteFooter

PaletteFooter::PaletteFooter(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PaletteFooter::setHints(const QList<Hint>& hints)
{
    m_hints = hints;
    update();
}

QSize PaletteFooter::sizeHint() const
{
    return {200, std::max(31, QFontMetrics(textFont(TextStyle::Small)).height() + 14)};
}

void PaletteFooter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    drawHairline(&painter, 0, width() - 1, 0, color(Token::Border));
    const QFont small = textFont(TextStyle::Small);
    int x = 10;
    for (const Hint& hint : std::as_const(m_hints)) {
        const int words = QFontMetrics(small).horizontalAdvance(hint.text) + 2;
        int caps = 0;
        for (const QString& key : hint.keys)
            caps += keycapWidth(key) + 4;
        if (x + caps + 4 + words > width() - 8)
            break; // a hint is whole or not there
        for (const QString& key : hint.keys) {
            const int cap = keycapWidth(key);
            drawKeycap(&painter, mirrored(this, rect(), QRect(x, (height() - 18) / 2, cap, 18)), key);
            x += cap + 4;
        }
        x += 4;
        drawLine(&painter, mirrored(this, rect(), QRect(x, 0, words, height())), hint.text, small, color(Token::TextMuted));
        x += words + 14;
    }
}

} // namespace sallyport::ui
