#include "backend/identity/signatures/claimed_signature.h"

#include <algorithm>
#include <charconv>

namespace sallyport::identity {

namespace {

constexpr std::size_t signatureCountLimit = 4; // signatures in one request, ours and those of proxies
constexpr std::string_view ourTag = "sallyport";

using Claim = std::variant<ClaimedSignature, SignatureFailure>;

SignatureFailure unreadable(std::string detail)
{
    return {SignaturePart::Fields, std::move(detail)};
}

/// Any text that is unique: visible ASCII, bounded.
bool isNonce(std::string_view text)
{
    return !text.empty() && text.size() <= nonceLimit && std::ranges::all_of(text, [](char c) { return c > 0x20 && c < 0x7f; });
}

std::optional<std::int64_t> unixSeconds(std::string_view text)
{
    constexpr std::size_t digits = 11; // until the year 5138
    std::int64_t seconds = 0;
    const char* end = text.data() + text.size();
    if (text.empty() || text.size() > digits || text.front() < '0' || text.front() > '9' ||
        std::from_chars(text.data(), end, seconds).ptr != end)
        return std::nullopt;
    return seconds;
}

Claim readGuide(const SignedMessage& message)
{
    const auto key = message.single("X-API-Key");
    const auto timestamp = message.single("X-Timestamp");
    const auto nonce = message.single("X-Nonce");
    const auto signature = message.single("X-Signature");
    for (const auto& [value, name] : {std::pair{key, "X-API-Key"}, std::pair{timestamp, "X-Timestamp"},
                                      std::pair{nonce, "X-Nonce"}, std::pair{signature, "X-Signature"}}) {
        if (!value)
            return unreadable(std::string(name) + (message.has(name) ? " was sent more than once" : " is missing"));
    }
    ClaimedSignature claim;
    claim.scheme = SignatureScheme::Guide;
    const auto created = unixSeconds(*timestamp);
    if (!created) {
        const bool millis =
            timestamp->size() == 13 && std::ranges::all_of(*timestamp, [](char c) { return c >= '0' && c <= '9'; });
        return unreadable(millis ? "X-Timestamp is in milliseconds; send Unix seconds"
                                 : "X-Timestamp is not a number of Unix seconds");
    }
    if (!isNonce(*nonce))
        return unreadable("X-Nonce must be 1 to 128 visible ASCII characters");
    auto bytes = fromHex(*signature);
    if (!bytes || bytes->size() != 32)
        return unreadable("X-Signature is not 64 hexadecimal digits");
    claim.key = *key;
    claim.timestamp = *timestamp;
    claim.created = *created;
    claim.nonce = *nonce;
    claim.signature = std::move(*bytes);
    return claim;
}

template <typename T>
const T* parameter(const sf::InnerList& list, std::string_view name)
{
    const sf::BareItem* value = sf::find(list.parameters, name);
    return value == nullptr ? nullptr : std::get_if<T>(value);
}

/// The one signature that is meant for us.
std::variant<const sf::Member*, SignatureFailure> choose(const sf::Dictionary& inputs)
{
    if (inputs.empty() || inputs.size() > signatureCountLimit)
        return unreadable("Signature-Input must hold 1 to 4 signatures");
    const sf::Member* chosen = inputs.size() == 1 ? &inputs.front() : nullptr;
    for (const sf::Member& input : inputs) {
        const auto* list = std::get_if<sf::InnerList>(&input.value);
        if (list == nullptr)
            return unreadable("Signature-Input holds something that is no list of components");
        const auto* tag = parameter<std::string>(*list, "tag");
        if (inputs.size() == 1 || tag == nullptr || *tag != ourTag)
            continue;
        if (chosen != nullptr)
            return unreadable("two signatures have the tag \"sallyport\"");
        chosen = &input;
    }
    if (chosen == nullptr)
        return unreadable("none of the signatures has the tag \"sallyport\"");
    return chosen;
}

std::optional<SignatureFailure> readParameters(ClaimedSignature& claim)
{
    const auto* created = parameter<std::int64_t>(claim.covered, "created");
    const auto* keyid = parameter<std::string>(claim.covered, "keyid");
    const auto* nonce = parameter<std::string>(claim.covered, "nonce");
    const auto* alg = parameter<std::string>(claim.covered, "alg");
    const auto* expires = parameter<std::int64_t>(claim.covered, "expires");
    if (created == nullptr)
        return unreadable("the signature has no parameter 'created' in Unix seconds");
    if (keyid == nullptr || keyid->empty())
        return unreadable("the signature has no parameter 'keyid'");
    if (nonce == nullptr || !isNonce(*nonce))
        return unreadable("the signature needs a parameter 'nonce' of 1 to 128 visible ASCII characters");
    if (alg == nullptr && sf::find(claim.covered.parameters, "alg") != nullptr)
        return unreadable("the parameter 'alg' is a string");
    if (expires == nullptr && sf::find(claim.covered.parameters, "expires") != nullptr)
        return unreadable("the parameter 'expires' is a number of Unix seconds");
    claim.created = *created;
    claim.key = *keyid;
    claim.nonce = *nonce;
    if (alg != nullptr)
        claim.algorithm = *alg;
    if (expires != nullptr)
        claim.expires = *expires;
    return std::nullopt;
}

Claim readRfc9421(const SignedMessage& message)
{
    const auto inputField = message.field("Signature-Input");
    const auto signatureField = message.field("Signature");
    if (!inputField || !signatureField)
        return unreadable(inputField ? "Signature is missing" : "Signature-Input is missing");
    const auto inputs = sf::parseDictionary(*inputField);
    if (!inputs)
        return unreadable("Signature-Input: " + inputs.error().detail);
    const auto signatures = sf::parseDictionary(*signatureField);
    if (!signatures)
        return unreadable("Signature: " + signatures.error().detail);
    const auto chosen = choose(*inputs);
    if (const auto* failure = std::get_if<SignatureFailure>(&chosen))
        return *failure;
    const sf::Member& input = *std::get<const sf::Member*>(chosen);
    ClaimedSignature claim;
    claim.scheme = SignatureScheme::Rfc9421;
    const auto* list = std::get_if<sf::InnerList>(&input.value);
    if (list == nullptr)
        return unreadable("Signature-Input holds something that is no list of components");
    claim.covered = *list;
    const sf::Member* member = sf::find(*signatures, input.key);
    const auto* item = member == nullptr ? nullptr : std::get_if<sf::Item>(&member->value);
    const auto* bytes = item == nullptr ? nullptr : std::get_if<Bytes>(&item->value);
    if (bytes == nullptr)
        return unreadable("Signature holds no byte sequence with the label of Signature-Input");
    claim.signature = *bytes;
    if (auto failure = readParameters(claim))
        return *std::move(failure);
    return claim;
}

} // namespace

std::string_view signaturePartWord(SignaturePart part) noexcept
{
    switch (part) {
    case SignaturePart::Fields: return "signature_malformed";
    case SignaturePart::Coverage: return "signature_coverage";
    case SignaturePart::Clock: return "signature_clock";
    case SignaturePart::Signature: return "signature_mismatch";
    case SignaturePart::Digest: return "signature_digest";
    case SignaturePart::Nonce: return "signature_nonce_seen";
    case SignaturePart::Store: return "signature_nonce_store";
    }
    return {};
}

std::variant<ClaimedSignature, SignatureFailure> readSignature(const SignedMessage& message)
{
    const bool rfc9421 = message.has("Signature") || message.has("Signature-Input");
    return rfc9421 ? readRfc9421(message) : readGuide(message);
}

} // namespace sallyport::identity
