#pragma once

#include "backend/identity/sessions/issued_tokens.h"
#include "tests/ui/support/failures.h"

namespace sallyport::tests {

/// Two keys, one of which signs; tokens are worth nothing.
class FakeIssuedTokens final : public identity::IssuedTokens {
public:
    explicit FakeIssuedTokens(Clock& clock) : m_clock(clock) {}

    Result<std::optional<identity::TokenFacts>> introspect(const access::Actor&, std::string_view) override
    {
        return std::optional<identity::TokenFacts>();
    }
    Result<void> revoke(const access::Actor&, std::string_view) override { return {}; }
    Result<std::vector<identity::SigningKeyInfo>> signingKeys(const access::Actor&) override
    {
        if (auto error = failures.take())
            return *error;
        return m_keys;
    }
    Result<identity::SigningKeyInfo> rotateSigningKey(const access::Actor&) override
    {
        if (auto error = failures.take())
            return *error;
        const UtcTime now = m_clock.now();
        for (identity::SigningKeyInfo& key : m_keys)
            if (!key.retiredAt) {
                key.retiredAt = now;
                key.verifiesUntil = now + std::chrono::hours(24);
            }
        m_keys.insert(m_keys.begin(), {"key-" + std::to_string(m_keys.size() + 1), "ES256", now, {}, {}});
        return m_keys.front();
    }

    Failures failures;

private:
    Clock& m_clock;
    std::vector<identity::SigningKeyInfo> m_keys{{"key-1", "ES256", UtcTime(std::chrono::seconds(1'793'000'000)), {}, {}}};
};

} // namespace sallyport::tests
