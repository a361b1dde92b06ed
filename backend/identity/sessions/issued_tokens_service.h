#pragma once

#include "backend/base/bounded_cache.h"
#include "backend/crypto/digest.h"
#include "backend/crypto/digest_hash.h"
#include "backend/identity/core/core.h"
#include "backend/identity/sessions/issued_tokens.h"
#include "backend/identity/sessions/sessions.h"
#include "backend/identity/tokens/access_token.h"
#include "backend/identity/tokens/signing_keys.h"

namespace sallyport::identity {

/// The algorithm that the settings want.
crypto::TokenAlgorithm algorithmOf(const settings::Values& values) noexcept;
/// Tells in the journal that `made` signs from now on.
Result<void> recordRotation(Core& core, storage::Transaction& transaction, const access::Actor& actor,
                            const SigningKeys::Known& made);

class IssuedTokensService final : public IssuedTokens {
public:
    IssuedTokensService(Core& core, SigningKeys& signingKeys, Sessions& sessions)
        : m_core(core), m_signingKeys(signingKeys), m_sessions(sessions)
    {
    }

    /// Checks signatures anew from now on.
    void forgetVerifiedTokens() { m_verified.clear(); }

    Result<std::optional<TokenFacts>> introspect(const access::Actor& actor, std::string_view token) override;
    Result<void> revoke(const access::Actor& actor, std::string_view token) override;
    Result<std::vector<SigningKeyInfo>> signingKeys(const access::Actor& actor) override;
    Result<SigningKeyInfo> rotateSigningKey(const access::Actor& actor) override;

private:
    /// Nothing unless the token is one of ours that is good now.
    Result<std::optional<TokenFacts>> read(std::string_view token) const;
    /// The claims of an access token of ours; the signature of one that was seen before isn't checked again.
    std::shared_ptr<const AccessClaims> verifiedClaims(std::string_view token, UtcTime now) const;
    std::optional<TokenFacts> readAccess(std::string_view token, UtcTime now) const;
    Result<std::optional<TokenFacts>> readRefresh(std::string_view token, UtcTime now) const;

    Core& m_core;
    SigningKeys& m_signingKeys;
    Sessions& m_sessions;
    mutable BoundedCache<crypto::Sha256Digest, std::shared_ptr<const AccessClaims>, crypto::DigestHash> m_verified{4096};
};

} // namespace sallyport::identity
