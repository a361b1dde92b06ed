#include "backend/identity/signed_requests.h"

#include "backend/identity/key_text.h"
#include "backend/identity/request_signature/verify.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

Error refusedOutwardly()
{
    Error error(ErrorCode::Unauthenticated, "The signed request is not valid.");
    error.word = "signature_invalid";
    return error;
}

SignedVerdict refused(SignatureFailure failure, audit::EventActor claimed)
{
    SignedVerdict verdict;
    verdict.refusal = refusedOutwardly();
    verdict.refusal->recordedWord = signaturePartWord(failure.part);
    verdict.refusal->recordedDetail = failure.detail;
    verdict.claimed = std::move(claimed);
    verdict.failure = std::move(failure);
    return verdict;
}

/// The key's own refusal keeps its reason and loses its text.
SignedVerdict refused(KeyVerdict key)
{
    SignedVerdict verdict;
    verdict.refusal = refusedOutwardly();
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

/// Who the record names: the key once it is proven, else only what was claimed.
audit::EventActor claimedOf(const Principal& principal, bool proven)
{
    const access::Actor& actor = principal.actor;
    if (!proven)
        return {"anonymous", actor.key.text(), keyPrefix(actor.key)};
    return {"api_key", actor.key.text(), actor.name, actor.email};
}

} // namespace

Result<std::unique_ptr<SignedRequests>> SignedRequests::create(ApiKeys& keys, NonceStore& nonces,
                                                               const settings::Settings& settings, const Clock& clock)
{
    SALLYPORT_ASSIGN(SignatureKey decoy, SignatureKey::fromSecret("nobody signs with this"));
    return std::unique_ptr<SignedRequests>(new SignedRequests(keys, nonces, settings, clock, std::move(decoy)));
}

SignedRequests::SignedRequests(ApiKeys& keys, NonceStore& nonces, const settings::Settings& settings, const Clock& clock,
                               SignatureKey decoy)
    : m_keys(keys), m_nonces(nonces), m_settings(settings), m_clock(clock), m_decoy{std::move(decoy)}
{
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
    if (!key.principal) {
        (void) verifySignature(message, claim, m_decoy, now, window);
        return refused(std::move(static_cast<KeyVerdict&>(key)));
    }
    const Principal& principal = *key.principal;
    if (auto failure = verifySignature(message, claim, key.keys, now, window)) {
        // A whole key was shown and was right, or the signature held and only the digest does not.
        const bool proven = claim.key.size() == keyTextLength || failure->part == SignaturePart::Digest;
        return refused(std::move(*failure), claimedOf(principal, proven));
    }
    const NonceAnswer answer = m_nonces.take(principal.actor.key.text(), claim.nonce, claim.created);
    switch (answer.outcome) {
    case NonceOutcome::Taken:
        break;
    case NonceOutcome::Seen:
        return refused({SignaturePart::Nonce, "the nonce was seen before: the same request was sent twice"},
                       claimedOf(principal, true));
    case NonceOutcome::Full:
        return unavailable({SignaturePart::Store, "there is no room to remember more nonces"}, claimedOf(principal, true),
                           answer.retryAfter);
    case NonceOutcome::TooEarly:
        return unavailable({SignaturePart::Store, "which nonces were seen before the server's start is not known any more; "
                                                  "requests signed before that are refused"},
                           claimedOf(principal, true), answer.retryAfter);
    }
    m_keys.countUse(principal.actor.key, client);
    SignedVerdict verdict;
    verdict.principal = std::move(key.principal);
    return verdict;
}

} // namespace sallyport::identity
