#pragma once

#include "backend/audit/event_kinds.h"

#include <atomic>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::audit {

/// What may wait for the writer, and what found no place: under a flood only the kinds go that anybody can cause without an
/// account and of which one more says little; every other kind has four times their room. Thread-safe.
class WaitingEvents {
public:
    static constexpr std::int64_t room = 40'000;           ///< events, of all kinds together
    static constexpr std::int64_t roomOfLowValue = 10'000; ///< how many wait at most when another of low value comes

    using Dropped = std::vector<std::pair<const EventKind*, std::int64_t>>;

    WaitingEvents();
    /// False, and counted, if there is no place. Each true needs one leave().
    bool enter(const EventKind& kind);
    void leave() noexcept { --m_waiting; }

    /// How many of each kind have found no place since the last call. What can't be told is given back with restore().
    Dropped takeDropped();
    void restore(const Dropped& dropped);

private:
    std::atomic<std::int64_t> m_waiting = 0;
    std::atomic<bool> m_anyDropped = false;
    const std::unique_ptr<std::atomic<std::int64_t>[]> m_dropped; ///< as eventKinds()
};

/// Limits reached, malformed and invalid requests, blocked addresses, failed handshakes. Memory only.
bool isLowValue(std::string_view kind) noexcept;

} // namespace sallyport::audit
