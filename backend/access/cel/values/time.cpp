#include "backend/access/cel/values/time.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace sallyport::access::cel {
namespace {

__extension__ using Wide = __int128;

constexpr std::size_t nanoDigits = 9;

/// Reads exactly `count` digits from the front.
std::optional<int> takeDigits(std::string_view& text, std::size_t count)
{
    int value = 0;
    if (text.size() < count)
        return {};
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return {};
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

/// The digits behind a point, as nanoseconds.
std::optional<std::int64_t> takeFraction(std::string_view& text)
{
    std::int64_t nanos = 0;
    std::size_t digits = 0;
    for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; ++digits, text.remove_prefix(1))
        if (digits < nanoDigits)
            nanos = nanos * 10 + (text[0] - '0');
    if (digits == 0)
        return {};
    for (; digits < nanoDigits; ++digits)
        nanos *= 10;
    return nanos;
}

/// The seconds that the zone at the end is ahead of UTC.
std::optional<int> takeOffset(std::string_view& text)
{
    if (take(text, 'Z'))
        return 0;
    const bool behind = text.starts_with('-');
    if (!take(text, behind ? '-' : '+'))
        return {};
    const auto hours = takeDigits(text, 2);
    const bool colon = take(text, ':');
    const auto minutes = takeDigits(text, 2);
    if (!hours || !colon || !minutes || *hours > 23 || *minutes > 59)
        return {};
    return (behind ? -1 : 1) * (*hours * 3600 + *minutes * 60);
}

/// `.5` of a fraction, or nothing.
std::string fractionText(std::uint32_t nanos)
{
    if (nanos == 0)
        return {};
    std::array<char, 16> text;
    std::snprintf(text.data(), text.size(), ".%09u", nanos);
    std::string fraction = text.data();
    fraction.erase(fraction.find_last_not_of('0') + 1);
    return fraction;
}

struct Unit {
    std::string_view name;
    std::int64_t nanos;
};
constexpr std::array<Unit, 8> units{{{"ns", 1},
                                     {"us", 1'000},
                                     {"\u00b5s", 1'000},
                                     {"\u03bcs", 1'000},
                                     {"ms", 1'000'000},
                                     {"s", nanosPerSecond},
                                     {"m", 60 * nanosPerSecond},
                                     {"h", 3600 * nanosPerSecond}}};

/// The longest unit at the front: `ms` isn't `m`.
const Unit* takeUnit(std::string_view& text)
{
    const Unit* found = nullptr;
    for (const Unit& unit : units)
        if (text.starts_with(unit.name) && (found == nullptr || unit.name.size() > found->name.size()))
            found = &unit;
    if (found != nullptr)
        text.remove_prefix(found->name.size());
    return found;
}

/// A number with its unit, as nanoseconds, at most 2^64.
std::optional<Wide> takePart(std::string_view& text)
{
    constexpr Wide enough = Wide{1} << 64;
    Wide before = 0, behind = 0, scale = 1;
    bool digits = false;
    for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; text.remove_prefix(1), digits = true)
        before = std::min<Wide>(before * 10 + (text[0] - '0'), enough);
    if (take(text, '.')) {
        constexpr Wide finest = 1'000'000'000'000'000; // of an hour far below a nanosecond
        for (; !text.empty() && text[0] >= '0' && text[0] <= '9'; text.remove_prefix(1), digits = true) {
            if (scale < finest) {
                behind = behind * 10 + (text[0] - '0');
                scale *= 10;
            }
        }
    }
    const Unit* const unit = digits ? takeUnit(text) : nullptr;
    if (unit == nullptr)
        return {};
    return std::min<Wide>(before * unit->nanos, enough) + behind * unit->nanos / scale;
}

std::optional<Value> durationOf(Wide nanos)
{
    if (nanos < INT64_MIN || nanos > INT64_MAX)
        return {};
    return Value::duration(static_cast<std::int64_t>(nanos));
}

Wide nanosOf(const Value& time)
{
    return Wide{time.seconds()} * nanosPerSecond + time.nanos();
}

} // namespace

std::optional<Value> makeTime(std::int64_t seconds, std::int64_t nanos)
{
    if (seconds < leastTime || seconds > mostTime)
        return {};
    return Value::timestamp(seconds, static_cast<std::uint32_t>(nanos));
}

std::optional<Value> readTime(std::string_view text)
{
    std::array<int, 6> parts{};
    constexpr std::string_view behind = "--T::";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto digits = takeDigits(text, i == 0 ? 4 : 2);
        if (!digits || (i < behind.size() && !take(text, behind[i])))
            return {};
        parts[i] = *digits;
    }
    std::optional<std::int64_t> nanos = 0;
    if (take(text, '.'))
        nanos = takeFraction(text);
    const auto offset = takeOffset(text);
    const std::chrono::year_month_day day{std::chrono::year(parts[0]), std::chrono::month(static_cast<unsigned>(parts[1])),
                                          std::chrono::day(static_cast<unsigned>(parts[2]))};
    if (!nanos || !offset || !text.empty() || !day.ok() || parts[3] > 23 || parts[4] > 59 || parts[5] > 59)
        return {};
    const std::int64_t days = std::chrono::sys_days(day).time_since_epoch().count();
    return makeTime(days * 86400 + parts[3] * 3600 + parts[4] * 60 + parts[5] - *offset, *nanos);
}

std::string timeText(const Value& time)
{
    const std::chrono::sys_seconds moment{std::chrono::seconds(time.seconds())};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date(day);
    const auto clock = static_cast<unsigned>((moment - day).count());
    std::string text = "0000-00-00T00:00:00"; // years are 1 to 9999
    const auto put = [&](std::size_t end, unsigned number) {
        for (; number > 0; number /= 10)
            text[--end] = static_cast<char>('0' + number % 10);
    };
    put(4, static_cast<unsigned>(static_cast<int>(date.year())));
    put(7, static_cast<unsigned>(date.month()));
    put(10, static_cast<unsigned>(date.day()));
    put(13, clock / 3600);
    put(16, clock / 60 % 60);
    put(19, clock % 60);
    text += fractionText(time.nanos());
    text += 'Z';
    return text;
}

std::optional<Value> timeAfter(const Value& time, std::int64_t nanos, bool earlier)
{
    const Wide moment = earlier ? nanosOf(time) - nanos : nanosOf(time) + nanos;
    Wide seconds = moment / nanosPerSecond, rest = moment % nanosPerSecond;
    if (rest < 0) {
        rest += nanosPerSecond;
        --seconds;
    }
    return makeTime(static_cast<std::int64_t>(seconds), static_cast<std::int64_t>(rest));
}

std::optional<Value> timeBetween(const Value& from, const Value& to)
{
    return durationOf(nanosOf(to) - nanosOf(from));
}

std::optional<Value> readDuration(std::string_view text)
{
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+'))
        text.remove_prefix(1);
    if (text == "0")
        return Value::duration(0);
    if (text.empty())
        return {};
    constexpr Wide enough = Wide{1} << 66;
    Wide sum = 0;
    while (!text.empty()) {
        const auto part = takePart(text);
        if (!part)
            return {};
        sum = std::min<Wide>(sum + *part, enough);
    }
    return durationOf(negative ? -sum : sum);
}

std::string durationText(const Value& duration)
{
    const std::int64_t nanos = duration.durationNanos();
    const std::uint64_t size =
        nanos < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(nanos) : static_cast<std::uint64_t>(nanos);
    constexpr auto second = static_cast<std::uint64_t>(nanosPerSecond);
    return (nanos < 0 ? "-" : "") + std::to_string(size / second) + fractionText(static_cast<std::uint32_t>(size % second)) + 's';
}

} // namespace sallyport::access::cel
