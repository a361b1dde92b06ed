#pragma once

#include "backend/base/clock.h"
#include "backend/base/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace sallyport::identity {

/// Twelve bytes of a keyed hash: what is remembered of a key's nonce.
using NonceTag = std::array<std::byte, 12>;

struct NonceRecord {
    NonceTag tag{};
    std::uint32_t until = 0; ///< Unix seconds; forgotten from then on
};
static_assert(sizeof(NonceRecord) == 16);

/// Where nonces survive the end of the process: a ring of records in a mapped file. Writing is a store to memory that the
/// system keeps even if the process is killed, so it costs neither a system call nor a wait for the disk. What a crash of
/// the machine may lose is noticed by its boot id, and said with `floor`. Not thread-safe; one process (InstanceLock).
class NonceFile {
public:
    ~NonceFile();
    NonceFile(const NonceFile&) = delete;
    NonceFile& operator=(const NonceFile&) = delete;

    struct Opened {
        std::unique_ptr<NonceFile> file;
        std::vector<NonceRecord> records; ///< still remembered, oldest first
        std::int64_t floor = 0;           ///< a signature made at this time or before may have been seen and forgotten
    };
    /// `deletable`: the last time that is believed. What was remembered beyond it is taken over, whatever the clock says.
    struct Times {
        UtcTime now, deletable;
    };
    /// Takes over what an earlier process left and starts a new file of `capacity` records with it. `used`: signed
    /// requests may have been accepted before, so that a missing file is a lost one. `keptFor` is how long a signature
    /// may be accepted after `times.now` at most. Errors: NotWritable, DiskFull.
    [[nodiscard]] static Result<Opened> open(const std::filesystem::path& file, std::size_t capacity, std::string bootId,
                                             bool used, Times times, std::chrono::seconds keptFor);

    /// False if the disk is full: then nothing is remembered. The record that it overwrites, `capacity` before it, must be
    /// forgotten already.
    [[nodiscard]] bool append(const NonceRecord& record);

private:
    struct Header;
    NonceFile(int descriptor, std::byte* memory, std::size_t capacity);

    Header& header() const;
    bool makeRoom(std::size_t slot);

    int m_descriptor;
    std::byte* m_memory;
    std::size_t m_capacity;
    std::size_t m_next = 0;  ///< slot
    std::size_t m_there = 0; ///< slots that the disk has room for
};

/// What tells one start of the machine from another; empty if it cannot be known.
std::string systemBootId();

} // namespace sallyport::identity
