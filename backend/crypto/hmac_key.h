#pragma once

#include "backend/base/result.h"
#include "backend/crypto/digest.h"

#include <memory>
#include <span>

namespace sallyport::crypto {

/// A secret that many messages are checked with: HMAC-SHA256 (RFC 2104) with the key's schedule made once. Copies share
/// the key, which is wiped with the last of them. Thread-safe.
class HmacKey {
public:
    /// CryptoFailure for an empty secret: it means that a secret got lost.
    static Result<HmacKey> create(std::span<const std::byte> secret);

    Result<Sha256Digest> mac(std::span<const std::byte> data) const;
    /// In constant time. False for everything but 32 bytes that fit.
    [[nodiscard]] bool fits(std::span<const std::byte> data, std::span<const std::byte> mac) const;

private:
    struct State;
    explicit HmacKey(std::shared_ptr<const State> state) : m_state(std::move(state)) {}
    std::shared_ptr<const State> m_state;
};

} // namespace sallyport::crypto
