#include "backend/identity/users/bulk_action.h"

#include "backend/identity/core/manage.h"
#include "backend/identity/core/user_fields.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sallyport::identity {

namespace {

using What = std::variant<UserAction, RoleChange>;

constexpr std::array<std::pair<std::string_view, What>, 8> bulkWords{{
    {"disable", UserAction::Disable},
    {"enable", UserAction::Enable},
    {"unlock", UserAction::Unlock},
    {"reset-mfa", UserAction::ResetMfa},
    {"revoke-sessions", UserAction::RevokeSessions},
    {"delete", UserAction::Delete},
    {"give-role", RoleChange::Give},
    {"take-role", RoleChange::Take},
}};

} // namespace

std::vector<std::string_view> bulkActionWords()
{
    std::vector<std::string_view> words;
    for (const auto& [word, what] : bulkWords)
        words.push_back(word);
    return words;
}

std::optional<BulkAction> bulkActionOf(std::string_view word)
{
    const auto known = std::ranges::find(bulkWords, word, &std::pair<std::string_view, What>::first);
    return known == bulkWords.end() ? std::nullopt : std::optional(BulkAction{known->second});
}

access::Permission permissionOf(UserAction action) noexcept
{
    switch (action) {
    case UserAction::Disable:
    case UserAction::Enable:
    case UserAction::Unlock: return access::Permission::UsersUpdate;
    case UserAction::Delete: return access::Permission::UsersDelete;
    case UserAction::ResetMfa: return access::Permission::UsersResetMfa;
    case UserAction::RevokeSessions: return access::Permission::UsersRevokeSessions;
    }
    return access::Permission::UsersDelete;
}

access::Permission permissionOf(const BulkAction& action) noexcept
{
    const auto* one = std::get_if<UserAction>(&action.what);
    return one != nullptr ? permissionOf(*one) : access::Permission::RolesAssign;
}

Result<void> mayAtAll(const access::Roles& roles, const access::Actor& actor, const BulkAction& action)
{
    SALLYPORT_TRY(access::require(actor, permissionOf(action)));
    if (!action.changesRole())
        return {};
    if (!roles.exists(action.role))
        return validationError({{"role", "There is no such role.", "exists"}});
    return requireToGrant(roles, actor, {action.role});
}

Result<bool> applyTo(Users& users, const access::Actor& actor, const UserId& id, const BulkAction& action)
{
    if (const auto* change = std::get_if<RoleChange>(&action.what))
        return users.changeRole(actor, id, {action.role}, *change);
    SALLYPORT_TRY(users.apply(actor, id, std::get<UserAction>(action.what)));
    return true;
}

} // namespace sallyport::identity
