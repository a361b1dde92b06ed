#include "backend/identity/core/user_rows.h"

#include "backend/base/time_format.h"
#include "backend/storage/sql_text.h"

#include <algorithm>

namespace sallyport::identity {

std::string_view statusWord(UserStatus status) noexcept
{
    switch (status) {
    case UserStatus::Active: return "active";
    case UserStatus::Disabled: return "disabled";
    case UserStatus::Invited: return "invited";
    }
    return "disabled";
}

UserStatus statusOf(std::string_view word) noexcept
{
    if (word == "active")
        return UserStatus::Active;
    return word == "invited" ? UserStatus::Invited : UserStatus::Disabled;
}

User readUser(const storage::Row<UserColumn>& row)
{
    User user;
    user.id = UserId(row.text(UserColumn::Id));
    user.name = row.text(UserColumn::Name);
    user.email = row.text(UserColumn::Email);
    if (!row.isNull(UserColumn::Age))
        user.age = static_cast<int>(row.integer(UserColumn::Age));
    user.department = row.text(UserColumn::Department);
    user.status = statusOf(row.text(UserColumn::Status));
    user.mfaEnabled = hasFactor(static_cast<MfaState>(row.integer(UserColumn::MfaState)));
    user.authenticatorApp = row.integer(UserColumn::MfaState) == static_cast<std::int64_t>(MfaState::On);
    if (row.integer(UserColumn::LastSignInAt) != 0)
        user.lastSignInAt = row.time(UserColumn::LastSignInAt);
    user.lastSignInAddress = row.text(UserColumn::LastSignInAddress);
    user.passwordChangedAt = row.optionalTime(UserColumn::PasswordChangedAt);
    user.createdAt = row.time(UserColumn::CreatedAt);
    user.createdBy = row.text(UserColumn::CreatedBy);
    user.updatedAt = row.time(UserColumn::UpdatedAt);
    user.version = row.integer(UserColumn::Version);
    user.recoveryCodesLeft = static_cast<int>(row.integer(UserColumn::RecoveryLeft));
    user.passkeys = static_cast<int>(row.integer(UserColumn::Passkeys));
    user.lockedUntil = row.optionalTime(UserColumn::LockedUntil);
    user.mfaRequiredSince = row.optionalTime(UserColumn::MfaRequiredSince);
    return user;
}

LiveUser toLive(const User& user)
{
    LiveUser live{user.id,         user.name, user.email, user.roles, user.status, user.mfaEnabled, user.mfaRequiredSince,
                  user.department, {}};
    for (const RoleAssignment& one : user.assignments)
        if (one.until)
            live.ends.push_back({one.role, *one.until});
    return live;
}

namespace rows {

namespace {

enum class UserRoleColumn { User, Role, ExpiresAt, AssignedAt, AssignedBy, End };
constexpr storage::Columns<UserRoleColumn> userRoleColumns{{{UserRoleColumn::User, "user_id"},
                                                            {UserRoleColumn::Role, "role"},
                                                            {UserRoleColumn::ExpiresAt, "expires_at"},
                                                            {UserRoleColumn::AssignedAt, "assigned_at"},
                                                            {UserRoleColumn::AssignedBy, "assigned_by"}}};
constexpr auto rolesOfUser = storage::select(
    userRoleColumns, "FROM user_roles WHERE user_id = $1 AND (expires_at IS NULL OR expires_at > $2) ORDER BY role");

RoleAssignment readAssignment(const storage::Row<UserRoleColumn>& row)
{
    return {row.text(UserRoleColumn::Role), row.optionalTime(UserRoleColumn::ExpiresAt), row.time(UserRoleColumn::AssignedAt),
            row.text(UserRoleColumn::AssignedBy)};
}

enum class UserNameColumn { Id, Name, End };
constexpr storage::Columns<UserNameColumn> userNameColumns{{{UserNameColumn::Id, "id"}, {UserNameColumn::Name, "name"}}};

constexpr auto userById = storage::select(userColumns, "FROM users u WHERE u.id = $2");

enum class CredentialColumn {
    Id,
    Name,
    Email,
    Status,
    PasswordHash,
    MfaState,
    MfaSecret,
    MfaVersion,
    MfaLastStep,
    MfaStartedAt,
    MfaTries,
    PasswordShort,
    End
};

constexpr storage::Columns<CredentialColumn> credentialColumns{{{CredentialColumn::Id, "id"},
                                                                {CredentialColumn::Name, "name"},
                                                                {CredentialColumn::Email, "email"},
                                                                {CredentialColumn::Status, "status"},
                                                                {CredentialColumn::PasswordHash, "password_hash"},
                                                                {CredentialColumn::MfaState, "mfa_state"},
                                                                {CredentialColumn::MfaSecret, "mfa_secret"},
                                                                {CredentialColumn::MfaVersion, "mfa_version"},
                                                                {CredentialColumn::MfaLastStep, "mfa_last_step"},
                                                                {CredentialColumn::MfaStartedAt, "mfa_started_at"},
                                                                {CredentialColumn::MfaTries, "mfa_tries"},
                                                                {CredentialColumn::PasswordShort, "password_short"}}};
constexpr auto credentialsOfEmail = storage::select(credentialColumns, "FROM users WHERE email_key = $1");
constexpr auto credentialsOfId = storage::select(credentialColumns, "FROM users WHERE id = $1");

Result<std::optional<Credentials>> readCredentials(storage::Rows<CredentialColumn>& rows)
{
    SALLYPORT_ASSIGN(const bool found, rows.step());
    if (!found)
        return std::optional<Credentials>();
    const auto row = rows.row();
    Credentials credentials;
    credentials.id = UserId(row.text(CredentialColumn::Id));
    credentials.name = row.text(CredentialColumn::Name);
    credentials.email = row.text(CredentialColumn::Email);
    credentials.status = statusOf(row.text(CredentialColumn::Status));
    credentials.passwordHash = row.text(CredentialColumn::PasswordHash);
    credentials.mfaState = static_cast<MfaState>(row.integer(CredentialColumn::MfaState));
    credentials.mfaSecret = row.blob(CredentialColumn::MfaSecret);
    credentials.mfaVersion = row.integer(CredentialColumn::MfaVersion);
    credentials.mfaLastStep = row.integer(CredentialColumn::MfaLastStep);
    credentials.mfaStartedAt = row.optionalTime(CredentialColumn::MfaStartedAt);
    credentials.mfaTries = row.integer(CredentialColumn::MfaTries);
    credentials.passwordShort = row.flag(CredentialColumn::PasswordShort);
    return std::optional(std::move(credentials));
}

} // namespace

Result<User> user(storage::Transaction& transaction, const UserId& id, UtcTime now)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(userById));
    row.bind(1, now).bind(2, id);
    SALLYPORT_ASSIGN(const bool found, row.step());
    if (!found)
        return makeError(ErrorCode::NotFound, "No such user.");
    User user = readUser(row.row());
    SALLYPORT_ASSIGN(user.assignments, assignments(transaction, id, now));
    user.roles = roleNames(user.assignments);
    return user;
}

