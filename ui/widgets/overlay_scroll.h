#pragma once

#include <QString>

class QScrollArea;
class QWidget;

namespace sallyport::ui {

/// An area without a frame in which `content`, as wide as the area, is scrolled up and down. The scroll bar lies over the
/// trailing inset of the content in place of taking its width away: columns keep their edges whether there is something to
/// scroll or not. The content needs a trailing inset of at least 12 px. While the area itself has the keyboard the handle shows
/// it; without anything to scroll it takes none.
QScrollArea* makeScrollArea(QWidget* content, QWidget* parent = nullptr, const QString& objectName = {});

} // namespace sallyport::ui
