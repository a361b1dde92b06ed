#pragma once

#include "backend/access/actor.h"
#include "backend/audit/event_id.h"
#include "backend/audit/event_query.h"
#include "backend/audit/event_selection.h"
#include "backend/audit/journal.h"
#include "backend/audit/reports.h"
#include "backend/audit/seen_time.h"
#include "backend/journal/report_file.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::journal {

struct EventPage {
    std::vector<audit::Event> events;
    std::string nextCursor;  ///< empty: no more
    std::int64_t total = -1; ///< -1: not counted
};

/// What came after a place in the journal.
struct EventsAfter {
    /// What is missing before `events`, so that nobody takes what is there for everything.
    struct Gap {
        /// The place is none of this journal's: it was restored from a backup, or is another.
        bool unknownPlace = false;
        std::int64_t missed = 0; ///< events that are gone, as the retention wants it; 0 if nobody knows how many
    };
    std::vector<audit::Event> events; ///< oldest first
    std::optional<Gap> gap;
    std::int64_t reached = 0; ///< sequence of the last of them, or of what the gap leads to
    bool more = false;
};

/// A value, and how many events have it.
struct TopValue {
    std::string value;
    std::int64_t count = 0;
};

/// What comes most among some events.
struct TopLists {
    std::vector<TopValue> kinds, users, addresses, paths; ///< most first
    std::int64_t events = 0;                              ///< that were looked at
    bool all = true;                                      ///< false: the newest only
};
inline constexpr std::int64_t topLooksAt = 20'000;

struct EventColumn {
    UtcTime start;
    std::uint32_t info = 0, notice = 0, warning = 0, critical = 0;
    bool about = false; ///< reckoned from samples
};

/// The journal for people and programs: reading, live feed, verification, reports. Checks permissions, records that it
/// was read or exported. Calls block: workers only. Thread-safe.
class Events {
public:
    virtual ~Events() = default;

    /// events:read. Newest first (or oldest first); `limit` 1..1000. The order is that of recording; with a period, that
    /// of time. InvalidArgument for a cursor that isn't one of this list's.
    [[nodiscard]] virtual Result<EventPage> list(const access::Actor& actor, const audit::EventQuery& query, std::uint32_t limit,
                                                 const std::string& cursor, bool oldestFirst) = 0;
    [[nodiscard]] virtual Result<audit::Event> read(const access::Actor& actor, std::int64_t sequence) = 0;
    /// By the id that the API tells; NotFound.
    [[nodiscard]] virtual Result<audit::Event> readById(const access::Actor& actor, std::string_view id) = 0;
    /// events:read. The next of all events, at most `limit` (1..1000).
    [[nodiscard]] virtual Result<EventsAfter> after(const access::Actor& actor, const audit::EventPlace& place,
                                                    std::uint32_t limit) = 0;
    [[nodiscard]] virtual Result<std::int64_t> count(const access::Actor& actor, const audit::EventQuery& query) = 0;
    /// events:read. The same for a list's page: exact to 10,000, about that beyond, and soon there in either case.
    [[nodiscard]] virtual Result<audit::EventTotal> total(const access::Actor& actor, const audit::EventQuery& query);
    /// events:read. What comes most among the newest topLooksAt that the query selects; `most` (1..100) of each.
    [[nodiscard]] virtual Result<TopLists> top(const access::Actor& actor, const audit::EventQuery& query, std::uint32_t most);
    /// `columns` equal slices of since..until; about, and soon there in any case, if more than 300,000 would have to be read.
    [[nodiscard]] virtual Result<std::vector<EventColumn>> histogram(const access::Actor& actor, const audit::EventQuery& query,
                                                                     int columns) = 0;
    /// events:read of this moment. Memory only: any thread.
    [[nodiscard]] virtual Result<void> mayListen(const access::Actor& actor) const = 0;
    /// mayListen() is asked now and again before each delivery; `listener` is called on the writer thread and must not
    /// block. The first refusal ends it: `refused` is called instead, once, and nothing any more. Ends when the token goes.
    /// Blocks: workers only.
    using Listener = std::function<void(const std::vector<audit::Event>&)>;
    [[nodiscard]] virtual Result<audit::Journal::Subscription> subscribe(const access::Actor& actor, Listener listener,
                                                                         std::function<void()> refused = {}) = 0;

