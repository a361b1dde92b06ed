#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_query.h"
#include "backend/base/time_format.h"
#include "backend/crypto/digest.h"
#include "backend/reports/reports_service.h"

#include <algorithm>

namespace sallyport::reports {

namespace {

using access::Actor;
using access::Permission;

constexpr std::size_t fileKeySize = 32;

/// What whoever opens the report must hold: what the template needs, and what its maker had and it shows more by.
std::vector<std::string> needsOf(const Actor& maker, Template report)
{
    std::vector<std::string> words{std::string(access::info(Permission::EventsExport).word)};
    for (const Permission needed : info(report).needs)
        words.emplace_back(access::info(needed).word);
    if (report == Template::AccessReview)
        for (const Permission more : {Permission::KeysRead, Permission::ServiceAccountsRead, Permission::EventsRead})
            if (maker.permissions.has(more))
                words.emplace_back(access::info(more).word);
    return words;
}

Error tooMany()
{
    Error error(ErrorCode::LimitReached, "As many reports are kept as may be: delete some first");
    return error;
}

audit::Event eventOf(const Actor& actor, std::string_view kind, const MadeReport& report)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"report", report.id.text(), std::string(info(report.report).title)};
    audit::Details details;
    details.text("template", info(report.report).word).text("format", formatWord(report.format));
    if (!report.filter.empty())
        details.text("filter", report.filter);
    if (report.since)
        details.text("since", toRfc3339(*report.since));
    if (report.until)
        details.text("until", toRfc3339(*report.until));
    details.number("rows", report.rows).number("bytes", report.size).text("sha256", report.sha256);
    event.detailsJson = details.json();
    return event;
}

} // namespace

bool ReportsService::mayOpen(const Actor& current, const MadeRow& row) const
{
    return std::ranges::all_of(row.needs, [&](const std::string& word) {
        const auto needed = access::findPermission(word);
        return needed && current.permissions.has(*needed);
    });
}

Result<MadeReport> ReportsService::keep(const Actor& actor, const ReportQuery& query, const audit::Progress& progress,
                                        const Plan* plan)
{
    SALLYPORT_ASSIGN(const Actor current, mayMake(actor, query.report));
    MadeRow row;
    row.needs = needsOf(current, query.report);
    row.key.resize(fileKeySize);
    row.maker = current.id;
    MadeReport& made = row.report;
    made.id = ReportId(newIdText(m_parts.random, m_parts.clock));
    made.report = query.report;
    made.format = query.format;
    made.language = query.language;
    made.since = query.since;
    made.until = query.until;
    made.filter = query.filter;
    made.madeBy = access::nameOf(current);
    if (plan != nullptr)
        made.plan = plan->id;
    if (!m_parts.random.fill(row.key))
        return makeError(ErrorCode::Internal, "The system has no randomness.");
    SALLYPORT_ASSIGN(const std::int64_t kept,
                     m_parts.store.read([](storage::Transaction& transaction) { return rows::countMade(transaction); }));
    if (kept >= static_cast<std::int64_t>(keptReports))
        return tooMany();
    SALLYPORT_ASSIGN(const auto file, m_files.begin(made.id.text(), SecretBytes(row.key)));
    crypto::Sha256 digest;
    Result<void> stored;
    const Result<ReportDone> done = write(
        current, query,
        [&](std::string_view piece) {
            const auto bytes = std::as_bytes(std::span(piece));
            digest.update(bytes);
            stored = file->add(bytes);
            return stored.has_value();
        },
        progress);
    if (!stored)
        return stored.error();
    if (!done)
        return done.error();
    SALLYPORT_TRY(file->seal());
    made.rows = done->rows;
    made.size = static_cast<std::int64_t>(file->size());
    made.sha256 = toHex(digest.finish());
    made.madeAt = m_parts.store.now();
    SALLYPORT_TRY(file->keep());
    if (const Result<void> written = store(current, row, plan); !written) {
        (void) m_files.remove(made.id.text());
        return written.error();
    }
    return made;
}

/// Of a period's events it may be all that is left. What it says of a moment is no event.
Result<void> ReportsService::refuseHeld(storage::Transaction& transaction, const MadeReport& report) const
{
    if (!m_parts.held || !info(report.report).hasPeriod)
        return {};
    // Times of the filter were taken when it was made, and what happened in that moment is among it.
    SALLYPORT_ASSIGN(audit::EventQuery events,
                     audit::parseFilter(report.filter, report.madeAt, m_parts.sources.settings.values()->timesZone));
    if (report.since)
        events.since = report.since;
    const UtcTime until = report.until ? *report.until : events.until.value_or(UtcTime::max());
    events.until = std::min(until, UtcTime(report.madeAt + std::chrono::microseconds(1)));
    return m_parts.held(transaction, events);
}

