#pragma once

#include <QStyledItemDelegate>

namespace sallyport::ui {

/// Draws the cells of a DataTable: see CellRole. No widgets a row.
class TableDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// What lies under a cell: its fill, the line below it, the bar of a row that is selected.
    void paintUnder(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    /// For DataTable: the row under the mouse, -1 for none.
    void setHoveredRow(int row) { m_hoveredRow = row; }
    void setCompact(bool compact) { m_compact = compact; }

private:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index, QRect area) const;

    int m_hoveredRow = -1;
    bool m_compact = false;
};

/// Room at the leading edge of the first and the trailing edge of the last column, and between columns.
inline constexpr int tableLeadingInset = 24;
inline constexpr int tableTrailingInset = 16;
inline constexpr int tableColumnGap = 12;

} // namespace sallyport::ui
