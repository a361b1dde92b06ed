#include "backend/identity/notices/notice_rows.h"
#include "backend/identity/sign_in/sign_in_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/sign_in/accepted_outside.h"

namespace sallyport::identity {

namespace {

/// Why somebody who was accepted a minute ago isn't any more; the word for the journal, or nothing.
Result<std::string_view> laterRefusal(storage::Transaction& transaction, const SignInService::CheckLink& isLinked,
                                      const std::optional<Credentials>& user)
{
    if (!user)
        return std::string_view("unknown_user");
    if (user->status != UserStatus::Active)
        return std::string_view("account_disabled");
    SALLYPORT_ASSIGN(const bool linked, isLinked(transaction));
    return linked ? std::string_view() : std::string_view("unlinked");
}

} // namespace

Result<SignInResult> SignInService::completeOutside(const AcceptedOutside& accepted, const ClientContext& context,
                                                    const CheckLink& isLinked)
{
    SALLYPORT_ASSIGN(Acceptance acceptance, unwrap(m_core.store.write([&](storage::Transaction& transaction) {
                         return acceptOutside(transaction, accepted, context, isLinked);
                     })));
    return resultOf(std::move(acceptance));
}

Result<Verdict<SignInService::Acceptance>> SignInService::acceptOutside(storage::Transaction& transaction,
                                                                        const AcceptedOutside& accepted,
                                                                        const ClientContext& context, const CheckLink& isLinked)
{
    const UserId& id = accepted.user;
    const std::string shown = "outside login: " + accepted.providerTitle;
    SALLYPORT_ASSIGN(const std::optional<Credentials> now, rows::credentialsById(transaction, id));
    access::Actor actor = claimedActor(context, now ? now->email : std::string());
    if (now) {
        actor.id = now->id;
        actor.name = now->name;
    }
    SALLYPORT_ASSIGN(const std::string_view reason, laterRefusal(transaction, isLinked, now));
    if (!reason.empty()) {
        audit::Event event = access::eventBy(actor, audit::kind::SignInFailed, audit::Outcome::Failure);
        event.object = {"user", id.text(), now ? now->name : std::string()};
        event.reason = reason;
        event.detailsJson = audit::Details().text("factors", shown).json();
        SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
        return Verdict<Acceptance>::refuse(makeError(ErrorCode::Unauthenticated, "The sign-in did not succeed."));
    }
    actor.kind = access::Actor::Kind::User;
    Acceptance acceptance;
    SALLYPORT_ASSIGN(acceptance.user, rows::user(transaction, id, m_core.clock.now()));
    audit::Event event;
    SessionStart start{context, false, false};
    start.origin = accepted.factorAccepted ? SessionOrigin::OutsideFactor : SessionOrigin::Outside;
    start.factorAt = accepted.factorAt;
    const auto deadline = mfaDeadlineOf(acceptance.user, *m_core.settings.values());
    if (hasFactor(now->mfaState) && !accepted.factorAccepted) {
        SALLYPORT_ASSIGN(acceptance.pending, startPending(transaction, *now, shown));
        event = access::eventBy(actor, audit::kind::SignInMfaPending);
        event.detailsJson = audit::Details().text("factors", shown).json();
    } else if (deadline && m_core.clock.now() >= *deadline && !accepted.factorAccepted) {
        start.enrolment = true;
        SALLYPORT_ASSIGN(acceptance.session, rows::startSession(m_core, transaction, acceptance.user, start));
        event = access::eventBy(actor, audit::kind::MfaOverdue, audit::Outcome::Refused);
        event.reason = errorWord(ErrorCode::MfaEnrolmentRequired);
        event.detailsJson =
            audit::Details().text("session", acceptance.session->row.id.text()).text("since", toRfc3339(*deadline)).json();
    } else {
        SALLYPORT_ASSIGN(acceptance.session, rows::startSession(m_core, transaction, acceptance.user, start));
        event = access::eventBy(actor, audit::kind::SignInSucceeded);
        event.detailsJson = audit::Details()
                                .text("session", acceptance.session->row.id.text())
                                .text("factors", accepted.factorAccepted ? shown + ", with a second factor there" : shown)
                                .json();
    }
    event.object = {"user", id.text(), now->name};
    const bool whole = event.kind == audit::kind::SignInSucceeded;
    SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
    if (whole)
        SALLYPORT_TRY(noteSignIn(m_core, transaction, actor, false));
    return Verdict<Acceptance>::accept(std::move(acceptance));
}

} // namespace sallyport::identity
