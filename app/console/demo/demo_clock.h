#pragma once

#include "backend/base/clock.h"

namespace sallyport::app {

/// The real time, held in the past while the sample history is made, so that events of last week are really last
/// week's. Runs normally once it is released. The steady clock goes ahead with it: the vault has run through those weeks, and
/// none of them is a jump of the clock to be told. Thread-safe; held and released by one thread.
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
    SteadyTime steady() const override { return m_real.steady() + m_lead.load(); }

    void holdAt(UtcTime time)
    {
        lead(time);
        m_held.store(time);
    }
    void release()
    {
        if (m_held.load() == UtcTime{})
            return;
        lead(m_real.now());
        m_held.store(UtcTime{});
    }

private:
    using Lead = SteadyTime::duration;

    void lead(UtcTime time)
    {
        if (m_held.load() == UtcTime{}) {
            m_firstHeld = time;
            m_steadyThen = steady();
            return;
        }
        const Lead behind = (time - m_firstHeld) - (steady() - m_steadyThen);
        if (behind > Lead{}) // a steady clock never goes back
            m_lead.store(m_lead.load() + behind);
    }

    const SystemClock m_system;
    const Clock& m_real = m_system;
    std::atomic<UtcTime> m_held{UtcTime{}};
    std::atomic<Lead> m_lead{Lead{}};
    UtcTime m_firstHeld{};
    SteadyTime m_steadyThen{};
};

} // namespace sallyport::app
