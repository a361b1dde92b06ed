#pragma once

#include <array>
#include <chrono>
#include <cstdint>

namespace sallyport::http {

/// Deadlines of very many things, coarse and cheap. Moving a deadline later (what every request does) only writes a
/// number; the entry is put into its new slot when the old one comes round. One thread.
class TimerWheel {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// Embedded in what has a deadline. Unlinks itself when destroyed; on another thread only after remove().
    class Entry {
    public:
        Entry() = default;
        virtual ~Entry() { unlink(); }
        Entry(const Entry&) = delete;
        Entry& operator=(const Entry&) = delete;

    protected:
        /// The deadline passed, by less than one tick. May change or destroy any entry, this one too.
        virtual void onDeadline() = 0;

    private:
        friend class TimerWheel;
        void unlink() noexcept;

        Entry* m_previous = nullptr;
        Entry* m_next = nullptr;
        std::uint64_t m_deadline = never; ///< tick
        std::uint64_t m_slotTick = never; ///< the tick whose slot it is linked in
    };

    TimerWheel(Time start, std::chrono::steady_clock::duration tick);
    ~TimerWheel();
    TimerWheel(const TimerWheel&) = delete;
    TimerWheel& operator=(const TimerWheel&) = delete;

    void setDeadline(Entry& entry, Time deadline);
    /// Cheap: the entry stays linked until its slot comes round.
    void clearDeadline(Entry& entry) noexcept { entry.m_deadline = never; }
    /// Unlinks the entry. From now on another thread may destroy it.
    void remove(Entry& entry) noexcept
    {
        entry.m_deadline = never;
        entry.unlink();
    }
    /// Calls onDeadline() of every entry whose deadline is at or before `now`.
    void advance(Time now);

private:
    static constexpr std::uint64_t never = ~std::uint64_t{0};
    static constexpr std::size_t slotCount = 256;

    struct Head final : Entry {
        void onDeadline() override {}
    };

    std::uint64_t tickOf(Time time) const noexcept;
    void link(Entry& entry);
    void visit(std::uint64_t tick);

    Time m_start;
    std::chrono::steady_clock::duration m_tick;
    std::uint64_t m_now = 0; ///< the last tick that was visited
    std::array<Head, slotCount> m_slots;
};

} // namespace sallyport::http
