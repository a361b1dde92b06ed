#include "ui/look/surface.h"

#include <QPainter>

namespace sallyport::ui {

Surface::Surface(Token fill, QWidget* parent) : QWidget(parent), m_fill(fill) {}

void Surface::setFill(Token fill)
{
    if (m_fill == fill)
        return;
    m_fill = fill;
    update();
}

void Surface::setHairlines(Qt::Edges edges, Token line)
{
    m_edges = edges;
    m_line = line;
    update();
}

void Surface::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(m_fill));
    const QColor line = color(m_line);
    const bool rtl = isRightToLeft();
    if (m_edges & Qt::TopEdge)
        painter.fillRect(0, 0, width(), 1, line);
    if (m_edges & Qt::BottomEdge)
        painter.fillRect(0, height() - 1, width(), 1, line);
    if (m_edges & Qt::LeftEdge)
        painter.fillRect(rtl ? width() - 1 : 0, 0, 1, height(), line);
    if (m_edges & Qt::RightEdge)
        painter.fillRect(rtl ? 0 : width() - 1, 0, 1, height(), line);
}

QWidget* makeSeparator(Qt::Orientation orientation, Token line, QWidget* parent)
{
    auto* separator = new Surface(line, parent);
    if (orientation == Qt::Horizontal)
        separator->setFixedHeight(1);
    else
        separator->setFixedWidth(1);
    return separator;
}

} // namespace sallyport::ui
