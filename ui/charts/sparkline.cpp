#include "ui/charts/sparkline.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>

namespace sallyport::ui {

Sparkline::Sparkline(const QString& objectName, QWidget* parent) : QWidget(parent)
{
    setObjectName(objectName);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Sparkline::setValues(const QList<double>& values)
{
    m_values = values;
    update();
}

void Sparkline::setLine(Token line)
{
    m_line = line;
    update();
}

void drawSparkline(QPainter* painter, const QRectF& area, const QList<double>& values, Token line, double top)
{
    if (values.size() < 2)
        return;
    const auto [lowest, highest] = std::minmax_element(values.cbegin(), values.cend());
    const double low = top > 0 ? 0 : *lowest;
    const double span = std::max((top > 0 ? top : *highest) - low, 1e-9);
    QPolygonF points;
    for (qsizetype i = 0; i < values.size(); ++i) {
        const double x = area.x() + area.width() * static_cast<double>(i) / static_cast<double>(values.size() - 1);
        // A flat series lies at the bottom: nothing happened.
        points << QPointF(x, area.bottom() - area.height() * std::min(1.0, (values.at(i) - low) / span));
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QPen pen(color(line), 1.5);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::RoundCap);
    painter->setPen(pen);
    painter->drawPolyline(points);
    painter->restore();
}

void Sparkline::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawSparkline(&painter, QRectF(rect()).adjusted(1, 1.5, -1, -1.5), m_values, m_line);
}

} // namespace sallyport::ui
