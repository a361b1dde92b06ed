#include "backend/audit/exporter.h"

#include "backend/audit/chain/period_check.h"
#include "backend/audit/documents/event_document.h"
#include "backend/audit/documents/html_document.h"
#include "backend/audit/event_csv.h"
#include "backend/audit/event_json.h"
#include "backend/audit/event_table.h"
#include "backend/audit/formats/cef.h"
#include "backend/audit/formats/ocsf.h"
#include "backend/audit/pseudonyms/email_owners.h"
#include "backend/audit/pseudonyms/pseudonyms.h"
#include "backend/audit/read_ahead.h"
#include "backend/audit/report_process.h"
#include "backend/base/csv_field.h"

#include <algorithm>
#include <deque>

namespace sallyport::audit {

namespace {

constexpr std::uint32_t rowsAPage = 1000;
/// One more than the machine that figures are given for has processors: they have work while one is taken and written.
constexpr std::size_t partsAhead = 3;

Error cancelled()
{
    return makeError(ErrorCode::Cancelled, "The report was cancelled.");
}

class Export {
public:
    Export(storage::Store& store, Journal& journal, const ReportRequest& request, const ReportContext& context,
           const Progress& progress)
        : m_store(store), m_journal(journal), m_request(request), m_context(context), m_progress(progress)
    {
    }

    Result<ReportResult> run(const std::filesystem::path& program, const ReportSink& sink, std::int64_t& delivered,
                             const ExportReady& ready)
    {
        SALLYPORT_TRY(prepare());
        SALLYPORT_TRY(verify());
        if (ready)
            ready({m_summary.total, 0, m_result.chain});
        if (m_request.onVerified)
            m_request.onVerified(m_result.chain);
        const ReportSink counted = [&](std::string_view chunk) {
            m_result.bytes += static_cast<std::int64_t>(chunk.size());
            return sink(chunk);
        };
        const auto written = m_request.format == ReportFormat::Pdf    ? writePdf(program, counted)
                             : m_request.format == ReportFormat::Html ? writeHtml(counted)
                                                                      : writeText(counted);
        delivered = m_result.events;
        if (!written)
            return written.error();
        return m_result;
    }

private:
    using Write = std::function<Result<void>(std::string_view)>;

    Result<void> prepare()
    {
        return m_store.read([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(const TableHead head, readHead(transaction));
            m_end = head.sequence;
            if (m_request.pseudonyms) {
                const auto owners = std::make_shared<EmailOwners>(m_store, m_end);
                SALLYPORT_ASSIGN(m_pseudonyms,
                                 Pseudonyms::make([owners](const std::string& mail) { return owners->ownerOf(mail); },
                                                  KnownPaths(m_context.knownPaths)));
                SALLYPORT_TRY(hideHead());
            }
            SALLYPORT_ASSIGN(m_bounds, periodBounds(transaction, m_request.query.since, m_request.query.until, m_end));
            SALLYPORT_ASSIGN(auto selection, EventSelection::make(transaction, m_request.query, m_end));
            m_selection = std::move(selection);
            if (m_request.format == ReportFormat::Pdf || m_request.format == ReportFormat::Html) {
                SALLYPORT_ASSIGN(m_summary, summarise(transaction, *m_selection, m_context.zone));
            } else {
                SALLYPORT_ASSIGN(m_summary.total, m_selection->count(transaction));
            }
            return {};
        });
    }

    /// What stands around the events: who typed it may have named somebody, and who asks for it acts in the events, too.
    Result<void> hideHead()
    {
        m_request.title.clear();
        m_request.filterText.clear();
        m_context.operatorName = "-";
        SALLYPORT_ASSIGN(m_context.vaultName, m_pseudonyms->hiddenName("vault", {}, m_context.vaultName));
        return {};
    }

    /// The result of the check as the report shows it.
    ChainReport shownChain() const
    {
        ChainReport chain = m_result.chain;
        if (m_pseudonyms)
            for (AcceptedDamage& accepted : chain.accepted)
                accepted.by = accepted.why = "-";
        return chain;
    }

    bool report() { return !m_progress || m_progress(m_checked + m_result.events, m_toCheck + m_summary.total); }

    Result<void> verify()
    {
        // The check knows best how much that is: what has expired isn't, and leaves of the tree are read, too.
        const Progress checking = [this](std::int64_t done, std::int64_t all) {
            m_checked = done;
            m_toCheck = all;
            return report();
        };
        SALLYPORT_ASSIGN(m_result.chain, checkPeriod(m_journal, m_bounds, checking));
        m_checked = m_toCheck; // also where it has ended at the first bad place
        return {};
    }

    Result<EventRows> readPage(const std::string& cursor) const
    {
        return m_store.read(
            [&](storage::Transaction& transaction) { return m_selection->page(transaction, rowsAPage, cursor, true); });
    }

    /// Page by page, oldest first, as long as `take` wants more. The next one is read while one is written.
    Result<void> readEvents(const std::function<Result<bool>(const std::vector<Event>&)>& take)
    {
        ReadAhead<EventRows> ahead;
        ahead.begin([this] { return readPage({}); });
        do {
            SALLYPORT_ASSIGN(EventRows rows, ahead.take());
            if (!rows.nextCursor.empty())
                ahead.begin([this, cursor = std::move(rows.nextCursor)] { return readPage(cursor); });
            if (m_pseudonyms)
                for (Event& event : rows.events)
                    SALLYPORT_TRY(m_pseudonyms->apply(event));
            SALLYPORT_ASSIGN(const bool more, take(rows.events));
            m_result.events += static_cast<std::int64_t>(rows.events.size());
            if (!report())
                return cancelled();
            if (!more)
                break;
        } while (ahead.hasBegun());
        return {};
    }

