#include "backend/identity/manage.h"

#include "backend/identity/user_rows.h"

namespace sallyport::identity {

Result<void> requireToGrant(const Core& core, const access::Actor& actor, const std::vector<std::string>& roles)
{
    const access::PermissionSet granted = core.roles.permissionsOf(roles);
    for (const access::PermissionInfo& permission : access::permissions())
        if (granted.has(permission.permission))
            SALLYPORT_TRY(access::require(actor, permission.permission));
    return {};
}

Result<void> requireToManage(const Core& core, storage::Transaction& transaction, const access::Actor& actor,
                             const UserId& id)
{
    if (actor.id == id)
        return {};
    SALLYPORT_ASSIGN(const std::vector<std::string> roles, rows::roles(transaction, id));
    return requireToGrant(core, actor, roles);
}

} // namespace sallyport::identity
