#include "backend/identity/openid/id_token.h"

#include "backend/base/encoding.h"
#include "backend/base/strict_json.h"
#include "backend/crypto/mac.h"
#include "backend/identity/openid/claims.h"
#include "backend/identity/openid/failure.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::identity::outside {
namespace {

constexpr std::size_t hmacSecretBytes = 32; // RFC 7518 §3.2
constexpr std::string_view hmacWord = "HS256";

Error malformed(std::string_view what)
{
    return outsideError(failure::tokenMalformed, "The ID token is malformed: " + std::string(what) + ".");
}

Result<boost::json::object> objectOf(std::string_view part, std::string_view what)
{
    const auto bytes = fromBase64Url(part);
    if (!bytes)
        return malformed(what);
    const std::string_view text(reinterpret_cast<const char*>(bytes->data()), bytes->size());
    auto document = parseStrictJson(text, idTokenLimit);
    if (!document || !document->is_object())
        return malformed(what);
    return std::move(document->get_object());
}

Result<void> checkHeader(const boost::json::object& header)
{
    if (header.contains("crit"))
        return malformed("it asks for an extension");
    // RFC 8725 §3.11: a token of another kind is none of these.
    if (const auto type = textClaim(header, "typ"); type && *type != "JWT" && *type != "jwt" && *type != "application/jwt")
        return malformed("it is a token of another kind");
    return {};
}

Result<void> checkHmac(std::string_view signedPart, std::span<const std::byte> signature, const SecretBytes& secret)
{
    if (secret.size() < hmacSecretBytes)
        return outsideError(failure::algorithmRefused, "HS256 needs a client secret of 32 bytes or more.");
    SALLYPORT_ASSIGN(const auto mac, crypto::hmacSha256(secret.bytes(), asBytes(signedPart)));
    if (!equalConstantTime(mac, signature))
        return outsideError(failure::signatureWrong, "The signature of the ID token is wrong.");
    return {};
}

Result<void> checkSignature(const boost::json::object& header, std::string_view signedPart, std::string_view signature,
                            const IdTokenRules& rules, const FindOutsideKey& findKey, const SecretBytes& secret)
{
    const std::string word = textClaim(header, "alg").value_or(std::string());
    const auto refused = [&] {
        return outsideError(failure::algorithmRefused,
                            "The ID token is signed with an algorithm that this provider may not use.");
    };
    if (word.empty() || std::ranges::find(rules.algorithms, word) == rules.algorithms.end())
        return refused();
    const auto bytes = fromBase64Url(signature);
    if (!bytes)
        return malformed("its signature");
    if (word == hmacWord)
        return checkHmac(signedPart, *bytes, secret);
    const auto algorithm = crypto::outsideAlgorithm(word);
    if (!algorithm)
        return refused();
    SALLYPORT_ASSIGN(const crypto::OutsideKey* key, findKey(textClaim(header, "kid"), *algorithm));
    if (key == nullptr)
        return outsideError(failure::keyUnknown, "The ID token is signed with a key that the provider does not publish.");
    if (!key->verify(*algorithm, asBytes(signedPart), *bytes))
        return outsideError(failure::signatureWrong, "The signature of the ID token is wrong.");
    return {};
}

Result<void> checkAudience(const boost::json::object& claims, const std::string& clientId)
{
    const std::vector<std::string> audiences = textsClaim(claims, "aud");
    const auto authorized = textClaim(claims, "azp");
    const bool ours = std::ranges::find(audiences, clientId) != audiences.end();
    if (!ours || (audiences.size() > 1 && !authorized) || (authorized && *authorized != clientId))
        return outsideError(failure::tokenAudience, "The ID token is for another client.");
    return {};
}

Result<void> checkTimes(const boost::json::object& claims, UtcTime now)
{
    const std::int64_t seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const auto expires = timeClaim(claims, "exp"), issued = timeClaim(claims, "iat"), from = timeClaim(claims, "nbf");
    if (!expires || !issued || (claims.contains("nbf") && !from))
        return malformed("its times");
    if (seconds >= *expires + outsideSkew.count())
        return outsideError(failure::tokenExpired, "The ID token has expired; compare the clocks of both servers.");
    if (*issued > seconds + outsideSkew.count() || (from && *from > seconds + outsideSkew.count()))
        return outsideError(failure::tokenTime, "The ID token is from the future; compare the clocks of both servers.");
    if (seconds - *issued > idTokenAge.count())
        return outsideError(failure::tokenTime, "The ID token was issued too long ago; compare the clocks of both servers.");
    return {};
}

/// OpenID Connect Core §3.1.3.6: the left half of the hash.
Result<void> checkAccessTokenHash(const boost::json::object& claims, std::string_view word, std::string_view accessToken)
{
    if (!claims.contains("at_hash") || accessToken.empty())
        return {};
    const auto said = textClaim(claims, "at_hash");
    const auto algorithm = crypto::outsideAlgorithm(word).value_or(crypto::OutsideAlgorithm::Rs256); // HS256: SHA-256 too
    Bytes digest = crypto::outsideDigest(algorithm, asBytes(accessToken));
    digest.resize(digest.size() / 2);
    if (!said || *said != toBase64Url(digest))
        return outsideError(failure::tokenHash, "The ID token belongs to another access token.");
    return {};
}

} // namespace

Result<boost::json::object> verifyIdToken(std::string_view token, const IdTokenRules& rules, const FindOutsideKey& findKey,
                                          const SecretBytes& clientSecret)
{
    if (token.size() > idTokenLimit)
        return malformed("it is longer than " + std::to_string(idTokenLimit / 1024) + " KB");
    const std::size_t first = token.find('.');
    const std::size_t second = first == token.npos ? first : token.find('.', first + 1);
    if (second == token.npos || token.find('.', second + 1) != token.npos)
        return malformed("it is not in compact form");
    const std::string_view signedPart = token.substr(0, second);
    SALLYPORT_ASSIGN(const boost::json::object header, objectOf(token.substr(0, first), "its header"));
    SALLYPORT_TRY(checkHeader(header));
    SALLYPORT_TRY(checkSignature(header, signedPart, token.substr(second + 1), rules, findKey, clientSecret));
    SALLYPORT_ASSIGN(boost::json::object claims, objectOf(token.substr(first + 1, second - first - 1), "its claims"));

    if (textClaim(claims, "iss") != rules.issuer)
        return outsideError(failure::tokenIssuer, "The ID token is of another issuer.");
    SALLYPORT_TRY(checkAudience(claims, rules.clientId));
    SALLYPORT_TRY(checkTimes(claims, rules.now));
    const auto nonce = textClaim(claims, "nonce");
    if (!nonce || !equalConstantTime(asBytes(*nonce), asBytes(rules.nonce)))
        return outsideError(failure::tokenNonce, "The ID token answers another sign-in.");
    SALLYPORT_TRY(checkAccessTokenHash(claims, textClaim(header, "alg").value_or(std::string()), rules.accessToken));
    const auto subject = textClaim(claims, "sub");
    if (!subject || subject->size() > subjectLimit)
        return outsideError(failure::tokenSubject, "The ID token names nobody.");
    return claims;
}

} // namespace sallyport::identity::outside
