#pragma once

#include "backend/identity/api_keys.h"
#include "backend/identity/nonce_store.h"
#include "backend/identity/request_signature/claimed_signature.h"
#include "backend/identity/request_signature/signature_failure.h"

#include <array>
#include <memory>
#include <optional>

namespace sallyport::identity {

/// What a signed request turned out to be. One outward text for every refusal; `refusal->recordedWord`, `recordedDetail`
/// and `failure` tell the journal which part it was. Unavailable if nonces cannot be remembered right now.
struct SignedVerdict : KeyVerdict {
    std::optional<SignatureFailure> failure;  ///< nothing if it was the key
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
    SignedRequests(ApiKeys& keys, NonceStore& nonces, const settings::Settings& settings, const Clock& clock, SignatureKey decoy);

    ApiKeys& m_keys;
    NonceStore& m_nonces;
    const settings::Settings& m_settings;
    const Clock& m_clock;
    const std::array<SignatureKey, 1> m_decoy;  ///< verified with where there is no key, so that it takes as long
};

} // namespace sallyport::identity
