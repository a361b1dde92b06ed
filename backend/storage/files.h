#pragma once

#include "backend/base/clock.h"
#include "backend/base/result.h"

#include <filesystem>
#include <span>
#include <string>

namespace sallyport::storage {

/// Where things are in a data directory.
std::filesystem::path databaseFile(const std::filesystem::path& dataDirectory);
std::filesystem::path keyringFile(const std::filesystem::path& dataDirectory);
std::filesystem::path backupsDirectory(const std::filesystem::path& dataDirectory);
std::filesystem::path filesDirectory(const std::filesystem::path& dataDirectory);

/// `2026-11-24T143152Z`, for names of files.
std::string fileTime(UtcTime time);

/// From here on, files that this process makes are for its user only. Call it first in main().
void restrictNewFiles() noexcept;

/// Makes the directory (0700), or checks that an existing one is ours alone. One that others may enter is closed if it
/// is empty or a data directory already; otherwise it is refused with InvalidArgument, since it holds other things
/// (somebody's home, /tmp). NotWritable if it cannot be made or written.
Result<void> prepareDataDirectory(const std::filesystem::path& directory);

/// NotWritable unless files can be made in `directory`.
Result<void> checkWritable(const std::filesystem::path& directory);

/// An empty file with mode 0600; made by root, it belongs to the owner of its directory, as do those below. AlreadyExists,
/// NotWritable, DiskFull.
Result<void> createPrivateFile(const std::filesystem::path& file);

enum class Replace { Never, Always };
/// The whole content or nothing, on disk when it returns: temporary file, fsync, rename, fsync of the directory. 0600.
/// AlreadyExists (with Replace::Never), NotWritable, DiskFull.
Result<void> writeFileAtomically(const std::filesystem::path& file, std::span<const std::byte> content, Replace replace);
/// Moves a finished temporary file to its place in the same way.
Result<void> moveIntoPlace(const std::filesystem::path& temporary, const std::filesystem::path& file, Replace replace);

/// What was renamed in `directory` is on disk when it returns. NotWritable, DiskFull.
Result<void> syncDirectory(const std::filesystem::path& directory);

/// The content of a regular file (backend/base/descriptor.h), at most `limit` bytes, or an error: NotFound, NotWritable (not
/// readable, or no file), LimitReached.
Result<std::string> readSmallFile(const std::filesystem::path& file, std::size_t limit);

} // namespace sallyport::storage
