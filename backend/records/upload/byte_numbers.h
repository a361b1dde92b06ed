#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sallyport::records {

/// The byte at `at`, which is within `bytes`.
constexpr unsigned byteAt(std::string_view bytes, std::size_t at) noexcept
{
    return static_cast<unsigned char>(bytes[at]);
}

/// A number of `size` bytes (8 at most) at `at`, all of them within `bytes`, the highest byte first or last.
constexpr std::uint64_t numberAt(std::string_view bytes, std::size_t at, std::size_t size, bool highFirst) noexcept
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i)
        value = value << 8 | byteAt(bytes, at + (highFirst ? i : size - 1 - i));
    return value;
}

} // namespace sallyport::records
