#pragma once

#include "ui/tables/painted_column.h"

namespace sallyport::ui {

/// What a model says about a cell of a StepColumn.
enum StepCellRole {
    StepRole = Qt::UserRole + 1200, ///< int: how many of the marks are filled; 0: no marks
    StepTextRole                    ///< QString: the length that the step has
};

/// How far the bans of an address have got: five small marks and the length in words.
class StepColumn final : public PaintedColumn {
public:
    static constexpr int marks = 5;
    using PaintedColumn::PaintedColumn;
    /// Pixels at 100 % of the marks alone.
    static constexpr int marksWidth = 58;

protected:
    void paintCell(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index,
                   const QRect& area) const override;
};

} // namespace sallyport::ui
