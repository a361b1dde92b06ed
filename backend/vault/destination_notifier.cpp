#include "backend/vault/destination_notifier.h"

#include "backend/access/actor.h"
#include "backend/base/time_format.h"

#include <boost/json.hpp>

namespace sallyport {

bool DestinationNotifier::knows(const std::string& destination) const
{
    return static_cast<bool>(m_destinations.read(access::Actor::system(), outputs::DestinationId(destination)));
}

Result<void> DestinationNotifier::send(const std::string& destination, const alerts::IncidentSummary& incident)
{
    const std::string severity(audit::severityWord(incident.severity));
    const std::string about = incident.group.empty() ? std::string() : " (" + incident.group + ")";
    const std::string text = incident.rule + about + "\n\nSeverity: " + severity + "\nEvents: " + std::to_string(incident.count) +
                             "\nFirst: " + toRfc3339(incident.firstAt) + "\nLast: " + toRfc3339(incident.lastAt) +
                             "\nIncident: " + incident.id + "\n";
    const boost::json::object json{{"incident", incident.id},
                                   {"rule", incident.rule},
                                   {"group", incident.group},
                                   {"severity", severity},
                                   {"count", incident.count},
                                   {"first_at", toRfc3339(incident.firstAt)},
                                   {"last_at", toRfc3339(incident.lastAt)}};
    return m_destinations.send(outputs::DestinationId(destination), "Incident: " + incident.rule + about, text,
                               boost::json::serialize(json));
}

} // namespace sallyport
