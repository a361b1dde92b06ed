#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/event.h"
#include "backend/base/ip_address.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <functional>
#include <optional>

namespace sallyport::audit {

/// A row of `events` as it stands there, also if somebody else has written it.
struct StoredEvent {
    Event event;
    Bytes hash;
    /// False if a number is out of its range, a value has another type than its column or the address key isn't that of the
    /// address: then the event isn't ours.
    bool wellFormed = true;
};

/// The end of the chain as the table has it: sequence 0 and chainStart if it is empty.
struct TableHead {
    std::int64_t sequence = 0;
    ChainHash hash = chainStart;
    UtcTime time;
};

/// The columns of a table called `e`.
enum class StoredColumn {
    Sequence,
    Time,
    Kind,
    Severity,
    Outcome,
    ActorKind,
    ActorId,
    ActorName,
    ActorEmail,
    ObjectKind,
    ObjectId,
    ObjectName,
    ObjectEmail,
    Address,
    UserAgent,
    RequestId,
    Method,
    Path,
    Status,
    Reason,
    Details,
    Hash,
    AddressKey,
    End
};

inline constexpr storage::Columns<StoredColumn> storedColumns{{{StoredColumn::Sequence, "e.sequence"},
                                                               {StoredColumn::Time, "e.time"},
                                                               {StoredColumn::Kind, "e.kind"},
                                                               {StoredColumn::Severity, "e.severity"},
                                                               {StoredColumn::Outcome, "e.outcome"},
                                                               {StoredColumn::ActorKind, "e.actor_kind"},
                                                               {StoredColumn::ActorId, "e.actor_id"},
                                                               {StoredColumn::ActorName, "e.actor_name"},
                                                               {StoredColumn::ActorEmail, "e.actor_email"},
                                                               {StoredColumn::ObjectKind, "e.object_kind"},
                                                               {StoredColumn::ObjectId, "e.object_id"},
                                                               {StoredColumn::ObjectName, "e.object_name"},
                                                               {StoredColumn::ObjectEmail, "e.object_email"},
                                                               {StoredColumn::Address, "e.address"},
                                                               {StoredColumn::UserAgent, "e.user_agent"},
                                                               {StoredColumn::RequestId, "e.request_id"},
                                                               {StoredColumn::Method, "e.method"},
                                                               {StoredColumn::Path, "e.path"},
                                                               {StoredColumn::Status, "e.status"},
                                                               {StoredColumn::Reason, "e.reason"},
                                                               {StoredColumn::Details, "e.details"},
                                                               {StoredColumn::Hash, "e.hash"},
                                                               {StoredColumn::AddressKey, "e.address_key"}}};

/// 16 bytes that sort as networks do; IPv4 as ::ffff:a.b.c.d.
std::array<std::byte, 16> addressKey(const IpAddress& address);

Result<void> insertEvent(storage::Transaction& transaction, const Event& event, const ChainHash& hash);
StoredEvent storedEvent(const storage::Row<StoredColumn>& row);
/// The same for who only shows it: not asked whether it is ours.
Event shownEvent(const storage::Row<StoredColumn>& row);
Result<TableHead> readHead(storage::Transaction& transaction);
/// The stored hash of one event, nothing if there is no such row.
Result<std::optional<ChainHash>> readHash(storage::Transaction& transaction, std::int64_t sequence);
/// Shows those from `first` to `last`, oldest first, one after the other in the same place.
Result<void> showRange(storage::Transaction& transaction, std::int64_t first, std::int64_t last,
                       const std::function<void(const Event&)>& show);
/// At most `limit` events from `first` to `last`, oldest first.
Result<std::vector<StoredEvent>> readRange(storage::Transaction& transaction, std::int64_t first, std::int64_t last,
                                           std::int64_t limit);

} // namespace sallyport::audit
