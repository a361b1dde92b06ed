#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"

#include <cstdint>
#include <optional>
#include <span>

namespace sallyport::identity::webauthn {

inline constexpr std::size_t credentialIdLimit = 1023; ///< bytes, WebAuthn L3 §4
inline constexpr std::size_t authenticatorDataLimit = 4096;

/// A new credential inside authenticator data (§6.5.1).
struct AttestedCredential {
    std::span<const std::byte> aaguid, id;
    std::span<const std::byte> publicKey; ///< a COSE_Key, exactly
};

/// WebAuthn §6.1. Views point into what was read.
struct AuthenticatorData {
    std::span<const std::byte> rpIdHash;
    bool userPresent = false, userVerified = false;
    bool backupEligible = false, backedUp = false;
    std::uint32_t signCount = 0;
    std::optional<AttestedCredential> credential;
};

/// BadRequest unless it is exactly that: lengths fit, a credential or extensions are there if and only if their flags
/// are set, a backed-up credential may be, and nothing follows.
Result<AuthenticatorData> readAuthenticatorData(std::span<const std::byte> bytes);

} // namespace sallyport::identity::webauthn
