#include "backend/identity/api_keys/key_owner_rows.h"

#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/core/user_rows.h"
#include "backend/storage/sql_text.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

namespace sallyport::identity::rows {

namespace {

enum class OwnerColumn { Id, Name, Email, Status, MfaState, MfaRequiredSince, Department, End };

constexpr storage::Columns<OwnerColumn> ownerColumns{{{OwnerColumn::Id, "u.id"},
                                                      {OwnerColumn::Name, "u.name"},
                                                      {OwnerColumn::Email, "u.email"},
                                                      {OwnerColumn::Status, "u.status"},
                                                      {OwnerColumn::MfaState, "u.mfa_state"},
                                                      {OwnerColumn::MfaRequiredSince, SALLYPORT_MFA_REQUIRED_SINCE},
                                                      {OwnerColumn::Department, "u.department"}}};
constexpr auto ownerById = storage::select(ownerColumns, "FROM users u WHERE u.id = $1");
constexpr auto ownersOfKeys = storage::select(ownerColumns, "FROM users u WHERE u.id IN (SELECT user_id FROM api_keys)");

enum class OwnerRoleColumn { Owner, Role, ExpiresAt, End };

constexpr storage::Columns<OwnerRoleColumn> userRolesColumns{
    {{OwnerRoleColumn::Owner, "user_id"}, {OwnerRoleColumn::Role, "role"}, {OwnerRoleColumn::ExpiresAt, "expires_at"}}};
constexpr auto rolesOfKeyOwners =
    storage::select(userRolesColumns, "FROM user_roles WHERE user_id IN (SELECT user_id FROM api_keys) ORDER BY user_id, role");
constexpr storage::Columns<OwnerRoleColumn> accountRolesColumns{{{OwnerRoleColumn::Owner, "account_id"},
                                                                 {OwnerRoleColumn::Role, "role"},
                                                                 {OwnerRoleColumn::ExpiresAt, "CAST(NULL AS BIGINT)"}}};
constexpr auto rolesOfKeyAccounts =
    storage::select(accountRolesColumns, "FROM service_account_roles WHERE account_id IN (SELECT "
                                         "service_account_id FROM api_keys) ORDER BY account_id, role");

enum class AccountColumn { Id, Name, Description, Status, CreatedAt, CreatedBy, UpdatedAt, Version, End };

constexpr storage::Columns<AccountColumn> accountColumns{{{AccountColumn::Id, "id"},
                                                          {AccountColumn::Name, "name"},
                                                          {AccountColumn::Description, "description"},
                                                          {AccountColumn::Status, "status"},
                                                          {AccountColumn::CreatedAt, "created_at"},
                                                          {AccountColumn::CreatedBy, "created_by"},
                                                          {AccountColumn::UpdatedAt, "updated_at"},
                                                          {AccountColumn::Version, "version"}}};
constexpr auto accountById = storage::select(accountColumns, "FROM service_accounts WHERE id = $1");
constexpr auto accountsOfKeys =
    storage::select(accountColumns, "FROM service_accounts WHERE id IN (SELECT service_account_id FROM api_keys)");
/// $1 pattern, $2 cursor's place, $3 cursor's id, $4 limit, $5 offset.
constexpr auto accountsUp =
    storage::select(accountColumns, "FROM service_accounts WHERE name_key LIKE $1 ESCAPE '\\' AND (name_key, id) > ($2, $3) "
                                    "ORDER BY name_key, id LIMIT $4 OFFSET $5");
constexpr auto accountsDown =
    storage::select(accountColumns, "FROM service_accounts WHERE name_key LIKE $1 ESCAPE '\\' AND ($3 = '' OR "
                                    "(name_key, id) < ($2, $3)) ORDER BY name_key DESC, id DESC LIMIT $4 OFFSET $5");

LiveOwner readOwner(const storage::Row<OwnerColumn>& row)
{
    LiveOwner owner;
    owner.owner.id = UserId(row.text(OwnerColumn::Id));
    owner.owner.name = row.text(OwnerColumn::Name);
    owner.owner.email = row.text(OwnerColumn::Email);
    owner.owner.active = statusOf(row.text(OwnerColumn::Status)) == UserStatus::Active;
    owner.mfaEnabled = hasFactor(static_cast<MfaState>(row.integer(OwnerColumn::MfaState)));
    owner.mfaRequiredSince = row.optionalTime(OwnerColumn::MfaRequiredSince);
    owner.department = row.text(OwnerColumn::Department);
    return owner;
}

/// Without its roles.
ServiceAccount readAccount(const storage::Row<AccountColumn>& row)
{
    ServiceAccount account;
    account.id = UserId(row.text(AccountColumn::Id));
    account.name = row.text(AccountColumn::Name);
    account.description = row.text(AccountColumn::Description);
    account.enabled = row.text(AccountColumn::Status) == "active";
    account.createdAt = row.time(AccountColumn::CreatedAt);
    account.createdBy = row.text(AccountColumn::CreatedBy);
    account.updatedAt = row.time(AccountColumn::UpdatedAt);
    account.version = row.integer(AccountColumn::Version);
    return account;
}

LiveOwner ownerOf(ServiceAccount account)
{
    LiveOwner owner;
    owner.owner.id = account.id;
    owner.owner.service = true;
    owner.owner.name = std::move(account.name);
    owner.owner.active = account.enabled;
    owner.roles = std::move(account.roles);
    return owner;
}

/// To the owners of which the query tells.
Result<void> addRoles(storage::Transaction& transaction, const storage::Query<OwnerRoleColumn>& query,
                      std::unordered_map<UserId, LiveOwner>& owners)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(query));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return {};
        const auto owner = owners.find(UserId(rows.row().text(OwnerRoleColumn::Owner)));
        if (owner == owners.end())
            continue;
        owner->second.roles.push_back(rows.row().text(OwnerRoleColumn::Role));
        if (const auto end = rows.row().optionalTime(OwnerRoleColumn::ExpiresAt))
            owner->second.ends.push_back({owner->second.roles.back(), *end});
    }
}

} // namespace

