#pragma once

#include "backend/access/actor.h"
#include "backend/identity/core/user.h"
#include "backend/settings/settings.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

/// A limit and the key whose bucket it is counted in.
struct KeyBucket {
    KeyId key;
    settings::RateLimit limit;
    bool operator==(const KeyBucket&) const = default;
};

/// Where a sign-in comes from.
struct ClientContext {
    IpAddress address;
    std::string userAgent;
    RequestId request;
    std::shared_ptr<const SecretBytes> device = {}; ///< token of a trusted device
    bool trustDevice = false;                       ///< asks to be trusted after the second factor
};

/// What a verified access token says, with the permissions that its user has now.
struct Principal {
    access::Actor actor;
    UtcTime tokenExpiresAt;
    bool mfaEnabled = false;
    std::optional<UtcTime> mfaMissingSince;     ///< a role of the user requires a second factor, and there is none
    std::optional<UtcTime> tokenMfaAt;          ///< when a second factor was shown, as the token itself says (`acr`, `auth_time`)
    bool enrolmentOnly = false;                 ///< may set up a second factor and nothing else
    std::string keyName;                        ///< of an API key (`actor.key`)
    std::optional<settings::RateLimit> keyRate; ///< the key's own limit
    std::vector<KeyBucket> makerRates;          ///< of the keys that it comes from: its requests count against them as well

    /// False from the moment on at which one of the actor's roles ends: whoever keeps a principal makes it anew then.
    bool holdsAt(UtcTime now) const { return !actor.rolesUntil || now < *actor.rolesUntil; }
};

} // namespace sallyport::identity
