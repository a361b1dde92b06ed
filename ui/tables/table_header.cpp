#include "ui/tables/table_header.h"

#include "ui/look/paint.h"
#include "ui/look/text_style.h"
#include "ui/tables/data_table.h"
#include "ui/tables/table_delegate.h"

#include <QAbstractItemModel>
#include <QPainter>

#include <cmath>

namespace sallyport::ui {

TableHeader::TableHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionResizeMode(QHeaderView::Interactive);
    setSortIndicatorShown(true);
    setStretchLastSection(false);
    setMinimumSectionSize(10);
    setFont(textFont(TextStyle::SmallStrong));
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), std::max(32, fontMetrics().height() + 12) + m_footHeight};
}

void TableHeader::setFootHeight(int height)
{
    m_footHeight = height;
    updateGeometry();
    viewport()->update();
}

void TableHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const auto* table = qobject_cast<const DataTable*>(parentWidget());
    if (!rect.isValid() || !table)
        return;
    const bool rtl = isRightToLeft();
    const int lead = table->isFirstColumn(logicalIndex) ? tableLeadingInset : 0;
    const int trail = table->isLastColumn(logicalIndex) ? tableTrailingInset : tableColumnGap;
    const QRect area = rect.adjusted(rtl ? trail : lead, 0, rtl ? -lead : -trail, -m_footHeight);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const QString text = model()->headerData(logicalIndex, Qt::Horizontal, Qt::DisplayRole).toString();
    const double advance = std::ceil(QFontMetricsF(font()).horizontalAdvance(text));
    const double arrow = sorted ? 16 : 0;
    const double width = table->headReachesOver(logicalIndex) ? advance : std::min<double>(area.width() - arrow, advance);
    const bool atEnd = table->isTrailing(logicalIndex);
    // Text and arrow are placed as one block, from the leading or to the trailing edge.
    const double start = atEnd ? area.width() - width - arrow : 0;
    const auto place = [&](double from, double size) {
        const double x = rtl ? area.right() + 1 - from - size : area.x() + from;
        return QRectF(x, area.y(), size, area.height());
    };
    painter->save();
    painter->setLayoutDirection(layoutDirection());
    drawLine(painter, place(start, width), text, font(), color(sorted ? Token::Text : Token::TextMuted));
    if (sorted) {
        const Icon icon = sortIndicatorOrder() == Qt::AscendingOrder ? Icon::ArrowUp : Icon::ArrowDown;
        drawIcon(painter, icon, place(start + width + 4, 12), color(Token::Text), 12);
    }
    painter->restore();
}

void TableHeader::paintEvent(QPaintEvent* event)
{
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), color(Token::Surface));
        drawHairline(&painter, 0, viewport()->width() - 1, viewport()->height() - 1 - m_footHeight, color(Token::Border));
    }
    QHeaderView::paintEvent(event);
}

} // namespace sallyport::ui
