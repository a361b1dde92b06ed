#pragma once

#include "backend/base/time_zone.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace sallyport::access::cel {

/// A zone that is written in an expression: a distance from UTC, or one of the system's table.
struct Zone {
    TimeZone named;
    std::optional<std::chrono::seconds> fixed;
};

/// `UTC`, `Europe/Berlin`, `+05:30`, `-08:00`, `02:00`; nothing for others.
std::optional<Zone> readZone(std::string_view text);

/// What the zone is ahead of UTC at a time, in seconds since 1970.
std::int64_t offsetOf(const Zone& zone, std::int64_t seconds);

} // namespace sallyport::access::cel
