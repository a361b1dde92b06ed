#pragma once

#include "backend/protection/limits/rate_limiter.h"
#include "backend/storage/store.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection::rows {

/// Numbers of one caller, as they are kept.
struct StoredOverride {
    std::string id;
    std::string rule; ///< class or id
    CountedCaller::Kind kind = CountedCaller::Principal;
    std::string subject;
    settings::RateLimit numbers;
    std::optional<UtcTime> expiresAt;
    UtcTime createdAt;
    std::string createdBy;
};

/// All, the oldest first. Rows of another program that this one can't read are passed over.
Result<std::vector<StoredOverride>> rateOverrides(storage::Transaction& transaction);
/// The caller has none of this rule yet.
Result<void> putOverride(storage::Transaction& transaction, const StoredOverride& stored);
Result<void> removeOverride(storage::Transaction& transaction, std::string_view id);
Result<std::int64_t> countOverrides(storage::Transaction& transaction);
/// False: none had ended before then.
Result<bool> removeEndedOverrides(storage::Transaction& transaction, UtcTime before);

} // namespace sallyport::protection::rows
