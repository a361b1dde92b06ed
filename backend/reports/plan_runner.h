#pragma once

#include "backend/base/fault.h"
#include "backend/base/result.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace sallyport::reports {

/// The thread `reports`: does one round whenever it is woken, several wakes may end in one.
class PlanRunner {
public:
    /// `round` is given what tells it whether to go on; `watcher` how each went.
    using Round = std::function<Result<void>(const std::function<bool()>& goOn)>;
    PlanRunner(Round round, std::function<void(const Result<void>&)> watcher, FaultListener onFault);
    ~PlanRunner(); ///< stops what runs and waits for it
    PlanRunner(const PlanRunner&) = delete;
    PlanRunner& operator=(const PlanRunner&) = delete;

    /// Never blocks.
    void wake();

private:
    void run();

    const Round m_round;
    const std::function<void(const Result<void>&)> m_watcher;
    const FaultListener m_onFault;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace sallyport::reports
