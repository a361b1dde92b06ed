#include "backend/alerts/alerts.h"

#include "backend/alerts/incidents_service.h"
#include "backend/alerts/rule_rows.h"
#include "backend/alerts/shipped_rules.h"
#include "backend/alerts/watcher.h"

#include <mutex>

namespace sallyport::alerts {
namespace {

class OpenAlerts final : public Alerts {
public:
    explicit OpenAlerts(const AlertsParts& parts)
        : m_parts(parts), m_ids(parts.random, parts.clock), m_actions({.store = parts.store,
                                                                       .journal = parts.journal,
                                                                       .ids = m_ids,
                                                                       .roles = parts.roles,
                                                                       .users = parts.users,
                                                                       .userActions = parts.userActions,
                                                                       .apiKeys = parts.apiKeys,
                                                                       .addressRules = parts.addressRules}),
          m_rules(serviceParts()), m_incidents(serviceParts()), m_watcher({.store = parts.store,
                                                                           .journal = parts.journal,
                                                                           .ids = m_ids,
                                                                           .actions = m_actions,
                                                                           .report = parts.report,
                                                                           .onFault = parts.onFault})
    {
    }

    Result<void> open()
    {
        SALLYPORT_TRY(addShippedRules(m_parts.store, m_parts.random, m_parts.clock));
        if (!m_parts.watches)
            return {};
        m_onRules = m_parts.store.changeFeed().subscribe(
            alertRulesTopic, [this](const std::string&, const std::shared_ptr<const std::vector<AlertRule>>& now) {
                if (now)
                    take(*now);
            });
        m_onSettings = m_parts.settings.onChange([this](const std::shared_ptr<const settings::Values>& values) {
            const std::lock_guard lock(m_mutex);
            if (values->timesZone != m_zone)
                compile(values->timesZone);
        });
        SALLYPORT_TRY(reload());
        return m_watcher.start();
    }

    AlertRules& rules() override { return m_rules; }
    Incidents& incidents() override { return m_incidents; }
    void setNotifier(Notifier* notifier) override { m_actions.setNotifier(notifier); }

    Result<void> reload() override
    {
        if (!m_parts.watches)
            return {};
        SALLYPORT_ASSIGN(const std::vector<AlertRule> all, m_parts.store.read(rows::allRules));
        take(all);
        return {};
    }
    void keep() override
    {
        if (m_parts.watches)
            m_watcher.keep();
    }
    Result<void> removeExpired(UtcTime before) override { return m_incidents.removeExpired(before); }
    bool settle() override { return m_parts.watches && m_watcher.settle(); }
    void stop() override
    {
        m_onRules.reset();
        m_onSettings.reset();
        m_watcher.stop();
    }

private:
    AlertServiceParts serviceParts()
    {
        return {.store = m_parts.store,
                .journal = m_parts.journal,
                .settings = m_parts.settings,
                .ids = m_ids,
                .actions = m_actions,
                .users = m_parts.users,
                .now = m_parts.now};
    }
    void take(const std::vector<AlertRule>& rules)
    {
        const std::lock_guard lock(m_mutex);
        m_known = rules;
        compile(m_parts.settings.values()->timesZone);
    }
    void compile(const TimeZone& zone)
    {
        m_zone = zone;
        m_watcher.setRules(std::make_shared<const CompiledRules>(m_known, zone));
    }

    const AlertsParts m_parts;
    IdStock m_ids;
    AlertActions m_actions;
    AlertRulesService m_rules;
    IncidentsService m_incidents;
    Watcher m_watcher;
    std::mutex m_mutex; ///< of what stands below
    std::vector<AlertRule> m_known;
    TimeZone m_zone;
    storage::ChangeFeed::Subscription m_onRules; ///< goes first
    settings::Settings::Subscription m_onSettings;
};

} // namespace

Result<std::unique_ptr<Alerts>> openAlerts(AlertsParts parts)
{
    auto alerts = std::make_unique<OpenAlerts>(parts);
    SALLYPORT_TRY(alerts->open());
    return std::unique_ptr<Alerts>(std::move(alerts));
}

} // namespace sallyport::alerts
