#pragma once

#include "backend/identity/core.h"

namespace sallyport::identity {

/// Nobody grants more than they hold.
Result<void> requireToGrant(const Core& core, const access::Actor& actor, const std::vector<std::string>& roles);

/// The roles sorted, each once; adds to `errors` for those that don't exist and for too many.
std::vector<std::string> checkRoles(const Core& core, std::vector<std::string> roles, std::vector<FieldError>& errors);

/// Nobody takes over an account that may more than their own: whoever resets a password or a second factor, or changes
/// an e-mail address, could then sign in as its user. PermissionDenied names what is missing. Always true for oneself, not for a key of one's own.
Result<void> requireToManage(const Core& core, storage::Transaction& transaction, const access::Actor& actor,
                             const UserId& id);

} // namespace sallyport::identity
