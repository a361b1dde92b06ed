#pragma once

#include <QStringList>
#include <QWidget>

namespace sallyport::tests {

/// Goes through `window` with the Tab key alone until it comes round, and says what is wrong: a widget that something can be done
/// with and that Tab (or the arrow keys within a group) doesn't reach, that has no object name or no name for assistive
/// technology, that looks the same with and without the keyboard, or that keeps Tab for itself. Empty if nothing is. `order`, if
/// it is given, gets the object names in the order of the walk.
QStringList walkByTab(QWidget& window, QStringList* order = nullptr);

} // namespace sallyport::tests
