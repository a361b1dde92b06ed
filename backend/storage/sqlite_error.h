#pragma once

#include "backend/base/error.h"

struct sqlite3;

namespace sallyport::storage {

/// What the last failure of `database` means in our words: DiskFull, NotWritable, DatabaseDamaged, DatabaseLocked,
/// Conflict (a constraint), Cancelled, Internal. The text names tables and columns, never values.
Error sqliteError(sqlite3* database, int code);

} // namespace sallyport::storage
