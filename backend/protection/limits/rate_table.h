#pragma once

#include "backend/protection/limits/rate_count.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

inline constexpr std::size_t rateSlots = 10 + ownRulesMost; ///< classes and own rules

/// Somebody whose name is known while others are only counted: who uses most.
struct WatchedCaller {
    std::uint64_t tag = 0;
    std::uint8_t slot = 0; ///< of the rule
    char kind = 0;
    bool used = false;                       ///< a row of the list that is taken
    std::string text;                        ///< what the tag was made of
    std::uint32_t answered = 0, refused = 0; ///< since they were last asked for
    std::uint32_t peak = 0;                  ///< the most that counted at once
};

/// A part of the counters with its own lock: sets of 16 places, two sets for each caller. It grows with what is counted, up to a
/// bound; then whoever would be counted for the shortest time goes, and of those that are refused only if all are.
class RateShard {
public:
    static constexpr std::size_t setSize = 16;
    static constexpr std::size_t watchedMost = 64;

    void open(std::size_t mostSets);

    // With the lock held.
    /// The caller's count, made if there is none.
    RateCount& touch(std::uint64_t tag, std::int64_t now) noexcept;
    RateCount* find(std::uint64_t tag) noexcept;
    /// Watches the caller, who has used so much, if there is room or somebody who has asked for less is watched.
    void watch(RateCount& count, std::uint64_t tag, std::uint8_t slot, char kind, std::string_view text,
               std::uint32_t used) noexcept;
    /// Each of them, for who looks; `count` is null if it has gone. Rows that `keep` answers false for are given up.
    void eachWatched(const std::function<bool(WatchedCaller& watched, RateCount* count)>& keep);
    WatchedCaller& watchedAt(std::uint16_t place) noexcept { return m_watched[place - 1u]; }
    /// Forgets what counts no more, and gives memory back if little is left.
    void sweep(std::int64_t now) noexcept;
    /// Up to `most` that count by a window of at least so many seconds: tries of passwords first, then who is refused, then who
    /// has used most.
    void collect(std::int64_t now, std::uint32_t windowSeconds, std::size_t most,
                 const std::function<void(std::uint64_t tag, const RateCount& count, const WatchedCaller* watched)>& sink) const;
    std::size_t size() const noexcept { return m_size; }
    std::size_t bytes() const noexcept;

    struct Totals {
        std::uint32_t refused = 0, noted = 0;
    };
    std::array<Totals, rateSlots> totals{}; ///< since they were last asked for
    mutable std::mutex mutex;

private:
    struct Set {
        std::array<std::uint64_t, setSize> tags{};
        std::array<RateCount, setSize> counts{};
    };
    struct Place {
        Set* set = nullptr;
        std::size_t at = 0;
    };

    std::size_t setOf(std::uint64_t tag, bool second) const noexcept;
    Set& otherSetOf(std::uint64_t tag, const Set& set) noexcept;
    Place insert(std::uint64_t tag) noexcept;
    Place freeIn(Set& set) noexcept;
    Place makeRoom(Set& set) noexcept;
    Place moveOne(std::uint64_t tag) noexcept;
    bool resize(std::size_t sets) noexcept;
    Place evict(std::uint64_t tag, std::int64_t now) noexcept;
    void release(RateCount& count) noexcept;
    std::size_t freeRow();
    std::size_t leastAsked(std::uint32_t used) noexcept;

    std::size_t m_mostSets = 1, m_sets = 0, m_size = 0; ///< at least one set once it is open
    std::unique_ptr<Set[]> m_table;
    std::vector<WatchedCaller> m_watched;
    std::size_t m_watchedUsed = 0;
};

} // namespace sallyport::protection
