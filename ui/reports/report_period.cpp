#include "ui/reports/report_period.h"

#include "ui/words/relative_time.h"

namespace sallyport::ui {
std::optional<ReportPeriod> periodOf(PeriodChoice choice, UtcTime now, const QDate& first, const QDate& last)
{
    // `until` is not included, and what happens now shall be.
    const UtcTime end = now + std::chrono::microseconds(1);
    const QDate today = localTime(now).date();
    switch (choice) {
    case PeriodChoice::Today: return ReportPeriod{startOfDay(today), end};
    case PeriodChoice::Week: return ReportPeriod{startOfDay(today.addDays(-6)), end};
    case PeriodChoice::Month: return ReportPeriod{startOfDay(today.addDays(-29)), end};
    case PeriodChoice::Quarter: return ReportPeriod{startOfDay(today.addDays(-89)), end};
    case PeriodChoice::Custom: break;
    }
    if (!first.isValid() || !last.isValid() || last < first)
        return std::nullopt;
    return ReportPeriod{startOfDay(first), startOfDay(last.addDays(1))};
}

} // namespace sallyport::ui
