#include "app/report/charts.h"
#include "app/report/sections.h"

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double width = Pages::right - Pages::left, contentsRow = 20;
constexpr qint64 firstOverview = 2, firstOfEvents = 3;
constexpr std::size_t slicesMost = 20; ///< below the line of the events, so that all lines of the contents fit on the cover

QString timeText(const Pages& pages, const QDateTime& time)
{
    return pages.locale().toString(time, string(pages.texts().date) + u", HH:mm"_s) + u' ' + offsetText(time);
}

QString periodText(const Pages& pages, const Header& header)
{
    const Texts& texts = pages.texts();
    if (header.since.isValid() && header.until.isValid())
        return timeText(pages, header.since) + u" – "_s + timeText(pages, header.until);
    if (header.since.isValid())
        return string(texts.fromOn).arg(timeText(pages, header.since));
    if (header.until.isValid())
        return string(texts.upTo).arg(timeText(pages, header.until));
    return string(texts.allTime);
}

double drawFacts(Pages& pages, const Header& header, double y)
{
    const Texts& texts = pages.texts();
    const std::pair<const char16_t*, QString> facts[] = {
        {texts.zone, header.zone},
        {texts.period, periodText(pages, header)},
        {texts.selection, string(header.filtered ? texts.filtered : texts.allEvents)},
        {texts.preparedBy, header.operatorName},
        {texts.generated, timeText(pages, header.generated)},
    };
    for (const auto& [label, value] : facts) {
        pages.text(Pages::left, y, string(label), Style::Body, color::muted);
        pages.text(Pages::left + 90, y, value, Style::Body, color::text, width - 90);
        y += 17;
    }
    return y;
}

void drawFigures(Pages& pages, const Header& header, double y)
{
    const Texts& texts = pages.texts();
    const std::pair<const char16_t*, qint64> figures[] = {
        {texts.events, header.total},
        {texts.failure, header.outcomes[1]},
        {texts.refused, header.outcomes[2]},
        {texts.blocked, header.outcomes[3]},
        {texts.serious, header.severities[2] + header.severities[3]},
    };
    const double slot = width / 5;
    for (int i = 0; i < 5; ++i) {
        const double x = Pages::left + slot * i;
        pages.text(x, y, string(figures[i].first), Style::Small, color::muted, slot - 8);
        pages.text(x, y + 25, pages.number(figures[i].second), Style::Figure);
    }
}

void drawLegend(Pages& pages, const Header& header, double y)
{
    const Texts& texts = pages.texts();
    const char16_t* const names[] = {texts.success, texts.failure, texts.refused, texts.blocked};
    double x = Pages::right;
    for (int i = 3; i >= 0; --i) {
        const QString entry = string(names[i]) + u"  "_s + pages.number(header.outcomes[static_cast<std::size_t>(i)]);
        pages.text(x, y, entry, Style::Small, color::muted, 0, Qt::AlignRight);
        x -= pages.widthOf(entry, Style::Small) + 10;
        pages.fill(QRectF(x, y - 6, 6, 6), color::outcome[i], 1);
        x -= 14;
    }
}

void drawChainLine(Pages& pages, const Header& header, double y)
{
    const Texts& texts = pages.texts();
    const bool intact = header.chain.intact;
    pages.fill(QRectF(Pages::left, y, width, 26), intact ? color::successTint : color::dangerTint, 4);
    pages.dot(Pages::left + 14, y + 13, 3, intact ? color::success : color::danger);
    const QString said = intact ? string(header.chain.accepted > 0 ? texts.chainAccepted : texts.chainIntact)
                                : string(texts.chainBroken).arg(pages.number(header.chain.firstBad), u"…"_s);
    pages.text(Pages::left + 26, y + 16.4, intact ? said : said.left(said.indexOf(u':')).trimmed(), Style::BodyStrong,
               intact ? color::success : color::danger);
    const QString checked = string(texts.eventsChecked) + u"  "_s + pages.number(header.chain.checked);
    pages.text(Pages::right - 12, y + 16.4, checked, Style::Body, intact ? color::success : color::danger, 0, Qt::AlignRight);
}

/// The events of a slice of time, told apart by its first day.
struct EventsOf {
    QDate first;
    qint64 count = 0;
};
enum class Sliced { Day, Month, Year };

std::vector<EventsOf> sliced(const Header& header, Sliced by)
{
    std::vector<EventsOf> slices;
    for (const Header::Day& day : header.days) {
        const QDate first = by == Sliced::Day     ? day.date
                            : by == Sliced::Month ? QDate(day.date.year(), day.date.month(), 1)
                                                  : QDate(day.date.year(), 1, 1);
        if (slices.empty() || slices.back().first != first)
            slices.push_back({first, 0});
        slices.back().count += day.total();
    }
    return slices;
}

