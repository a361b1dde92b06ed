#pragma once

#include "backend/audit/event.h"

#include <cstdint>

namespace sallyport::audit {

/// The classes of OCSF 1.8 that our kinds have.
enum class OcsfClass : std::uint16_t {
    Base = 0,
    DetectionFinding = 2004,
    IncidentFinding = 2005,
    AccountChange = 3001,
    Authentication = 3002,
    AuthorizeSession = 3003,
    EntityManagement = 3004,
    UserAccess = 3005,
    GroupManagement = 3006,
    NetworkActivity = 4001,
    HttpActivity = 4002,
    ApplicationLifecycle = 6002,
    ApiActivity = 6003,
    FileHosting = 6006,
    ScanActivity = 6007,
    ApplicationError = 6008,
};

/// What its class calls what was done. The class says which number that is.
struct OcsfActivity {
    OcsfClass eventClass = OcsfClass::Base;
    int id = 99; ///< 99: none that the class knows; the event's title is its name then

    int category() const noexcept { return static_cast<int>(eventClass) / 1000; }
    int type() const noexcept { return static_cast<int>(eventClass) * 100 + id; }
};

OcsfActivity ocsfActivity(const Event& event);

} // namespace sallyport::audit
