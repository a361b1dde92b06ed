#pragma once

#include "backend/base/encoding.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/digest.h"

#include <optional>
#include <string_view>
#include <vector>

namespace sallyport::identity {

inline constexpr std::size_t opaqueTokenBytes = 32; ///< 256 bits
inline constexpr std::size_t recoveryCodeCount = 10;
/// 24 characters of Crockford's base 32: 120 bits, so that an unsalted SHA-256 is enough (ASVS 6.5.2).
inline constexpr std::size_t recoveryCodeCharacters = 24;

/// Random bytes, or CryptoFailure.
Result<SecretBytes> randomSecret(RandomSource& random, std::size_t size);
/// A new opaque token, base64url.
Result<SecretBytes> newOpaqueToken(RandomSource& random);
/// What the database keeps of a token or code.
crypto::Sha256Digest hashOfSecret(std::string_view secret);

/// `ABCD-EFGH-JKMN-PQRS-TVWX-YZ01`.
Result<std::vector<SecretBytes>> newRecoveryCodes(RandomSource& random);
/// The characters of a typed recovery code: upper case, without separators, O as 0, I and L as 1. Nothing if it cannot
/// be one.
std::optional<SecretBytes> normalizedRecoveryCode(std::string_view typed);

} // namespace sallyport::identity
