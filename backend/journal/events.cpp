#include "backend/journal/events.h"

#include "backend/audit/chain/chain.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_selection.h"
#include "backend/audit/event_table.h"
#include "backend/audit/export_record.h"
#include "backend/audit/exporter.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/audit/tree/tree_mend.h"
#include "backend/base/name_text.h"
#include "backend/base/time_format.h"
#include "backend/base/utf8.h"
#include "backend/journal/found_damage.h"
#include "backend/journal/read_log.h"
#include "backend/journal/report_file.h"
#include "backend/journal/top_lists.h"

#include <algorithm>
#include <memory>

namespace sallyport::journal {

namespace {

using access::Actor;
using access::Permission;

constexpr std::uint32_t pageLimit = 1000;
constexpr int columnLimit = 2000;
constexpr std::int64_t exactHistogram = 300'000; ///< events of a period that are looked at one by one
constexpr std::uint32_t topLimit = 100;
constexpr std::size_t reasonLimit = 500; // code points of why damage is accepted

std::string_view formatWord(audit::ReportFormat format)
{
    switch (format) {
    case audit::ReportFormat::Csv: return "csv";
    case audit::ReportFormat::JsonLines: return "jsonl";
    case audit::ReportFormat::Pdf: return "pdf";
    case audit::ReportFormat::Cef: return "cef";
    case audit::ReportFormat::Ocsf: return "ocsf";
    case audit::ReportFormat::Html: return "html";
    }
    return "";
}

audit::Event exportEvent(const Actor& actor, const audit::ReportRequest& request, std::int64_t count,
                         const std::filesystem::path& file, const audit::ChainReport* chain)
{
    audit::Event event = access::eventBy(actor, audit::kind::reportExported);
    event.object = {"report", {}, request.title.empty() ? std::string("Audit report") : request.title};
    audit::Details details;
    details.text("format", formatWord(request.format)).number("events", count);
    if (request.query.since)
        details.text("since", toRfc3339(*request.query.since));
    if (request.query.until)
        details.text("until", toRfc3339(*request.query.until));
    if (request.pseudonyms)
        details.flag("pseudonyms", true);
    if (!file.empty())
        details.text("file", file.filename().string());
    if (chain != nullptr) {
        details.flag("chain_intact", chain->intact);
        details.number("chain_sequence", chain->head.sequence).text("chain_hash", chain->head.hash);
    }
    event.detailsJson = details.json();
    return event;
}

class EventService final : public Events {
public:
    EventService(storage::Store& store, audit::Journal& journal, const Clock& clock, EventsOptions options)
        : m_store(store), m_journal(journal), m_clock(clock), m_options(std::move(options)), m_reads(clock)
    {
    }

    Result<EventPage> list(const Actor& actor, const audit::EventQuery& query, std::uint32_t limit, const std::string& cursor,
                           bool oldestFirst) override
    {
        SALLYPORT_TRY(permit(actor, Permission::EventsRead));
        if (limit < 1 || limit > pageLimit)
            return makeError(ErrorCode::InvalidArgument, "The limit must be from 1 to 1000.");
        m_reads.note(m_journal, actor);
        return m_store.read([&](storage::Transaction& transaction) -> Result<EventPage> {
            SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, query));
            SALLYPORT_ASSIGN(auto rows, selection.page(transaction, limit, cursor, oldestFirst));
            return EventPage{std::move(rows.events), std::move(rows.nextCursor), -1};
        });
    }

    Result<audit::Event> read(const Actor& actor, std::int64_t sequence) override
    {
        SALLYPORT_TRY(permit(actor, Permission::EventsRead));
        m_reads.note(m_journal, actor);
        return m_store.read([&](storage::Transaction& transaction) -> Result<audit::Event> {
            SALLYPORT_ASSIGN(auto found, audit::readRange(transaction, sequence, sequence, 1));
            if (found.empty())
                return makeError(ErrorCode::NotFound, "There is no such event.");
            return std::move(found.front().event);
        });
    }

    Result<audit::Event> readById(const Actor& actor, std::string_view id) override
    {
        SALLYPORT_TRY(permit(actor, Permission::EventsRead));
        const auto place = audit::placeOf(id);
        if (!place)
            return makeError(ErrorCode::NotFound, "There is no such event.");
        SALLYPORT_ASSIGN(audit::Event event, read(actor, place->sequence));
        if (!place->marks(event.hash))
            return makeError(ErrorCode::NotFound, "There is no such event.");
        return event;
    }

    Result<EventsAfter> after(const Actor& actor, const audit::EventPlace& place, std::uint32_t limit) override;

