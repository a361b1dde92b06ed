#pragma once

#include "backend/identity/core/live_sessions.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/core/user.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sallyport::identity {

std::string_view statusWord(UserStatus status) noexcept; ///< `active` | `disabled` | `invited`
UserStatus statusOf(std::string_view word) noexcept;     ///< Disabled for a word that isn't one: errors deny

/// `users.mfa_state`.
/// On: an authenticator app, maybe passkeys too. The states above it: passkeys and no app, or one that waits for its code.
enum class MfaState : std::int64_t { None = 0, Enrolling = 1, On = 2, PasskeyOnly = 3, PasskeyEnrolling = 4 };

/// There is a second factor of some kind.
constexpr bool hasFactor(MfaState state) noexcept
{
    return state >= MfaState::On;
}
/// An authenticator app waits for its first code.
constexpr bool isEnrolling(MfaState state) noexcept
{
    return state == MfaState::Enrolling || state == MfaState::PasskeyEnrolling;
}

/// The columns of a table called `u`; parameter 1 is the time of now.
enum class UserColumn {
    Id,
    Name,
    Email,
    Age,
    Department,
    Status,
    MfaState,
    LastSignInAt,
    LastSignInAddress,
    PasswordChangedAt,
    CreatedAt,
    CreatedBy,
    UpdatedAt,
    Version,
    RecoveryLeft,
    Passkeys,
    LockedUntil,
    MfaRequiredSince,
    End
};

inline constexpr storage::Columns<UserColumn> userColumns{
    {{UserColumn::Id, "u.id"},
     {UserColumn::Name, "u.name"},
     {UserColumn::Email, "u.email"},
     {UserColumn::Age, "u.age"},
     {UserColumn::Department, "u.department"},
     {UserColumn::Status, "u.status"},
     {UserColumn::MfaState, "u.mfa_state"},
     {UserColumn::LastSignInAt, "u.last_sign_in_at"},
     {UserColumn::LastSignInAddress, "u.last_sign_in_address"},
     {UserColumn::PasswordChangedAt, "u.password_changed_at"},
     {UserColumn::CreatedAt, "u.created_at"},
     {UserColumn::CreatedBy, "u.created_by"},
     {UserColumn::UpdatedAt, "u.updated_at"},
     {UserColumn::Version, "u.version"},
     {UserColumn::RecoveryLeft, "u.recovery_left"},
     {UserColumn::Passkeys, "(SELECT COUNT(*) FROM passkeys k WHERE k.user_id = u.id)"},
     {UserColumn::LockedUntil,
      "(SELECT MAX(t.blocked_until) FROM sign_in_throttle t WHERE t.user_id = u.id AND t.blocked_until > $1)"},
     {UserColumn::MfaRequiredSince, SALLYPORT_MFA_REQUIRED_SINCE}}};

/// Everything but the roles.
User readUser(const storage::Row<UserColumn>& row);

/// What a sign-in needs. Lives in memory for the length of a call.
struct Credentials {
    UserId id;
    std::string name;
    std::string email;
    UserStatus status = UserStatus::Disabled;
    std::string passwordHash; ///< empty: none yet
    MfaState mfaState = MfaState::None;
    Bytes mfaSecret; ///< sealed
    std::int64_t mfaVersion = 0;
    std::int64_t mfaLastStep = 0;
    std::optional<UtcTime> mfaStartedAt;
    std::int64_t mfaTries = 0;
    bool passwordShort = false; ///< opens nothing while the second factor is off
};

/// SQL of the users; what changes their rows is in user_changes.h. All of them run inside the caller's transaction.
namespace rows {

/// NotFound if there is none.
Result<User> user(storage::Transaction& transaction, const UserId& id, UtcTime now);
Result<std::optional<Credentials>> credentialsByEmail(storage::Transaction& transaction, std::string_view emailKey);
Result<std::optional<Credentials>> credentialsById(storage::Transaction& transaction, const UserId& id);
/// The roles that are in force at `now`, by name.
Result<std::vector<RoleAssignment>> assignments(storage::Transaction& transaction, const UserId& id, UtcTime now);
/// The same of several users; who has none isn't there.
using AssignmentsOfUsers = std::unordered_map<UserId, std::vector<RoleAssignment>>;
Result<AssignmentsOfUsers> assignmentsOf(storage::Transaction& transaction, const std::vector<UserId>& ids, UtcTime now);
std::vector<std::string> roleNames(const std::vector<RoleAssignment>& assignments);
/// The names of several users, in the order of their ids; who is gone isn't there.
Result<std::vector<std::pair<UserId, std::string>>> namesOf(storage::Transaction& transaction, const std::vector<UserId>& ids);
/// Who gives roles, and when.
struct Giving {
    UtcTime at;
    std::string by; ///< a name
};
/// Roles that the user keeps keep the time at which they were given, and by whom.
Result<void> setRoles(storage::Transaction& transaction, const UserId& id, const std::vector<WantedRole>& roles,
                      const Giving& giving);
/// Active users with a role of `isAdministrator` that has no end, other than `id`.
Result<std::int64_t> otherActiveAdministrators(storage::Transaction& transaction, const UserId& id);
/// After the user's state, factor or roles changed: the copies of it by which coverage is counted.
Result<void> copyFactor(storage::Transaction& transaction, const UserId& id);

} // namespace rows

/// The part of a user that live sessions mirror.
LiveUser toLive(const User& user);

} // namespace sallyport::identity
