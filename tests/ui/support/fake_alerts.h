#pragma once

#include "backend/alerts/alert_rules.h"
#include "backend/alerts/incidents.h"
#include "tests/ui/support/failures.h"

#include <mutex>
#include <vector>

namespace sallyport::tests {

/// The shipped rules and one of the house's own.
class FakeAlertRules final : public alerts::AlertRules {
public:
    explicit FakeAlertRules(Clock& clock);

    Result<std::vector<alerts::AlertRule>> list(const access::Actor& actor) override;
    Result<alerts::AlertRule> read(const access::Actor& actor, const alerts::AlertRuleId& id) override;
    Result<alerts::AlertRule> create(const access::Actor& actor, const alerts::AlertDraft& draft) override;
    Result<alerts::AlertRule> change(const access::Actor& actor, const alerts::AlertRuleId& id,
                                     const alerts::AlertPatch& patch) override;
    Result<void> remove(const access::Actor& actor, const alerts::AlertRuleId& id) override;
    Result<alerts::AlertRule> reset(const access::Actor& actor, const alerts::AlertRuleId& id) override;
    Result<alerts::AlertTrial> test(const access::Actor& actor, const alerts::AlertDraft& draft, UtcTime since, UtcTime until,
                                    const audit::Progress& progress) override;
    std::vector<alerts::ActionKind> offered(const access::Actor&) const override
    {
        return {alerts::actionKinds.begin(), alerts::actionKinds.end() - 1};
    }

    Failures failures;
    std::mutex mutex;
    std::vector<alerts::AlertRule> rules;

private:
    alerts::AlertRule* find(const alerts::AlertRuleId& id);
    Clock& m_clock;
};

/// Incidents as the picture has them: two new ones, one that somebody looks after, and closed ones.
class FakeIncidents final : public alerts::Incidents {
public:
    explicit FakeIncidents(Clock& clock);

    Result<alerts::IncidentPage> list(const access::Actor& actor, const alerts::IncidentQuery& query) override;
    Result<alerts::IncidentCounts> counts(const access::Actor& actor) override;
    Result<alerts::IncidentDetail> read(const access::Actor& actor, const alerts::IncidentId& id) override;
    Result<alerts::IncidentDetail> change(const access::Actor& actor, const alerts::IncidentId& id,
                                          const alerts::IncidentPatch& patch) override;
    Result<alerts::IncidentDetail> undo(const access::Actor& actor, const alerts::IncidentId& id,
                                        const alerts::IncidentActionId& action) override;

    Failures failures;
    std::mutex mutex;
    std::vector<alerts::IncidentDetail> all;

private:
    alerts::IncidentDetail* find(const alerts::IncidentId& id);
    Clock& m_clock;
};

} // namespace sallyport::tests
