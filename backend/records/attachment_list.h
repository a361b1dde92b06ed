#pragma once

#include "backend/records/attachment_access.h"
#include "backend/storage/sql_text.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::records {

/// A table of what hangs on records: `id`, `record_id`, `owner_id`, `created_at` and what else is named here.
struct AttachmentTable {
    std::string_view name;
    access::ResourceKind kind;
    std::string_view changedColumn; ///< when it was last changed
    std::string_view searchColumn;  ///< a searchKey() or textKey()
    struct Order {
        std::string_view column;
        bool number = true;
    };
    std::span<const Order> orders; ///< in the order of the query's Sort
};

/// What CommentQuery and FileQuery have in common.
struct AttachmentQuery {
    std::optional<RecordId> recordId;
    std::string text;
    int sort = 0;
    bool descending = true;
    std::uint32_t limit = 50;
    std::uint64_t offset = 0;
    std::string cursor;
};
template <typename Query>
AttachmentQuery attachmentQuery(const Query& query)
{
    return {query.recordId, query.text, static_cast<int>(query.sort), query.descending, query.limit, query.offset, query.cursor};
}

/// The ids of a page in their order.
struct ChosenAttachments {
    std::vector<std::string> ids;
    std::string nextCursor;
    std::int64_t total = 0;
    bool about = false;
};

/// What of a query its asker may have, chosen in the query as far as policies can be told there; the rest row by row, so that
/// every page but the last is full and totals count nothing else. `countTo`: further nobody counts. With a record the caller
/// has asked whether that can be seen. InvalidArgument as Comments::list.
[[nodiscard]] Result<ChosenAttachments> chooseAttachments(storage::Transaction& transaction, const AttachmentTable& table,
                                                          const AttachmentQuery& query, const AttachedScope& scope,
                                                          std::int64_t countTo);

/// How many hang on each of these records that `scope` lets the asker see; nothing for those on which none does.
[[nodiscard]] Result<std::map<std::string, std::int64_t>> countAttachedTo(storage::Transaction& transaction,
                                                                          const AttachmentTable& table,
                                                                          const std::vector<std::string>& records,
                                                                          const access::Scope& scope);

} // namespace sallyport::records
