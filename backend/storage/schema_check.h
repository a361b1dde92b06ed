#pragma once

#include "backend/base/result.h"
#include "backend/storage/store.h"

#include <optional>
#include <string>

namespace sallyport::storage {

class Connection;

/// DatabaseDamaged names a trigger or view that no migration of this program has made: it would change what is written, or what
/// is read, behind everybody's back.
[[nodiscard]] Result<void> refuseForeignSchema(Connection& connection);

/// As Store::findIndexGap. Both are in read transactions of the same moment: what the table holds is counted on the one while
/// what its indexes hold is counted on the other.
[[nodiscard]] Result<std::optional<IndexGap>> findIndexGap(Connection& rows, Connection& entries, const std::string& table,
                                                           const std::string& column);

} // namespace sallyport::storage
