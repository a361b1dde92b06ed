#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/topics.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/factors/mfa_service.h"
#include "backend/identity/sessions/recent_factor.h"
#include "backend/identity/users/bulk_action.h"
#include "backend/identity/users/users_service.h"

namespace sallyport::identity {

namespace {

std::string sessionsEnded(std::int64_t count)
{
    return audit::Details().number("sessions_ended", count).json();
}

} // namespace

Result<void> UsersService::setStatus(storage::Transaction& transaction, const User& user, UserStatus status)
{
    SALLYPORT_TRY(rows::setStatus(transaction, user.id, status, m_core.clock.now()));
    SALLYPORT_ASSIGN(const User changed, rows::user(transaction, user.id, m_core.clock.now()));
    return m_core.mirror(transaction, changed);
}

Result<void> UsersService::remove(storage::Transaction& transaction, const User& user)
{
    // Everything that belongs to the user goes with the row (ON DELETE CASCADE).
    SALLYPORT_ASSIGN(auto row, transaction.prepare("DELETE FROM users WHERE id = $1"));
    row.bind(1, user.id);
    SALLYPORT_TRY(row.run());
    transaction.removed(userTopic, user.id.text());
    return {};
}

Result<void> UsersService::applyAction(storage::Transaction& transaction, const access::Actor& actor, const User& user,
                                       UserAction action)
{
    // Who may not is told so first: whether it could be done at all is not for them.
    SALLYPORT_TRY(requireToManage(m_core, transaction, actor, user.id));
    const bool takesAway = action == UserAction::Disable || action == UserAction::Delete;
    if (takesAway) {
        SALLYPORT_TRY(refuseForOneself(actor, user.id));
        SALLYPORT_TRY(requireAnotherAdministrator(transaction, user));
    }

    switch (action) {
    case UserAction::Disable: {
        if (user.status == UserStatus::Disabled)
            return {};
        SALLYPORT_ASSIGN(const std::int64_t ended, m_core.endSessions(transaction, user.id, {}));
        SALLYPORT_TRY(setStatus(transaction, user, UserStatus::Disabled));
        return record(transaction, actor, user, audit::kind::userDisabled, sessionsEnded(ended));
    }
    case UserAction::Enable: {
        if (user.status != UserStatus::Disabled)
            return {};
        // Somebody who signs in elsewhere needs no password here.
        SALLYPORT_ASSIGN(auto linked, transaction.prepare("SELECT 1 FROM outside_links WHERE user_id = $1 LIMIT 1"));
        linked.bind(1, user.id);
        SALLYPORT_ASSIGN(const bool isLinked, linked.step());
        const bool hasAWayIn = user.passwordChangedAt.has_value() || isLinked;
        SALLYPORT_TRY(setStatus(transaction, user, hasAWayIn ? UserStatus::Active : UserStatus::Invited));
        return record(transaction, actor, user, audit::kind::userEnabled);
    }
    case UserAction::Unlock:
        SALLYPORT_TRY(Throttle::unlock(transaction, user.id));
        return record(transaction, actor, user, audit::kind::userUnlocked);
    case UserAction::Delete: {
        SALLYPORT_ASSIGN(const std::int64_t ended, m_core.endSessions(transaction, user.id, {}));
        // With their ends, and with those that are over but were still there: nothing else tells of their end any more.
        SALLYPORT_ASSIGN(const auto roles, rows::assignments(transaction, user.id, UtcTime{}));
        SALLYPORT_TRY(remove(transaction, user));
        return record(transaction, actor, user, audit::kind::userDeleted,
                      audit::Details()
                          .change("email", user.email, {})
                          .change("roles", joined(asTheyAre(roles)), {})
                          .number("sessions_ended", ended)
                          .json());
    }
    case UserAction::ResetMfa: {
        if (!user.mfaEnabled) {
            Error error(ErrorCode::Conflict, "The user has no second factor.");
            error.word = "mfa_not_enabled";
            return error;
        }
        if (actor.id == user.id) {
            // Whoever takes their own away must be able to come back.
            SALLYPORT_ASSIGN(const auto own, rows::credentialsById(transaction, user.id));
            if (own)
                SALLYPORT_TRY(requireLongPassword(*own));
        }
        SALLYPORT_TRY(removeSecondFactor(m_core, transaction, user.id));
        SALLYPORT_ASSIGN(const std::int64_t ended,
                         m_core.endSessions(transaction, user.id, actor.id == user.id ? actor.session : SessionId()));
        return record(transaction, actor, user, audit::kind::mfaReset, sessionsEnded(ended));
    }
    case UserAction::RevokeSessions: {
        SALLYPORT_ASSIGN(const std::int64_t ended, m_core.endSessions(transaction, user.id, {}));
        return record(transaction, actor, user, audit::kind::sessionsRevoked, audit::Details().number("sessions", ended).json());
    }
    }
    return makeError(ErrorCode::InvalidArgument, "No such action.");
}

Result<void> UsersService::apply(const access::Actor& actor, const UserId& id, UserAction action)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, permissionOf(action)));
    const auto permitted = std::make_shared<bool>(false); // to reset the second factor
    const auto work = [this, current, id, action, permitted](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const User user, rows::user(transaction, id, m_core.clock.now()));
        // ASVS 6.4.4: whoever takes a factor away shows their own. The command line has none; it has the passphrase.
        if (action == UserAction::ResetMfa && current.kind != access::Actor::Kind::System) {
            SALLYPORT_ASSIGN(const auto self, rows::credentialsById(transaction, current.id));
            const bool enrolled = self && hasFactor(self->mfaState);
            SALLYPORT_TRY(requireRecentFactor(current, enrolled, *m_core.settings.values(), m_core.clock.now()));
        }
        if (action == UserAction::ResetMfa) {
            SALLYPORT_TRY(requireToManage(m_core, transaction, current, id));
            *permitted = user.mfaEnabled;
        }
        return applyAction(transaction, current, user, action);
    };
    const bool takesAway = action == UserAction::Disable || action == UserAction::Delete || action == UserAction::RevokeSessions;
    Result<void> done = takesAway ? m_core.store.takeAway(work) : m_core.store.write(work);
    if (!done && *permitted)
        return m_core.endSessionsAnyway(current, id, current.id == id ? current.session : SessionId(), std::move(done).error());
    return done;
}

