#pragma once

#include "backend/access/actor.h"
#include "backend/access/role.h"
#include "backend/identity/roles/role_impact.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

struct NewRole {
    std::string name;                     ///< a small letter, then small letters, digits, `_` and `-`; unique, for ever
    std::string title;                    ///< empty: the name
    std::string description;              ///< at most access::roleDescriptionLimit characters
    std::vector<std::string> permissions; ///< words, `records:read`
    std::vector<std::string> inherits;    ///< names of roles
    /// Names of roles that inherit from it from then on, as somebody who may change each of them would have it (roles:update);
    /// one that isn't there is passed over.
    std::vector<std::string> heirs = {};
};

/// Only what is set changes.
struct RolePatch {
    std::optional<std::string> title;
    std::optional<std::string> description;
    std::optional<std::vector<std::string>> permissions;
    std::optional<std::vector<std::string>> inherits;
    std::optional<std::int64_t> expectedVersion;
};

/// Own roles. roles:create, :update, :delete; nobody makes, changes or deletes a role that allows something which they don't
/// hold themselves, before or after the change. What is built in stays (Conflict, word `built_in_role`). A change acts on the
/// next request of everybody whom it concerns. Blocks; workers only. Thread-safe.
class RoleChanges {
public:
    virtual ~RoleChanges() = default;

    [[nodiscard]] virtual Result<access::Role> create(const access::Actor& actor, NewRole role) = 0;
    /// By id or name.
    [[nodiscard]] virtual Result<access::Role> change(const access::Actor& actor, std::string_view role,
                                                      const RolePatch& patch) = 0;
    /// What `change` would mean, by the same code and refused for the same reasons; nothing is changed. With names of members for
    /// who holds users:read.
    [[nodiscard]] virtual Result<RoleImpact> preview(const access::Actor& actor, std::string_view role,
                                                     const RolePatch& patch) = 0;
    /// The same of `remove`.
    [[nodiscard]] virtual Result<RoleImpact> previewRemoval(const access::Actor& actor, std::string_view role) = 0;
    /// Its members and service accounts lose it, roles that inherit from it what they had from it.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, std::string_view role) = 0;
};

} // namespace sallyport::identity
