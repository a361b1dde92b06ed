#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/foreign_kdf.h"
#include "backend/crypto/password_hash.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace sallyport::identity {

// Password hashes that another system made. They come in once (imported_hash.h), are kept in one text for each function, are
// checked at the user's next sign-in and are hashed anew by ours then.

struct ForeignArgon2 {
    crypto::Argon2Kind kind = crypto::Argon2Kind::Id;
    crypto::Argon2Version version = crypto::Argon2Version::V13;
    crypto::PasswordCost cost;
    Bytes salt, hash;
};
struct ForeignPbkdf2 {
    crypto::Pbkdf2Digest digest = crypto::Pbkdf2Digest::Sha256;
    std::uint32_t iterations = 0;
    Bytes salt, hash;
};
struct ForeignScrypt {
    crypto::ScryptCost cost;
    Bytes salt, hash;
};
struct ForeignBcrypt {
    std::string text;      ///< `$2b$12$` and 53 characters
    bool ofSha256 = false; ///< of the password's SHA-256 in hexadecimal, as Django does for long ones
};
using ForeignHash = std::variant<ForeignArgon2, ForeignPbkdf2, ForeignScrypt, ForeignBcrypt>;

/// InvalidArgument for a cost beyond what a sign-in may take here: some two seconds and 256 MiB. Whoever imports a hash
/// decides how much work each try of a password is, also of a stranger. And for sizes of salt and hash that nobody uses.
[[nodiscard]] Result<void> checkForeignCost(const ForeignHash& hash);

/// In the one form that is kept: PHC strings, bcrypt's own, Django's `bcrypt_sha256$..`.
std::string foreignHashText(const ForeignHash& hash);
/// Reads those; nothing for any other text.
std::optional<ForeignHash> readForeignHash(std::string_view text);

/// `bcrypt`, `argon2`, `pbkdf2`, `scrypt`
std::string_view foreignHashName(const ForeignHash& hash) noexcept;

/// CryptoFailure for a cost beyond the bounds.
Result<bool> verifyForeign(const SecretBytes& password, const ForeignHash& hash);

} // namespace sallyport::identity
