#include "ui/shell/nav_caption.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"
#include "ui/look/text_style.h"

#include <QKeyEvent>
#include <QLocale>

#include <algorithm>

namespace sallyport::ui {

namespace {

constexpr int captionHeight = 26;
constexpr int chevronSide = 14;

} // namespace

NavCaption::NavCaption(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavCaption::setCaption(const QString& text)
{
    setText(text);
    tell();
}

void NavCaption::setRail(bool rail)
{
    m_rail = rail;
    setFocusPolicy(rail ? Qt::NoFocus : Qt::TabFocus);
    setEnabled(!rail);
    update();
}

void NavCaption::setFolded(bool folded, bool active)
{
    m_folded = folded;
    m_active = active;
    tell();
}

void NavCaption::setCount(int count)
{
    m_count = count;
    tell();
}

void NavCaption::tell()
{
    setAccessibleName(text());
    const QString state = m_folded ? tr("Folded") : tr("Unfolded");
    setAccessibleDescription(m_count > 0 ? QStringLiteral("%1, %L2").arg(state).arg(m_count) : state);
    setToolTip(m_folded ? tr("Show the panels of “%1”").arg(text()) : QString());
    update();
}

QSize NavCaption::sizeHint() const
{
    return {100, std::max(captionHeight, QFontMetrics(textFont(TextStyle::CaptionStrong)).height() + 10)};
}

void NavCaption::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    if (m_rail)
        return drawHairline(&painter, 8, width() - 9, height() / 2, color(Token::Border));
    if (underMouse() && !hasFocus())
        drawBox(&painter, rect(), mixed(color(Token::Window), color(Token::Text), 0.05), QColor(), chipRadius);
    if (hasFocus())
        drawRing(&painter, QRectF(rect()), chipRadius);
    const QFont font = textFont(TextStyle::CaptionStrong);
    int end = width() - 9;
    if (m_folded) {
        const QRect chevron(end - chevronSide, 0, chevronSide, height());
        const bool rtl = isRightToLeft();
        drawIcon(&painter, rtl ? Icon::ChevronLeft : Icon::ChevronRight, mirrored(this, rect(), chevron),
                 color(m_active ? Token::Accent : Token::TextMuted), chevronSide);
        end -= chevronSide + 6;
        if (m_count > 0) {
            const QString number = QLocale().toString(m_count);
            const int wide = QFontMetrics(font).horizontalAdvance(number) + 2;
            drawLine(&painter, mirrored(this, rect(), QRect(end - wide, 0, wide, height())), number, font,
                     color(Token::TextMuted), Qt::AlignTrailing);
            end -= wide + 6;
        }
    }
    drawLine(&painter, mirrored(this, rect(), QRect(8, 1, std::max(0, end - 8), height())), text(), font,
             color(m_folded && m_active ? Token::Accent : Token::TextMuted));
}

void NavCaption::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

} // namespace sallyport::ui
