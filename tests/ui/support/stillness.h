#pragma once

#include <QWidget>

namespace sallyport::tests {

/// Waits until the window looks the same several times one after the other: what is being read has come, what follows the
/// keyboard has moved, no spinner turns. False if it has not come to rest within `patience` milliseconds.
bool waitUntilStill(QWidget* window, int patience = 10'000);

} // namespace sallyport::tests
