#include "backend/records/record_rows.h"

#include "backend/base/case_fold.h"
#include "backend/records/record_limits.h"
#include "backend/storage/sql_text.h"

#include <algorithm>
#include <map>
#include <utility>

namespace sallyport::records {

namespace {

constexpr auto recordById = storage::select(recordColumns, "FROM records u WHERE u.id = $1");

enum class MemberColumn { Name, KeyId, Value, End };
constexpr storage::Columns<MemberColumn> memberColumns{
    {{MemberColumn::Name, "name"}, {MemberColumn::KeyId, "key_id"}, {MemberColumn::Value, "value"}}};
constexpr auto membersOf = storage::select(memberColumns, "FROM record_members WHERE record_id = $1 ORDER BY name");

enum class PairColumn { Id, Name, End };
constexpr storage::Columns<PairColumn> memberNameColumns{{{PairColumn::Id, "record_id"}, {PairColumn::Name, "name"}}};
constexpr storage::Columns<PairColumn> ownerColumns{{{PairColumn::Id, "id"}, {PairColumn::Name, "name"}}};

/// What a statement finds for a list of ids, in portions.
template <typename Add>
Result<void> eachPair(storage::Transaction& transaction, const storage::Columns<PairColumn>& columns, std::string_view from,
                      std::string_view order, const std::vector<std::string>& ids, const Add& add)
{
    return storage::inPortions(ids, 1, [&](std::span<const std::string> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("SELECT ").add(columns.text()).add(from).bindList(some).add(order);
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, columns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                return {};
            add(rows.row().text(PairColumn::Id), rows.row().text(PairColumn::Name));
        }
    });
}

std::optional<std::string> textOrNull(const std::string& text)
{
    return text.empty() ? std::nullopt : std::optional(text);
}

} // namespace

Error noSuchRecord()
{
    return makeError(ErrorCode::NotFound, "There is no such record.");
}

access::Resource resourceOf(const Record& record)
{
    access::Resource resource;
    resource.kind = access::ResourceKind::Record;
    resource.id = record.id.text();
    if (!record.ownerId.empty())
        resource.ownerId = record.ownerId.text();
    resource.department = record.department;
    resource.classification = std::string(classificationWord(record.classification));
    if (!record.id.empty()) {
        resource.createdAt = record.createdAt;
        resource.changedAt = record.changedAt;
    }
    return resource;
}

std::int64_t countedFor(const access::Actor& actor) noexcept
{
    return actor.kind == access::Actor::Kind::Operator ? countedForConsole : countedExactly;
}

namespace rows {

Record readRecord(const storage::Row<RecordColumn>& row)
{
    Record record;
    record.id = RecordId(row.text(RecordColumn::Id));
    record.ownerId = UserId(row.text(RecordColumn::OwnerId));
    if (!row.isNull(RecordColumn::Department))
        record.department = row.text(RecordColumn::Department);
    // What is none of the words can't be stored; the strictest is right for what can't be.
    record.classification = findClassification(row.text(RecordColumn::Classification)).value_or(Classification::Restricted);
    record.title = row.text(RecordColumn::Title);
    record.createdAt = row.time(RecordColumn::CreatedAt);
    record.createdBy = row.text(RecordColumn::CreatedBy);
    record.changedAt = row.time(RecordColumn::ChangedAt);
    record.changedBy = row.text(RecordColumn::ChangedBy);
    record.version = row.integer(RecordColumn::Version);
    record.body = row.text(RecordColumn::Body);
    return record;
}

Result<Record> record(storage::Transaction& transaction, const RecordId& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(recordById));
    rows.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return noSuchRecord();
    return readRecord(rows.row());
}

Result<std::map<std::string, std::string>> ownerNames(storage::Transaction& transaction, std::vector<std::string> ids)
{
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    std::erase(ids, std::string());
    std::map<std::string, std::string> names;
    const auto addName = [&names](const std::string& id, std::string name) { names.emplace(id, std::move(name)); };
    SALLYPORT_TRY(eachPair(transaction, ownerColumns, " FROM users WHERE id IN ", "", ids, addName));
    std::erase_if(ids, [&names](const std::string& id) { return names.contains(id); });
    SALLYPORT_TRY(eachPair(transaction, ownerColumns, " FROM service_accounts WHERE id IN ", "", ids, addName));
    return names;
}

