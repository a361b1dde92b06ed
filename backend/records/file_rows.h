#pragma once

#include "backend/base/encoding.h"
#include "backend/records/attachment_list.h"
#include "backend/records/files.h"
#include "backend/storage/transaction.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sallyport::records {

/// By FileQuery::Sort.
const AttachmentTable& fileTable() noexcept;

/// A file with the key that it was sealed under, which is sealed itself.
struct FileRow {
    StoredFile file;
    std::uint32_t keyId = 0; ///< of the data key
    Bytes sealedKey;
};
/// Where the sealed key of a file stands: `files|key|<id>`, for FieldKeys.
std::string fileKeyPlace(std::string_view id);

namespace rows {

/// With the uploader's present name; NotFound.
[[nodiscard]] Result<FileRow> file(storage::Transaction& transaction, const FileId& id);
/// Several without their keys, in the order of the ids; what is gone is left out.
[[nodiscard]] Result<std::vector<StoredFile>> files(storage::Transaction& transaction, const std::vector<std::string>& ids);
/// Ids in their order, at most so many behind `after`.
[[nodiscard]] Result<std::vector<std::string>> fileIdsAfter(storage::Transaction& transaction, const std::string& after,
                                                            std::int64_t most);
[[nodiscard]] Result<bool> hasFile(storage::Transaction& transaction, const std::string& id);
/// `owner` is stored as the uploader's name of now.
[[nodiscard]] Result<void> insert(storage::Transaction& transaction, const FileRow& row);
[[nodiscard]] Result<void> remove(storage::Transaction& transaction, const FileId& id);
/// The ids of those that went.
[[nodiscard]] Result<std::vector<std::string>> removeFilesOf(storage::Transaction& transaction, const RecordId& record);
[[nodiscard]] Result<std::int64_t> countFilesOf(storage::Transaction& transaction, const RecordId& record);
/// Bytes of all files.
[[nodiscard]] Result<std::int64_t> sizeOfFiles(storage::Transaction& transaction);

} // namespace rows

Error noSuchFile();

} // namespace sallyport::records
