#include "backend/crypto/public_jwk.h"

#include "backend/base/strict_json.h"

#include <boost/json.hpp>

#include <algorithm>
#include <initializer_list>

namespace sallyport::crypto {
namespace {

constexpr std::size_t jwkLimit = 4096; // bytes; ours have less than 200

Error notAPublicJwk()
{
    return makeError(ErrorCode::CryptoFailure, "not a JWK with a public key of Ed25519 or P-256");
}

std::string_view jwkMember(const boost::json::object& object, std::string_view name)
{
    const boost::json::value* value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string_view(value->get_string()) : std::string_view();
}

bool jwkSays(const boost::json::object& object, std::string_view name, std::initializer_list<std::string_view> words)
{
    if (!object.contains(name))
        return true;
    const std::string_view said = jwkMember(object, name);
    return std::ranges::find(words, said) != words.end();
}

} // namespace

Result<PublicKey> readPublicJwk(std::string_view json)
{
    const auto document = parseStrictJson(json, jwkLimit);
    if (!document || !document->is_object() || document->get_object().contains("d") ||
        !jwkSays(document->get_object(), "use", {"sig"}))
        return notAPublicJwk();
    const boost::json::object& jwk = document->get_object();
    const auto x = fromBase64Url(jwkMember(jwk, "x"));
    if (!x)
        return notAPublicJwk();
    if (jwkMember(jwk, "kty") == "OKP" && jwkMember(jwk, "crv") == "Ed25519" && jwkSays(jwk, "alg", {"EdDSA", "Ed25519"})) {
        SALLYPORT_ASSIGN(const Ed25519PublicKey key, Ed25519PublicKey::fromRaw(*x));
        return PublicKey(key);
    }
    const auto y = fromBase64Url(jwkMember(jwk, "y"));
    if (y && jwkMember(jwk, "kty") == "EC" && jwkMember(jwk, "crv") == "P-256" && jwkSays(jwk, "alg", {"ES256"})) {
        SALLYPORT_ASSIGN(const VerifyingKey key, VerifyingKey::fromCoordinates(*x, *y));
        return PublicKey(key);
    }
    return notAPublicJwk();
}

} // namespace sallyport::crypto
