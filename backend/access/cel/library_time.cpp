#include "backend/access/cel/library.h"
#include "backend/access/cel/values/time.h"
#include "backend/access/cel/values/zones.h"

#include <chrono>

namespace sallyport::access::cel {
namespace {

constexpr std::int64_t nanosPerMilli = 1'000'000;

/// Durations are converted, but for milliseconds, which are a part of the second.
Value ofDuration(FunctionId function, const Call& call)
{
    const std::int64_t nanos = call[0].durationNanos(), seconds = nanos / nanosPerSecond;
    switch (function) {
    case FunctionId::GetHours: return Value::integer(seconds / 3600);
    case FunctionId::GetMinutes: return Value::integer(seconds / 60);
    case FunctionId::GetSeconds: return Value::integer(seconds);
    case FunctionId::GetMilliseconds: return Value::integer(nanos % nanosPerSecond / nanosPerMilli);
    default: return call.noOverload();
    }
}

Value dateFunction(FunctionId function, const Call& call, std::chrono::sys_days day)
{
    const std::chrono::year_month_day date(day);
    switch (function) {
    case FunctionId::GetDate: return Value::integer(static_cast<unsigned>(date.day()));
    case FunctionId::GetDayOfMonth: return Value::integer(static_cast<unsigned>(date.day()) - 1);
    case FunctionId::GetMonth: return Value::integer(static_cast<unsigned>(date.month()) - 1);
    case FunctionId::GetFullYear: return Value::integer(static_cast<int>(date.year()));
    case FunctionId::GetDayOfWeek: return Value::integer(std::chrono::weekday(day).c_encoding());
    case FunctionId::GetDayOfYear:
        return Value::integer((day - std::chrono::sys_days(date.year() / std::chrono::January / 1)).count());
    default: return call.noOverload();
    }
}

} // namespace

Value timeFunction(FunctionId function, const Call& call)
{
    if (call.takes(0, Kind::Duration) && call.count() == 1)
        return ofDuration(function, call);
    if (!call.takes(0, Kind::Timestamp) || (call.count() == 2 && !call.takes(1, Kind::String)))
        return call.noOverload();
    std::int64_t wall = call[0].seconds();
    if (call.node.b != 0) {
        wall += offsetOf(call.program.zone(call.node.b - 1), wall);
    } else if (call.count() == 2) {
        constexpr std::uint64_t looking = 20; // a zone that isn't written in the expression
        const std::optional<Zone> zone = call.scratch.charge(looking) ? readZone(call[1].asText()) : std::nullopt;
        if (!zone)
            return call.fail(Failure::InvalidText, "this is no time zone");
        wall += offsetOf(*zone, wall);
    }
    const std::chrono::sys_seconds moment{std::chrono::seconds(wall)};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::int64_t clock = (moment - day).count();
    switch (function) {
    case FunctionId::GetHours: return Value::integer(clock / 3600);
    case FunctionId::GetMinutes: return Value::integer(clock / 60 % 60);
    case FunctionId::GetSeconds: return Value::integer(clock % 60);
    case FunctionId::GetMilliseconds: return Value::integer(call[0].nanos() / nanosPerMilli);
    default: return dateFunction(function, call, day);
    }
}

} // namespace sallyport::access::cel