    Result<std::int64_t> count(const Actor& actor, const audit::EventQuery& query) override
    {
        SALLYPORT_TRY(permit(actor, Permission::EventsRead));
        return m_store.read([&](storage::Transaction& transaction) -> Result<std::int64_t> {
            SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, query));
            return selection.count(transaction);
        });
    }

    Result<audit::EventTotal> total(const Actor& actor, const audit::EventQuery& query) override
    {
        SALLYPORT_TRY(permit(actor, Permission::EventsRead));
        return m_store.read([&](storage::Transaction& transaction) -> Result<audit::EventTotal> {
            SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, query));
            return selection.total(transaction);
        });
    }

    Result<TopLists> top(const Actor& actor, const audit::EventQuery& query, std::uint32_t most) override
    {
        SALLYPORT_TRY(permit(actor, Permission::EventsRead));
        if (most < 1 || most > topLimit)
            return makeError(ErrorCode::InvalidArgument, "The limit must be from 1 to 100.");
        m_reads.note(m_journal, actor);
        return m_store.read([&](storage::Transaction& transaction) -> Result<TopLists> {
            SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, query));
            return topLists(transaction, selection, most);
        });
    }

    Result<std::vector<EventColumn>> histogram(const Actor& actor, const audit::EventQuery& query, int columns) override;

    Result<void> mayListen(const Actor& actor) const override { return permit(actor, Permission::EventsRead); }

    Result<audit::Journal::Subscription> subscribe(const Actor& actor, Listener listener, std::function<void()> refused) override
    {
        SALLYPORT_TRY(mayListen(actor));
        m_reads.note(m_journal, actor);
        // Only the writer thread calls it, so `over` needs no lock.
        return m_journal.subscribe([this, actor, listener = std::move(listener), refused = std::move(refused),
                                    over = false](const std::vector<audit::Event>& events) mutable {
            if (over)
                return;
            over = !mayListen(actor);
            if (!over)
                listener(events);
            else if (refused)
                refused();
        });
    }

    Result<audit::ChainReport> verify(const Actor& actor, const audit::Progress& progress) override;
    audit::ChainHead head() const override { return m_journal.head(); }
    std::optional<audit::ChainDamage> damage() const override { return m_journal.damage(); }

    Result<std::vector<audit::AcceptedDamage>> acceptDamage(const Actor& actor, const std::string& why,
                                                            const audit::Progress& progress) override
    {
        SALLYPORT_TRY(access::require(actor, Permission::SettingsUpdate));
        SALLYPORT_TRY(access::require(actor, Permission::EventsVerify));
        if (visibleName(why).empty() || isLongerThan(why, reasonLimit) || !isPrintableText(why)) {
            Error error(ErrorCode::InvalidArgument, "Why the damage is accepted takes 1 to 500 characters");
            error.fields.push_back({"why", error.detail, "length"});
            return error;
        }
        auto accepted = m_journal.acceptDamage(access::eventBy(actor, audit::kind::damageAccepted), why, progress);
        if (accepted)
            for (const audit::AcceptedDamage& one : *accepted)
                SALLYPORT_TRY(mend(one.problem));
        return accepted;
    }

    Result<audit::ChainReport> remembered() override
    {
        const std::int64_t behind = m_journal.head().sequence + 1;
        return m_journal.verifyRange(behind, behind - 1, {});
    }

    Result<std::optional<audit::ClockJump>> clockJump() override
    {
        return m_options.seenTime != nullptr ? m_options.seenTime->jump() : std::optional<audit::ClockJump>();
    }

    Result<void> trustClock(const Actor& actor) override
    {
        SALLYPORT_TRY(access::require(actor, Permission::SettingsUpdate));
        if (m_options.seenTime == nullptr)
            return makeError(ErrorCode::Conflict, "Nothing waits for the clock");
        SALLYPORT_TRY(m_options.seenTime->agree(access::eventBy(actor, audit::kind::clockTrusted)));
        if (m_options.onClockTrusted)
            m_options.onClockTrusted();
        return {};
    }

    Result<audit::ReportResult> exportTo(const Actor& actor, const audit::ReportRequest& request, const Sink& sink,
                                         const audit::Progress& progress) override
    {
        SALLYPORT_TRY(permit(actor, Permission::EventsExport));
        return recordedExport(actor, request, sink, progress, {});
    }

    Result<audit::ReportResult> exportToFile(const Actor& actor, const audit::ReportRequest& request,
                                             const std::filesystem::path& file, const audit::Progress& progress,
                                             ExistingFile existing) override;

