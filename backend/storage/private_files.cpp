#include "backend/storage/private_files.h"

#include "backend/base/descriptor.h"
#include "backend/storage/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

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

/// What is ours in a data directory, whether it is there or not; true: nothing opens while others may use it.
std::vector<std::pair<fs::path, bool>> places(const fs::path& directory)
{
    std::vector<std::pair<fs::path, bool>> all{{directory, true}, {keyringFile(directory), true}};
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        all.emplace_back(fs::path(databaseFile(directory)) += suffix, true);
    for (const char* name : {"audit.anchor", "nonces", "about.json", "sallyport.lock", "tls", "tls/key.pem", "tls/key.pem.moved",
                             "tls/certificate.pem"})
        all.emplace_back(directory / name, false);
    const fs::path backups = backupsDirectory(directory);
    all.emplace_back(backups, false);
    std::error_code failure;
    for (fs::directory_iterator entry(backups, failure), end; !failure && entry != end; entry.increment(failure))
        all.emplace_back(entry->path(), false);
    return all;
}

} // namespace

Result<std::vector<std::string>> closeToOthers(const fs::path& dataDirectory)
{
    std::vector<std::string> closed;
    for (const auto& [place, needed] : places(dataDirectory)) {
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
