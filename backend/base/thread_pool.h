#pragma once

#include "backend/base/fault.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace sallyport {

/// A fixed number of named threads behind a bounded queue. Thread-safe.
class ThreadPool {
public:
    /// Threads are called `name-1`..; at most `queueLimit` tasks wait. A `niceness` of 1..19 lets others go first
    /// where there are fewer cores than work (setpriority(2)). A task that throws ends alone; `onFault` is told, on its
    /// thread.
    ThreadPool(std::string name, std::size_t threads, std::size_t queueLimit, int niceness = 0, FaultListener onFault = {});
    /// Runs what is queued, then joins.
    ~ThreadPool();
    ThreadPool(const ThreadPool&) = delete;
    ThreadPool& operator=(const ThreadPool&) = delete;

    /// False if the queue is full or the pool is stopping: the caller answers Unavailable.
    [[nodiscard]] bool post(std::function<void()> task);
    /// No new tasks; waits for the queued ones.
    void stop();
    std::size_t queued() const;

    /// What it does, and since its start what it had no room for.
    struct Load {
        std::size_t threads = 0, running = 0, queued = 0;
        std::uint64_t refused = 0;
    };
    Load load() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

/// Names the calling thread for debuggers and `top` (15 characters at most on Linux).
void setThreadName(const std::string& name);

} // namespace sallyport
