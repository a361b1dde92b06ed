#pragma once

#include "backend/alerts/alert_rules_service.h"
#include "backend/alerts/incidents.h"

namespace sallyport::alerts {

/// The one implementation of Incidents.
class IncidentsService final : public Incidents {
public:
    explicit IncidentsService(AlertServiceParts parts) : m_parts(std::move(parts)) {}

    Result<IncidentPage> list(const access::Actor& actor, const IncidentQuery& query) override;
    Result<IncidentCounts> counts(const access::Actor& actor) override;
    Result<IncidentDetail> read(const access::Actor& actor, const IncidentId& id) override;
    Result<IncidentDetail> change(const access::Actor& actor, const IncidentId& id, const IncidentPatch& patch) override;
    Result<IncidentDetail> undo(const access::Actor& actor, const IncidentId& id, const IncidentActionId& action) override;

    /// Closed ones that ended before. Blocks.
    [[nodiscard]] Result<void> removeExpired(UtcTime before);

private:
    Result<access::Actor> authorize(const access::Actor& actor, access::Permission permission) const;
    Result<IncidentDetail> detail(const IncidentId& id);
    Result<void> changeState(storage::Transaction& transaction, const access::Actor& actor, Incident& incident,
                             const IncidentPatch& patch, std::vector<IncidentStep>& steps) const;

    const AlertServiceParts m_parts;
};

} // namespace sallyport::alerts
