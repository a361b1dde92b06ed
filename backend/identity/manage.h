#pragma once

#include "backend/identity/core.h"

namespace sallyport::identity {

/// Nobody grants more than they hold.
Result<void> requireToGrant(const Core& core, const access::Actor& actor, const std::vector<std::string>& roles);

/// Nobody takes over an account that may more than their own: whoever resets a password or a second factor, or changes
/// an e-mail address, could then sign in as its user. PermissionDenied names what is missing. Always true for oneself.
Result<void> requireToManage(const Core& core, storage::Transaction& transaction, const access::Actor& actor,
                             const UserId& id);

} // namespace sallyport::identity
