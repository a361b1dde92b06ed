#pragma once

#include "backend/base/clock.h"
#include "backend/base/secret_bytes.h"
#include "backend/identity/openid/jwk_set.h"
#include "backend/identity/openid/limits.h"

#include <boost/json/value.hpp>

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity::outside {

/// Bytes. It comes in an answer, not in a header field, so it may hold every group and role that somebody has: Keycloak's with
/// the roles of some hundred clients is beyond 64 KB.
inline constexpr std::size_t idTokenLimit = 256 * 1024;
inline constexpr std::chrono::seconds outsideSkew{60}; ///< that clocks may differ
inline constexpr std::chrono::seconds idTokenAge{600}; ///< since it was issued: we fetch it ourselves, just now

/// What an ID token must say to count.
struct IdTokenRules {
    std::string issuer;
    std::string clientId;
    std::string nonce;
    std::vector<std::string> algorithms; ///< allow-list; `HS256` only if it stands here, and then alone
    std::string_view accessToken;        ///< that came with it, for at_hash; may be empty
    UtcTime now;
};

/// Asked for a key; null: unknown.
using FindOutsideKey =
    std::function<Result<const crypto::OutsideKey*>(const std::optional<std::string>& keyId, crypto::OutsideAlgorithm algorithm)>;

/// OpenID Connect Core §3.1.3.7 and RFC 8725: form, algorithm from the allow-list, signature, iss, aud and azp, exp, iat,
/// nonce, at_hash if it is there, sub. Answers the claims. Unauthenticated with a word of failure.h.
/// `clientSecret` is the key of HS256, which needs 32 bytes.
[[nodiscard]] Result<boost::json::object> verifyIdToken(std::string_view token, const IdTokenRules& rules,
                                                        const FindOutsideKey& findKey, const SecretBytes& clientSecret);

} // namespace sallyport::identity::outside
