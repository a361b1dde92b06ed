#pragma once

#include "backend/base/clock.h"
#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sallyport::identity {

inline constexpr std::size_t totpSecretBytes = 20; ///< 160 bits, RFC 4226 §4 R6
inline constexpr std::size_t totpDigits = 6;
inline constexpr std::chrono::seconds totpPeriod{30};
inline constexpr std::int64_t totpWindow = 1; ///< steps each side, RFC 6238 §5.2

/// RFC 4226 §5.3 with HMAC-SHA-1: `digits` (6..8) digits, zero-padded. CryptoFailure for an empty secret.
Result<std::string> hotp(std::span<const std::byte> secret, std::uint64_t counter, std::size_t digits = totpDigits);

/// The number of the 30 s step that `time` is in (RFC 6238 §4.2).
std::int64_t totpStep(UtcTime time) noexcept;

/// The step whose code `code` is: now's, or one before or after. Only steps later than `lastStep` count, so that each is
/// used once. All candidates are computed and compared in constant time. The caller stores the step by a conditional
/// UPDATE. Blanks inside the code are skipped; anything else but six digits is no match.
Result<std::optional<std::int64_t>> matchTotp(std::span<const std::byte> secret, std::string_view code, UtcTime now,
                                              std::int64_t lastStep);

/// Six digits, with or without blanks: a TOTP. Everything else may be a recovery code.
bool looksLikeTotp(std::string_view code) noexcept;

/// `otpauth://totp/Issuer:account?secret=..&issuer=..&algorithm=SHA1&digits=6&period=30`, percent-encoded (RFC 3986
/// unreserved characters stay; a space is `%20`, never `+`). The colon between the label's parts is literal.
SecretBytes otpauthUrl(std::string_view issuer, std::string_view account, std::string_view base32Secret);

/// The name of a vault as an issuer: without colons, which end it in a label, and without what shows nothing; blanks in a row
/// are one. Cut at 64 bytes, so that it fits into every QR code. `Sallyport` if nothing is left.
std::string otpauthIssuer(std::string_view vaultName);

} // namespace sallyport::identity
