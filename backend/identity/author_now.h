#pragma once

#include "backend/access/author.h"
#include "backend/access/roles.h"
#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/api_keys/service_accounts.h"
#include "backend/identity/users/users.h"

namespace sallyport::identity {

/// Where it stands who somebody is.
struct AuthorSources {
    Users& users;
    ApiKeys& apiKeys;
    access::Roles& roles;
    ServiceAccounts* serviceAccounts = nullptr; ///< null: these are nobody but by their keys
};

/// The author as of now, as whom what they have written goes on: with their key's scopes if it was said by one. Unauthenticated
/// if the key or the account is gone, AccountDisabled. Blocks. Any thread.
[[nodiscard]] Result<access::Actor> authorNow(const AuthorSources& sources, const access::Author& author);

} // namespace sallyport::identity
