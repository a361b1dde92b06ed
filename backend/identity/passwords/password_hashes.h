#pragma once

#include "backend/base/random.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/password_hash.h"

#include <functional>
#include <string>
#include <string_view>

namespace sallyport::identity {

/// How user passwords are kept: Argon2id as a PHC string. Hashes of other systems (foreign_hash.h) verify too and ask to be
/// hashed anew. All calls but needsRehash take their time on purpose. Thread-safe.
class PasswordHashes {
public:
    /// `cost` is asked for every hash: it may change meanwhile.
    explicit PasswordHashes(std::function<crypto::PasswordCost()> cost) : m_cost(std::move(cost)) {}

    crypto::PasswordCost cost() const { return m_cost(); }

    /// Stale: right, and to be hashed anew.
    enum class Match { Wrong, Right, Stale };

    /// Of the password in its composed form (NFC), so that it doesn't matter which keyboard it comes from.
    Result<std::string> hash(const SecretBytes& password, RandomSource& random) const;
    /// An unreadable hash is CryptoFailure and never a match. A password that isn't composed is tried composed and then as it
    /// came, since it may have been hashed so elsewhere or before.
    Result<Match> match(const SecretBytes& password, std::string_view stored) const;
    Result<bool> verify(const SecretBytes& password, std::string_view stored) const;
    bool needsRehash(std::string_view stored) const;
    /// As much work as verify, for accounts that do not exist.
    void dummyVerify(const SecretBytes& password) const;

private:
    Result<bool> verifyBytes(const SecretBytes& password, std::string_view stored) const;
    crypto::PasswordHasher hasher() const { return crypto::PasswordHasher(m_cost()); }

    std::function<crypto::PasswordCost()> m_cost;
};

} // namespace sallyport::identity