Result<void> complete(storage::Transaction& transaction, std::vector<Record>& records)
{
    std::map<std::string, Record*> byId;
    std::vector<std::string> ids, owners;
    for (Record& record : records) {
        byId.emplace(record.id.text(), &record);
        ids.push_back(record.id.text());
        if (!record.ownerId.empty())
            owners.push_back(record.ownerId.text());
    }
    SALLYPORT_TRY(eachPair(transaction, memberNameColumns, " FROM record_members WHERE record_id IN ",
                           " ORDER BY record_id, name", ids,
                           [&](const std::string& id, std::string name) { byId.at(id)->sensitive.push_back(std::move(name)); }));
    SALLYPORT_ASSIGN(const auto names, ownerNames(transaction, std::move(owners)));
    for (Record& record : records) {
        if (const auto name = names.find(record.ownerId.text()); name != names.end())
            record.owner = name->second;
    }
    return {};
}

Result<void> complete(storage::Transaction& transaction, Record& record)
{
    std::vector<Record> one;
    one.push_back(std::move(record));
    const Result<void> done = complete(transaction, one);
    record = std::move(one.front());
    return done;
}

Result<std::vector<SealedMember>> members(storage::Transaction& transaction, const RecordId& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(membersOf));
    rows.bind(1, id);
    std::vector<SealedMember> all;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return all;
        const auto row = rows.row();
        all.push_back({row.text(MemberColumn::Name), static_cast<std::uint32_t>(row.integer(MemberColumn::KeyId)),
                       row.blob(MemberColumn::Value)});
    }
}

Result<void> insert(storage::Transaction& transaction, const Record& record)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO records (id, owner_id, department, department_key, classification, "
                                         "secrecy, title, title_key, created_at, created_by, changed_at, changed_by, "
                                         "body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"));
    put.bind(1, record.id).bind(2, textOrNull(record.ownerId.text())).bind(3, record.department);
    put.bind(4, textKey(record.department.value_or(std::string()))).bind(5, classificationWord(record.classification));
    put.bind(6, static_cast<std::int64_t>(record.classification)).bind(7, record.title).bind(8, textKey(record.title));
    put.bind(9, record.createdAt).bind(10, record.createdBy).bind(11, record.changedAt).bind(12, record.changedBy);
    put.bind(13, record.body);
    return put.run();
}

Result<void> update(storage::Transaction& transaction, const Record& record)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("UPDATE records SET owner_id = $2, department = $3, department_key = $4, "
                                                   "classification = $5, secrecy = $6, title = $7, title_key = $8, "
                                                   "changed_at = $9, changed_by = $10, body = $11, version = version + 1 "
                                                   "WHERE id = $1"));
    put.bind(1, record.id).bind(2, textOrNull(record.ownerId.text())).bind(3, record.department);
    put.bind(4, textKey(record.department.value_or(std::string()))).bind(5, classificationWord(record.classification));
    put.bind(6, static_cast<std::int64_t>(record.classification)).bind(7, record.title).bind(8, textKey(record.title));
    put.bind(9, record.changedAt).bind(10, record.changedBy).bind(11, record.body);
    return put.run();
}

Result<void> remove(storage::Transaction& transaction, const RecordId& id)
{
    SALLYPORT_ASSIGN(auto members, transaction.prepare("DELETE FROM record_members WHERE record_id = $1"));
    members.bind(1, id);
    SALLYPORT_TRY(members.run());
    SALLYPORT_ASSIGN(auto record, transaction.prepare("DELETE FROM records WHERE id = $1"));
    record.bind(1, id);
    return record.run();
}

Result<void> putMember(storage::Transaction& transaction, const RecordId& id, const SealedMember& member)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO record_members (record_id, name, key_id, value) "
                                                   "VALUES ($1, $2, $3, $4) ON CONFLICT (record_id, name) DO UPDATE SET "
                                                   "key_id = $3, value = $4"));
    put.bind(1, id).bind(2, member.name).bind(3, std::int64_t{member.keyId});
    put.bind(4, std::span<const std::byte>(member.value));
    return put.run();
}

Result<bool> removeMember(storage::Transaction& transaction, const RecordId& id, const std::string& name)
{
    SALLYPORT_ASSIGN(auto drop, transaction.prepare("DELETE FROM record_members WHERE record_id = $1 AND name = $2"));
    drop.bind(1, id).bind(2, name);
    SALLYPORT_TRY(drop.run());
    return transaction.changes() > 0;
}

Result<bool> canOwn(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM users WHERE id = $1 UNION ALL "
                                                   "SELECT 1 FROM service_accounts WHERE id = $1"));
    row.bind(1, id);
    return row.step();
}

} // namespace rows

} // namespace sallyport::records
