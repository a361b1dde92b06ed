#pragma once

#include <QDateTime>
#include <QString>

#include "backend/base/clock.h" // below Qt, as its other users have it

namespace sallyport::ui {

/// The moment on this computer's clock, to the millisecond.
QDateTime localTime(UtcTime time);

/// A moment as people say it, seen from `now`: `Now`, `4 min ago`, `Today 09:12`, `Yesterday`, `21 Nov 2026`. For
/// moments ahead: `In 18 s`, `In 3 days`, `Today 17:30`, `22 Feb 2027`. An invalid moment is `Never`.
QString relativeTime(const QDateTime& moment, const QDateTime& now);

/// A date without a clock: `3 Sep 2026`.
QString shortDate(const QDate& date);
/// The format of shortDate, for an input of dates.
QString shortDateFormat();

/// Date and clock to the second, for tool tips and details: `24 Nov 2026 14:31:52`.
QString exactTime(const QDateTime& moment);

/// A length of time: `18 s`, `22 min`, `3 h`, `41 days`.
QString durationText(qint64 seconds);

} // namespace sallyport::ui
