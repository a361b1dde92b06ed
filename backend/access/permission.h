#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sallyport::access {

/// What can be allowed. The word is what the API and the database use (`users:read`); the title is for people.
enum class Permission : std::uint8_t {
    UsersRead,
    UsersCreate,
    UsersUpdate,
    UsersDelete,
    UsersResetMfa,
    UsersResetPassword,
    UsersRevokeSessions,
    UsersErase,
    RolesRead,
    RolesCreate,
    RolesUpdate,
    RolesDelete,
    RolesAssign,
    EventsRead,
    EventsExport,
    EventsVerify,
    IncidentsRead,
    IncidentsUpdate,
    AlertsRead,
    AlertsUpdate,
    OutputsRead,
    OutputsUpdate,
    RetentionRead,
    RetentionUpdate,
    HistoryRead,
    SettingsRead,
    SettingsUpdate,
    ServerControl,
    MetricsRead,
    ProtectionRead,
    ProtectionUpdate,
    BansRead,
    BansCreate,
    BansDelete,
    RecordsRead,
    RecordsCreate,
    RecordsUpdate,
    RecordsDelete,
    RecordsUnmask,
    CommentsRead,
    CommentsCreate,
    CommentsUpdate,
    CommentsDelete,
    FilesRead,
    FilesCreate,
    FilesDelete,
    PoliciesRead,
    PoliciesCreate,
    PoliciesUpdate,
    PoliciesDelete,
    DecisionsRead,
    KeysOwn,
    KeysRead,
    KeysCreate,
    KeysUpdate,
    KeysDelete,
    ServiceAccountsRead,
    ServiceAccountsCreate,
    ServiceAccountsUpdate,
    ServiceAccountsDelete,
    TokensIntrospect,
    ProvidersRead,
    ProvidersCreate,
    ProvidersUpdate,
    ProvidersDelete,
    UsersLink,
    SessionsRead,
    ConsoleUse,
    Count_
};

inline constexpr std::size_t permissionCount = static_cast<std::size_t>(Permission::Count_);

struct PermissionInfo {
    Permission permission;
    std::string_view word;  ///< `users:read`
    std::string_view title; ///< `Read users`; the window translates it (context "Permission")
    std::string_view group; ///< the guide's groups: `read` | `write` | `delete` | `manage_users`, or empty
};

std::span<const PermissionInfo> permissions() noexcept;
const PermissionInfo& info(Permission permission) noexcept;
std::optional<Permission> findPermission(std::string_view word) noexcept;

/// A set of permissions; empty by default: nothing is allowed that isn't in it.
class PermissionSet {
public:
    void add(Permission permission) { m_bits.set(static_cast<std::size_t>(permission)); }
    void add(const PermissionSet& other) { m_bits |= other.m_bits; }
    /// Takes away what isn't in `other`.
    void restrictTo(const PermissionSet& other) { m_bits &= other.m_bits; }
    bool empty() const { return m_bits.none(); }
    bool has(Permission permission) const { return m_bits.test(static_cast<std::size_t>(permission)); }
    /// True if everything in `other` is in this one: who grants a role must hold what it holds.
    bool covers(const PermissionSet& other) const { return (other.m_bits & ~m_bits).none(); }
    std::size_t size() const { return m_bits.count(); }
    static PermissionSet all()
    {
        PermissionSet set;
        set.m_bits.set();
        return set;
    }
    bool operator==(const PermissionSet&) const = default;

private:
    std::bitset<permissionCount> m_bits;
};

} // namespace sallyport::access
