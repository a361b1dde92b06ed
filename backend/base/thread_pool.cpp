#include "backend/base/thread_pool.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <pthread.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace sallyport {

struct ThreadPool::State {
    std::size_t queueLimit = 0;
    mutable std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::function<void()>> queue;
    bool stopping = false;
    std::size_t running = 0;
    std::uint64_t refused = 0;
    std::mutex joining; // one caller of stop() joins, the others wait for it
    std::vector<std::thread> threads;
    int niceness = 0;
    std::string name;
    FaultListener onFault;

    void run(const std::string& threadName)
    {
        setThreadName(threadName);
        if (niceness > 0) // of this thread alone, on Linux; without it the pool works, only less politely
            setpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)), niceness);
        std::unique_lock lock(mutex);
        for (;;) {
            wake.wait(lock, [this] { return stopping || !queue.empty(); });
            if (queue.empty())
                return;
            std::function<void()> task = std::move(queue.front());
            queue.pop_front();
            ++running;
            lock.unlock();
            contained(onFault, name, task);
            task = nullptr; // what it holds goes before the lock is taken again
            lock.lock();
            --running;
        }
    }
};

ThreadPool::ThreadPool(std::string name, std::size_t threads, std::size_t queueLimit, int niceness, FaultListener onFault)
    : m_state(std::make_unique<State>())
{
    m_state->queueLimit = queueLimit;
    m_state->niceness = niceness;
    m_state->name = name;
    m_state->onFault = std::move(onFault);
    m_state->threads.reserve(threads);
    try {
        for (std::size_t i = 1; i <= threads; ++i) {
            m_state->threads.emplace_back(
                [state = m_state.get(), threadName = name + '-' + std::to_string(i)] { state->run(threadName); });
        }
    } catch (...) { // the system gives no more: those that are there end before the caller hears of it
        stop();
        throw;
    }
}

ThreadPool::~ThreadPool()
{
    stop();
}

bool ThreadPool::post(std::function<void()> task)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (m_state->stopping || m_state->queue.size() >= m_state->queueLimit) {
            ++m_state->refused;
            return false;
        }
        m_state->queue.push_back(std::move(task));
    }
    m_state->wake.notify_one();
    return true;
}

void ThreadPool::stop()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stopping = true;
    }
    m_state->wake.notify_all();
    const std::lock_guard joining(m_state->joining);
    for (std::thread& thread : m_state->threads) {
        if (thread.joinable())
            thread.join();
    }
}

std::size_t ThreadPool::queued() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->queue.size();
}

ThreadPool::Load ThreadPool::load() const
{
    const std::lock_guard lock(m_state->mutex);
    return {m_state->threads.size(), m_state->running, m_state->queue.size(), m_state->refused};
}

void setThreadName(const std::string& name)
{
    constexpr std::size_t kernelLimit = 15;
    pthread_setname_np(pthread_self(), name.substr(0, kernelLimit).c_str());
}

} // namespace sallyport
