#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/records/file_rows.h"
#include "backend/records/record_rows.h"
#include "backend/records/records_service.h"

#include <algorithm>
#include <utility>

namespace sallyport::records {

namespace {

using access::Permission;

constexpr std::int64_t membersAtOnce = 200; // sealed anew in one transaction

enum class PlacedColumn { RecordId, Name, KeyId, Value, End };
constexpr storage::Columns<PlacedColumn> placedColumns{{{PlacedColumn::RecordId, "record_id"},
                                                        {PlacedColumn::Name, "name"},
                                                        {PlacedColumn::KeyId, "key_id"},
                                                        {PlacedColumn::Value, "value"}}};
constexpr auto membersBefore =
    storage::select(placedColumns, "FROM record_members WHERE key_id < $1 AND (key_id, record_id, name) > ($2, $3, $4) "
                                   "ORDER BY key_id, record_id, name LIMIT $5");
/// The keys of files in the same shape: each has one, which has no name.
constexpr storage::Columns<PlacedColumn> placedKeyColumns{{{PlacedColumn::RecordId, "id"},
                                                           {PlacedColumn::Name, "''"},
                                                           {PlacedColumn::KeyId, "key_id"},
                                                           {PlacedColumn::Value, "sealed_key"}}};
constexpr auto fileKeysBefore =
    storage::select(placedKeyColumns, "FROM files WHERE key_id < $1 AND (key_id, id, '') > ($2, $3, $4) "
                                      "ORDER BY key_id, id LIMIT $5");
constexpr auto membersAfter = storage::select(placedColumns, "FROM record_members WHERE (record_id, name) > ($1, $2) "
                                                             "ORDER BY record_id, name LIMIT $3");

/// What data keys have sealed.
struct SealedKind {
    std::string_view count; ///< how many under keys before one
    const storage::Query<PlacedColumn>& before;
    std::string_view update; ///< value, key, the two parts of the place, value as it was
    std::string (*placeOf)(std::string_view id, std::string_view name);
};
constexpr SealedKind sealedMembers{"SELECT COUNT(*) FROM record_members WHERE key_id < $1", membersBefore,
                                   "UPDATE record_members SET value = $1, key_id = $2 WHERE record_id = $3 AND name = $4 AND "
                                   "value = $5",
                                   &blob::placeOf};
constexpr SealedKind sealedFileKeys{"SELECT COUNT(*) FROM files WHERE key_id < $1", fileKeysBefore,
                                    "UPDATE files SET sealed_key = $1, key_id = $2 WHERE id = $3 AND '' = $4 AND "
                                    "sealed_key = $5",
                                    [](std::string_view id, std::string_view) { return fileKeyPlace(id); }};

/// A sealed member with where it stands.
struct Placed {
    std::string recordId, name;
    std::int64_t keyId = 0;
    Bytes value;
    SecretBytes open;
    bool broken = false;
};

Placed readPlaced(const storage::Row<PlacedColumn>& row)
{
    Placed placed;
    placed.recordId = row.text(PlacedColumn::RecordId);
    placed.name = row.text(PlacedColumn::Name);
    placed.keyId = row.integer(PlacedColumn::KeyId);
    placed.value = row.blob(PlacedColumn::Value);
    return placed;
}

/// Rows that are bound already, opened one by one.
Result<std::vector<Placed>> openAll(FieldKeys& keys, storage::Transaction& transaction, storage::Rows<PlacedColumn>& rows,
                                    const SealedKind& kind)
{
    std::vector<Placed> all;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        all.push_back(readPlaced(rows.row()));
    }
    for (Placed& placed : all) {
        auto open = keys.open(transaction, placed.value, kind.placeOf(placed.recordId, placed.name));
        if (!open && open.error().code != ErrorCode::CryptoFailure)
            return open.error();
        placed.broken = !open;
        if (open)
            placed.open = std::move(*open);
    }
    return all;
}

Result<std::int64_t> count(storage::Transaction& transaction, std::string_view constantSql, std::int64_t before)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(constantSql));
    row.bind(1, before);
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Error someAreDamaged(std::size_t records, std::size_t files)
{
    const std::string which = files == 0     ? "Sensitive values of " + std::to_string(records) + " record(s)"
                              : records == 0 ? "The keys of " + std::to_string(files) + " file(s)"
                                             : "Sensitive values of " + std::to_string(records) + " record(s) and the keys of " +
                                                   std::to_string(files) + " file(s)";
    Error error(ErrorCode::CryptoFailure, which + " do not open where they stand; 'sallyportd doctor' names them.");
    error.word = "record_damaged";
    return error;
}

} // namespace

