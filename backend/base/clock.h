#pragma once

#include <atomic>
#include <chrono>

namespace sallyport {

/// UTC with microseconds: what is stored and shown.
using UtcTime = std::chrono::sys_time<std::chrono::microseconds>;
/// Monotonic: what intervals, limits and timeouts are measured with.
using SteadyTime = std::chrono::steady_clock::time_point;

/// The only source of time. Injected, so that tests move it by hand. Thread-safe.
class Clock {
public:
    virtual ~Clock() = default;
    virtual UtcTime now() const = 0;
    virtual SteadyTime steady() const = 0;
};

class SystemClock final : public Clock {
public:
    UtcTime now() const override;
    SteadyTime steady() const override;
};

/// A clock that stands still until it is told to move. For tests and for `--demo`'s history.
class ManualClock final : public Clock {
public:
    explicit ManualClock(UtcTime start) : m_now(start) {}
    UtcTime now() const override { return m_now.load(); }
    SteadyTime steady() const override { return SteadyTime(std::chrono::hours(1) + (m_now.load() - UtcTime{})); }
    void advance(std::chrono::microseconds by) { m_now.store(m_now.load() + by); }
    void set(UtcTime time) { m_now.store(time); }

private:
    std::atomic<UtcTime> m_now;
};

} // namespace sallyport
