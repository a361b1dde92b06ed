#pragma once

#include "backend/alerts/incident.h"
#include "backend/services/services.h"

#include <optional>
#include <string>
#include <vector>

namespace sallyport::ui {

/// Many failed sign-ins from one address in a short time.
struct GuessingBurst {
    std::string address;
    int tries = 0;
    int accounts = 0;
    UtcTime last;
};

/// What the dashboard shows beside the traffic's own counters: read on a worker every some seconds.
struct DashboardData {
    UtcTime readAt;
    identity::UserStatistics users;
    std::vector<std::string> adminsWithoutMfa; ///< names, the first ones
    std::string firstAdminWithoutMfa;          ///< id
    std::string firstLockedUser;               ///< id
    std::int64_t failedSignIns = 0;            ///< in the hours of `failed`
    std::int64_t failedSignInsBefore = 0;      ///< the 24 hours before
    std::int64_t fromBusiestAddress = 0;
    std::vector<journal::EventColumn> succeeded, failed; ///< sign-ins by hour, the present hour last
    std::vector<audit::Event> warnings;                  ///< newest first
    std::optional<audit::Event> chainDamage;             ///< if no later verification found the chain intact
    std::optional<GuessingBurst> guessing;               ///< within the last hour
    std::vector<identity::Notice> notices;               ///< unread ones about the operator's own account, newest first
    std::optional<audit::Event> dropped;                 ///< events were lost within the last day
    std::vector<audit::DutyState> upkeep;                ///< what the product should do by itself, and fails at
    identity::MfaCoverage coverage;                      ///< who has a second factor, and who must set one up
    bool ownFactor = false;                              ///< the operator has one
    std::optional<std::int64_t> keys;                    ///< API keys, ended ones too; nothing if the operator may not read them
    std::optional<UtcTime> firstMfaDeadline;             ///< of those in time, if they are few enough to look at each
    std::int64_t expiringKeys = 0;                       ///< of those that the operator may see
    std::string firstExpiringKey;                        ///< name
    UtcTime firstKeyExpiry;
    std::int64_t endingRoles = 0;  ///< roles of users that end within rolesEndWithin days, if the operator may read roles
    std::string firstEndingRole;   ///< what it is called
    std::string firstEndingHolder; ///< name
    UtcTime firstRoleEnd;
    alerts::IncidentCounts incidents;               ///< if the operator may read them
    std::optional<alerts::Incident> newestIncident; ///< that nobody looks after
};
inline constexpr int rolesEndWithin = 7; ///< days

/// Needs events:read and users:read; keys are read if the operator may. Blocks: workers only.
Result<DashboardData> readDashboard(Services& services, const access::Actor& actor);

/// The busiest address among failed sign-ins since `since`, if it tried often enough to be a guesser.
std::optional<GuessingBurst> findGuessing(const std::vector<audit::Event>& failures, UtcTime since);

inline constexpr int guessingTries = 20; ///< from one address within an hour

} // namespace sallyport::ui
