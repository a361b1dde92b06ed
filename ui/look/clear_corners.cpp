#include "ui/look/clear_corners.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainterPath>
#include <QRegion>
#include <QWidget>

namespace sallyport::ui {

namespace {

class Cutter final : public QObject {
public:
    Cutter(QWidget* window, double radius) : QObject(window), m_radius(radius) { window->installEventFilter(this); }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
            cut(static_cast<QWidget*>(watched));
        return false;
    }

private:
    void cut(QWidget* window) const
    {
        QPainterPath path;
        path.addRoundedRect(QRectF(window->rect()), m_radius, m_radius);
        window->setMask(QRegion(path.toFillPolygon().toPolygon()));
    }

    double m_radius;
};

} // namespace

void clearCorners(QWidget* window, double radius)
{
    // On X11 alone nothing may compose; elsewhere a mask would only make the edge less smooth.
    if (QGuiApplication::platformName() == QLatin1StringView("xcb"))
        new Cutter(window, radius);
}

} // namespace sallyport::ui
