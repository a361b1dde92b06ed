#include "ui/console/watched_work.h"

#include <chrono>

using namespace std::chrono_literals;

namespace sallyport::ui {

namespace {

constexpr auto lookInterval = 100ms;

} // namespace

WatchedWork::WatchedWork(QObject* parent) : QObject(parent)
{
    m_timer.setInterval(lookInterval);
    connect(&m_timer, &QTimer::timeout, this, &WatchedWork::advanced);
}

WatchedWork::~WatchedWork()
{
    if (m_shared)
        m_shared->stop = true;
}

std::shared_ptr<WatchedWork::Shared> WatchedWork::begin()
{
    m_shared = std::make_shared<Shared>();
    m_cancelled = false;
    m_timer.start();
    return m_shared;
}

void WatchedWork::end()
{
    m_timer.stop();
    m_shared.reset();
}

void WatchedWork::cancel()
{
    if (!m_shared)
        return;
    m_cancelled = true;
    m_shared->stop = true;
    Q_EMIT advanced();
}

} // namespace sallyport::ui
