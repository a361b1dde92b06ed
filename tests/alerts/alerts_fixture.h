#pragma once

#include "backend/alerts/alerts.h"
#include "backend/alerts/shipped_rules.h"
#include "tests/protection/lists_fixture.h"

namespace sallyport::test {

/// A vault with people, address lists and alerts, whose shipped rules are switched off.
struct AlertsFixture : ListsFixture {
    AlertsFixture()
    {
        openAlerts();
        for (const alerts::AlertRule& rule : require(alerts->rules().list(system())))
            require(alerts->rules().change(system(), rule.id, {.enabled = false}));
    }
    ~AlertsFixture() { alerts.reset(); }
    void openAlerts()
    {
        alerts.reset();
        alerts = require(alerts::openAlerts({.store = *store,
                                             .journal = *journal,
                                             .settings = *settings,
                                             .roles = *roles,
                                             .users = identity->users(),
                                             .userActions = identity->joinedUserActions(),
                                             .apiKeys = identity->apiKeys(),
                                             .addressRules = *lists,
                                             .clock = clock,
                                             .random = random,
                                             .now = [this](const access::Actor& actor) { return identity->now(actor); }}));
    }

    alerts::AlertDraft draft(std::string name, std::vector<std::string> kinds, alerts::GroupBy groupBy,
                             std::uint32_t threshold = 1, std::chrono::seconds window = std::chrono::seconds(300))
    {
        alerts::AlertDraft made;
        made.name = std::move(name);
        made.kinds = std::move(kinds);
        made.groupBy = groupBy;
        made.threshold = threshold;
        made.window = window;
        return made;
    }
    alerts::AlertRule addRule(const alerts::AlertDraft& made) { return addRule(made, system()); }
    alerts::AlertRule addRule(const alerts::AlertDraft& made, const access::Actor& actor)
    {
        return require(alerts->rules().create(actor, made));
    }
    void failedSignIn(const std::string& address, const identity::User& user)
    {
        audit::Event event = access::eventBy(access::Actor(), audit::kind::signInFailed, audit::Outcome::Failure);
        event.actor.name = user.email;
        event.object = {"user", user.id.text(), user.name};
        event.address = address;
        require(journal->record(std::move(event)), 0);
    }
    void settle()
    {
        if (!alerts->settle())
            qFatal("the alerts don't settle");
    }
    std::vector<alerts::Incident> incidents(alerts::IncidentQuery query = {})
    {
        settle();
        return require(alerts->incidents().list(system(), query)).incidents;
    }
    alerts::IncidentDetail only()
    {
        const auto all = incidents();
        if (all.size() != 1)
            qFatal("%zu incidents", all.size());
        return require(alerts->incidents().read(system(), all.front().id));
    }

    std::unique_ptr<alerts::Alerts> alerts;
};

} // namespace sallyport::test
