#pragma once

#include "backend/base/result.h"

#include <filesystem>

namespace sallyport::storage {

/// The right to be the one server of a data directory, held while this object lives (an advisory lock on
/// `sallyport.lock`, which the kernel drops if the process dies). The command line works beside a server without it.
class InstanceLock {
public:
    /// DatabaseLocked if another process has it; NotWritable, DiskFull. Touches nothing if it fails.
    static Result<InstanceLock> acquire(const std::filesystem::path& dataDirectory);

    InstanceLock(InstanceLock&& other) noexcept;
    InstanceLock& operator=(InstanceLock&& other) noexcept;
    ~InstanceLock();

private:
    explicit InstanceLock(int descriptor) noexcept : m_descriptor(descriptor) {}
    int m_descriptor;
};

} // namespace sallyport::storage