Result<std::optional<Credentials>> credentialsByEmail(storage::Transaction& transaction, std::string_view emailKey)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(credentialsOfEmail));
    row.bind(1, emailKey);
    return readCredentials(row);
}

Result<std::optional<Credentials>> credentialsById(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare(credentialsOfId));
    row.bind(1, id);
    return readCredentials(row);
}

Result<std::vector<RoleAssignment>> assignments(storage::Transaction& transaction, const UserId& id, UtcTime now)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(rolesOfUser));
    rows.bind(1, id).bind(2, now);
    std::vector<RoleAssignment> held;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            return held;
        held.push_back(readAssignment(rows.row()));
    }
}

Result<AssignmentsOfUsers> assignmentsOf(storage::Transaction& transaction, const std::vector<UserId>& ids, UtcTime now)
{
    AssignmentsOfUsers found;
    SALLYPORT_TRY(storage::inPortions(ids, 1, [&](std::span<const UserId> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("SELECT ").add(userRoleColumns.text()).add(" FROM user_roles WHERE user_id IN ").bindList(some);
        sql.add(" AND (expires_at IS NULL OR expires_at > ").bind(toMicros(now)).add(") ORDER BY user_id, role");
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, userRoleColumns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                return {};
            found[UserId(rows.row().text(UserRoleColumn::User))].push_back(readAssignment(rows.row()));
        }
    }));
    return found;
}

