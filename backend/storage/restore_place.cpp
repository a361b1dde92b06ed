#include "backend/storage/restore_place.h"

#include "backend/base/secret_bytes.h"
#include "backend/storage/files.h"
#include "backend/storage/instance_lock.h"

#include <algorithm>
#include <sys/stat.h>
#include <system_error>

namespace sallyport::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view replacedPrefix = "sallyport-replaced-";
/// In `restored`: where what is replaced goes, from the data directory on.
constexpr std::string_view replacedNote = "replaced";
constexpr std::size_t replacedNoteBytes = 256;

fs::path restoredDirectory(const fs::path& dataDirectory)
{
    return dataDirectory / "restored";
}

fs::path named(fs::path file, std::string_view suffix)
{
    file += suffix;
    return file;
}

/// Something has the name, whatever it is.
bool isThere(const fs::path& file) noexcept
{
    struct stat about {};
    return ::lstat(file.c_str(), &about) == 0;
}

Error cannotRemove(const fs::path& file, const std::error_code& why)
{
    return makeError(ErrorCode::NotWritable, file.string() + " could not be removed: " + why.message());
}

bool sameFileSystem(const fs::path& one, const fs::path& other)
{
    struct stat first {
    }, second{};
    return ::stat(one.c_str(), &first) == 0 && ::stat(other.c_str(), &second) == 0 && first.st_dev == second.st_dev;
}

/// Only a name that placeForReplaced has given: the note is in a folder of ours, and a name that leads elsewhere is none of ours.
Result<fs::path> readReplaced(const fs::path& dataDirectory)
{
    const fs::path note = restoredDirectory(dataDirectory) / replacedNote;
    SALLYPORT_ASSIGN(const std::string text, readSmallFile(note, replacedNoteBytes));
    const fs::path place(text);
    const std::string name = place.filename().string(), folder = place.parent_path().string();
    if ((!folder.empty() && folder != backupsDirectory({}).string()) || !name.starts_with(replacedPrefix) ||
        !name.ends_with(".db"))
        return makeError(ErrorCode::DatabaseDamaged,
                         note.string() +
                             " does not say where the replaced database goes: a backup that was being put back cannot "
                             "be finished");
    return dataDirectory / place;
}

/// `own` goes aside and `next` into its place, both files or both folders. Begun anew it goes on where it ended: as long as
/// `next` is there, what stands in the place is the one before.
Result<void> exchange(const fs::path& next, const fs::path& own, const fs::path& aside, const std::function<void()>& between)
{
    if (!isThere(next))
        return {};
    // Nobody else makes these names; for a folder there is no other way on file systems that can't refuse to replace.
    const Replace replace = fs::is_directory(next) ? Replace::Always : Replace::Never;
    if (isThere(own)) {
        SALLYPORT_TRY(moveIntoPlace(own, aside, replace));
        between();
    }
    SALLYPORT_TRY(moveIntoPlace(next, own, replace));
    between();
    return syncDirectory(next.parent_path());
}

/// What SQLite keeps beside a database that doesn't open any more: before the next database would take it for its own.
Result<void> putAsideRest(const fs::path& dataDirectory, const fs::path& replaced, const std::function<void()>& between)
{
    for (const char* suffix : {"-wal", "-journal", "-shm"}) {
        const fs::path rest = named(databaseFile(dataDirectory), suffix);
        if (!isThere(rest))
            continue;
        SALLYPORT_TRY(moveIntoPlace(rest, named(replaced, suffix), Replace::Always));
        between();
    }
    return {};
}

Result<void> finish(const fs::path& dataDirectory, const fs::path& replaced, const std::function<void()>& between)
{
    const fs::path restored = restoredDirectory(dataDirectory);
    SALLYPORT_TRY(prepareDataDirectory(replaced.parent_path()));
    if (isThere(databaseFile(restored)))
        SALLYPORT_TRY(putAsideRest(dataDirectory, replaced, between));
    SALLYPORT_TRY(exchange(databaseFile(restored), databaseFile(dataDirectory), replaced, between));
    SALLYPORT_TRY(exchange(filesDirectory(restored), filesDirectory(dataDirectory), named(replaced, ".files"), between));
    for (const char* name : {"audit.anchor", "heads.jsonl"}) {
        if (!isThere(restored / name))
            continue;
        SALLYPORT_TRY(moveIntoPlace(restored / name, dataDirectory / name, Replace::Always));
        between();
    }
    return syncDirectory(replaced.parent_path());
}

