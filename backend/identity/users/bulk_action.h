#pragma once

#include "backend/access/roles.h"
#include "backend/identity/users/users.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sallyport::identity {

/// One thing that is done to many users, one after the other: an action, or a role that they are given or that is taken
/// from them. API, command line and window know the same ones.
struct BulkAction {
    std::variant<UserAction, RoleChange> what;
    std::string role = {}; ///< of a RoleChange

    bool changesRole() const noexcept { return std::holds_alternative<RoleChange>(what); }
};

/// The words that bulkActionOf knows, in the order of a help text.
std::vector<std::string_view> bulkActionWords();
/// `disable`, `enable`, `unlock`, `reset-mfa`, `revoke-sessions` and `delete`, as the routes of one user end, `give-role` and
/// `take-role`; nothing for another word. The role is left to the caller.
std::optional<BulkAction> bulkActionOf(std::string_view word);

/// What an operator needs for it, for a single user too.
access::Permission permissionOf(UserAction action) noexcept;
access::Permission permissionOf(const BulkAction& action) noexcept;

/// What can be said before the first user: PermissionDenied if the actor may do it to nobody, or gives or takes a role that
/// allows more than they may; ValidationFailed for a role that doesn't exist. The calls for each user ask again.
[[nodiscard]] Result<void> mayAtAll(const access::Roles& roles, const access::Actor& actor, const BulkAction& action);

/// Does it to one user by the call that a single user's action takes: its permissions, checks and record. False if a role
/// was there, or gone, already.
[[nodiscard]] Result<bool> applyTo(Users& users, const access::Actor& actor, const UserId& id, const BulkAction& action);

} // namespace sallyport::identity
