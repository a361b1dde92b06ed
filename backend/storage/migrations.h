#pragma once

#include "backend/base/clock.h"
#include "backend/base/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace sallyport::storage {

class Connection;

/// One step of the schema, `migrations/NNNN_name.sql`. Released files are never changed; numbers may have gaps.
struct Migration {
    std::int64_t version = 0;
    std::string_view name;
    std::string_view sql; ///< SQL that both SQLite and PostgreSQL take, without BEGIN or COMMIT; ON DELETE does not act
};

/// All of this program's, by version.
std::span<const Migration> builtInMigrations() noexcept;

/// DatabaseNewer if the database has had a migration that is not among `known`. Works on a read-only connection; a
/// database without the table `schema_version` is new, and fine.
Result<void> checkNotNewer(Connection& connection, std::span<const Migration> known);

/// Applies those that the database has not had, in order and dated by `clock`, in one transaction: all or none. If there was a
/// schema already, `backUp` is called first (with the highest version applied so far) and an error of it stops here. Errors:
/// DatabaseNewer, those of `backUp`, DiskFull, Conflict (a foreign key would break), Internal.
Result<void> migrate(Connection& connection, std::span<const Migration> known, const Clock& clock,
                     const std::function<Result<void>(std::int64_t fromVersion)>& backUp);

} // namespace sallyport::storage