/// Best effort: one that stays costs space only.
std::vector<fs::path> pruneReplaced(const fs::path& folder)
{
    std::vector<fs::path> found, removed;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end; entry.increment(failed)) {
        if (entry->path().filename().string().starts_with(replacedPrefix) && entry->path().extension() == ".db")
            found.push_back(entry->path());
    }
    std::ranges::sort(found, std::greater{}); // their names begin with when it was
    for (std::size_t i = replacedKept; i < found.size(); ++i) {
        std::error_code ignored;
        fs::remove_all(named(found[i], ".files"), ignored);
        for (const char* suffix : {"-wal", "-journal", "-shm", ""}) // the database last: by it the others are found
            fs::remove(named(found[i], suffix), ignored);
        if (!isThere(found[i]))
            removed.push_back(found[i]);
    }
    return removed;
}

Result<void> removeFolder(const fs::path& folder)
{
    std::error_code failed;
    fs::remove_all(folder, failed);
    if (failed)
        return cannotRemove(folder, failed);
    return {};
}

} // namespace

fs::path restoringDirectory(const fs::path& dataDirectory)
{
    return dataDirectory / "restoring";
}

bool restoreUnderway(const fs::path& dataDirectory) noexcept
{
    return isThere(restoringDirectory(dataDirectory)) || isThere(restoredDirectory(dataDirectory));
}

Result<fs::path> placeForReplaced(const fs::path& dataDirectory, UtcTime now)
{
    fs::path folder = backupsDirectory(dataDirectory);
    SALLYPORT_TRY(prepareDataDirectory(folder));
    if (!sameFileSystem(folder, dataDirectory))
        folder = dataDirectory;
    // A rename can't leave its file system, and finding that out half-way would be too late.
    if (const fs::path files = filesDirectory(dataDirectory); isThere(files) && !sameFileSystem(files, dataDirectory))
        return makeError(ErrorCode::NotWritable, files.string() + " is on another file system than " + dataDirectory.string() +
                                                     ": it can't be replaced in one step");
    const std::string name = std::string(replacedPrefix) + fileTime(now);
    fs::path place = folder / (name + ".db");
    for (int i = 2; isThere(place) || isThere(named(place, ".files")); ++i)
        place = folder / (name + "-" + std::to_string(i) + ".db");
    return place;
}

Result<void> commitRestore(const fs::path& dataDirectory, const fs::path& replaced)
{
    const fs::path restoring = restoringDirectory(dataDirectory);
    const std::string note = replaced.lexically_relative(dataDirectory).string();
    SALLYPORT_TRY(writeFileAtomically(restoring / replacedNote, asBytes(note), Replace::Never));
    SALLYPORT_TRY(syncDirectory(restoring));
    return moveIntoPlace(restoring, restoredDirectory(dataDirectory), Replace::Always);
}

Result<std::vector<fs::path>> settleRestore(const fs::path& dataDirectory, const std::function<void()>& between)
{
    const std::function<void()> step = between ? between : [] {};
    std::vector<fs::path> removed;
    const fs::path restored = restoredDirectory(dataDirectory), restoring = restoringDirectory(dataDirectory);
    if (isThere(restoring)) // also what is left of a finished one
        SALLYPORT_TRY(removeFolder(restoring));
    if (!isThere(restored))
        return removed;
    SALLYPORT_ASSIGN(const fs::path replaced, readReplaced(dataDirectory));
    SALLYPORT_TRY(finish(dataDirectory, replaced, step));
    // Under the name of one that nobody goes on with, since it goes file by file.
    SALLYPORT_TRY(moveIntoPlace(restored, restoring, Replace::Always));
    step();
    SALLYPORT_TRY(removeFolder(restoring));
    step();
    return pruneReplaced(replaced.parent_path());
}

Result<void> refuseWhileRestoring(const fs::path& dataDirectory)
{
    if (!restoreUnderway(dataDirectory))
        return {};
    return makeError(ErrorCode::DatabaseLocked,
                     "a backup is being put back into " + dataDirectory.string() + ": try again when that is done");
}

Result<void> settleRestoreBeside(const fs::path& dataDirectory)
{
    if (!restoreUnderway(dataDirectory))
        return {};
    const Result<InstanceLock> lock = InstanceLock::acquire(dataDirectory);
    if (!lock)
        return lock.error().code == ErrorCode::DatabaseLocked ? refuseWhileRestoring(dataDirectory) : lock.error();
    SALLYPORT_TRY(settleRestore(dataDirectory));
    return {};
}

} // namespace sallyport::storage
