#pragma once

#include "backend/audit/chain/accepted_damage.h"
#include "backend/audit/chain/anchor.h"
#include "backend/audit/journal.h"
#include "backend/audit/tree/signed_heads.h"

#include <optional>

namespace sallyport::audit {

/// What to check: all events from `first` to the end, or to `last` if given.
struct VerifyScope {
    std::int64_t first = 1;
    std::int64_t last = 0;       ///< 0: to the end
    std::optional<Anchor> known; ///< the furthest head that is known for sure; checked if the scope has the end
    /// What the file says of a row that need not be the last: a history that is whole in itself can still be another.
    std::optional<Anchor> anchored;
    bool anchorDamaged = false;         ///< the file is missing or its seal is wrong
    const SignedHeads* heads = nullptr; ///< those of the tree, if there are any
    /// Takes what is wrong in the table and not accepted as it is, and goes on behind it, instead of stopping there.
    std::vector<Acceptance>* collect = nullptr;
};

/// Recomputes the chain in pages of 1,000 events, each read in a transaction of its own, so that it never holds up the
/// writer, and holds each event against its leaf. Stops at the first place that doesn't fit. If the scope has the end, the tree
/// is built anew from its leaves and held against its signed heads. `progress` is called after each page.
Result<ChainReport> verifyChain(storage::Store& store, const Chain& chain, const VerifyScope& scope, const Progress& progress);

} // namespace sallyport::audit
