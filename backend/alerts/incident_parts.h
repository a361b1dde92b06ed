#pragma once

#include "backend/alerts/counter.h"
#include "backend/alerts/incident.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/storage/transaction.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::alerts::rows {

// What hangs on an incident: its events, people, steps and actions. Bounded, each.

/// By their places in the journal; the oldest go above incidentEventsKept. What the journal hasn't any more is left out.
[[nodiscard]] Result<void> addSequences(storage::Transaction& transaction, const IncidentId& incident,
                                        const std::vector<std::int64_t>& sequences);
/// Ids, the newest first.
[[nodiscard]] Result<std::vector<std::string>> eventIds(storage::Transaction& transaction, const IncidentId& incident);

[[nodiscard]] Result<void> addPeople(storage::Transaction& transaction, const IncidentId& incident,
                                     const std::vector<CountedPerson>& people);
/// Most often first.
[[nodiscard]] Result<std::vector<IncidentPerson>> people(storage::Transaction& transaction, const IncidentId& incident,
                                                         std::int64_t limit);

/// LimitReached above incidentStepsKept.
[[nodiscard]] Result<void> addStep(storage::Transaction& transaction, const std::string& id, const IncidentId& incident,
                                   const IncidentStep& step);
[[nodiscard]] Result<std::vector<IncidentStep>> steps(storage::Transaction& transaction, const IncidentId& incident);

/// An action with what only its doing and undoing needs.
struct StoredAction {
    IncidentAction action;
    IncidentId incident;
    AlertRuleId rule;
    std::chrono::seconds lasts{0};
    std::string undo; ///< id of the ban, version of the user
};
/// A new one comes behind all others.
[[nodiscard]] Result<void> putAction(storage::Transaction& transaction, const StoredAction& stored);
/// Nothing if there is no such action any more.
[[nodiscard]] Result<std::optional<ActionState>> stateOfAction(storage::Transaction& transaction, const IncidentActionId& id);
/// True if an action has stored this as what it takes to undo it.
[[nodiscard]] Result<bool> isUndoTaken(storage::Transaction& transaction, std::string_view undo);
/// True if another action than `id`, which is done and not over, has disabled this user, or found them so, and stored this.
[[nodiscard]] Result<bool> isHeldDisabled(storage::Transaction& transaction, const IncidentActionId& id, const std::string& user,
                                          const std::string& undo, UtcTime now);
[[nodiscard]] Result<std::vector<StoredAction>> actionsOfIncident(storage::Transaction& transaction, const IncidentId& incident);
/// Those that were never tried, or not to their end, oldest first.
[[nodiscard]] Result<std::vector<StoredAction>> pendingActions(storage::Transaction& transaction, std::int64_t limit);
/// Done ones whose time is over.
[[nodiscard]] Result<std::vector<StoredAction>> endedActions(storage::Transaction& transaction, UtcTime now, std::int64_t limit);

/// How far the rules have read; nothing in a vault that no rule has read yet.
[[nodiscard]] Result<std::optional<std::int64_t>> position(storage::Transaction& transaction);
[[nodiscard]] Result<void> setPosition(storage::Transaction& transaction, std::int64_t sequence);

} // namespace sallyport::alerts::rows
