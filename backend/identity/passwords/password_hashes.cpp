#include "backend/identity/passwords/password_hashes.h"

#include "backend/base/composed.h"
#include "backend/identity/passwords/foreign_hash.h"

namespace sallyport::identity {

namespace {

bool isOurs(std::string_view stored) noexcept
{
    return stored.starts_with("$argon2id$v=19$");
}

} // namespace

Result<std::string> PasswordHashes::hash(const SecretBytes& password, RandomSource& random) const
{
    return hasher().hash(composedSecret(password), random);
}

Result<PasswordHashes::Match> PasswordHashes::match(const SecretBytes& password, std::string_view stored) const
{
    const SecretBytes composed = composedSecret(password);
    SALLYPORT_ASSIGN(const bool right, verifyBytes(composed, stored));
    if (isComposed(password)) // the same work for a right one and a wrong one
        return !right ? Match::Wrong : needsRehash(stored) ? Match::Stale : Match::Right;
    SALLYPORT_ASSIGN(const bool asItCame, verifyBytes(password, stored));
    if (right)
        return needsRehash(stored) ? Match::Stale : Match::Right;
    return asItCame ? Match::Stale : Match::Wrong;
}

Result<bool> PasswordHashes::verify(const SecretBytes& password, std::string_view stored) const
{
    SALLYPORT_ASSIGN(const Match found, match(password, stored));
    return found != Match::Wrong;
}

void PasswordHashes::dummyVerify(const SecretBytes& password) const
{
    hasher().dummyVerify(password);
    if (!isComposed(password))
        hasher().dummyVerify(password);
}

Result<bool> PasswordHashes::verifyBytes(const SecretBytes& password, std::string_view stored) const
{
    if (isOurs(stored))
        return hasher().verify(password, stored);
    const auto foreign = readForeignHash(stored);
    if (!foreign)
        return makeError(ErrorCode::CryptoFailure, "A stored password hash is unreadable.");
    return verifyForeign(password, *foreign);
}

bool PasswordHashes::needsRehash(std::string_view stored) const
{
    return !isOurs(stored) || hasher().needsRehash(stored);
}

} // namespace sallyport::identity
