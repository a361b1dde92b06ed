#include "backend/identity/roles/user_roles_undo.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/role_news.h"
#include "backend/identity/core/roles_undo.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_rows.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

const WantedRole* find(const std::vector<WantedRole>& roles, const std::string& name)
{
    const auto found = std::ranges::find(roles, name, &WantedRole::role);
    return found == roles.end() ? nullptr : &*found;
}

struct Merged {
    std::vector<WantedRole> roles; ///< as the user shall have them
    std::vector<RoleAssignment> given;
    std::vector<std::string> stays;
};

/// What the user has now, with what the change did undone role by role.
Merged merge(const Core& core, const RolesUndo& undo, const std::vector<WantedRole>& held, UtcTime now)
{
    Merged merged;
    merged.roles = held;
    for (const RoleAssignment& had : undo.before) {
        const WantedRole* const left = find(undo.after, had.role);
        const WantedRole* const has = find(held, had.role);
        if (left != nullptr && left->until == had.until)
            continue; // the change didn't touch it
        // What has ended by itself since isn't there any more, as the change left it.
        const bool goneAsLeft = left == nullptr || (left->until && *left->until <= now);
        const bool untouchedSince = has == nullptr ? goneAsLeft : left != nullptr && has->until == left->until;
        const bool canBe = core.roles.exists(had.role) && (!had.until || *had.until > now);
        if (!untouchedSince || !canBe) {
            merged.stays.push_back(had.role);
            continue;
        }
        std::erase_if(merged.roles, [&](const WantedRole& one) { return one.role == had.role; });
        merged.roles.emplace_back(had.role, had.until);
        merged.given.push_back(had);
    }
    for (const WantedRole& left : undo.after) {
        if (std::ranges::find(undo.before, left.role, &RoleAssignment::role) != undo.before.end())
            continue;
        if (const WantedRole* const has = find(held, left.role); has != nullptr && has->until != left.until)
            merged.stays.push_back(left.role);
        else if (merged.roles.size() > 1) // nobody is without a role
            std::erase_if(merged.roles, [&](const WantedRole& one) { return one.role == left.role; });
    }
    std::ranges::sort(merged.roles, {}, &WantedRole::role);
    return merged;
}

} // namespace

Result<std::vector<std::string>> takeBackRoles(Core& core, storage::Transaction& transaction, const UserId& id,
                                               std::string_view text)
{
    const UtcTime now = core.clock.now();
    const RolesUndo undo = readRolesUndo(text);
    const auto user = rows::user(transaction, id, now);
    if (!user && user.error().code == ErrorCode::NotFound) {
        std::vector<std::string> all;
        for (const RoleAssignment& one : undo.before)
            all.push_back(one.role);
        return all;
    }
    if (!user)
        return user.error();
    const std::vector<WantedRole> held = asTheyAre(user->assignments);
    Merged merged = merge(core, undo, held, now);
    if (merged.roles == held)
        return std::move(merged.stays);
    const access::Actor system = access::Actor::system();
    SALLYPORT_TRY(rows::setRoles(transaction, id, merged.roles, {now, nameOf(system)}));
    // As if they had never been gone.
    for (const RoleAssignment& given : merged.given) {
        SALLYPORT_ASSIGN(auto put, transaction.prepare("UPDATE user_roles SET assigned_at = $3, assigned_by = $4 "
                                                       "WHERE user_id = $1 AND role = $2"));
        put.bind(1, id).bind(2, given.role).bind(3, given.since).bind(4, given.by);
        SALLYPORT_TRY(put.run());
    }
    SALLYPORT_TRY(rows::touch(transaction, id, now));
    SALLYPORT_ASSIGN(const User changed, rows::user(transaction, id, now));
    SALLYPORT_TRY(core.mirror(transaction, changed));
    audit::Event event = access::eventBy(system, audit::kind::userRolesChanged);
    event.object = {"user", id.text(), changed.name, changed.email};
    audit::Details details;
    details.change("roles", joined(held), joined(merged.roles));
    tellRoleChange(core.roles, event, details, held, merged.roles);
    event.detailsJson = details.json();
    SALLYPORT_TRY(core.journal.append(transaction, std::move(event)));
    return std::move(merged.stays);
}

} // namespace sallyport::identity
