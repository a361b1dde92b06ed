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

void Sparkline::paintEvent(QPaintEvent*)
{
    if (m_values.size() < 2)
        return;
    const auto [low, high] = std::minmax_element(m_values.cbegin(), m_values.cend());
    const double span = std::max(*high - *low, 1e-9);
    const QRectF area = QRectF(rect()).adjusted(1, 1.5, -1, -1.5);
    QPolygonF line;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const double x = area.x() + area.width() * static_cast<double>(i) / static_cast<double>(m_values.size() - 1);
        // A flat series lies at the bottom: nothing happened.
        line << QPointF(x, area.bottom() - area.height() * (m_values.at(i) - *low) / span);
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(color(m_line), 1.5);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::RoundCap);
    painter.setPen(pen);
    painter.drawPolyline(line);
}

} // namespace sallyport::ui
