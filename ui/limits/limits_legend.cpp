#include "ui/limits/limits_legend.h"

#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"

#include <QFontMetrics>

namespace sallyport::ui {

namespace {

constexpr int legendSquare = 8, legendTickWidth = 2, legendTickHeight = 12, legendNear = 6, legendFar = 10;

int wordsOf(const QString& text)
{
    return QFontMetrics(textFont(TextStyle::Small)).horizontalAdvance(text) + 1;
}

} // namespace

LimitsLegend::LimitsLegend(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    onRetranslate(this, [this] {
        m_bar = tr("Hottest key now");
        m_tick = tr("p95, 7 d");
        setAccessibleName(tr("A bar is the hottest key now, its tick the p95 of 7 days"));
        setToolTip(accessibleName());
        updateGeometry();
        update();
    });
}

QSize LimitsLegend::sizeHint() const
{
    return {legendSquare + legendNear + wordsOf(m_bar) + legendFar + legendTickWidth + legendNear + wordsOf(m_tick),
            lineHeight(TextStyle::Small)};
}

void LimitsLegend::paintEvent(QPaintEvent*)
{
    // Half of it would explain nothing.
    if (width() < sizeHint().width())
        return;
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    int from = width() - sizeHint().width();
    const auto place = [this, &from](int width, int height, int gap) {
        const QRect box = mirrored(this, rect(), QRect(from, (this->height() - height) / 2, width, height));
        from += width + gap;
        return box;
    };
    const QFont font = textFont(TextStyle::Small);
    drawBox(&painter, place(legendSquare, legendSquare, legendNear), color(Token::ChartNormal), QColor(), 2);
    drawLine(&painter, place(wordsOf(m_bar), height(), legendFar), m_bar, font, color(Token::TextMuted));
    painter.fillRect(place(legendTickWidth, legendTickHeight, legendNear), color(Token::Text));
    drawLine(&painter, place(wordsOf(m_tick), height(), 0), m_tick, font, color(Token::TextMuted));
}

} // namespace sallyport::ui
