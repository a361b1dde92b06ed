#pragma once

#include "backend/crypto/public_key_file.h"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace sallyport::crypto {

/// The signatures of JOSE that we make. A key is of exactly one (RFC 8725 §3.1).
enum class TokenAlgorithm { Es256, EdDsa };

/// Both have 64 bytes: R ‖ S.
using TokenSignature = std::array<std::byte, 64>;

/// `ES256` (RFC 7518 §3.4), `EdDSA` (RFC 8037 §3.1, with Ed25519 only).
std::string_view algorithmWord(TokenAlgorithm algorithm) noexcept;
/// Nothing for an unknown word; case matters.
std::optional<TokenAlgorithm> tokenAlgorithm(std::string_view word) noexcept;
/// What signatures of this key are.
TokenAlgorithm algorithmOf(const PublicKey& key) noexcept;
/// RFC 7638 with SHA-256, base64url: what we use as `kid`.
std::string thumbprint(const PublicKey& key);
/// False for everything but 64 bytes that fit.
[[nodiscard]] bool verify(const PublicKey& key, std::span<const std::byte> data, std::span<const std::byte> signature);

/// A key pair that signs tokens. Copies share the key. Thread-safe.
class TokenKey {
public:
    TokenKey(SigningKey key) : m_key(std::move(key)) {}
    TokenKey(Ed25519SigningKey key) : m_key(std::move(key)) {}

    static Result<TokenKey> generate(TokenAlgorithm algorithm);
    /// CryptoFailure unless it is a key of this algorithm.
    static Result<TokenKey> fromPkcs8(TokenAlgorithm algorithm, std::span<const std::byte> der);
    /// Unencrypted PKCS#8 DER: seal it with Aead before it is stored.
    Result<SecretBytes> toPkcs8() const;

    TokenAlgorithm algorithm() const noexcept;
    Result<TokenSignature> sign(std::span<const std::byte> data) const;
    PublicKey publicKey() const;
    /// The public key's thumbprint.
    std::string keyId() const { return thumbprint(publicKey()); }

private:
    std::variant<SigningKey, Ed25519SigningKey> m_key;
};

} // namespace sallyport::crypto
