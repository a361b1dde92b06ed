#include "ui/incidents/two_columns.h"

#include "ui/look/surface.h"
#include "ui/look/text_style.h"

#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int trailingWidth = 315, leastLeading = 300;

} // namespace

TwoColumns::TwoColumns(QWidget* parent)
    : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_leading(new Surface(Token::Surface, this)),
      m_trailing(new Surface(Token::Surface, this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    for (Surface* column : {m_leading, m_trailing}) {
        auto* rows = new QVBoxLayout(column);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(0);
        m_row->addWidget(column, column == m_leading ? 1 : 0);
    }
    m_trailing->setHairlines(Qt::LeftEdge);
    m_trailing->setFixedWidth(scaled(trailingWidth, this));
}

QWidget* TwoColumns::leading() const
{
    return m_leading;
}

QWidget* TwoColumns::trailing() const
{
    return m_trailing;
}

void TwoColumns::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool beside = width() >= scaled(trailingWidth + leastLeading, this);
    const auto direction = beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_row->direction() == direction)
        return;
    m_row->setDirection(direction);
    m_trailing->setHairlines(beside ? Qt::LeftEdge : Qt::Edges());
    if (beside)
        m_trailing->setFixedWidth(scaled(trailingWidth, this));
    else {
        m_trailing->setMinimumWidth(0);
        m_trailing->setMaximumWidth(QWIDGETSIZE_MAX);
    }
}

} // namespace sallyport::ui
