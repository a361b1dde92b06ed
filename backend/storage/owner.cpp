#include "backend/storage/owner.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <pwd.h>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport::storage {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t entryBytes = 4096; // of a user in the system's list

/// Whose `directory` is, if what this process makes there would be somebody else's.
bool mustGive(const fs::path& directory, struct stat& owner)
{
    return ::geteuid() == 0 && ::stat(directory.c_str(), &owner) == 0 && owner.st_uid != 0;
}

Error cannotGive(const fs::path& directory)
{
    return makeError(ErrorCode::NotWritable,
                     "a new file in " + directory.string() + " cannot be given to its owner: " + std::strerror(errno));
}

} // namespace

std::string userName(uid_t user)
{
    std::array<char, entryBytes> text{};
    passwd entry{};
    passwd* found = nullptr;
    if (::getpwuid_r(user, &entry, text.data(), text.size(), &found) == 0 && found != nullptr)
        return found->pw_name;
    return "user " + std::to_string(user);
}

Result<void> checkOwner(const fs::path& dataDirectory)
{
    struct stat info {};
    if (::geteuid() == 0 || ::stat(dataDirectory.c_str(), &info) != 0 || info.st_uid == ::geteuid())
        return {};
    return makeError(ErrorCode::NotWritable, dataDirectory.string() + " belongs to " + userName(info.st_uid) + ", not to " +
                                                 userName(::geteuid()) + ": only its owner and root may use the vault");
}

Result<void> giveToOwner(int descriptor, const fs::path& directory)
{
    struct stat owner {};
    if (mustGive(directory, owner) && ::fchown(descriptor, owner.st_uid, owner.st_gid) != 0)
        return cannotGive(directory);
    return {};
}

Result<void> giveToOwner(const fs::path& made)
{
    const fs::path directory = made.has_parent_path() ? made.parent_path() : fs::path(".");
    struct stat owner {};
    if (mustGive(directory, owner) && ::lchown(made.c_str(), owner.st_uid, owner.st_gid) != 0)
        return cannotGive(directory);
    return {};
}

} // namespace sallyport::storage
