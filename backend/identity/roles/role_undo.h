#pragma once

#include "backend/access/role.h"
#include "backend/storage/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// What it takes to take back a change of a role, as JSON: how it was, and how the change left it.
std::string roleUndo(const access::Role& before, const access::Role& after);
/// The same of its removal: how it was, and who of `all` inherited from it. Its members stand in a table (keepMembers).
std::string roleUndo(const access::Role& removed, const std::vector<access::Role>& all);

struct RoleUndo {
    access::Role before, after; ///< id, name, texts, own permissions and what it inherits
    std::vector<std::string> heirs;
};
/// Permissions that this program doesn't know are left out.
RoleUndo readRoleUndo(std::string_view json);

/// Remembers, under a change's id, who has a role; and gives it to those again who are still there and haven't got it.
[[nodiscard]] Result<void> keepMembers(storage::Transaction& transaction, const std::string& change, std::string_view role);
[[nodiscard]] Result<void> giveToKept(storage::Transaction& transaction, const std::string& change, std::string_view role,
                                      UtcTime now);

} // namespace sallyport::identity
