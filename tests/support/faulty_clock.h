#pragma once

#include "backend/base/clock.h"
#include "tests/support/thrown.h"

#include <array>
#include <mutex>
#include <pthread.h>
#include <string>

namespace sallyport::test {

/// Says another clock's time, and throws on the threads whose names begin as a test says: everything asks for the time
/// sooner or later, so this is a defect wherever one is wanted.
class FaultyClock final : public Clock {
public:
    explicit FaultyClock(const Clock& clock) : m_clock(clock) {}

    UtcTime now() const override
    {
        throwIfArmed();
        return m_clock.now();
    }
    SteadyTime steady() const override { return m_clock.steady(); }

    /// The next `times` questions on such a thread, after `skip` that are answered.
    void arm(std::string thread, Thrown what, int times = 1, int skip = 0)
    {
        const std::lock_guard lock(m_mutex);
        m_thread = std::move(thread);
        m_what = what;
        m_left = times;
        m_skip = skip;
    }
    void disarm()
    {
        const std::lock_guard lock(m_mutex);
        m_left = 0;
    }
    bool fired() const
    {
        const std::lock_guard lock(m_mutex);
        return m_left == 0;
    }

private:
    void throwIfArmed() const
    {
        Thrown what{};
        {
            const std::lock_guard lock(m_mutex);
            if (m_left == 0)
                return;
            std::array<char, 16> name{};
            pthread_getname_np(pthread_self(), name.data(), name.size());
            if (!std::string(name.data()).starts_with(m_thread) || m_skip-- > 0)
                return;
            --m_left;
            what = m_what;
        }
        throwIt(what);
    }

    const Clock& m_clock;
    mutable std::mutex m_mutex;
    std::string m_thread;
    Thrown m_what = Thrown::NoMemory;
    mutable int m_left = 0;
    mutable int m_skip = 0;
};

} // namespace sallyport::test
