#pragma once

#include "backend/base/result.h"

#include <filesystem>
#include <string>
#include <sys/types.h>

namespace sallyport::storage {

/// What the system calls a user; `user 12345` if it doesn't know the number.
std::string userName(uid_t user);

/// A data directory is its owner's: whoever else comes is refused with NotWritable, in one line that says whose it is; root
/// may, and what root makes there belongs to the owner (below). A directory that isn't there is nobody's yet.
Result<void> checkOwner(const std::filesystem::path& dataDirectory);

/// For what root has just made in `directory`: it goes to whoever owns that, so that its owner can use it afterwards. By
/// descriptor, so that nothing but what was made changes hands. Other users' files are right as they are.
Result<void> giveToOwner(int descriptor, const std::filesystem::path& directory);
/// The same by name, without following a link: a socket, a directory.
Result<void> giveToOwner(const std::filesystem::path& made);

} // namespace sallyport::storage
