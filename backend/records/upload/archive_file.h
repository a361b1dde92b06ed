#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

namespace sallyport::records {

/// What an archive may have in it.
struct ArchiveBounds {
    std::uint64_t entries = 10'000;
    std::uint64_t bytes = 1024ull * 1024 * 1024; ///< unpacked, all together
    std::uint64_t ratio = 100;                   ///< unpacked to packed, beyond `free`
    std::uint64_t free = 16ull * 1024 * 1024;    ///< unpacked bytes that no ratio is asked of
    std::size_t nameBytes = 1024;
    std::size_t depth = 32; ///< folders

    /// Whether a file of `packed` bytes unpacks to more than it may.
    bool exceededBy(std::uint64_t unpacked, std::uint64_t packed) const noexcept
    {
        return unpacked > bytes || (unpacked > free && unpacked / ratio > packed);
    }
};

/// A file that can be read anywhere.
struct ArchiveFile {
    std::uint64_t size = 0;
    /// Some of the bytes at `at`, which is within the file, at least one; they stay valid until the next call.
    std::function<Result<std::string_view>(std::uint64_t at)> read;
};

} // namespace sallyport::records
