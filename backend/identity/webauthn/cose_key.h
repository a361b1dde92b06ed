#pragma once

#include "backend/crypto/ed25519_key.h"
#include "backend/crypto/rsa_key.h"
#include "backend/crypto/signing_key.h"
#include "backend/identity/webauthn/cbor.h"

#include <array>
#include <cstdint>
#include <span>
#include <variant>

namespace sallyport::identity::webauthn {

/// COSE algorithm numbers (RFC 9053, RFC 8812), in the order in which we ask for them.
inline constexpr std::int64_t es256 = -7, edDsa = -8, rs256 = -257;
inline constexpr std::array<std::int64_t, 3> algorithms{es256, edDsa, rs256};

/// The public key of a credential (RFC 9052 §7): P-256 with ES256, Ed25519 with EdDSA, or RSA of 2,048 to 4,096 bits with
/// RS256. Anything else is BadRequest.
class CoseKey {
public:
    static Result<CoseKey> read(const CborValue& map);
    /// From exactly the bytes of such a map.
    static Result<CoseKey> read(std::span<const std::byte> bytes);

    std::int64_t algorithm() const noexcept { return m_algorithm; }
    /// A signature as WebAuthn has it (§6.5.5): ECDSA in DER, EdDSA as 64 bytes, RSA PKCS#1 v1.5.
    [[nodiscard]] bool verify(std::span<const std::byte> data, std::span<const std::byte> signature) const;

private:
    using Key = std::variant<crypto::VerifyingKey, crypto::Ed25519PublicKey, crypto::RsaPublicKey>;
    CoseKey(std::int64_t algorithm, Key key) : m_algorithm(algorithm), m_key(std::move(key)) {}

    std::int64_t m_algorithm;
    Key m_key;
};

} // namespace sallyport::identity::webauthn
