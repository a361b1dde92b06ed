#pragma once

#include <QList>

#include <functional>

class QWidget;

namespace sallyport::ui {

/// What Tab stops at under `root`, in reading order: as the layouts have it, where there is none from top to bottom and from the
/// leading edge. Of a group of buttons of which one is taken, that one.
QList<QWidget*> tabOrder(QWidget* root);

/// Where somebody begins under `root`: the first input or list that Tab stops at, else the first of all but a header's search
/// field; nothing if there is none.
QWidget* firstUsefulField(QWidget* root);

/// Work begins here: what is to be worked with has come, and the keyboard goes to it, if it is in the panel or still on what
/// opened it. Once a panel.
void beginHere(QWidget* panel);

/// Moves the keyboard to the next of these, or the one before, round and round, and scrolls it into view. Qt's own chain follows
/// the order in which widgets were made, and rows that come later would stand at its end. False if there is nothing to stop at.
///
/// Qt asks for the next one, too, when what has the keyboard disables or hides itself. Then it goes no farther than it must: to
/// what stands nearest in the same part of the window and is in sight, and it is remembered there as a stand-in (isStandIn).
bool focusNextInOrder(QWidget* root, bool next);

/// True if the keyboard is here only because what had it gave way: who comes back may take it again.
bool isStandIn(const QWidget* widget);
/// Builds the content of `around` anew. If the keyboard is in there it is, afterwards, where the same name is (objectName), or
/// else nearby: not nowhere, as Qt leaves it when what has it is deleted.
void rebuildAround(QWidget* around, const std::function<void()>& build);

/// True if what has the keyboard in this window can't be worked any more: Qt, not Tab, asks where it shall go.
bool focusGivesWay(const QWidget* root);

} // namespace sallyport::ui
