#include "backend/storage/instance_lock.h"

#include "backend/storage/owner.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <string>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace sallyport::storage {

Result<InstanceLock> InstanceLock::acquire(const std::filesystem::path& dataDirectory)
{
    const std::filesystem::path file = dataDirectory / "sallyport.lock";
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) {
        const ErrorCode code = errno == ENOSPC || errno == EDQUOT ? ErrorCode::DiskFull : ErrorCode::NotWritable;
        return makeError(code, file.string() + ": " + std::strerror(errno));
    }
    InstanceLock lock(descriptor);
    SALLYPORT_TRY(giveToOwner(descriptor, dataDirectory));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return makeError(ErrorCode::DatabaseLocked, "another Sallyport has " + dataDirectory.string() + " open");
        return makeError(ErrorCode::NotWritable, file.string() + ": " + std::strerror(errno));
    }
    return lock;
}

InstanceLock::InstanceLock(InstanceLock&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

InstanceLock& InstanceLock::operator=(InstanceLock&& other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

InstanceLock::~InstanceLock()
{
    // The file stays: removing it would let two processes lock two files of one name.
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace sallyport::storage
