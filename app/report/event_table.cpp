#include "app/report/sections.h"

namespace sallyport::report {

using namespace Qt::StringLiterals;

namespace {

constexpr double rowHeight = 16, headHeight = 22;
constexpr int rowsPerPage = static_cast<int>((Pages::bottom - Pages::top - headHeight) / rowHeight);

// Where the columns begin, and how wide their text may be.
struct Column {
    double x, room;
};
constexpr Column number{Pages::left + 38, 38}, time{Pages::left + 47, 84}, event{Pages::left + 140, 160};
constexpr Column who{Pages::left + 306, 78}, address{Pages::left + 390, 62}, outcome{Pages::left + 457, 42};
static_assert(outcome.x + outcome.room <= Pages::right);

const char16_t* outcomeText(const Texts& texts, int index)
{
    const char16_t* const all[] = {texts.oneSuccess, texts.oneFailure, texts.oneRefused, texts.oneBlocked};
    return all[index];
}

QRgb outcomeColor(int index)
{
    constexpr QRgb all[] = {color::muted, color::text, color::warning, color::danger};
    return all[index];
}

} // namespace

qint64 EventTable::pagesFor(qint64 events)
{
    return (events + rowsPerPage - 1) / rowsPerPage;
}

qint64 EventTable::pageOf(qint64 place)
{
    return place / rowsPerPage;
}

bool EventTable::add(const Row& row)
{
    if (m_onPage < 0 || m_onPage == rowsPerPage) {
        if (!m_pages.next())
            return false;
        drawHead();
        m_onPage = 0;
    }
    drawRow(row, Pages::top + headHeight + rowHeight * m_onPage);
    ++m_onPage;
    return true;
}

void EventTable::drawHead()
{
    const Texts& texts = m_pages.texts();
    const double baseline = Pages::top + 10;
    m_pages.text(number.x, baseline, string(texts.number), Style::SmallStrong, color::muted, 0, Qt::AlignRight);
    m_pages.text(time.x, baseline, string(texts.time) + u" ("_s + m_zone + u')', Style::SmallStrong, color::muted, time.room);
    for (const auto& [column, title] :
         {std::pair{event, texts.event}, {who, texts.who}, {address, texts.address}, {outcome, texts.outcome}})
        m_pages.text(column.x, baseline, string(title), Style::SmallStrong, color::muted, column.room);
    m_pages.line(Pages::left, Pages::top + headHeight - 5, Pages::right, Pages::top + headHeight - 5, color::line, 0.75);
}

void EventTable::drawRow(const Row& row, double y)
{
    const double baseline = y + 8;
    m_pages.text(number.x, baseline, QString::number(row.sequence), Style::Small, color::muted, 0, Qt::AlignRight);
    m_pages.text(time.x, baseline, row.time, Style::Small, color::text, time.room);
    // Warnings and worse have a mark; everything else is calm.
    if (row.severity >= 2)
        m_pages.dot(event.x - 5, baseline - 2.6, 1.7, row.severity == 3 ? color::outcome[3] : color::outcome[2]);
    m_pages.text(event.x, baseline, row.event, row.severity == 3 ? Style::SmallStrong : Style::Small, color::text, event.room);
    // What it was done to, unless the actor says it already.
    if (!row.object.isEmpty() && row.object != row.who) {
        const double used = m_pages.widthOf(row.event, row.severity == 3 ? Style::SmallStrong : Style::Small) + 5;
        if (used + 20 < event.room)
            m_pages.text(event.x + used, baseline, row.object, Style::Small, color::muted, event.room - used);
    }
    m_pages.text(who.x, baseline, row.who, Style::Small, color::text, who.room);
    m_pages.text(address.x, baseline, row.address, Style::Small, color::text, address.room);
    m_pages.text(outcome.x, baseline, string(outcomeText(m_pages.texts(), row.outcome)), Style::Small, outcomeColor(row.outcome),
                 outcome.room);
    m_pages.line(Pages::left, y + rowHeight - 3.5, Pages::right, y + rowHeight - 3.5, color::rowLine, 0.4);
}

} // namespace sallyport::report
