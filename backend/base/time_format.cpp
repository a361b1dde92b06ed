#include "backend/base/time_format.h"

#include <array>
#include <cstdio>
#include <optional>

namespace sallyport {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// Reads a date and time from the front of its text, part by part; `failed` stays set once a part was wrong.
class Reader {
public:
    explicit Reader(std::string_view text) noexcept : m_text(text) {}

    int digits(std::size_t count) noexcept
    {
        if (m_text.size() < count)
            m_failed = true;
        int value = 0;
        for (std::size_t i = 0; !m_failed && i < count; ++i) {
            const char c = m_text[i];
            m_failed = c < '0' || c > '9';
            value = value * 10 + (c - '0');
        }
        if (!m_failed)
            m_text.remove_prefix(count);
        return m_failed ? 0 : value;
    }

    void literal(std::string_view oneOf) noexcept
    {
        if (m_text.empty() || oneOf.find(m_text.front()) == oneOf.npos)
            m_failed = true;
        else
            m_text.remove_prefix(1);
    }

    bool next(char c) const noexcept { return m_text.starts_with(c); }
    bool nextIsDigit() const noexcept { return !m_text.empty() && m_text.front() >= '0' && m_text.front() <= '9'; }
    bool atEnd() const noexcept { return m_text.empty(); }
    bool failed() const noexcept { return m_failed; }

private:
    std::string_view m_text;
    bool m_failed = false;
};

/// `.418` and the like, cut to microseconds.
microseconds readFraction(Reader& reader)
{
    if (!reader.next('.'))
        return {};
    reader.literal(".");
    std::int64_t micros = reader.digits(1);
    int count = 1;
    while (reader.nextIsDigit()) {
        const int digit = reader.digits(1);
        if (count < 6) {
            micros = micros * 10 + digit;
            ++count;
        }
    }
    for (; count < 6; ++count)
        micros *= 10;
    return microseconds(micros);
}

std::optional<minutes> readOffset(Reader& reader)
{
    if (reader.next('Z') || reader.next('z')) {
        reader.literal("Zz");
        return minutes(0);
    }
    const bool west = reader.next('-');
    reader.literal("+-");
    const int hour = reader.digits(2);
    reader.literal(":");
    const int minute = reader.digits(2);
    if (hour > 23 || minute > 59)
        return std::nullopt;
    const minutes offset = hours(hour) + minutes(minute);
    return west ? -offset : offset;
}

Error notATime()
{
    return makeError(ErrorCode::InvalidArgument, "not a date and time as in RFC 3339");
}

struct Parts {
    std::chrono::year_month_day date;
    std::chrono::hh_mm_ss<microseconds> time;
    unsigned weekday = 0;
};

Parts partsOf(UtcTime time)
{
    const auto day = floor<days>(time);
    microseconds rest = time.time_since_epoch() % microseconds(days(1)); // the day's begin may be before what can be counted
    if (rest < microseconds(0))
        rest += days(1);
    return {std::chrono::year_month_day(day), std::chrono::hh_mm_ss<microseconds>(rest), std::chrono::weekday(day).c_encoding()};
}

} // namespace

std::string toRfc3339(UtcTime time)
{
    const Parts parts = partsOf(time);
    const int year = static_cast<int>(parts.date.year());
    if (year < 0 || year > 9999) { // of a damaged row
        std::array<char, 48> text;
        const int length = std::snprintf(
            text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", year, static_cast<unsigned>(parts.date.month()),
            static_cast<unsigned>(parts.date.day()), static_cast<int>(parts.time.hours().count()),
            static_cast<int>(parts.time.minutes().count()), static_cast<int>(parts.time.seconds().count()),
            static_cast<int>(parts.time.subseconds().count() / 1000));
        return std::string(text.data(), static_cast<std::size_t>(length));
    }
    // Digit by digit: an export writes a million of them.
    std::string text = "0000-00-00T00:00:00.000Z";
    const auto put = [&text](std::size_t end, std::int64_t value) {
        for (; value > 0; value /= 10)
            text[--end] = static_cast<char>('0' + value % 10);
    };
    put(4, year);
    put(7, static_cast<unsigned>(parts.date.month()));
    put(10, static_cast<unsigned>(parts.date.day()));
    put(13, parts.time.hours().count());
    put(16, parts.time.minutes().count());
    put(19, parts.time.seconds().count());
    put(23, parts.time.subseconds().count() / 1000);
    return text;
}

Result<UtcTime> fromRfc3339(std::string_view text)
{
    constexpr std::size_t longest = 64; // date, time, offset and a generous fraction
    if (text.size() > longest)
        return notATime();
    Reader reader(text);
    const int year = reader.digits(4);
    reader.literal("-");
    const int month = reader.digits(2);
    reader.literal("-");
    const int day = reader.digits(2);
    reader.literal("Tt");
    const int hour = reader.digits(2);
    reader.literal(":");
    const int minute = reader.digits(2);
    reader.literal(":");
    const int second = reader.digits(2);
    const microseconds fraction = readFraction(reader);
    const std::optional<minutes> offset = readOffset(reader);
    if (reader.failed() || !reader.atEnd() || !offset || hour > 23 || minute > 59 || second > 60)
        return notATime();

    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return notATime();
    const UtcTime minuteStart = std::chrono::sys_days(date) + hours(hour) + minutes(minute) - *offset;
    if (second == 60) {
        // A leap second stands at the end of a UTC day only; POSIX time counts it as the next day's first.
        if (minuteStart + minutes(1) != floor<days>(minuteStart + minutes(1)))
            return notATime();
        return minuteStart + minutes(1);
    }
    return minuteStart + seconds(second) + fraction;
}

std::string toHttpDate(UtcTime time)
{
    static constexpr std::array<const char*, 7> dayNames{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<const char*, 12> monthNames{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Parts parts = partsOf(time);
    std::array<char, 48> text;
    const int length =
        std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02d:%02d:%02d GMT", dayNames[parts.weekday],
                      static_cast<unsigned>(parts.date.day()), monthNames[static_cast<unsigned>(parts.date.month()) - 1],
                      static_cast<int>(parts.date.year()), static_cast<int>(parts.time.hours().count()),
                      static_cast<int>(parts.time.minutes().count()), static_cast<int>(parts.time.seconds().count()));
    return std::string(text.data(), static_cast<std::size_t>(length));
}

} // namespace sallyport
