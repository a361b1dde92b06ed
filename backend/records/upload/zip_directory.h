#pragma once

#include "backend/records/upload/archive_file.h"

#include <string>
#include <vector>

namespace sallyport::records {

/// One entry of a zip.
struct ZipEntry {
    std::uint64_t at = 0;      ///< where its local header begins
    std::uint64_t dataEnd = 0; ///< and what is packed ends
    std::uint64_t size = 0;    ///< unpacked
    std::string name;

    bool isFolder() const noexcept { return !name.empty() && name.back() == '/'; } ///< has nothing in it
};

/// What programs see that go by a zip's directory (central directory, APPNOTE.TXT 4.3.12), in the order in which it lies in the
/// file. It is one reading of the file that holds for all programs: the entries' own headers say the same, names too, and
/// entries, directory and end follow one another without anything before, between or behind them, so that none lies over another.
/// Zip64 and data descriptors are read. InvalidArgument (`file`, rule `archive`) if that isn't so, for names, links and
/// encryption that no archive may have, and for what goes beyond the bounds; the error of `read` otherwise. Unpacks nothing;
/// keeps 128 KiB and 64 bytes for each entry.
Result<std::vector<ZipEntry>> readZipDirectory(const ArchiveFile& file, const ArchiveBounds& bounds);

} // namespace sallyport::records
