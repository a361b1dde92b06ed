#pragma once

#include "backend/base/result.h"

#include <string>
#include <string_view>

namespace sallyport::identity::outside {

/// What a provider says about itself: OpenID Connect Discovery §3, RFC 8414.
struct Metadata {
    std::string issuer;
    std::string authorizationEndpoint;
    std::string tokenEndpoint;
    std::string userInfoEndpoint; ///< may be empty
    std::string jwksUri;          ///< empty only without ID tokens (GitHub)
    bool sendsIssuer = false;     ///< authorization answers carry `iss` (RFC 9207)
    bool announcesPkce = false;   ///< S256
};

inline constexpr std::size_t metadataLimit = 128 * 1024; ///< bytes

/// `{issuer}/.well-known/openid-configuration`.
std::string metadataUrl(std::string_view issuer);
/// MetadataWrong, or MetadataIssuer if its issuer isn't exactly the one that was asked (ASVS 10.5.3).
[[nodiscard]] Result<Metadata> readMetadata(std::string_view text, std::string_view issuer);
/// GitHub, also of one's own house (`https://ghe.example`): OAuth 2.0 without discovery and ID tokens.
Metadata gitHubMetadata(std::string_view issuer);

} // namespace sallyport::identity::outside
