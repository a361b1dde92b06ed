#pragma once

#include "backend/protection/limits/rate_rule.h"
#include "backend/storage/store.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection::rows {

/// How a class counts, where that was changed.
struct ClassRow {
    std::string id;
    RateAlgorithm algorithm = RateAlgorithm::Sliding;
    RateSubject subject = RateSubject::Principal;
    settings::ControlMode mode = settings::ControlMode::Enforce;
    UtcTime changedAt;
    std::string changedBy;
};

/// Rows that this program cannot read (another one's) are passed over: a class is then as it came.
Result<std::vector<ClassRow>> rateClasses(storage::Transaction& transaction);
Result<void> putClass(storage::Transaction& transaction, const ClassRow& row);

/// The own rules as they were made.
Result<std::vector<RateSetting>> ownRules(storage::Transaction& transaction);
Result<void> putOwnRule(storage::Transaction& transaction, const RateSetting& rule);
Result<void> removeOwnRule(storage::Transaction& transaction, std::string_view id);

/// Resets that a command has asked for; taken away with the answer.
Result<std::vector<std::string>> takeResets(storage::Transaction& transaction);
Result<bool> anyResets(storage::Transaction& transaction);
Result<void> addReset(storage::Transaction& transaction, std::string_view id, std::string_view caller);

} // namespace sallyport::protection::rows
