#include "backend/reports/plan_times.h"

namespace sallyport::reports {

namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;

sys_days wallDay(const TimeZone& zone, UtcTime time)
{
    return std::chrono::floor<days>(zone.toWall(time));
}

sys_days mondayOf(sys_days day)
{
    return day - (std::chrono::weekday(day) - std::chrono::Monday);
}

sys_days firstOfMonth(sys_days day, int later)
{
    const year_month_day date(day);
    return sys_days((date.year() / date.month() + months(later)) / std::chrono::day(1));
}

UtcTime at(const TimeZone& zone, sys_days day, int hour = 0)
{
    return zone.fromWall(UtcTime(day) + std::chrono::hours(hour));
}

} // namespace

UtcTime nextDue(Frequency frequency, int hour, const TimeZone& zone, UtcTime after)
{
    const sys_days today = wallDay(zone, after);
    for (int turn = 0;; ++turn) {
        const sys_days day = frequency == Frequency::Daily    ? today + days(turn)
                             : frequency == Frequency::Weekly ? mondayOf(today) + days(7 * turn)
                                                              : firstOfMonth(today, turn);
        if (const UtcTime due = at(zone, day, hour); due > after)
            return due;
    }
}

Span lastWhole(Period period, const TimeZone& zone, UtcTime time)
{
    const sys_days today = wallDay(zone, time);
    switch (period) {
    case Period::Day: return {at(zone, today - days(1)), at(zone, today)};
    case Period::Week: return {at(zone, mondayOf(today) - days(7)), at(zone, mondayOf(today))};
    case Period::Month: break;
    }
    return {at(zone, firstOfMonth(today, -1)), at(zone, firstOfMonth(today, 0))};
}

} // namespace sallyport::reports