    /// Some of the events, written out.
    struct Part {
        std::string text;
        std::int64_t events = 0;
    };

    /// Where all are wanted it's known where a part begins without the one before. Not where rows lie far from the others, as
    /// only damaged ones do.
    bool canWriteInParts() const
    {
        const auto span = static_cast<std::uint64_t>(m_end) - static_cast<std::uint64_t>(m_bounds.first);
        return m_selection->isEverything() && !m_pseudonyms && m_bounds.first >= 0 && m_bounds.first <= m_end &&
               span <= 2 * static_cast<std::uint64_t>(m_summary.total) + rowsAPage;
    }

    /// Part by part; the next ones are read and put into words on other threads meanwhile.
    template <typename Append>
    Result<void> writeParts(const Write& write, const Append& append, const TimeZone& zone)
    {
        std::deque<ReadAhead<Part>> ahead;
        std::int64_t before = m_bounds.first - 1; // what the parts that were begun end with
        for (;;) {
            while (ahead.size() < partsAhead && before < m_end) {
                const std::int64_t first = before + 1;
                before += std::min<std::int64_t>(rowsAPage, m_end - before);
                ahead.emplace_back().begin([this, &append, &zone, first, last = before]() -> Result<Part> {
                    return m_store.read([&](storage::Transaction& transaction) -> Result<Part> {
                        Part part;
                        SALLYPORT_TRY(showRange(transaction, first, last, [&](const Event& event) {
                            append(part.text, event, zone);
                            ++part.events;
                        }));
                        return part;
                    });
                });
            }
            if (ahead.empty())
                return {};
            SALLYPORT_ASSIGN(const Part part, ahead.front().take());
            ahead.pop_front();
            SALLYPORT_TRY(write(part.text));
            m_result.events += part.events;
            if (!report())
                return cancelled();
        }
    }

    template <typename Append>
    Result<void> writeEvents(const Write& write, const Append& append, const TimeZone& zone)
    {
        if (canWriteInParts())
            return writeParts(write, append, zone);
        std::string chunk;
        return readEvents([&](const std::vector<Event>& events) -> Result<bool> {
            chunk.clear();
            for (const Event& event : events)
                append(chunk, event, zone);
            SALLYPORT_TRY(write(chunk));
            return true;
        });
    }

    Result<void> writeHtml(const ReportSink& sink)
    {
        HtmlDocument page(sink, m_request.html);
        SALLYPORT_TRY(beginEventDocument(page, m_request, m_context, m_summary, shownChain()));
        const Result<void> read = readEvents([&](const std::vector<Event>& events) -> Result<bool> {
            for (const Event& event : events)
                SALLYPORT_TRY(page.row(eventCells(event)));
            return page.wantsRows();
        });
        SALLYPORT_TRY(read);
        SALLYPORT_TRY(page.endTable());
        return page.finish();
    }

    static void appendLine(std::string& to, const Event& event, const TimeZone& zone)
    {
        appendEventJson(to, event, zone);
        to += '\n';
    }

    Result<void> writeText(const ReportSink& sink)
    {
        const Write write = [&](std::string_view chunk) -> Result<void> {
            return chunk.empty() || sink(chunk) ? Result<void>() : cancelled();
        };
        const std::string_view damage = problemWord(m_result.chain.problem);
        if (m_request.format != ReportFormat::Csv)
            return writeEvents(write,
                               [&](std::string& to, const Event& event, const TimeZone& zone) {
                                   switch (m_request.format) {
                                   case ReportFormat::Cef: appendCef(to, event, damage); break;
                                   case ReportFormat::Ocsf: appendOcsf(to, event, damage); break;
                                   default: appendEventJson(to, event, zone, damage); break;
                                   }
                                   to += '\n';
                               },
                               {});
        std::string head(m_request.byteOrderMark ? byteOrderMark : std::string_view());
        appendCsvHead(head, damage);
        SALLYPORT_TRY(write(head));
        return writeEvents(
            write, [&](std::string& to, const Event& event, const TimeZone& zone) { appendCsvEvent(to, event, zone, damage); },
            m_context.zone);
    }

    Result<void> writePdf(const std::filesystem::path& configured, const ReportSink& sink)
    {
        SALLYPORT_ASSIGN(const auto program, findReportProgram(configured));
        SALLYPORT_ASSIGN(auto process, ReportProcess::start(program, sink));
        SALLYPORT_TRY(process->write(reportHeader(m_request, m_context, m_summary, shownChain()) + '\n'));
        SALLYPORT_TRY(writeEvents([&](std::string_view chunk) { return process->write(chunk); }, appendLine, m_context.zone));
        return process->finish();
    }

    storage::Store& m_store;
    Journal& m_journal;
    ReportRequest m_request;
    ReportContext m_context;
    const Progress& m_progress;
    std::optional<EventSelection> m_selection;
    std::optional<Pseudonyms> m_pseudonyms;
    ReportSummary m_summary;
    ReportResult m_result;
    PeriodBounds m_bounds;
    std::int64_t m_end = 0, m_checked = 0, m_toCheck = 0;
};

} // namespace

Result<ReportResult> exportReport(storage::Store& store, Journal& journal, const ReportRequest& request,
                                  const ReportContext& context, const std::filesystem::path& reportProgram,
                                  const ReportSink& sink, const Progress& progress, std::int64_t& delivered,
                                  const ExportReady& ready)
{
    return Export(store, journal, request, context, progress).run(reportProgram, sink, delivered, ready);
}

} // namespace sallyport::audit
