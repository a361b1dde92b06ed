#pragma once

#include <array>
#include <cstddef>
#include <cstring>

namespace sallyport::crypto {

/// For unordered containers: a digest is its own hash.
struct DigestHash {
    template <std::size_t size>
    std::size_t operator()(const std::array<std::byte, size>& digest) const noexcept
    {
        static_assert(size >= sizeof(std::size_t));
        std::size_t hash = 0;
        std::memcpy(&hash, digest.data(), sizeof hash);
        return hash;
    }
};

} // namespace sallyport::crypto