Result<void> ReportsService::store(const Actor& actor, const MadeRow& row, const Plan* plan)
{
    std::vector<ReportId> old;
    const Result<void> stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const std::int64_t kept, rows::countMade(transaction));
        if (kept >= static_cast<std::int64_t>(keptReports))
            return tooMany();
        SALLYPORT_TRY(rows::insertMade(transaction, row));
        if (plan != nullptr) {
            SALLYPORT_ASSIGN(const std::vector<ReportId> beyond, rows::beyondKept(transaction, plan->id, plan->fields.keep));
            for (const ReportId& id : beyond) {
                SALLYPORT_ASSIGN(const MadeRow before, rows::madeReport(transaction, id));
                const Result<void> unheld = refuseHeld(transaction, before.report);
                if (!unheld && unheld.error().word == "held")
                    continue; // goes with the first one that is made when the hold has ended
                SALLYPORT_TRY(unheld);
                SALLYPORT_TRY(rows::removeMade(transaction, id));
                old.push_back(id);
            }
        }
        return m_parts.journal.append(
            transaction, eventOf(actor, plan != nullptr ? audit::kind::reportMade : audit::kind::reportExported, row.report));
    });
    SALLYPORT_TRY(stored);
    removeFiles(old);
    return {};
}

/// What can't be removed now goes with the next sweep.
void ReportsService::removeFiles(const std::vector<ReportId>& ids)
{
    for (const ReportId& id : ids)
        (void) m_files.remove(id.text());
}

Result<MadeReport> ReportsService::make(const Actor& actor, const ReportQuery& query, const audit::Progress& progress)
{
    return keep(actor, query, progress, nullptr);
}

Result<std::vector<MadeReport>> ReportsService::list(const Actor& actor)
{
    SALLYPORT_ASSIGN(const Actor current, mayList(actor));
    SALLYPORT_ASSIGN(const std::vector<MadeRow> all,
                     m_parts.store.read([](storage::Transaction& transaction) { return rows::madeReports(transaction); }));
    std::vector<MadeReport> shown;
    for (const MadeRow& row : all)
        if (mayOpen(current, row))
            shown.push_back(row.report);
    return shown;
}

Result<MadeReport> ReportsService::read(const Actor& actor, const ReportId& id)
{
    SALLYPORT_ASSIGN(const Actor current, mayList(actor));
    SALLYPORT_ASSIGN(const MadeRow row,
                     m_parts.store.read([&](storage::Transaction& transaction) { return rows::madeReport(transaction, id); }));
    if (!mayOpen(current, row))
        return makeError(ErrorCode::NotFound, "There is no such report.");
    return row.report;
}

Result<MadeReport> ReportsService::open(const Actor& actor, const ReportId& id, const Sink& sink)
{
    SALLYPORT_ASSIGN(const Actor current, mayList(actor));
    SALLYPORT_ASSIGN(const MadeRow row,
                     m_parts.store.read([&](storage::Transaction& transaction) { return rows::madeReport(transaction, id); }));
    if (!mayOpen(current, row))
        return makeError(ErrorCode::NotFound, "There is no such report.");
    Result<records::FileOpener> file = m_files.read(id.text(), SecretBytes(row.key));
    if (!file || file->size() != static_cast<std::uint64_t>(row.report.size)) {
        if (!file && file.error().code != ErrorCode::NotFound && file.error().code != ErrorCode::CryptoFailure)
            return file.error();
        Error error(ErrorCode::CryptoFailure, "The file of this report is gone or is not what was kept; make the report anew.");
        error.word = "report_damaged";
        return error;
    }
    SALLYPORT_TRY(
        m_parts.journal.record(eventOf(current, audit::kind::reportExported, row.report))); // before anybody sees anything
    SALLYPORT_TRY(file->range(0, file->size(), [&](std::span<const std::byte> piece) -> Result<void> {
        SALLYPORT_ASSIGN(const Actor still, mayList(actor)); // rights end while somebody reads slowly
        if (!mayOpen(still, row))
            return makeError(ErrorCode::NotFound, "There is no such report.");
        const bool taken = sink(std::string_view(reinterpret_cast<const char*>(piece.data()), piece.size()));
        return taken ? Result<void>() : Result<void>(makeError(ErrorCode::Cancelled, "The download was stopped."));
    }));
    return row.report;
}

Result<void> ReportsService::remove(const Actor& actor, const ReportId& id)
{
    SALLYPORT_ASSIGN(const Actor current, mayList(actor));
    const Result<void> stored = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const MadeRow row, rows::madeReport(transaction, id));
        if (!mayOpen(current, row))
            return makeError(ErrorCode::NotFound, "There is no such report.");
        SALLYPORT_TRY(access::requireMaker(current, row.maker));
        SALLYPORT_TRY(refuseHeld(transaction, row.report));
        SALLYPORT_TRY(rows::removeMade(transaction, id));
        return m_parts.journal.append(transaction, eventOf(current, audit::kind::reportDeleted, row.report));
    });
    SALLYPORT_TRY(stored);
    removeFiles({id});
    return {};
}

Result<void> ReportsService::sweep()
{
    SALLYPORT_TRY(m_files.sweep([this](const std::string& id) -> Result<bool> {
        const Result<MadeRow> row =
            m_parts.store.read([&](storage::Transaction& transaction) { return rows::madeReport(transaction, ReportId(id)); });
        if (!row && row.error().code != ErrorCode::NotFound)
            return row.error();
        return row.has_value();
    }));
    return {};
}

} // namespace sallyport::reports
