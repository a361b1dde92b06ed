#pragma once

#include "backend/base/clock.h"
#include "backend/base/result.h"

#include <chrono>
#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace sallyport {

/// The zone in which times are shown and in which times without a zone are read: UTC, the system's, or one of the system's table
/// of zones. A value; any thread. Where clocks go by summer time a reading of the clock may be missing or stand twice: see
/// fromWall().
class TimeZone {
public:
    /// UTC.
    TimeZone() = default;
    /// `UTC`, `system` (what the process's TZ says, or the machine), or a name such as `Europe/Berlin`, to the letter;
    /// InvalidArgument for others.
    [[nodiscard]] static Result<TimeZone> named(std::string_view name);

    [[nodiscard]] static TimeZone system() noexcept;

    /// As named() takes it.
    std::string_view name() const noexcept;
    /// Where it is: `UTC`, `Europe/Berlin`; of a system whose zone has no name its distance at `when`, `UTC+05:30`.
    std::string place(UtcTime when) const;
    /// What the clock is ahead of UTC.
    std::chrono::seconds offsetAt(UtcTime time) const;

    /// What the clock on the wall shows, as if that were UTC.
    UtcTime toWall(UtcTime time) const { return time + offsetAt(time); }
    /// The moment of a reading of the clock: the first of the two if it stands twice; if it is left out, the moment at which the
    /// clocks went forward.
    UtcTime fromWall(UtcTime wall) const;
    /// The begin of the day in which the time is; not at 00:00 where the clocks go forward at midnight.
    UtcTime startOfDay(UtcTime time) const;
    /// RFC 3339 with milliseconds: `2026-11-24T15:31:52.418+01:00`, `...Z` in UTC.
    std::string rfc3339(UtcTime time) const;

    bool operator==(const TimeZone& other) const noexcept { return m_kind == other.m_kind && m_zone == other.m_zone; }

private:
    enum class Kind : std::uint8_t { Utc, System, Named };

    Kind m_kind = Kind::Utc;
    const date::time_zone* m_zone = nullptr; ///< of the process's table, which never changes
};

} // namespace sallyport
