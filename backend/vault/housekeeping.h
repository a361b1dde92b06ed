#pragma once

#include "backend/base/fault.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace sallyport {

/// One thread (`housekeeping`) for what has to be done now and then: soon after wake(), once a minute and once an hour.
class Housekeeping {
public:
    struct Rounds {
        std::function<void()> onWake;
        std::function<void()> minutely; ///< not at once: a minute after the first hourly round
        std::function<void()> hourly;
    };
    /// What they throw is told, on that thread, which goes on.
    explicit Housekeeping(Rounds rounds, FaultListener onFault = {});
    ~Housekeeping();
    Housekeeping(const Housekeeping&) = delete;
    Housekeeping& operator=(const Housekeeping&) = delete;

    /// Never blocks; several calls may end in one run.
    void wake();
    /// The hourly round is due now. Never blocks.
    void hurry();
    /// Ends after what is running now. Further wakes do nothing.
    void stop();

private:
    void run();

    const Rounds m_rounds;
    const FaultListener m_onFault;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
    bool m_hurried = false;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace sallyport
