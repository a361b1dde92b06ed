#pragma once

#include "backend/access/cel/values/value.h"

#include <optional>
#include <string>

namespace sallyport::access::cel {

/// From year 1 to year 9999: what a timestamp may be, in seconds since 1970.
inline constexpr std::int64_t leastTime = -62'135'596'800, mostTime = 253'402'300'799;
inline constexpr std::int64_t nanosPerSecond = 1'000'000'000;

/// A timestamp, or nothing beyond the range.
std::optional<Value> makeTime(std::int64_t seconds, std::int64_t nanos);
/// RFC 3339, digits of a fraction behind the ninth are left out.
std::optional<Value> readTime(std::string_view text);
/// RFC 3339 in UTC, with as many digits of a fraction as are needed.
std::string timeText(const Value& time);
/// The time so many nanoseconds later, or earlier. Nothing beyond the range.
std::optional<Value> timeAfter(const Value& time, std::int64_t nanos, bool earlier);
/// The duration between two times; nothing if it takes more than 290 years.
std::optional<Value> timeBetween(const Value& from, const Value& to);

/// `1h30m`, `-1.5s`, `0`: numbers with the units h, m, s, ms, us and ns. Nothing beyond 290 years.
std::optional<Value> readDuration(std::string_view text);
/// Decimal seconds: `5430s`, `0.25s`.
std::string durationText(const Value& duration);

} // namespace sallyport::access::cel
