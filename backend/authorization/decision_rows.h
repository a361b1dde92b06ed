#pragma once

#include "backend/authorization/decision_log.h"
#include "backend/storage/store.h"

namespace sallyport::authorization::rows {

/// One with the same id stays as it is.
[[nodiscard]] Result<void> addDecision(storage::Transaction& transaction, const RecordedDecision& decision);
[[nodiscard]] Result<DecisionPage> decisions(storage::Transaction& transaction, const DecisionQuery& query);
/// Whether there is one by a policy of this id, or, if `observed`, one in which a policy of this name would have refused.
[[nodiscard]] Result<bool> knowsPolicy(storage::Transaction& transaction, const std::string& policy, bool observed);
/// With question and trace; NotFound.
[[nodiscard]] Result<RecordedDecision> decision(storage::Transaction& transaction, std::string_view id);
/// Those of objects in a time, the newest first, with question, at most `limit`.
[[nodiscard]] Result<std::vector<RecordedDecision>> decisionsToReplay(storage::Transaction& transaction, UtcTime since,
                                                                      UtcTime until, std::size_t limit);
[[nodiscard]] Result<void> removeDecisions(storage::Transaction& transaction, UtcTime before);
/// Removes some that are older than the newest `kept`, at most `atOnce`; how many.
Result<std::int64_t> removeSurplusDecisions(storage::Transaction& transaction, std::int64_t kept, std::int64_t atOnce);

} // namespace sallyport::authorization::rows
