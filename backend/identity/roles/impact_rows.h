#pragma once

#include "backend/access/role.h"
#include "backend/identity/roles/role_impact.h"
#include "backend/storage/store.h"

#include <vector>

namespace sallyport::identity {

/// Compares two tables of roles by those who have one of the roles that differ. `names`: with names of members, not with
/// numbers alone. Reads each member's roles once, whatever their number.
[[nodiscard]] Result<RoleImpact> impactOf(storage::Transaction& transaction, const std::vector<access::Role>& before,
                                          const std::vector<access::Role>& after, UtcTime now, bool names);

} // namespace sallyport::identity
