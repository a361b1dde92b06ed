#pragma once

#include "backend/identity/request_signature/claimed_signature.h"
#include "backend/identity/request_signature/signature_key.h"

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
[[nodiscard]] std::optional<SignatureFailure> checkTime(const ClaimedSignature& claim, UtcTime now,
                                                        std::chrono::seconds window);
/// Whether the algorithm is the keys' and one of them made the signature.
[[nodiscard]] std::optional<SignatureFailure> checkMac(const SignedMessage& message, const ClaimedSignature& claim,
                                                       std::span<const SignatureKey> keys);
/// RFC 9421: whether the body is the one that Content-Digest names.
[[nodiscard]] std::optional<SignatureFailure> checkDigest(const SignedMessage& message, const ClaimedSignature& claim);
/// The text that the signature is made of: the guide's canonical string or the signature base.
[[nodiscard]] Result<std::string> canonicalText(const SignedMessage& message, const ClaimedSignature& claim);

} // namespace sallyport::identity
