#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <span>

namespace sallyport::crypto {

inline constexpr std::size_t gcmKeySize = 32;
inline constexpr std::size_t gcmIvSize = 12;
inline constexpr std::size_t gcmTagSize = 16;

/// The bare AES-256-GCM of SP 800-38D: ciphertext ‖ 16-byte tag. Use `Aead`, which chooses the IV; this is what it is
/// made of. An IV must never be used twice with a key. CryptoFailure if a size is wrong.
Result<Bytes> gcmEncrypt(std::span<const std::byte> key, std::span<const std::byte> iv, std::span<const std::byte> aad,
                         std::span<const std::byte> plaintext);
/// Nothing of the plaintext comes out unless the whole 16-byte tag is right.
Result<SecretBytes> gcmDecrypt(std::span<const std::byte> key, std::span<const std::byte> iv, std::span<const std::byte> aad,
                               std::span<const std::byte> sealed);

} // namespace sallyport::crypto
