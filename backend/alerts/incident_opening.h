#pragma once

#include "backend/alerts/counter.h"
#include "backend/alerts/incident.h"
#include "backend/audit/journal.h"
#include "backend/storage/store.h"

#include <memory>

namespace sallyport::alerts {

/// What of an incident is told to whoever waits for it: the rule and group whose incident was closed.
struct IncidentChange {
    std::string rule, group;
    bool closed = false;
};
inline constexpr storage::Topic<IncidentChange> incidentTopic{"incident"};

/// All rules as they are now.
inline constexpr storage::Topic<std::vector<AlertRule>> alertRulesTopic{"alert_rules"};

/// The matches of one rule and group that lie in one batch, put together.
struct MatchedGroup {
    AlertRule rule;
    Match match; ///< `fires` if one of them did
};
/// In the order of their first ones. Keeps the newest incidentEventsKept sequences of each.
void putTogether(std::vector<MatchedGroup>& groups, const AlertRule& rule, Match match);

/// Opens an incident, or adds to the one that the rule and group have, inside the transaction that says how far the rules have
/// read: what is repeated after a crash is done once. True if one was opened.
[[nodiscard]] Result<bool> openOrFold(storage::Transaction& transaction, audit::Journal& journal, IdStock& ids,
                                      const MatchedGroup& group);

/// `kind:auth.login_failed address:203.0.113.7 since:...`: what finds its events.
std::string filterFor(const AlertRule& rule, const EventSubject& group, UtcTime since);

} // namespace sallyport::alerts
