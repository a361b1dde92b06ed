#include "app/report/charts.h"

#include <algorithm>
#include <cmath>

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

constexpr int columnLimit = 62;
constexpr int monthLimit = 120;
constexpr double barRow = 17;

QDate startOf(QDate day, Slice slice)
{
    switch (slice) {
    case Slice::Day: return day;
    case Slice::Week: return day.addDays(1 - day.dayOfWeek());
    case Slice::Month: return QDate(day.year(), day.month(), 1);
    case Slice::Years: return QDate(day.year(), 1, 1);
    }
    return day;
}

QDate after(QDate start, const Series& series)
{
    switch (series.slice) {
    case Slice::Day: return start.addDays(1);
    case Slice::Week: return start.addDays(7);
    case Slice::Month: return start.addMonths(1);
    case Slice::Years: return start.addYears(series.years);
    }
    return start.addDays(1);
}

/// 1, 2 or 5 times a power of ten, so that three or four steps reach the top.
qint64 gridStep(qint64 most)
{
    double step = 1;
    while (step * 4 < static_cast<double>(most)) {
        const double digit = step / std::pow(10, std::floor(std::log10(step)));
        step *= digit < 1.5 ? 2 : digit < 3 ? 2.5 : 2;
    }
    return static_cast<qint64>(std::llround(step));
}

QString label(const Pages& pages, QDate date, Slice slice)
{
    if (slice == Slice::Years)
        return QString::number(date.year());
    return pages.locale().toString(date, slice == Slice::Month ? u"MMM yyyy"_s : string(pages.texts().shortDate));
}

void drawGrid(Pages& pages, const QRectF& area, qint64 step, int steps)
{
    for (int i = 0; i <= steps; ++i) {
        const double y = area.bottom() - area.height() * i / steps;
        pages.line(area.left(), y, area.right(), y, i == 0 ? color::line : color::rowLine);
        pages.text(area.left() - 6, y + 2.5, pages.number(step * i), Style::Small, color::muted, 0, Qt::AlignRight);
    }
}

} // namespace

Series seriesOf(const Header& header)
{
    Series series;
    if (header.days.empty())
        return series;
    QDate first = header.days.front().date, last = header.days.back().date;
    if (header.since.isValid())
        first = std::min(first, header.since.date());
    if (header.until.isValid())
        last = std::max(last, header.until.addMSecs(-1).date());
    const qint64 days = first.daysTo(last) + 1;
    const int years = last.year() - first.year() + 1;
    series.slice = days <= columnLimit        ? Slice::Day
                   : days <= columnLimit * 7  ? Slice::Week
                   : years <= monthLimit / 12 ? Slice::Month
                                              : Slice::Years;
    if (series.slice == Slice::Years)
        series.years = (years + columnLimit - 1) / columnLimit;
    auto day = header.days.begin();
    for (QDate start = startOf(first, series.slice); start <= last; start = after(start, series)) {
        Column column{start, {}};
        for (; day != header.days.end() && day->date < after(start, series); ++day)
            for (std::size_t i = 0; i < column.outcomes.size(); ++i)
                column.outcomes[i] += day->outcomes[i];
        series.columns.push_back(column);
    }
    return series;
}

void drawColumns(Pages& pages, const QRectF& whole, const Series& series)
{
    qint64 most = 1;
    for (const Column& column : series.columns)
        most = std::max(most, column.total());
    const qint64 step = gridStep(most);
    const int steps = static_cast<int>((most + step - 1) / step);
    const double scaleWidth = pages.widthOf(pages.number(step * steps), Style::Small) + 8;
    const QRectF area = whole.adjusted(scaleWidth, 0, 0, -16);
    drawGrid(pages, area, step, steps);

    const auto count = static_cast<double>(series.columns.size());
    const double slot = std::min(area.width() / count, 48.0);
    const double bar = std::max(slot * 0.7, std::min(slot, 1.5));
    const double height = area.height() / static_cast<double>(step * steps);
    const auto labels = static_cast<std::size_t>(std::ceil(52 / slot));
    for (std::size_t i = 0; i < series.columns.size(); ++i) {
        const double x = area.left() + slot * static_cast<double>(i) + (slot - bar) / 2;
        double y = area.bottom();
        for (std::size_t outcome = 0; outcome < 4; ++outcome) {
            const double part = height * static_cast<double>(series.columns[i].outcomes[outcome]);
            if (part <= 0)
                continue; // not even a hairline
            pages.fill(QRectF(x, y - part, bar, part), color::outcome[outcome]);
            y -= part;
        }
        if (i % labels == 0)
            pages.text(x + bar / 2, area.bottom() + 12, label(pages, series.columns[i].start, series.slice), Style::Small,
                       color::muted, 0, Qt::AlignHCenter);
    }
}

double drawBars(Pages& pages, double x, double y, double width, const std::vector<Header::Kind>& kinds, std::size_t most)
{
    constexpr double nameWidth = 190, countWidth = 70;
    const double room = width - nameWidth - countWidth;
    const std::size_t shown = std::min(most, kinds.size());
    for (std::size_t i = 0; i < shown; ++i, y += barRow) {
        const double share = static_cast<double>(kinds[i].count) / static_cast<double>(kinds.front().count);
        pages.text(x, y + 11, kinds[i].title, Style::Body, color::text, nameWidth - 10);
        pages.fill(QRectF(x + nameWidth, y + 4, std::max(room * share, 1.0), 8), color::outcome[0], 1.5);
        pages.text(x + width, y + 11, pages.number(kinds[i].count), Style::Body, color::text, 0, Qt::AlignRight);
    }
    if (kinds.size() > shown) {
        const QString others = string(pages.texts().others).arg(pages.number(static_cast<qint64>(kinds.size() - shown)));
        pages.text(x, y + 11, others, Style::Body, color::muted);
        y += barRow;
    }
    return y;
}

} // namespace sallyport::report
