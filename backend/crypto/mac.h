#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"
#include "backend/crypto/digest.h"

#include <span>

namespace sallyport::crypto {

enum class MacAlgorithm {
    HmacSha1, ///< RFC 6238's default for TOTP only
    HmacSha256,
    HmacSha512,
};

/// RFC 2104. An empty key is refused with CryptoFailure: it means that a secret got lost. Compare results with
/// equalConstantTime.
Result<Bytes> hmac(MacAlgorithm algorithm, std::span<const std::byte> key, std::span<const std::byte> data);
Result<Sha256Digest> hmacSha256(std::span<const std::byte> key, std::span<const std::byte> data);

} // namespace sallyport::crypto
