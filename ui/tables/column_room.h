#pragma once

#include <QFont>
#include <QList>

class QModelIndex;

namespace sallyport::ui {

/// The font of a cell's text, by its CellRoles.
QFont cellFont(const QModelIndex& index);

/// Pixels that what stands in a cell takes when nothing of it is cut, without the gap to the next column.
int cellWidth(const QModelIndex& index, bool compact);

/// A column while room is shared out.
struct ColumnRoom {
    int width = 0;      ///< that it has
    int least = 0;      ///< that it never gives away
    int wanted = 0;     ///< in which nothing that stands in it is cut
    bool fixed = false; ///< the operator chose its width
};

/// Moves room from columns that have more than they want to those that have less: no name is cut beside empty space. The whole
/// stays as wide as it is.
void evenOut(QList<ColumnRoom>& columns);

} // namespace sallyport::ui
