#include "backend/vault/provisional_rows.h"

#include "backend/storage/columns.h"

#include <chrono>

namespace sallyport::rows {

namespace {

using ChangeState = ProvisionalChange::State;

enum class ProvisionalColumn {
    Id,
    Kind,
    State,
    ObjectId,
    ObjectName,
    MakerId,
    MakerKey,
    MakerName,
    MadeAt,
    EndsAt,
    Boot,
    BootAt,
    EndedAt,
    Undo,
    End
};
constexpr storage::Columns<ProvisionalColumn> provisionalColumns{{{ProvisionalColumn::Id, "id"},
                                                                  {ProvisionalColumn::Kind, "kind"},
                                                                  {ProvisionalColumn::State, "state"},
                                                                  {ProvisionalColumn::ObjectId, "object_id"},
                                                                  {ProvisionalColumn::ObjectName, "object_name"},
                                                                  {ProvisionalColumn::MakerId, "maker_id"},
                                                                  {ProvisionalColumn::MakerKey, "maker_key"},
                                                                  {ProvisionalColumn::MakerName, "maker_name"},
                                                                  {ProvisionalColumn::MadeAt, "made_at"},
                                                                  {ProvisionalColumn::EndsAt, "ends_at"},
                                                                  {ProvisionalColumn::Boot, "boot"},
                                                                  {ProvisionalColumn::BootAt, "boot_at"},
                                                                  {ProvisionalColumn::EndedAt, "ended_at"},
                                                                  {ProvisionalColumn::Undo, "undo"}}};
constexpr auto provisionalById = storage::select(provisionalColumns, "FROM provisional_changes WHERE id = $1");
constexpr auto provisionalWaiting =
    storage::select(provisionalColumns, "FROM provisional_changes WHERE state = 'waiting' ORDER BY made_at, id");

ChangeState stateOf(const std::string& word)
{
    return word == provisionalStateWord(ChangeState::Waiting) ? ChangeState::Waiting
           : word == provisionalStateWord(ChangeState::Kept)  ? ChangeState::Kept
                                                              : ChangeState::TakenBack;
}

StoredChange readProvisional(const storage::Row<ProvisionalColumn>& row)
{
    StoredChange stored;
    stored.change.id = row.text(ProvisionalColumn::Id);
    stored.change.kind = access::provisionalKindOf(row.text(ProvisionalColumn::Kind)).value_or(access::ProvisionalKind{});
    stored.change.state = stateOf(row.text(ProvisionalColumn::State));
    stored.change.object = row.text(ProvisionalColumn::ObjectName);
    stored.change.maker = UserId(row.text(ProvisionalColumn::MakerId));
    stored.change.makerKey = KeyId(row.text(ProvisionalColumn::MakerKey));
    stored.change.makerName = row.text(ProvisionalColumn::MakerName);
    stored.change.madeAt = row.time(ProvisionalColumn::MadeAt);
    stored.change.until = row.time(ProvisionalColumn::EndsAt);
    stored.change.endedAt = row.optionalTime(ProvisionalColumn::EndedAt);
    stored.objectId = row.text(ProvisionalColumn::ObjectId);
    stored.undo = row.text(ProvisionalColumn::Undo);
    stored.boot = {row.text(ProvisionalColumn::Boot), std::chrono::microseconds(row.integer(ProvisionalColumn::BootAt))};
    return stored;
}

} // namespace

Result<void> addProvisional(storage::Transaction& transaction, const StoredChange& stored)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO provisional_changes (id, kind, state, object_id, object_name, "
                                                   "maker_id, maker_key, maker_name, made_at, ends_at, boot, boot_at, undo) "
                                                   "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)"));
    const ProvisionalChange& change = stored.change;
    put.bind(1, change.id).bind(2, access::provisionalWord(change.kind)).bind(3, provisionalStateWord(change.state));
    put.bind(4, stored.objectId).bind(5, change.object).bind(6, change.maker).bind(7, change.makerKey);
    put.bind(8, change.makerName).bind(9, change.madeAt).bind(10, change.until).bind(11, stored.boot.id);
    put.bind(12, std::int64_t{stored.boot.since.count()}).bind(13, stored.undo);
    return put.run();
}

Result<std::optional<StoredChange>> provisional(storage::Transaction& transaction, std::string_view id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(provisionalById));
    SALLYPORT_ASSIGN(const bool found, rows.bind(1, id).step());
    return found ? std::optional(readProvisional(rows.row())) : std::nullopt;
}

Result<std::vector<StoredChange>> waitingProvisional(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(provisionalWaiting));
    std::vector<StoredChange> all;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return all;
        all.push_back(readProvisional(rows.row()));
    }
}

Result<void> endProvisional(storage::Transaction& transaction, std::string_view id, ChangeState state, UtcTime at)
{
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("UPDATE provisional_changes SET state = $2, ended_at = $3, undo = '' WHERE id = $1"));
    SALLYPORT_TRY(put.bind(1, id).bind(2, provisionalStateWord(state)).bind(3, at).run());
    SALLYPORT_ASSIGN(auto forget, transaction.prepare("DELETE FROM provisional_members WHERE change_id = $1"));
    return forget.bind(1, id).run();
}

Result<void> setProvisionalUndo(storage::Transaction& transaction, std::string_view id, const std::string& undo)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("UPDATE provisional_changes SET undo = $2 WHERE id = $1"));
    return put.bind(1, id).bind(2, undo).run();
}

Result<void> forgetProvisional(storage::Transaction& transaction, UtcTime time)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM provisional_changes WHERE ended_at < $1"));
    return remove.bind(1, time).run();
}

} // namespace sallyport::rows
