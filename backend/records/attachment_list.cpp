#include "backend/records/attachment_list.h"

#include "backend/base/utf8.h"
#include "backend/records/list_query.h"
#include "backend/storage/page_cursor.h"
#include "backend/storage/search_pattern.h"

#include <charconv>

namespace sallyport::records {

namespace {

constexpr std::size_t attachmentIdLength = 26;

/// All that the two scopes may ask for, and the value that the list is sorted by.
enum class AttachedColumn {
    Id,
    OwnerId,
    Department,
    Classification,
    CreatedAt,
    ChangedAt,
    RecordId,
    RecordOwnerId,
    RecordCreatedAt,
    RecordChangedAt,
    Place,
    End
};
constexpr storage::Columns<AttachedColumn> attachedColumns{{{AttachedColumn::Id, "f.id"},
                                                            {AttachedColumn::OwnerId, "f.owner_id"},
                                                            {AttachedColumn::Department, "f.department"},
                                                            {AttachedColumn::Classification, "f.classification"},
                                                            {AttachedColumn::CreatedAt, "f.created_at"},
                                                            {AttachedColumn::ChangedAt, "f.changed_at"},
                                                            {AttachedColumn::RecordId, "f.record_id"},
                                                            {AttachedColumn::RecordOwnerId, "r.owner_id"},
                                                            {AttachedColumn::RecordCreatedAt, "r.created_at"},
                                                            {AttachedColumn::RecordChangedAt, "r.changed_at"},
                                                            {AttachedColumn::Place, "f.place"}}};

const AttachmentTable::Order& orderOf(const AttachmentTable& table, const AttachmentQuery& query)
{
    return table.orders[static_cast<std::size_t>(query.sort)];
}

std::optional<std::int64_t> numberOf(const std::string& text)
{
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    return !text.empty() && std::from_chars(text.data(), end, number).ptr == end ? std::optional(number) : std::nullopt;
}

Result<storage::PageCursor> attachmentCursor(const AttachmentTable& table, const AttachmentQuery& query)
{
    if (query.cursor.empty())
        return storage::PageCursor();
    SALLYPORT_ASSIGN(storage::PageCursor cursor,
                     storage::decodeCursor(query.cursor, storage::sortLetter(query), attachmentIdLength));
    if (!isIdText(cursor.id) || !codePointCount(cursor.place) || (orderOf(table, query).number && !numberOf(cursor.place)))
        return storage::notACursor();
    return cursor;
}

/// FROM and WHERE. In `f` each thing with what policies know of its record, in `r` the record itself, for the policies about
/// records.
void addFrom(storage::SqlText& sql, const AttachmentTable& table, const AttachmentQuery& query, const AttachedScope& scope)
{
    sql.add(" FROM (SELECT a.id AS id, a.owner_id AS owner_id, k.department AS department, k.classification AS classification, "
            "a.created_at AS created_at, a.")
        .add(table.changedColumn)
        .add(" AS changed_at, a.record_id AS record_id, a.")
        .add(table.searchColumn)
        .add(" AS search_key, a.")
        .add(orderOf(table, query).column)
        .add(" AS place FROM ")
        .add(table.name)
        .add(" a LEFT JOIN records k ON k.id = a.record_id) f LEFT JOIN records r ON r.id = f.record_id WHERE 1 = 1");
    if (query.recordId)
        sql.add(" AND f.record_id = ").bind(query.recordId->text());
    else if (!scope.records)
        sql.add(" AND f.record_id IS NULL");
    else {
        sql.add(" AND (f.record_id IS NULL OR (r.id IS NOT NULL");
        scope.records->narrow(sql, "r");
        sql.add("))");
    }
    if (!query.text.empty())
        sql.add(" AND f.search_key LIKE ").bind(storage::searchPattern(query.text)).add(" ESCAPE '\\'");
    scope.own->narrow(sql, "f");
}

storage::SqlText attachedSql(const AttachmentTable& table, const AttachmentQuery& query, const AttachedScope& scope,
                             const storage::PageCursor& after, std::int64_t most, std::uint64_t skipped)
{
    const std::string_view direction = query.descending ? " DESC" : "";
    storage::SqlText sql;
    sql.add("SELECT ").add(attachedColumns.text());
    addFrom(sql, table, query, scope);
    if (!after.id.empty()) {
        sql.add(" AND (f.place, f.id) ").add(query.descending ? "<" : ">").add(" (");
        if (orderOf(table, query).number)
            sql.bind(numberOf(after.place).value_or(0));
        else
            sql.bind(after.place);
        sql.add(", ").bind(after.id).add(")");
    }
    sql.add(" ORDER BY f.place").add(direction).add(", f.id").add(direction);
    if (most > 0)
        sql.add(" LIMIT ").bind(most).add(" OFFSET ").bind(static_cast<std::int64_t>(skipped));
    return sql;
}

std::optional<std::string> textUnlessNull(const storage::Row<AttachedColumn>& row, AttachedColumn column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

Attached attachedOf(const storage::Row<AttachedColumn>& row, access::ResourceKind kind)
{
    Attached attached;
    attached.resource.kind = kind;
    attached.resource.id = row.text(AttachedColumn::Id);
    attached.resource.ownerId = textUnlessNull(row, AttachedColumn::OwnerId);
    attached.resource.department = textUnlessNull(row, AttachedColumn::Department);
    attached.resource.classification = textUnlessNull(row, AttachedColumn::Classification);
    attached.resource.createdAt = row.time(AttachedColumn::CreatedAt);
    attached.resource.changedAt = row.time(AttachedColumn::ChangedAt);
    attached.resource.recordId = textUnlessNull(row, AttachedColumn::RecordId);
    if (attached.resource.recordId) {
        access::Resource& record = attached.record.emplace();
        record.id = *attached.resource.recordId;
        record.ownerId = textUnlessNull(row, AttachedColumn::RecordOwnerId);
        record.department = attached.resource.department;
        record.classification = attached.resource.classification;
        record.createdAt = row.time(AttachedColumn::RecordCreatedAt);
        record.changedAt = row.time(AttachedColumn::RecordChangedAt);
    }
    return attached;
}

Result<std::int64_t> countAttachments(storage::Transaction& transaction, const AttachmentTable& table,
                                      const AttachmentQuery& query, const AttachedScope& scope, std::int64_t most)
{
    if (scope.exact()) {
        storage::SqlText sql;
        sql.add("SELECT COUNT(*) FROM (SELECT 1");
        addFrom(sql, table, query, scope);
        sql.add(" LIMIT ").bind(most).add(") c");
        SALLYPORT_ASSIGN(auto row, sql.prepare(transaction));
        SALLYPORT_TRY(row.step());
        return row.integer();
    }
    SALLYPORT_ASSIGN(auto rows, attachedSql(table, query, scope, {}, 0, 0).prepare(transaction, attachedColumns));
    std::int64_t count = 0;
    while (count < most) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        count += scope.admits(attachedOf(rows.row(), table.kind)) ? 1 : 0;
    }
    return count;
}

/// Each thing that hangs on one of these records, in `f`, with what policies know of its record.
void addAttachedTo(storage::SqlText& sql, const AttachmentTable& table, std::span<const std::string> records,
                   const access::Scope& scope)
{
    sql.add(" FROM (SELECT a.id AS id, a.owner_id AS owner_id, r.department AS department, r.classification AS classification, "
            "a.created_at AS created_at, a.")
        .add(table.changedColumn)
        .add(" AS changed_at, a.record_id AS record_id FROM ")
        .add(table.name)
        .add(" a JOIN records r ON r.id = a.record_id WHERE a.record_id IN ")
        .bindList(records)
        .add(") f WHERE 1 = 1");
    scope.narrow(sql, "f");
}

enum class CountColumn { Record, Count, End };
constexpr storage::Columns<CountColumn> countColumns{{{CountColumn::Record, "f.record_id"}, {CountColumn::Count, "COUNT(*)"}}};

enum class OneColumn { Id, OwnerId, Department, Classification, CreatedAt, ChangedAt, Record, End };
constexpr storage::Columns<OneColumn> oneColumns{{{OneColumn::Id, "f.id"},
                                                  {OneColumn::OwnerId, "f.owner_id"},
                                                  {OneColumn::Department, "f.department"},
                                                  {OneColumn::Classification, "f.classification"},
                                                  {OneColumn::CreatedAt, "f.created_at"},
                                                  {OneColumn::ChangedAt, "f.changed_at"},
                                                  {OneColumn::Record, "f.record_id"}}};

access::Resource oneOf(const storage::Row<OneColumn>& row, access::ResourceKind kind)
{
    const auto unlessNull = [&](OneColumn column) { return row.isNull(column) ? std::nullopt : std::optional(row.text(column)); };
    access::Resource resource;
    resource.kind = kind;
    resource.id = row.text(OneColumn::Id);
    resource.ownerId = unlessNull(OneColumn::OwnerId);
    resource.department = unlessNull(OneColumn::Department);
    resource.classification = unlessNull(OneColumn::Classification);
    resource.createdAt = row.time(OneColumn::CreatedAt);
    resource.changedAt = row.time(OneColumn::ChangedAt);
    resource.recordId = row.text(OneColumn::Record);
    return resource;
}

} // namespace

Result<std::map<std::string, std::int64_t>> countAttachedTo(storage::Transaction& transaction, const AttachmentTable& table,
                                                            const std::vector<std::string>& records, const access::Scope& scope)
{
    std::map<std::string, std::int64_t> counts;
    SALLYPORT_TRY(storage::inPortions(records, 1, [&](std::span<const std::string> some) -> Result<void> {
        storage::SqlText sql;
        if (scope.exact()) {
            sql.add("SELECT ").add(countColumns.text());
            addAttachedTo(sql, table, some, scope);
            sql.add(" GROUP BY f.record_id");
            SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, countColumns));
            for (;;) {
                SALLYPORT_ASSIGN(const bool found, rows.step());
                if (!found)
                    return {};
                counts[rows.row().text(CountColumn::Record)] = rows.row().integer(CountColumn::Count);
            }
        }
        sql.add("SELECT ").add(oneColumns.text());
        addAttachedTo(sql, table, some, scope);
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, oneColumns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                return {};
            const access::Resource resource = oneOf(rows.row(), table.kind);
            if (scope.admits(resource))
                ++counts[*resource.recordId];
        }
    }));
    return counts;
}

