#pragma once

#include "backend/base/id.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::identity {

// The text of a key: `spk_<id>_<secret><checksum>`. The id finds the key, the secret proves it, and the checksum tells a
// key of ours from look-alikes without asking anybody: a mistyped key is refused at once, a scan of files has no false
// hits. A signing secret has the same form with `sps_`.

inline constexpr std::string_view apiKeyMark = "spk_";
inline constexpr std::string_view signingSecretMark = "sps_";
inline constexpr std::size_t keyIdLength = 8;       ///< Crockford's base 32: 40 bits; says nothing, is no secret
inline constexpr std::size_t keySecretLength = 43;  ///< base 62: 256 bits
inline constexpr std::size_t keyChecksumLength = 6; ///< base 62: a CRC-32 of all before it
inline constexpr std::size_t keyTextLength = apiKeyMark.size() + keyIdLength + 1 + keySecretLength + keyChecksumLength;

enum class KeyTextKind { ApiKey, SigningSecret };

/// What a well-formed text says; nothing about whether the key exists.
struct KeyText {
    KeyTextKind kind = KeyTextKind::ApiKey;
    KeyId id;
};

/// A new id, 8 random characters.
Result<KeyId> newKeyId(RandomSource& random);
/// The text of a new key or signing secret of this id. CryptoFailure without randomness.
Result<SecretBytes> newKeyText(KeyTextKind kind, const KeyId& id, RandomSource& random);

/// Exactly a key or signing secret with a right checksum, or nothing.
std::optional<KeyText> parseKeyText(std::string_view text) noexcept;
/// `spk_7QK3M2XA`: what people see of a key.
std::string keyPrefix(const KeyId& id);
/// True for the characters of a public id and its length.
bool isKeyId(std::string_view text) noexcept;

/// Where the next well-formed key or signing secret in `text` begins, from `from` on; nothing if there is none.
/// Allocates nothing, takes time in proportion to the text.
std::optional<std::size_t> findKeyText(std::string_view text, std::size_t from) noexcept;

} // namespace sallyport::identity
