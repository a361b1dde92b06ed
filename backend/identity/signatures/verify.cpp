#include "backend/identity/signatures/verify.h"

#include "backend/identity/signatures/content_digest.h"
#include "backend/identity/signatures/guide_canonical.h"
#include "backend/identity/signatures/signature_base.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

bool covers(const sf::InnerList& covered, std::string_view name)
{
    return std::ranges::any_of(covered.items, [&](const sf::Item& item) {
        const auto* text = std::get_if<std::string>(&item.value);
        return text != nullptr && *text == name && item.parameters.empty();
    });
}

std::string secondsText(std::int64_t seconds)
{
    return std::to_string(seconds) + (seconds == 1 ? " second" : " seconds");
}

} // namespace

std::optional<SignatureFailure> checkCoverage(const SignedMessage& message, const ClaimedSignature& claim)
{
    if (claim.scheme == SignatureScheme::Guide)
        return std::nullopt; // its canonical string is fixed
    const sf::InnerList& covered = claim.covered;
    const bool target = covers(covered, "@target-uri");
    const bool requestTarget = target || covers(covered, "@request-target");
    std::string missing;
    const auto need = [&](bool there, std::string_view name) {
        if (!there)
            missing.append(missing.empty() ? "" : ", ").append(name);
    };
    need(covers(covered, "@method"), "@method");
    need(target || covers(covered, "@authority"), "@authority");
    need(requestTarget || covers(covered, "@path"), "@path");
    need(requestTarget || covers(covered, "@query"), "@query");
    need(message.body.empty() || covers(covered, "content-digest"), "content-digest");
    if (missing.empty())
        return std::nullopt;
    return SignatureFailure{SignaturePart::Coverage, "the signature does not cover " + missing, {missing}};
}

std::optional<SignatureFailure> checkTime(const ClaimedSignature& claim, UtcTime now, std::chrono::seconds window)
{
    const std::int64_t seconds = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    const std::int64_t off = claim.created - seconds;
    if (off > window.count() || off < -window.count()) {
        return SignatureFailure{SignaturePart::Clock,
                                "the time of the signature is " + secondsText(off < 0 ? -off : off) +
                                    (off < 0 ? " behind" : " ahead of") + " the server's clock; " + secondsText(window.count()) +
                                    " are allowed",
                                {std::to_string(off), std::to_string(window.count())},
                                std::chrono::seconds(off)};
    }
    if (claim.expires && *claim.expires < seconds)
        return SignatureFailure{SignaturePart::Clock, "the signature expired " + secondsText(seconds - *claim.expires) + " ago"};
    return std::nullopt;
}

Result<std::string> canonicalText(const SignedMessage& message, const ClaimedSignature& claim)
{
    if (claim.scheme == SignatureScheme::Guide)
        return guideCanonical(message, claim.timestamp, claim.nonce);
    return signatureBase(message, claim.covered);
}

bool mayMean(const ClaimedSignature& claim, SignatureAlgorithm algorithm) noexcept
{
    if (claim.scheme == SignatureScheme::Guide)
        return algorithm == SignatureAlgorithm::HmacSha256;
    return claim.algorithm.empty() || claim.algorithm == algorithmWord(algorithm);
}

std::optional<SignatureFailure> checkMac(const SignedMessage& message, const ClaimedSignature& claim,
                                         std::span<const SignatureKey> keys)
{
    const auto differs = [](std::string detail) { return SignatureFailure{SignaturePart::Signature, std::move(detail)}; };
    // Before any key is looked at: what cannot be signed at all says nothing about keys.
    const auto text = canonicalText(message, claim);
    if (!text)
        return SignatureFailure{SignaturePart::Coverage, text.error().detail};
    bool tried = false, fits = false;
    for (const SignatureKey& key : keys) {
        if (!mayMean(claim, key.algorithm()))
            continue;
        tried = true;
        fits = key.fits(*text, claim.signature) || fits;
    }
    if (fits)
        return std::nullopt;
    if (tried)
        return differs("the signature does not fit the request as it was received");
    if (claim.scheme == SignatureScheme::Guide)
        return differs("this key signs with " + std::string(keys.empty() ? "nothing" : algorithmWord(keys.front().algorithm())) +
                       "; use Signature-Input and Signature");
    return differs("the parameter 'alg' is not the algorithm of this key");
}

std::optional<SignatureFailure> checkDigest(const SignedMessage& message, const ClaimedSignature& claim)
{
    const auto digest = message.field("Content-Digest");
    if (!digest || claim.scheme != SignatureScheme::Rfc9421)
        return std::nullopt;
    const auto checked = checkContentDigest(*digest, message.body);
    return checked ? std::nullopt
                   : std::optional(SignatureFailure{SignaturePart::Digest, "Content-Digest: " + checked.error().detail});
}

std::optional<SignatureFailure> verifySignature(const SignedMessage& message, const ClaimedSignature& claim,
                                                std::span<const SignatureKey> keys, UtcTime now, std::chrono::seconds window)
{
    if (auto failure = checkCoverage(message, claim))
        return failure;
    if (auto failure = checkTime(claim, now, window))
        return failure;
    if (auto failure = checkMac(message, claim, keys))
        return failure;
    // Only now: who changes the body of somebody else's request learns nothing about the digest.
    return checkDigest(message, claim);
}

} // namespace sallyport::identity
