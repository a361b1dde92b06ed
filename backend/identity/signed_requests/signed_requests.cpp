#include "backend/identity/signed_requests/signed_requests.h"

#include "backend/identity/api_keys/key_text.h"
#include "backend/identity/signatures/verify.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

// RFC 9421 §B.1.3 and §B.1.4: everybody knows their private halves, and nothing is let in with them.
constexpr std::string_view decoyP256 = "-----BEGIN PUBLIC KEY-----\n"
                                       "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lf\n"
                                       "w0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==\n"
                                       "-----END PUBLIC KEY-----\n";
constexpr std::string_view decoyEd25519 = "-----BEGIN PUBLIC KEY-----\n"
                                          "MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n"
                                          "-----END PUBLIC KEY-----\n";
constexpr std::size_t activeKeysLimit = 2; // of an API key: the current one and, during a rotation, the one before

Error refusedOutwardly(SignaturePart part, std::string detail)
{
    Error error(ErrorCode::Unauthenticated, std::move(detail));
    error.word = signaturePartWord(part);
    return error;
}

/// What is wrong with a signature as far as anybody may know: fields, coverage and time are the client's own and are checked
/// alike with and without a key; digest and nonce are looked at only when the signature fits, by who holds the key. What is
/// wrong with the key is not told apart from a signature that does not fit.
Error outward(const SignatureFailure& failure)
{
    if (failure.part == SignaturePart::Signature)
        return refusedOutwardly(SignaturePart::Signature,
                                "The signature does not fit: another key or secret, or the request that "
                                "arrived is not the one that was signed.");
    Error error = refusedOutwardly(failure.part, "The signed request was refused: " + failure.detail + ".");
    if (failure.part == SignaturePart::Clock)
        error.clockOffset = failure.clockOffset;
    return error;
}

SignedVerdict refused(SignatureFailure failure, audit::EventActor claimed)
{
    SignedVerdict verdict;
    verdict.refusal = outward(failure);
    verdict.refusal->recordedWord = signaturePartWord(failure.part);
    verdict.refusal->recordedDetail = failure.detail;
    verdict.claimed = std::move(claimed);
    verdict.failure = std::move(failure);
    return verdict;
}

/// The key's own reason is for the record; told is what would be told if there were such a key.
SignedVerdict refused(KeyVerdict key, const std::optional<SignatureFailure>& decoyed)
{
    const bool own = decoyed && (decoyed->part == SignaturePart::Coverage || decoyed->part == SignaturePart::Clock);
    SignedVerdict verdict;
    verdict.refusal = outward(own ? *decoyed : SignatureFailure{SignaturePart::Signature, {}});
    verdict.refusal->recordedWord = std::move(key.refusal->recordedWord);
    verdict.refusal->recordedDetail = std::move(key.refusal->recordedDetail);
    verdict.claimed = std::move(key.claimed);
    return verdict;
}

/// Not the client's fault: it may come again with the same request, or must sign anew if that takes long.
SignedVerdict unavailable(SignatureFailure failure, audit::EventActor claimed, std::chrono::seconds retryAfter)
{
    SignedVerdict verdict = refused(std::move(failure), std::move(claimed));
    verdict.refusal->code = ErrorCode::Unavailable;
    verdict.refusal->detail = "Signed requests cannot be checked right now; try again later.";
    verdict.refusal->word.clear();
    verdict.refusal->retryAfter = retryAfter;
    return verdict;
}

/// Who the record names once the key is proven.
audit::EventActor provenOf(const Principal& principal)
{
    const access::Actor& actor = principal.actor;
    return {"api_key", actor.key.text(), actor.name, actor.email};
}

} // namespace

Result<std::unique_ptr<SignedRequests>> SignedRequests::create(ApiKeys& keys, NonceStore& nonces,
                                                               const settings::Settings& settings, const Clock& clock)
{
    SALLYPORT_ASSIGN(SignatureKey secret, SignatureKey::fromSecret("nobody signs with this"));
    SALLYPORT_ASSIGN(SignatureKey edwards, SignatureKey::fromPublicKey(decoyEd25519));
    SALLYPORT_ASSIGN(SignatureKey curve, SignatureKey::fromPublicKey(decoyP256));
    return std::unique_ptr<SignedRequests>(
        new SignedRequests(keys, nonces, settings, clock, {std::move(secret), std::move(edwards), std::move(curve)}));
}

SignedRequests::SignedRequests(ApiKeys& keys, NonceStore& nonces, const settings::Settings& settings, const Clock& clock,
                               Decoys decoys)
    : m_keys(keys), m_nonces(nonces), m_settings(settings), m_clock(clock), m_decoys(std::move(decoys))
{
}

/// A refused signature costs the same whether there is such a key, of which algorithm and how many are active: of each
/// algorithm that the claim can mean as many are tried as an API key may have.
void SignedRequests::spendTheRest(const SignedMessage& message, const ClaimedSignature& claim,
                                  std::span<const SignatureKey> tried) const
{
    const auto text = canonicalText(message, claim);
    if (!text)
        return;
    for (const SignatureKey& decoy : m_decoys) {
        if (!mayMean(claim, decoy.algorithm()))
            continue;
        std::size_t count = 0;
        for (const SignatureKey& key : tried)
            count += key.algorithm() == decoy.algorithm() ? 1 : 0;
        for (; count < activeKeysLimit; ++count)
            (void) decoy.fits(*text, claim.signature);
    }
}

SignedVerdict SignedRequests::authenticate(const SignedMessage& message, const IpAddress& client)
{
    auto read = readSignature(message);
    if (auto* failure = std::get_if<SignatureFailure>(&read))
        return refused(std::move(*failure), {"anonymous", {}, {}});
    const ClaimedSignature& claim = std::get<ClaimedSignature>(read);
    const std::chrono::seconds window = std::min(m_settings.values()->signaturesWindow, maximumSignatureWindow);
    const UtcTime now = m_clock.now();

    SigningKeyVerdict key = m_keys.findForSignature(claim.key, client);
    if (!key.principal)
        key.keys.clear();
    auto failure = verifySignature(message, claim, key.keys, now, window);
    if (failure && failure->part == SignaturePart::Signature)
        spendTheRest(message, claim, key.keys);
    if (!key.principal)
        return refused(std::move(static_cast<KeyVerdict&>(key)), failure);
    const Principal& principal = *key.principal;
    if (failure) {
        // A whole key was shown and was right, or the signature held and only the digest does not.
        const bool proven = claim.key.size() == keyTextLength || failure->part == SignaturePart::Digest;
        return refused(std::move(*failure), proven ? provenOf(principal) : std::move(key.claimed));
    }
    const NonceAnswer answer = m_nonces.take(principal.actor.key.text(), claim.nonce, claim.created);
    switch (answer.outcome) {
    case NonceOutcome::Taken: break;
    case NonceOutcome::Seen:
        return refused({SignaturePart::Nonce, "the nonce was seen before: the same request was sent twice"}, provenOf(principal));
    case NonceOutcome::Full:
        return unavailable({SignaturePart::Store, "there is no room to remember more nonces"}, provenOf(principal),
                           answer.retryAfter);
    case NonceOutcome::TooEarly:
        return unavailable({SignaturePart::Store, "which nonces were seen before the server's start is not known any more; "
                                                  "requests signed before that are refused"},
                           provenOf(principal), answer.retryAfter);
    }
    m_keys.countUse(principal.actor.key, client);
    SignedVerdict verdict;
    verdict.principal = std::move(key.principal);
    verdict.proof = key.proof;
    return verdict;
}

} // namespace sallyport::identity
