#pragma once

#include <QKeyEvent>

#include <optional>

namespace sallyport::ui {

/// Whether Caps Lock is on, as far as one key press tells: a letter whose case disagrees with Shift. Nothing if the
/// key says nothing about it (digits, shortcuts).
std::optional<bool> capsLockFromKey(const QKeyEvent& event);

/// Whether the keyboard's Caps Lock is on now, where the platform can tell (X11); nothing elsewhere.
std::optional<bool> capsLockFromPlatform();

} // namespace sallyport::ui
