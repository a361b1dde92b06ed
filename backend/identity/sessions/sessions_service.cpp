#include "backend/identity/sessions/sessions_service.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/limits.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/sign_in_facts.h"
#include "backend/identity/core/topics.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/sessions/session_list.h"
#include "backend/identity/sessions/session_rows.h"
#include "backend/storage/page_cursor.h"

#include <algorithm>
#include <functional>
#include <map>
#include <memory>
#include <utility>

namespace sallyport::identity {

namespace {

/// Store::takeAway of work that counts.
Result<std::int64_t> countTaken(storage::Store& store, std::function<Result<std::int64_t>(storage::Transaction&)> work)
{
    const auto count = std::make_shared<std::int64_t>(0);
    SALLYPORT_TRY(store.takeAway([work = std::move(work), count](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(*count, work(transaction));
        return {};
    }));
    return *count;
}

} // namespace

Result<std::vector<Session>> SessionsService::list(const access::Actor& actor, const UserId& user)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    SALLYPORT_TRY(requireSignInFacts(current, user));
    SALLYPORT_ASSIGN(const auto found,
                     m_core.store.read([&](storage::Transaction& transaction) { return rows::sessionsOf(transaction, user); }));
    const UtcTime now = m_core.clock.now();
    const auto idle = m_core.settings.values()->sessionsIdle;
    std::vector<Session> sessions;
    for (const SessionRow& row : found) {
        // Memory knows the last use; what isn't there is over.
        const auto live = m_core.live.find(row.id);
        if (live && isActive(*live, now, idle))
            sessions.push_back(toSession(*live, row, current.session));
    }
    std::ranges::sort(sessions, std::greater{}, &Session::lastUsedAt);
    return sessions;
}

Result<SessionPage> SessionsService::listAll(const access::Actor& actor, const SessionQuery& query)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::SessionsRead));
    return sessionPage(m_core, query, current.session);
}

Result<void> SessionsService::end(const access::Actor& actor, const SessionId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    return m_core.store.takeAway([this, current, id](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const auto session, rows::session(transaction, id));
        // Without the permission another's session is as good as none: ids must not be probed (ASVS 8.2.2).
        const bool own = session && session->user == current.id && current.key.empty();
        const bool allowed = session && (own || current.permissions.has(access::Permission::UsersRevokeSessions));
        if (!allowed)
            return makeError(ErrorCode::NotFound, "No such session.");
        if (!own)
            SALLYPORT_TRY(requireToManage(m_core, transaction, current, session->user));
        SALLYPORT_ASSIGN(const User user, rows::user(transaction, session->user, m_core.clock.now()));
        SALLYPORT_TRY(rows::endSession(transaction, id));
        return recordEnded(transaction, current, {"user", user.id.text(), user.name},
                           audit::Details().number("sessions", 1).text("session", id.text()));
    });
}

Result<std::int64_t> SessionsService::endMany(const access::Actor& actor, std::span<const SessionId> ids)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersRevokeSessions));
    if (ids.size() > limits::pageRows)
        return makeError(ErrorCode::InvalidArgument, "At most " + std::to_string(limits::pageRows) + " sessions at once.");
    const std::vector<SessionId> chosen(ids.begin(), ids.end());
    return countTaken(m_core.store, [this, current, chosen](storage::Transaction& transaction) -> Result<std::int64_t> {
        std::map<UserId, std::int64_t> endedOf;
        for (const SessionId& id : chosen) {
            SALLYPORT_ASSIGN(const auto session, rows::session(transaction, id));
            if (!session)
                continue;
            if (!endedOf.contains(session->user))
                SALLYPORT_TRY(requireToManage(m_core, transaction, current, session->user));
            SALLYPORT_ASSIGN(const bool ended, rows::endSession(transaction, id));
            endedOf[session->user] += ended ? 1 : 0;
        }
        std::int64_t total = 0;
        for (const auto& [userId, count] : endedOf) {
            SALLYPORT_ASSIGN(const User user, rows::user(transaction, userId, m_core.clock.now()));
            SALLYPORT_TRY(recordEnded(transaction, current, {"user", user.id.text(), user.name},
                                      audit::Details().number("sessions", count)));
            total += count;
        }
        return total;
    });
}

Result<std::int64_t> SessionsService::endEverybodys(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersRevokeSessions));
    return countTaken(m_core.store, [this, current](storage::Transaction& transaction) -> Result<std::int64_t> {
        SALLYPORT_ASSIGN(const std::vector<UserId> above, signedInAbove(m_core, transaction, current));
        SALLYPORT_ASSIGN(const std::int64_t ended,
                         above.empty() ? endAll(transaction, current.session) : endAllBut(transaction, current.session, above));
        audit::Details details;
        details.number("sessions", ended);
        if (!above.empty())
            details.number("users_left", static_cast<std::int64_t>(above.size()));
        SALLYPORT_TRY(recordEnded(transaction, current, {"sessions", "", "all sessions"}, std::move(details)));
        return ended;
    });
}

Result<std::int64_t> SessionsService::endAll(storage::Transaction& transaction, const SessionId& except)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM sessions WHERE id <> $1"));
    remove.bind(1, except);
    SALLYPORT_TRY(remove.run());
    const std::int64_t ended = transaction.changes();
    transaction.changed(allSessionsTopic, {}, std::make_shared<const SessionId>(except));
    return ended;
}

Result<std::int64_t> SessionsService::endAllBut(storage::Transaction& transaction, const SessionId& except,
                                                const std::vector<UserId>& stay)
{
    std::vector<UserId> users;
    {
        SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT DISTINCT user_id FROM sessions ORDER BY user_id"));
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, row.step());
            if (!found)
                break;
            users.emplace_back(row.text());
        }
    }
    std::int64_t ended = 0;
    for (const UserId& user : users) {
        if (std::ranges::binary_search(stay, user)) // it comes sorted
            continue;
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM sessions WHERE user_id = $1 AND id <> $2"));
        remove.bind(1, user).bind(2, except);
        SALLYPORT_TRY(remove.run());
        ended += transaction.changes();
        transaction.changed(userSessionsTopic, user.text(), std::make_shared<const SessionId>(except));
    }
    return ended;
}

Result<void> SessionsService::recordEnded(storage::Transaction& transaction, const access::Actor& actor,
                                          audit::EventObject object, audit::Details details)
{
    audit::Event event = access::eventBy(actor, audit::kind::sessionsRevoked);
    event.object = std::move(object);
    event.detailsJson = details.json();
    return m_core.journal.append(transaction, std::move(event));
}

} // namespace sallyport::identity
