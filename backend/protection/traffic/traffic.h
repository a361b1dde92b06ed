#pragma once

#include "backend/base/clock.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace sallyport::protection {

/// How a request ended, for figures. Blocked is reserved for the block list and detection.
enum class TrafficOutcome { Answered, Refused, Blocked, Failed };

/// Which stage refused, for "Refusals by stage".
enum class TrafficStage {
    Parser,
    Address,
    Route,
    RateLimit,
    Authentication,
    Permission,
    StepUp,
    Schema,
    Other,
    Blocklist,
    Threat,
    Detection,
    Shed,
    Count_
};

struct TrafficSample {
    UtcTime start;
    std::uint32_t answered = 0, refused = 0, blocked = 0, failed = 0;
};

/// What one slot of the rings counted of one thing: how it is kept in the vault (traffic_log.h).
struct TrafficCount {
    std::int64_t seconds = 0; ///< how long the slot is: 60 or 3600
    std::int64_t number = 0;  ///< which slot: its start in seconds since 1970, divided by `seconds`
    std::size_t counter = 0;  ///< a TrafficOutcome, or 4 + a TrafficStage
    std::uint32_t count = 0;  ///< never 0
    auto operator<=>(const TrafficCount&) const = default;
};
inline constexpr std::size_t trafficOutcomes = 4;
inline constexpr std::size_t trafficCounters = trafficOutcomes + static_cast<std::size_t>(TrafficStage::Count_);

/// Counts requests without locks, in one-second, one-minute and one-hour rings (last hour, day, week). Any thread;
/// a few nanoseconds a call.
class Traffic {
public:
    explicit Traffic(const Clock& clock);
    ~Traffic();

    void count(TrafficOutcome outcome, TrafficStage stage = TrafficStage::Other) noexcept;

    /// Requests a second over the last 5 whole seconds.
    double requestsPerSecond() const;
    enum class Span { Hour, Day, Week };
    /// 60 one-minute, 96 quarter-hour or 84 two-hour columns, oldest first, the current one last.
    std::vector<TrafficSample> series(Span span) const;
    /// What was refused or blocked, by stage, in the time that series(Span::Day) shows: the sums are the same.
    std::array<std::uint64_t, static_cast<std::size_t>(TrafficStage::Count_)> refusalsByStage() const;

    /// Since when is counted, if that is later than where the first column of the span begins: its figures are of this time.
    std::optional<UtcTime> shortSince(Span span) const;
    /// When counting began; when this object was made, unless somebody knows better.
    void setCountedSince(UtcTime since) noexcept;

    /// What the minutes and hours hold that end after `since`, and aren't ahead of the clock; those of a day and of a week at
    /// most.
    std::vector<TrafficCount> countsSince(UtcTime since) const;
    /// Adds what was counted before; what no longer fits, is ahead of the clock or names no counter is passed over.
    void restore(std::span<const TrafficCount> counts) noexcept;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::protection
