#pragma once

#include "backend/audit/event.h"

#include <cstdint>
#include <deque>
#include <mutex>
#include <vector>

namespace sallyport::ui {

/// Between the journal's writer thread and the window: a bounded ring that forgets the oldest. Thread-safe.
class EventRing {
public:
    /// What waits between two deliveries at most: at ten deliveries a second, 40,960 events a second before one is lost.
    static constexpr std::size_t capacity = 4096;

    struct Batch {
        std::vector<audit::Event> events; ///< in order
        std::uint64_t dropped = 0;        ///< older ones that did not fit
    };

    /// True if it was empty: the caller then wakes the reader.
    bool push(const std::vector<audit::Event>& events);
    Batch take();
    void clear();
    /// Nobody may hear any more: forgets everything and takes nothing from now on.
    void end();
    bool ended() const;

private:
    mutable std::mutex m_mutex;
    bool m_ended = false;
    std::deque<audit::Event> m_events;
    std::uint64_t m_dropped = 0;
};

} // namespace sallyport::ui
