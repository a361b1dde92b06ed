#include "backend/audit/report_summary.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"

#include <algorithm>

namespace sallyport::audit {

namespace {

constexpr std::int64_t dayLength = 86'400'000'000; ///< microseconds
constexpr std::int64_t slotsPerDay = 96;
constexpr std::int64_t firstDay = -719'162, lastDay = 2'932'896; ///< of the years 1 to 9999, as ISO 8601 can write them
constexpr std::int64_t slotLength = 900'000'000; ///< a quarter of an hour: every zone is a whole number of them from UTC

enum class SlotColumn { Slot, Outcome, Severity, Count, End };
constexpr storage::Columns<SlotColumn> slotColumns{{{SlotColumn::Slot, "e.time / 900000000 AS slot"}, // slotLength
                                                    {SlotColumn::Outcome, "e.outcome"},
                                                    {SlotColumn::Severity, "e.severity"},
                                                    {SlotColumn::Count, "COUNT(*)"}}};

enum class KindColumn { Kind, Frequency, End };
constexpr storage::Columns<KindColumn> kindColumns{
    {{KindColumn::Kind, "e.kind"}, {KindColumn::Frequency, "COUNT(*) AS frequency"}}};

std::string dateOf(std::int64_t day)
{
    return toRfc3339(fromMicros(day * dayLength)).substr(0, 10);
}

Result<void> readDays(storage::Transaction& transaction, const EventSelection& selection, const TimeZone& zone,
                      ReportSummary& summary)
{
    SqlText sql;
    sql.add("SELECT ").add(slotColumns.text());
    selection.addSource(sql);
    sql.add(" GROUP BY slot, e.outcome, e.severity ORDER BY slot");
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, slotColumns));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        const auto row = rows.row();
        const std::int64_t slot = std::clamp(row.integer(SlotColumn::Slot), firstDay * slotsPerDay, (lastDay + 1) * slotsPerDay);
        const UtcTime wall = zone.toWall(fromMicros(slot * slotLength));
        const std::int64_t day = std::chrono::floor<std::chrono::days>(wall).time_since_epoch().count();
        const std::int64_t count = row.integer(SlotColumn::Count);
        const auto outcome = static_cast<std::size_t>(row.integer(SlotColumn::Outcome));
        const auto severity = static_cast<std::size_t>(row.integer(SlotColumn::Severity));
        summary.total += count;
        if (outcome >= summary.outcomes.size() || severity >= summary.severities.size())
            continue;
        summary.outcomes[outcome] += count;
        summary.severities[severity] += count;
        if (day <= firstDay || day >= lastDay)
            continue; // of a damaged row: counted, and on no day
        if (summary.days.empty() || summary.days.back().number != day)
            summary.days.push_back({day, {}});
        summary.days.back().outcomes[outcome] += count;
    }
}

Result<void> readKinds(storage::Transaction& transaction, const EventSelection& selection, ReportSummary& summary)
{
    SqlText sql;
    sql.add("SELECT ").add(kindColumns.text());
    selection.addSource(sql);
    sql.add(" GROUP BY e.kind ORDER BY frequency DESC, e.kind");
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, kindColumns));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        summary.kinds.push_back({rows.row().text(KindColumn::Kind), rows.row().integer(KindColumn::Frequency)});
    }
}

std::string outcomeMembers(const ReportSummary::OutcomeCounts& counts)
{
    std::string members;
    for (std::size_t i = 0; i < counts.size(); ++i)
        members +=
            (i == 0 ? "\"" : ",\"") + std::string(outcomeWord(static_cast<Outcome>(i))) + "\":" + std::to_string(counts[i]);
    return members;
}

std::string severityMembers(const SeverityCounts& counts)
{
    std::string members;
    for (std::size_t i = 0; i < counts.size(); ++i)
        members +=
            (i == 0 ? "\"" : ",\"") + std::string(severityWord(static_cast<Severity>(i))) + "\":" + std::to_string(counts[i]);
    return members;
}

std::string chainObject(const ChainReport& chain, const TimeZone& zone)
{
    Details object;
    object.flag("intact", chain.intact).number("checked", chain.checked).number("sequence", chain.head.sequence);
    object.text("hash", chain.head.hash);
    if (chain.head.sequence > 0)
        object.text("time", zone.rfc3339(chain.head.time));
    if (!chain.intact)
        object.number("first_bad", chain.firstBad).text("problem", problemWord(chain.problem));
    // The latest; the event of each stands in the journal.
    if (!chain.accepted.empty()) {
        const AcceptedDamage& latest = *std::ranges::max_element(chain.accepted, {}, &AcceptedDamage::at);
        object.number("accepted", static_cast<std::int64_t>(chain.accepted.size()));
        object.text("accepted_at", zone.rfc3339(latest.at)).text("accepted_by", latest.by).text("accepted_why", latest.why);
        object.number("accepted_first", latest.first).number("accepted_last", latest.last);
    }
    return object.json();
}

} // namespace

Result<ReportSummary> summarise(storage::Transaction& transaction, const EventSelection& selection, const TimeZone& zone)
{
    ReportSummary summary;
    SALLYPORT_TRY(readDays(transaction, selection, zone, summary));
    SALLYPORT_TRY(readKinds(transaction, selection, summary));
    return summary;
}

std::string reportHeader(const ReportRequest& request, const ReportContext& context, const ReportSummary& summary,
                         const ChainReport& chain)
{
    Details head;
    head.text("title", request.title).text("language", request.language);
    head.text("vault", context.vaultName).text("operator", context.operatorName);
    head.text("generated", context.zone.rfc3339(context.generatedAt)).text("zone", context.zone.place(context.generatedAt));
    if (request.query.since)
        head.text("since", context.zone.rfc3339(*request.query.since));
    if (request.query.until)
        head.text("until", context.zone.rfc3339(*request.query.until));
    head.flag("filtered", !restrictionsOf(request.query).empty());
    head.number("total", summary.total);
    std::string line = head.json();
    line.pop_back();
    line += ",\"outcomes\":{" + outcomeMembers(summary.outcomes) + "},\"severities\":{" + severityMembers(summary.severities) +
            "},\"days\":[";
    for (bool first = true; const ReportSummary::Day& day : summary.days) {
        line += std::string(first ? "" : ",") + "{\"day\":\"" + dateOf(day.number) + "\"," + outcomeMembers(day.outcomes) + '}';
        first = false;
    }
    line += "],\"kinds\":[";
    for (bool first = true; const ReportSummary::Kind& kind : summary.kinds) {
        const EventKind* const known = findEventKind(kind.word);
        line += (first ? "" : ",") + Details()
                                         .text("kind", kind.word)
                                         .text("title", known ? known->title : std::string_view(kind.word))
                                         .number("count", kind.count)
                                         .json();
        first = false;
    }
    line += "],\"chain\":" + chainObject(chain, context.zone) + '}';
    return line;
}

} // namespace sallyport::audit
