#include "backend/identity/openid/jwk_set.h"

#include "backend/base/strict_json.h"
#include "backend/identity/openid/claims.h"
#include "backend/identity/openid/failure.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::identity::outside {
namespace {

std::optional<Bytes> bytesMember(const boost::json::object& jwk, std::string_view name)
{
    const auto text = textClaim(jwk, name);
    auto bytes = text ? fromBase64Url(*text) : Result<Bytes>(Error());
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

std::optional<crypto::OutsideKey> keyOfJwk(const boost::json::object& jwk)
{
    const auto type = textClaim(jwk, "kty");
    const auto n = bytesMember(jwk, "n"), e = bytesMember(jwk, "e"), x = bytesMember(jwk, "x"), y = bytesMember(jwk, "y");
    const std::string curve = textClaim(jwk, "crv").value_or(std::string());
    Result<crypto::OutsideKey> key = Error();
    if (type == "RSA" && n && e)
        key = crypto::OutsideKey::rsa(*n, *e);
    else if (type == "EC" && x && y)
        key = crypto::OutsideKey::ec(curve, *x, *y);
    else if (type == "OKP" && x && curve == "Ed25519")
        key = crypto::OutsideKey::ed25519(*x);
    return key ? std::optional(*key) : std::nullopt;
}

bool isForSignatures(const boost::json::object& jwk)
{
    if (const auto use = textClaim(jwk, "use"); use && use != "sig")
        return false;
    const std::vector<std::string> operations = textsClaim(jwk, "key_ops");
    return operations.empty() || std::ranges::find(operations, "verify") != operations.end();
}

} // namespace

Result<JwkSet> JwkSet::parse(std::string_view text)
{
    const auto document = parseStrictJson(text, sizeLimit);
    const boost::json::value* keys = document && document->is_object() ? document->get_object().if_contains("keys") : nullptr;
    if (text.size() > sizeLimit)
        return outsideError(failure::keysWrong,
                            "The provider's key set is longer than " + std::to_string(sizeLimit / 1024) + " KB.");
    if (keys == nullptr || !keys->is_array())
        return outsideError(failure::keysWrong, "What the provider publishes is no key set.");
    JwkSet set;
    for (const boost::json::value& value : keys->get_array()) {
        if (value.is_object() && !isForSignatures(value.get_object()))
            continue;
        if (set.m_keys.size() == keyLimit) {
            ++set.m_leftOut.overLimit;
            continue;
        }
        if (!value.is_object()) {
            ++set.m_leftOut.unusable;
            continue;
        }
        const boost::json::object& jwk = value.get_object();
        const auto word = textClaim(jwk, "alg");
        const auto algorithm = word ? crypto::outsideAlgorithm(*word) : std::nullopt;
        auto key = keyOfJwk(jwk);
        if (!key || (word && (!algorithm || !key->suits(*algorithm)))) {
            ++set.m_leftOut.unusable;
            continue;
        }
        set.m_keys.push_back({textClaim(jwk, "kid"), algorithm, std::move(*key)});
    }
    if (set.m_keys.empty())
        return outsideError(failure::keysWrong, "The provider publishes no key that signatures could be checked with.");
    return set;
}

const crypto::OutsideKey* JwkSet::find(const std::optional<std::string>& keyId, crypto::OutsideAlgorithm algorithm) const
{
    const crypto::OutsideKey* found = nullptr;
    for (const Entry& entry : m_keys) {
        if (!entry.key.suits(algorithm) || (entry.algorithm && entry.algorithm != algorithm) || (keyId && entry.id != keyId))
            continue;
        if (found != nullptr)
            return nullptr; // which one it is can't be told
        found = &entry.key;
    }
    return found;
}

} // namespace sallyport::identity::outside
