#pragma once

#include "backend/base/clock.h"
#include "backend/base/result.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// How a restored vault takes the place of the one before, whole or not at all, whatever ends this process meanwhile:
///
/// 1. It is made in the folder `restoring` of the data directory. Who finds that folder without its maker takes it away.
/// 2. When all of it is on disk, one rename makes it `restored`. From then on it is the vault.
/// 3. What is replaced goes aside and what is in `restored` into its place, by renames that can be begun anew. Who finds that
/// folder
///    goes on with it, before anything is opened.
///
/// Whoever does any of this holds the instance lock. As long as one of the folders is there nobody else opens the database.
namespace sallyport::storage {

/// Where a restored vault is made.
std::filesystem::path restoringDirectory(const std::filesystem::path& dataDirectory);
/// One of the two folders is there.
bool restoreUnderway(const std::filesystem::path& dataDirectory) noexcept;

/// Where the database that is replaced will be, `backups/sallyport-replaced-2026-11-24T143152Z.db`; its files beside it under the
/// same name and `.files`, as in a backup. In the data directory itself if `backups` is on another file system. NotWritable,
/// DiskFull.
Result<std::filesystem::path> placeForReplaced(const std::filesystem::path& dataDirectory, UtcTime now);

/// What is in `restoring` (`sallyport.db`, `files`, and what else takes its place: `audit.anchor`, `heads.jsonl`) is the vault
/// when this returns; what was it goes to `replaced`. NotWritable, DiskFull: then it isn't.
Result<void> commitRestore(const std::filesystem::path& dataDirectory, const std::filesystem::path& replaced);

/// Ends what a restore has left: an unfinished one goes without a trace, one that is the vault already takes its place. Nothing
/// if there was none. Replaced databases beyond the newest `replacedKept` go with their files; their names come back. `between`
/// is called between the steps, for tests.
Result<std::vector<std::filesystem::path>> settleRestore(const std::filesystem::path& dataDirectory,
                                                         const std::function<void()>& between = {});
inline constexpr std::size_t replacedKept = 3;

/// The same for who works beside the process that has the lock: settled if nobody is at it. DatabaseLocked if somebody is.
Result<void> settleRestoreBeside(const std::filesystem::path& dataDirectory);
/// DatabaseLocked if one of the folders is there. Asked again by who has opened the database beside: a restore that has begun
/// meanwhile looks whether anybody has.
Result<void> refuseWhileRestoring(const std::filesystem::path& dataDirectory);

} // namespace sallyport::storage
