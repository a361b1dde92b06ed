#pragma once

#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/signatures/claimed_signature.h"
#include "backend/identity/signatures/signature_failure.h"
#include "backend/identity/signed_requests/nonce_store.h"

#include <array>
#include <memory>
#include <optional>
#include <span>

namespace sallyport::identity {

/// What a signed request turned out to be. `refusal` tells the client which part was wrong, but nothing about keys: an
/// unknown, revoked or otherwise unusable one looks like a signature that does not fit, and costs as much. The true reason is
/// in `refusal->recordedWord`, `recordedDetail` and `failure`. Unavailable if nonces cannot be remembered right now.
struct SignedVerdict : KeyVerdict {
    std::optional<SignatureFailure> failure; ///< nothing if it was the key
};

/// Lets the signature of a request stand for an API key: reads it, finds the key, verifies, and takes the nonce last, when
/// the signature holds (standards.md §3). A use is counted only then. Never waits for the disk. Thread-safe.
class SignedRequests {
public:
    /// All of them must outlive it.
    [[nodiscard]] static Result<std::unique_ptr<SignedRequests>> create(ApiKeys& keys, NonceStore& nonces,
                                                                        const settings::Settings& settings, const Clock& clock);

    [[nodiscard]] SignedVerdict authenticate(const SignedMessage& message, const IpAddress& client);

private:
    using Decoys = std::array<SignatureKey, 3>; ///< one an algorithm
    SignedRequests(ApiKeys& keys, NonceStore& nonces, const settings::Settings& settings, const Clock& clock, Decoys decoys);
    void spendTheRest(const SignedMessage& message, const ClaimedSignature& claim, std::span<const SignatureKey> tried) const;

    ApiKeys& m_keys;
    NonceStore& m_nonces;
    const settings::Settings& m_settings;
    const Clock& m_clock;
    const Decoys m_decoys;
};

} // namespace sallyport::identity
