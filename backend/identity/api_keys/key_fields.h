#pragma once

#include "backend/identity/core/api_key.h"
#include "backend/identity/core/core.h"
#include "backend/identity/core/live_keys.h"

namespace sallyport::identity {

/// The permissions that the words mean: permission words and the guide's groups, which mean what of them owner and actor
/// hold. Adds to `errors` for words that mean nothing, for none at all and for what the owner doesn't hold.
access::PermissionSet checkScopes(const std::vector<std::string>& words, const access::PermissionSet& ofOwner,
                                  const access::Actor& actor, std::vector<FieldError>& errors);

std::vector<Cidr> checkAddresses(const std::vector<std::string>& addresses, std::vector<FieldError>& errors);

/// The PEM of a public key that was sent as PEM or JWK.
std::string checkPublicKey(const std::string& text, std::vector<FieldError>& errors);

/// `privileged`: may be more than the class api_read allows.
void checkRate(const settings::RateLimit& rate, const settings::Values& values, bool privileged, std::vector<FieldError>& errors);

/// 1 s .. keys.max_lifetime.
void checkLifetime(std::chrono::seconds lifetime, const settings::Values& values, std::vector<FieldError>& errors);

/// `600/3600`, or empty.
std::string rateText(const std::optional<settings::RateLimit>& rate);

} // namespace sallyport::identity
