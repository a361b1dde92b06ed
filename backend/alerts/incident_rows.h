#pragma once

#include "backend/alerts/incident.h"
#include "backend/base/result.h"
#include "backend/storage/transaction.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::alerts::rows {

[[nodiscard]] Result<std::optional<Incident>> incident(storage::Transaction& transaction, const IncidentId& id);
/// The one of the rule and group that isn't closed.
[[nodiscard]] Result<std::optional<Incident>> unclosed(storage::Transaction& transaction, const AlertRuleId& rule,
                                                       std::string_view group);
[[nodiscard]] Result<std::int64_t> countUnclosed(storage::Transaction& transaction, const AlertRuleId& rule);
[[nodiscard]] Result<IncidentPage> page(storage::Transaction& transaction, const IncidentQuery& query, std::string_view asker);
[[nodiscard]] Result<IncidentCounts> counts(storage::Transaction& transaction, std::string_view asker);

[[nodiscard]] Result<void> addIncident(storage::Transaction& transaction, const Incident& incident);
/// Its state and what is beside that; the version grows. `through`: the newest event when it was closed.
[[nodiscard]] Result<void> changeIncident(storage::Transaction& transaction, const Incident& incident, std::int64_t through);
/// So many events more; the newest is from `lastAt`.
[[nodiscard]] Result<void> addEvents(storage::Transaction& transaction, const IncidentId& id, std::int64_t count, UtcTime lastAt);

/// Those that were closed since then, as (rule, group) and the newest event of that moment: for a counter that begins anew.
struct ClosedGroup {
    std::string rule, group;
    std::int64_t through = 0;
};
[[nodiscard]] Result<std::vector<ClosedGroup>> closedSince(storage::Transaction& transaction, UtcTime since);

/// Those that aren't closed and had an event since then.
[[nodiscard]] Result<std::vector<Incident>> unclosedSince(storage::Transaction& transaction, UtcTime since);

/// Closed ones that ended before, and the oldest of more than incidentsClosedKept.
[[nodiscard]] Result<void> removeClosed(storage::Transaction& transaction, UtcTime before);

} // namespace sallyport::alerts::rows
