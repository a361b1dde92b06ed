#include "backend/reports/reports_service.h"

#include "backend/audit/chain/period_check.h"
#include "backend/audit/details.h"
#include "backend/audit/documents/csv_document.h"
#include "backend/audit/documents/html_document.h"
#include "backend/audit/documents/json_document.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/export_record.h"
#include "backend/audit/report_process.h"
#include "backend/base/time_format.h"
#include "backend/journal/found_damage.h"

#include <algorithm>

namespace sallyport::reports {

namespace {

using access::Actor;
using access::Permission;

constexpr std::array<std::string_view, 3> languages{"en", "de", "fr"};
constexpr std::int64_t previewRows = 50;

Error wrongField(std::string_view field, std::string message, std::string_view rule)
{
    Error error(ErrorCode::InvalidArgument, message);
    error.fields.push_back({std::string(field), std::move(message), std::string(rule)});
    return error;
}

Result<void> writeTemplate(Draft& draft, Template report)
{
    switch (report) {
    case Template::AccessReview: return writeAccessReview(draft);
    case Template::Authentication: return writeAuthentication(draft);
    case Template::ApiKeys: return writeApiKeys(draft);
    case Template::Configuration: return writeConfiguration(draft);
    case Template::Detection: return writeDetection(draft);
    case Template::Compliance: return writeCompliance(draft);
    case Template::Activity: break; // the journal's own
    }
    return {};
}

audit::ReportFormat journalFormat(Format format)
{
    switch (format) {
    case Format::Csv: return audit::ReportFormat::Csv;
    case Format::JsonLines: return audit::ReportFormat::JsonLines;
    case Format::Html: return audit::ReportFormat::Html;
    case Format::Pdf: return audit::ReportFormat::Pdf;
    }
    return audit::ReportFormat::Pdf;
}

} // namespace

ReportsService::ReportsService(ReportsParts parts) : m_parts(std::move(parts)), m_files(m_parts.folder, m_parts.random) {}

ReportsService::~ReportsService()
{
    stop();
}

Result<Actor> ReportsService::mayList(const Actor& actor) const
{
    SALLYPORT_ASSIGN(Actor current, m_parts.now(actor));
    SALLYPORT_TRY(access::require(current, Permission::EventsExport));
    return current;
}

Result<Actor> ReportsService::mayMake(const Actor& actor, Template report) const
{
    SALLYPORT_ASSIGN(Actor current, mayList(actor));
    for (const Permission needed : info(report).needs)
        SALLYPORT_TRY(access::require(current, needed));
    return current;
}

Result<std::vector<Template>> ReportsService::available(const Actor& actor)
{
    SALLYPORT_ASSIGN(const Actor current, mayList(actor));
    std::vector<Template> found;
    for (const TemplateInfo& one : templates())
        if (std::ranges::all_of(one.needs, [&](Permission needed) { return current.permissions.has(needed); }))
            found.push_back(one.report);
    return found;
}

Result<audit::EventQuery> ReportsService::eventsOf(const ReportQuery& query) const
{
    const TemplateInfo& about = info(query.report);
    if (!about.hasFilter && !query.filter.empty())
        return wrongField("q", "This report takes no filter", "unsupported");
    if (!about.hasPeriod && (query.since || query.until))
        return wrongField(query.since ? "since" : "until", "This report is of the moment", "unsupported");
    if (std::ranges::find(languages, query.language) == languages.end())
        return wrongField("language", "Is en, de or fr", "enum");
    SALLYPORT_ASSIGN(audit::EventQuery events,
                     audit::parseFilter(query.filter, m_parts.store.now(), m_parts.sources.settings.values()->timesZone));
    if (query.since)
        events.since = query.since;
    if (query.until)
        events.until = query.until;
    if (events.since && events.until && *events.since > *events.until)
        return wrongField("until", "Is before the begin of the period", "order");
    return events;
}

/// What is wrong with the journal that the report is made from: it is checked for a period, and for what is said of all of it;
/// else it is what is known.
Result<std::string> ReportsService::damageOf(const Actor& actor, const ReportQuery& query, const audit::EventQuery& events,
                                             const audit::Progress& progress)
{
    if (info(query.report).hasPeriod || info(query.report).judgesJournal) {
        const std::int64_t end = m_parts.journal.head().sequence;
        SALLYPORT_ASSIGN(const audit::PeriodBounds bounds, m_parts.store.read([&](storage::Transaction& transaction) {
            return audit::periodBounds(transaction, events.since, events.until, end);
        }));
        journal::FoundDamage found(m_parts.journal, actor);
        SALLYPORT_ASSIGN(const audit::ChainReport chain,
                         audit::checkPeriod(m_parts.journal, bounds,
                                            [&](std::int64_t, std::int64_t all) { return !progress || progress(0, all); }));
        if (chain.intact)
            return std::string();
        SALLYPORT_TRY(found.record(chain.problem, chain.firstBad));
        return std::string(audit::problemWord(chain.problem));
    }
    const auto damage = m_parts.journal.damage();
    return std::string(audit::problemWord(damage ? damage->problem : audit::ChainProblem::None));
}

Result<ReportDone> ReportsService::writeDocument(const Actor& actor, const ReportQuery& query, const audit::EventQuery& events,
                                                 audit::DocumentWriter& writer, const audit::Progress& progress)
{
    ReportDone done;
    std::int64_t total = 0;
    Draft draft{m_parts.sources,
                actor,
                query,
                events,
                writer,
                m_parts.store.now(),
                done.damage,
                [&](std::int64_t rows) -> Result<void> {
                    SALLYPORT_TRY(mayMake(actor, query.report));
                    done.rows += rows;
                    if (progress && !progress(done.rows, std::max(total, done.rows)))
                        return makeError(ErrorCode::Cancelled, "The report was cancelled.");
                    return {};
                },
                [&](std::int64_t rows) { total = rows; }};
    audit::DocumentHead head;
    head.title = audit::Phrase(info(query.report).title, "Report");
    head.report = info(query.report).word;
    head.vault = m_parts.vaultName();
    head.operatorName = access::nameOf(actor);
    head.generatedAt = draft.now;
    head.zone = m_parts.sources.settings.values()->timesZone;
    head.since = events.since;
    head.until = events.until;
    head.filter = query.filter;
    head.language = query.language;
    SALLYPORT_TRY(draft.advance(0));
    SALLYPORT_ASSIGN(done.damage, damageOf(actor, query, events, progress));
    head.damage = done.damage;
    SALLYPORT_TRY(writer.begin(head));
    if (!done.damage.empty())
        SALLYPORT_TRY(noteDamage(writer));
    SALLYPORT_TRY(writeTemplate(draft, query.report));
    SALLYPORT_TRY(writer.finish());
    return done;
}

Result<ReportDone> ReportsService::write(const Actor& actor, const ReportQuery& query, const Sink& sink,
                                         const audit::Progress& progress)
{
    SALLYPORT_ASSIGN(const audit::EventQuery events, eventsOf(query));
    if (query.byteOrderMark && query.format != Format::Csv)
        return wrongField("bom", "Is for CSV only", "format");
    ReportDone done;
    const Sink counted = [&](std::string_view piece) {
        done.bytes += static_cast<std::int64_t>(piece.size());
        return sink(piece);
    };
    if (query.report == Template::Activity) {
        audit::ReportRequest request;
        request.format = journalFormat(query.format);
        request.query = events;
        request.title = query.language == "en" ? "Audit report" : "";
        request.language = query.language;
        request.byteOrderMark = query.byteOrderMark;
        request.filterText = query.filter;
        request.html = query.html;
        request.recordedByCaller = true;
        SALLYPORT_ASSIGN(const audit::ReportResult result, m_parts.sources.events.exportTo(actor, request, counted, progress));
        return ReportDone{result.events, result.bytes, std::string(audit::problemWord(result.chain.problem))};
    }
    const auto through = [&](audit::DocumentWriter& writer) -> Result<ReportDone> {
        SALLYPORT_ASSIGN(const ReportDone written, writeDocument(actor, query, events, writer, progress));
        return ReportDone{written.rows, done.bytes, written.damage};
    };
    switch (query.format) {
    case Format::Csv: {
        audit::CsvDocument document(counted, query.byteOrderMark);
        return through(document);
    }
    case Format::JsonLines: {
        audit::JsonDocument document(counted);
        return through(document);
    }
    case Format::Html: {
        audit::HtmlDocument document(counted, query.html);
        return through(document);
    }
    case Format::Pdf: break;
    }
    SALLYPORT_ASSIGN(const std::filesystem::path program, audit::findReportProgram(m_parts.reportProgram));
    SALLYPORT_ASSIGN(const auto process, audit::ReportProcess::start(program, counted));
    audit::DrawnDocument document([&](std::string_view text) { return process->write(text); });
    SALLYPORT_ASSIGN(const ReportDone written, through(document));
    SALLYPORT_TRY(process->finish());
    return ReportDone{written.rows, done.bytes, written.damage};
}

/// Before the first byte leaves; what was cut off or failed is told once more.
Result<ReportDone> ReportsService::recorded(const Actor& actor, const ReportQuery& query, const Sink& sink,
                                            const audit::Progress& progress, const std::filesystem::path& file)
{
    SALLYPORT_ASSIGN(const Actor current, mayMake(actor, query.report));
    SALLYPORT_TRY(eventsOf(query)); // what was asked wrongly is nobody's export
    const auto made = [&] {
        audit::Event event = access::eventBy(current, audit::kind::reportExported);
        event.object = {"report", {}, std::string(info(query.report).title)};
        audit::Details details;
        details.text("template", info(query.report).word).text("format", formatWord(query.format));
        if (!query.filter.empty())
            details.text("filter", query.filter);
        if (query.since)
            details.text("since", toRfc3339(*query.since));
        if (query.until)
            details.text("until", toRfc3339(*query.until));
        if (!file.empty())
            details.text("file", file.filename().string());
        event.detailsJson = details.json();
        return event;
    };
    audit::ExportRecord record(m_parts.journal, made, sink);
    Result<ReportDone> done = write(
        current, query, [&](std::string_view piece) { return record.give(piece); }, progress);
    SALLYPORT_TRY(record.end(done ? Result<void>() : Result<void>(done.error()), made()));
    return done;
}

Result<ReportDone> ReportsService::exportTo(const Actor& actor, const ReportQuery& query, const Sink& sink,
                                            const audit::Progress& progress)
{
    return recorded(actor, query, sink, progress, {});
}

Result<ReportDone> ReportsService::exportToFile(const Actor& actor, const ReportQuery& query, const std::filesystem::path& file,
                                                const audit::Progress& progress, journal::ExistingFile existing)
{
    SALLYPORT_TRY(mayMake(actor, query.report));
    SALLYPORT_TRY(eventsOf(query));
    SALLYPORT_ASSIGN(journal::ReportFile target, journal::ReportFile::create(file, existing));
    Result<void> stored;
    const Sink sink = [&](std::string_view piece) {
        stored = target.write(piece);
        return stored.has_value();
    };
    const Result<ReportDone> done = recorded(actor, query, sink, progress, file);
    if (!stored)
        return stored.error();
    if (done)
        SALLYPORT_TRY(target.publish());
    return done;
}

Result<std::string> ReportsService::preview(const Actor& actor, const ReportQuery& query, const audit::Progress& progress)
{
    SALLYPORT_ASSIGN(const Actor current, mayMake(actor, query.report));
    ReportQuery shown = query;
    shown.format = Format::Html;
    shown.byteOrderMark = false;
    shown.html.mostRows = previewRows;
    std::string page;
    SALLYPORT_TRY(write(
        current, shown,
        [&](std::string_view piece) {
            page += piece;
            return true;
        },
        progress));
    return page;
}

} // namespace sallyport::reports
