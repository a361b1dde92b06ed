#include "backend/audit/documents/event_document.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/strict_json.h"
#include "backend/base/time_format.h"
#include "backend/reports/templates/template.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::reports {

namespace {

using audit::Cell;
using audit::CellType;
using audit::Phrase;

constexpr std::uint32_t eventsAtOnce = 1000;
constexpr int chartSlices = 40;
constexpr std::size_t detailText = 64 * 1024;

/// What the event says beside its kind: differences, or why.
std::string differences(const audit::Event& event)
{
    if (event.detailsJson.empty())
        return event.reason;
    const auto parsed = parseStrictJson(event.detailsJson, detailText);
    if (!parsed || !parsed->is_object())
        return event.reason;
    const boost::json::value* const changes = parsed->as_object().if_contains("changes");
    if (changes == nullptr || !changes->is_array())
        return event.reason;
    std::string text;
    for (const boost::json::value& change : changes->as_array()) {
        const auto member = [&change](std::string_view name) {
            const boost::json::value* const value = change.is_object() ? change.as_object().if_contains(name) : nullptr;
            return value != nullptr && value->is_string() ? std::string(value->as_string()) : std::string();
        };
        text += (text.empty() ? "" : "; ") + member("field") + ": " + member("old") + " → " + member("new");
    }
    return text;
}

std::string sliceText(UtcTime start, const TimeZone& zone, bool withHours)
{
    const std::string text = zone.rfc3339(start);
    return withHours ? text.substr(5, 5) + " " + text.substr(11, 5) : text.substr(0, 10);
}

bool isOf(const std::string& family, const std::string& word)
{
    if (family.ends_with(".*"))
        return word.starts_with(family.substr(0, family.size() - 1));
    return family == word || (family.ends_with('.') && word.starts_with(family));
}

} // namespace

std::vector<std::string> within(const std::vector<std::string>& kinds, const std::vector<std::string>& given)
{
    if (given.empty())
        return kinds;
    std::vector<std::string> found;
    for (const audit::EventKind& kind : audit::eventKinds()) {
        const std::string word(kind.word);
        const auto takes = [&](const std::string& family) { return isOf(family, word); };
        if (std::ranges::any_of(kinds, takes) && std::ranges::any_of(given, takes))
            found.push_back(word);
    }
    if (found.empty())
        found.emplace_back("none"); // selects nothing
    return found;
}

Result<void> writeEventTable(Draft& draft, const audit::EventQuery& query, const Phrase& caption, bool main)
{
    SALLYPORT_ASSIGN(const std::int64_t total, draft.sources.events.count(draft.actor, query));
    draft.expect(total);
    audit::Table table;
    table.id = "events";
    table.caption = caption;
    table.rows = total;
    table.main = main;
    table.isLong = true;
    table.lines = 2; // what has changed takes room
    table.columns = {{"time", "Time", CellType::Time, 15},     {"kind", "Event", CellType::Phrase, 19},
                     {"actor", "Who", CellType::Text, 14},     {"object", "Object", CellType::Text, 15},
                     {"change", "Change", CellType::Text, 25}, {"address", "Address", CellType::Text, 12},
                     {"sequence", "No.", CellType::Number, 6}};
    SALLYPORT_TRY(draft.writer.beginTable(table));
    std::string cursor;
    do {
        SALLYPORT_ASSIGN(const journal::EventPage page,
                         draft.sources.events.list(draft.actor, query, eventsAtOnce, cursor, true));
        for (const audit::Event& event : page.events) {
            const audit::EventKind* const known = audit::findEventKind(event.kind);
            SALLYPORT_TRY(draft.writer.row({event.time, known ? Cell(Phrase(known->title, "EventKind")) : Cell(event.kind),
                                            audit::cellOf(event.actor.name), audit::cellOf(event.object.name),
                                            audit::cellOf(differences(event)), audit::cellOf(event.address), event.sequence}));
        }
        SALLYPORT_TRY(draft.advance(static_cast<std::int64_t>(page.events.size())));
        cursor = draft.writer.wantsRows() ? page.nextCursor : std::string();
    } while (!cursor.empty());
    return draft.writer.endTable();
}

Result<void> noteDamage(audit::DocumentWriter& writer)
{
    return writer.note("DAMAGED: the audit journal of this vault is not whole. What this report says may be incomplete",
                       audit::Tone::Bad);
}

Result<void> writeEventChart(Draft& draft, const audit::EventQuery& query, const Phrase& title)
{
    SALLYPORT_ASSIGN(const auto columns, draft.sources.events.histogram(draft.actor, query, chartSlices));
    audit::Chart chart;
    chart.title = title;
    chart.series = {Phrase("Info or notice"), Phrase("Warning"), Phrase("Critical")};
    chart.tones = {audit::Tone::Plain, audit::Tone::Attention, audit::Tone::Bad};
    const TimeZone zone = draft.sources.settings.values()->timesZone;
    const bool hours = columns.size() > 1 && columns[1].start - columns[0].start < std::chrono::hours(20);
    std::int64_t total = 0, most = 0;
    UtcTime when{};
    for (const journal::EventColumn& column : columns) {
        const std::int64_t here = std::int64_t{column.info} + column.notice + column.warning + column.critical;
        total += here;
        if (here > most) {
            most = here;
            when = column.start;
        }
        chart.points.push_back({Phrase(sliceText(column.start, zone, hours), std::string_view()),
                                {std::int64_t{column.info} + column.notice, column.warning, column.critical}});
    }
    if (total == 0)
        return draft.writer.note("There were no such events.");
    chart.summary =
        Phrase("%1 events, most from %2 on: %3", {std::to_string(total), sliceText(when, zone, true), std::to_string(most)});
    return draft.writer.chart(chart);
}

} // namespace sallyport::reports
