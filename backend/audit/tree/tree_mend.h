#pragma once

#include "backend/audit/tree/signed_heads.h"

namespace sallyport::audit {

/// Writes the nodes above the leaves anew where they are gone or others, if the leaves lead to the newest signed head: then
/// nothing but these nodes was changed, and they only spare reading leaves. How many it were; 0 also if the leaves are others.
/// Reads all leaves. Who calls it has told of the damage. Blocks.
[[nodiscard]] Result<std::int64_t> mendNodes(storage::Store& store, const SignedHeads& heads);

} // namespace sallyport::audit
