#pragma once

#include "backend/access/actor.h"
#include "backend/access/role.h"
#include "backend/storage/change_feed.h"
#include "backend/storage/store.h"

#include <memory>
#include <string_view>
#include <vector>

namespace sallyport::access {

/// All roles as they are now. A change of one may change what others allow, so they are told of together.
inline constexpr storage::Topic<std::vector<Role>> rolesTopic{"roles"};

/// Roles and what they allow. Reads are served from memory, which each change replaces. Thread-safe.
class Roles {
public:
    static Result<std::unique_ptr<Roles>> open(storage::Store& store);
    virtual ~Roles() = default;

    /// Needs roles:read. With member counts.
    [[nodiscard]] virtual Result<std::vector<Role>> list(const Actor& actor) = 0;
    /// The same of one, by its id or its name; NotFound.
    [[nodiscard]] virtual Result<Role> read(const Actor& actor, std::string_view idOrName) = 0;
    /// As they are now, without member counts; for those who decide and explain.
    virtual std::shared_ptr<const std::vector<Role>> table() const = 0;
    /// The union of what the named roles allow; unknown names allow nothing.
    virtual PermissionSet permissionsOf(const std::vector<std::string>& roleNames) const = 0;
    virtual bool exists(std::string_view roleName) const = 0;
    /// Reads the table again (another process changed it).
    [[nodiscard]] virtual Result<void> reload() = 0;
};

} // namespace sallyport::access