Result<ChosenAttachments> chooseAttachments(storage::Transaction& transaction, const AttachmentTable& table,
                                            const AttachmentQuery& query, const AttachedScope& scope, std::int64_t countTo)
{
    SALLYPORT_TRY(checkListQuery(query));
    SALLYPORT_ASSIGN(const storage::PageCursor after, attachmentCursor(table, query));
    ChosenAttachments chosen;
    SALLYPORT_ASSIGN(chosen.total, countAttachments(transaction, table, query, scope, countTo + 1));
    chosen.about = chosen.total > countTo;
    chosen.total = std::min(chosen.total, countTo);
    const bool exact = scope.exact();
    const std::uint64_t skipped = query.cursor.empty() ? query.offset : 0;
    // One more tells whether there is another page. What has to be asked row by row is read until that many were found.
    SALLYPORT_ASSIGN(auto rows,
                     attachedSql(table, query, scope, after, exact ? std::int64_t{query.limit} + 1 : 0, exact ? skipped : 0)
                         .prepare(transaction, attachedColumns));
    std::uint64_t toSkip = exact ? 0 : skipped;
    storage::PageCursor last;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return chosen;
        const auto row = rows.row();
        if (!exact && !scope.admits(attachedOf(row, table.kind)))
            continue;
        if (toSkip > 0) {
            --toSkip;
            continue;
        }
        if (chosen.ids.size() == query.limit) {
            chosen.nextCursor = storage::encodeCursor(storage::sortLetter(query), last);
            return chosen;
        }
        last = {row.text(AttachedColumn::Id), row.text(AttachedColumn::Place)};
        chosen.ids.push_back(last.id);
    }
}

} // namespace sallyport::records
