#pragma once

#include "backend/crypto/hmac_key.h"
#include "backend/crypto/public_key_file.h"

#include <span>
#include <string_view>
#include <variant>

namespace sallyport::identity {

/// The algorithms of RFC 9421 §3.3 that we take.
enum class SignatureAlgorithm { HmacSha256, Ed25519, EcdsaP256Sha256 };

/// `hmac-sha256`, as the registry of RFC 9421 §6.2 has it.
std::string_view algorithmWord(SignatureAlgorithm algorithm) noexcept;

/// What signatures of one API key are verified with. It fixes the algorithm: a request cannot choose another one
/// (RFC 8725 §3.1). Copies share the key. Thread-safe.
class SignatureKey {
public:
    /// The characters of the secret are the HMAC key.
    static Result<SignatureKey> fromSecret(std::string_view secret);
    /// A PEM public key of Ed25519 or P-256.
    static Result<SignatureKey> fromPublicKey(std::string_view pem);

    /// A public key as somebody sends it, PEM or JWK, in the one form that is stored: PEM. InvalidArgument for anything else,
    /// and for an Ed25519 key of small order, with which everybody could sign.
    static Result<std::string> publicKeyFrom(std::string_view text);
    /// Of what publicKeyFrom() gave, without reading the curve again: lists ask for thousands. How people compare keys: the
    /// SHA-256 of its SubjectPublicKeyInfo, hexadecimal.
    static std::string fingerprint(std::string_view pem);
    static SignatureAlgorithm algorithmOf(std::string_view pem) noexcept;

    SignatureAlgorithm algorithm() const noexcept;
    /// In constant time for secrets. False for a signature of any other length than the algorithm's.
    [[nodiscard]] bool fits(std::string_view text, std::span<const std::byte> signature) const;

private:
    using Key = std::variant<crypto::HmacKey, crypto::Ed25519PublicKey, crypto::VerifyingKey>;
    explicit SignatureKey(Key key) : m_key(std::move(key)) {}
    Key m_key;
};

} // namespace sallyport::identity
