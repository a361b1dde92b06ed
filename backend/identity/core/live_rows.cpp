#include "backend/identity/core/live_rows.h"

#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/core/user_rows.h"

#include <string>

namespace sallyport::identity::rows {

namespace {

enum class LiveColumn { Id, Name, Email, Status, MfaState, MfaRequiredSince, Department, End };

constexpr storage::Columns<LiveColumn> liveColumns{{{LiveColumn::Id, "u.id"},
                                                    {LiveColumn::Name, "u.name"},
                                                    {LiveColumn::Email, "u.email"},
                                                    {LiveColumn::Status, "u.status"},
                                                    {LiveColumn::MfaState, "u.mfa_state"},
                                                    {LiveColumn::MfaRequiredSince, SALLYPORT_MFA_REQUIRED_SINCE},
                                                    {LiveColumn::Department, "u.department"}}};

enum class RoleOfColumn { User, Role, ExpiresAt, End };
constexpr storage::Columns<RoleOfColumn> roleOfColumns{
    {{RoleOfColumn::User, "user_id"}, {RoleOfColumn::Role, "role"}, {RoleOfColumn::ExpiresAt, "expires_at"}}};

#define SIGNED_IN "(SELECT user_id FROM sessions WHERE expires_at > $1)"
#define MEMBERS                                                                                                                  \
    "(SELECT m.user_id FROM user_roles m WHERE m.role = $1 AND (EXISTS (SELECT 1 FROM sessions s WHERE s.user_id = m.user_id) "  \
    "OR EXISTS (SELECT 1 FROM api_keys k WHERE k.user_id = m.user_id)))"

// Both in the order of the ids, so that a user's roles are found where its row was.
constexpr auto signedIn = storage::select(liveColumns, "FROM users u WHERE u.id IN " SIGNED_IN " ORDER BY u.id");
constexpr auto rolesSignedIn =
    storage::select(roleOfColumns, "FROM user_roles WHERE user_id IN " SIGNED_IN " ORDER BY user_id, role");
constexpr auto members = storage::select(liveColumns, "FROM users u WHERE u.id IN " MEMBERS " ORDER BY u.id");
constexpr auto rolesOfMembers =
    storage::select(roleOfColumns, "FROM user_roles WHERE user_id IN " MEMBERS " ORDER BY user_id, role");

/// Both statements take `which` as $1.
template <typename Which>
Result<std::vector<LiveUser>> read(storage::Transaction& transaction, const storage::Query<LiveColumn>& query,
                                   const storage::Query<RoleOfColumn>& rolesQuery, const Which& which)
{
    std::vector<LiveUser> users;
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(query));
    rows.bind(1, which);
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        const auto row = rows.row();
        LiveUser& user = users.emplace_back();
        user.id = UserId(row.text(LiveColumn::Id));
        user.name = row.text(LiveColumn::Name);
        user.email = row.text(LiveColumn::Email);
        user.status = statusOf(row.text(LiveColumn::Status));
        user.mfaEnabled = hasFactor(static_cast<MfaState>(row.integer(LiveColumn::MfaState)));
        user.mfaRequiredSince = row.optionalTime(LiveColumn::MfaRequiredSince);
        user.department = row.text(LiveColumn::Department);
    }
    SALLYPORT_ASSIGN(auto roles, transaction.prepare(rolesQuery));
    roles.bind(1, which);
    for (auto user = users.begin(); user != users.end();) {
        SALLYPORT_ASSIGN(const bool found, roles.step());
        if (!found)
            break;
        const std::string id = roles.row().text(RoleOfColumn::User);
        while (user != users.end() && user->id.text() < id)
            ++user;
        if (user == users.end() || user->id.text() != id)
            continue;
        user->roles.push_back(roles.row().text(RoleOfColumn::Role));
        if (const auto end = roles.row().optionalTime(RoleOfColumn::ExpiresAt))
            user->ends.push_back({user->roles.back(), *end});
    }
    return users;
}

} // namespace

Result<std::vector<LiveUser>> usersSignedIn(storage::Transaction& transaction, UtcTime now)
{
    return read(transaction, signedIn, rolesSignedIn, now);
}

Result<std::vector<LiveUser>> membersInMemory(storage::Transaction& transaction, std::string_view role)
{
    return read(transaction, members, rolesOfMembers, role);
}

#undef SIGNED_IN
#undef MEMBERS

} // namespace sallyport::identity::rows
