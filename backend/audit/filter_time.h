#pragma once

#include "backend/base/time_zone.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace sallyport::audit {

inline constexpr std::size_t filterTimeLimit = 64; ///< bytes; the longest form with a fraction and a zone has 40

/// A time as the filter writes it, nothing if it isn't one: `90s`, `30m`, `1h`, `7d`, `2w` before `now`; `now`, `today`,
/// `yesterday` (midnight in `zone`); `2026-11-24`, `2026-11-24T14:00`, with seconds, fraction and `Z` or `+01:00` if wanted
/// (in `zone` without).
std::optional<UtcTime> parseFilterTime(std::string_view text, UtcTime now, const TimeZone& zone);

} // namespace sallyport::audit
