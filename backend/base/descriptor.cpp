#include "backend/base/descriptor.h"

#include <cerrno>
#include <cstring>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport {
namespace {

/// 0, or the errno that stands for what it is instead.
int faultOf(mode_t mode) noexcept
{
    if (S_ISREG(mode))
        return 0;
    return S_ISDIR(mode) ? EISDIR : ENXIO;
}

Descriptor refused(int systemError) noexcept
{
    errno = systemError;
    return Descriptor();
}

} // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept
{
    if (this != &other) {
        close();
        m_number = std::exchange(other.m_number, -1);
    }
    return *this;
}

void Descriptor::close() noexcept
{
    if (m_number >= 0)
        ::close(m_number);
    m_number = -1;
}

Descriptor openFile(const std::filesystem::path& file, int flags) noexcept
{
    // Asked for first, since opening alone starts some devices; and again of what was opened, in case that it was exchanged.
    struct stat about {};
    if (::stat(file.c_str(), &about) == 0) {
        if (const int fault = faultOf(about.st_mode); fault != 0)
            return refused(fault);
    }
    Descriptor opened(::open(file.c_str(), flags | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600));
    if (!opened.valid())
        return opened;
    int fault = ::fstat(opened.get(), &about) == 0 ? faultOf(about.st_mode) : errno;
    if (fault == 0)
        return opened;
    opened.close();
    return refused(fault);
}

Result<Descriptor> openToRead(const std::filesystem::path& file)
{
    Descriptor opened = openFile(file, O_RDONLY);
    if (!opened.valid())
        return openError(errno, file);
    return opened;
}

Error openError(int systemError, const std::filesystem::path& file)
{
    switch (systemError) {
    case ENOENT:
    case ENOTDIR: return makeError(ErrorCode::NotFound, file.string() + " does not exist");
    case EEXIST: return makeError(ErrorCode::AlreadyExists, file.string() + " exists already");
    case ENOSPC:
    case EDQUOT:
    case EFBIG: return makeError(ErrorCode::DiskFull, "the disk is full");
    case EISDIR:
    case ENXIO: return makeError(ErrorCode::NotWritable, file.string() + " is not a file");
    default: return makeError(ErrorCode::NotWritable, file.string() + ": " + std::strerror(systemError));
    }
}

bool isFileOrFree(const std::filesystem::path& file) noexcept
{
    struct stat about {};
    return ::stat(file.c_str(), &about) == 0 ? S_ISREG(about.st_mode) : errno == ENOENT;
}

} // namespace sallyport
