#include "backend/retention/event_sizes.h"

#include "backend/storage/columns.h"

#include <set>

namespace sallyport::retention {
namespace {

constexpr std::int64_t block = 8'192; // as the migration says
constexpr std::int64_t measuredAtOnce = 50'000;

/// Six numbers, the hash and the key of the address beside the texts.
#define SALLYPORT_EVENT_BYTES                                                                                                    \
    "(48 + octet_length(e.hash) + coalesce(octet_length(e.address_key), 0) + octet_length(e.kind) + octet_length(e.actor_kind) " \
    "+ "                                                                                                                         \
    "octet_length(e.actor_id) + octet_length(e.actor_name) + octet_length(e.actor_email) + octet_length(e.object_kind) + "       \
    "octet_length(e.object_id) + octet_length(e.object_name) + octet_length(e.object_email) + octet_length(e.address) + "        \
    "octet_length(e.user_agent) + octet_length(e.request_id) + octet_length(e.method) + octet_length(e.path) + "                 \
    "octet_length(e.reason) + octet_length(e.details))"

enum class BlockColumn { Block, Events, End };
constexpr storage::Columns<BlockColumn> storedBlockColumns{
    {{BlockColumn::Block, "sequence / 8192 AS block"}, {BlockColumn::Events, "COUNT(*)"}}};
constexpr auto storedBlocks = storage::select(storedBlockColumns, "FROM events GROUP BY block ORDER BY block");
constexpr storage::Columns<BlockColumn> knownBlockColumns{{{BlockColumn::Block, "block"}, {BlockColumn::Events, "events"}}};
constexpr auto knownBlocks = storage::select(knownBlockColumns, "FROM event_sizes ORDER BY block");

enum class SumColumn { Events, Bytes, End };
constexpr storage::Columns<SumColumn> knownSumColumns{
    {{SumColumn::Events, "coalesce(MAX(block), -1)"}, {SumColumn::Bytes, "coalesce(SUM(bytes), 0)"}}};
constexpr auto knownSum = storage::select(knownSumColumns, "FROM event_sizes");
constexpr storage::Columns<SumColumn> newestColumns{
    {{SumColumn::Events, "COUNT(*)"}, {SumColumn::Bytes, "coalesce(SUM(n.bytes), 0)"}}};
constexpr auto newestSum = storage::select(newestColumns, "FROM (SELECT " SALLYPORT_EVENT_BYTES
                                                          " AS bytes FROM events e WHERE e.sequence >= $1 ORDER BY e.sequence "
                                                          "DESC LIMIT $2) n");

enum class SizedColumn { Sequence, Kind, Bytes, End };
constexpr storage::Columns<SizedColumn> sizedColumns{
    {{SizedColumn::Sequence, "e.sequence"}, {SizedColumn::Kind, "e.kind"}, {SizedColumn::Bytes, SALLYPORT_EVENT_BYTES}}};

using Blocks = std::vector<std::pair<std::int64_t, std::int64_t>>;

Result<Blocks> blocksOf(storage::Transaction& transaction, const storage::Query<BlockColumn>& query)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(query));
    Blocks blocks;
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return blocks;
        blocks.emplace_back(rows.row().integer(BlockColumn::Block), rows.row().integer(BlockColumn::Events));
    }
}

Result<void> forget(storage::Transaction& transaction, std::int64_t number)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM event_sizes WHERE block = $1"));
    return remove.bind(1, number).run();
}

Result<void> measure(storage::Transaction& transaction, std::int64_t number)
{
    SALLYPORT_TRY(forget(transaction, number));
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO event_sizes (block, events, bytes) SELECT $1, COUNT(*), "
                                         "SUM(" SALLYPORT_EVENT_BYTES
                                         ") FROM events e WHERE e.sequence >= $2 AND e.sequence < $3 HAVING COUNT(*) > 0"));
    return put.bind(1, number).bind(2, number * block).bind(3, (number + 1) * block).run();
}

} // namespace

Result<StoredSize> storedSize(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto known, transaction.prepare(knownSum));
    SALLYPORT_TRY(known.step());
    StoredSize size{known.row().integer(SumColumn::Bytes)};
    const std::int64_t from = (known.row().integer(SumColumn::Events) + 1) * block;
    SALLYPORT_ASSIGN(auto rest, transaction.prepare("SELECT COUNT(*) FROM events WHERE sequence >= $1"));
    SALLYPORT_TRY(rest.bind(1, from).step());
    const std::int64_t all = rest.integer();
    SALLYPORT_ASSIGN(auto newest, transaction.prepare(newestSum));
    newest.bind(1, from).bind(2, measuredAtOnce);
    SALLYPORT_TRY(newest.step());
    const std::int64_t measured = newest.row().integer(SumColumn::Events), bytes = newest.row().integer(SumColumn::Bytes);
    size.about = measured < all;
    size.bytes += size.about ? bytes / measured * all : bytes;
    return size;
}

Result<std::int64_t> measureSizes(storage::Store& store)
{
    Blocks stored, known;
    SALLYPORT_TRY(store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(stored, blocksOf(transaction, storedBlocks));
        SALLYPORT_ASSIGN(known, blocksOf(transaction, knownBlocks));
        return {};
    }));
    if (!stored.empty())
        stored.pop_back(); // grows still
    const std::set<std::pair<std::int64_t, std::int64_t>> right(stored.begin(), stored.end()), were(known.begin(), known.end());
    for (const auto& one : known) {
        if (!right.contains(one))
            SALLYPORT_TRY(store.write([&](storage::Transaction& transaction) { return forget(transaction, one.first); }));
    }
    for (const auto& one : stored) {
        if (!were.contains(one))
            SALLYPORT_TRY(store.write([&](storage::Transaction& transaction) { return measure(transaction, one.first); }));
    }
    SALLYPORT_ASSIGN(const StoredSize size, store.read(storedSize));
    return size.bytes;
}

Result<void> forgetSizes(storage::Transaction& transaction, std::span<const std::int64_t> sequences)
{
    std::set<std::int64_t> blocks;
    for (const std::int64_t sequence : sequences)
        blocks.insert(sequence / block);
    for (const std::int64_t number : blocks)
        SALLYPORT_TRY(forget(transaction, number));
    return {};
}

Result<std::vector<SizedEvent>> oldestOf(storage::Transaction& transaction, const Plan& plan, audit::Severity severity,
                                         std::int64_t after, std::int64_t below, std::int64_t most)
{
    storage::SqlText sql;
    sql.add("SELECT ").add(sizedColumns.text()).add(" FROM events e WHERE e.sequence > ").bind(after);
    sql.add(" AND e.sequence < ").bind(below);
    if (severity != audit::Severity::Info)
        sql.add(" AND e.severity <> 0"); // the index knows no others
    sql.add(" AND e.severity = ").bind(static_cast<std::int64_t>(severity));
    addNotHeld(sql, plan.holds);
    sql.add(" ORDER BY e.sequence LIMIT ").bind(most);
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, sizedColumns));
    std::vector<SizedEvent> found;
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return found;
        const auto row = rows.row();
        found.push_back({row.integer(SizedColumn::Sequence), row.text(SizedColumn::Kind), row.integer(SizedColumn::Bytes)});
    }
}

} // namespace sallyport::retention
