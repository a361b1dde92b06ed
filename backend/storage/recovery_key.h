#pragma once

#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstddef>

namespace sallyport::storage {

/// 200 random bits: beyond guessing without a slow derivation, and nine groups of five to type.
inline constexpr std::size_t recoveryKeySize = 25;

/// `SRK1-` and nine groups of five digits in Crockford's base 32; the last group checks the others (SHA-256).
SecretBytes recoveryKeyText(const SecretBytes& key);
/// Either case, with or without separators and prefix, O for 0 and I or L for 1. WrongRecoveryKey if it is not
/// complete or the check group does not fit.
Result<SecretBytes> parseRecoveryKey(const SecretBytes& text);

} // namespace sallyport::storage
