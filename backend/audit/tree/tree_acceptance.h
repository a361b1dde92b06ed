#pragma once

#include "backend/audit/chain/accepted_damage.h"
#include "backend/audit/tree/tree_verifier.h"

namespace sallyport::audit {

// Damage of the tree that somebody has accepted: everything up to an event, sealed with the root that the tree had there then.

/// What such an acceptance is sealed over: the tree up to the event `last` as it stands.
Result<ChainHash> treeFingerprint(storage::Transaction& transaction, const Chain& chain, std::int64_t last);
/// Whether one covers the damage, and the tree up to its end is still the one that was accepted.
Result<bool> isAccepted(storage::Transaction& transaction, const Chain& chain, const TreeDamage& damage);

} // namespace sallyport::audit
