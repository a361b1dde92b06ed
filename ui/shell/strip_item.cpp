#include "ui/shell/strip_item.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/widgets/small_parts.h"

#include <QFontMetricsF>

#include <cmath>

namespace sallyport::ui {

namespace {

constexpr int padding = 12;
constexpr int iconSide = 14;
constexpr int gap = 6;

/// Fixed width, set a little tighter than the font does; each character has its place, so that `//` stays two strokes.
double monoAdvance()
{
    return QFontMetricsF(textFont(TextStyle::Mono)).horizontalAdvance(u'0') - 0.3;
}

void drawMono(QPainter* painter, QRectF box, const QString& text, const QColor& colour)
{
    const QFont font = textFont(TextStyle::Mono);
    for (const QChar c : text) {
        drawLine(painter, QRectF(box.x(), box.y(), monoAdvance() + 2, box.height()), QString(c), font, colour);
        box.translate(monoAdvance(), 0);
    }
}

double advance(const QString& text, const QFont& font)
{
    return QFontMetricsF(font).horizontalAdvance(text);
}

} // namespace

StripItem::StripItem(const QString& objectName, QWidget* parent) : QAbstractButton(parent)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void StripItem::setContent(const Content& content)
{
    m_content = content;
    updateGeometry();
    update();
}

double StripItem::layOut(QPainter* painter) const
{
    double x = padding;
    const auto place = [this, &x](double width) {
        const QRect box(static_cast<int>(std::round(x)), 1, static_cast<int>(std::ceil(width)) + 1, height() - 1);
        x += width;
        return QRectF(mirrored(this, rect(), box));
    };
    const QFont strong = textFont(TextStyle::SmallStrong);
    const QFont plain = textFont(TextStyle::Small);
    const QColor muted = color(Token::TextMuted);
    bool first = true;
    const auto text = [&](const QString& shown, const QFont& font, const QColor& ink) {
        if (shown.isEmpty())
            return;
        x += first ? 0 : gap;
        first = false;
        const QRectF box = place(advance(shown, font));
        if (painter)
            drawLine(painter, box, shown, font, ink);
    };
    if (m_content.icon != Icon::None) {
        const QRectF box = place(iconSide);
        first = false;
        if (painter)
            drawIcon(painter, m_content.icon, box, color(toneText(m_content.tone)), iconSide);
    }
    text(m_content.strong, strong, color(toneText(m_content.tone)));
    text(m_content.plain, plain, muted);
    if (!m_content.mono.isEmpty()) {
        x += first ? 0 : gap;
        const QRectF box = place(monoAdvance() * static_cast<double>(m_content.mono.size()));
        if (painter) {
            painter->setLayoutDirection(Qt::LeftToRight); // addresses and fingerprints are not mirrored
            drawMono(painter, box, m_content.mono, muted);
            painter->setLayoutDirection(layoutDirection());
        }
    }
    if (m_content.tail != Icon::None) {
        x += gap;
        const QRectF box = place(iconSide);
        if (painter)
            drawIcon(painter, m_content.tail, box, muted, iconSide);
    }
    if (!m_content.keycap.isEmpty()) {
        x += gap + 4;
        const int width = keycapWidth(m_content.keycap);
        const QRectF box = place(width);
        if (painter)
            drawKeycap(painter, QRect(static_cast<int>(box.x()), (height() - 16) / 2 + 1, width, 16), m_content.keycap);
    }
    return x + padding;
}

QSize StripItem::sizeHint() const
{
    return {static_cast<int>(std::ceil(layOut(nullptr))), 28};
}

void StripItem::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    if (isEnabled() && (underMouse() || isDown()))
        painter.fillRect(rect().adjusted(0, 1, 0, 0), color(isDown() ? Token::Border : Token::Selection));
    layOut(&painter);
}

} // namespace sallyport::ui
