#pragma once

#include <QString>

#include <optional>
#include <string>
#include <vector>

#include "backend/alerts/incident.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/audit/event.h"
#include "backend/base/result.h"
#include "backend/journal/events.h"

namespace sallyport {
struct Services;
namespace access {
struct Actor;
}
} // namespace sallyport

namespace sallyport::ui {

/// Somebody or something that an incident is about.
struct Concerned {
    enum class Kind { Person, Address, Key };
    Kind kind = Kind::Person;
    std::string id; ///< of an account or a key, or the address; empty: nobody that this vault knows
    std::string name;
    std::int64_t count = 0; ///< events
    bool disabled = false;  ///< a person or key that can't do anything now
    bool locked = false;
    bool operator==(const Concerned&) const = default;
};

/// What the detail of an incident shows, as far as whoever asks may read it.
struct IncidentFacts {
    alerts::IncidentDetail detail;
    UtcTime since, until;
    std::vector<journal::EventColumn> columns; ///< its events; empty: may not be read
    std::vector<journal::EventColumn> kept;    ///< requests that a ban kept out meanwhile, in the same columns
    std::optional<audit::Event> first, last;   ///< of those that are still kept
    std::vector<Concerned> people, addresses, keys;
};

/// Reads all of it. Blocks: workers only.
[[nodiscard]] Result<IncidentFacts> readIncidentFacts(Services& services, const access::Actor& actor,
                                                      const alerts::IncidentId& id);

/// How many columns stand in the chart, one a minute while they are no more than an hour.
int incidentColumns(UtcTime since, UtcTime until);
/// `Events a minute` is true of the columns.
bool isAMinuteAColumn(UtcTime since, UtcTime until);

} // namespace sallyport::ui
