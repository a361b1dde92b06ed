#include "backend/authorization/access_review_service.h"

#include "backend/access/role_graph.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/export_record.h"
#include "backend/audit/report_process.h"
#include "backend/authorization/access_review_file.h"
#include "backend/authorization/access_review_rows.h"
#include "backend/base/case_fold.h"
#include "backend/base/csv_field.h"
#include "backend/base/limits.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/sign_in_facts.h"
#include "backend/identity/core/user_fields.h"

#include <algorithm>
#include <set>

namespace sallyport::authorization {

namespace {

using access::Actor;
using access::Permission;
using access::Role;
using Sort = AccessReviewQuery::Sort;

constexpr std::uint32_t rowsAtOnce = 1000; // of an export
using Roles = std::vector<Role>;

Error cancelled()
{
    return makeError(ErrorCode::Cancelled, "The export was stopped.");
}

Result<void> checkQuery(const AccessReviewQuery& query)
{
    if (query.limit < 1 || query.limit > limits::pageRows)
        return makeError(ErrorCode::InvalidArgument, "limit must be 1..200.");
    if (isLongerThan(query.text, limits::searchText) || !codePointCount(query.text))
        return makeError(ErrorCode::InvalidArgument, "The search text is too long or not UTF-8.");
    if (query.offset > INT64_MAX)
        return makeError(ErrorCode::InvalidArgument, "offset is too large.");
    for (const std::optional<int>& days : {query.unusedDays, query.endsDays})
        if (days && (*days < 1 || *days > accessDaysLimit))
            return makeError(ErrorCode::InvalidArgument, "unused_days and ends_days must be 1..3650.");
    return {};
}

std::vector<std::string> rolesThatGive(const Roles& roles, Permission permission)
{
    std::vector<std::string> names;
    for (const Role& role : roles)
        if (role.permissions.has(permission))
            names.push_back(role.name);
    return names;
}

std::vector<std::string> rolesNamed(const Roles& roles, const std::string& text)
{
    const std::string key = searchKey(text);
    std::vector<std::string> names;
    for (const Role& role : roles)
        if (searchKey(role.name).find(key) != std::string::npos || searchKey(role.title).find(key) != std::string::npos)
            names.push_back(role.name);
    return names;
}

/// Everything that the role inherits from, sorted.
std::vector<std::string> inheritedBy(const Roles& roles, const Role& start)
{
    std::set<std::string> found;
    std::vector<const Role*> queue{&start};
    for (std::size_t at = 0; at < queue.size(); ++at)
        for (const std::string& name : queue[at]->inherits)
            if (const Role* const role = access::findRole(roles, name); role != nullptr && role->name != start.name)
                if (found.insert(role->name).second)
                    queue.push_back(role);
    return {found.begin(), found.end()};
}

/// What is decided of objects, by its word.
std::vector<std::string> decidedActions()
{
    std::vector<std::string> words;
    for (const access::PermissionInfo& one : access::permissions())
        for (const std::string_view object : {"records:", "comments:", "files:"})
            if (one.word.starts_with(object))
                words.emplace_back(one.word);
    return words;
}

/// What the table of roles knows of a row.
void addRole(HeldAccess& held, const Roles& roles, const std::optional<Permission>& permission)
{
    const Role* const role = access::findRole(roles, held.item);
    held.title = role != nullptr ? role->title : held.item;
    if (role == nullptr)
        return;
    held.inherits = inheritedBy(roles, *role);
    if (!permission)
        return;
    const auto ways = access::waysOf(roles, role->name);
    if (const auto found = ways.find(*permission); found != ways.end() && !found->second.empty())
        held.way = found->second.front();
}

std::string_view formatWord(AccessReviewReport::Format format)
{
    return format == AccessReviewReport::Format::Csv ? "csv" : "pdf";
}

} // namespace

std::string HeldAccess::id() const
{
    return std::string(accessKindWord(kind)) + ' ' + holder.text() + ' ' + item;
}

std::string_view accessKindWord(HeldAccess::Kind kind) noexcept
{
    return kind == HeldAccess::Kind::Role ? "role" : "key";
}

Result<Actor> AccessReviewService::mayAsk(const Actor& actor, const AccessReviewQuery& query) const
{
    SALLYPORT_ASSIGN(Actor current, m_shared.authorize(actor, Permission::UsersRead));
    SALLYPORT_TRY(access::require(current, Permission::RolesRead));
    if (query.unusedDays || query.sort == Sort::Active)
        SALLYPORT_TRY(identity::requireSignInFacts(current));
    if (query.kind == HeldAccess::Kind::Key)
        SALLYPORT_TRY(access::require(current, Permission::KeysRead));
    if (query.service == std::optional(true))
        SALLYPORT_TRY(access::require(current, Permission::ServiceAccountsRead));
    return current;
}

Result<AccessReviewQuery> AccessReviewService::checked(const Actor& current, AccessReviewQuery query) const
{
    SALLYPORT_TRY(checkQuery(query));
    if (query.holder.empty())
        return query;
    // To whom accounts are not shown there are none.
    const bool accounts = current.permissions.has(Permission::ServiceAccountsRead);
    SALLYPORT_ASSIGN(const std::optional<std::string> id, m_shared.store.read([&](storage::Transaction& transaction) {
        return rows::holderId(transaction, query.holder, accounts);
    }));
    if (!id) {
        Error error(ErrorCode::InvalidArgument, "There is no such user or service account.");
        error.fields.push_back({"holder", error.detail, "exists"});
        return error;
    }
    query.holder = *id;
    return query;
}

Result<Actor> AccessReviewService::mayExport(const Actor& actor, const AccessReviewQuery& query) const
{
    SALLYPORT_ASSIGN(Actor current, mayAsk(actor, query));
    SALLYPORT_TRY(access::require(current, Permission::EventsExport));
    return current;
}

Result<AccessReviewPage> AccessReviewService::page(const Actor& current, const AccessReviewQuery& query, bool counts) const
{
    const auto roles = m_shared.roles.table(); // by which is decided
    rows::ReviewGiven given;
    given.now = m_shared.store.now();
    given.unusedSince = std::chrono::floor<std::chrono::hours>(given.now) - std::chrono::days(query.unusedDays.value_or(0));
    given.withKeys = current.permissions.has(Permission::KeysRead);
    given.withAccounts = current.permissions.has(Permission::ServiceAccountsRead);
    if (!query.role.empty()) {
        const std::vector<std::string> one{query.role};
        given.roles = access::heirsOf(*roles, one);
        if (m_shared.roles.exists(query.role))
            given.roles->push_back(query.role);
    }
    if (query.permission)
        given.giving = rolesThatGive(*roles, *query.permission);
    if (!query.text.empty())
        given.named = rolesNamed(*roles, query.text);
    AccessReviewPage found;
    const bool mayKnowDecisions = current.permissions.has(Permission::DecisionsRead);
    rows::LastAllowed allowed;
    if (mayKnowDecisions)
        (void) m_shared.waiting.settle();
    SALLYPORT_TRY(m_shared.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(found, rows::heldAccess(transaction, query, given, counts));
        if (!mayKnowDecisions)
            return {};
        std::set<std::string> subjects;
        for (const HeldAccess& held : found.rows)
            if (held.kind == HeldAccess::Kind::Role)
                subjects.insert(held.holder.text());
        SALLYPORT_ASSIGN(allowed, rows::lastAllowed(transaction, {subjects.begin(), subjects.end()}, decidedActions()));
        return {};
    }));
    found.withKeys = given.withKeys;
    found.withAccounts = given.withAccounts;
    const bool facts = identity::requireSignInFacts(current).has_value();
    for (HeldAccess& held : found.rows) {
        const bool own = held.holder == current.id && current.key.empty();
        held.activeKnown = facts || own || held.service || held.kind == HeldAccess::Kind::Key;
        if (!held.activeKnown)
            held.activeAt.reset();
        if (held.kind != HeldAccess::Kind::Role)
            continue;
        addRole(held, *roles, query.permission);
        const access::PermissionSet gives = m_shared.roles.permissionsOf({held.item});
        for (auto last = allowed.lower_bound({held.holder.text(), {}});
             last != allowed.end() && last->first.first == held.holder.text(); ++last)
            if (const auto action = access::findPermission(last->first.second); action && gives.has(*action))
                held.decidedAt = std::max(held.decidedAt.value_or(last->second), last->second);
    }
    return found;
}

