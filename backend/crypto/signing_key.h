#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace sallyport::crypto {

/// An ES256 signature as JOSE has it (RFC 7518 §3.4): R ‖ S, 32 bytes each.
using Es256Signature = std::array<std::byte, 64>;

/// The public half of an ES256 key. Copies share the key. Thread-safe.
class VerifyingKey {
public:
    /// From the coordinates of a JWK, each 32 bytes; CryptoFailure if the point is not on P-256.
    static Result<VerifyingKey> fromCoordinates(std::span<const std::byte> x, std::span<const std::byte> y);

    /// False for everything but 64 bytes with r and s in [1, n-1] that fit `data`. Note that (r, n-s) fits too:
    /// a signature is not an identifier (standards.md §4, row 13).
    [[nodiscard]] bool verify(std::span<const std::byte> data, std::span<const std::byte> signature) const;

    /// JWK `x` and `y`, base64url (RFC 7518 §6.2.1).
    std::string x() const;
    std::string y() const;
    /// RFC 7638 with SHA-256, base64url: what we use as `kid`.
    std::string thumbprint() const;

private:
    friend class SigningKey;
    struct State;
    explicit VerifyingKey(std::shared_ptr<const State> state) : m_state(std::move(state)) {}
    std::shared_ptr<const State> m_state;
};

/// An ECDSA P-256 key pair for ES256. Copies share the key. Thread-safe.
class SigningKey {
public:
    static Result<SigningKey> generate();
    /// CryptoFailure unless it is a P-256 key.
    static Result<SigningKey> fromPkcs8(std::span<const std::byte> der);
    /// Unencrypted PKCS#8 DER: seal it with Aead before it is stored.
    Result<SecretBytes> toPkcs8() const;

    Result<Es256Signature> sign(std::span<const std::byte> data) const;
    VerifyingKey publicKey() const { return VerifyingKey(m_state); }
    /// The public key's thumbprint.
    std::string keyId() const { return publicKey().thumbprint(); }

private:
    explicit SigningKey(std::shared_ptr<const VerifyingKey::State> state) : m_state(std::move(state)) {}
    std::shared_ptr<const VerifyingKey::State> m_state;
};

} // namespace sallyport::crypto
