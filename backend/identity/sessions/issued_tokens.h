#pragma once

#include "backend/access/actor.h"
#include "backend/identity/core/user.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// What a token is worth now (RFC 7662 §2.2).
struct TokenFacts {
    enum class Kind { Access, Refresh };

    Kind kind = Kind::Access;
    std::string issuer;
    UserId user;
    std::string userEmail;
    SessionId session;
    std::string id;                       ///< `jti`; empty for a refresh token
    std::vector<std::string> roles;       ///< of now
    std::vector<std::string> permissions; ///< of now, as their words
    std::vector<std::string> methods;     ///< `amr` of an access token
    std::string context;                  ///< its `acr`
    UtcTime issuedAt, expiresAt;
    UtcTime authenticatedAt;
};

/// A key that signs access tokens, or still verifies them.
struct SigningKeyInfo {
    std::string kid;
    std::string algorithm; ///< `ES256` or `EdDSA`
    UtcTime createdAt;
    std::optional<UtcTime> retiredAt;     ///< nothing: it signs
    std::optional<UtcTime> verifiesUntil; ///< of a retired one
};

/// Tokens seen from outside: what one is worth, ending it, and the keys behind them. Thread-safe; blocks.
class IssuedTokens {
public:
    virtual ~IssuedTokens() = default;

    /// Nothing if the token is not ours, over, or of a session or user that may no longer act: these are not told apart
    /// (RFC 7662 §2.2). Neither counts as a use nor exchanges it. Of the own account, or tokens:introspect.
    [[nodiscard]] virtual Result<std::optional<TokenFacts>> introspect(const access::Actor& actor, std::string_view token) = 0;
    /// Ends the session that the token belongs to, and with it every token of its family. A token that is over or not
    /// ours is no error (RFC 7009 §2.2). Of the own account, or users:revoke_sessions.
    [[nodiscard]] virtual Result<void> revoke(const access::Actor& actor, std::string_view token) = 0;

    /// The one that signs first, then the retired ones that still verify. settings:read.
    [[nodiscard]] virtual Result<std::vector<SigningKeyInfo>> signingKeys(const access::Actor& actor) = 0;
    /// A new key signs from now on; tokens of the old one stay good until they are over. settings:update.
    [[nodiscard]] virtual Result<SigningKeyInfo> rotateSigningKey(const access::Actor& actor) = 0;
};

} // namespace sallyport::identity
