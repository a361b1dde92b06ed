#pragma once

#include "backend/identity/core/core.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// Gives a user the roles back that a change (roles_undo.h) has taken, and takes what it gave: role by role, and only what is
/// still as that change left it. Answers the roles that somebody has changed since, or that are gone; they stay so.
[[nodiscard]] Result<std::vector<std::string>> takeBackRoles(Core& core, storage::Transaction& transaction, const UserId& id,
                                                             std::string_view undo);

} // namespace sallyport::identity
