#include "ui/look/scrim.h"

#include <QEvent>
#include <QPainter>

namespace sallyport::ui {

Scrim::Scrim(QWidget* window) : QWidget(window)
{
    setObjectName(QStringLiteral("scrim"));
    setAttribute(Qt::WA_TransparentForMouseEvents, false);
    setGeometry(window->rect());
    window->installEventFilter(this);
    show();
    raise();
}

bool Scrim::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return false;
}

void Scrim::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0x14, 0x18, 0x20, qRound(0.38 * 255)));
}

} // namespace sallyport::ui
