#include "ui/words/relative_time.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::RelativeTime)
};

TimeZone& shown()
{
    static TimeZone zone = TimeZone::system();
    return zone;
}

QString clock(const QDateTime& moment)
{
    return localTime(moment).toString(u"HH:mm"_s);
}

QString past(const QDateTime& moment, const QDateTime& now)
{
    const qint64 seconds = moment.secsTo(now);
    if (seconds < minute)
        return Words::tr("Now");
    if (seconds < hour)
        return Words::tr("%Ln min ago", nullptr, static_cast<int>(seconds / minute));
    const qint64 days = localTime(moment).date().daysTo(localTime(now).date());
    if (days == 0)
        return Words::tr("Today %1").arg(clock(moment));
    if (days == 1)
        return Words::tr("Yesterday");
    return shortDate(localTime(moment).date());
}

QString ahead(const QDateTime& moment, const QDateTime& now)
{
    const qint64 seconds = now.secsTo(moment);
    if (seconds < minute)
        return Words::tr("In %Ln s", nullptr, static_cast<int>(seconds));
    if (seconds < hour)
        return Words::tr("In %Ln min", nullptr, static_cast<int>(seconds / minute));
    const qint64 days = localTime(now).date().daysTo(localTime(moment).date());
    if (days == 0)
        return Words::tr("Today %1").arg(clock(moment));
    if (days == 1)
        return Words::tr("Tomorrow");
    if (days <= 7)
        return Words::tr("In %Ln days", nullptr, static_cast<int>(days));
    return shortDate(localTime(moment).date());
}

} // namespace

void setShownZone(const TimeZone& zone)
{
    shown() = zone;
}

const TimeZone& shownZone()
{
    return shown();
}

QString shownZoneName()
{
    return QString::fromStdString(
        shownZone().place(std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now())));
}

QDateTime localTime(UtcTime time)
{
    // By its distance: Qt's own table may know other zones than the one that filters and reports go by.
    const auto offset = static_cast<int>(shownZone().offsetAt(time).count());
    const qint64 millis = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(millis, Qt::OffsetFromUTC, offset);
}

QDateTime localTime(const QDateTime& moment)
{
    return localTime(UtcTime(std::chrono::milliseconds(moment.toMSecsSinceEpoch())));
}

UtcTime startOfDay(const QDate& day)
{
    return shownZone().fromWall(UtcTime(std::chrono::days(QDate(1970, 1, 1).daysTo(day))));
}

QString relativeTime(const QDateTime& moment, const QDateTime& now)
{
    if (!moment.isValid())
        return Words::tr("Never");
    return moment <= now ? past(moment, now) : ahead(moment, now);
}

QStringList relativeTimeWords()
{
    const QDateTime now(QDate(2028, 6, 15), QTime(12, 0), Qt::UTC);
    QStringList words{relativeTime({}, now)};
    constexpr qint64 most = minute - 1;
    for (const qint64 seconds : {qint64{0}, most * minute, 8 * hour, day, -most, -most * minute, -8 * hour, -day, -7 * day})
        words << relativeTime(now.addSecs(-seconds), now);
    return words + dateWords();
}

QStringList dateWords()
{
    QStringList words;
    for (int month = 1; month <= 12; ++month)
        words << shortDate(QDate(2028, month, 28));
    return words;
}

QString shortDate(const QDate& date)
{
    return QLocale().toString(date, shortDateFormat());
}

QString shortDateFormat()
{
    //: A date as QLocale::toString takes it; in German `d. MMM yyyy`
    return Words::tr("d MMM yyyy");
}

QString exactTime(const QDateTime& moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = localTime(moment);
    return shortDate(local.date()) + u' ' + local.toString(u"HH:mm:ss"_s);
}

QString zonedTime(UtcTime time)
{
    const QString zone = QString::fromStdString(shownZone().place(time));
    return u"%1 (%2)"_s.arg(exactTime(localTime(time)), zone);
}

QString durationText(qint64 seconds)
{
    if (seconds < 2 * minute)
        return Words::tr("%Ln s", nullptr, static_cast<int>(seconds));
    if (seconds < 2 * hour)
        return Words::tr("%Ln min", nullptr, static_cast<int>(seconds / minute));
    if (seconds < 2 * day)
        return Words::tr("%Ln h", nullptr, static_cast<int>(seconds / hour));
    return Words::tr("%Ln days", nullptr, static_cast<int>(seconds / day));
}

QString endsInText(qint64 seconds)
{
    // Whole sentences: after “In” the words have other endings in some languages.
    if (seconds < 2 * minute)
        return Words::tr("In %Ln s", nullptr, static_cast<int>(std::max<qint64>(seconds, 0)));
    if (seconds < 2 * hour)
        return Words::tr("In %Ln min", nullptr, static_cast<int>(seconds / minute));
    if (seconds < 2 * day)
        return Words::tr("In %Ln h", nullptr, static_cast<int>(seconds / hour));
    return Words::tr("In %Ln days", nullptr, static_cast<int>(seconds / day));
}

QString lengthText(qint64 seconds)
{
    if (seconds >= 2 * day && seconds % day == 0)
        return Words::tr("%Ln days", nullptr, static_cast<int>(seconds / day));
    if (seconds >= hour && seconds % hour == 0)
        return Words::tr("%Ln h", nullptr, static_cast<int>(seconds / hour));
    if (seconds >= minute && seconds % minute == 0)
        return Words::tr("%Ln min", nullptr, static_cast<int>(seconds / minute));
    return Words::tr("%Ln s", nullptr, static_cast<int>(seconds));
}

} // namespace sallyport::ui
