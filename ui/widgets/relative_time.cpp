#include "ui/widgets/relative_time.h"

#include <QCoreApplication>
#include <QLocale>

#include <cstdlib>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString tr(const char* text, int n = -1)
{
    return QCoreApplication::translate("sallyport::ui::RelativeTime", text, nullptr, n);
}

QString clock(const QDateTime& moment)
{
    return moment.toLocalTime().toString(u"HH:mm"_s);
}

QString past(const QDateTime& moment, const QDateTime& now)
{
    const qint64 seconds = moment.secsTo(now);
    if (seconds < minute)
        return tr(QT_TRANSLATE_NOOP("sallyport::ui::RelativeTime", "Now"));
    if (seconds < hour)
        return tr(QT_TRANSLATE_N_NOOP("sallyport::ui::RelativeTime", "%n min ago"), static_cast<int>(seconds / minute));
    const qint64 days = moment.toLocalTime().date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return tr(QT_TRANSLATE_NOOP("sallyport::ui::RelativeTime", "Today %1")).arg(clock(moment));
    if (days == 1)
        return tr(QT_TRANSLATE_NOOP("sallyport::ui::RelativeTime", "Yesterday"));
    return shortDate(moment.toLocalTime().date());
}

QString ahead(const QDateTime& moment, const QDateTime& now)
{
    const qint64 seconds = now.secsTo(moment);
    if (seconds < minute)
        return tr(QT_TRANSLATE_N_NOOP("sallyport::ui::RelativeTime", "In %n s"), static_cast<int>(seconds));
    if (seconds < hour)
        return tr(QT_TRANSLATE_N_NOOP("sallyport::ui::RelativeTime", "In %n min"), static_cast<int>(seconds / minute));
    const qint64 days = now.toLocalTime().date().daysTo(moment.toLocalTime().date());
    if (days == 0)
        return tr(QT_TRANSLATE_NOOP("sallyport::ui::RelativeTime", "Today %1")).arg(clock(moment));
    if (days == 1)
        return tr(QT_TRANSLATE_NOOP("sallyport::ui::RelativeTime", "Tomorrow"));
    if (days <= 7)
        return tr(QT_TRANSLATE_N_NOOP("sallyport::ui::RelativeTime", "In %n days"), static_cast<int>(days));
    return shortDate(moment.toLocalTime().date());
}

} // namespace

QString relativeTime(const QDateTime& moment, const QDateTime& now)
{
    if (!moment.isValid())
        return tr(QT_TRANSLATE_NOOP("sallyport::ui::RelativeTime", "Never"));
    return moment <= now ? past(moment, now) : ahead(moment, now);
}

QString shortDate(const QDate& date)
{
    return QLocale().toString(date, u"d MMM yyyy"_s);
}

QString exactTime(const QDateTime& moment)
{
    if (!moment.isValid())
        return {};
    const QDateTime local = moment.toLocalTime();
    return shortDate(local.date()) + u' ' + local.toString(u"HH:mm:ss"_s);
}

QString durationText(qint64 seconds)
{
    if (seconds < 2 * minute)
        return tr(QT_TRANSLATE_N_NOOP("sallyport::ui::RelativeTime", "%n s"), static_cast<int>(seconds));
    if (seconds < 2 * hour)
        return tr(QT_TRANSLATE_N_NOOP("sallyport::ui::RelativeTime", "%n min"), static_cast<int>(seconds / minute));
    if (seconds < 2 * day)
        return tr(QT_TRANSLATE_N_NOOP("sallyport::ui::RelativeTime", "%n h"), static_cast<int>(seconds / hour));
    return tr(QT_TRANSLATE_N_NOOP("sallyport::ui::RelativeTime", "%n days"), static_cast<int>(seconds / day));
}

} // namespace sallyport::ui
