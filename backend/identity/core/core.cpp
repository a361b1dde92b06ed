#include "backend/identity/core/core.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/core/opened_rows.h"
#include "backend/identity/core/topics.h"
#include "backend/identity/core/user_rows.h"
#include "backend/storage/held_work.h"

namespace sallyport::identity {

std::string Core::issuer() const
{
    const auto values = settings.values();
    if (!values->serverIssuer.empty())
        return values->serverIssuer;
    const std::lock_guard lock(m_issuerMutex);
    return m_defaultIssuer;
}

void Core::setDefaultIssuer(std::string url)
{
    const std::lock_guard lock(m_issuerMutex);
    m_defaultIssuer = std::move(url);
}

Error Core::enrolmentMissing()
{
    return makeError(ErrorCode::MfaEnrolmentRequired, "Set up a second factor first: the time for it is over.");
}

Result<access::Actor> Core::now(const access::Actor& actor) const
{
    Result<access::Actor> current = nowToEnrol(actor); // returned as it is: an actor is dear to move, and each request asks
    if (current && current->enrolmentOnly)
        current = enrolmentMissing();
    return current;
}

Result<access::Actor> Core::nowToEnrol(const access::Actor& actor) const
{
    if (!actor.key.empty())
        return keyNow(actor);
    if (actor.kind == access::Actor::Kind::System || actor.session.empty())
        return actor;
    const auto session = live.find(actor.session);
    auto current = session && session->user == actor.id && clock.now() < session->expiresAt ? live.actorOf(*session, clock.now())
                                                                                            : std::nullopt;
    if (!current)
        return makeError(ErrorCode::TokenInvalid, "The session has ended.");
    current->askAs(actor);
    current->enrolmentOnly = session->enrolment || mfaOverdue(live.mfaMissingSince(*session), *settings.values(), clock.now());
    if (current->enrolmentOnly)
        current->permissions = {};
    return std::move(*current);
}

Result<access::Actor> Core::keyNow(const access::Actor& actor) const
{
    const auto key = liveKeys.find(actor.key);
    const auto record = key ? key->record() : nullptr;
    const UtcTime time = clock.now();
    bool open = record && record->owner == actor.id && !record->revokedAt && time < record->expiresAt;
    // What a request was let in by holds for what it opened too: where it comes from, and the text that it showed.
    open = open && (actor.address.isUnspecified() || record->allows(actor.address));
    open = open && (!actor.keyProof || record->opens(*actor.keyProof, time));
    const auto principal = open ? liveKeys.principalOf(key, time) : nullptr;
    if (!principal)
        return makeError(ErrorCode::TokenInvalid, "The API key has ended.");
    if (mfaOverdue(principal->mfaMissingSince, *settings.values(), time))
        return enrolmentMissing();
    access::Actor current = principal->actor;
    current.keyProof = actor.keyProof;
    current.mfaAt = actor.mfaAt; // by a code of the owner that came with this request
    current.askAs(actor);
    return current;
}

Result<access::Actor> Core::authorize(const access::Actor& actor, access::Permission permission) const
{
    SALLYPORT_ASSIGN(access::Actor current, now(actor));
    SALLYPORT_TRY(access::require(current, permission));
    return current;
}

Result<void> Core::mirror(storage::Transaction& transaction, const User& user)
{
    SALLYPORT_TRY(rows::copyFactor(transaction, user.id));
    transaction.changed(userTopic, user.id.text(), std::make_shared<const LiveUser>(toLive(user)));
    return {};
}

Result<std::int64_t> Core::endSessions(storage::Transaction& transaction, const UserId& user, const SessionId& except)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM sessions WHERE user_id = $1 AND id <> $2"));
    remove.bind(1, user).bind(2, except);
    SALLYPORT_TRY(remove.run());
    const std::int64_t ended = transaction.changes();
    SALLYPORT_TRY(rows::endOpened(transaction, {user}));
    transaction.changed(userSessionsTopic, user.text(), std::make_shared<const SessionId>(except));
    return ended;
}

Error Core::endSessionsAnyway(const access::Actor& actor, const UserId& user, const SessionId& except, Error failed)
{
    if (!storage::isAboutRoom(failed))
        return failed;
    const Result<void> taken = store.takeAway([this, actor, user, except](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const User whose, rows::user(transaction, user, clock.now()));
        SALLYPORT_ASSIGN(const std::int64_t ended, endSessions(transaction, user, except));
        audit::Event event = access::eventBy(actor, audit::kind::sessionsRevoked);
        event.object = {"user", user.text(), whose.name, whose.email};
        event.detailsJson = audit::Details().number("sessions", ended).json();
        return journal.append(transaction, std::move(event));
    });
    if (!taken && taken.error().word != "not_recorded")
        return failed;
    failed.detail += std::string(". The change was not made. Other sessions of the user have ended on this server all the same") +
                     (taken ? "" : "; that is recorded as soon as there is room, and does not survive a restart before");
    failed.word = "only_sessions_ended";
    return failed;
}

void Core::subscribe()
{
    auto& feed = store.changeFeed();
    const auto on = [&]<typename Value>(const storage::Topic<Value>& topic, auto listener) {
        m_subscriptions.push_back(feed.subscribe(topic, std::move(listener)));
    };
    const auto show = [this](const LiveUser& user) {
        live.updateUser(user);
        const bool active = user.status == UserStatus::Active;
        liveKeys.updateOwner({{user.id, false, user.name, user.email, active},
                              user.roles,
                              user.mfaEnabled,
                              user.mfaRequiredSince,
                              user.department,
                              user.ends});
    };
    on(userTopic, [this, show](const std::string& id, const auto& user) {
        if (user) {
            show(*user);
        } else {
            live.endAllOf(UserId(id), {});
            liveKeys.eraseOwner(UserId(id));
        }
        usersEpoch.fetch_add(1);
    });
    on(mfaRuleTopic, [this, show](const std::string&, const auto& members) {
        for (const LiveUser& user : *members)
            show(user);
        usersEpoch.fetch_add(1);
    });
    on(access::rolesTopic, [this](const std::string&, const auto&) { // the table of roles was told before
        live.rolesChanged();
        liveKeys.rolesChanged();
        usersEpoch.fetch_add(1);
    });
    on(sessionTopic, [this](const std::string& id, const auto& change) {
        if (!change)
            return live.end(SessionId(id));
        if (change->started)
            live.add(change->started, change->user); // no new epoch: nothing that is counted changes with a sign-in
        if (change->factorAt)
            live.setMfaAt(SessionId(id), *change->factorAt);
        if (change->usedAt)
            live.setUsedAt(SessionId(id), *change->usedAt);
    });
    on(userSessionsTopic, [this](const std::string& user, const auto& except) { live.endAllOf(UserId(user), *except); });
    on(allSessionsTopic, [this](const std::string&, const auto& except) { live.endEverybodys(*except); });
    on(keyTopic, [this](const std::string& id, const auto& change) {
        if (change)
            liveKeys.put(change->record, change->owner);
        else
            liveKeys.erase(KeyId(id));
    });
    on(serviceAccountTopic, [this](const std::string& id, const auto& owner) {
        if (owner)
            liveKeys.updateOwner(*owner);
        else
            liveKeys.eraseOwner(UserId(id));
    });
    on(readAgainTopic, [this](const std::string&, const auto& all) {
        live.replaceAll(all->sessions, all->users);
        liveKeys.replaceAll(all->keys, all->owners);
        usersEpoch.fetch_add(1);
    });
}

} // namespace sallyport::identity
