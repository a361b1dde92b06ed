#pragma once

class QAbstractItemView;
class QAccessibleInterface;

namespace sallyport::ui {

/// A list or table as a table of cells; the current cell is focused while the view has the keyboard. For installAccessibleParts.
QAccessibleInterface* makeAccessibleView(QAbstractItemView* view);

} // namespace sallyport::ui
