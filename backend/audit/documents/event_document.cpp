#include "backend/audit/documents/event_document.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"

#include <algorithm>
#include <numeric>

namespace sallyport::audit {

namespace {

constexpr std::size_t chartColumns = 62, chartKinds = 10;
constexpr std::int64_t dayMicros = 86'400'000'000;

std::int64_t sumOf(const ReportSummary::OutcomeCounts& counts)
{
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

/// Columns of as many whole days as it takes for them to fit.
Chart chartOfDays(const ReportSummary& summary)
{
    const std::int64_t first = summary.days.front().number, last = summary.days.back().number;
    const std::int64_t width = (last - first) / static_cast<std::int64_t>(chartColumns) + 1;
    Chart chart;
    chart.title = width == 1 ? Phrase("Events by day") : Phrase("Events by %1 days", {std::to_string(width)});
    const auto most =
        std::ranges::max_element(summary.days, {}, [](const ReportSummary::Day& day) { return sumOf(day.outcomes); });
    chart.summary =
        Phrase("%1 events from %2 to %3, most on %4: %5", {std::to_string(summary.total), dayText(first), dayText(last),
                                                           dayText(most->number), std::to_string(sumOf(most->outcomes))});
    for (const Outcome outcome : {Outcome::Success, Outcome::Failure, Outcome::Refused, Outcome::Blocked})
        chart.series.push_back(outcomeWords(outcome));
    chart.tones = {Tone::Plain, Tone::Good, Tone::Attention, Tone::Bad};
    auto day = summary.days.begin();
    for (std::int64_t start = first; start <= last; start += width) {
        Chart::Point point{Phrase(dayText(start), std::string_view()), std::vector<std::int64_t>(4)};
        for (; day != summary.days.end() && day->number < start + width; ++day)
            for (std::size_t i = 0; i < day->outcomes.size(); ++i)
                point.values[i] += day->outcomes[i];
        chart.points.push_back(std::move(point));
    }
    return chart;
}

Chart chartOfKinds(const ReportSummary& summary)
{
    Chart chart;
    chart.kind = Chart::Kind::Bars;
    chart.title = "Most frequent events";
    chart.series = {Phrase("Events")};
    for (std::size_t i = 0; i < std::min(chartKinds, summary.kinds.size()); ++i) {
        const EventKind* const known = findEventKind(summary.kinds[i].word);
        chart.points.push_back({known ? Phrase(known->title, "EventKind") : Phrase(summary.kinds[i].word, std::string_view()),
                                {summary.kinds[i].count}});
    }
    chart.summary = Phrase(
        "%1 kinds; the most frequent: %2, %3 times",
        {std::to_string(summary.kinds.size()), textOf(chart.points.front().label), std::to_string(summary.kinds.front().count)});
    return chart;
}

Result<void> writeChain(DocumentWriter& writer, const ChainReport& chain)
{
    SALLYPORT_TRY(writer.section("Chain and verification"));
    if (!chain.intact)
        SALLYPORT_TRY(writer.note(Phrase("The chain is broken at event %1: %2",
                                         {std::to_string(chain.firstBad), std::string(problemWord(chain.problem))}),
                                  Tone::Bad));
    else if (chain.accepted.empty())
        SALLYPORT_TRY(writer.note("The chain is intact", Tone::Good));
    else
        SALLYPORT_TRY(writer.note("The chain is intact but for damage that was accepted", Tone::Attention));
    for (const AcceptedDamage& accepted : chain.accepted)
        SALLYPORT_TRY(
            writer.note(Phrase("Accepted damage, events %1 to %2, by %3: %4",
                               {std::to_string(accepted.first), std::to_string(accepted.last), accepted.by, accepted.why}),
                        Tone::Attention));
    SALLYPORT_TRY(writer.figures({{"Events checked", chain.checked}, {"Last event", chain.head.sequence}}));
    return writer.note(Phrase("Hash of the chain: %1", {chain.head.hash}), Tone::Plain);
}

} // namespace

std::string dayText(std::int64_t day)
{
    return toRfc3339(fromMicros(day * dayMicros)).substr(0, 10);
}

Phrase outcomeWords(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Success: return "Succeeded";
    case Outcome::Failure: return "Failed";
    case Outcome::Refused: return "Refused";
    case Outcome::Blocked: return "Blocked";
    }
    return "Blocked";
}

Phrase severityWords(Severity severity)
{
    switch (severity) {
    case Severity::Info: return "Info";
    case Severity::Notice: return "Notice";
    case Severity::Warning: return "Warning";
    case Severity::Critical: return "Critical";
    }
    return "Critical";
}

Result<void> beginEventDocument(DocumentWriter& writer, const ReportRequest& request, const ReportContext& context,
                                const ReportSummary& summary, const ChainReport& chain)
{
    DocumentHead head;
    head.title = "Audit report";
    head.report = "activity";
    head.vault = context.vaultName;
    head.operatorName = context.operatorName;
    head.generatedAt = context.generatedAt;
    head.zone = context.zone;
    head.since = request.query.since;
    head.until = request.query.until;
    head.filter = request.filterText;
    head.language = request.language;
    SALLYPORT_TRY(writer.begin(head));
    SALLYPORT_TRY(writer.section("Summary"));
    SALLYPORT_TRY(writer.figures({{"Events", summary.total},
                                  {outcomeWords(Outcome::Failure), summary.outcomes[1]},
                                  {outcomeWords(Outcome::Refused), summary.outcomes[2]},
                                  {outcomeWords(Outcome::Blocked), summary.outcomes[3]},
                                  {"Warning or critical", summary.severities[2] + summary.severities[3]}}));
    if (!summary.days.empty())
        SALLYPORT_TRY(writer.chart(chartOfDays(summary)));
    if (!summary.kinds.empty())
        SALLYPORT_TRY(writer.chart(chartOfKinds(summary)));
    SALLYPORT_TRY(writeChain(writer, chain));
    SALLYPORT_TRY(writer.section("Events"));
    Table table;
    table.id = "events";
    table.caption = "Events of the period, oldest first";
    table.rows = summary.total;
    table.main = table.isLong = true;
    table.columns = {{"sequence", "No.", CellType::Number, 6},    {"time", "Time", CellType::Time, 14},
                     {"event", "Event", CellType::Phrase, 22},    {"object", "Object", CellType::Text, 14},
                     {"actor", "Who", CellType::Text, 14},        {"address", "Address", CellType::Text, 12},
                     {"outcome", "Outcome", CellType::Phrase, 9}, {"severity", "Severity", CellType::Phrase, 9}};
    return writer.beginTable(table);
}

std::vector<Cell> eventCells(const Event& event)
{
    const EventKind* const known = findEventKind(event.kind);
    return {event.sequence,
            event.time,
            known ? Cell(Phrase(known->title, "EventKind")) : Cell(event.kind),
            cellOf(event.object.name),
            cellOf(event.actor.name),
            cellOf(event.address),
            outcomeWords(event.outcome),
            severityWords(event.severity)};
}

} // namespace sallyport::audit
