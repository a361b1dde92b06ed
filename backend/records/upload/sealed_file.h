#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sallyport::records {

// A file as it lies on disk: encrypted in chunks, so that any size is written and any range read in constant memory.
//
//     magic "SPF1" (4) ‖ salt (32) ‖ chunk ‖ chunk ‖ ...          chunk = AES-256-GCM of up to 64 KiB ‖ tag (16)
//
// The key of one file is HKDF-SHA256 of the files' key with the file's random salt, so that the nonces, which are the chunks'
// numbers and whether a chunk is the last, are used once. Associated data: the magic, the file's id, number and last flag. A
// chunk that was changed, moved, left out, taken from another file or cut off at the end doesn't open. All chunks but the last
// are full; the last may be empty only if it is the first.

inline constexpr std::size_t sealedChunk = 64 * 1024; ///< bytes of plaintext
inline constexpr std::size_t sealedHead = 36;         ///< bytes before the first chunk
/// The size on disk of a file of `size` bytes.
std::uint64_t sealedSize(std::uint64_t size) noexcept;
/// The other way round; nothing if no file is that long on disk.
std::optional<std::uint64_t> plainSize(std::uint64_t sealed) noexcept;

/// Turns what comes in, in whatever pieces, into what is written. For one file, on one thread.
class FileSealer {
public:
    /// `key` has 32 bytes and is only for files, `salt` 32 random ones; `id` binds the file to its row and isn't empty.
    /// CryptoFailure.
    static Result<FileSealer> create(std::span<const std::byte> key, std::span<const std::byte> salt, std::string_view id);

    /// Appends to `out` what is ready to be written: nothing for small pieces, then a chunk at a time.
    Result<void> add(std::span<const std::byte> plaintext, Bytes& out);
    /// The last chunk. Nothing may be added afterwards.
    Result<void> finish(Bytes& out);

    std::uint64_t size() const noexcept { return m_size; } ///< bytes of plaintext so far

private:
    FileSealer() = default;
    Result<void> seal(bool last, Bytes& out);

    SecretBytes m_key, m_pending;
    std::string m_id;
    Bytes m_head;
    std::size_t m_pendingSize = 0;
    std::uint64_t m_number = 0, m_size = 0;
    bool m_finished = false;
};

/// Reads ranges of a sealed file. Thread-safe if the reader is.
class FileOpener {
public:
    /// Reads `size` bytes at `offset` of what is on disk, or fails; short reads are failures.
    using Read = std::function<Result<Bytes>(std::uint64_t offset, std::size_t size)>;

    /// `onDisk` is the length of the file on disk. CryptoFailure for anything but a file that was sealed under this key and id.
    static Result<FileOpener> open(std::span<const std::byte> key, std::string_view id, std::uint64_t onDisk, Read read);

    std::uint64_t size() const noexcept { return m_size; } ///< bytes of plaintext
    std::uint64_t chunks() const noexcept { return m_chunks; }
    /// The plaintext of chunk `number`. CryptoFailure, always with the same text, if it isn't what was written there.
    Result<SecretBytes> chunk(std::uint64_t number) const;
    /// Gives [from, to) to `out` piece by piece, no piece longer than a chunk; InvalidArgument if it isn't within the file.
    Result<void> range(std::uint64_t from, std::uint64_t to,
                       const std::function<Result<void>(std::span<const std::byte>)>& out) const;

private:
    FileOpener() = default;

    SecretBytes m_key;
    std::string m_id;
    Read m_read;
    std::uint64_t m_size = 0, m_chunks = 0;
};

} // namespace sallyport::records
