#include "backend/identity/core/sign_in_facts.h"

namespace sallyport::identity {

namespace {

bool asksForFacts(const UserQuery& query)
{
    return query.mfa != UserQuery::Mfa::Any || query.lockedOnly || query.inactiveDays || query.sort == UserQuery::Sort::Mfa ||
           query.sort == UserQuery::Sort::LastSignIn;
}

} // namespace

Result<void> requireSignInFacts(const access::Actor& actor)
{
    if (actor.permissions.has(access::Permission::UsersUpdate))
        return {};
    return access::require(actor, access::Permission::EventsRead);
}

Result<void> requireSignInFacts(const access::Actor& actor, const UserId& user)
{
    // A key speaks for its owner, but it is not the owner.
    if (actor.id == user && !user.empty() && actor.key.empty())
        return {};
    SALLYPORT_TRY(access::require(actor, access::Permission::UsersRead));
    return requireSignInFacts(actor);
}

Result<void> requireSignInFacts(const access::Actor& actor, const UserQuery& query)
{
    return asksForFacts(query) ? requireSignInFacts(actor) : Result<void>();
}

User withoutSignInFacts(User user)
{
    user.signInFacts = false;
    user.mfaEnabled = user.authenticatorApp = false;
    user.passkeys = user.recoveryCodesLeft = 0;
    user.mfaRequiredSince.reset();
    user.lockedUntil.reset();
    user.lastSignInAt.reset();
    user.lastSignInAddress.clear();
    user.passwordChangedAt.reset();
    return user;
}

User shownTo(const access::Actor& actor, User user)
{
    const bool own = actor.id == user.id && actor.key.empty();
    return own || requireSignInFacts(actor) ? std::move(user) : withoutSignInFacts(std::move(user));
}

} // namespace sallyport::identity
