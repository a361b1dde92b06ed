#pragma once

#include "backend/access/role.h"
#include "backend/storage/store.h"

#include <vector>

namespace sallyport::access::rows {

/// All roles with what they allow and inherit, built-in ones first, by name; without members.
[[nodiscard]] Result<std::vector<Role>> allRoles(storage::Transaction& transaction);
/// A new row, or what may change of a known one (title, description, version, changed by whom), with its own permissions and
/// what it inherits from. `all` knows the ids of those.
[[nodiscard]] Result<void> putRole(storage::Transaction& transaction, const Role& role, const std::vector<Role>& all);
[[nodiscard]] Result<void> removeRole(storage::Transaction& transaction, const RoleId& id);

} // namespace sallyport::access::rows
