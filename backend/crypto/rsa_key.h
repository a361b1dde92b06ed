#pragma once

#include "backend/base/result.h"

#include <memory>
#include <span>

namespace sallyport::crypto {

/// The public half of an RSA key, for RS256 of authenticators (RFC 8812 §2). Copies share the key. Thread-safe.
class RsaPublicKey {
public:
    /// Modulus and exponent, unsigned and big-endian without leading zeros. CryptoFailure unless the modulus has 2,048 to
    /// 4,096 bits and the exponent is odd, at least 65,537 and at most 32 bits long.
    static Result<RsaPublicKey> fromNumbers(std::span<const std::byte> modulus, std::span<const std::byte> exponent);

    /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017 §8.2).
    [[nodiscard]] bool verify(std::span<const std::byte> data, std::span<const std::byte> signature) const;

private:
    struct State;
    explicit RsaPublicKey(std::shared_ptr<const State> state) : m_state(std::move(state)) {}
    std::shared_ptr<const State> m_state;
};

} // namespace sallyport::crypto
