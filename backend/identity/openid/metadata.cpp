#include "backend/identity/openid/metadata.h"

#include "backend/base/strict_json.h"
#include "backend/identity/openid/claims.h"
#include "backend/identity/openid/failure.h"
#include "backend/outbound/url.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::identity::outside {
namespace {

Error wrong(std::string detail)
{
    return outsideError(failure::metadataWrong, std::move(detail));
}

Result<std::string> endpointOf(const boost::json::object& document, std::string_view name, bool needed)
{
    const auto text = textClaim(document, name);
    if (!text && !needed)
        return std::string();
    if (!text || !outbound::Url::parse(*text))
        return wrong("The provider's description has no usable " + std::string(name) + ".");
    return *text;
}

} // namespace

std::string metadataUrl(std::string_view issuer)
{
    if (issuer.ends_with('/'))
        issuer.remove_suffix(1);
    return std::string(issuer) + "/.well-known/openid-configuration";
}

Result<Metadata> readMetadata(std::string_view text, std::string_view issuer)
{
    const auto parsed = parseStrictJson(text, metadataLimit);
    if (text.size() > metadataLimit)
        return wrong("What the provider says about itself is longer than " + std::to_string(metadataLimit / 1024) + " KB.");
    if (!parsed || !parsed->is_object())
        return wrong("What the provider says about itself is not a JSON object.");
    const boost::json::object& document = parsed->get_object();
    Metadata metadata;
    metadata.issuer = textClaim(document, "issuer").value_or(std::string());
    if (metadata.issuer != issuer) {
        return outsideError(failure::metadataIssuer,
                            "The provider calls itself by another issuer than the one that is configured, to the letter.");
    }
    SALLYPORT_ASSIGN(metadata.authorizationEndpoint, endpointOf(document, "authorization_endpoint", true));
    SALLYPORT_ASSIGN(metadata.tokenEndpoint, endpointOf(document, "token_endpoint", true));
    SALLYPORT_ASSIGN(metadata.userInfoEndpoint, endpointOf(document, "userinfo_endpoint", false));
    SALLYPORT_ASSIGN(metadata.jwksUri, endpointOf(document, "jwks_uri", true));
    const boost::json::value* sends = document.if_contains("authorization_response_iss_parameter_supported");
    metadata.sendsIssuer = sends != nullptr && sends->is_bool() && sends->get_bool();
    metadata.announcesPkce = std::ranges::count(textsClaim(document, "code_challenge_methods_supported"), "S256") > 0;
    return metadata;
}

Metadata gitHubMetadata(std::string_view issuer)
{
    const std::string base(issuer.ends_with('/') ? issuer.substr(0, issuer.size() - 1) : issuer);
    Metadata metadata;
    metadata.issuer = issuer;
    metadata.authorizationEndpoint = base + "/login/oauth/authorize";
    metadata.tokenEndpoint = base + "/login/oauth/access_token";
    metadata.userInfoEndpoint = base == "https://github.com" ? "https://api.github.com/user" : base + "/api/v3/user";
    metadata.announcesPkce = true;
    return metadata;
}

} // namespace sallyport::identity::outside
