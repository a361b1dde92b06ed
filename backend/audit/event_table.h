#pragma once

#include "backend/audit/chain.h"
#include "backend/audit/event.h"
#include "backend/base/ip_address.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <optional>

namespace sallyport::audit {

/// A row of `events` as it stands there, also if somebody else has written it.
struct StoredEvent {
    Event event;
    Bytes hash;
    /// False if a number is out of its range or the address key isn't that of the address: then the event isn't ours.
    bool wellFormed = true;
};

/// The end of the chain as the table has it: sequence 0 and chainStart if it is empty.
struct TableHead {
    std::int64_t sequence = 0;
    ChainHash hash = chainStart;
    UtcTime time;
};

/// The columns that `storedEvent` reads, from the current row's first column on.
#define SALLYPORT_EVENT_COLUMNS                                                                                                  \
    "e.sequence, e.time, e.kind, e.severity, e.outcome, e.actor_kind, e.actor_id, e.actor_name, e.actor_email, "                 \
    "e.object_kind, e.object_id, e.object_name, e.object_email, e.address, e.user_agent, e.request_id, e.method, "               \
    "e.path, e.status, e.reason, e.details, e.hash, e.address_key"

/// 16 bytes that sort as networks do; IPv4 as ::ffff:a.b.c.d.
std::array<std::byte, 16> addressKey(const IpAddress& address);

Result<void> insertEvent(storage::Transaction& transaction, const Event& event, const ChainHash& hash);
StoredEvent storedEvent(const storage::Statement& row);
Result<TableHead> readHead(storage::Transaction& transaction);
/// The stored hash of one event, nothing if there is no such row.
Result<std::optional<ChainHash>> readHash(storage::Transaction& transaction, std::int64_t sequence);
/// At most `limit` events from `first` to `last`, oldest first.
Result<std::vector<StoredEvent>> readRange(storage::Transaction& transaction, std::int64_t first, std::int64_t last,
                                           std::int64_t limit);

} // namespace sallyport::audit
