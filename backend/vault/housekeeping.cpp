#include "backend/vault/housekeeping.h"

#include "backend/base/thread_pool.h"

#include <algorithm>

namespace sallyport {

Housekeeping::Housekeeping(Rounds rounds, FaultListener onFault)
    : m_rounds(std::move(rounds)), m_onFault(std::move(onFault)), m_thread([this] { run(); })
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
    auto nextMinute = next + std::chrono::minutes(1);
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const bool woken = std::exchange(m_woken, false);
        const auto now = std::chrono::steady_clock::now();
        const bool due = std::exchange(m_hurried, false) || now >= next;
        const bool minute = now >= nextMinute;
        if (!woken && !due && !minute) {
            m_changed.wait_until(lock, std::min(next, nextMinute), [this] { return m_stopping || m_woken || m_hurried; });
            continue;
        }
        lock.unlock();
        if (woken)
            contained(m_onFault, "housekeeping", m_rounds.onWake);
        if (minute) {
            contained(m_onFault, "housekeeping", m_rounds.minutely);
            nextMinute = std::chrono::steady_clock::now() + std::chrono::minutes(1);
        }
        if (due) {
            contained(m_onFault, "housekeeping", m_rounds.hourly);
            next = std::chrono::steady_clock::now() + std::chrono::hours(1);
        }
        lock.lock();
    }
}

} // namespace sallyport
