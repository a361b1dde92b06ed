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
    // Leaves of which nobody knows the events are no journal from before the tree: a verification names them.
    return edge.sequence >= head.sequence || (edge.size > 0 && edge.sequence == 0);
}

/// False when there was nothing left, or the leaves don't come nearer to the end.
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
    SALLYPORT_ASSIGN(const TreeEdge reached, readEdge(transaction));
    return !events.empty() && reached.sequence == edge.sequence;
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
