#pragma once

#include "backend/access/actor.h"
#include "backend/identity/core/user.h"

namespace sallyport::identity {

/// How somebody signs in, when, from where, with what and whether they can at all (ASVS 8.2.3): for oneself, for who reads the
/// security events, which tell the same, and for who changes users and has to help them in. Others know of a user the name,
/// address, department, roles and status.
[[nodiscard]] Result<void> requireSignInFacts(const access::Actor& actor, const UserId& user);
/// The same of everybody, for counts.
[[nodiscard]] Result<void> requireSignInFacts(const access::Actor& actor);
/// The same for a list: a filter or an order by what one may not read would tell it.
[[nodiscard]] Result<void> requireSignInFacts(const access::Actor& actor, const UserQuery& query);

/// The user as the actor may see them.
User shownTo(const access::Actor& actor, User user);
/// Without what only requireSignInFacts() opens.
User withoutSignInFacts(User user);

} // namespace sallyport::identity
