#include "backend/access/permission.h"

#include <array>

namespace sallyport::access {

namespace {

// In the order of the enumeration; the assertion below holds it there.
constexpr std::array<PermissionInfo, permissionCount> allPermissions{{
    {Permission::UsersRead, "users:read", "Read users", "read"},
    {Permission::UsersCreate, "users:create", "Add users", "manage_users"},
    {Permission::UsersUpdate, "users:update", "Change users", "manage_users"},
    {Permission::UsersDelete, "users:delete", "Delete users", "delete"},
    {Permission::UsersResetMfa, "users:reset_mfa", "Reset second factors", "manage_users"},
    {Permission::UsersResetPassword, "users:reset_password", "Reset passwords", "manage_users"},
    {Permission::UsersRevokeSessions, "users:revoke_sessions", "End sessions of others", "manage_users"},
    {Permission::UsersErase, "users:erase", "Erase the data of people", ""},
    {Permission::RolesRead, "roles:read", "Read roles", "read"},
    {Permission::RolesCreate, "roles:create", "Add roles", "manage_users"},
    {Permission::RolesUpdate, "roles:update", "Change roles", "manage_users"},
    {Permission::RolesDelete, "roles:delete", "Delete roles", "manage_users"},
    {Permission::RolesAssign, "roles:assign", "Assign roles", "manage_users"},
    {Permission::EventsRead, "events:read", "Read security events", ""},
    {Permission::EventsExport, "events:export", "Export audit reports", ""},
    {Permission::EventsVerify, "events:verify", "Verify the audit chain", ""},
    {Permission::IncidentsRead, "incidents:read", "Read incidents", ""},
    {Permission::IncidentsUpdate, "incidents:update", "Work on incidents", ""},
    {Permission::AlertsRead, "alerts:read", "Read alert rules", ""},
    {Permission::AlertsUpdate, "alerts:update", "Change alert rules", ""},
    {Permission::OutputsRead, "outputs:read", "Read destinations of events", ""},
    {Permission::OutputsUpdate, "outputs:update", "Change destinations of events", ""},
    {Permission::RetentionRead, "retention:read", "Read what is kept how long", ""},
    {Permission::RetentionUpdate, "retention:update", "Change what is kept how long", ""},
    {Permission::HistoryRead, "history:read", "Read the history of the configuration", ""},
    {Permission::SettingsRead, "settings:read", "Read settings", ""},
    {Permission::SettingsUpdate, "settings:update", "Change settings", ""},
    {Permission::ServerControl, "server:control", "Start and stop the server", ""},
    {Permission::MetricsRead, "metrics:read", "Read metrics", ""},
    {Permission::ProtectionRead, "protection:read", "Read limits, scores and detection", ""},
    {Permission::ProtectionUpdate, "protection:update", "Change limits, scores and detection", ""},
    {Permission::BansRead, "bans:read", "Read bans and address lists", ""},
    {Permission::BansCreate, "bans:create", "Ban and allow addresses", ""},
    {Permission::BansDelete, "bans:delete", "Lift bans", ""},
    {Permission::RecordsRead, "records:read", "Read records", "read"},
    {Permission::RecordsCreate, "records:create", "Add records", "write"},
    {Permission::RecordsUpdate, "records:update", "Change records", "write"},
    {Permission::RecordsDelete, "records:delete", "Delete records", "delete"},
    {Permission::RecordsUnmask, "records:unmask", "Show sensitive values of records", ""},
    {Permission::CommentsRead, "comments:read", "Read comments", "read"},
    {Permission::CommentsCreate, "comments:create", "Write comments", "write"},
    {Permission::CommentsUpdate, "comments:update", "Change comments", "write"},
    {Permission::CommentsDelete, "comments:delete", "Delete comments", "delete"},
    {Permission::FilesRead, "files:read", "Read files", "read"},
    {Permission::FilesCreate, "files:create", "Upload files", "write"},
    {Permission::FilesDelete, "files:delete", "Delete files", "delete"},
    {Permission::PoliciesRead, "policies:read", "Read policies and simulate", ""},
    {Permission::PoliciesCreate, "policies:create", "Add policies", ""},
    {Permission::PoliciesUpdate, "policies:update", "Change and publish policies", ""},
    {Permission::PoliciesDelete, "policies:delete", "Delete policies", ""},
    {Permission::DecisionsRead, "decisions:read", "Read decisions", ""},
    {Permission::KeysOwn, "keys:own", "Manage own API keys", ""},
    {Permission::KeysRead, "keys:read", "Read all API keys", ""},
    {Permission::KeysCreate, "keys:create", "Create API keys for others", ""},
    {Permission::KeysUpdate, "keys:update", "Change all API keys", ""},
    {Permission::KeysDelete, "keys:delete", "Revoke all API keys", ""},
    {Permission::ServiceAccountsRead, "service_accounts:read", "Read service accounts", ""},
    {Permission::ServiceAccountsCreate, "service_accounts:create", "Add service accounts", ""},
    {Permission::ServiceAccountsUpdate, "service_accounts:update", "Change service accounts", ""},
    {Permission::ServiceAccountsDelete, "service_accounts:delete", "Delete service accounts", ""},
    {Permission::TokensIntrospect, "tokens:introspect", "Check tokens of others", ""},
    {Permission::ProvidersRead, "providers:read", "Read identity providers", ""},
    {Permission::ProvidersCreate, "providers:create", "Add identity providers", ""},
    {Permission::ProvidersUpdate, "providers:update", "Change identity providers", ""},
    {Permission::ProvidersDelete, "providers:delete", "Delete identity providers", ""},
    {Permission::UsersLink, "users:link", "Link users to outside logins", "manage_users"},
    {Permission::SessionsRead, "sessions:read", "Read everybody's sessions", ""},
    {Permission::ConsoleUse, "console:use", "Use the console", ""},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < allPermissions.size(); ++i)
        if (static_cast<std::size_t>(allPermissions[i].permission) != i || allPermissions[i].word.empty())
            return false;
    return true;
}
static_assert(inOrder());

} // namespace

std::span<const PermissionInfo> permissions() noexcept
{
    return allPermissions;
}

const PermissionInfo& info(Permission permission) noexcept
{
    return allPermissions[static_cast<std::size_t>(permission)];
}

std::optional<Permission> findPermission(std::string_view word) noexcept
{
    for (const PermissionInfo& entry : allPermissions)
        if (entry.word == word)
            return entry.permission;
    return std::nullopt;
}

} // namespace sallyport::access
