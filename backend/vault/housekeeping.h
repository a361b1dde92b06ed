#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace sallyport {

/// One thread (`housekeeping`) for what has to be done now and then: soon after wake(), and once an hour.
class Housekeeping {
public:
    Housekeeping(std::function<void()> onWake, std::function<void()> hourly);
    ~Housekeeping();
    Housekeeping(const Housekeeping&) = delete;
    Housekeeping& operator=(const Housekeeping&) = delete;

    /// Never blocks; several calls may end in one run.
    void wake();
    /// Ends after what is running now. Further wakes do nothing.
    void stop();

private:
    void run();

    const std::function<void()> m_onWake;
    const std::function<void()> m_hourly;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_woken = false;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace sallyport
