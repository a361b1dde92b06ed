#pragma once

#include "backend/identity/core.h"
#include "backend/identity/issued_tokens.h"
#include "backend/identity/sessions.h"

namespace sallyport::identity {

/// The algorithm that the settings want.
crypto::TokenAlgorithm algorithmOf(const settings::Values& values) noexcept;
/// Tells in the journal that `made` signs from now on.
Result<void> recordRotation(Core& core, storage::Transaction& transaction, const access::Actor& actor,
                            const SigningKeys::Known& made);

class IssuedTokensService final : public IssuedTokens {
public:
    IssuedTokensService(Core& core, Sessions& sessions) : m_core(core), m_sessions(sessions) {}

    Result<std::optional<TokenFacts>> introspect(const access::Actor& actor, std::string_view token) override;
    Result<void> revoke(const access::Actor& actor, std::string_view token) override;
    Result<std::vector<SigningKeyInfo>> signingKeys(const access::Actor& actor) override;
    Result<SigningKeyInfo> rotateSigningKey(const access::Actor& actor) override;

private:
    /// Nothing unless the token is one of ours that is good now.
    Result<std::optional<TokenFacts>> read(std::string_view token) const;
    std::optional<TokenFacts> readAccess(std::string_view token, UtcTime now) const;
    Result<std::optional<TokenFacts>> readRefresh(std::string_view token, UtcTime now) const;

    Core& m_core;
    Sessions& m_sessions;
};

} // namespace sallyport::identity
