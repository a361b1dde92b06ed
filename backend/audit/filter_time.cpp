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

UtcTime midnight(UtcTime time)
{
    return std::chrono::floor<std::chrono::days>(time);
}

/// What a short form leaves out: `2026-11-24` gets a time, `...T14:00` its seconds, both a zone.
std::string completed(std::string_view text)
{
    constexpr std::size_t date = 10, minutes = 16; // bytes
    std::string whole(text.substr(0, date));
    if (text.size() == date)
        return whole + "T00:00:00Z";
    std::string_view rest = text.substr(date);
    const std::size_t zone = rest.find_first_of("Z+-z");
    std::string time(rest.substr(0, zone));
    if (time.size() == minutes - date)
        time += ":00";
    return whole + time + (zone == rest.npos ? "Z" : std::string(rest.substr(zone)));
}

} // namespace

std::optional<UtcTime> parseFilterTime(std::string_view text, UtcTime now)
{
    const std::string word = toLowerAscii(text);
    if (word == "now")
        return now;
    if (word == "today")
        return midnight(now);
    if (word == "yesterday")
        return midnight(now) - std::chrono::days(1);
    if (const auto back = ago(word))
        return now - *back;
    if (text.size() < 10)
        return std::nullopt;
    const auto absolute = fromRfc3339(completed(text));
    return absolute ? std::optional(*absolute) : std::nullopt;
}

} // namespace sallyport::audit
