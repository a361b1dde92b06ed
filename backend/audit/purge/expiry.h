#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/event.h"
#include "backend/audit/retention.h"
#include "backend/storage/store.h"

namespace sallyport::audit {

/// How far a removal of the oldest events came.
struct Expired {
    std::int64_t removed = 0;
    Result<void> done; ///< why it ended early, if it did; what went by then is gone
};

/// What expireEvents does, without its record.
Expired expireOldest(storage::Store& store, const Chain& chain, const ExpiryBound& bound,
                     const std::function<Result<void>(storage::Transaction&)>& stillSo);
/// The record.
Event expiredEvent(std::int64_t removed, UtcTime before);

} // namespace sallyport::audit
