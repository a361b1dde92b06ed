#pragma once

#include "backend/records/attachment_list.h"
#include "backend/records/comments.h"
#include "backend/storage/transaction.h"

#include <string>
#include <vector>

namespace sallyport::records {

/// By CommentQuery::Sort.
const AttachmentTable& commentTable() noexcept;

namespace rows {

/// As it is stored, with its author's present name, nothing sanitised once more; NotFound.
[[nodiscard]] Result<Comment> comment(storage::Transaction& transaction, const CommentId& id);
/// The same of several, in the order of the ids; what is gone is left out.
[[nodiscard]] Result<std::vector<Comment>> comments(storage::Transaction& transaction, const std::vector<std::string>& ids);
/// `owner` is stored as the author's name of now.
[[nodiscard]] Result<void> insert(storage::Transaction& transaction, const Comment& comment);
/// Content, who changed it, and one version more.
[[nodiscard]] Result<void> update(storage::Transaction& transaction, const Comment& comment);
[[nodiscard]] Result<void> remove(storage::Transaction& transaction, const CommentId& id);
[[nodiscard]] Result<void> removeCommentsOf(storage::Transaction& transaction, const RecordId& record);
[[nodiscard]] Result<std::int64_t> countCommentsOf(storage::Transaction& transaction, const RecordId& record);

} // namespace rows

Error noSuchComment();

} // namespace sallyport::records