Result<AccessReviewPage> AccessReviewService::list(const Actor& actor, const AccessReviewQuery& query)
{
    SALLYPORT_ASSIGN(const Actor current, mayAsk(actor, query));
    SALLYPORT_ASSIGN(const AccessReviewQuery asked, checked(current, query));
    return page(current, asked, true);
}

Result<void> AccessReviewService::write(const Actor& actor, const AccessReviewReport& report, const Sink& sink,
                                        const Progress& progress, AccessReviewWritten& written) const
{
    const TimeZone zone = m_shared.settings.values()->timesZone;
    const bool pdf = report.format == AccessReviewReport::Format::Pdf;
    const auto give = [&](std::string_view piece) {
        written.bytes += static_cast<std::int64_t>(piece.size());
        return piece.empty() || sink(piece);
    };
    std::unique_ptr<audit::ReportProcess> process;
    if (pdf) {
        SALLYPORT_ASSIGN(const std::filesystem::path program, audit::findReportProgram(m_reportProgram));
        SALLYPORT_ASSIGN(process, audit::ReportProcess::start(program, give));
    }
    AccessReviewQuery query = report.query;
    query.limit = rowsAtOnce;
    query.offset = 0;
    query.cursor.clear();
    bool begun = false;
    std::int64_t total = 0;
    do {
        // Asked again before each piece leaves: a right that goes ends what it opened.
        SALLYPORT_ASSIGN(const Actor current, mayExport(actor, query));
        SALLYPORT_ASSIGN(const AccessReviewPage found, page(current, query, !begun));
        std::string piece;
        if (!std::exchange(begun, true)) {
            total = written.selected = found.total;
            if (pdf) {
                AccessReviewPage counts = found;
                counts.rows.clear();
                appendReviewHead(piece,
                                 {report.title, report.language, m_shared.settings.values()->vaultName, access::nameOf(current),
                                  filterText(query), m_shared.store.now(), std::move(counts)},
                                 zone);
            } else {
                piece = report.byteOrderMark ? byteOrderMark : std::string_view();
                appendReviewHead(piece);
            }
        }
        for (const HeldAccess& held : found.rows)
            pdf ? appendReviewLine(piece, held, zone) : appendReviewRow(piece, held, zone);
        if (pdf)
            SALLYPORT_TRY(process->write(piece));
        else if (!give(piece))
            return cancelled();
        written.rows += static_cast<std::int64_t>(found.rows.size());
        if (progress && !progress(written.rows, total))
            return cancelled();
        query.cursor = found.nextCursor;
    } while (!query.cursor.empty());
    return pdf ? process->finish() : Result<void>();
}

