#pragma once

#include "backend/base/clock.h"

#include <QDate>

#include <optional>

namespace sallyport::ui {

enum class PeriodChoice { Today, Week, Month, Quarter, Custom };

/// From the first local midnight to the last (not included), or to now.
struct ReportPeriod {
    UtcTime since, until;
};

/// The period of a choice as of `now`; for Custom from the start of `first` to the end of `last`. Nothing if `last`
/// comes before `first`.
std::optional<ReportPeriod> periodOf(PeriodChoice choice, UtcTime now, const QDate& first, const QDate& last);

} // namespace sallyport::ui
