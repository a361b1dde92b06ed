#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace sallyport::crypto {

/// The signatures of JOSE that others may make for us (RFC 7518 §3.1, RFC 8037). HMAC is not among them: it needs no
/// public key.
enum class OutsideAlgorithm : std::uint8_t { Rs256, Rs384, Rs512, Ps256, Ps384, Ps512, Es256, Es384, Es512, EdDsa };

/// `RS256`...; nothing for an unknown word. Case matters (RFC 8725 §2.1). `Ed25519` (RFC 9864) is EdDsa too.
std::optional<OutsideAlgorithm> outsideAlgorithm(std::string_view word) noexcept;

/// A public key of somebody else's: RSA of 2048 to 8192 bits, P-256, P-384, P-521 or Ed25519. A key of one kind never
/// verifies an algorithm of another. Copies share the key. Thread-safe.
class OutsideKey {
public:
    /// `n` and `e` of a JWK; e is odd and below 2^32.
    static Result<OutsideKey> rsa(std::span<const std::byte> n, std::span<const std::byte> e);
    /// `curve` as JOSE names it (`P-256`); each coordinate has the curve's full length and the point is on it.
    static Result<OutsideKey> ec(std::string_view curve, std::span<const std::byte> x, std::span<const std::byte> y);
    static Result<OutsideKey> ed25519(std::span<const std::byte> x);

    /// True if a signature of this algorithm can be of this key.
    bool suits(OutsideAlgorithm algorithm) const noexcept;
    /// ECDSA as R ‖ S (RFC 7518 §3.4). False for everything that doesn't fit.
    [[nodiscard]] bool verify(OutsideAlgorithm algorithm, std::span<const std::byte> data,
                              std::span<const std::byte> signature) const;

private:
    struct State;
    explicit OutsideKey(std::shared_ptr<const State> state) : m_state(std::move(state)) {}
    std::shared_ptr<const State> m_state;
};

/// The hash that goes with the algorithm: what `at_hash` is the left half of (OpenID Connect Core §3.1.3.6).
Bytes outsideDigest(OutsideAlgorithm algorithm, std::span<const std::byte> data);

} // namespace sallyport::crypto
