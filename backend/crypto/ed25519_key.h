#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"

#include <memory>
#include <span>

namespace sallyport::crypto {

/// The public half of an Ed25519 key (RFC 8032). Copies share the key. Thread-safe.
class Ed25519PublicKey
{
public:
    /// 32 bytes; CryptoFailure otherwise.
    static Result<Ed25519PublicKey> fromRaw(std::span<const std::byte> bytes);

    /// False for everything but 64 bytes that fit.
    [[nodiscard]] bool verify(std::span<const std::byte> data, std::span<const std::byte> signature) const;
    Bytes raw() const;

private:
    struct State;
    explicit Ed25519PublicKey(std::shared_ptr<const State> state)
        : m_state(std::move(state))
    {
    }
    std::shared_ptr<const State> m_state;
};

} // namespace sallyport::crypto
