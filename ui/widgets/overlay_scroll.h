#pragma once

class QScrollArea;

namespace sallyport::ui {

/// Lays the vertical scroll bar over the trailing inset of what is scrolled, in place of taking its width away: columns keep
/// their edges whether there is something to scroll or not. The content needs a trailing inset of at least 12 px. While the area
/// itself has the keyboard the handle shows it; without anything to scroll it takes none.
void overlayScrollBar(QScrollArea* area);

} // namespace sallyport::ui
