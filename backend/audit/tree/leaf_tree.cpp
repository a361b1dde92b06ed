#include "backend/audit/tree/leaf_tree.h"

#include "backend/audit/event_table.h"
#include "backend/audit/tree/leaf.h"

#include <algorithm>
#include <utility>

namespace sallyport::audit {
namespace {

constexpr std::int64_t leavesRead = 8192; ///< at once
constexpr std::int64_t eventsRead = 256;  ///< at once

Result<bool> isOfItsEvent(storage::Transaction& transaction, const StoredNode& leaf)
{
    SALLYPORT_ASSIGN(const std::int64_t sequence, sequenceAt(transaction, leaf.position));
    SALLYPORT_ASSIGN(const auto events, readRange(transaction, sequence, sequence, 1));
    if (events.empty())
        return true;
    TreeHash hash{};
    if (events.front().hash.size() != hash.size())
        return false;
    std::ranges::copy(events.front().hash, hash.begin());
    return leafOf(events.front().event, hash) == leaf.hash;
}

} // namespace

Result<bool> LeafTree::beginBehind(storage::Transaction& transaction, const SignedHead& head)
{
    auto peaks = peaksOf(storedNodes(transaction), head.size);
    if (!peaks && peaks.error().code == ErrorCode::DatabaseDamaged)
        return false;
    SALLYPORT_TRY(peaks);
    GrowingTree tree(std::move(*peaks), head.size);
    if (tree.root() != head.root)
        return false;
    m_tree = std::move(tree);
    return true;
}

Result<void> LeafTree::grow(storage::Transaction& transaction, std::int64_t size, std::int64_t limit)
{
    SALLYPORT_ASSIGN(const auto leaves,
                     readNodes(transaction, 0, m_tree.size(), std::clamp<std::int64_t>(size - m_tree.size(), 0, limit)));
    for (const StoredNode& leaf : leaves) {
        if (leaf.position != m_tree.size())
            break;
        for (const auto& [level, node] : growBy(m_tree, leaf.hash))
            SALLYPORT_TRY(compare(transaction, level, node));
    }
    if (m_tree.size() < size && (leaves.empty() || leaves.back().position >= m_tree.size()))
        return makeError(ErrorCode::DatabaseDamaged, "The journal's tree has a gap.");
    return {};
}

Result<void> LeafTree::compare(storage::Transaction& transaction, int level, const StoredNode& node)
{
    if (m_different)
        return {};
    SALLYPORT_ASSIGN(const bool same, isStored(transaction, level, node));
    if (!same)
        m_different = Span{node.position << level, std::int64_t{1} << level};
    return {};
}

Result<LeafTree> treeOfLeaves(storage::Store& store, const std::optional<SignedHead>& head, std::int64_t size)
{
    LeafTree tree;
    if (head && head->size <= size)
        SALLYPORT_TRY(store.read([&](storage::Transaction& transaction) { return tree.beginBehind(transaction, *head); }));
    while (tree.size() < size)
        SALLYPORT_TRY(store.read([&](storage::Transaction& transaction) { return tree.grow(transaction, size, leavesRead); }));
    return tree;
}

Result<bool> areOfTheirEvents(storage::Store& store, const LeafTree::Span& leaves)
{
    const std::int64_t end = leaves.first + leaves.size;
    for (std::int64_t next = leaves.first; next < end; next += eventsRead) {
        SALLYPORT_ASSIGN(const bool fit, store.read([&](storage::Transaction& transaction) -> Result<bool> {
            SALLYPORT_ASSIGN(const auto page, readNodes(transaction, 0, next, std::min(eventsRead, end - next)));
            for (const StoredNode& leaf : page) {
                SALLYPORT_ASSIGN(const bool fits, isOfItsEvent(transaction, leaf));
                if (!fits)
                    return false;
            }
            return true;
        }));
        if (!fit)
            return false;
    }
    return true;
}

} // namespace sallyport::audit
