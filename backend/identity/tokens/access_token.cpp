#include "backend/identity/tokens/access_token.h"

#include "backend/base/encoding.h"
#include "backend/base/strict_json.h"

#include <boost/json.hpp>

#include <array>

namespace sallyport::identity {

namespace {

constexpr std::string_view type = "at+jwt";
constexpr std::size_t headerMembers = 3;
constexpr std::size_t headerSizeLimit = 512;

Error invalid(std::string_view why)
{
    return Error(ErrorCode::TokenInvalid, "The access token is not valid: " + std::string(why) + ".");
}

boost::json::array toArray(const std::vector<std::string>& texts)
{
    boost::json::array array;
    for (const std::string& text : texts)
        array.emplace_back(text);
    return array;
}

/// The three parts of the compact form, and what is signed.
struct Compact {
    std::string_view header, payload, signature, signedPart;
};

std::optional<Compact> split(std::string_view token)
{
    const std::size_t first = token.find('.');
    const std::size_t second = first == std::string_view::npos ? first : token.find('.', first + 1);
    if (second == std::string_view::npos || token.find('.', second + 1) != std::string_view::npos)
        return std::nullopt;
    return Compact{token.substr(0, first), token.substr(first + 1, second - first - 1), token.substr(second + 1),
                   token.substr(0, second)};
}

std::string_view asText(const Bytes& bytes) noexcept
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A member that must be a text that isn't empty.
std::optional<std::string_view> textMember(const boost::json::object& object, std::string_view name)
{
    const boost::json::value* value = object.if_contains(name);
    if (value == nullptr || !value->is_string() || value->get_string().empty())
        return std::nullopt;
    return std::string_view(value->get_string());
}

/// A NumericDate that must be whole seconds (RFC 7519 §2); ours are.
std::optional<std::int64_t> timeMember(const boost::json::object& object, std::string_view name)
{
    const boost::json::value* value = object.if_contains(name);
    if (value == nullptr || !value->is_int64() || value->get_int64() < 0)
        return std::nullopt;
    return value->get_int64();
}

std::optional<std::vector<std::string>> textsMember(const boost::json::object& object, std::string_view name)
{
    const boost::json::value* value = object.if_contains(name);
    if (value == nullptr || !value->is_array())
        return std::nullopt;
    std::vector<std::string> texts;
    for (const boost::json::value& entry : value->get_array()) {
        if (!entry.is_string())
            return std::nullopt;
        texts.emplace_back(entry.get_string());
    }
    return texts;
}

/// The key that the header names. RFC 8725 §3.1: the algorithm is the key's, the header only has to agree.
Result<crypto::PublicKey> keyOf(std::string_view header, const FindKey& findKey)
{
    const auto bytes = fromBase64Url(header);
    if (!bytes)
        return invalid("header");
    const auto document = parseStrictJson(asText(*bytes), headerSizeLimit);
    if (!document || !document->is_object())
        return invalid("header");
    const boost::json::object& object = document->get_object();
    if (object.size() != headerMembers || textMember(object, "typ") != type)
        return invalid("header");
    const auto kid = textMember(object, "kid");
    if (!kid)
        return invalid("header");
    auto key = findKey(*kid);
    if (!key)
        return invalid("unknown key");
    if (textMember(object, "alg") != crypto::algorithmWord(crypto::algorithmOf(*key)))
        return invalid("algorithm");
    return std::move(*key);
}

Result<AccessClaims> readClaims(std::string_view payload, std::string_view issuer)
{
    const auto bytes = fromBase64Url(payload);
    if (!bytes)
        return invalid("payload");
    const auto document = parseStrictJson(asText(*bytes), accessTokenSizeLimit);
    if (!document || !document->is_object())
        return invalid("payload");
    const boost::json::object& object = document->get_object();
    if (textMember(object, "iss") != issuer)
        return invalid("issuer");
    const auto audience = textMember(object, "aud");
    const bool enrolment = audience == enrolmentTokenAudience;
    if ((!enrolment && audience != accessTokenAudience) || textMember(object, "client_id") != accessTokenClient)
        return invalid("audience");

    const auto subject = textMember(object, "sub"), session = textMember(object, "sid"), id = textMember(object, "jti");
    const auto issued = timeMember(object, "iat"), expires = timeMember(object, "exp"),
               authenticated = timeMember(object, "auth_time");
    auto roles = textsMember(object, "roles"), methods = textsMember(object, "amr");
    if (!subject || !session || !id || !issued || !expires || !authenticated || !roles || !methods)
        return invalid("claims");
    AccessClaims claims;
    claims.issuer = issuer;
    claims.audience = enrolment ? enrolmentTokenAudience : accessTokenAudience;
    claims.subject = *subject;
    claims.session = *session;
    claims.id = *id;
    claims.roles = std::move(*roles);
    claims.methods = std::move(*methods);
    claims.context = textMember(object, "acr").value_or(std::string_view());
    claims.issuedAt = *issued;
    claims.expiresAt = *expires;
    claims.authenticatedAt = *authenticated;
    // We set no `nbf`; one that is there must be right.
    if (object.contains("nbf") && !timeMember(object, "nbf"))
        return invalid("claims");
    if (const auto notBefore = timeMember(object, "nbf"); notBefore && *notBefore > claims.issuedAt)
        claims.issuedAt = *notBefore;
    return claims;
}

} // namespace

Result<SecretBytes> signAccessToken(const AccessClaims& claims, const crypto::TokenKey& key, std::string_view kid)
{
    const boost::json::object header{{"alg", crypto::algorithmWord(key.algorithm())}, {"typ", type}, {"kid", kid}};
    const boost::json::object payload{{"iss", claims.issuer},
                                      {"aud", claims.audience},
                                      {"sub", claims.subject},
                                      {"client_id", accessTokenClient},
                                      {"iat", claims.issuedAt},
                                      {"exp", claims.expiresAt},
                                      {"jti", claims.id},
                                      {"sid", claims.session},
                                      {"roles", toArray(claims.roles)},
                                      {"auth_time", claims.authenticatedAt},
                                      {"acr", claims.context},
                                      {"amr", toArray(claims.methods)}};
    std::string token = toBase64Url(asBytes(boost::json::serialize(header)));
    token += '.';
    token += toBase64Url(asBytes(boost::json::serialize(payload)));
    SALLYPORT_ASSIGN(const crypto::TokenSignature signature, key.sign(asBytes(token)));
    token += '.';
    token += toBase64Url(signature);
    SecretBytes secret = SecretBytes::fromText(token);
    wipe(token);
    return secret;
}

Result<AccessClaims> verifyAccessToken(std::string_view token, const FindKey& findKey, std::string_view issuer, UtcTime now)
{
    if (token.size() > accessTokenSizeLimit)
        return invalid("size");
    const auto parts = split(token);
    if (!parts)
        return invalid("not in compact form");
    SALLYPORT_ASSIGN(const crypto::PublicKey key, keyOf(parts->header, findKey));
    const auto signature = fromBase64Url(parts->signature);
    if (!signature || !crypto::verify(key, asBytes(parts->signedPart), *signature))
        return invalid("signature");
    SALLYPORT_ASSIGN(AccessClaims claims, readClaims(parts->payload, issuer));

    const std::int64_t seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    if (claims.issuedAt > seconds + accessTokenSkew.count() || claims.expiresAt <= claims.issuedAt)
        return invalid("time");
    if (seconds >= claims.expiresAt + accessTokenSkew.count())
        return makeError(ErrorCode::TokenExpired, "The access token has expired.");
    return claims;
}

} // namespace sallyport::identity
