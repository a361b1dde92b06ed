#pragma once

#include <QList>

class QWidget;

namespace sallyport::ui {

/// What Tab stops at under `root`, in reading order: as the layouts have it, where there is none from top to bottom and from the
/// leading edge. Of a group of buttons of which one is taken, that one.
QList<QWidget*> tabOrder(QWidget* root);

/// Where somebody begins under `root`: the first input or list that Tab stops at, else the first of all but a header's search
/// field; nothing if there is none.
QWidget* firstUsefulField(QWidget* root);

/// Moves the keyboard to the next of these, or the one before, round and round, and scrolls it into view. Qt's own chain follows
/// the order in which widgets were made, and rows that come later would stand at its end. False if there is nothing to stop at.
bool focusNextInOrder(QWidget* root, bool next);

} // namespace sallyport::ui