private:
    /// What the actor held when they came in may be gone: asked each time, not once.
    Result<void> permit(const Actor& actor, Permission permission) const
    {
        if (!m_options.now)
            return access::require(actor, permission);
        SALLYPORT_ASSIGN(const Actor current, m_options.now(actor));
        return access::require(current, permission);
    }

    /// What was told: from here on filters find again what the journal holds, and the tree has all nodes that its leaves make.
    /// That it wasn't so stays named.
    Result<void> mend(audit::ChainProblem problem)
    {
        if (problem == audit::ChainProblem::TreeChanged) {
            if (const auto heads = audit::headsOf(m_journal))
                SALLYPORT_TRY(audit::mendNodes(m_store, *heads));
            return {};
        }
        if (problem != audit::ChainProblem::IndexChanged)
            return {};
        SALLYPORT_ASSIGN(const auto gap, m_store.findIndexGap("events", "sequence"));
        return gap ? m_store.rebuildIndexes("events") : Result<void>();
    }

    Result<audit::ReportResult> recordedExport(const Actor& actor, const audit::ReportRequest& request, const Sink& sink,
                                               const audit::Progress& progress, const std::filesystem::path& file);

    storage::Store& m_store;
    audit::Journal& m_journal;
    const Clock& m_clock;
    const EventsOptions m_options;
    ReadLog m_reads;
};

Result<UtcTime> firstEventTime(storage::Transaction& transaction, UtcTime otherwise)
{
    SALLYPORT_ASSIGN(auto statement, transaction.prepare("SELECT MIN(time) FROM events"));
    SALLYPORT_ASSIGN(const bool row, statement.step());
    return row && !statement.isNull() ? statement.time() : otherwise;
}

Result<std::vector<EventColumn>> EventService::histogram(const Actor& actor, const audit::EventQuery& query, int columns)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsRead));
    if (columns < 1 || columns > columnLimit)
        return makeError(ErrorCode::InvalidArgument, "The number of columns must be from 1 to 2000.");
    return m_store.read([&](storage::Transaction& transaction) -> Result<std::vector<EventColumn>> {
        const UtcTime end = query.until.value_or(m_clock.now());
        SALLYPORT_ASSIGN(const UtcTime first, firstEventTime(transaction, end));
        const UtcTime start = std::min(query.since.value_or(first), end);
        // Rounded up, so that the last moment is in the last column.
        const auto width = (end - start) / columns + std::chrono::microseconds(1);
        audit::EventQuery bounded = query;
        bounded.since = start;
        bounded.until = start + width * columns;
        if (query.until)
            bounded.until = *query.until;
        SALLYPORT_ASSIGN(const auto selection, audit::EventSelection::make(transaction, bounded));
        SALLYPORT_ASSIGN(const bool about, selection.readsMoreThan(transaction, exactHistogram));
        SALLYPORT_ASSIGN(const auto counts, about ? selection.sampledHistogram(transaction, start, width, columns)
                                                  : selection.histogram(transaction, start, width, columns));
        std::vector<EventColumn> result;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const auto number = [&](audit::Severity severity) {
                return static_cast<std::uint32_t>(counts[i][static_cast<std::size_t>(severity)]);
            };
            result.push_back({start + width * static_cast<std::int64_t>(i), number(audit::Severity::Info),
                              number(audit::Severity::Notice), number(audit::Severity::Warning),
                              number(audit::Severity::Critical), about});
        }
        return result;
    });
}

Result<EventsAfter> EventService::after(const Actor& actor, const audit::EventPlace& place, std::uint32_t limit)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsRead));
    if (limit < 1 || limit > pageLimit)
        return makeError(ErrorCode::InvalidArgument, "The limit must be from 1 to 1000.");
    m_reads.note(m_journal, actor);
    return m_store.read([&](storage::Transaction& transaction) -> Result<EventsAfter> {
        EventsAfter found;
        SALLYPORT_ASSIGN(const audit::TableHead head, audit::readHead(transaction));
        SALLYPORT_ASSIGN(const auto hash, audit::readHash(transaction, place.sequence));
        found.reached = place.sequence;
        if (place.sequence > head.sequence || (hash && !place.marks(audit::hexOf(*hash)))) {
            found.gap = EventsAfter::Gap{.unknownPlace = true};
            found.reached = std::min(place.sequence, head.sequence);
        }
        SALLYPORT_ASSIGN(auto rows, audit::readRange(transaction, found.reached + 1, head.sequence, limit));
        for (audit::StoredEvent& row : rows) {
            if (!audit::follows(row.event, found.reached)) {
                if (!found.events.empty())
                    break; // told with the next ones
                found.gap =
                    EventsAfter::Gap{.unknownPlace = found.gap.has_value(), .missed = row.event.sequence - found.reached - 1};
            }
            found.reached = row.event.sequence;
            found.events.push_back(std::move(row.event));
        }
        found.more = found.reached < head.sequence;
        return found;
    });
}

