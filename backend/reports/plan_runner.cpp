#include "backend/reports/plan_runner.h"

#include "backend/base/thread_pool.h"

#include <utility>

namespace sallyport::reports {

PlanRunner::PlanRunner(Round round, std::function<void(const Result<void>&)> watcher, FaultListener onFault)
    : m_round(std::move(round)), m_watcher(std::move(watcher)), m_onFault(std::move(onFault)), m_thread([this] { run(); })
{
}

PlanRunner::~PlanRunner()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void PlanRunner::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_one();
}

void PlanRunner::run()
{
    setThreadName("reports");
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_woken || m_stopping; });
        if (m_stopping)
            return;
        m_woken = false;
        lock.unlock();
        contained(m_onFault, "reports", [this] {
            const Result<void> done = m_round([this] { return !m_stopping; });
            if (m_watcher && !m_stopping)
                m_watcher(done);
        });
        lock.lock();
    }
}

} // namespace sallyport::reports
