#include "backend/audit/tree/tree_fill.h"

#include "backend/audit/event_table.h"
#include "backend/audit/tree/leaf.h"
#include "backend/audit/tree/tree_table.h"

#include <algorithm>
#include <limits>

namespace sallyport::audit {
namespace {

constexpr std::int64_t filledAtOnce = 5'000;

Result<bool> isFilled(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(const TableHead head, readHead(transaction));
    SALLYPORT_ASSIGN(const TreeEdge edge, readEdge(transaction));
    return edge.sequence >= head.sequence;
}

/// False when there was nothing left.
Result<bool> fillSome(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(TreeEdge edge, readEdge(transaction));
    SALLYPORT_ASSIGN(const auto events,
                     readRange(transaction, edge.sequence + 1, std::numeric_limits<std::int64_t>::max(), filledAtOnce));
    for (const StoredEvent& stored : events) {
        ChainHash own{};
        std::copy_n(stored.hash.begin(), std::min(stored.hash.size(), own.size()), own.begin());
        SALLYPORT_TRY(addLeaf(transaction, edge, stored.event.sequence, leafOf(stored.event, own)));
    }
    return !events.empty();
}

} // namespace

Result<void> fillTree(storage::Store& store)
{
    SALLYPORT_ASSIGN(bool filled, store.read(isFilled));
    while (!filled) {
        SALLYPORT_ASSIGN(const bool some, store.write(fillSome));
        filled = !some;
    }
    return {};
}

} // namespace sallyport::audit
