#pragma once

#include "backend/base/clock.h"

namespace sallyport::app {

/// The real time, held in the past while the sample history is made, so that events of last week are really last
/// week's. Runs normally once it is released. Thread-safe.
class DemoClock final : public Clock {
public:
    DemoClock() = default;
    /// On another clock than the system's. It must outlive this one.
    explicit DemoClock(const Clock& real) : m_real(real) {}

    UtcTime now() const override
    {
        const auto held = m_held.load();
        return held == UtcTime{} ? m_real.now() : held;
    }
    SteadyTime steady() const override { return m_real.steady(); }

    void holdAt(UtcTime time) { m_held.store(time); }
    void release() { m_held.store(UtcTime{}); }

private:
    const SystemClock m_system;
    const Clock& m_real = m_system;
    std::atomic<UtcTime> m_held{UtcTime{}};
};

} // namespace sallyport::app
