#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>
#include <span>

namespace sallyport::crypto {

// Functions by which others keep passwords: to check such a hash once, never to make one of ours. Slow on purpose; whoever
// calls has bounded the cost.

enum class Pbkdf2Digest { Sha1, Sha256, Sha512 };

/// RFC 8018 §5.2. CryptoFailure for a size that it does not take.
Result<SecretBytes> pbkdf2(Pbkdf2Digest digest, const SecretBytes& password, std::span<const std::byte> salt,
                           std::uint32_t iterations, std::size_t size);

struct ScryptCost {
    std::uint64_t n = 0; ///< a power of two; 128 * n * r bytes are used
    std::uint32_t r = 0, p = 0;
};
/// RFC 7914. CryptoFailure for a cost that it does not take, or without memory.
Result<SecretBytes> scrypt(const SecretBytes& password, std::span<const std::byte> salt, const ScryptCost& cost,
                           std::size_t size);

} // namespace sallyport::crypto
