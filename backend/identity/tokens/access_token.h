#pragma once

#include "backend/base/clock.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/token_key.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

inline constexpr std::string_view accessTokenAudience = "sallyport-api";
/// Of a token that may only set up a second factor: no other service takes it for an access token.
inline constexpr std::string_view enrolmentTokenAudience = "sallyport-enrolment";
inline constexpr std::string_view accessTokenClient = "sallyport";
inline constexpr std::size_t accessTokenSizeLimit = 4096;  ///< bytes; ours have about 700
inline constexpr std::chrono::seconds accessTokenSkew{30}; ///< clocks may differ by so much

/// The claims of RFC 9068 §2.2 that we issue.
struct AccessClaims {
    std::string issuer;
    std::string subject;
    std::string session;              ///< `sid`
    std::string id;                   ///< `jti`
    std::vector<std::string> roles;   ///< at the time of issue, RFC 7643 §4.1.2; decisions take the current ones
    std::vector<std::string> methods; ///< `amr`, RFC 8176
    std::int64_t issuedAt = 0, expiresAt = 0, authenticatedAt = 0; ///< seconds since 1970
    std::string_view audience = accessTokenAudience;               ///< or enrolmentTokenAudience
    std::string context = {}; ///< `acr`, RFC 9470: how strong the authentication was; `auth_time` is when it last was
};

/// A signed token in compact form. `kid` names the key.
Result<SecretBytes> signAccessToken(const AccessClaims& claims, const crypto::TokenKey& key, std::string_view kid);

/// The public key of a `kid`, or nothing.
using FindKey = std::function<std::optional<crypto::PublicKey>(std::string_view kid)>;

/// The claims of a token that is ours: compact form, canonical base64url, a header of exactly `typ: at+jwt`,
/// a known `kid` and the `alg` of its key (no `crit`, `jwk`, `jku`, `x5u`.. is ever looked at), no member twice, a good
/// signature, the right issuer, one of our two audiences, and a time that fits (RFC 7515, 8725, 9068). TokenExpired only if all
/// the rest is right, TokenInvalid otherwise.
Result<AccessClaims> verifyAccessToken(std::string_view token, const FindKey& findKey, std::string_view issuer, UtcTime now);

} // namespace sallyport::identity
