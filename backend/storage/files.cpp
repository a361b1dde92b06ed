#include "backend/storage/files.h"

#include "backend/base/descriptor.h"
#include "backend/storage/no_room.h"
#include "backend/storage/owner.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport::storage {
namespace {

namespace fs = std::filesystem;

Error fileError(int systemError, const fs::path& file)
{
    if (systemError == EEXIST)
        return makeError(ErrorCode::AlreadyExists, file.string() + " exists already");
    if (isNoRoom(systemError))
        return makeError(ErrorCode::DiskFull, std::string(noRoomText(systemError)));
    return makeError(ErrorCode::NotWritable, file.string() + ": " + std::strerror(systemError));
}

Result<void> writeAll(int descriptor, std::span<const std::byte> content, const fs::path& file)
{
    while (!content.empty()) {
        const ssize_t written = ::write(descriptor, content.data(), content.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return fileError(errno, file);
        content = content.subspan(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor) != 0)
        return fileError(errno, file);
    return {};
}

fs::path parentOf(const fs::path& file)
{
    const fs::path parent = file.parent_path();
    return parent.empty() ? fs::path(".") : parent;
}

} // namespace

Result<void> syncDirectory(const fs::path& directory)
{
    const Descriptor descriptor(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!descriptor.valid() || ::fsync(descriptor.get()) != 0)
        return fileError(errno, directory);
    return {};
}

std::string fileTime(UtcTime time)
{
    const std::time_t seconds = std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::string text(32, '\0');
    text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H%M%SZ", &parts));
    return text;
}

fs::path databaseFile(const fs::path& dataDirectory)
{
    return dataDirectory / "sallyport.db";
}

fs::path keyringFile(const fs::path& dataDirectory)
{
    return dataDirectory / "keyring.json";
}

fs::path backupsDirectory(const fs::path& dataDirectory)
{
    return dataDirectory / "backups";
}

fs::path filesDirectory(const fs::path& dataDirectory)
{
    return dataDirectory / "files";
}

void restrictNewFiles() noexcept
{
    ::umask(077);
}

Result<void> prepareDataDirectory(const fs::path& directory)
{
    struct stat info {};
    if (::stat(directory.c_str(), &info) != 0) {
        std::error_code error;
        if (!parentOf(directory).empty() && !fs::exists(parentOf(directory), error))
            fs::create_directories(parentOf(directory), error);
        if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST)
            return fileError(errno, directory);
        SALLYPORT_TRY(giveToOwner(directory));
        if (::stat(directory.c_str(), &info) != 0)
            return fileError(errno, directory);
    }
    if (!S_ISDIR(info.st_mode))
        return makeError(ErrorCode::NotWritable, directory.string() + " is not a directory");
    if ((info.st_mode & 077) != 0) {
        std::error_code error;
        const bool ours = fs::is_empty(directory, error) || fs::exists(keyringFile(directory), error);
        if (!ours || (info.st_uid != ::geteuid() && ::geteuid() != 0))
            return makeError(ErrorCode::InvalidArgument,
                             directory.string() + " is open to other users and holds other files: choose an empty directory");
        if (::chmod(directory.c_str(), 0700) != 0)
            return fileError(errno, directory);
    }
    return checkWritable(directory);
}

Result<void> checkWritable(const fs::path& directory)
{
    if (::faccessat(AT_FDCWD, directory.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        return fileError(errno, directory);
    return {};
}

Result<void> createPrivateFile(const fs::path& file)
{
    const Descriptor descriptor(::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!descriptor.valid())
        return fileError(errno, file);
    SALLYPORT_TRY(giveToOwner(descriptor.get(), parentOf(file)));
    return syncDirectory(parentOf(file));
}

Result<void> moveIntoPlace(const fs::path& temporary, const fs::path& file, Replace replace)
{
    const unsigned flags = replace == Replace::Never ? RENAME_NOREPLACE : 0;
    if (::renameat2(AT_FDCWD, temporary.c_str(), AT_FDCWD, file.c_str(), flags) != 0) {
        if (replace == Replace::Always || (errno != EINVAL && errno != ENOSYS))
            return fileError(errno, file);
        // A file system without that flag: link() refuses an existing name too.
        if (::link(temporary.c_str(), file.c_str()) != 0)
            return fileError(errno, file);
        ::unlink(temporary.c_str());
    }
    return syncDirectory(parentOf(file));
}

Result<void> writeFileAtomically(const fs::path& file, std::span<const std::byte> content, Replace replace)
{
    fs::path temporary = file;
    temporary += ".part";
    if (replace == Replace::Never && fs::exists(file))
        return fileError(EEXIST, file);
    ::unlink(temporary.c_str()); // left by a crash
    const Descriptor descriptor(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!descriptor.valid())
        return fileError(errno, temporary);
    Result<void> done = giveToOwner(descriptor.get(), parentOf(file));
    if (done)
        done = writeAll(descriptor.get(), content, file);
    if (done)
        done = moveIntoPlace(temporary, file, replace);
    if (!done)
        ::unlink(temporary.c_str());
    return done;
}

Result<std::string> readSmallFile(const fs::path& file, std::size_t limit)
{
    SALLYPORT_ASSIGN(const Descriptor descriptor, openToRead(file));
    std::string content;
    std::array<char, 4096> part;
    for (;;) {
        const ssize_t count = ::read(descriptor.get(), part.data(), part.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fileError(errno, file);
        if (count == 0)
            return content;
        content.append(part.data(), static_cast<std::size_t>(count));
        if (content.size() > limit)
            return makeError(ErrorCode::LimitReached, file.string() + " is too large");
    }
}

} // namespace sallyport::storage