Result<audit::ChainReport> EventService::verify(const Actor& actor, const audit::Progress& progress)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsVerify));
    auto report = m_journal.verify(progress);
    if (!report)
        return report;
    audit::Event event = access::eventBy(actor, report->intact ? audit::kind::auditVerified : audit::kind::auditDamaged,
                                         report->intact ? audit::Outcome::Success : audit::Outcome::Failure);
    event.object = {"journal", {}, "Audit journal"};
    event.reason = audit::problemWord(report->problem);
    audit::Details details;
    details.number("checked", report->checked).number("sequence", report->head.sequence);
    details.text("hash", report->head.hash);
    if (!report->intact)
        details.number("first_bad", report->firstBad);
    event.detailsJson = details.json();
    SALLYPORT_TRY(m_journal.record(std::move(event)));
    SALLYPORT_TRY(mend(report->problem));
    return report;
}

Result<audit::ReportResult> EventService::recordedExport(const Actor& actor, const audit::ReportRequest& request,
                                                         const Sink& sink, const audit::Progress& progress,
                                                         const std::filesystem::path& file)
{
    audit::ReportContext context;
    context.operatorName = access::nameOf(actor);
    context.vaultName = m_options.vaultName ? m_options.vaultName() : std::string();
    context.generatedAt = m_clock.now();
    context.zone = m_options.zone ? m_options.zone() : TimeZone();
    context.knownPaths = m_options.knownPaths;
    std::int64_t delivered = 0;
    Result<void> allowed;
    const auto mayGoOn = [&] {
        if (allowed)
            allowed = permit(actor, Permission::EventsExport);
        return allowed.has_value();
    };
    audit::ReportResult planned;
    audit::ExportRecord recorded(
        m_journal, [&] { return exportEvent(actor, request, planned.events, file, &planned.chain); }, sink);
    FoundDamage found(m_journal, actor);
    auto result = audit::exportReport(
        m_store, m_journal, request, context, m_options.reportProgram,
        [&](std::string_view chunk) { return mayGoOn() && (request.recordedByCaller ? sink(chunk) : recorded.give(chunk)); },
        [&](std::int64_t done, std::int64_t total) { return mayGoOn() && (!progress || progress(done, total)); }, delivered,
        [&](const audit::ReportResult& ready) { planned = ready; });
    if (!allowed)
        result = allowed.error();
    SALLYPORT_TRY(result ? found.record(result->chain.problem, result->chain.firstBad) : found.record());
    if (!request.recordedByCaller)
        SALLYPORT_TRY(recorded.end(result ? Result<void>() : Result<void>(result.error()),
                                   exportEvent(actor, request, delivered, file, nullptr)));
    // What has left the house stands in a signed tree.
    if (const auto heads = audit::headsOf(m_journal)) {
        const auto head = heads->sign(m_journal, access::eventBy(actor, audit::kind::headSigned));
        if (m_options.onHead)
            m_options.onHead(head ? Result<void>() : Result<void>(head.error()));
    }
    return result;
}

Result<audit::ReportResult> EventService::exportToFile(const Actor& actor, const audit::ReportRequest& request,
                                                       const std::filesystem::path& file, const audit::Progress& progress,
                                                       ExistingFile existing)
{
    SALLYPORT_TRY(permit(actor, Permission::EventsExport));
    SALLYPORT_ASSIGN(ReportFile report, ReportFile::create(file, existing));
    Result<void> written;
    const Sink sink = [&](std::string_view chunk) {
        written = report.write(chunk);
        return written.has_value();
    };
    auto result = recordedExport(actor, request, sink, progress, file);
    if (!written)
        return written.error();
    if (!result)
        return result;
    SALLYPORT_TRY(report.publish());
    return result;
}

} // namespace

Result<audit::EventTotal> Events::total(const Actor& actor, const audit::EventQuery& query)
{
    SALLYPORT_ASSIGN(const std::int64_t counted, count(actor, query));
    return audit::EventTotal{counted};
}

Result<TopLists> Events::top(const Actor&, const audit::EventQuery&, std::uint32_t)
{
    return TopLists();
}

Result<std::vector<audit::AcceptedDamage>> Events::acceptDamage(const Actor&, const std::string&, const audit::Progress&)
{
    return makeError(ErrorCode::Conflict, "Nothing is damaged");
}

Result<void> Events::trustClock(const Actor&)
{
    return makeError(ErrorCode::Conflict, "Nothing waits for the clock");
}

std::unique_ptr<Events> makeEvents(storage::Store& store, audit::Journal& journal, const Clock& clock, EventsOptions options)
{
    return std::make_unique<EventService>(store, journal, clock, std::move(options));
}

} // namespace sallyport::journal
