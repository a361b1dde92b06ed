#pragma once

#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/api_keys/service_accounts.h"
#include "tests/ui/support/failures.h"

namespace sallyport::tests {

/// The keys of the picture look/api-keys-dark.png and a few more: 46, two over-scoped, five stale, three expiring.
class FakeApiKeys final : public identity::ApiKeys {
public:
    explicit FakeApiKeys(Clock& clock, std::size_t count = 46);

    Result<identity::ApiKeyPage> list(const access::Actor& actor, const identity::ApiKeyQuery& query) override;
    Result<identity::ApiKey> read(const access::Actor& actor, const KeyId& id) override;
    Result<identity::IssuedKey> create(const access::Actor& actor, identity::NewApiKey key) override;
    Result<identity::ApiKey> change(const access::Actor& actor, const KeyId& id, const identity::ApiKeyPatch& patch) override;
    Result<identity::IssuedKey> rotate(const access::Actor& actor, const KeyId& id, std::chrono::seconds overlap,
                                       const std::string& publicKey = {}) override;
    Result<void> revoke(const access::Actor& actor, const KeyId& id) override;
    identity::KeyVerdict authenticate(std::string_view, const IpAddress&) override { return {}; }
    identity::SigningKeyVerdict findForSignature(std::string_view, const IpAddress&) override { return {}; }
    void countUse(const KeyId&, const IpAddress&) override {}
    Result<void> flushUse() override { return {}; }
    Result<Recognised> recognise(const access::Actor& actor, std::string_view text) override;

    KeyId idOf(const std::string& name);
    Failures failures;
    std::mutex mutex;
    std::vector<identity::ApiKey> keys;
    std::optional<identity::NewApiKey> created; ///< what create() was last asked for
    std::chrono::seconds overlap{-1};           ///< of the last rotate()

private:
    identity::ApiKey* find(const KeyId& id);
    Clock& m_clock;
};

class FakeServiceAccounts final : public identity::ServiceAccounts {
public:
    explicit FakeServiceAccounts(Clock& clock);

    Result<identity::ServiceAccountPage> list(const access::Actor& actor, const identity::ServiceAccountQuery& query) override;
    Result<identity::ServiceAccount> read(const access::Actor& actor, const UserId& id) override;
    Result<identity::ServiceAccount> create(const access::Actor& actor, identity::NewServiceAccount account) override;
    Result<identity::ServiceAccount> change(const access::Actor& actor, const UserId& id,
                                            const identity::ServiceAccountPatch& patch) override;
    Result<void> remove(const access::Actor& actor, const UserId& id) override;

    Failures failures;
    std::mutex mutex;
    std::vector<identity::ServiceAccount> accounts;

private:
    Clock& m_clock;
};

} // namespace sallyport::tests
