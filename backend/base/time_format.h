#pragma once

#include "backend/base/clock.h"
#include "backend/base/result.h"

#include <string>
#include <string_view>

namespace sallyport {

/// RFC 3339 in UTC with milliseconds, `2026-11-24T14:31:52.418Z`.
std::string toRfc3339(UtcTime time);
/// Any RFC 3339 offset and fraction; InvalidArgument otherwise.
Result<UtcTime> fromRfc3339(std::string_view text);
/// Microseconds since 1970, as the database stores it.
inline std::int64_t toMicros(UtcTime time) noexcept
{
    return time.time_since_epoch().count();
}
inline UtcTime fromMicros(std::int64_t micros) noexcept
{
    return UtcTime(std::chrono::microseconds(micros));
}
/// `Tue, 24 Nov 2026 14:31:52 GMT` (RFC 9110 §5.6.7).
std::string toHttpDate(UtcTime time);

} // namespace sallyport
