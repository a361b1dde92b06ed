#include "backend/access/permission_words.h"
#include "backend/access/role_graph.h"
#include "backend/access/role_limits.h"
#include "backend/access/role_rows.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/roles/role_changes_service.h"
#include "backend/identity/roles/role_undo.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

using access::Role;

/// What the change did to one text, undone: false if somebody has written it anew.
bool putBack(std::string& now, const std::string& before, const std::string& after)
{
    if (before == after)
        return true;
    if (now != after)
        return false;
    now = before;
    return true;
}

std::string ownWords(const Role& role)
{
    return joined(access::permissionWords(role.own));
}

audit::Details differences(const Role& before, const Role& after)
{
    audit::Details details;
    details.change("title", before.title, after.title).change("description", before.description, after.description);
    details.change("permissions", ownWords(before), ownWords(after));
    details.change("inherits", joined(before.inherits), joined(after.inherits));
    return details;
}

/// A permission, or a role to inherit from, that the change took is given again, and one that it gave is taken: each by itself.
void putBackGrants(Role& role, const RoleUndo& undo)
{
    access::PermissionSet own;
    for (const access::PermissionInfo& one : access::permissions()) {
        const bool before = undo.before.own.has(one.permission), after = undo.after.own.has(one.permission);
        if (before != after ? before : role.own.has(one.permission))
            own.add(one.permission);
    }
    role.own = own;
    for (const std::string& name : undo.after.inherits)
        if (std::ranges::find(undo.before.inherits, name) == undo.before.inherits.end())
            std::erase(role.inherits, name);
    for (const std::string& name : undo.before.inherits)
        if (std::ranges::find(undo.after.inherits, name) == undo.after.inherits.end() &&
            std::ranges::find(role.inherits, name) == role.inherits.end())
            role.inherits.push_back(name);
    std::ranges::sort(role.inherits);
}

/// Without what isn't there any more, or what others have made a circle of meanwhile: those are answered.
std::vector<std::string> fitIn(std::vector<Role>& all, const std::string& name, const std::vector<std::string>& inheritedNow)
{
    Role& role = *std::ranges::find(all, name, &Role::name);
    std::vector<std::string> gone;
    std::erase_if(role.inherits, [&](const std::string& one) {
        const bool missing = std::ranges::find(all, one, &Role::name) == all.end();
        if (missing)
            gone.push_back(one);
        return missing;
    });
    access::inheritPermissions(all);
    if (!access::inheritanceMistake(all, name))
        return gone;
    for (const std::string& one : role.inherits)
        if (std::ranges::find(inheritedNow, one) == inheritedNow.end())
            gone.push_back(one);
    role.inherits = inheritedNow;
    access::inheritPermissions(all);
    return gone;
}

} // namespace

Result<std::vector<std::string>> RoleChangesService::takeBackChange(storage::Transaction& transaction, const RoleId& id,
                                                                    std::string_view text)
{
    const RoleUndo undo = readRoleUndo(text);
    SALLYPORT_ASSIGN(Table all, access::rows::allRoles(transaction));
    const auto found = std::ranges::find(all, id, &Role::id);
    if (found == all.end())
        return std::vector<std::string>{undo.before.name};
    const Role before = *found;
    std::vector<std::string> stays;
    if (!putBack(found->title, undo.before.title, undo.after.title))
        stays.emplace_back("title");
    if (!putBack(found->description, undo.before.description, undo.after.description))
        stays.emplace_back("description");
    putBackGrants(*found, undo);
    std::ranges::copy(fitIn(all, before.name, before.inherits), std::back_inserter(stays));
    Role& after = *std::ranges::find(all, id, &Role::id);
    const audit::Details details = differences(before, after);
    if (details.empty())
        return stays;
    after.version = before.version + 1;
    const access::Actor system = access::Actor::system();
    SALLYPORT_ASSIGN(const Role changed, store(transaction, system, all, before.name));
    SALLYPORT_TRY(record(transaction, system, changed, audit::kind::roleChanged, details.json()));
    return stays;
}

Result<std::vector<std::string>> RoleChangesService::takeBackRemoval(storage::Transaction& transaction, const std::string& change,
                                                                     std::string_view text)
{
    RoleUndo undo = readRoleUndo(text);
    Role& role = undo.before;
    SALLYPORT_ASSIGN(Table all, access::rows::allRoles(transaction));
    const bool taken = std::ranges::find(all, role.name, &Role::name) != all.end();
    if (taken || all.size() >= access::rolesLimit)
        return std::vector<std::string>{role.name};
    const access::Actor system = access::Actor::system();
    role.version += 1;
    all.push_back(role);
    std::vector<std::string> stays = fitIn(all, role.name, {});
    SALLYPORT_ASSIGN(const Role made, store(transaction, system, all, role.name));
    for (const std::string& name : undo.heirs) {
        const auto heir = std::ranges::find(all, name, &Role::name);
        if (heir == all.end()) {
            stays.push_back(name);
            continue;
        }
        const std::vector<std::string> before = heir->inherits;
        heir->inherits.push_back(role.name);
        std::ranges::sort(heir->inherits);
        if (!fitIn(all, name, before).empty()) {
            stays.push_back(name);
            continue;
        }
        SALLYPORT_TRY(store(transaction, system, all, name));
    }
    SALLYPORT_TRY(giveToKept(transaction, change, role.name, m_core.clock.now()));
    audit::Details details;
    details.change("name", {}, made.name).change("permissions", {}, ownWords(made)).change("inherits", {}, joined(made.inherits));
    SALLYPORT_TRY(record(transaction, system, made, audit::kind::roleCreated, details.json()));
    return stays;
}

} // namespace sallyport::identity
