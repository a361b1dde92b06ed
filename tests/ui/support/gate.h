#pragma once

#include <QThread>

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace sallyport::tests {

/// The door of the services: closed, it holds every worker that comes until a test opens it again. The thread that made it,
/// the window's, always passes.
class Gate {
public:
    void close()
    {
        const std::lock_guard guard(m_mutex);
        m_open = false;
        m_passed = 0;
    }
    void open()
    {
        {
            const std::lock_guard guard(m_mutex);
            m_open = true;
        }
        m_changed.notify_all();
    }
    void pass()
    {
        if (QThread::currentThread() == m_window)
            return;
        std::unique_lock guard(m_mutex);
        if (m_open)
            return;
        ++m_held;
        m_changed.notify_all();
        m_changed.wait(guard, [this] { return m_open; });
        --m_held;
        ++m_passed;
    }
    /// How many stand before it.
    int held() const
    {
        const std::lock_guard guard(m_mutex);
        return m_held;
    }
    /// How many it has held and let through since it was closed.
    int passed() const
    {
        const std::lock_guard guard(m_mutex);
        return m_passed;
    }
    /// Waits, any thread, until so many stand before it; false if they don't come.
    bool waitUntilHeld(int count)
    {
        std::unique_lock guard(m_mutex);
        return m_changed.wait_for(guard, std::chrono::seconds(10), [&] { return m_held >= count; });
    }

private:
    QThread* const m_window = QThread::currentThread();
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = true;
    int m_held = 0;
    int m_passed = 0;
};

} // namespace sallyport::tests
