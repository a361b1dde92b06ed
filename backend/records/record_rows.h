#pragma once

#include "backend/access/actor.h"
#include "backend/access/resource.h"
#include "backend/records/record.h"
#include "backend/storage/transaction.h"

#include <map>
#include <string>
#include <vector>

namespace sallyport::records {

/// Columns of `records u`.
enum class RecordColumn {
    Id,
    OwnerId,
    Department,
    Classification,
    Title,
    CreatedAt,
    CreatedBy,
    ChangedAt,
    ChangedBy,
    Version,
    Body,
    End
};
inline constexpr storage::Columns<RecordColumn> recordColumns{{{RecordColumn::Id, "u.id"},
                                                               {RecordColumn::OwnerId, "u.owner_id"},
                                                               {RecordColumn::Department, "u.department"},
                                                               {RecordColumn::Classification, "u.classification"},
                                                               {RecordColumn::Title, "u.title"},
                                                               {RecordColumn::CreatedAt, "u.created_at"},
                                                               {RecordColumn::CreatedBy, "u.created_by"},
                                                               {RecordColumn::ChangedAt, "u.changed_at"},
                                                               {RecordColumn::ChangedBy, "u.changed_by"},
                                                               {RecordColumn::Version, "u.version"},
                                                               {RecordColumn::Body, "u.body"}}};
/// The same without reading the body.
inline constexpr storage::Columns<RecordColumn> lineColumns{{{RecordColumn::Id, "u.id"},
                                                             {RecordColumn::OwnerId, "u.owner_id"},
                                                             {RecordColumn::Department, "u.department"},
                                                             {RecordColumn::Classification, "u.classification"},
                                                             {RecordColumn::Title, "u.title"},
                                                             {RecordColumn::CreatedAt, "u.created_at"},
                                                             {RecordColumn::CreatedBy, "u.created_by"},
                                                             {RecordColumn::ChangedAt, "u.changed_at"},
                                                             {RecordColumn::ChangedBy, "u.changed_by"},
                                                             {RecordColumn::Version, "u.version"},
                                                             {RecordColumn::Body, "''"}}};

/// A sealed member.
struct SealedMember {
    std::string name;
    std::uint32_t keyId = 0;
    Bytes value;
};

/// What a decision may know of a record.
access::Resource resourceOf(const Record& record);
/// How far a list is counted for them.
std::int64_t countedFor(const access::Actor& actor) noexcept;

namespace rows {

/// Without the owner's name and the sensitive members.
Record readRecord(const storage::Row<RecordColumn>& row);
/// The same of one; NotFound.
[[nodiscard]] Result<Record> record(storage::Transaction& transaction, const RecordId& id);
/// Adds what a reader sees beside the row: the names of owners and of sensitive members. A statement each for all.
[[nodiscard]] Result<void> complete(storage::Transaction& transaction, std::vector<Record>& records);
[[nodiscard]] Result<void> complete(storage::Transaction& transaction, Record& record);
[[nodiscard]] Result<std::vector<SealedMember>> members(storage::Transaction& transaction, const RecordId& id);

[[nodiscard]] Result<void> insert(storage::Transaction& transaction, const Record& record);
/// Title, body, department, classification, owner, and one version more.
[[nodiscard]] Result<void> update(storage::Transaction& transaction, const Record& record);
[[nodiscard]] Result<void> remove(storage::Transaction& transaction, const RecordId& id);
/// Adds or replaces.
[[nodiscard]] Result<void> putMember(storage::Transaction& transaction, const RecordId& id, const SealedMember& member);
/// False if there was none of that name.
[[nodiscard]] Result<bool> removeMember(storage::Transaction& transaction, const RecordId& id, const std::string& name);

/// Names of the users and service accounts that there are; `ids` may hold empty ones and some twice.
[[nodiscard]] Result<std::map<std::string, std::string>> ownerNames(storage::Transaction& transaction,
                                                                    std::vector<std::string> ids);
/// A person or service account that can own something.
[[nodiscard]] Result<bool> canOwn(storage::Transaction& transaction, const UserId& id);

} // namespace rows

/// The answer for a record that isn't there, and for one that is none of the caller's business.
Error noSuchRecord();

} // namespace sallyport::records
