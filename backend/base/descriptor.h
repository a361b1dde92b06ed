#pragma once

#include "backend/base/result.h"

#include <fcntl.h>
#include <filesystem>
#include <utility>

namespace sallyport {

/// Owns a file descriptor and closes it.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int number) noexcept : m_number(number) {}
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor() { close(); }

    int get() const noexcept { return m_number; }
    bool valid() const noexcept { return m_number >= 0; }
    int release() noexcept { return std::exchange(m_number, -1); }
    void close() noexcept;

private:
    int m_number = -1;
};

/// The one way to open a file by its name (`tests/lint/opens.py`). Only a regular file is opened, or a link to one unless `flags`
/// has O_NOFOLLOW: a pipe would keep whoever opens it waiting, a device is changed by being opened, and none of them holds what
/// was put down. `flags` are those of open(2); what is made has mode 0600. Invalid if not, with errno: that of open(2), EISDIR
/// for a directory, ENXIO for what else is no file. Any thread.
Descriptor openFile(const std::filesystem::path& file, int flags = O_RDONLY) noexcept;

/// The same for reading, with what is wrong in words: NotFound, NotWritable (not readable, or no file).
Result<Descriptor> openToRead(const std::filesystem::path& file);

/// Why openFile has failed: NotFound, AlreadyExists, DiskFull, else NotWritable.
Error openError(int systemError, const std::filesystem::path& file);

/// Whether a new file may take this name: there is nothing, or a regular file (or a link to either) that it replaces. A device
/// or a pipe is never replaced.
bool isFileOrFree(const std::filesystem::path& file) noexcept;

} // namespace sallyport
