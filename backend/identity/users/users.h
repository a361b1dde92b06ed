#pragma once

#include "backend/access/actor.h"
#include "backend/identity/core/user.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::identity {

/// What can be done to one user or many; the window's multi-selection and the API's POST routes use the same words.
enum class UserAction { Disable, Enable, Unlock, Delete, ResetMfa, RevokeSessions };

/// A role more, or one less; the others stay.
enum class RoleChange { Give, Take };

/// A user in memory, and what the API answers when asked for them: put together once, sent many times.
struct KeptUser {
    User user;
    std::string json; ///< of `userJson`
};

/// Something that a user may do now, and through which of the roles.
struct HeldPermission {
    access::Permission permission{};
    struct Source {
        /// From the role that the user has to the one that allows it by itself: `duty_physician, viewer`; one name if that is the
        /// same.
        std::vector<std::string> way;
        std::optional<UtcTime> until; ///< when the user's role ends
    };
    std::vector<Source> sources; ///< by the user's roles, the shortest way first
};

/// The users of the vault. Every call checks the actor's permission first, validates, changes and records in one
/// transaction. Calls block (database, and Argon2 where a password is set): workers only. Thread-safe.
class Users {
public:
    virtual ~Users() = default;

    /// users:read. Here and in every answer with a user, how that user signs in is told to whom requireSignInFacts() lets;
    /// PermissionDenied for a filter or an order by it.
    [[nodiscard]] virtual Result<UserPage> list(const access::Actor& actor, const UserQuery& query) = 0;
    [[nodiscard]] virtual Result<User> read(const access::Actor& actor, const UserId& id) = 0; ///< users:read, or oneself
    /// The same without waiting, for a user that is in memory and as the database has it; null: ask `read`. What another
    /// process changes shows within half a second. The one call that may run on a loop.
    [[nodiscard]] virtual Result<std::shared_ptr<const KeptUser>> readKept(const access::Actor&, const UserId&)
    {
        return std::shared_ptr<const KeptUser>();
    }
    /// What a user may do and where each of it comes from, in the order of the permissions. Oneself, or users:read and
    /// roles:read.
    [[nodiscard]] virtual Result<std::vector<HeldPermission>> permissions(const access::Actor& actor, const UserId& id) = 0;
    [[nodiscard]] virtual Result<UserStatistics> statistics(const access::Actor& actor) = 0; ///< users:read

    struct Created {
        User user;
        std::optional<OneTimeLink> invitation;
    };
    /// users:create (+ roles:assign and every permission of the roles if they are more than `viewer`).
    /// ValidationFailed with fields; Conflict if the e-mail is taken; PasswordTooWeak with fields.
    [[nodiscard]] virtual Result<Created> create(const access::Actor& actor, NewUser user) = 0;
    /// users:update. ValidationFailed, Conflict, PreconditionFailed, NotFound.
    [[nodiscard]] virtual Result<User> update(const access::Actor& actor, const UserId& id, const UserPatch& patch) = 0;
    /// roles:assign, and the actor must hold what it grants. A role acts up to its end, which lies ahead (ValidationFailed),
    /// and not beyond, whatever session, key or stream it is. Conflict for the last active administrator whose role has no end.
    [[nodiscard]] virtual Result<User> setRoles(const access::Actor& actor, const UserId& id,
                                                const std::vector<WantedRole>& roles) = 0;
    /// The same for one role, whatever the others are by then: false if there was nothing to do. ValidationFailed for a role
    /// that doesn't exist, Conflict (`last_role`) for the only one that a user has. What is given anew has this end, or none.
    [[nodiscard]] virtual Result<bool> changeRole(const access::Actor& actor, const UserId& id, const WantedRole& role,
                                                  RoleChange change) = 0;
    /// The permission of the action; ends sessions where that belongs to it (Disable, Delete, RevokeSessions, ResetMfa).
    /// Conflict for oneself or the last active administrator where that would lock everybody out.
    [[nodiscard]] virtual Result<void> apply(const access::Actor& actor, const UserId& id, UserAction action) = 0;
    /// users:reset_password: a single-use link, valid for 15 minutes... the old password stops working when it is used.
    [[nodiscard]] virtual Result<OneTimeLink> resetPassword(const access::Actor& actor, const UserId& id) = 0;
};

} // namespace sallyport::identity
