#pragma once

#include <QKeySequence>

#include <functional>

class QWidget;

namespace sallyport::ui {

/// Runs `then` when these keys are pressed while `widget`, or something in it, has the keyboard.
void onKeys(QWidget* widget, const QKeySequence& keys, std::function<void()> then);

} // namespace sallyport::ui
