#pragma once

#include <chrono>
#include <functional>
#include <utility>

namespace sallyport::drill {

/// What holds an attacker back: the word of whoever had the drill run, and a time that no drill goes beyond. Whatever waits in
/// a drill waits in steps of `step` and asks it in between, so that a stop is obeyed at once and not when a slow answer has come.
/// Not thread-safe; a drill is one thread.
class Leash {
public:
    static constexpr std::chrono::milliseconds step{50};

    /// `goesOn` is asked once a step at most; `limit` counts from now.
    Leash(std::function<bool()> goesOn, std::chrono::milliseconds limit)
        : m_goesOn(std::move(goesOn)), m_end(Steady::now() + limit)
    {
    }

    /// May the drill go on? Once it said no, it stays at that.
    bool holds()
    {
        if (m_cancelled || m_timeIsUp)
            return false;
        const auto now = Steady::now();
        m_timeIsUp = now >= m_end;
        if (now >= m_nextAsked) {
            m_nextAsked = now + step;
            m_cancelled = !m_goesOn();
        }
        return !m_cancelled && !m_timeIsUp;
    }
    /// The same, asking whatever time has gone since the last time.
    bool holdsNow()
    {
        m_nextAsked = {};
        return holds();
    }
    /// Whoever had it run wants it no more.
    bool cancelled() const { return m_cancelled; }

private:
    using Steady = std::chrono::steady_clock; // sockets wait by the system's time, and so does this
    const std::function<bool()> m_goesOn;
    const Steady::time_point m_end;
    Steady::time_point m_nextAsked{};
    bool m_cancelled = false, m_timeIsUp = false;
};

} // namespace sallyport::drill
