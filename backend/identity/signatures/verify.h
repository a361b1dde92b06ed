#pragma once

#include "backend/identity/signatures/claimed_signature.h"
#include "backend/identity/signatures/signature_key.h"

#include <chrono>
#include <optional>
#include <span>

namespace sallyport::identity {

/// Everything about a signature that can be said without remembering other requests, in the order of standards.md §3:
/// coverage, time, MAC or signature, digest. The caller has read it and found the key before, and takes the nonce after.
/// `keys` are the one or, during a rotation, the two that are active. Nothing: it holds.
[[nodiscard]] std::optional<SignatureFailure> verifySignature(const SignedMessage& message, const ClaimedSignature& claim,
                                                              std::span<const SignatureKey> keys, UtcTime now,
                                                              std::chrono::seconds window);

/// What must be signed and is not.
[[nodiscard]] std::optional<SignatureFailure> checkCoverage(const SignedMessage& message, const ClaimedSignature& claim);
/// How far the client's clock is off, if that is too far.
[[nodiscard]] std::optional<SignatureFailure> checkTime(const ClaimedSignature& claim, UtcTime now, std::chrono::seconds window);
/// Whether a claim can be about a key of this algorithm: X-Signature is an HMAC, and an `alg` that was sent is the key's.
[[nodiscard]] bool mayMean(const ClaimedSignature& claim, SignatureAlgorithm algorithm) noexcept;
/// Whether one of the keys made the signature. Each key has one algorithm; one that the claim cannot mean is not tried.
[[nodiscard]] std::optional<SignatureFailure> checkMac(const SignedMessage& message, const ClaimedSignature& claim,
                                                       std::span<const SignatureKey> keys);
/// RFC 9421: whether the body is the one that Content-Digest names.
[[nodiscard]] std::optional<SignatureFailure> checkDigest(const SignedMessage& message, const ClaimedSignature& claim);
/// The text that the signature is made of: the guide's canonical string or the signature base.
[[nodiscard]] Result<std::string> canonicalText(const SignedMessage& message, const ClaimedSignature& claim);

} // namespace sallyport::identity