/// Before the first byte leaves; what was cut off or failed is told once more.
Result<AccessReviewWritten> AccessReviewService::recorded(const Actor& actor, const AccessReviewReport& report, const Sink& sink,
                                                          const Progress& progress, const std::filesystem::path& file)
{
    AccessReviewWritten written;
    const auto made = [&](std::int64_t rows) {
        audit::Event event = access::eventBy(actor, audit::kind::accessReviewExported);
        event.object = {"report", {}, report.title.empty() ? "Access review" : report.title};
        audit::Details details;
        details.text("format", formatWord(report.format)).number("rows", rows);
        if (const std::string filter = filterText(report.query); !filter.empty())
            details.text("filter", filter);
        if (!file.empty())
            details.text("file", file.filename().string());
        event.detailsJson = details.json();
        return event;
    };
    audit::ExportRecord record(
        m_shared.journal, [&] { return made(written.selected); }, sink);
    const Result<void> done = write(
        actor, report, [&](std::string_view piece) { return record.give(piece); }, progress, written);
    SALLYPORT_TRY(record.end(done, made(written.rows)));
    return written;
}

Result<AccessReviewWritten> AccessReviewService::exportTo(const Actor& actor, const AccessReviewReport& wanted, const Sink& sink,
                                                          const Progress& progress)
{
    SALLYPORT_ASSIGN(const Actor current, mayExport(actor, wanted.query));
    AccessReviewReport report = wanted;
    SALLYPORT_ASSIGN(report.query, checked(current, wanted.query));
    return recorded(actor, report, sink, progress, {});
}

Result<AccessReviewWritten> AccessReviewService::exportToFile(const Actor& actor, const AccessReviewReport& wanted,
                                                              const std::filesystem::path& file, const Progress& progress,
                                                              journal::ExistingFile existing)
{
    SALLYPORT_ASSIGN(const Actor current, mayExport(actor, wanted.query));
    AccessReviewReport report = wanted;
    SALLYPORT_ASSIGN(report.query, checked(current, wanted.query));
    SALLYPORT_ASSIGN(journal::ReportFile target, journal::ReportFile::create(file, existing));
    Result<void> stored;
    const Sink sink = [&](std::string_view chunk) {
        stored = target.write(chunk);
        return stored.has_value();
    };
    Result<AccessReviewWritten> result = recorded(actor, report, sink, progress, file);
    if (!stored)
        return stored.error();
    if (!result)
        return result;
    SALLYPORT_TRY(target.publish());
    return result;
}

} // namespace sallyport::authorization