std::vector<std::string> roleNames(const std::vector<RoleAssignment>& assignments)
{
    std::vector<std::string> names;
    names.reserve(assignments.size());
    for (const RoleAssignment& one : assignments)
        names.push_back(one.role);
    return names;
}

Result<std::vector<std::pair<UserId, std::string>>> namesOf(storage::Transaction& transaction, const std::vector<UserId>& ids)
{
    std::vector<std::pair<UserId, std::string>> found;
    SALLYPORT_TRY(storage::inPortions(ids, 1, [&](std::span<const UserId> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("SELECT ").add(userNameColumns.text()).add(" FROM users WHERE id IN ").bindList(some).add(" ORDER BY id");
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, userNameColumns));
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                return {};
            found.emplace_back(rows.row().text(UserNameColumn::Id), rows.row().text(UserNameColumn::Name));
        }
    }));
    return found;
}

Result<void> setRoles(storage::Transaction& transaction, const UserId& id, const std::vector<WantedRole>& roles,
                      const Giving& giving)
{
    SALLYPORT_ASSIGN(const std::vector<RoleAssignment> before, assignments(transaction, id, giving.at));
    for (const RoleAssignment& held : before) {
        if (std::ranges::find(roles, held.role, &WantedRole::role) != roles.end())
            continue;
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM user_roles WHERE user_id = $1 AND role = $2"));
        remove.bind(1, id).bind(2, held.role);
        SALLYPORT_TRY(remove.run());
    }
    for (const WantedRole& wanted : roles) {
        const auto held = std::ranges::find(before, wanted.role, &RoleAssignment::role);
        if (held != before.end() && held->until == wanted.until)
            continue;
        // Whose end is another one now is told of it anew; what had ended is given anew.
        SALLYPORT_ASSIGN(auto put,
                         transaction.prepare("INSERT INTO user_roles (user_id, role, assigned_at, assigned_by, expires_at) "
                                             "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (user_id, role) DO UPDATE SET "
                                             "assigned_at = CASE WHEN user_roles.expires_at <= excluded.assigned_at THEN "
                                             "excluded.assigned_at ELSE user_roles.assigned_at END, "
                                             "assigned_by = CASE WHEN user_roles.expires_at <= excluded.assigned_at THEN "
                                             "excluded.assigned_by ELSE user_roles.assigned_by END, "
                                             "expires_at = excluded.expires_at, end_told = 0"));
        put.bind(1, id).bind(2, wanted.role).bind(3, giving.at).bind(4, giving.by).bind(5, wanted.until);
        SALLYPORT_TRY(put.run());
    }
    return copyFactor(transaction, id);
}

Result<std::int64_t> otherActiveAdministrators(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto row,
                     transaction.prepare("SELECT COUNT(DISTINCT u.id) FROM user_roles r JOIN users u ON u.id = r.user_id "
                                         "WHERE r.role IN ('admin', 'owner') AND r.expires_at IS NULL AND u.status = 'active' "
                                         "AND u.id <> $1"));
    row.bind(1, id);
    SALLYPORT_TRY(row.step());
    return row.integer();
}

Result<void> copyFactor(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(
        auto update,
        transaction.prepare("UPDATE user_roles SET "
                            "active = (SELECT CASE WHEN u.status = 'active' THEN 1 ELSE 0 END FROM users u WHERE u.id = $1), "
                            "factor = (SELECT CASE WHEN u.mfa_state >= 2 THEN 1 ELSE 0 END FROM users u WHERE u.id = $1) "
                            "WHERE user_id = $1"));
    update.bind(1, id);
    return update.run();
}

} // namespace rows

} // namespace sallyport::identity
