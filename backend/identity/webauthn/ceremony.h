#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sallyport::identity::webauthn {

/// Whom credentials are made for: we are the relying party.
struct RelyingParty {
    std::string id;                   ///< a domain: `example.com`
    std::vector<std::string> origins; ///< `https://console.example.com`: the pages that may ask for a signature
};

/// What a client sends back; the names are those of the browser's API.
struct RegistrationAnswer {
    Bytes credentialId, clientDataJson, attestationObject;
};
struct AssertionAnswer {
    Bytes credentialId, clientDataJson, authenticatorData, signature;
    Bytes userHandle = {}; ///< may be missing; whose it is the caller compares
};

struct VerifiedRegistration {
    Bytes id, publicKey; ///< a COSE_Key
    std::int64_t algorithm = 0;
    std::uint32_t signCount = 0;
    bool userVerified = false, backupEligible = false, backedUp = false;
    bool selfAttested = false; ///< packed self-attestation; otherwise there was none
};

/// A credential as it was stored.
struct StoredCredential {
    Bytes id, publicKey;
    std::uint32_t signCount = 0;
    bool backupEligible = false;
};

struct VerifiedAssertion {
    std::uint32_t signCount = 0;
    bool userVerified = false, backedUp = false;
};

/// The challenge that an answer claims to be about: which ceremony it belongs to is looked up by it. BadRequest.
Result<Bytes> challengeOf(std::span<const std::byte> clientDataJson);

/// WebAuthn L3 §7.1 for attestation `none` and packed self-attestation. MfaInvalid; `recordedWord` says which check failed:
/// `webauthn_malformed`, `webauthn_type`, `webauthn_challenge`, `webauthn_origin`, `webauthn_rp`, `webauthn_presence`,
/// `webauthn_credential`, `webauthn_key`, `webauthn_attestation`, `webauthn_signature`, `webauthn_backup`.
Result<VerifiedRegistration> verifyRegistration(const RelyingParty& party, std::span<const std::byte> challenge,
                                                const RegistrationAnswer& answer);

/// WebAuthn L3 §7.2, the same way; also `webauthn_counter` if the signature counter did not grow: somebody else may hold
/// a copy of the key.
Result<VerifiedAssertion> verifyAssertion(const RelyingParty& party, std::span<const std::byte> challenge,
                                          const StoredCredential& credential, const AssertionAnswer& answer);

} // namespace sallyport::identity::webauthn
