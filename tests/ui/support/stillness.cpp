#include "tests/ui/support/stillness.h"

#include <QApplication>
#include <QPixmap>
#include <QPointer>
#include <QTest>

namespace sallyport::tests {
namespace {

constexpr int looksAlike = 5; // a worker may have what is read next while nothing shows it

} // namespace

bool waitUntilStill(QWidget* window, int patience)
{
    QApplication::setCursorFlashTime(0); // a blinking caret would never rest
    const QPointer<QWidget> there = window;
    QImage last;
    int alike = 0;
    return QTest::qWaitFor(
        [&] {
            if (!there)
                return true;
            QImage now = there->grab().toImage();
            alike = now == last ? alike + 1 : 0;
            last = std::move(now);
            return alike >= looksAlike;
        },
        patience);
}

} // namespace sallyport::tests
