#pragma once

#include "backend/base/clock.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <vector>

namespace sallyport::protection {

/// How a request ended, for figures. Blocked is reserved for the block list and detection.
enum class TrafficOutcome { Answered, Refused, Blocked, Failed };

/// Which stage refused, for "Refusals by stage".
enum class TrafficStage { Parser, Address, Route, RateLimit, Authentication, Permission, StepUp, Schema, Other, Count_ };

struct TrafficSample {
    UtcTime start;
    std::uint32_t answered = 0, refused = 0, blocked = 0, failed = 0;
};

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
    /// By stage, over the last 24 hours.
    std::array<std::uint64_t, static_cast<std::size_t>(TrafficStage::Count_)> refusalsByStage() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace sallyport::protection
