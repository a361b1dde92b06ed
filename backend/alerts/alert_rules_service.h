#pragma once

#include "backend/alerts/alert_actions.h"
#include "backend/alerts/alert_rules.h"
#include "backend/alerts/incident_opening.h"
#include "backend/settings/settings.h"

#include <functional>

namespace sallyport::alerts {

/// What both services are made of. Everything outlives them.
struct AlertServiceParts {
    storage::Store& store;
    audit::Journal& journal;
    settings::Settings& settings;
    IdStock& ids;
    AlertActions& actions;
    identity::Users& users;
    /// The actor as they are at this moment, or why they may do nothing any more.
    std::function<Result<access::Actor>(const access::Actor&)> now;
};

/// The one implementation of AlertRules.
class AlertRulesService final : public AlertRules {
public:
    explicit AlertRulesService(AlertServiceParts parts) : m_parts(std::move(parts)) {}

    Result<std::vector<AlertRule>> list(const access::Actor& actor) override;
    Result<AlertRule> read(const access::Actor& actor, const AlertRuleId& id) override;
    Result<AlertRule> create(const access::Actor& actor, const AlertDraft& draft) override;
    Result<AlertRule> change(const access::Actor& actor, const AlertRuleId& id, const AlertPatch& patch) override;
    Result<void> remove(const access::Actor& actor, const AlertRuleId& id) override;
    Result<AlertRule> reset(const access::Actor& actor, const AlertRuleId& id) override;
    Result<AlertTrial> test(const access::Actor& actor, const AlertDraft& draft, UtcTime since, UtcTime until,
                            const audit::Progress& progress) override;
    std::vector<ActionKind> offered(const access::Actor& actor) const override;

private:
    Result<access::Actor> authorize(const access::Actor& actor, access::Permission permission) const;
    /// Stores it, tells of it and records it.
    Result<void> put(storage::Transaction& transaction, const access::Actor& actor, std::string_view kind,
                     const AlertRule* before, const AlertRule& after);
    static Result<void> tell(storage::Transaction& transaction);
    static Result<void> requireFreeName(storage::Transaction& transaction, const AlertRule& rule);

    const AlertServiceParts m_parts;
};

} // namespace sallyport::alerts