    /// events:verify. Recorded.
    [[nodiscard]] virtual Result<audit::ChainReport> verify(const access::Actor& actor, const audit::Progress& progress) = 0;
    virtual audit::ChainHead head() const = 0;
    /// The journal's damage that opening the vault or a verification found, until it is accepted; nothing if there is none.
    virtual std::optional<audit::ChainDamage> damage() const { return {}; }
    /// settings:update and events:verify. What is wrong now is known and right so (a backup was put back on purpose, say): it
    /// is no alarm any more, and stays a note with `why` (1 to 500 characters) in verifications and reports. Recorded. Reads the
    /// whole chain. Conflict if nothing is damaged.
    [[nodiscard]] virtual Result<std::vector<audit::AcceptedDamage>>
    acceptDamage(const access::Actor& actor, const std::string& why, const audit::Progress& progress);

    /// What verify() says of the past without reading the chain: what was accepted and what has expired.
    [[nodiscard]] virtual Result<audit::ChainReport> remembered() { return audit::ChainReport(); }

    /// What the deletion of what has expired waits for, if it does. Blocks.
    [[nodiscard]] virtual Result<std::optional<audit::ClockJump>> clockJump() { return std::optional<audit::ClockJump>(); }
    /// settings:update. The clock is right: deletion goes on. Recorded. Conflict if it doesn't wait.
    [[nodiscard]] virtual Result<void> trustClock(const access::Actor& actor);

    /// events:export, asked again before each piece leaves. Streams into `sink` in constant memory (PDF: what the renderer gives
    /// out); false from the sink or from `progress` cancels. Recorded as report.exported with format, period, count and chain
    /// head.
    using Sink = std::function<bool(std::string_view chunk)>;
    [[nodiscard]] virtual Result<audit::ReportResult> exportTo(const access::Actor& actor, const audit::ReportRequest& request,
                                                               const Sink& sink, const audit::Progress& progress) = 0;
    /// The same into a file: 0600, written beside and renamed, so that a file of that name is replaced at the end or
    /// not at all; nothing is left behind on an error or cancel. NotWritable, DiskFull; AlreadyExists if it is not to be
    /// replaced.
    [[nodiscard]] virtual Result<audit::ReportResult>
    exportToFile(const access::Actor& actor, const audit::ReportRequest& request, const std::filesystem::path& file,
                 const audit::Progress& progress, ExistingFile existing = ExistingFile::Replace) = 0;
};

struct EventsOptions {
    std::function<std::string()> vaultName;
    std::filesystem::path reportProgram;                  ///< draws PDFs; empty: beside the running program
    audit::SeenTime* seenTime = nullptr;                  ///< outlives it; null: no deletion that waits
    std::function<void()> onClockTrusted = {};            ///< any thread
    std::function<void(const Result<void>&)> onHead = {}; ///< how the signing of a head after an export went; any thread
    /// The actor as of this moment, or why they may do nothing any more. Without it actors are taken as they come.
    std::function<Result<access::Actor>(const access::Actor& actor)> now = {};
    std::function<TimeZone()> zone = {};      ///< of reports; without it UTC
    std::vector<std::string> knownPaths = {}; ///< the product's own, `/api/users/{id}`: their words stay in reports without names
};

/// `store`, `journal` and `clock` outlive it.
[[nodiscard]] std::unique_ptr<Events> makeEvents(storage::Store& store, audit::Journal& journal, const Clock& clock,
                                                 EventsOptions options);

} // namespace sallyport::journal
