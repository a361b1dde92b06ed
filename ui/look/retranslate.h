#pragma once

#include <functional>

class QWidget;

namespace sallyport::ui {

/// Runs `setTexts` now and again whenever the language changes, for as long as `widget` lives. A widget sets all
/// its translated texts in one such function.
void onRetranslate(QWidget* widget, std::function<void()> setTexts);

} // namespace sallyport::ui
