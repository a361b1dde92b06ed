#include "backend/identity/sessions/sessions_service.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/limits.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/sign_in_facts.h"
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

/// A key speaks for its owner, but it is not the owner.
bool isSelf(const access::Actor& actor, const UserId& user)
{
    return actor.id == user && actor.key.empty();
}

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
        const bool own = session && isSelf(current, session->user);
        const bool allowed = session && (own || current.permissions.has(access::Permission::UsersRevokeSessions));
        if (!allowed)
            return makeError(ErrorCode::NotFound, "No such session.");
        if (!own)
            SALLYPORT_TRY(requireToManage(m_core, transaction, current, session->user));
        SALLYPORT_ASSIGN(const User user, rows::user(transaction, session->user, m_core.clock.now()));
        SALLYPORT_TRY(rows::endSession(transaction, id));
        if (!own)
            SALLYPORT_TRY(rows::endOpened(transaction, {session->user}));
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
        SALLYPORT_ASSIGN(const std::vector<SessionRow> sessions, rows::sessions(transaction, chosen));
        std::map<UserId, std::int64_t> endedOf;
        std::vector<SessionId> ending;
        for (const SessionRow& session : sessions) {
            ending.push_back(session.id);
            ++endedOf[session.user];
        }
        std::vector<UserId> users, others;
        for (const auto& [user, count] : endedOf) {
            users.push_back(user);
            if (!isSelf(current, user))
                others.push_back(user);
        }
        SALLYPORT_ASSIGN(const rows::AssignmentsOfUsers held, rows::assignmentsOf(transaction, others, m_core.clock.now()));
        for (const UserId& user : others)
            if (const auto whose = held.find(user); whose != held.end())
                SALLYPORT_TRY(requireToGrant(m_core, current, rows::roleNames(whose->second)));
        SALLYPORT_TRY(rows::endSessions(transaction, ending));
        SALLYPORT_TRY(rows::endOpened(transaction, others));
        SALLYPORT_ASSIGN(const auto names, rows::namesOf(transaction, users));
        for (const auto& [user, name] : names)
            SALLYPORT_TRY(recordEnded(transaction, current, {"user", user.text(), name},
                                      audit::Details().number("sessions", endedOf[user])));
        return static_cast<std::int64_t>(ending.size());
    });
}

Result<std::int64_t> SessionsService::endEverybodys(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersRevokeSessions));
    return countTaken(m_core.store, [this, current](storage::Transaction& transaction) -> Result<std::int64_t> {
        rows::Spared spared;
        SALLYPORT_ASSIGN(spared.roles, rolesAbove(m_core, transaction, current));
        if (current.key.empty())
            spared.self = current.id;
        SALLYPORT_ASSIGN(const std::int64_t left, rows::countSpared(transaction, spared));
        SALLYPORT_ASSIGN(const std::int64_t ended, rows::endEverybodys(transaction, current.session, spared));
        SALLYPORT_TRY(rows::endEverybodysOpened(transaction, spared));
        audit::Details details;
        details.number("sessions", ended);
        if (left > 0)
            details.number("users_left", left);
        SALLYPORT_TRY(recordEnded(transaction, current, {"sessions", "", "all sessions"}, std::move(details)));
        return ended;
    });
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
