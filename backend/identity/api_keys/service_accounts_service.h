#pragma once

#include "backend/audit/details.h"
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

    /// Takes back what a key did to its own account, by what own_changes.h keeps of it; answers what stays.
    [[nodiscard]] Result<std::vector<std::string>> takeBack(storage::Transaction& transaction, const UserId& id,
                                                            std::string_view undo);

private:
    Result<ServiceAccount> applyPatch(storage::Transaction& transaction, const access::Actor& actor, const UserId& id,
                                      const ServiceAccountPatch& patch);
    /// Writes what may change of it, and tells who keeps it in memory.
    Result<void> store(storage::Transaction& transaction, const ServiceAccount& before, const ServiceAccount& after,
                       const access::Actor& actor);
    /// Enters the change, if its maker speaks for the account and may less by it.
    Result<void> noteLoss(storage::Transaction& transaction, const access::Actor& actor, const ServiceAccount& before,
                          const ServiceAccount& after);
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, const ServiceAccount& account,
                        std::string_view kind, std::string details);
    Result<void> record(storage::Transaction& transaction, const ServiceAccount& account, audit::Event event,
                        std::string details);
    Result<void> recordChange(storage::Transaction& transaction, const access::Actor& actor, const ServiceAccount& before,
                              const ServiceAccount& after, audit::Details details);
    /// What its keys tell about it.
    void addUse(ServiceAccount& account) const;

    Core& m_core;
};

} // namespace sallyport::identity
