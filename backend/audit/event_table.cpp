#include "backend/audit/event_table.h"

#include "backend/base/encoding.h"

#include <algorithm>
#include <limits>

namespace sallyport::audit {

namespace {

constexpr auto eventRange =
    storage::select(storedColumns, "FROM events e WHERE e.sequence >= $1 AND e.sequence <= $2 ORDER BY e.sequence LIMIT $3");

enum class HeadColumn { Sequence, Hash, Time, End };
constexpr storage::Columns<HeadColumn> headColumns{
    {{HeadColumn::Sequence, "sequence"}, {HeadColumn::Hash, "hash"}, {HeadColumn::Time, "time"}}};
constexpr auto lastEvent = storage::select(headColumns, "FROM events ORDER BY sequence DESC LIMIT 1");

template <typename Enum>
Enum enumOf(std::int64_t number, bool& wellFormed)
{
    if (number >= 0 && number <= 3)
        return static_cast<Enum>(number);
    wellFormed = false;
    return Enum{3};
}

ChainHash hashOf(const Bytes& bytes)
{
    ChainHash hash{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

bool isKeyOf(const Bytes& key, const std::string& address)
{
    const auto parsed = IpAddress::parse(address);
    if (!parsed)
        return key.empty();
    return std::ranges::equal(key, addressKey(*parsed));
}

} // namespace

std::array<std::byte, 16> addressKey(const IpAddress& address)
{
    std::array<std::byte, 16> key{};
    const auto& bytes = address.bytes();
    if (address.isV4()) {
        key[10] = key[11] = std::byte{0xff};
        for (std::size_t i = 0; i < 4; ++i)
            key[12 + i] = std::byte{bytes[i]};
    } else {
        for (std::size_t i = 0; i < 16; ++i)
            key[i] = std::byte{bytes[i]};
    }
    return key;
}

Result<void> insertEvent(storage::Transaction& transaction, const Event& event, const ChainHash& hash)
{
    SALLYPORT_ASSIGN(auto insert, transaction.prepare(
                                      "INSERT INTO events (sequence, time, kind, severity, outcome, actor_kind, actor_id, "
                                      "actor_name, actor_email, object_kind, object_id, object_name, object_email, address, "
                                      "user_agent, request_id, method, path, status, reason, details, hash, address_key) VALUES "
                                      "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, "
                                      "$20, $21, $22, $23)"));
    int index = 0;
    insert.bind(++index, event.sequence);
    insert.bind(++index, event.time);
    insert.bind(++index, std::string_view(event.kind));
    insert.bind(++index, static_cast<std::int64_t>(event.severity));
    insert.bind(++index, static_cast<std::int64_t>(event.outcome));
    for (const std::string* text : {&event.actor.kind, &event.actor.id, &event.actor.name, &event.actor.email, &event.object.kind,
                                    &event.object.id, &event.object.name, &event.object.email, &event.address, &event.userAgent,
                                    &event.requestId, &event.method, &event.path})
        insert.bind(++index, std::string_view(*text));
    insert.bind(++index, std::int64_t{event.status});
    insert.bind(++index, std::string_view(event.reason));
    insert.bind(++index, std::string_view(event.detailsJson));
    insert.bind(++index, std::span<const std::byte>(hash));
    if (const auto address = IpAddress::parse(event.address))
        insert.bind(++index, std::span<const std::byte>(addressKey(*address)));
    else
        insert.bindNull(++index);
    return insert.run();
}

namespace {

/// False if a number is out of its range.
bool readEvent(const storage::Row<StoredColumn>& row, Event& event)
{
    bool wellFormed = true;
    event.sequence = row.integer(StoredColumn::Sequence);
    event.time = row.time(StoredColumn::Time);
    event.kind = row.text(StoredColumn::Kind);
    event.severity = enumOf<Severity>(row.integer(StoredColumn::Severity), wellFormed);
    event.outcome = enumOf<Outcome>(row.integer(StoredColumn::Outcome), wellFormed);
    event.actor.kind = row.text(StoredColumn::ActorKind);
    event.actor.id = row.text(StoredColumn::ActorId);
    event.actor.name = row.text(StoredColumn::ActorName);
    event.actor.email = row.text(StoredColumn::ActorEmail);
    event.object.kind = row.text(StoredColumn::ObjectKind);
    event.object.id = row.text(StoredColumn::ObjectId);
    event.object.name = row.text(StoredColumn::ObjectName);
    event.object.email = row.text(StoredColumn::ObjectEmail);
    event.address = row.text(StoredColumn::Address);
    event.userAgent = row.text(StoredColumn::UserAgent);
    event.requestId = row.text(StoredColumn::RequestId);
    event.method = row.text(StoredColumn::Method);
    event.path = row.text(StoredColumn::Path);
    const std::int64_t status = row.integer(StoredColumn::Status);
    event.status = static_cast<int>(status);
    event.reason = row.text(StoredColumn::Reason);
    event.detailsJson = row.text(StoredColumn::Details);
    return wellFormed && status == event.status;
}

} // namespace

StoredEvent storedEvent(const storage::Row<StoredColumn>& row)
{
    StoredEvent stored;
    stored.wellFormed = readEvent(row, stored.event);
    stored.hash = row.blob(StoredColumn::Hash);
    stored.event.hash = toHex(stored.hash);
    stored.wellFormed = stored.wellFormed && isKeyOf(row.blob(StoredColumn::AddressKey), stored.event.address);
    // A number with a fraction and a text as bytes read as before, and no filter finds them.
    stored.wellFormed = stored.wellFormed && !row.isMistyped();
    return stored;
}

Event shownEvent(const storage::Row<StoredColumn>& row)
{
    Event event;
    readEvent(row, event);
    event.hash = toHex(row.blob(StoredColumn::Hash));
    return event;
}

Result<TableHead> readHead(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(lastEvent));
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return TableHead{};
    const auto row = rows.row();
    return TableHead{row.integer(HeadColumn::Sequence), hashOf(row.blob(HeadColumn::Hash)), row.time(HeadColumn::Time)};
}

Result<std::optional<ChainHash>> readHash(storage::Transaction& transaction, std::int64_t sequence)
{
    SALLYPORT_ASSIGN(auto select, transaction.prepare("SELECT hash FROM events WHERE sequence = $1"));
    SALLYPORT_ASSIGN(const bool found, select.bind(1, sequence).step());
    if (!found)
        return std::optional<ChainHash>();
    return std::optional<ChainHash>(hashOf(select.blob()));
}

Result<void> showRange(storage::Transaction& transaction, std::int64_t first, std::int64_t last,
                       const std::function<void(const Event&)>& show)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(eventRange));
    rows.bind(1, first).bind(2, last).bind(3, std::numeric_limits<std::int64_t>::max());
    Event event;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        readEvent(rows.row(), event);
        event.hash = toHex(rows.row().blob(StoredColumn::Hash));
        show(event);
    }
}

Result<std::vector<StoredEvent>> readRange(storage::Transaction& transaction, std::int64_t first, std::int64_t last,
                                           std::int64_t limit)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(eventRange));
    rows.bind(1, first).bind(2, last).bind(3, limit);
    std::vector<StoredEvent> events;
    // Without a sign: rows that somebody put in lie as far from the others as numbers go.
    const std::uint64_t behind = last < first ? 0 : static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first);
    events.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(behind, std::clamp<std::int64_t>(limit, 0, 1000))) + 1);
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return events;
        events.push_back(storedEvent(rows.row()));
    }
}

} // namespace sallyport::audit
