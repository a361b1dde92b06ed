#include "backend/base/time_zone.h"

#include "backend/base/time_format.h"

#include <date/tz.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>

namespace sallyport {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr std::string_view systemName = "system", utcName = "UTC";
constexpr std::size_t nameLimit = 64; // bytes; the longest of the table has 32

/// Null if there is none of that name, or no table.
const date::time_zone* find(std::string_view name)
{
    try {
        return date::locate_zone(std::string(name));
    } catch (const std::exception&) {
        return nullptr;
    }
}

/// The name of the machine's zone, if it has one: what TZ says, else where the link of the machine leads.
std::string systemPlace()
{
    // Nobody sets it: the program that started us has.
    if (const char* set = std::getenv("TZ"); set != nullptr && *set != '\0') {
        std::string_view name = set;
        name.remove_prefix(name.starts_with(':') ? 1 : 0);
        return find(name) != nullptr ? std::string(name) : std::string();
    }
    std::error_code failure;
    const std::string target = std::filesystem::read_symlink("/etc/localtime", failure).string();
    constexpr std::string_view table = "zoneinfo/";
    const std::size_t at = target.find(table);
    if (failure || at == target.npos)
        return {};
    const std::string name = target.substr(at + table.size());
    return name == "Etc/UTC" || name == "Etc/UCT" ? std::string(utcName) : name;
}

std::string distance(seconds offset, std::string_view atZero)
{
    if (offset == seconds(0))
        return std::string(atZero);
    const auto whole = std::chrono::duration_cast<std::chrono::minutes>(std::chrono::abs(offset)).count();
    std::array<char, 16> text;
    const int length = std::snprintf(text.data(), text.size(), "%c%02d:%02d", offset < seconds(0) ? '-' : '+',
                                     static_cast<int>(whole / 60), static_cast<int>(whole % 60));
    return std::string(text.data(), static_cast<std::size_t>(length));
}

} // namespace

Result<TimeZone> TimeZone::named(std::string_view name)
{
    if (name == utcName)
        return TimeZone();
    if (name == systemName)
        return system();
    const date::time_zone* known = name.empty() || name.size() > nameLimit ? nullptr : find(name);
    if (known == nullptr)
        return makeError(ErrorCode::InvalidArgument, "Must be UTC, system, or a zone of this system such as Europe/Berlin.");
    TimeZone zone;
    zone.m_kind = Kind::Named;
    zone.m_zone = known;
    return zone;
}

TimeZone TimeZone::system() noexcept
{
    TimeZone zone;
    zone.m_kind = Kind::System;
    return zone;
}

std::string_view TimeZone::name() const noexcept
{
    return m_kind == Kind::Utc ? utcName : m_kind == Kind::System ? systemName : std::string_view(m_zone->name());
}

std::string TimeZone::place(UtcTime when) const
{
    if (m_kind != Kind::System)
        return std::string(name());
    std::string place = systemPlace();
    return place.empty() ? std::string(utcName) + distance(offsetAt(when), "") : place;
}

seconds TimeZone::offsetAt(UtcTime time) const
{
    if (m_kind == Kind::Utc)
        return {};
    if (m_kind == Kind::Named)
        return m_zone->get_info(std::chrono::floor<seconds>(time)).offset;
    const auto moment = static_cast<std::time_t>(std::chrono::floor<seconds>(time).time_since_epoch().count());
    std::tm parts{};
    return localtime_r(&moment, &parts) != nullptr ? seconds(parts.tm_gmtoff) : seconds(0);
}

UtcTime TimeZone::fromWall(UtcTime wall) const
{
    const seconds before = offsetAt(wall - days(1)), after = offsetAt(wall + days(1));
    for (const seconds offset : {std::max(before, after), std::min(before, after)}) {
        if (offsetAt(wall - offset) == offset)
            return wall - offset;
    }
    // Left out: somewhere between, the clocks went forward.
    auto low = std::chrono::floor<seconds>(wall - days(1)), high = std::chrono::floor<seconds>(wall + days(1));
    while (high - low > seconds(1)) {
        const auto middle = low + (high - low) / 2;
        (offsetAt(middle) == before ? low : high) = middle;
    }
    return high;
}

UtcTime TimeZone::startOfDay(UtcTime time) const
{
    return fromWall(std::chrono::floor<days>(toWall(time)));
}

std::string TimeZone::rfc3339(UtcTime time) const
{
    const seconds offset = offsetAt(time);
    // At the ends of what can be counted, where only a damaged row can be, no zone adds anything.
    if (offset == seconds(0) || time < UtcTime::min() + days(2) || time > UtcTime::max() - days(2))
        return toRfc3339(time);
    std::string text = toRfc3339(time + offset);
    text.pop_back(); // Z
    return text + distance(offset, "");
}

} // namespace sallyport
