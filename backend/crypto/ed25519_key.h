#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <array>
#include <memory>
#include <span>
#include <string>

namespace sallyport::crypto {

/// R ‖ S, 32 bytes each.
using Ed25519Signature = std::array<std::byte, 64>;

/// The public half of an Ed25519 key (RFC 8032). Copies share the key. Thread-safe.
class Ed25519PublicKey {
public:
    /// 32 bytes; CryptoFailure otherwise, and for a point of small order (`smallOrderWord`), with which everybody could sign.
    static Result<Ed25519PublicKey> fromRaw(std::span<const std::byte> bytes);

    /// False for everything but 64 bytes that fit, with S below the order: nobody can make a second signature of one (RFC
    /// 8032 §5.1.7).
    [[nodiscard]] bool verify(std::span<const std::byte> data, std::span<const std::byte> signature) const;
    Bytes raw() const;
    /// JWK `x`, base64url (RFC 8037 §2).
    std::string x() const;
    /// RFC 7638 and RFC 8037 appendix A.3, with SHA-256, base64url.
    std::string thumbprint() const;

private:
    friend class Ed25519SigningKey;
    struct State;
    explicit Ed25519PublicKey(std::shared_ptr<const State> state) : m_state(std::move(state)) {}
    std::shared_ptr<const State> m_state;
};

/// An Ed25519 key pair. Copies share the key. Thread-safe.
class Ed25519SigningKey {
public:
    static Result<Ed25519SigningKey> generate();
    /// CryptoFailure unless it is an Ed25519 key.
    static Result<Ed25519SigningKey> fromPkcs8(std::span<const std::byte> der);
    /// Unencrypted PKCS#8 DER: seal it with Aead before it is stored.
    Result<SecretBytes> toPkcs8() const;

    Result<Ed25519Signature> sign(std::span<const std::byte> data) const;
    Ed25519PublicKey publicKey() const { return Ed25519PublicKey(m_state); }

private:
    explicit Ed25519SigningKey(std::shared_ptr<const Ed25519PublicKey::State> state) : m_state(std::move(state)) {}
    std::shared_ptr<const Ed25519PublicKey::State> m_state;
};

} // namespace sallyport::crypto
