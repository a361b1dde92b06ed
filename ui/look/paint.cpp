#include "ui/look/paint.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QStyle>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace sallyport::ui {

void drawBox(QPainter* painter, const QRectF& rect, const QColor& fill, const QColor& line, double radius, double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (line.isValid()) {
        // The outline's middle runs half its width inside the edge, so that it fills whole pixels.
        const double half = width / 2;
        painter->setPen(QPen(line, width));
        painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter->drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half);
    } else if (fill.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawRoundedRect(rect, radius, radius);
    }
    painter->restore();
}

void drawRing(QPainter* painter, const QRectF& rect, double radius)
{
    drawBox(painter, rect, QColor(), color(Token::Accent), radius, 2);
}

void drawHairline(QPainter* painter, int left, int right, int y, const QColor& colour)
{
    painter->fillRect(QRect(left, y, right - left + 1, 1), colour);
}

void drawLine(QPainter* painter, const QRectF& rect, const QString& text, const QFont& font, const QColor& colour,
              Qt::Alignment alignment)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    const QFontMetricsF metrics(font, painter->device());
    QString shown = text;
    if (metrics.horizontalAdvance(text) > rect.width() + 1)
        shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    painter->setFont(font);
    painter->setPen(colour);
    // QPainter rounds a rectangle's base line differently from row to row; place it on a whole pixel ourselves.
    const double ascent = std::round(metrics.ascent());
    const double descent = std::round(metrics.descent());
    const double baseline = std::floor(rect.y() + (rect.height() - ascent - descent) / 2) + ascent;
    const double advance = metrics.horizontalAdvance(shown);
    const bool rtl = painter->layoutDirection() == Qt::RightToLeft;
    double x = rect.x();
    const bool trailing = alignment & Qt::AlignTrailing;
    if (alignment & Qt::AlignHCenter)
        x += (rect.width() - advance) / 2;
    else if (trailing != rtl)
        x = rect.right() - advance;
    // The rectangle follows the reading direction; within it a text follows its own (`21 Nov 2026` in Arabic windows).
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    painter->drawText(QPointF(x, baseline), shown);
    painter->setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
}

int drawLines(QPainter* painter, const QString& text, const QFont& font, int width, Qt::LayoutDirection direction, int lineHeight)
{
    return drawLines(painter, text, {}, font, width, direction, lineHeight);
}

int drawLines(QPainter* painter, const QString& text, const QList<QTextLayout::FormatRange>& formats, const QFont& font,
              int width, Qt::LayoutDirection direction, int lineHeight)
{
    QTextLayout layout(text, font);
    layout.setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(direction);
    layout.setTextOption(option);
    int lines = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        line.setPosition({0, lines * static_cast<double>(lineHeight) + (lineHeight - line.height()) / 2});
        ++lines;
    }
    layout.endLayout();
    if (painter)
        layout.draw(painter, {0, 0});
    return std::max(1, lines);
}

void drawLogo(QPainter* painter, const QRectF& rect, const QColor& colour)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(rect.topLeft());
    const double unit = rect.width() / 40.0;
    painter->scale(unit, unit);
    QPainterPath gate;
    gate.moveTo(2, 41);
    gate.lineTo(2, 20);
    gate.arcTo(QRectF(2, 2, 36, 36), 180, -180);
    gate.lineTo(38, 41);
    QPen pen(colour, 4);
    pen.setCapStyle(Qt::RoundCap);
    painter->strokePath(gate, pen);
    QPainterPath door;
    door.moveTo(12, 42);
    door.lineTo(12, 23);
    door.arcTo(QRectF(12, 15, 16, 16), 180, -180);
    door.lineTo(28, 42);
    door.closeSubpath();
    painter->fillPath(door, colour);
    painter->restore();
}

QRect mirrored(const QWidget* widget, const QRect& bounds, const QRect& rect)
{
    return QStyle::visualRect(widget->layoutDirection(), bounds, rect);
}

} // namespace sallyport::ui
