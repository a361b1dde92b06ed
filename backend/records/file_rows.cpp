#include "backend/records/file_rows.h"

#include "backend/base/case_fold.h"
#include "backend/records/record_rows.h"
#include "backend/storage/sql_text.h"

#include <array>
#include <map>
#include <utility>

namespace sallyport::records {

namespace {

enum class FileColumn { Id, RecordId, OwnerId, Name, MediaType, Size, Sha256, CreatedAt, CreatedBy, KeyId, SealedKey, End };
constexpr storage::Columns<FileColumn> fileColumns{{{FileColumn::Id, "c.id"},
                                                    {FileColumn::RecordId, "c.record_id"},
                                                    {FileColumn::OwnerId, "c.owner_id"},
                                                    {FileColumn::Name, "c.name"},
                                                    {FileColumn::MediaType, "c.media_type"},
                                                    {FileColumn::Size, "c.size"},
                                                    {FileColumn::Sha256, "c.sha256"},
                                                    {FileColumn::CreatedAt, "c.created_at"},
                                                    {FileColumn::CreatedBy, "c.created_by"},
                                                    {FileColumn::KeyId, "c.key_id"},
                                                    {FileColumn::SealedKey, "c.sealed_key"}}};

constexpr std::array<AttachmentTable::Order, 3> fileOrders{{{"created_at"}, {"name_key", false}, {"size"}}};
constexpr AttachmentTable tableOfFiles{"files", access::ResourceKind::File, "created_at", "name_key", fileOrders};

FileRow readFile(const storage::Row<FileColumn>& row)
{
    FileRow read;
    StoredFile& file = read.file;
    file.id = FileId(row.text(FileColumn::Id));
    file.recordId = RecordId(row.text(FileColumn::RecordId));
    file.ownerId = UserId(row.text(FileColumn::OwnerId));
    file.owner = row.text(FileColumn::CreatedBy);
    file.name = row.text(FileColumn::Name);
    file.mediaType = row.text(FileColumn::MediaType);
    file.size = static_cast<std::uint64_t>(row.integer(FileColumn::Size));
    file.sha256 = row.text(FileColumn::Sha256);
    file.createdAt = row.time(FileColumn::CreatedAt);
    read.keyId = static_cast<std::uint32_t>(row.integer(FileColumn::KeyId));
    read.sealedKey = row.blob(FileColumn::SealedKey);
    return read;
}

std::optional<std::string> fileIdOrNull(const std::string& id)
{
    return id.empty() ? std::nullopt : std::optional(id);
}

Result<std::vector<FileRow>> fileRows(storage::Transaction& transaction, const std::vector<std::string>& ids)
{
    std::map<std::string, FileRow> byId;
    std::vector<std::string> owners;
    SALLYPORT_TRY(storage::inPortions(ids, 1, [&](std::span<const std::string> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("SELECT ").add(fileColumns.text()).add(" FROM files c WHERE c.id IN ").bindList(some);
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, fileColumns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                return {};
            FileRow row = readFile(rows.row());
            owners.push_back(row.file.ownerId.text());
            std::string id = row.file.id.text();
            byId.emplace(std::move(id), std::move(row));
        }
    }));
    SALLYPORT_ASSIGN(const auto names, rows::ownerNames(transaction, std::move(owners)));
    std::vector<FileRow> all;
    all.reserve(ids.size());
    for (const std::string& id : ids) {
        const auto found = byId.find(id);
        if (found == byId.end())
            continue;
        if (const auto name = names.find(found->second.file.ownerId.text()); name != names.end())
            found->second.file.owner = name->second;
        all.push_back(std::move(found->second));
    }
    return all;
}

/// The first column of all rows.
Result<std::vector<std::string>> textsOf(storage::Statement& statement)
{
    std::vector<std::string> texts;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, statement.step());
        if (!found)
            return texts;
        texts.push_back(statement.text());
    }
}

} // namespace

const AttachmentTable& fileTable() noexcept
{
    return tableOfFiles;
}

std::string fileKeyPlace(std::string_view id)
{
    return "files|key|" + std::string(id);
}

Error noSuchFile()
{
    return makeError(ErrorCode::NotFound, "There is no such file.");
}

namespace rows {

Result<FileRow> file(storage::Transaction& transaction, const FileId& id)
{
    SALLYPORT_ASSIGN(std::vector<FileRow> one, fileRows(transaction, {id.text()}));
    if (one.empty())
        return noSuchFile();
    return std::move(one.front());
}

Result<std::vector<StoredFile>> files(storage::Transaction& transaction, const std::vector<std::string>& ids)
{
    SALLYPORT_ASSIGN(std::vector<FileRow> found, fileRows(transaction, ids));
    std::vector<StoredFile> all;
    all.reserve(found.size());
    for (FileRow& row : found)
        all.push_back(std::move(row.file));
    return all;
}

Result<std::vector<std::string>> fileIdsAfter(storage::Transaction& transaction, const std::string& after, std::int64_t most)
{
    SALLYPORT_ASSIGN(auto ids, transaction.prepare("SELECT id FROM files WHERE id > $1 ORDER BY id LIMIT $2"));
    ids.bind(1, after).bind(2, most);
    return textsOf(ids);
}

Result<bool> hasFile(storage::Transaction& transaction, const std::string& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM files WHERE id = $1"));
    row.bind(1, id);
    return row.step();
}

Result<void> insert(storage::Transaction& transaction, const FileRow& row)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO files (id, record_id, owner_id, name, name_key, media_type, "
                                                   "size, sha256, created_at, created_by, key_id, sealed_key) VALUES "
                                                   "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"));
    const StoredFile& file = row.file;
    put.bind(1, file.id).bind(2, fileIdOrNull(file.recordId.text())).bind(3, fileIdOrNull(file.ownerId.text()));
    put.bind(4, file.name).bind(5, textKey(file.name)).bind(6, file.mediaType);
    put.bind(7, static_cast<std::int64_t>(file.size)).bind(8, file.sha256).bind(9, file.createdAt).bind(10, file.owner);
    put.bind(11, std::int64_t{row.keyId}).bind(12, std::span<const std::byte>(row.sealedKey));
    return put.run();
}

Result<void> remove(storage::Transaction& transaction, const FileId& id)
{
    SALLYPORT_ASSIGN(auto drop, transaction.prepare("DELETE FROM files WHERE id = $1"));
    drop.bind(1, id);
    return drop.run();
}

Result<std::vector<std::string>> removeFilesOf(storage::Transaction& transaction, const RecordId& record)
{
    std::vector<std::string> ids;
    {
        SALLYPORT_ASSIGN(auto those, transaction.prepare("SELECT id FROM files WHERE record_id = $1"));
        those.bind(1, record);
        SALLYPORT_ASSIGN(ids, textsOf(those));
    }
    SALLYPORT_ASSIGN(auto drop, transaction.prepare("DELETE FROM files WHERE record_id = $1"));
    drop.bind(1, record);
    SALLYPORT_TRY(drop.run());
    return ids;
}

Result<std::int64_t> countFilesOf(storage::Transaction& transaction, const RecordId& record)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COUNT(*) FROM files WHERE record_id = $1"));
    row.bind(1, record);
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<std::int64_t> sizeOfFiles(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT COALESCE(SUM(size), 0) FROM files"));
    SALLYPORT_TRY(row.step());
    return row.integer();
}

} // namespace rows

} // namespace sallyport::records
