#pragma once

#include "backend/identity/api_keys/service_accounts.h"
#include "backend/identity/core/live_keys.h"
#include "backend/identity/core/user_rows.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sallyport::identity::rows {

// SQL of who owns keys: users as far as keys ask for them, and service accounts. All of it runs inside the caller's transaction.

/// A user or a service account as an owner, with the roles that are in force at `now`; NotFound if it is neither.
Result<LiveOwner> keyOwner(storage::Transaction& transaction, const UserId& id, UtcTime now);
/// The owners of all keys: a statement for each table, none for each owner.
Result<std::vector<LiveOwner>> keyOwners(storage::Transaction& transaction);

/// NotFound if there is none. Without `keys` and `lastUsedAt`, as those below.
Result<ServiceAccount> serviceAccount(storage::Transaction& transaction, const UserId& id);
/// A part of the list of service accounts, by their names.
struct ServiceAccountRange {
    std::string pattern;           ///< for LIKE
    std::string afterKey, afterId; ///< behind which it begins; empty: at the beginning
    bool descending = false;
    std::int64_t limit = 0, offset = 0;
};
Result<std::vector<ServiceAccount>> serviceAccounts(storage::Transaction& transaction, const ServiceAccountRange& range);
Result<std::vector<std::string>> serviceRoles(storage::Transaction& transaction, const UserId& id);
/// Roles that the account keeps keep the time at which they were given, and by whom.
Result<void> setServiceRoles(storage::Transaction& transaction, const UserId& id, const std::vector<std::string>& roles,
                             const Giving& giving);

} // namespace sallyport::identity::rows
