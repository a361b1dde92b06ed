#pragma once

#include "backend/crypto/ed25519_key.h"
#include "backend/crypto/signing_key.h"

#include <string_view>
#include <variant>

namespace sallyport::crypto {

/// The public keys that we verify signatures with.
using PublicKey = std::variant<Ed25519PublicKey, VerifyingKey>;

/// A PEM file's SubjectPublicKeyInfo (`-----BEGIN PUBLIC KEY-----`, RFC 7468 §13) with an Ed25519 or P-256 key, as
/// `openssl pkey -pubout` writes it. CryptoFailure for anything else, a private key above all. At most 4 KiB.
Result<PublicKey> readPublicKey(std::string_view pem);
/// The same back, in one form for each key.
std::string publicKeyPem(const PublicKey& key);
/// SHA-256 of the SubjectPublicKeyInfo's DER, hexadecimal: how people compare keys.
std::string publicKeyFingerprint(const PublicKey& key);

} // namespace sallyport::crypto
