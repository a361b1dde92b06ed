#pragma once

#include "backend/base/encoding.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sallyport::records {

/// A sensitive member as it is stored: version (1) | key id (4, big-endian) | nonce (12) | ciphertext | tag (16), AES-256-GCM.
/// The header and the member's place are authenticated with it, so that a blob opens nowhere else.
namespace blob {

inline constexpr std::byte version{1};
inline constexpr std::size_t headerSize = 5;
inline constexpr std::size_t overhead = headerSize + 12 + 16; ///< bytes that a blob is longer than its plaintext

/// Which data key it names; nothing if it is no blob of this version.
std::optional<std::uint32_t> keyIdOf(std::span<const std::byte> blob) noexcept;
/// `record_members|value|<record>|<name>`: the name comes last, since only it may hold anything.
std::string placeOf(std::string_view recordId, std::string_view name);

/// `key` has 32 bytes and isn't used more often than the nonces allow (FieldKeys counts). CryptoFailure, InvalidArgument (no
/// place).
Result<Bytes> seal(const SecretBytes& key, std::uint32_t keyId, std::span<const std::byte> plaintext, std::string_view place,
                   RandomSource& random);
/// CryptoFailure, always with the same text, for anything but an intact blob of this place under this key.
Result<SecretBytes> open(const SecretBytes& key, std::uint32_t keyId, std::span<const std::byte> blob, std::string_view place);

} // namespace blob

} // namespace sallyport::records
