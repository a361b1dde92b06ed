#pragma once

#include "backend/base/descriptor.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

namespace sallyport::identity {

/// What is told where a list that is set can't be read: no password is taken unchecked. Unavailable.
Error breachListUnreadable();

/// Passwords that got out, as a file on this machine: lines of a SHA-1 in hex, either case, sorted by it, each with or without
/// `:count`, as the well-known public list is. It is opened once and never read as a whole: a question reads a few blocks of
/// it (interpolation, then halving). Thread-safe.
class BreachList {
public:
    /// InvalidArgument with one field `passwords.breach_list`, rule `fileMissing`, `fileUnreadable`, `fileFormat` or
    /// `fileUnsorted`. Looks at samples over the whole file, not at every line. Reads a file: workers only.
    static Result<std::shared_ptr<const BreachList>> open(const std::filesystem::path& file);

    /// Unavailable if the file can't be read any more or isn't what it was. Blocks for some reads.
    Result<bool> contains(const SecretBytes& password) const;
    /// The same for the digest itself.
    Result<bool> containsDigest(std::span<const std::byte, 20> digest) const;

    std::uint64_t size() const noexcept { return m_size; } ///< bytes

private:
    BreachList(Descriptor file, std::uint64_t size) : m_file(std::move(file)), m_size(size) {}

    Descriptor m_file;
    std::uint64_t m_size;
};

} // namespace sallyport::identity
