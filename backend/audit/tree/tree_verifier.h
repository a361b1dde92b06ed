#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/event_table.h"
#include "backend/audit/journal.h"
#include "backend/audit/tree/signed_heads.h"
#include "backend/audit/tree/tree_table.h"

#include <string>
#include <vector>

namespace sallyport::audit {

/// A place where tree, events and heads don't fit each other.
struct TreeDamage {
    std::int64_t sequence = 0; ///< the first event that it is about
    ChainProblem problem = ChainProblem::None;
};

/// Holds events against their leaves, page by page. For one thread.
class LeafCheck {
public:
    explicit LeafCheck(storage::Store& store) : m_store(store) {}
    /// False if the event has no leaf, or that of another. `leaf`: leafOf() the event, where it is known.
    Result<bool> fits(const StoredEvent& stored, const TreeHash* leaf = nullptr);

private:
    storage::Store& m_store;
    std::vector<StoredNode> m_page;
    std::int64_t m_first = 0, m_next = 0; ///< sequences: the page's first, and the one that follows the last asked
};

/// Builds the whole tree from its leaves, in constant memory, and compares it with the nodes that are stored and with each signed
/// head, in the vault and in the file. Gives back what doesn't fit, in order. `progress` is told of leaves. `heads` may be null.
/// `told`: leaves of a head that the file is known to have had.
Result<std::vector<TreeDamage>> verifyTree(storage::Store& store, const SignedHeads* heads, std::int64_t told,
                                           const Progress& progress);
/// The same of the file's newest heads alone, in a few reads: nothing if they are the tree's.
Result<std::optional<TreeDamage>> findRollback(storage::Store& store, const SignedHeads& heads);
/// Whether the file lacks what it is known to have had, up to a head of `told` leaves.
Result<std::optional<TreeDamage>> findCutFile(storage::Store& store, const SignedHeads& heads, std::int64_t told);

} // namespace sallyport::audit
