#pragma once

#include "backend/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace sallyport::storage {

/// Takes what other users of the machine may do with a data directory and the files that are ours in it: directories become 0700,
/// files 0600 or less. What was closed, as `FILE (mode 0666)`; empty if all was well. NotWritable if directory, keyring or
/// database stand open and can't be closed; before anything is closed, if a file belongs to somebody else than the directory's
/// owner or root, or if a link stands in place of a file that only Sallyport makes. Links are not followed.
Result<std::vector<std::string>> closeToOthers(const std::filesystem::path& dataDirectory);

} // namespace sallyport::storage
