#pragma once

#include "backend/access/actor.h"
#include "backend/storage/store.h"

#include <memory>

namespace sallyport::access {

struct Role {
    RoleId id;
    std::string name;  ///< `admin`, `editor`, `viewer`
    std::string title; ///< `Administrator`
    std::string description;
    bool builtIn = true;
    PermissionSet permissions;
    std::int64_t members = 0;
};

/// Roles and what they allow. Reads are served from memory, refreshed after each change. Thread-safe.
class Roles {
public:
    static Result<std::unique_ptr<Roles>> open(storage::Store& store);
    virtual ~Roles() = default;

    /// Needs roles:read. With member counts.
    [[nodiscard]] virtual Result<std::vector<Role>> list(const Actor& actor) = 0;
    /// The same of one; NotFound.
    [[nodiscard]] virtual Result<Role> read(const Actor& actor, const RoleId& id) = 0;
    /// The union of what the named roles allow; unknown names allow nothing.
    virtual PermissionSet permissionsOf(const std::vector<std::string>& roleNames) const = 0;
    virtual bool exists(std::string_view roleName) const = 0;
    /// Reads the table again (another process changed it).
    [[nodiscard]] virtual Result<void> reload() = 0;
};

} // namespace sallyport::access
