#pragma once

#include "ui/roles/role_table.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace sallyport::ui {

/// The mark of a cell, in the middle of `rect`; the legend draws the same.
void drawHolding(QPainter* painter, Holding holding, const QRect& rect);
void drawDiffers(QPainter* painter, const QRect& rect);

/// Draws the cells of the matrix: marks, groups, the column of the selected role.
class RoleMatrixDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// The heads: a role's in two lines before it is elided, the selected one's with a bar of accent below.
class RoleMatrixHeader final : public QHeaderView {
    Q_OBJECT

public:
    explicit RoleMatrixHeader(QWidget* parent);
    QSize sizeHint() const override;

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;
};

} // namespace sallyport::ui
