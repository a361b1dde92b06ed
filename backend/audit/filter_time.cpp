#include "backend/audit/filter_time.h"

#include "backend/base/time_format.h"
#include "backend/base/utf8.h"

#include <charconv>
#include <string>

namespace sallyport::audit {

namespace {

constexpr int longestAgo = 36'500; ///< days

std::optional<std::chrono::seconds> ago(std::string_view text)
{
    if (text.size() < 2)
        return std::nullopt;
    std::int64_t unit = 0;
    switch (text.back()) {
    case 's': unit = 1; break;
    case 'm': unit = 60; break;
    case 'h': unit = 3'600; break;
    case 'd': unit = 86'400; break;
    case 'w': unit = 7 * 86'400; break;
    default: return std::nullopt;
    }
    text.remove_suffix(1);
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || end != text.data() + text.size() || count < 0 || count > std::int64_t{longestAgo} * 86'400 / unit)
        return std::nullopt;
    return std::chrono::seconds(count * unit);
}

/// A date, perhaps with a time, perhaps with a zone of its own.
std::optional<UtcTime> absolute(std::string_view text, const TimeZone& zone)
{
    constexpr std::size_t date = 10, minutes = 16; // bytes
    if (text.size() < date)
        return std::nullopt;
    // What a short form leaves out: `2026-11-24` gets a time, `...T14:00` its seconds.
    const std::string_view rest = text.substr(date);
    const std::size_t own = rest.find_first_of("Z+-z");
    std::string whole(text.substr(0, date));
    whole += rest.empty() ? std::string_view("T00:00:00") : rest.substr(0, own);
    if (whole.size() == minutes)
        whole += ":00";
    const bool bare = rest.empty() || own == rest.npos;
    whole += bare ? std::string_view("Z") : rest.substr(own);
    const auto time = fromRfc3339(whole);
    if (!time)
        return std::nullopt;
    return bare ? zone.fromWall(*time) : *time;
}

} // namespace

std::optional<UtcTime> parseFilterTime(std::string_view text, UtcTime now, const TimeZone& zone)
{
    const std::string word = toLowerAscii(text);
    if (word == "now")
        return now;
    if (word == "today")
        return zone.startOfDay(now);
    if (word == "yesterday") // days are not all of 24 hours
        return zone.startOfDay(zone.startOfDay(now) - std::chrono::hours(1));
    if (const auto back = ago(word))
        return now - *back;
    return absolute(text, zone);
}

} // namespace sallyport::audit
