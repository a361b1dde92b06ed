#pragma once

#include "backend/audit/tree/head_key.h"
#include "backend/audit/tree/tree_table.h"

#include <optional>

namespace sallyport::audit {

/// The tree as its leaves make it, in constant memory. Nodes that are stored above them are compared on the way and never taken
/// on trust: who changes one must not get a signature over it. For one thread.
class LeafTree {
public:
    /// Begins behind the leaves of `head`, which must be genuine, if what is stored leads to its root: then they needn't be read
    /// again. False, and nothing is begun, if it doesn't. Before the first leaf only.
    Result<bool> beginBehind(storage::Transaction& transaction, const SignedHead& head);
    /// Adds the next leaves up to `size`, at most `limit` of them. DatabaseDamaged if one is missing.
    Result<void> grow(storage::Transaction& transaction, std::int64_t size, std::int64_t limit);

    std::int64_t size() const noexcept { return m_tree.size(); }
    TreeHash root() const { return m_tree.root(); }
    /// Leaves below a node.
    struct Span {
        std::int64_t first = 0, size = 0;
    };
    /// Those below the first stored node that isn't what its leaves make; nothing if all are.
    const std::optional<Span>& firstDifferent() const noexcept { return m_different; }

private:
    Result<void> compare(storage::Transaction& transaction, int level, const StoredNode& node);

    GrowingTree m_tree;
    std::optional<Span> m_different;
};

/// The tree of `size` leaves, of which `head` (if there is one) vouches for the first. Reads page by page: the time that it
/// takes is that of the leaves behind the head, or of all if what is stored doesn't lead to it. DatabaseDamaged as
/// LeafTree::grow.
Result<LeafTree> treeOfLeaves(storage::Store& store, const std::optional<SignedHead>& head, std::int64_t size);

/// False if a leaf of the span is another than its event makes. An event that is gone says nothing of its leaf. Blocks.
Result<bool> areOfTheirEvents(storage::Store& store, const LeafTree::Span& leaves);

} // namespace sallyport::audit
