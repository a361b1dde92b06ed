#pragma once

#include "backend/protection/limits/rate_shape.h"

#include <array>
#include <cstdint>
#include <vector>

namespace sallyport::protection {

/// What is counted at one moment, for what outlives the process.
struct CountedAt {
    std::int64_t age = 0; ///< microseconds since then; negative of an even pace: until it is used up
    std::uint32_t requests = 0;
    bool operator==(const CountedAt&) const = default;
};

/// What outlives the process of one count.
struct SavedRateCount {
    std::uint32_t shape = 0;        ///< window, algorithm: as RateCount has them
    std::int64_t pace = 0;          ///< of an even pace
    std::vector<CountedAt> counted; ///< the oldest first; empty: nothing counts
};

/// What one caller has used of one rule, in 48 bytes. Times are microseconds of a clock that never goes back.
///
/// Sliding: seven slots a window, and the one that it began in counts until its last request is a window old; then never more
/// than the limit is let in within any window, and nobody waits for longer than one. Times within a slot are kept in 65,536 parts
/// of it. Counts of slots that are over are kept in 16 bits: above 65,535 requests they are rounded up to a multiple of a power
/// of two.
/// Even pace (GCRA): the time at which all is unused again, in 1,024ths of a microsecond, and what one request adds to it.
/// Fixed: when the window began, and how many.
class RateCount {
public:
    /// Counts by these numbers from now on; what was counted by others counts as if it were of now. Answers what is used.
    std::uint32_t adopt(const RateShape& shape, std::int64_t now) noexcept;
    /// After adopt.
    void add(std::uint32_t requests, std::int64_t now) noexcept;
    /// So many of the latest are not counted any more.
    void takeBack(std::uint32_t requests, std::int64_t now) noexcept;
    std::uint32_t used(std::int64_t now) const noexcept;
    /// Microseconds until at least `wanted` of what is counted counts no more; the whole window if that is never.
    std::int64_t untilFreed(std::uint32_t wanted, std::int64_t now) const noexcept;
    /// From when on nothing of it counts.
    std::int64_t expiry() const noexcept;
    bool isFresh() const noexcept { return m_shape == 0; }
    std::uint32_t windowSeconds() const noexcept { return m_shape & RateShape::mostSeconds; }

    /// Counts what tries of passwords and codes are.
    bool isLasting() const noexcept;

    SavedRateCount save(std::int64_t now) const;
    /// What was saved, `later` microseconds ago. False: it says nothing.
    bool restore(const SavedRateCount& saved, std::int64_t later, std::int64_t now) noexcept;

private:
    static constexpr std::size_t olderSlots = 7;
    struct Slot {
        std::uint16_t count, latest;
    };

    RateAlgorithm algorithm() const noexcept { return static_cast<RateAlgorithm>(m_shape >> 22 & 3); }
    unsigned shift() const noexcept { return m_shape >> 24 & 15; }
    std::int64_t windowMicros() const noexcept { return std::int64_t{windowSeconds()} * 1'000'000; }
    void begin(std::uint32_t shapeBits, std::int64_t pace, std::int64_t now) noexcept;
    void refresh(std::int64_t now) noexcept;

    // Sliding
    std::int64_t slotMicros() const noexcept { return windowMicros() / static_cast<std::int64_t>(olderSlots); }
    std::int64_t newestSlot() const noexcept { return m_main >> 32; }
    std::uint32_t newestCount() const noexcept { return static_cast<std::uint32_t>(m_main); }
    void setNewest(std::int64_t slot, std::uint32_t count) noexcept { m_main = slot << 32 | std::int64_t{count}; }
    static std::size_t placeOf(std::int64_t slot) noexcept { return static_cast<std::size_t>(slot) % olderSlots; }
    std::int64_t leavesAt(std::int64_t slot, std::uint16_t latest) const noexcept;
    std::uint16_t partOf(std::int64_t slot, std::int64_t now) const noexcept;
    void moveTo(std::int64_t slot) noexcept;
    std::uint32_t slidingSum() const noexcept;

    // What the other two keep where sliding has its slots.
    std::int64_t word() const noexcept;
    void setWord(std::int64_t value) noexcept;

    std::uint32_t counted(std::int64_t now) const noexcept; ///< after refresh

    std::int64_t m_main = 0;   ///< newest slot and its count; GCRA: when all is unused; fixed: when the window began
    std::uint32_t m_shape = 0; ///< 22 bits of window, 2 of algorithm, 4 of shift, 1 that is always set, 1 of lasting
    std::array<Slot, olderSlots> m_older{};
    std::uint16_t m_latest = 0; ///< of the newest slot

public:
    std::uint16_t watch = 0;      ///< place among those whose names are known, from 1; 0: none
    std::uint16_t unreported = 0; ///< refusals; stays at its end
    std::uint16_t reported = 0;   ///< minute of the last record, from 1; 0: never
};

} // namespace sallyport::protection
