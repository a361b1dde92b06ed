#pragma once

#include <QMargins>

class QWidget;

namespace sallyport::ui {

/// Sets the margins of the widget's layout and turns them round where the window is read from right to left: `left` is the
/// leading one. Qt itself turns only the order of what is laid out.
void setLeadingMargins(QWidget* widget, const QMargins& margins);

/// The same for what is set once, when it is made: the program is read in one direction as long as it runs.
QMargins leadingMargins(int leading, int top, int trailing, int bottom);

} // namespace sallyport::ui
