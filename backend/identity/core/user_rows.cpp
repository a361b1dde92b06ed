#include "backend/identity/core/user_rows.h"

#include "backend/base/time_format.h"

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

User readUserColumns(const storage::Statement& row)
{
    User user;
    user.id = UserId(row.text(0));
    user.name = row.text(1);
    user.email = row.text(2);
    if (!row.isNull(3))
        user.age = static_cast<int>(row.integer(3));
    user.department = row.text(4);
    user.status = statusOf(row.text(5));
    user.mfaEnabled = hasFactor(static_cast<MfaState>(row.integer(6)));
    user.authenticatorApp = row.integer(6) == static_cast<std::int64_t>(MfaState::On);
    if (row.integer(7) != 0)
        user.lastSignInAt = row.time(7);
    user.lastSignInAddress = row.text(8);
    user.passwordChangedAt = row.optionalTime(9);
    user.createdAt = row.time(10);
    user.createdBy = row.text(11);
    user.updatedAt = row.time(12);
    user.version = row.integer(13);
    user.recoveryCodesLeft = static_cast<int>(row.integer(14));
    user.passkeys = static_cast<int>(row.integer(15));
    user.lockedUntil = row.optionalTime(16);
    user.mfaRequiredSince = row.optionalTime(17);
    return user;
}

LiveUser toLive(const User& user)
{
    return {user.id, user.name, user.email, user.roles, user.status, user.mfaEnabled, user.mfaRequiredSince};
}

namespace rows {

namespace {

#define SALLYPORT_CREDENTIAL_COLUMNS                                                                                             \
    "id, name, email, status, password_hash, mfa_state, mfa_secret, mfa_version, mfa_last_step, mfa_started_at, "                \
    "mfa_tries, password_short"

Result<std::optional<Credentials>> readCredentials(storage::Statement& row)
{
    SALLYPORT_ASSIGN(const bool found, row.step());
    if (!found)
        return std::optional<Credentials>();
    Credentials credentials;
    credentials.id = UserId(row.text(0));
    credentials.name = row.text(1);
    credentials.email = row.text(2);
    credentials.status = statusOf(row.text(3));
    credentials.passwordHash = row.text(4);
    credentials.mfaState = static_cast<MfaState>(row.integer(5));
    credentials.mfaSecret = row.blob(6);
    credentials.mfaVersion = row.integer(7);
    credentials.mfaLastStep = row.integer(8);
    credentials.mfaStartedAt = row.optionalTime(9);
    credentials.mfaTries = row.integer(10);
    credentials.passwordShort = row.integer(11) != 0;
    return std::optional(std::move(credentials));
}

} // namespace

Result<User> user(storage::Transaction& transaction, const UserId& id, UtcTime now)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT " SALLYPORT_USER_COLUMNS " FROM users u WHERE u.id = $2"));
    row.bind(1, now).bind(2, id);
    SALLYPORT_ASSIGN(const bool found, row.step());
    if (!found)
        return makeError(ErrorCode::NotFound, "No such user.");
    User user = readUserColumns(row);
    SALLYPORT_ASSIGN(user.roles, roles(transaction, id));
    return user;
}

Result<std::optional<Credentials>> credentialsByEmail(storage::Transaction& transaction, std::string_view emailKey)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT " SALLYPORT_CREDENTIAL_COLUMNS " FROM users WHERE email_key = $1"));
    row.bind(1, emailKey);
    return readCredentials(row);
}

Result<std::optional<Credentials>> credentialsById(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT " SALLYPORT_CREDENTIAL_COLUMNS " FROM users WHERE id = $1"));
    row.bind(1, id);
    return readCredentials(row);
}

Result<std::vector<std::string>> roles(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare("SELECT role FROM user_roles WHERE user_id = $1 ORDER BY role"));
    rows.bind(1, id);
    std::vector<std::string> names;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            return names;
        names.push_back(rows.text(0));
    }
}

Result<void> setRoles(storage::Transaction& transaction, const UserId& id, const std::vector<std::string>& roles, UtcTime now)
{
    SALLYPORT_ASSIGN(const std::vector<std::string> before, rows::roles(transaction, id));
    for (const std::string& role : before) {
        if (std::ranges::find(roles, role) != roles.end())
            continue;
        SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM user_roles WHERE user_id = $1 AND role = $2"));
        remove.bind(1, id).bind(2, role);
        SALLYPORT_TRY(remove.run());
    }
    for (const std::string& role : roles) {
        if (std::ranges::find(before, role) != before.end())
            continue;
        SALLYPORT_ASSIGN(auto insert, transaction.prepare("INSERT INTO user_roles (user_id, role, assigned_at) "
                                                          "VALUES ($1, $2, $3) ON CONFLICT (user_id, role) DO NOTHING"));
        insert.bind(1, id).bind(2, role).bind(3, now);
        SALLYPORT_TRY(insert.run());
    }
    return copyFactor(transaction, id);
}

Result<std::int64_t> otherActiveAdministrators(storage::Transaction& transaction, const UserId& id)
{
    SALLYPORT_ASSIGN(auto row,
                     transaction.prepare("SELECT COUNT(DISTINCT u.id) FROM user_roles r JOIN users u ON u.id = r.user_id "
                                         "WHERE r.role IN ('admin', 'owner') AND u.status = 'active' AND u.id <> $1"));
    row.bind(1, id);
    SALLYPORT_TRY(row.step());
    return row.integer(0);
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
