#pragma once

#include "backend/access/actor.h"
#include "backend/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

inline constexpr std::size_t accountDescriptionLimit = 500; ///< code points

/// A principal for programs: it has roles and API keys, but no password and no way to sign in.
struct ServiceAccount {
    UserId id; ///< of the same kind as a user's, and never the same
    std::string name;
    std::string description;
    std::vector<std::string> roles; ///< sorted
    bool enabled = true;
    std::int64_t keys = 0;             ///< that can be used now
    std::optional<UtcTime> lastUsedAt; ///< of its keys
    UtcTime createdAt;
    std::string createdBy;
    UtcTime updatedAt;
    std::int64_t version = 1;
};

struct NewServiceAccount {
    std::string name;               ///< 1..100 printable characters, unique without regard to case
    std::string description;        ///< at most 500
    std::vector<std::string> roles; ///< default {"viewer"}
};

/// Only what is set changes.
struct ServiceAccountPatch {
    std::optional<std::string> name;
    std::optional<std::string> description;
    std::optional<std::vector<std::string>> roles;
    std::optional<bool> enabled;
    std::optional<std::int64_t> expectedVersion;
};

struct ServiceAccountQuery {
    std::string text;         ///< substring of the name, case-insensitive
    bool descending = false;  ///< by name
    std::uint32_t limit = 50; ///< 1..200
    std::uint64_t offset = 0;
    std::string cursor;
};

struct ServiceAccountPage {
    std::vector<ServiceAccount> accounts;
    std::int64_t total = 0;
    std::string nextCursor;
};

/// Service accounts. service_accounts:read, :create, :update, :delete; nobody gives an account a role whose permissions
/// they don't hold, nor manages an account that may more than they do. Blocks; workers only. Thread-safe.
class ServiceAccounts {
public:
    virtual ~ServiceAccounts() = default;

    [[nodiscard]] virtual Result<ServiceAccountPage> list(const access::Actor& actor, const ServiceAccountQuery& query) = 0;
    [[nodiscard]] virtual Result<ServiceAccount> read(const access::Actor& actor, const UserId& id) = 0;
    [[nodiscard]] virtual Result<ServiceAccount> create(const access::Actor& actor, NewServiceAccount account) = 0;
    /// Disabling stops the account's keys at once; enabling lets them work again. What a key does to its own account, and is
    /// less by, waits to be confirmed (access::ChangeBook).
    [[nodiscard]] virtual Result<ServiceAccount> change(const access::Actor& actor, const UserId& id,
                                                        const ServiceAccountPatch& patch) = 0;
    /// With its keys; Conflict (`own_account`) for who speaks for it.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const UserId& id) = 0;
};

} // namespace sallyport::identity
