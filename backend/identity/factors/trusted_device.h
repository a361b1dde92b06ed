#pragma once

#include "backend/base/clock.h"
#include "backend/base/id.h"

#include <string>

namespace sallyport {
using DeviceId = Id<struct DeviceTag>;
}

namespace sallyport::identity {

/// Of one user at most; another pushes the oldest out.
inline constexpr std::int64_t trustedDevicesPerUser = 10;

/// Where a user's second factor is not asked for. The password always is, and step-up asks all the same.
struct TrustedDevice {
    DeviceId id;
    UtcTime createdAt, lastUsedAt, expiresAt;
    std::string address, userAgent; ///< of its last use
};

} // namespace sallyport::identity
