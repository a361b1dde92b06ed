#include "ui/shell/auto_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace sallyport::ui {

using namespace std::chrono_literals;

AutoLock::AutoLock(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0ms);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::timedOut);
    qApp->installEventFilter(this);
}

void AutoLock::setTimeout(std::chrono::milliseconds timeout)
{
    m_timer.setInterval(timeout);
    restart();
}

void AutoLock::setArmed(bool armed)
{
    m_armed = armed;
    restart();
}

void AutoLock::restart()
{
    if (m_armed && m_timer.interval() > 0)
        m_timer.start();
    else
        m_timer.stop();
}

bool AutoLock::eventFilter(QObject*, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::InputMethod: restart(); break;
    default: break;
    }
    return false;
}

} // namespace sallyport::ui
