#pragma once

#include <QPoint>
#include <QString>

#include <vector>

class QWidget;

namespace sallyport::tests {

/// A piece of text as it was painted, and where in the window its beginning stands.
struct WrittenText {
    QString text;
    QPoint at;
};

/// Everything that a window writes when it paints itself, whoever paints it: labels, delegates, charts, the style. Not what it
/// means to write: what there was no room for ends in `…` here, as it does on the screen. In the order of painting.
std::vector<WrittenText> writtenTexts(QWidget& window);

} // namespace sallyport::tests
