#include "backend/audit/chain/chain_base.h"

#include "backend/audit/chain/accepted_damage.h"
#include "backend/audit/event_table.h"

#include <algorithm>

namespace sallyport::audit {

namespace {

enum class BaseColumn { Sequence, Hash, Seal, End };
constexpr storage::Columns<BaseColumn> baseColumns{
    {{BaseColumn::Sequence, "sequence"}, {BaseColumn::Hash, "hash"}, {BaseColumn::Seal, "seal"}}};
constexpr auto storedBase = storage::select(baseColumns, "FROM event_base WHERE id = 1");

Result<ChainHash> sealOf(const Chain& chain, const ChainBase& base)
{
    return chain.seal("base " + std::to_string(base.sequence) + ' ' + hexOf(base.hash));
}

Result<std::int64_t> number(storage::Transaction& transaction, std::string_view sql, std::int64_t parameter,
                            std::int64_t otherwise)
{
    SALLYPORT_ASSIGN(auto statement, transaction.prepare(sql));
    SALLYPORT_ASSIGN(const bool row, statement.bind(1, parameter).step());
    return row && !statement.isNull() ? statement.integer() : otherwise;
}

} // namespace

Result<ChainBase> readBase(storage::Transaction& transaction, const Chain& chain)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(storedBase));
    SALLYPORT_ASSIGN(const bool found, rows.step());
    ChainBase base;
    if (!found)
        return base;
    const auto row = rows.row();
    const Bytes hash = row.blob(BaseColumn::Hash), seal = row.blob(BaseColumn::Seal);
    base.sequence = row.integer(BaseColumn::Sequence);
    std::copy_n(hash.begin(), std::min(hash.size(), base.hash.size()), base.hash.begin());
    SALLYPORT_ASSIGN(const ChainHash expected, sealOf(chain, base));
    return std::ranges::equal(seal, expected) ? base : ChainBase{};
}

Result<void> writeBase(storage::Transaction& transaction, const Chain& chain, const ChainBase& base)
{
    SALLYPORT_ASSIGN(const ChainHash seal, sealOf(chain, base));
    SALLYPORT_ASSIGN(auto statement,
                     transaction.prepare("INSERT INTO event_base (id, sequence, hash, seal) VALUES (1, $1, $2, $3) "
                                         "ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, "
                                         "hash = excluded.hash, seal = excluded.seal"));
    statement.bind(1, base.sequence);
    statement.bind(2, std::span<const std::byte>(base.hash)).bind(3, std::span<const std::byte>(seal));
    return statement.run();
}

Result<std::int64_t> expireSome(storage::Transaction& transaction, const Chain& chain, const ExpiryBound& bound,
                                std::int64_t most)
{
    SALLYPORT_ASSIGN(const ChainBase base, readBase(transaction, chain));
    SALLYPORT_ASSIGN(const TableHead head, readHead(transaction));
    SALLYPORT_ASSIGN(const std::int64_t present,
                     number(transaction, "SELECT MIN(sequence) FROM events WHERE sequence > $1", base.sequence, 0));
    const std::int64_t furthest = std::max(base.sequence, present - 1) + most;
    // The first event that stays: the first that is young enough, the last one in any case.
    SALLYPORT_ASSIGN(auto first,
                     transaction.prepare("SELECT MIN(sequence) FROM events WHERE sequence > $1 AND sequence <= $2 AND "
                                         "sequence >= $3 AND +time >= $4"));
    first.bind(1, base.sequence).bind(2, furthest).bind(3, bound.countBelow).bind(4, bound.before);
    SALLYPORT_ASSIGN(const bool row, first.step());
    const std::int64_t young = std::min(row && !first.isNull() ? first.integer() : head.sequence, bound.keepFrom);
    // A gap right behind the base is somebody else's doing, and stays to be seen; unless it was accepted.
    SALLYPORT_ASSIGN(const auto acceptances, readAcceptances(transaction, chain));
    const bool joined = present == base.sequence + 1 || std::ranges::any_of(acceptances, [&](const Acceptance& one) {
                            return one.first == base.sequence + 1 && one.resumesAt() == present;
                        });
    SALLYPORT_ASSIGN(const std::int64_t last, number(transaction, "SELECT MAX(sequence) FROM events WHERE sequence <= $1",
                                                     std::min({young - 1, head.sequence - 1, furthest}), base.sequence));
    if (!joined || last <= base.sequence)
        return 0;
    SALLYPORT_ASSIGN(const auto hash, readHash(transaction, last));
    if (!hash)
        return 0;
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM events WHERE sequence <= $1"));
    SALLYPORT_TRY(remove.bind(1, last).run());
    const std::int64_t removed = transaction.changes();
    SALLYPORT_ASSIGN(auto notes, transaction.prepare("DELETE FROM purged_events WHERE sequence <= $1"));
    SALLYPORT_TRY(notes.bind(1, last).run());
    SALLYPORT_TRY(writeBase(transaction, chain, {last, *hash}));
    return removed;
}

} // namespace sallyport::audit
