#include "backend/identity/sign_in/sign_in_service.h"

#include "backend/audit/event_kinds.h"
#include "backend/identity/core/user_changes.h"

namespace sallyport::identity {

namespace {

/// Whoever works at the console sees what their other permissions let them see.
constexpr access::Permission operatorPermission = access::Permission::ConsoleUse;

/// The console's earlier sessions of the user end: one operator, one window.
Result<void> endEarlierOperators(storage::Transaction& transaction, const UserId& user)
{
    SALLYPORT_ASSIGN(const auto sessions, rows::sessionsOf(transaction, user));
    for (const SessionRow& session : sessions)
        if (session.console)
            SALLYPORT_TRY(rows::endSession(transaction, session.id));
    return {};
}

} // namespace

Result<Verdict<access::Actor>> SignInService::acceptOperator(storage::Transaction& transaction, const PasswordCheck& check,
                                                             std::string_view code)
{
    using Refusal = Verdict<access::Actor>;
    std::optional<Credentials> now;
    if (check.user) {
        SALLYPORT_ASSIGN(now, rows::credentialsById(transaction, check.user->id));
    }
    const auto refused = [&](audit::Outcome outcome, std::string_view reason) -> Result<void> {
        audit::Event event = access::eventBy(check.claimed, audit::kind::operatorSignInFailed, outcome);
        event.object = {"user", now ? now->id.text() : std::string(), now ? now->name : check.claimed.email,
                        now ? now->email : check.claimed.email};
        event.reason = reason;
        return m_core.journal.append(transaction, std::move(event));
    };
    if (const std::string_view reason = refusalReason(check, now); !reason.empty()) {
        SALLYPORT_TRY(m_core.throttle.fail(transaction, check.attempt));
        SALLYPORT_TRY(refused(audit::Outcome::Failure, reason));
        return Refusal::refuse(makeError(ErrorCode::Unauthenticated, "E-mail or password is wrong."));
    }
    if (now->passwordShort && !hasFactor(now->mfaState)) {
        SALLYPORT_TRY(refused(audit::Outcome::Refused, "password_too_short"));
        return Refusal::refuse(shortPasswordAlone());
    }
    SALLYPORT_ASSIGN(const User user, rows::user(transaction, now->id, m_core.clock.now()));
    access::Actor actor;
    actor.permissions = m_core.roles.permissionsOf(user.roles);
    if (const auto allowed = access::require(actor, operatorPermission); !allowed) {
        SALLYPORT_TRY(refused(audit::Outcome::Refused, errorWord(ErrorCode::PermissionDenied)));
        return Refusal::refuse(allowed.error());
    }
    const bool mfa = hasFactor(now->mfaState);
    if (mfa && code.empty())
        return Refusal::refuse(makeError(ErrorCode::MfaRequired, "Enter the code of your authenticator."));
    if (mfa) {
        Attempt attempt = check.attempt;
        attempt.scope = ThrottleScope::Code;
        SALLYPORT_ASSIGN(const FactorVerdict verdict,
                         checkSecondFactor(m_core, m_totp, transaction, *now, code, attempt, check.claimed));
        if (!verdict.accepted)
            return Refusal::refuse(verdict.refusal);
    }
    if (!check.rehashed.empty())
        SALLYPORT_TRY(rows::setRehashed(transaction, now->id, check.rehashed));
    SALLYPORT_TRY(endEarlierOperators(transaction, now->id));
    Entry entry{check.claimed, {}, {{}, true, mfa}};
    entry.actor.id = now->id;
    entry.actor.name = now->name;
    entry.actor.email = now->email;
    entry.complete = mfa;
    entry.attempt = check.attempt;
    SALLYPORT_ASSIGN(const Acceptance acceptance, conclude(transaction, now->id, std::move(entry)));

    const SessionRow& session = acceptance.session->row;
    actor.kind = access::Actor::Kind::Operator;
    actor.id = user.id;
    actor.name = user.name;
    actor.email = user.email;
    actor.roles = user.roles;
    actor.session = session.id;
    actor.signedInAt = session.createdAt;
    actor.mfaAt = session.mfaAt;
    if (acceptance.overdue) {
        actor.enrolmentOnly = true;
        actor.permissions = {};
    }
    return Refusal::accept(std::move(actor));
}

Result<access::Actor> SignInService::operatorSignIn(const std::string& email, const SecretBytes& password, std::string_view code)
{
    Attempt attempt;
    attempt.console = true;
    access::Actor claimed = claimedActor({}, email);
    claimed.kind = access::Actor::Kind::Operator;
    SALLYPORT_ASSIGN(const PasswordCheck check, checkPassword(email, password, attempt, std::move(claimed)));
    if (check.refusal)
        return *check.refusal;
    return unwrap(
        m_core.store.write([&](storage::Transaction& transaction) { return acceptOperator(transaction, check, code); }));
}

Result<void> SignInService::operatorSession(const access::Actor& actor) const
{
    // One who came in to enrol stays until it is done; one whose time is over meanwhile has to come in again.
    if (const auto current = actor.enrolmentOnly ? m_core.nowToEnrol(actor) : operatorNow(actor); !current)
        return current.error();
    return {};
}

Result<access::Actor> SignInService::operatorNow(const access::Actor& actor) const
{
    SALLYPORT_ASSIGN(access::Actor current, m_core.now(actor));
    // The role that opened the console was taken away.
    if (!current.permissions.has(operatorPermission))
        return makeError(ErrorCode::TokenInvalid, "The console is no longer open to this account.");
    return current;
}

Result<void> SignInService::operatorSignOut(const access::Actor& actor)
{
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const bool ended, rows::endSession(transaction, actor.session));
        if (!ended)
            return {};
        audit::Event event = access::eventBy(actor, audit::kind::operatorSignedOut);
        event.object = {"user", actor.id.text(), actor.name, actor.email};
        return m_core.journal.append(transaction, std::move(event));
    });
}

} // namespace sallyport::identity
