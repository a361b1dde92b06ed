#include "backend/identity/sessions/session_list.h"

#include "backend/base/case_fold.h"
#include "backend/base/limits.h"
#include "backend/base/time_format.h"
#include "backend/base/utf8.h"
#include "backend/settings/value_text.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace sallyport::identity {

namespace {

/// A session and what it is sorted by. Ids break ties, so that the order is total.
struct Entry {
    std::int64_t number = 0;
    std::string text;
    LiveSessions::Seen seen;

    auto key() const { return std::tie(number, text, seen.session->id.text()); }
};

struct Position {
    std::int64_t number = 0;
    std::string text;
    std::string id;

    auto key() const { return std::tie(number, text, id); }
};

std::string cursorAt(const SessionQuery& query, const Entry& entry)
{
    return storage::encodeCursor(storage::sortLetter(query),
                                 {entry.seen.session->id.text(), std::to_string(entry.number) + ' ' + entry.text});
}

Result<Position> readCursor(const SessionQuery& query)
{
    constexpr std::size_t idLength = 26;
    SALLYPORT_ASSIGN(storage::PageCursor cursor, storage::decodeCursor(query.cursor, storage::sortLetter(query), idLength));
    const std::string_view place = cursor.place;
    const std::size_t blank = place.find(' ');
    const auto number = settings::parseInteger(place.substr(0, blank), 0, INT64_MAX);
    if (!isIdText(cursor.id) || !number || blank == place.npos)
        return storage::notACursor();
    return Position{*number, std::string(place.substr(blank + 1)), std::move(cursor.id)};
}

Result<std::unordered_set<SessionId>> matching(storage::Transaction& transaction, std::string_view text)
{
    SALLYPORT_ASSIGN(
        auto rows,
        transaction.prepare("SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.name_key LIKE $1 ESCAPE '\\' "
                            "OR u.email_key LIKE $1 ESCAPE '\\' OR lower(s.address) LIKE $1 ESCAPE '\\' OR lower(s.user_agent) "
                            "LIKE $1 ESCAPE '\\'"));
    rows.bind(1, storage::searchPattern(text));
    std::unordered_set<SessionId> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            return found;
        found.insert(SessionId(rows.text()));
    }
}

std::int64_t numberOf(const LiveSession& session, SessionQuery::Sort sort)
{
    switch (sort) {
    case SessionQuery::Sort::LastUsed: return session.lastUsedMicros.load(std::memory_order_relaxed);
    case SessionQuery::Sort::Created: return toMicros(session.createdAt);
    case SessionQuery::Sort::Expires: return toMicros(session.expiresAt);
    case SessionQuery::Sort::User: break;
    }
    return 0;
}

std::vector<Entry> activeEntries(const Core& core, SessionQuery::Sort sort)
{
    const UtcTime now = core.clock.now();
    const auto idle = core.settings.values()->sessionsIdle;
    std::vector<Entry> entries;
    for (LiveSessions::Seen& seen : core.live.snapshot()) {
        const LiveSession& session = *seen.session;
        if (!isActive(session, now, idle))
            continue;
        Entry entry;
        entry.number = numberOf(session, sort);
        if (sort == SessionQuery::Sort::User)
            entry.text = textKey(seen.user->name);
        entry.seen = std::move(seen);
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<void> checkQuery(const SessionQuery& query)
{
    if (query.limit < 1 || query.limit > limits::pageRows)
        return makeError(ErrorCode::InvalidArgument, "limit must be 1..200.");
    if (isLongerThan(query.text, limits::searchText) || !codePointCount(query.text))
        return makeError(ErrorCode::InvalidArgument, "The search text is too long or not UTF-8.");
    return {};
}

} // namespace

bool isActive(const LiveSession& session, UtcTime now, std::chrono::seconds idle)
{
    const bool console = session.kind == access::Actor::Kind::Operator;
    return now < session.expiresAt && (console || now - fromMicros(session.lastUsedMicros.load()) < idle);
}

Session toSession(const LiveSession& live, const SessionRow& row, const SessionId& asking)
{
    Session session;
    session.id = live.id;
    session.user = live.user;
    session.createdAt = live.createdAt;
    session.lastUsedAt = fromMicros(live.lastUsedMicros.load());
    session.expiresAt = live.expiresAt;
    session.address = row.address;
    session.userAgent = row.userAgent;
    session.mfa = live.mfaAtMicros.load() != 0;
    session.console = live.kind == access::Actor::Kind::Operator;
    session.current = live.id == asking;
    return session;
}

Result<SessionPage> sessionPage(Core& core, const SessionQuery& query, const SessionId& asking)
{
    SALLYPORT_TRY(checkQuery(query));
    std::optional<Position> after;
    if (!query.cursor.empty()) {
        SALLYPORT_ASSIGN(after, readCursor(query));
    }
    std::vector<Entry> entries = activeEntries(core, query.sort);
    return core.store.read([&](storage::Transaction& transaction) -> Result<SessionPage> {
        if (!query.text.empty()) {
            SALLYPORT_ASSIGN(const auto wanted, matching(transaction, query.text));
            std::erase_if(entries, [&](const Entry& entry) { return !wanted.contains(entry.seen.session->id); });
        }
        const auto before = [&](const auto& left, const auto& right) {
            return query.descending ? left.key() > right.key() : left.key() < right.key();
        };
        const auto total = static_cast<std::int64_t>(entries.size());
        if (after)
            std::erase_if(entries, [&](const Entry& entry) { return !before(*after, entry); });
        const std::size_t begin = after ? 0 : std::min<std::uint64_t>(query.offset, entries.size());
        const std::size_t end = std::min<std::size_t>(begin + query.limit, entries.size());
        // Only what the page needs is put in order.
        std::partial_sort(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(end), entries.end(), before);
        SessionPage page;
        page.total = total;
        std::vector<SessionId> ids;
        for (std::size_t i = begin; i < end; ++i)
            ids.push_back(entries[i].seen.session->id);
        SALLYPORT_ASSIGN(std::vector<SessionRow> stored, rows::sessions(transaction, ids));
        std::unordered_map<SessionId, SessionRow> known;
        for (SessionRow& row : stored)
            known.emplace(row.id, std::move(row));
        for (std::size_t i = begin; i < end; ++i) {
            const Entry& entry = entries[i];
            Session session = toSession(*entry.seen.session, known[entry.seen.session->id], asking);
            session.userName = entry.seen.user->name;
            session.userEmail = entry.seen.user->email;
            page.sessions.push_back(std::move(session));
        }
        if (end < entries.size() && end > begin)
            page.nextCursor = cursorAt(query, entries[end - 1]);
        return page;
    });
}

} // namespace sallyport::identity
