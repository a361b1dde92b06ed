#pragma once

#include "backend/api/trace.h"
#include "backend/protection/limits/rate_limiter.h"
#include "backend/protection/traffic/traffic.h"

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace sallyport::api {

/// What is counted of requests for who watches the server. Each thread counts in numbers of its own, which nobody else writes:
/// a count costs an addition, without a lock and without a word to another core. Any thread.
class RequestCounters {
public:
    /// The classes of rate limits in their order, then what has none: probes, and what never found a route.
    static constexpr std::size_t probes = static_cast<std::size_t>(protection::RateClass::Count_);
    static constexpr std::size_t unrouted = probes + 1;
    static constexpr std::size_t classes = unrouted + 1;
    /// `api_read` and so on, `probe`, `none`.
    static std::string_view classWord(std::size_t number) noexcept;

    /// Upper bounds of how long a request took, in microseconds; longer ones are counted beside them.
    static constexpr auto bounds = std::to_array<std::uint32_t>(
        {100, 250, 500, 1'000, 2'500, 5'000, 10'000, 25'000, 100'000, 500'000, 2'500'000, 10'000'000});

    RequestCounters();
    ~RequestCounters();

    /// One request has had its answer.
    void answered(std::size_t requestClass, protection::TrafficOutcome outcome, protection::TrafficStage refusedBy,
                  std::chrono::steady_clock::duration took, const Trace& trace) noexcept;
    /// One that never became a request.
    void malformed(protection::TrafficOutcome outcome) noexcept;

    struct Time {
        std::uint64_t count = 0, nanoseconds = 0;
    };
    /// All threads together, since the start of the program.
    struct Totals {
        std::array<std::array<std::uint64_t, protection::trafficOutcomes>, classes> requests{};
        std::array<std::array<std::uint64_t, bounds.size() + 1>, classes> took{}; ///< each by itself; the last: longer
        std::array<std::uint64_t, classes> nanoseconds{};
        std::array<Time, Trace::capacity> stages{}; ///< in the order of the pipeline
        std::array<std::uint64_t, static_cast<std::size_t>(protection::TrafficStage::Count_)> refusals{};
    };
    Totals totals() const;

private:
    struct Numbers;
    Numbers& mine() noexcept;

    const std::uint64_t m_id; ///< no other's before or after
    mutable std::mutex m_mutex;
    std::map<std::thread::id, std::unique_ptr<Numbers>> m_threads; ///< a thread that has gone leaves its number to another
    std::unique_ptr<Numbers> m_spare;                              ///< where there is no memory for more
};

/// The word of a stage's refusals in figures: `rate_limit`.
std::string_view trafficStageWord(protection::TrafficStage stage) noexcept;

} // namespace sallyport::api
