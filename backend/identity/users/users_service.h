#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/passwords/password_rules.h"
#include "backend/identity/users/joined_action.h"
#include "backend/identity/users/user_list.h"
#include "backend/identity/users/users.h"

#include <chrono>
#include <mutex>

namespace sallyport::identity {

inline constexpr std::chrono::hours invitationLifetime{72};
inline constexpr std::chrono::minutes resetLifetime{15};

/// The one implementation of Users. Reading is in user_list.cpp, changing in users_service.cpp and user_actions.cpp.
class UsersService final : public Users, public JoinedUserActions {
public:
    UsersService(Core& core, const PasswordRules& passwords) : m_core(core), m_passwords(passwords), m_list(core) {}

    Result<UserPage> list(const access::Actor& actor, const UserQuery& query) override;
    Result<User> read(const access::Actor& actor, const UserId& id) override;
    Result<std::shared_ptr<const KeptUser>> readKept(const access::Actor& actor, const UserId& id) override;
    Result<UserStatistics> statistics(const access::Actor& actor) override;
    Result<Created> create(const access::Actor& actor, NewUser user) override;
    Result<User> update(const access::Actor& actor, const UserId& id, const UserPatch& patch) override;
    Result<std::vector<HeldPermission>> permissions(const access::Actor& actor, const UserId& id) override;
    Result<User> setRoles(const access::Actor& actor, const UserId& id, const std::vector<WantedRole>& roles) override;
    Result<bool> changeRole(const access::Actor& actor, const UserId& id, const WantedRole& role, RoleChange change) override;
    Result<void> apply(const access::Actor& actor, const UserId& id, UserAction action) override;
    Result<OneTimeLink> resetPassword(const access::Actor& actor, const UserId& id) override;
    Result<void> applyWith(const access::Actor& actor, const UserId& id, UserAction action, Also also) override;

    /// The parts of create(), for who adds many at once; they check no permission but what the roles need.
    /// ValidationFailed with fields; PermissionDenied for roles that the actor may not give. Sorts and completes the roles.
    Result<void> checkNewUser(const access::Actor& actor, NewUser& user) const;
    Result<bool> isTaken(storage::Transaction& transaction, std::string_view email) const;
    /// Adds and records a user that was checked; without `passwordHash` invited, with a link if `invitation`.
    Result<Created> addChecked(storage::Transaction& transaction, const access::Actor& actor, const NewUser& user,
                               const std::string& passwordHash, bool invitation);

private:
    Result<void> requireRole(const std::string& name) const;
    Result<void> insert(storage::Transaction& transaction, const access::Actor& actor, const UserId& id, const NewUser& user,
                        const std::string& passwordHash);
    Result<OneTimeLink> newLink(storage::Transaction& transaction, const UserId& user, std::string_view purpose,
                                std::chrono::seconds lifetime);
    Result<User> applyPatch(storage::Transaction& transaction, const access::Actor& actor, const UserId& id,
                            const UserPatch& patch);
    Result<void> applyAction(storage::Transaction& transaction, const access::Actor& actor, const User& user, UserAction action);
    Result<void> setStatus(storage::Transaction& transaction, const User& user, UserStatus status);
    Result<void> remove(storage::Transaction& transaction, const User& user);
    /// `wanted` is sorted and made of roles that exist, which the actor may give.
    Result<User> replaceRoles(storage::Transaction& transaction, const access::Actor& actor, const User& before,
                              const std::vector<WantedRole>& wanted);
    Result<void> record(storage::Transaction& transaction, const access::Actor& actor, const User& user, std::string_view kind,
                        std::string details = {});
    /// The same, of an event that has all but whom it is about.
    Result<void> record(storage::Transaction& transaction, const User& user, audit::Event event);

    /// The actor of now: users:read, or oneself.
    Result<access::Actor> mayRead(const access::Actor& actor, const UserId& id) const;

    /// A user as `Store::version` had it, with the sign-in facts and without. Each answer is put together when it is first
    /// asked for: most who read a user want none.
    struct Kept {
        Kept(std::uint64_t storeVersion, const User& user, UtcTime now);
        const KeptUser& answer(bool facts) const;
        const std::uint64_t version;
        const std::optional<UtcTime> lockedUntil, rolesUntil;

    private:
        struct Answer {
            std::once_flag made;
            KeptUser of;
        };
        mutable Answer m_with, m_without;
    };
    static constexpr std::size_t keptUsers = 4096;

    Core& m_core;
    const PasswordRules& m_passwords;
    UserList m_list;
    BoundedCache<UserId, std::shared_ptr<const Kept>> m_kept{keptUsers};
};

} // namespace sallyport::identity
