#pragma once

#include "backend/protection/limits/rate_rule.h"

#include <algorithm>
#include <chrono>
#include <cstdint>

namespace sallyport::protection {

/// A rule as a check needs it: one word, so that it is read and changed as a whole without a lock.
struct RateShape {
    std::uint32_t requests = 0;      ///< 0: nothing is let in
    std::uint32_t windowSeconds = 1; ///< 1 to settings::rateWindowLimit
    RateAlgorithm algorithm = RateAlgorithm::Sliding;
    RateSubject subject = RateSubject::Address;
    settings::ControlMode mode = settings::ControlMode::Off;
    std::uint32_t cost = 1;
    bool lasting = false; ///< of what is saved first: tries of passwords and codes

    static constexpr std::uint32_t mostRequests = (1u << 24) - 1, mostSeconds = (1u << 22) - 1, mostCost = (1u << 10) - 1;

    constexpr std::int64_t windowMicros() const noexcept { return std::int64_t{windowSeconds} * 1'000'000; }

    /// 24 bits of requests, 22 of seconds, 10 of cost, 2 of algorithm, 3 of subject, 2 of mode, 1 of lasting.
    constexpr std::uint64_t pack() const noexcept
    {
        return std::uint64_t{std::min(requests, mostRequests)} | std::uint64_t{std::clamp(windowSeconds, 1u, mostSeconds)} << 24 |
               std::uint64_t{std::min(cost, mostCost)} << 46 | static_cast<std::uint64_t>(algorithm) << 56 |
               static_cast<std::uint64_t>(subject) << 58 | static_cast<std::uint64_t>(mode) << 61 | std::uint64_t{lasting} << 63;
    }
    static constexpr RateShape unpack(std::uint64_t word) noexcept
    {
        const auto bits = [word](unsigned from, unsigned count) {
            return static_cast<std::uint32_t>(word >> from & ((std::uint64_t{1} << count) - 1));
        };
        return {bits(0, 24),
                bits(24, 22),
                static_cast<RateAlgorithm>(bits(56, 2)),
                static_cast<RateSubject>(bits(58, 3)),
                static_cast<settings::ControlMode>(bits(61, 2)),
                bits(46, 10),
                bits(63, 1) != 0};
    }
};

} // namespace sallyport::protection
