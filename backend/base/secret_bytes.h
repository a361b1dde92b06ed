#pragma once

#include "backend/base/secret_memory.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

/// Overwrites memory in a way that the compiler may not remove.
void wipe(std::span<std::byte> memory) noexcept;
/// Overwrites the characters of a string and empties it.
void wipe(std::string& text) noexcept;

/// Equal length and equal bytes, in time that depends on the length only. Two empty ranges are *not* equal:
/// an empty secret never matches (standards.md §4, row 6).
[[nodiscard]] bool equalConstantTime(std::span<const std::byte> a, std::span<const std::byte> b) noexcept;

/// Bytes that are wiped when they go, in locked memory where there is any (lockSecretMemory). Move-only, not printable, not
/// comparable with ==.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size) : m_bytes(size) {}
    explicit SecretBytes(std::span<const std::byte> bytes) : m_bytes(bytes.begin(), bytes.end()) {}
    /// Copies `text`; the caller still has to wipe its own.
    static SecretBytes fromText(std::string_view text);

    SecretBytes(SecretBytes&& other) noexcept : m_bytes(std::move(other.m_bytes)) { other.m_bytes.clear(); }
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;
    ~SecretBytes() { clear(); }

    [[nodiscard]] SecretBytes clone() const { return SecretBytes(bytes()); }
    void clear() noexcept;

    std::size_t size() const noexcept { return m_bytes.size(); }
    bool empty() const noexcept { return m_bytes.empty(); }
    std::byte* data() noexcept { return m_bytes.data(); }
    const std::byte* data() const noexcept { return m_bytes.data(); }
    std::span<std::byte> bytes() noexcept { return m_bytes; }
    std::span<const std::byte> bytes() const noexcept { return m_bytes; }
    /// The bytes as characters, for APIs that take text. Valid while this object lives.
    std::string_view view() const noexcept { return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()}; }

private:
    std::vector<std::byte, SecretAllocator<std::byte>> m_bytes;
};

inline std::span<const std::byte> asBytes(std::string_view text) noexcept
{
    return std::as_bytes(std::span(text.data(), text.size()));
}

} // namespace sallyport
