#pragma once

#include "backend/records/files.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

namespace sallyport::records {

/// So many bytes of so many are done; false stops (Cancelled).
using TransferProgress = std::function<bool(std::uint64_t done, std::uint64_t all)>;

/// Uploads a file of this machine, under the last part of its path. What Files::begin and FileUpload answer; NotFound,
/// NotReadable if it can't be read. Blocks.
[[nodiscard]] Result<StoredFile> uploadFile(Files& files, const access::Actor& actor, const std::filesystem::path& from,
                                            const std::optional<RecordId>& recordId, const TransferProgress& progress = {});

/// Writes an uploaded file to `to` (0600), where it appears when it is complete. AlreadyExists unless `replace`, DiskFull,
/// NotWritable; what Files::open answers. Blocks.
[[nodiscard]] Result<StoredFile> downloadFile(Files& files, const access::Actor& actor, const FileId& id,
                                              const std::filesystem::path& to, bool replace,
                                              const TransferProgress& progress = {});

} // namespace sallyport::records
