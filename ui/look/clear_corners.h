#pragma once

class QWidget;

namespace sallyport::ui {

/// Cuts the corners of a popup or dialog that paints itself with round ones off the window. A window that may be looked through
/// needs a compositor; where there is none, what lies outside the corners would be black.
void clearCorners(QWidget* window, double radius);

} // namespace sallyport::ui
