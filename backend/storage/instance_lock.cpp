#include "backend/storage/instance_lock.h"

#include "backend/base/descriptor.h"
#include "backend/storage/owner.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace sallyport::storage {

Result<InstanceLock> InstanceLock::acquire(const std::filesystem::path& dataDirectory)
{
    const std::filesystem::path file = dataDirectory / "sallyport.lock";
    Descriptor opened = openFile(file, O_RDWR | O_CREAT | O_NOFOLLOW);
    if (!opened.valid() && errno == ENOTDIR)
        return makeError(ErrorCode::NotWritable, dataDirectory.string() + " is not a directory");
    if (!opened.valid())
        return openError(errno, file);
    InstanceLock lock(opened.release());
    SALLYPORT_TRY(giveToOwner(lock.m_descriptor, dataDirectory));
    if (::flock(lock.m_descriptor, LOCK_EX | LOCK_NB) != 0) {
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
