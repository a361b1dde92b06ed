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

/// Gives a file from its start, piece by piece, an empty piece at its end; a piece stays valid until the next.
using ArchivePieces = std::function<Result<std::string_view>()>;

/// Unpacks an archive to nowhere; `open` begins the file anew. Only zip, tar and gzip (one file or a tar) are read.
/// InvalidArgument
/// (`file`, rule `archive`) for one that is broken or encrypted, unpacks to more than the bounds, has paths that lead out, links,
/// devices, or archives in it; the error of a piece otherwise. `mediaType` is that of the file's name: documents must have what
/// such documents have, and no macros.
Result<void> checkArchive(std::string_view mediaType, const std::function<ArchivePieces()>& open,
                          const ArchiveBounds& bounds = {});

} // namespace sallyport::records
