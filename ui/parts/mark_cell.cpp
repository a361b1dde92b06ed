#include "ui/parts/mark_cell.h"

#include "ui/tables/table_cells.h"

namespace sallyport::ui {

QVariant markCell(const Mark& mark, int role)
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return mark.text;
    case CellIconRole: return static_cast<int>(mark.icon);
    case CellToneRole: return static_cast<int>(mark.tone);
    case CellIconToneRole: return static_cast<int>(mark.iconTone);
    default: return {};
    }
}

} // namespace sallyport::ui
