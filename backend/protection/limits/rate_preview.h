#pragma once

#include "backend/protection/limits/rate_history.h"
#include "backend/protection/limits/rate_rule.h"

#include <string>
#include <vector>

namespace sallyport::protection {

/// Whom numbers would have refused, of one caller.
struct PreviewedCaller {
    std::string caller; ///< as AskedMinute has it
    std::int64_t requests = 0;
    std::int64_t from = 0, until = 0; ///< minutes since 1970, the first and the last
};

/// Plays what was asked against numbers, by the limiter's own algorithm; requests of a minute as if they came evenly, in at most
/// 20 steps. `minutes` are sorted by caller, then by time. Who was refused nothing isn't in the answer; most first.
std::vector<PreviewedCaller> previewOf(const RateNumbers& numbers, const std::vector<AskedMinute>& minutes);

/// `number` and so many percent more, rounded up to two digits.
std::uint32_t withRoom(std::uint32_t number, std::uint32_t percent) noexcept;

} // namespace sallyport::protection
