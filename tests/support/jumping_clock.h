#pragma once

#include "backend/base/clock.h"

#include <atomic>

namespace sallyport::test {

/// A clock on the wall that somebody sets, and a steady one that goes on beside it.
class JumpingClock final : public Clock {
public:
    explicit JumpingClock(UtcTime start) : m_now(start) {}
    UtcTime now() const override { return m_now.load(); }
    SteadyTime steady() const override { return SteadyTime(std::chrono::hours(1) + m_run.load()); }

    /// Time passes.
    void advance(std::chrono::microseconds by)
    {
        m_now.store(m_now.load() + by);
        m_run.store(m_run.load() + by);
    }
    /// The wall's clock is set, ahead or back; no time passes.
    void jump(std::chrono::microseconds by) { m_now.store(m_now.load() + by); }

private:
    std::atomic<UtcTime> m_now;
    std::atomic<std::chrono::microseconds> m_run{};
};

} // namespace sallyport::test
