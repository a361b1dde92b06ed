#pragma once

#include "backend/audit/tree/merkle.h"
#include "backend/storage/store.h"

#include <optional>
#include <utility>
#include <vector>

namespace sallyport::audit {

// The tree as the database keeps it: every leaf, and the nodes of every eighth level. A proof over ten million leaves reads some
// dozen short ranges; appending reads 255 leaves once in 256 times.

/// Levels between two that are stored.
inline constexpr int storedLevels = 8;

/// Where the tree ends.
struct TreeEdge {
    std::int64_t size = 0;     ///< leaves
    std::int64_t sequence = 0; ///< the event of the last leaf; 0: there is none
};

Result<TreeEdge> readEdge(storage::Transaction& transaction);
/// Adds the leaf of event `sequence` behind `edge`, which moves on.
Result<void> addLeaf(storage::Transaction& transaction, TreeEdge& edge, std::int64_t sequence, const TreeHash& leaf);

/// Complete subtrees, for roots and proofs, as long as the transaction. DatabaseDamaged if a leaf is missing; other nodes that
/// are are made of leaves.
NodeSource storedNodes(storage::Transaction& transaction);

/// The same of leaves alone, for where what is stored above them doesn't lead to a signed root. Takes the time of all leaves
/// below what is asked for.
NodeSource leafNodes(storage::Transaction& transaction);

/// In the place of one that stands there.
Result<void> writeNode(storage::Transaction& transaction, int level, std::int64_t position, const TreeHash& hash);

/// Which leaf is of the event; nothing if none is.
Result<std::optional<std::int64_t>> positionOf(storage::Transaction& transaction, std::int64_t sequence);
/// Which event leaf `position` is of; 0 if there is no such leaf.
Result<std::int64_t> sequenceAt(storage::Transaction& transaction, std::int64_t position);

struct StoredNode {
    std::int64_t position = 0;
    TreeHash hash{};
};
/// Adds a leaf to a tree: the nodes above it that it completes and that are stored, each with its level.
std::vector<std::pair<int, StoredNode>> growBy(GrowingTree& tree, const TreeHash& leaf);
/// Whether that is what is stored at its place.
Result<bool> isStored(storage::Transaction& transaction, int level, const StoredNode& node);
/// At most `limit` of a stored level from `first` on, in order. A hash of another length is all zero.
Result<std::vector<StoredNode>> readNodes(storage::Transaction& transaction, int level, std::int64_t first, std::int64_t limit);

} // namespace sallyport::audit
