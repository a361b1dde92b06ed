#pragma once

#include "backend/records/upload/archive_file.h"

namespace sallyport::records {

/// Unpacks an archive to nowhere. Only zip, tar and gzip (one file or a tar) are read. InvalidArgument (`file`, rule `archive`)
/// for one that is broken or encrypted, unpacks to more than the bounds, has paths that lead out, links, devices, or archives in
/// it (by name or content), says in one place other things than in another, or has something before or behind it; the error of
/// `read` otherwise. `mediaType` is that of the file's name: documents must have what such documents have, and no macros.
Result<void> checkArchive(std::string_view mediaType, const ArchiveFile& file, const ArchiveBounds& bounds = {});

} // namespace sallyport::records
