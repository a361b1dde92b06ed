#include "backend/records/comment_rows.h"

#include "backend/base/case_fold.h"
#include "backend/records/record_rows.h"
#include "backend/storage/sql_text.h"

#include <array>
#include <map>
#include <utility>

namespace sallyport::records {

namespace {

enum class CommentColumn { Id, RecordId, OwnerId, CreatedAt, CreatedBy, ChangedAt, ChangedBy, Version, Content, End };
constexpr storage::Columns<CommentColumn> commentColumns{{{CommentColumn::Id, "c.id"},
                                                          {CommentColumn::RecordId, "c.record_id"},
                                                          {CommentColumn::OwnerId, "c.owner_id"},
                                                          {CommentColumn::CreatedAt, "c.created_at"},
                                                          {CommentColumn::CreatedBy, "c.created_by"},
                                                          {CommentColumn::ChangedAt, "c.changed_at"},
                                                          {CommentColumn::ChangedBy, "c.changed_by"},
                                                          {CommentColumn::Version, "c.version"},
                                                          {CommentColumn::Content, "c.content"}}};

constexpr std::array<AttachmentTable::Order, 2> commentOrders{{{"created_at"}, {"changed_at"}}};
constexpr AttachmentTable tableOfComments{"comments", access::ResourceKind::Comment, "changed_at", "search_key", commentOrders};

Comment readComment(const storage::Row<CommentColumn>& row)
{
    Comment comment;
    comment.id = CommentId(row.text(CommentColumn::Id));
    comment.recordId = RecordId(row.text(CommentColumn::RecordId));
    comment.ownerId = UserId(row.text(CommentColumn::OwnerId));
    comment.owner = row.text(CommentColumn::CreatedBy);
    comment.createdAt = row.time(CommentColumn::CreatedAt);
    comment.changedAt = row.time(CommentColumn::ChangedAt);
    comment.changedBy = row.text(CommentColumn::ChangedBy);
    comment.version = row.integer(CommentColumn::Version);
    comment.content = row.text(CommentColumn::Content);
    return comment;
}

std::optional<std::string> idOrNull(const std::string& id)
{
    return id.empty() ? std::nullopt : std::optional(id);
}

} // namespace

const AttachmentTable& commentTable() noexcept
{
    return tableOfComments;
}

Error noSuchComment()
{
    return makeError(ErrorCode::NotFound, "There is no such comment.");
}

namespace rows {

Result<std::vector<Comment>> comments(storage::Transaction& transaction, const std::vector<std::string>& ids)
{
    std::map<std::string, Comment> byId;
    std::vector<std::string> owners;
    SALLYPORT_TRY(storage::inPortions(ids, 1, [&](std::span<const std::string> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("SELECT ").add(commentColumns.text()).add(" FROM comments c WHERE c.id IN ").bindList(some);
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, commentColumns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                return {};
            Comment comment = readComment(rows.row());
            owners.push_back(comment.ownerId.text());
            std::string id = comment.id.text();
            byId.emplace(std::move(id), std::move(comment));
        }
    }));
    SALLYPORT_ASSIGN(const auto names, ownerNames(transaction, std::move(owners)));
    std::vector<Comment> all;
    all.reserve(ids.size());
    for (const std::string& id : ids) {
        const auto found = byId.find(id);
        if (found == byId.end())
            continue;
        if (const auto name = names.find(found->second.ownerId.text()); name != names.end())
            found->second.owner = name->second;
        all.push_back(std::move(found->second));
    }
    return all;
}

Result<Comment> comment(storage::Transaction& transaction, const CommentId& id)
{
    SALLYPORT_ASSIGN(std::vector<Comment> one, comments(transaction, {id.text()}));
    if (one.empty())
        return noSuchComment();
    return std::move(one.front());
}

Result<void> insert(storage::Transaction& transaction, const Comment& comment)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO comments (id, record_id, owner_id, created_at, created_by, "
                                                   "changed_at, changed_by, content, search_key) VALUES "
                                                   "($1, $2, $3, $4, $5, $6, $7, $8, $9)"));
    put.bind(1, comment.id).bind(2, idOrNull(comment.recordId.text())).bind(3, idOrNull(comment.ownerId.text()));
    put.bind(4, comment.createdAt).bind(5, comment.owner).bind(6, comment.changedAt).bind(7, comment.changedBy);
    put.bind(8, comment.content).bind(9, searchKey(comment.text));
    return put.run();
}

Result<void> update(storage::Transaction& transaction, const Comment& comment)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("UPDATE comments SET changed_at = $2, changed_by = $3, content = $4, "
                                                   "search_key = $5, version = version + 1 WHERE id = $1"));
    put.bind(1, comment.id).bind(2, comment.changedAt).bind(3, comment.changedBy).bind(4, comment.content);
    put.bind(5, searchKey(comment.text));
    return put.run();
}

Result<void> remove(storage::Transaction& transaction, const CommentId& id)
{
    SALLYPORT_ASSIGN(auto drop, transaction.prepare("DELETE FROM comments WHERE id = $1"));
    drop.bind(1, id);
    return drop.run();
}

Result<void> removeCommentsOf(storage::Transaction& transaction, const RecordId& record)
{
    SALLYPORT_ASSIGN(auto drop, transaction.prepare("DELETE FROM comments WHERE record_id = $1"));
    drop.bind(1, record);
    return drop.run();
}

Result<std::int64_t> countCommentsOf(storage::Transaction& transaction, const RecordId& record)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM comments WHERE record_id = $1"));
    row.bind(1, record);
    SALLYPORT_TRY(row.step());
    return row.integer();
}

} // namespace rows

} // namespace sallyport::records
