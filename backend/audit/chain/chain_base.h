#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/retention.h"
#include "backend/storage/store.h"

namespace sallyport::audit {

/// The last event that retention has removed; sequence 0 and chainStart if none was.
struct ChainBase {
    std::int64_t sequence = 0;
    ChainHash hash = chainStart;
};

/// A base whose seal is wrong counts as none: then the removed events are missing, as they should be.
Result<ChainBase> readBase(storage::Transaction& transaction, const Chain& chain);
Result<void> writeBase(storage::Transaction& transaction, const Chain& chain, const ChainBase& base);

/// Removes at most `most` of the oldest events that the bound lets go and moves the base; how many were removed.
Result<std::int64_t> expireSome(storage::Transaction& transaction, const Chain& chain, const ExpiryBound& bound,
                                std::int64_t most);

} // namespace sallyport::audit
