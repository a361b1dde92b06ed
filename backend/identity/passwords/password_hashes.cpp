#include "backend/identity/passwords/password_hashes.h"

#include <crypt.h>

#include <algorithm>
#include <memory>

namespace sallyport::identity {

namespace {

constexpr std::size_t bcryptLength = 60;
constexpr std::size_t bcryptPasswordLimit = 72; // bytes that bcrypt looks at

bool isBcrypt(std::string_view stored) noexcept
{
    return stored.size() == bcryptLength &&
           (stored.starts_with("$2a$") || stored.starts_with("$2b$") || stored.starts_with("$2y$"));
}

/// Longer passwords, and such with a NUL, are refused: bcrypt would cut them silently (standards.md §4, row 27).
Result<bool> verifyBcrypt(const SecretBytes& password, std::string_view stored)
{
    if (password.empty() || password.size() > bcryptPasswordLimit ||
        std::ranges::find(password.bytes(), std::byte{0}) != password.bytes().end())
        return false;
    auto data = std::make_unique<crypt_data>();
    std::string phrase(password.view());
    const std::string setting(stored);
    const char* made = crypt_r(phrase.c_str(), setting.c_str(), data.get());
    wipe(phrase);
    const bool readable = made != nullptr && made[0] != '*';
    const bool same = readable && equalConstantTime(asBytes(made), asBytes(stored));
    wipe(std::as_writable_bytes(std::span(data.get(), 1)));
    if (!readable)
        return makeError(ErrorCode::CryptoFailure, "The stored password hash is unreadable.");
    return same;
}

} // namespace

Result<bool> PasswordHashes::verify(const SecretBytes& password, std::string_view stored) const
{
    return isBcrypt(stored) ? verifyBcrypt(password, stored) : hasher().verify(password, stored);
}

bool PasswordHashes::needsRehash(std::string_view stored) const
{
    return isBcrypt(stored) || hasher().needsRehash(stored);
}

} // namespace sallyport::identity
