#include "backend/base/time_zone.h"

#include "backend/base/descriptor.h"
#include "backend/base/time_format.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <filesystem>
#include <optional>

#include <unistd.h>

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

/// A day of each year as the last line of a zone's file names it (POSIX.1-2017 §8.3, RFC 9636 §3.3.1): `M3.5.0/2`, `J60`,
/// `59/-1`.
struct YearlyMoment {
    enum class Form : std::uint8_t { Weekday, DayWithoutLeap, DayOfYear };
    Form form = Form::Weekday;
    int month = 1, week = 1, day = 0;
    seconds after{7200}; ///< the midnight at which that day begins, on the wall

    /// As the wall shows it.
    date::local_seconds in(date::year year) const
    {
        const auto newYear = date::local_days(year / 1 / 1);
        if (form == Form::DayOfYear)
            return newYear + days(day) + after;
        if (form == Form::DayWithoutLeap)
            return newYear + days(day - 1 + (year.is_leap() && day >= 60 ? 1 : 0)) + after;
        const date::weekday weekday(static_cast<unsigned>(day));
        const auto inMonth = year / date::month(static_cast<unsigned>(month));
        const auto at = week == 5 ? date::local_days(inMonth / date::weekday_last(weekday))
                                  : date::local_days(inMonth / weekday[static_cast<unsigned>(week)]);
        return at + after;
    }
};

/// What holds behind the last change that a zone's file has by itself.
struct YearlyRule {
    seconds standard{}, summer{}; ///< ahead of UTC
    YearlyMoment begin, end;      ///< of summer time

    seconds offsetAt(date::sys_seconds time) const
    {
        const date::year year = date::year_month_day(date::floor<days>(time + standard)).year();
        const date::sys_seconds from(begin.in(year).time_since_epoch() - standard);
        const date::sys_seconds to(end.in(year).time_since_epoch() - summer);
        const bool isSummer = from < to ? time >= from && time < to : time >= from || time < to;
        return isSummer ? summer : standard;
    }
};

/// Reads the line piece by piece; what doesn't fit makes it end.
class RuleReader {
public:
    explicit RuleReader(std::string_view line) : m_rest(line) {}

    /// Nothing where there is no summer time, or where the line can't be read.
    std::optional<YearlyRule> read()
    {
        YearlyRule rule;
        if (!name() || !time(rule.standard) || !name())
            return std::nullopt;
        rule.standard = -rule.standard; // POSIX counts to the west
        rule.summer = rule.standard + std::chrono::hours(1);
        if (!m_rest.starts_with(',')) {
            if (!time(rule.summer))
                return std::nullopt;
            rule.summer = -rule.summer;
        }
        if (!moment(rule.begin) || !moment(rule.end) || !m_rest.empty())
            return std::nullopt;
        return rule;
    }

private:
    bool take(char c)
    {
        if (!m_rest.starts_with(c))
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    bool name()
    {
        const bool quoted = take('<');
        std::size_t length = 0;
        while (length < m_rest.size() &&
               (quoted ? m_rest[length] != '>' : std::isalpha(static_cast<unsigned char>(m_rest[length])) != 0))
            ++length;
        m_rest.remove_prefix(length);
        return length > 0 && (!quoted || take('>'));
    }
    bool number(int& to, int least, int most)
    {
        const auto read = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), to);
        if (read.ec != std::errc() || to < least || to > most)
            return false;
        m_rest.remove_prefix(static_cast<std::size_t>(read.ptr - m_rest.data()));
        return true;
    }
    /// `[+-]h[:m[:s]]`, up to a week either way.
    bool time(seconds& to)
    {
        const bool negative = take('-');
        if (!negative)
            take('+');
        int whole = 0, sixtieth = 0, rest = 0;
        if (!number(whole, 0, 167) || (take(':') && (!number(sixtieth, 0, 59) || (take(':') && !number(rest, 0, 59)))))
            return false;
        to = std::chrono::hours(whole) + std::chrono::minutes(sixtieth) + seconds(rest);
        if (negative)
            to = -to;
        return true;
    }
    bool moment(YearlyMoment& to)
    {
        if (!take(','))
            return false;
        bool good = false;
        if (take('M')) {
            good = number(to.month, 1, 12) && take('.') && number(to.week, 1, 5) && take('.') && number(to.day, 0, 6);
        } else if (take('J')) {
            to.form = YearlyMoment::Form::DayWithoutLeap;
            good = number(to.day, 1, 365);
        } else {
            to.form = YearlyMoment::Form::DayOfYear;
            good = number(to.day, 0, 365);
        }
        return good && (!take('/') || time(to.after));
    }

    std::string_view m_rest;
};

/// The last line of a zone's file: the changes themselves are there up to 2037 only, and the library reads nothing else.
std::optional<YearlyRule> yearlyRule(const std::string& zone)
{
    const char* const set = std::getenv("TZDIR");
    const auto file = openToRead(std::filesystem::path(set != nullptr && *set != '\0' ? set : "/usr/share/zoneinfo") / zone);
    if (!file)
        return std::nullopt;
    constexpr off_t longest = 128;
    const off_t size = ::lseek(file->get(), 0, SEEK_END);
    std::string line(longest, '\0');
    const ssize_t got = ::pread(file->get(), line.data(), line.size(), std::max<off_t>(0, size - longest));
    line.resize(static_cast<std::size_t>(std::max<ssize_t>(0, got)));
    if (!line.ends_with('\n'))
        return std::nullopt;
    line.pop_back();
    const std::size_t begin = line.rfind('\n');
    return begin == line.npos ? std::nullopt : RuleReader(std::string_view(line).substr(begin + 1)).read();
}

/// The begin of the last year whose changes the files list.
constexpr date::sys_seconds lastListed = date::sys_days(date::year(2037) / 1 / 1);

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
    if (m_kind == Kind::Named) {
        const auto moment = std::chrono::floor<seconds>(time);
        const date::sys_info listed = m_zone->get_info(moment);
        if (moment >= lastListed && listed.end - moment > days(3650))
            if (const auto rule = yearlyRule(m_zone->name()))
                return rule->offsetAt(moment);
        return listed.offset;
    }
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
