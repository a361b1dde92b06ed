#include "backend/access/cel/values/zones.h"

namespace sallyport::access::cel {
namespace {

std::optional<std::chrono::seconds> readDistance(std::string_view text)
{
    const bool behind = text.starts_with('-');
    if (behind || text.starts_with('+'))
        text.remove_prefix(1);
    const auto digit = [&text](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : 100; };
    if (text.size() != 5 || text[2] != ':')
        return {};
    const int hours = digit(0) * 10 + digit(1), minutes = digit(3) * 10 + digit(4);
    if (hours > 23 || minutes > 59)
        return {};
    return std::chrono::seconds((behind ? -1 : 1) * (hours * 3600 + minutes * 60));
}

} // namespace

std::optional<Zone> readZone(std::string_view text)
{
    if (const auto fixed = readDistance(text))
        return Zone{{}, fixed};
    if (text == "system") // a setting's word, no zone
        return {};
    auto named = TimeZone::named(text);
    return named ? std::optional(Zone{*named, {}}) : std::nullopt;
}

std::int64_t offsetOf(const Zone& zone, std::int64_t seconds)
{
    if (zone.fixed)
        return zone.fixed->count();
    return zone.named.offsetAt(UtcTime(std::chrono::seconds(seconds))).count();
}

} // namespace sallyport::access::cel
