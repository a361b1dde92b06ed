#include "backend/storage/private_files.h"

#include "backend/base/descriptor.h"
#include "backend/storage/files.h"
#include "backend/storage/owner.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport::storage {
namespace {

namespace fs = std::filesystem;

constexpr mode_t others = 077;

std::string octal(mode_t mode)
{
    std::string text = "0";
    for (const int shift : {6, 3, 0})
        text += static_cast<char>('0' + ((mode >> shift) & 7));
    return text;
}

struct Place {
    fs::path path;
    bool needed = false; ///< nothing opens while others may use it
    bool made = false;   ///< by Sallyport alone, so that it is never a link; certificates and backups may be kept elsewhere
};

/// What is ours in a data directory, whether it is there or not.
std::vector<Place> places(const fs::path& directory)
{
    std::vector<Place> all{{directory, true, false}, {keyringFile(directory), true, true}};
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        all.push_back({fs::path(databaseFile(directory)) += suffix, true, true});
    for (const char* name : {"audit.anchor", "heads.jsonl", "nonces", "about.json", "sallyport.lock", "files", "files/incoming",
                             "restoring", "restored"})
        all.push_back({directory / name, false, true});
    for (const char* name : {"tls", "tls/key.pem", "tls/key.pem.moved", "tls/certificate.pem"})
        all.push_back({directory / name, false, false});
    const fs::path backups = backupsDirectory(directory);
    all.push_back({backups, false, false});
    std::error_code failure;
    for (fs::directory_iterator entry(backups, failure), end; !failure && entry != end; entry.increment(failure))
        all.push_back({entry->path(), false, false});
    return all;
}

/// Whose a file is can read and change it, whatever its mode is; root can anyway.
Result<void> checkWhose(const Place& place, uid_t owner)
{
    struct stat info {};
    if (::lstat(place.path.c_str(), &info) != 0)
        return {};
    if (place.made && S_ISLNK(info.st_mode))
        return makeError(ErrorCode::NotWritable,
                         place.path.string() + " is a link, and Sallyport makes none: put the file itself in its place");
    if (info.st_uid == owner || info.st_uid == 0)
        return {};
    return makeError(ErrorCode::NotWritable, place.path.string() + " belongs to " + userName(info.st_uid) +
                                                 ", and the data directory to " + userName(owner) +
                                                 ": only its owner and root may have files of the vault");
}

} // namespace

Result<std::vector<std::string>> closeToOthers(const fs::path& dataDirectory)
{
    std::vector<std::string> closed;
    const std::vector<Place> all = places(dataDirectory);
    struct stat directory {};
    if (::stat(dataDirectory.c_str(), &directory) == 0) {
        for (std::size_t i = 1; i < all.size(); ++i) // the first is the directory itself
            SALLYPORT_TRY(checkWhose(all[i], directory.st_uid));
    }
    for (const auto& [place, needed, made] : all) {
        struct stat info {};
        const auto standsOpen = [&info] {
            return (info.st_mode & others) != 0 && (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode));
        };
        if (::lstat(place.c_str(), &info) != 0 || !standsOpen())
            continue;
        // By descriptor, in case that somebody puts something else there meanwhile.
        const Descriptor descriptor(::open(place.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        if (!descriptor.valid() || ::fstat(descriptor.get(), &info) != 0 || !standsOpen())
            continue; // what can't be read will be said by whoever needs it
        const std::string said = place.string() + " (mode " + octal(info.st_mode) + ")";
        if (::fchmod(descriptor.get(), info.st_mode & 0700) == 0)
            closed.push_back(said);
        else if (needed)
            return makeError(ErrorCode::NotWritable, "other users of this machine may use " + said +
                                                         ", and it can't be closed to them; its owner can: chmod go-rwx");
    }
    return closed;
}

} // namespace sallyport::storage
