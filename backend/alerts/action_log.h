#pragma once

#include "backend/access/actor.h"
#include "backend/alerts/incident.h"
#include "backend/alerts/incident_parts.h"
#include "backend/audit/journal.h"
#include "backend/storage/transaction.h"

#include <string>
#include <string_view>

namespace sallyport::alerts {

/// What became of an action, to be stored: its row, the step of the incident and the event.
struct ActionNews {
    rows::StoredAction stored; ///< as it is from now on
    Incident incident;
    std::string_view kind; ///< `alert.acted` | `alert.action_failed` | `alert.action_undone`
    std::string by;
    access::Actor actor;
    std::string stepId;
};

/// The row isn't as `expected` any more: somebody else has done it, or undone it. Nothing is stored then.
[[nodiscard]] Result<bool> keepNews(storage::Transaction& transaction, audit::Journal& journal, UtcTime now, ActionState expected,
                                    const ActionNews& news);

} // namespace sallyport::alerts