void RecordsService::onRotated(std::function<void()> listener)
{
    const std::lock_guard lock(m_listenerMutex);
    m_rotated = std::move(listener);
}

Result<EncryptionState> RecordsService::stateOf(storage::Transaction& transaction) const
{
    SALLYPORT_ASSIGN(const FieldKeys::Current current, FieldKeys::current(transaction));
    EncryptionState state;
    state.keyId = current.id;
    state.keySince = current.since;
    state.uses = current.reserved;
    state.usesMay = m_keys.bounds().usesOfOne;
    SALLYPORT_ASSIGN(state.members, count(transaction, sealedMembers.count, INT64_MAX));
    SALLYPORT_ASSIGN(state.files, count(transaction, sealedFileKeys.count, INT64_MAX));
    SALLYPORT_ASSIGN(const std::int64_t members, count(transaction, sealedMembers.count, state.keyId));
    SALLYPORT_ASSIGN(const std::int64_t files, count(transaction, sealedFileKeys.count, state.keyId));
    state.waiting = members + files;
    return state;
}

Result<EncryptionState> RecordsService::encryption(const access::Actor& actor)
{
    SALLYPORT_TRY(may(actor, Permission::SettingsRead));
    return m_parts.store.read([this](storage::Transaction& transaction) { return stateOf(transaction); });
}

Result<EncryptionState> RecordsService::rotateKey(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, may(actor, Permission::SettingsUpdate));
    SALLYPORT_TRY(m_keys.rotate(access::eventBy(current, audit::kind::recordKeyRotated)));
    {
        const std::lock_guard lock(m_listenerMutex);
        if (m_rotated)
            m_rotated();
    }
    return m_parts.store.read([this](storage::Transaction& transaction) { return stateOf(transaction); });
}

namespace {

/// Each batch is a transaction, and what it has done isn't found any more: after a crash it goes on where it was. What doesn't
/// open stays as it is, and so does its key; it is told in `broken`.
Result<void> sealAnew(storage::Store& store, FieldKeys& keys, const SealedKind& kind,
                      const std::function<bool(std::int64_t)>& progress, std::int64_t& done, std::vector<std::string>& broken)
{
    Placed last;
    last.keyId = -1;
    for (;;) {
        if (!progress(done))
            return makeError(ErrorCode::Cancelled, "Sealing anew was stopped; it goes on another time.");
        SALLYPORT_ASSIGN(FieldKeys::Portion portion, keys.take(membersAtOnce));
        SALLYPORT_ASSIGN(std::vector<Placed> batch,
                         store.read([&](storage::Transaction& transaction) -> Result<std::vector<Placed>> {
                             SALLYPORT_ASSIGN(auto rows, transaction.prepare(kind.before));
                             rows.bind(1, std::int64_t{portion.keyId()}).bind(2, last.keyId).bind(3, last.recordId);
                             rows.bind(4, last.name).bind(5, membersAtOnce);
                             return openAll(keys, transaction, rows, kind);
                         }));
        if (batch.empty())
            return {};
        std::vector<Bytes> sealed;
        for (const Placed& placed : batch) {
            if (placed.broken) {
                if (broken.empty() || broken.back() != placed.recordId)
                    broken.push_back(placed.recordId);
                sealed.emplace_back();
                continue;
            }
            SALLYPORT_ASSIGN(Bytes blob, portion.seal(placed.open.bytes(), kind.placeOf(placed.recordId, placed.name)));
            sealed.push_back(std::move(blob));
        }
        const auto put = [&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_TRY(FieldKeys::requireKey(transaction, portion.keyId()));
            for (std::size_t at = 0; at < batch.size(); ++at) {
                if (batch[at].broken)
                    continue;
                // Only if nobody has changed it since it was read.
                SALLYPORT_ASSIGN(auto one, transaction.prepare(kind.update));
                one.bind(1, std::span<const std::byte>(sealed[at])).bind(2, std::int64_t{portion.keyId()});
                one.bind(3, batch[at].recordId).bind(4, batch[at].name).bind(5, std::span<const std::byte>(batch[at].value));
                SALLYPORT_TRY(one.run());
            }
            return {};
        };
        SALLYPORT_TRY(store.write(put));
        done += static_cast<std::int64_t>(batch.size());
        last = std::move(batch.back());
    }
}

} // namespace

