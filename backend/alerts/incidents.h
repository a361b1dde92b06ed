#pragma once

#include "backend/access/actor.h"
#include "backend/alerts/incident.h"
#include "backend/base/result.h"

namespace sallyport::alerts {

/// What the rules have found, folded, until somebody has dealt with it. Calls block: workers only. Thread-safe.
class Incidents {
public:
    virtual ~Incidents() = default;

    /// incidents:read.
    [[nodiscard]] virtual Result<IncidentPage> list(const access::Actor& actor, const IncidentQuery& query) = 0;
    [[nodiscard]] virtual Result<IncidentCounts> counts(const access::Actor& actor) = 0;
    /// incidents:read; NotFound.
    [[nodiscard]] virtual Result<IncidentDetail> read(const access::Actor& actor, const IncidentId& id) = 0;
    /// incidents:update. ValidationFailed, PreconditionFailed, NotFound; Conflict (`incident_closed`) for one that is closed,
    /// and (`incident_open`) to open again while the same rule and group has another.
    [[nodiscard]] virtual Result<IncidentDetail> change(const access::Actor& actor, const IncidentId& id,
                                                        const IncidentPatch& patch) = 0;
    /// incidents:update and what undoing takes: bans:delete or users:update. Conflict (`not_undoable`).
    [[nodiscard]] virtual Result<IncidentDetail> undo(const access::Actor& actor, const IncidentId& id,
                                                      const IncidentActionId& action) = 0;
};

} // namespace sallyport::alerts
