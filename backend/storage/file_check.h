#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/storage/migrations.h"

#include <filesystem>
#include <span>

namespace sallyport::storage {

/// Looks at an existing database file without touching anything: DatabaseMissing, DatabasePlain, DatabaseOldCipher,
/// DatabaseDamaged (truncated, or a page does not authenticate), DatabaseNewer, NotWritable. Files above 64 MiB have
/// only their first pages authenticated here (`Store::verifyIntegrity` reads all); so have files with a -wal beside
/// them, which are open elsewhere or were left by a crash and must be recovered first.
Result<void> checkDatabaseFile(const std::filesystem::path& file, const SecretBytes& key, std::span<const Migration> known);

/// The same of a backup, which is read and never written, with words for whoever has named it: NotFound, DatabasePlain,
/// DatabaseOldCipher, DatabaseDamaged (of another vault, damaged, or none at all), DatabaseNewer, Conflict (a database that is in
/// use or was left by a crash). Every page authenticates.
Result<void> checkBackupFile(const std::filesystem::path& file, const SecretBytes& key, std::span<const Migration> known);

/// The first page that does not authenticate, as DatabaseDamaged. Reads the main file only: nothing may write it
/// meanwhile, and what is still in the -wal is not seen.
Result<void> authenticatePages(class Connection& connection);

} // namespace sallyport::storage
