#pragma once

#include "backend/identity/api_keys/service_accounts.h"
#include "backend/identity/core/core.h"

namespace sallyport::identity {

/// Service accounts at most.
inline constexpr std::int64_t maximumServiceAccounts = 10'000;

/// The one implementation of ServiceAccounts.
class ServiceAccountsService final : public ServiceAccounts {
public:
    explicit ServiceAccountsService(Core& core) : m_core(core) {}

    Result<ServiceAccountPage> list(const access::Actor& actor, const ServiceAccountQuery& query) override;
    Result<ServiceAccount> read(const access::Actor& actor, const UserId& id) override;
    Result<ServiceAccount> create(const access::Actor& actor, NewServiceAccount account) override;
    Result<ServiceAccount> change(const access::Actor& actor, const UserId& id, const ServiceAccountPatch& patch) override;
    Result<void> remove(const access::Actor& actor, const UserId& id) override;

private:
    Result<ServiceAccount> applyPatch(storage::Transaction& transaction, const access::Actor& actor, const UserId& id,
                                      const ServiceAccountPatch& patch);
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, const ServiceAccount& account,
                        std::string_view kind, std::string details);
    Result<void> record(storage::Transaction& transaction, const ServiceAccount& account, audit::Event event,
                        std::string details);
    /// What its keys tell about it.
    void addUse(ServiceAccount& account) const;

    Core& m_core;
};

} // namespace sallyport::identity
