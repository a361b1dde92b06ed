#include "backend/identity/core/manage.h"

#include "backend/access/role_limits.h"
#include "backend/base/sort_once.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/user_rows.h"

#include <algorithm>

namespace sallyport::identity {

Result<void> requireToGrant(const Core& core, const access::Actor& actor, const std::vector<std::string>& roles)
{
    return requireToGrant(core.roles, actor, roles);
}

Result<void> requireToGrant(const access::Roles& known, const access::Actor& actor, const std::vector<std::string>& roles)
{
    return requireAll(actor, known.permissionsOf(roles));
}

Result<void> requireAll(const access::Actor& actor, const access::PermissionSet& wanted)
{
    for (const access::PermissionInfo& permission : access::permissions())
        if (wanted.has(permission.permission))
            SALLYPORT_TRY(access::require(actor, permission.permission));
    return {};
}

bool isAdministrator(const std::vector<std::string>& roles)
{
    return std::ranges::any_of(roles, [](const std::string& role) { return role == "admin" || role == "owner"; });
}

bool staysAdministrator(const std::vector<WantedRole>& roles)
{
    return std::ranges::any_of(roles, [](const WantedRole& one) { return !one.until && isAdministrator({one.role}); });
}

std::vector<std::string> checkRoles(const Core& core, std::vector<std::string> roles, std::vector<FieldError>& errors)
{
    if (roles.size() > access::rolesOfOneLimit)
        errors.push_back({"roles", "At most " + std::to_string(access::rolesOfOneLimit) + " roles.", "maxItems"});
    for (std::size_t i = 0; i < roles.size() && i < access::rolesOfOneLimit; ++i)
        if (!core.roles.exists(roles[i]))
            errors.push_back({"roles." + std::to_string(i), "There is no such role.", "exists"});
    sortOnce(roles);
    return roles;
}

Result<void> requireToManage(const Core& core, storage::Transaction& transaction, const access::Actor& actor, const UserId& id)
{
    // A key speaks for its owner, but it is not the owner.
    if (actor.id == id && actor.key.empty())
        return {};
    SALLYPORT_ASSIGN(const std::vector<RoleAssignment> held, rows::assignments(transaction, id, core.clock.now()));
    return requireToGrant(core, actor, rows::roleNames(held));
}

Result<void> refuseForOneself(const access::Actor& actor, const UserId& account)
{
    if (actor.id != account)
        return {};
    Error error(ErrorCode::Conflict, "This cannot be done to one's own account.");
    error.word = "own_account";
    return error;
}

Result<void> requirePerson(const access::Actor& actor)
{
    if (actor.key.empty())
        return {};
    Error error(ErrorCode::PermissionDenied, "An API key cannot do this; sign in");
    error.word = "session_required";
    return error;
}

Result<std::vector<std::string>> rolesAbove(const Core& core, storage::Transaction& transaction, const access::Actor& actor)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT name FROM roles ORDER BY name"));
    std::vector<std::string> above;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, row.step());
        if (!found)
            return above;
        std::string role = row.text();
        if (!requireToGrant(core, actor, {role}))
            above.push_back(std::move(role));
    }
}

bool coversAll(const std::vector<std::string>& roles, const std::vector<std::string>& fewer)
{
    return std::ranges::all_of(fewer, [&](const std::string& role) { return std::ranges::find(roles, role) != roles.end(); });
}

std::string joined(const std::vector<WantedRole>& roles)
{
    std::vector<std::string> texts;
    for (const WantedRole& one : roles)
        texts.push_back(one.until ? one.role + " until " + toRfc3339(*one.until) : one.role);
    return joined(texts);
}

std::string joined(const std::vector<std::string>& roles)
{
    std::string text;
    for (const std::string& role : roles)
        text += (text.empty() ? "" : ", ") + role;
    return text;
}

Result<void> requireAnotherAdministrator(storage::Transaction& transaction, const User& user)
{
    if (user.status != UserStatus::Active || !staysAdministrator(asTheyAre(user.assignments)))
        return {};
    SALLYPORT_ASSIGN(const std::int64_t others, rows::otherActiveAdministrators(transaction, user.id));
    if (others > 0)
        return {};
    Error error(ErrorCode::Conflict, "This is the last active administrator whose role has no end.");
    error.word = "last_administrator";
    return error;
}

} // namespace sallyport::identity
