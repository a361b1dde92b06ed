#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <filesystem>

namespace sallyport::storage {

class Connection;

/// Copies what `source` sees, encrypted with the same key, to a new file (0600) that appears only when it is complete
/// and on disk. AlreadyExists, NotWritable, DiskFull, DatabaseDamaged.
Result<void> backUp(Connection& source, const SecretBytes& key, const std::filesystem::path& target);

/// The same of a backup, a file that nobody writes.
Result<void> copyBackup(const std::filesystem::path& backup, const SecretBytes& key, const std::filesystem::path& target);

} // namespace sallyport::storage
