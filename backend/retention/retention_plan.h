#pragma once

#include "backend/audit/event_query.h"
#include "backend/retention/retention.h"
#include "backend/storage/sql_text.h"
#include "backend/storage/store.h"

namespace sallyport::retention {

/// A hold as it is asked for.
struct ReadyHold {
    LegalHold hold;
    audit::EventQuery query;
};

/// Rules and holds of one moment, the setting aside.
struct Plan {
    std::int64_t version = 0;
    std::vector<KindRule> kinds;
    std::int64_t mostEvents = 0, mostBytes = 0;
    std::vector<ReadyHold> holds; ///< the newest first
    std::optional<UtcTime> lastRun;
    std::int64_t lastRemoved = 0;
};

Result<Plan> readPlan(storage::Transaction& transaction);
Result<std::int64_t> readPlanVersion(storage::Transaction& transaction);
/// Rules of kinds and caps; the version grows.
Result<void> writeRules(storage::Transaction& transaction, const RetentionRules& rules);
Result<void> insertHold(storage::Transaction& transaction, const LegalHold& hold);
/// False if there is none.
Result<bool> deleteHold(storage::Transaction& transaction, const std::string& id);
Result<void> writeLastRun(storage::Transaction& transaction, UtcTime at, std::int64_t removed);

/// How many days an event of this kind is kept.
std::int64_t daysOf(std::string_view kind, std::int64_t otherwise, const std::vector<KindRule>& rules);
/// What a hold keeps, as of when it was placed. InvalidArgument with the filter's mistakes.
Result<audit::EventQuery> queryOf(const LegalHold& hold);
/// ` AND ` that no hold matches the row `e`.
void addNotHeld(storage::SqlText& sql, const std::vector<ReadyHold>& holds);
/// A condition on the row `e`: everything that the query restricts, its period too.
void addMatches(storage::SqlText& sql, const audit::EventQuery& query);

/// Conflict (`held`) if a hold matches one of the events that the query takes.
Result<void> refuseHeld(storage::Transaction& transaction, const audit::EventQuery& query);

} // namespace sallyport::retention
