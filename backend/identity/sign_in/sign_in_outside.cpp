#include "backend/identity/sign_in/sign_in_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
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
        audit::Event event = access::eventBy(actor, audit::kind::signInFailed, audit::Outcome::Failure);
        event.object = {"user", id.text(), now ? now->name : std::string(), now ? now->email : std::string()};
        event.reason = reason;
        event.detailsJson = audit::Details().text("factors", shown).json();
        SALLYPORT_TRY(m_core.journal.append(transaction, std::move(event)));
        return Verdict<Acceptance>::refuse(makeError(ErrorCode::Unauthenticated, "The sign-in did not succeed."));
    }
    actor.kind = access::Actor::Kind::User;
    Entry entry{std::move(actor), accepted.factorAccepted ? shown + ", with a second factor there" : shown, {context}};
    entry.start.origin = accepted.factorAccepted ? SessionOrigin::OutsideFactor : SessionOrigin::Outside;
    entry.start.factorAt = accepted.factorAt;
    entry.complete = accepted.factorAccepted;
    SALLYPORT_ASSIGN(Acceptance acceptance, conclude(transaction, id, std::move(entry)));
    return Verdict<Acceptance>::accept(std::move(acceptance));
}

} // namespace sallyport::identity
