#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <span>
#include <string_view>

namespace sallyport::crypto {

/// RFC 5869 with SHA-256: `size` bytes (1..8160) for one purpose, named by `info`. The input must be a uniformly random
/// key of at least 128 bits, never a passphrase (that is Argon2's work): shorter ones are refused with CryptoFailure.
Result<SecretBytes> hkdfSha256(std::span<const std::byte> inputKey, std::span<const std::byte> salt, std::string_view info,
                               std::size_t size);

} // namespace sallyport::crypto
