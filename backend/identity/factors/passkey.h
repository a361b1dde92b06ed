#pragma once

#include "backend/base/clock.h"
#include "backend/base/id.h"

#include <cstddef>
#include <optional>
#include <string>

namespace sallyport {
using PasskeyId = Id<struct PasskeyTag>;
}

namespace sallyport::identity {

inline constexpr std::size_t passkeysPerUser = 20;

/// A user's passkey as it may be shown.
struct Passkey {
    PasskeyId id;
    UserId user;
    std::string name;
    std::string algorithm; ///< `ES256` | `EdDSA` | `RS256`
    bool backedUp = false; ///< kept by a provider, on more than one device
    UtcTime createdAt;
    std::optional<UtcTime> lastUsedAt;
};

} // namespace sallyport::identity