Result<void> UsersService::applyWith(const access::Actor& actor, const UserId& id, UserAction action, Also also)
{
    if (action != UserAction::Disable && action != UserAction::Enable && action != UserAction::Delete)
        return makeError(ErrorCode::InvalidArgument, "Nothing can be joined to this action.");
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, permissionOf(action)));
    const auto work = [this, current, id, action, also = std::move(also)](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const User before, rows::user(transaction, id, m_core.clock.now()));
        SALLYPORT_TRY(applyAction(transaction, current, before, action));
        if (action == UserAction::Delete)
            return also(transaction, before, before);
        SALLYPORT_ASSIGN(const User after, rows::user(transaction, id, m_core.clock.now()));
        return also(transaction, before, after);
    };
    return action == UserAction::Disable ? m_core.store.takeAway(work) : m_core.store.write(work);
}

Result<OneTimeLink> UsersService::resetPassword(const access::Actor& actor, const UserId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersResetPassword));
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<OneTimeLink> {
        SALLYPORT_ASSIGN(const User user, rows::user(transaction, id, m_core.clock.now()));
        SALLYPORT_TRY(requireToManage(m_core, transaction, current, id));
        if (user.status == UserStatus::Disabled)
            return makeError(ErrorCode::Conflict, "The user is disabled.");
        const bool invited = user.status == UserStatus::Invited;
        SALLYPORT_ASSIGN(OneTimeLink link, invited ? newLink(transaction, id, "invitation", invitationLifetime)
                                                   : newLink(transaction, id, "reset", resetLifetime));
        if (invited) {
            SALLYPORT_TRY(record(transaction, current, user, audit::kind::userInvited));
            return link;
        }
        // Whoever asks for a new password for somebody doesn't know who uses the old one: nobody goes on with it.
        SALLYPORT_ASSIGN(const std::int64_t ended,
                         m_core.endSessions(transaction, id, current.id == id ? current.session : SessionId()));
        SALLYPORT_TRY(record(transaction, current, user, audit::kind::passwordResetStarted, sessionsEnded(ended)));
        return link;
    });
}

} // namespace sallyport::identity
