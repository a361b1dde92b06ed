#pragma once

class QHelpEvent;
class QObject;

namespace sallyport::ui {

/// A property of a widget whose tool tip is markup of ours.
inline constexpr auto markedUpTip = "markedUpTip";

/// Shows as text what Qt would take for markup: tool tips of widgets and of items hold what strangers have typed, such as the
/// name that somebody tried to sign in with. False if there is nothing of the kind, and Qt may show it.
bool showPlainTip(QObject* watched, const QHelpEvent& event);

} // namespace sallyport::ui