QString nameOf(const Pages& pages, QDate first, Sliced by)
{
    switch (by) {
    case Sliced::Day: return pages.locale().toString(first, string(pages.texts().date));
    case Sliced::Month: return pages.locale().toString(first, u"MMMM yyyy"_s);
    case Sliced::Year: return QString::number(first.year());
    }
    return {};
}

} // namespace

std::vector<ContentsLine> contentsOf(const Pages& pages, const Header& header)
{
    const Texts& texts = pages.texts();
    std::vector<ContentsLine> lines{{string(texts.overview), firstOverview}};
    if (header.total > 0)
        lines.push_back({string(texts.events), firstOfEvents});
    qint64 told = 0;
    for (const Header::Day& day : header.days)
        told += day.total();
    // The table stands in order of time, so the days say where they begin; not if they don't add up.
    for (const Sliced by : {Sliced::Day, Sliced::Month, Sliced::Year}) {
        const auto slices = sliced(header, by);
        if (told != header.total || slices.size() < 2 || slices.size() > slicesMost)
            continue;
        qint64 place = 0;
        for (const EventsOf& slice : slices) {
            if (slice.count > 0)
                lines.push_back({nameOf(pages, slice.first, by), firstOfEvents + EventTable::pageOf(place), 1});
            place += slice.count;
        }
        break;
    }
    lines.push_back({string(texts.chainTitle), firstOfEvents + EventTable::pagesFor(header.total)});
    return lines;
}

void drawCover(Pages& pages, const Header& header, const std::vector<ContentsLine>& contents)
{
    const Texts& texts = pages.texts();
    pages.logo(Pages::left, Pages::top, 20);
    pages.text(Pages::left + 29, Pages::top + 14, u"Sallyport"_s, Style::BodyStrong);
    pages.text(Pages::right, Pages::top + 14, header.vault, Style::Body, color::muted, 0, Qt::AlignRight);
    double y = 190;
    pages.text(Pages::left, y, header.title.isEmpty() ? string(texts.auditReport) : header.title, Style::Display, color::text,
               width);
    y = drawFacts(pages, header, y + 40) + 30;
    pages.text(Pages::left, y, string(texts.contents), Style::Heading);
    y += 12;
    const double row = contentsRow, most = Pages::bottom - 40 - 16;
    for (const ContentsLine& line : contents) {
        if (y + row > most)
            break; // slicesMost fit
        const bool below = line.level > 0;
        if (!below)
            pages.line(Pages::left, y, Pages::right, y, color::rowLine, 0.5);
        pages.text(Pages::left + (below ? 16 : 0), y + row - 6, line.title, below ? Style::Small : Style::Body,
                   below ? color::muted : color::text, width - 76);
        pages.text(Pages::right, y + row - 6, pages.number(line.page), below ? Style::Small : Style::Body,
                   below ? color::muted : color::text, 0, Qt::AlignRight);
        y += below ? row - 5 : row;
    }
    drawChainLine(pages, header, Pages::bottom - 40);
}

void drawOverview(Pages& pages, const Header& header)
{
    const Texts& texts = pages.texts();
    double y = Pages::top + 18;
    pages.text(Pages::left, y, string(texts.overview), Style::Heading);
    y += 14;
    pages.line(Pages::left, y, Pages::right, y, color::line);
    drawFigures(pages, header, y + 22);
    y += 66;
    pages.line(Pages::left, y, Pages::right, y, color::line);
    if (header.total == 0) {
        pages.text(Pages::left, y + 30, string(texts.noEvents), Style::Body, color::muted);
        return;
    }
    const Series series = seriesOf(header);
    const char16_t* const heading = series.slice == Slice::Day     ? texts.eventsByDay
                                    : series.slice == Slice::Week  ? texts.eventsByWeek
                                    : series.slice == Slice::Month ? texts.eventsByMonth
                                                                   : texts.eventsByYear;
    pages.text(Pages::left, y + 24, string(heading), Style::Heading);
    drawLegend(pages, header, y + 24);
    drawColumns(pages, QRectF(Pages::left, y + 40, width, 190), series);
    y += 252;
    pages.text(Pages::left, y + 20, string(texts.mostFrequent), Style::Heading);
    drawBars(pages, Pages::left, y + 30, width, header.kinds, 16);
}

} // namespace sallyport::report
