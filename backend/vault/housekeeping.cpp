#include "backend/vault/housekeeping.h"

#include "backend/base/thread_pool.h"

namespace sallyport {

Housekeeping::Housekeeping(std::function<void()> onWake, std::function<void()> hourly, FaultListener onFault)
    : m_onWake(std::move(onWake)), m_hourly(std::move(hourly)), m_onFault(std::move(onFault)), m_thread([this] { run(); })
{
}

Housekeeping::~Housekeeping()
{
    stop();
}

void Housekeeping::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_one();
}

void Housekeeping::hurry()
{
    const std::lock_guard lock(m_mutex);
    m_hurried = true;
    m_changed.notify_one();
}

void Housekeeping::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_changed.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void Housekeeping::run()
{
    setThreadName("housekeeping");
    auto next = std::chrono::steady_clock::now(); // the first round at once
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const bool woken = std::exchange(m_woken, false);
        const bool due = std::exchange(m_hurried, false) || std::chrono::steady_clock::now() >= next;
        if (!woken && !due) {
            m_changed.wait_until(lock, next, [this] { return m_stopping || m_woken || m_hurried; });
            continue;
        }
        lock.unlock();
        if (woken)
            contained(m_onFault, "housekeeping", m_onWake);
        if (due) {
            contained(m_onFault, "housekeeping", m_hourly);
            next = std::chrono::steady_clock::now() + std::chrono::hours(1);
        }
        lock.lock();
    }
}

} // namespace sallyport
