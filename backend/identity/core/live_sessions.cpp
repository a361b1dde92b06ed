#include "backend/identity/core/live_sessions.h"

#include "backend/base/time_format.h"

#include <algorithm>

namespace sallyport::identity {

LiveSessions::SessionPointer LiveSessions::find(const SessionId& id) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_sessions.find(id);
    return found == m_sessions.end() ? nullptr : found->second;
}

std::optional<access::Actor> LiveSessions::actorOf(const LiveSession& session, UtcTime now) const
{
    std::optional<access::Actor> made; // the only one that is returned, so never moved: that is dear, and each request asks
    const std::shared_lock lock(m_mutex);
    const auto found = m_accounts.find(session.user);
    if (session.ended.load() || found == m_accounts.end() || found->second.user->status != UserStatus::Active)
        return made;
    const LiveUser& user = *found->second.user;
    access::Actor& actor = made.emplace();
    actor.kind = session.kind;
    actor.id = user.id;
    actor.name = user.name;
    actor.email = user.email;
    actor.department = user.department;
    actor.roles = inForce(user.roles, user.ends, now);
    actor.permissions = m_roles.permissionsOf(actor.roles);
    actor.rolesUntil = nextEnd(user.ends, now);
    actor.session = session.id;
    actor.hasFactor = user.mfaEnabled || session.factorElsewhere;
    actor.signedInAt = session.createdAt;
    if (const std::int64_t mfaAt = session.mfaAtMicros.load(); mfaAt != 0)
        actor.mfaAt = fromMicros(mfaAt);
    return made;
}

bool LiveSessions::mfaEnabled(const UserId& user) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_accounts.find(user);
    return found != m_accounts.end() && found->second.user->mfaEnabled;
}

std::optional<UtcTime> LiveSessions::mfaMissingSince(const LiveSession& session) const
{
    if (session.factorElsewhere)
        return std::nullopt;
    const std::shared_lock lock(m_mutex);
    const auto found = m_accounts.find(session.user);
    return found == m_accounts.end() ? std::nullopt : found->second.user->mfaMissingSince();
}

std::vector<LiveSessions::Seen> LiveSessions::snapshot() const
{
    const std::shared_lock lock(m_mutex);
    std::vector<Seen> seen;
    seen.reserve(m_sessions.size());
    for (const auto& [id, account] : m_accounts) {
        for (const SessionPointer& session : account.sessions)
            seen.push_back({session, account.user});
    }
    return seen;
}

void LiveSessions::add(const SessionPointer& session, LiveUser user)
{
    const std::unique_lock lock(m_mutex);
    if (!m_sessions.emplace(session->id, session).second)
        return;
    Account& account = m_accounts[session->user];
    account.user = std::make_shared<const LiveUser>(std::move(user));
    account.sessions.push_back(session);
}

void LiveSessions::endLocked(const SessionPointer& session)
{
    session->ended.store(true);
    session->version.fetch_add(1);
    m_sessions.erase(session->id);
}

void LiveSessions::endLocked(Account& account, const SessionId& except)
{
    std::erase_if(account.sessions, [&](const SessionPointer& session) {
        if (session->id == except)
            return false;
        endLocked(session);
        return true;
    });
}

void LiveSessions::end(const SessionId& id)
{
    const std::unique_lock lock(m_mutex);
    const auto found = m_sessions.find(id);
    if (found == m_sessions.end())
        return;
    const SessionPointer session = found->second;
    endLocked(session);
    const auto account = m_accounts.find(session->user);
    if (account == m_accounts.end())
        return;
    std::erase(account->second.sessions, session);
    if (account->second.sessions.empty())
        m_accounts.erase(account);
}

void LiveSessions::endAllOf(const UserId& user, const SessionId& except)
{
    const std::unique_lock lock(m_mutex);
    const auto account = m_accounts.find(user);
    if (account == m_accounts.end())
        return;
    endLocked(account->second, except);
    if (account->second.sessions.empty())
        m_accounts.erase(account);
}

void LiveSessions::endEverybodys(const SessionId& except)
{
    const std::unique_lock lock(m_mutex);
    for (auto account = m_accounts.begin(); account != m_accounts.end();) {
        endLocked(account->second, except);
        account = account->second.sessions.empty() ? m_accounts.erase(account) : std::next(account);
    }
}

void LiveSessions::updateUser(LiveUser user)
{
    const std::unique_lock lock(m_mutex);
    const auto account = m_accounts.find(user.id);
    if (account == m_accounts.end())
        return;
    account->second.user = std::make_shared<const LiveUser>(std::move(user));
    for (const SessionPointer& session : account->second.sessions)
        session->version.fetch_add(1);
}

void LiveSessions::rolesChanged()
{
    const std::shared_lock lock(m_mutex);
    for (const auto& [id, session] : m_sessions)
        session->version.fetch_add(1);
}

void LiveSessions::setMfaAt(const SessionId& id, UtcTime time)
{
    if (const SessionPointer session = find(id)) {
        session->mfaAtMicros.store(toMicros(time));
        session->version.fetch_add(1);
    }
}

void LiveSessions::setUsedAt(const SessionId& id, UtcTime time)
{
    if (const SessionPointer session = find(id))
        session->lastUsedMicros.store(toMicros(time));
}

void LiveSessions::replaceAll(std::vector<std::pair<SessionPointer, UserId>> sessions, std::vector<LiveUser> users)
{
    const std::unique_lock lock(m_mutex);
    std::unordered_map<SessionId, SessionPointer> fresh;
    std::unordered_map<UserId, Account> accounts;
    for (LiveUser& user : users) {
        Account& account = accounts[user.id];
        account.user = std::make_shared<const LiveUser>(std::move(user));
    }
    for (auto& [session, user] : sessions) {
        SessionPointer kept = session;
        if (const auto known = m_sessions.find(session->id); known != m_sessions.end()) {
            kept = known->second;
            kept->mfaAtMicros.store(session->mfaAtMicros.load());
            if (session->lastUsedMicros.load() > kept->lastUsedMicros.load())
                kept->lastUsedMicros.store(session->lastUsedMicros.load());
        }
        kept->version.fetch_add(1);
        accounts[user].sessions.push_back(kept);
        fresh.emplace(kept->id, std::move(kept));
    }
    for (const auto& [id, session] : m_sessions) {
        if (!fresh.contains(id)) {
            session->ended.store(true);
            session->version.fetch_add(1);
        }
    }
    m_sessions = std::move(fresh);
    m_accounts = std::move(accounts);
}

} // namespace sallyport::identity
