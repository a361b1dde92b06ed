#include "ui/tables/painted_column.h"

#include "ui/tables/data_table.h"
#include "ui/tables/table_delegate.h"

#include <QPainter>

namespace sallyport::ui {

PaintedColumn::PaintedColumn(DataTable* table)
    : QStyledItemDelegate(table), m_under(qobject_cast<const TableDelegate*>(table->itemDelegate()))
{
}

void PaintedColumn::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    m_under->paintUnder(painter, option, index);
    const auto* table = qobject_cast<const DataTable*>(option.widget);
    const bool rtl = option.direction == Qt::RightToLeft;
    const int lead = table && table->isFirstColumn(index.column()) ? tableLeadingInset : 0;
    const int trail = table && table->isLastColumn(index.column()) ? tableTrailingInset : tableColumnGap;
    const QRect area = option.rect.adjusted(rtl ? trail : lead, 0, rtl ? -lead : -trail, -1);
    painter->save();
    painter->setLayoutDirection(option.direction);
    paintCell(painter, option, index, area);
    painter->restore();
}

QSize PaintedColumn::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return m_under->sizeHint(option, index);
}

QRect PaintedColumn::takeLeading(QRect* area, int width, int gap, Qt::LayoutDirection direction)
{
    const bool rtl = direction == Qt::RightToLeft;
    const QRect part(rtl ? area->right() - width + 1 : area->left(), area->top(), width, area->height());
    rtl ? area->setRight(part.left() - gap - 1) : area->setLeft(part.right() + gap + 1);
    return part;
}

} // namespace sallyport::ui
