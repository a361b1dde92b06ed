#pragma once

#include "backend/base/result.h"

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
};

/// A file that can be read anywhere.
struct ArchiveFile {
    std::uint64_t size = 0;
    /// Some of the bytes at `at`, which is within the file, at least one; they stay valid until the next call.
    std::function<Result<std::string_view>(std::uint64_t at)> read;
};

/// Unpacks an archive to nowhere. Only zip, tar and gzip (one file or a tar) are read. InvalidArgument (`file`, rule `archive`)
/// for one that is broken or encrypted, unpacks to more than the bounds, has paths that lead out, links, devices, or archives in
/// it, or whose directory says other things than its entries; the error of `read` otherwise. `mediaType` is that of the file's
/// name: documents must have what such documents have, and no macros.
Result<void> checkArchive(std::string_view mediaType, const ArchiveFile& file, const ArchiveBounds& bounds = {});

} // namespace sallyport::records
