#include "backend/journal/report_file.h"

#include "backend/base/descriptor.h"
#include "backend/storage/no_room.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string>
#include <utility>

namespace sallyport::journal {

namespace {

constexpr int attempts = 100;

Error failure(const char* what)
{
    const int number = errno;
    if (storage::isNoRoom(number))
        return makeError(ErrorCode::DiskFull, std::string(what) + ": " + std::string(storage::noRoomText(number)) + ".");
    return makeError(ErrorCode::NotWritable, std::string(what) + ": " + std::strerror(number) + ".");
}

Error alreadyThere(const std::filesystem::path& target)
{
    return makeError(ErrorCode::AlreadyExists, target.string() + " exists already.");
}

} // namespace

ReportFile::ReportFile(int handle, std::filesystem::path target, std::filesystem::path beside, ExistingFile existing)
    : m_handle(handle), m_target(std::move(target)), m_beside(std::move(beside)), m_existing(existing)
{
}

ReportFile::ReportFile(ReportFile&& other) noexcept
    : m_handle(std::exchange(other.m_handle, -1)), m_target(std::move(other.m_target)), m_beside(std::move(other.m_beside)),
      m_existing(other.m_existing)
{
}

ReportFile::~ReportFile()
{
    if (m_handle < 0)
        return;
    ::close(m_handle);
    ::unlink(m_beside.c_str());
}

Result<ReportFile> ReportFile::create(const std::filesystem::path& target, ExistingFile existing)
{
    std::error_code error;
    if (std::filesystem::is_directory(target, error) || target.filename().empty())
        return makeError(ErrorCode::NotWritable, "The report's name is that of a folder.");
    if (existing == ExistingFile::Refuse && std::filesystem::exists(std::filesystem::symlink_status(target, error)))
        return alreadyThere(target);
    // A device, a pipe, a link to one: what is renamed over it would take its place, as root in /dev too.
    if (!isFileOrFree(target))
        return makeError(ErrorCode::NotWritable, target.string() + " is not a file.");
    for (int attempt = 0; attempt < attempts; ++attempt) {
        std::filesystem::path beside = target;
        beside.replace_filename('.' + target.filename().string() + '.' + std::to_string(::getpid()) + '-' +
                                std::to_string(attempt) + ".part");
        const int handle = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (handle >= 0)
            return ReportFile(handle, target, std::move(beside), existing);
        if (errno != EEXIST)
            return failure("The report cannot be written");
    }
    return failure("The report cannot be written");
}

Result<void> ReportFile::write(std::string_view chunk)
{
    while (!chunk.empty()) {
        const ssize_t written = ::write(m_handle, chunk.data(), chunk.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return failure("The report cannot be written");
        chunk.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> ReportFile::putInPlace() const
{
    if (m_existing == ExistingFile::Replace) {
        if (::rename(m_beside.c_str(), m_target.c_str()) != 0)
            return failure("The report cannot be put in place");
        return {};
    }
    int done = ::renameat2(AT_FDCWD, m_beside.c_str(), AT_FDCWD, m_target.c_str(), RENAME_NOREPLACE);
    if (done != 0 && (errno == EINVAL || errno == ENOSYS)) {
        // A file system that knows no such renaming: a second name fails just so if there is one.
        done = ::link(m_beside.c_str(), m_target.c_str());
        if (done == 0)
            ::unlink(m_beside.c_str());
    }
    if (done != 0)
        return errno == EEXIST ? Result<void>(alreadyThere(m_target)) : failure("The report cannot be put in place");
    return {};
}

Result<void> ReportFile::publish()
{
    if (::fsync(m_handle) != 0)
        return failure("The report cannot be written");
    SALLYPORT_TRY(putInPlace());
    ::close(std::exchange(m_handle, -1));
    const std::filesystem::path folder = m_target.has_parent_path() ? m_target.parent_path() : ".";
    if (const int directory = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); directory >= 0) {
        ::fsync(directory);
        ::close(directory);
    }
    return {};
}

} // namespace sallyport::journal
