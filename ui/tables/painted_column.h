#pragma once

#include <QStyledItemDelegate>

namespace sallyport::ui {

class DataTable;
class TableDelegate;

/// A column of a DataTable that paints its cells by hand, over what the table's own delegate paints under all of them. Its model
/// says in Qt::AccessibleTextRole what stands there.
class PaintedColumn : public QStyledItemDelegate {
public:
    explicit PaintedColumn(DataTable* table);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const final;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const final;

protected:
    /// `area` is the cell without the table's insets.
    virtual void paintCell(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                           const QRect& area) const = 0;
    /// A rectangle of that width from the leading edge of `area` on, and the rest of `area` behind a gap.
    static QRect takeLeading(QRect* area, int width, int gap, Qt::LayoutDirection direction);

private:
    const TableDelegate* m_under;
};

} // namespace sallyport::ui