Result<EncryptionState> RecordsService::encryptAnew(const access::Actor& actor,
                                                    const std::function<bool(std::int64_t, std::int64_t)>& progress)
{
    SALLYPORT_ASSIGN(const access::Actor current, may(actor, Permission::SettingsUpdate));
    SALLYPORT_ASSIGN(const EncryptionState begun,
                     m_parts.store.read([this](storage::Transaction& transaction) { return stateOf(transaction); }));
    std::int64_t done = 0;
    std::vector<std::string> broken, brokenFiles; // records and files
    if (begun.waiting > 0) {
        const auto goesOn = [&](std::int64_t soFar) { return !progress || progress(soFar, begun.waiting); };
        SALLYPORT_TRY(sealAnew(m_parts.store, m_keys, sealedMembers, goesOn, done, broken));
        SALLYPORT_TRY(sealAnew(m_parts.store, m_keys, sealedFileKeys, goesOn, done, brokenFiles));
    }
    for (const std::string& id : broken)
        (void) damaged(current, RecordId(id), {});
    SALLYPORT_ASSIGN(const std::int64_t gone, m_keys.dropUnused());
    if (gone > 0) {
        audit::Event event = access::eventBy(current, audit::kind::recordsEncryptedAnew);
        event.detailsJson = audit::Details().number("members", done).number("keys_deleted", gone).json();
        SALLYPORT_TRY(m_parts.journal.record(std::move(event)));
    }
    if (!broken.empty() || !brokenFiles.empty())
        return someAreDamaged(broken.size(), brokenFiles.size());
    return m_parts.store.read([this](storage::Transaction& transaction) { return stateOf(transaction); });
}

Result<std::vector<RecordId>> RecordsService::findDamaged(const access::Actor& actor)
{
    SALLYPORT_ASSIGN(const access::Actor current, may(actor, Permission::SettingsRead));
    std::vector<RecordId> broken;
    Placed last;
    for (;;) {
        SALLYPORT_ASSIGN(std::vector<Placed> batch,
                         m_parts.store.read([&](storage::Transaction& transaction) -> Result<std::vector<Placed>> {
                             SALLYPORT_ASSIGN(auto rows, transaction.prepare(membersAfter));
                             rows.bind(1, last.recordId).bind(2, last.name).bind(3, membersAtOnce);
                             return openAll(m_keys, transaction, rows, sealedMembers);
                         }));
        if (batch.empty())
            break;
        for (const Placed& placed : batch) {
            if (placed.broken && (broken.empty() || broken.back().text() != placed.recordId))
                broken.emplace_back(placed.recordId);
        }
        last = std::move(batch.back());
    }
    for (const RecordId& id : broken)
        (void) damaged(current, id, {});
    return broken;
}

} // namespace sallyport::records