Result<LiveOwner> keyOwner(storage::Transaction& transaction, const UserId& id, UtcTime now)
{
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(ownerById));
        rows.bind(1, id);
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (found) {
            LiveOwner owner = readOwner(rows.row());
            SALLYPORT_ASSIGN(const std::vector<RoleAssignment> held, assignments(transaction, id, now));
            for (const RoleAssignment& one : held) {
                owner.roles.push_back(one.role);
                if (one.until)
                    owner.ends.push_back({one.role, *one.until});
            }
            return owner;
        }
    }
    auto account = serviceAccount(transaction, id);
    if (!account)
        return makeError(ErrorCode::NotFound, "No such user or service account.");
    return ownerOf(std::move(*account));
}

Result<std::vector<LiveOwner>> keyOwners(storage::Transaction& transaction)
{
    std::unordered_map<UserId, LiveOwner> owners;
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(ownersOfKeys));
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            LiveOwner owner = readOwner(rows.row());
            const UserId id = owner.owner.id;
            owners.emplace(id, std::move(owner));
        }
    }
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(accountsOfKeys));
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            LiveOwner owner = ownerOf(readAccount(rows.row()));
            const UserId id = owner.owner.id;
            owners.emplace(id, std::move(owner));
        }
    }
    SALLYPORT_TRY(addRoles(transaction, rolesOfKeyOwners, owners));
    SALLYPORT_TRY(addRoles(transaction, rolesOfKeyAccounts, owners));
    std::vector<LiveOwner> all;
    for (auto& [id, owner] : owners)
        all.push_back(std::move(owner));
    return all;
}

Result<std::vector<std::string>> serviceRoles(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT role FROM service_account_roles WHERE account_id = $1 ORDER BY role"));
    row.bind(1, id);
    std::vector<std::string> names;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found)
            return names;
        names.push_back(row.text());
    }
}

Result<void> setServiceRoles(storage::Transaction& transaction, const UserId& id, const std::vector<std::string>& roles,
                             const Giving& giving)
{
    SALLYPORT_ASSIGN(const std::vector<std::string> before, serviceRoles(transaction, id));
    for (const std::string& role : before) {
        if (std::ranges::find(roles, role) != roles.end())
            continue;
        SALLYPORT_ASSIGN(auto remove,
                         transaction.prepare("DELETE FROM service_account_roles WHERE account_id = $1 AND role = $2"));
        remove.bind(1, id).bind(2, role);
        SALLYPORT_TRY(remove.run());
    }
    for (const std::string& role : roles) {
        SALLYPORT_ASSIGN(auto put,
                         transaction.prepare("INSERT INTO service_account_roles (account_id, role, assigned_at, assigned_by) "
                                             "VALUES ($1, $2, $3, $4) ON CONFLICT (account_id, role) DO NOTHING"));
        put.bind(1, id).bind(2, role).bind(3, giving.at).bind(4, giving.by);
        SALLYPORT_TRY(put.run());
    }
    return {};
}

Result<ServiceAccount> serviceAccount(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(accountById));
    rows.bind(1, id);
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return makeError(ErrorCode::NotFound, "No such service account.");
    ServiceAccount account = readAccount(rows.row());
    SALLYPORT_ASSIGN(account.roles, serviceRoles(transaction, id));
    return account;
}

Result<std::vector<ServiceAccount>> serviceAccounts(storage::Transaction& transaction, const ServiceAccountRange& range)
{
    std::vector<ServiceAccount> accounts;
    std::vector<UserId> ids;
    {
        SALLYPORT_ASSIGN(auto rows, transaction.prepare(range.descending ? accountsDown : accountsUp));
        rows.bind(1, range.pattern).bind(2, range.afterKey).bind(3, range.afterId).bind(4, range.limit).bind(5, range.offset);
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                break;
            accounts.push_back(readAccount(rows.row()));
            ids.push_back(accounts.back().id);
        }
    }
    std::unordered_map<UserId, std::vector<std::string>> roles;
    SALLYPORT_TRY(storage::inPortions(ids, 1, [&](std::span<const UserId> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("SELECT ").add(accountRolesColumns.text()).add(" FROM service_account_roles WHERE account_id IN ").bindList(some);
        sql.add(" ORDER BY account_id, role");
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, accountRolesColumns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool found, rows.step());
            if (!found)
                return {};
            roles[UserId(rows.row().text(OwnerRoleColumn::Owner))].push_back(rows.row().text(OwnerRoleColumn::Role));
        }
    }));
    for (ServiceAccount& account : accounts)
        account.roles = std::move(roles[account.id]);
    return accounts;
}

} // namespace sallyport::identity::rows
