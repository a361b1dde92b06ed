#pragma once

#include "backend/base/time_zone.h"
#include "backend/reports/report.h"

namespace sallyport::reports {

/// When a plan is due for the first time after `after`, by the clock on the wall.
UtcTime nextDue(Frequency frequency, int hour, const TimeZone& zone, UtcTime after);

struct Span {
    UtcTime since, until;
};
/// The last whole day, week (from Monday) or month that was over at `at`.
Span lastWhole(Period period, const TimeZone& zone, UtcTime at);

} // namespace sallyport::reports
