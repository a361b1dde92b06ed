#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include "backend/base/time_zone.h" // below Qt, as its other users have it

namespace sallyport::ui {

/// The zone in which the window shows times, as the settings say; the system's before a vault is open. It holds for the whole
/// window, like the language: GUI thread only, and what is shown already has to be shown anew.
void setShownZone(const TimeZone& zone);
const TimeZone& shownZone();
/// Its name, for a heading: `Europe/Berlin`.
QString shownZoneName();

/// The moment on the clock of that zone, to the millisecond.
QDateTime localTime(UtcTime time);
/// The same of a moment that was told in another zone.
QDateTime localTime(const QDateTime& moment);
/// When the day begins there.
UtcTime startOfDay(const QDate& day);

/// A moment as people say it, seen from `now`: `Now`, `4 min ago`, `Today 09:12`, `Yesterday`, `21 Nov 2026`. For
/// moments ahead: `In 18 s`, `In 3 days`, `Today 17:30`, `22 Feb 2027`. An invalid moment is `Never`.
QString relativeTime(const QDateTime& moment, const QDateTime& now);

/// Texts as wide as any that relativeTime makes, for columns that hold them; and of shortDate alone.
QStringList relativeTimeWords();
QStringList dateWords();

/// A date without a clock: `3 Sep 2026`.
QString shortDate(const QDate& date);
/// The format of shortDate, for an input of dates.
QString shortDateFormat();

/// Date and clock to the second, for tool tips and details: `24 Nov 2026 14:31:52`.
QString exactTime(const QDateTime& moment);

/// The same with the zone's name, for what may be read where another one holds: `24 Nov 2026 14:31:52 (Europe/Berlin)`.
QString zonedTime(UtcTime time);

/// A length of time: `18 s`, `22 min`, `3 h`, `41 days`.
QString durationText(qint64 seconds);
/// When something ends that lasts so long from now on: `In 49 min`, `In 6 days`.
QString endsInText(qint64 seconds);
/// A length that somebody has set, in the largest unit of which it is a whole number: `1 min`, `90 s`, `1 h`, `24 h`, `7 days`.
QString lengthText(qint64 seconds);

} // namespace sallyport::ui
