#include "tests/ui/support/fake_services.h"

#include "backend/access/role_graph.h"

#include <algorithm>

namespace sallyport::tests {

FakeRoles::FakeRoles()
{
    using access::Permission;
    access::PermissionSet viewer, editor;
    viewer.add(Permission::RecordsRead);
    editor.add(viewer);
    editor.add(Permission::RecordsCreate);
    editor.add(Permission::RecordsUpdate);
    editor.add(Permission::UsersRead);
    const auto add = [this](const char* id, const char* name, const char* title, const char* description,
                            const access::PermissionSet& permissions, std::int64_t members) {
        access::Role role;
        role.id = RoleId(id);
        role.name = name;
        role.title = title;
        role.description = description;
        role.own = permissions;
        role.permissions = permissions;
        role.members = members;
        m_roles.push_back(std::move(role));
    };
    add("r1", "admin", "Administrator", "May do everything", access::PermissionSet::all(), 3);
    add("r2", "editor", "Editor", "Reads and changes records", editor, 41);
    add("r3", "viewer", "Viewer", "Reads records", viewer, 1240);
    access::PermissionSet onlooker, auditor, worker;
    for (const Permission permission :
         {Permission::ConsoleUse, Permission::UsersRead, Permission::RolesRead, Permission::EventsRead})
        onlooker.add(permission);
    for (const access::PermissionInfo& info : access::permissions()) {
        if (info.word.ends_with(":read"))
            auditor.add(info.permission);
        if (info.word != "settings:update" && (!info.word.starts_with("providers:") || info.word.ends_with(":read")))
            worker.add(info.permission);
    }
    auditor.add(onlooker);
    auditor.add(Permission::EventsExport);
    auditor.add(Permission::EventsVerify);
    add("r4", "owner", "Owner", "May do everything", access::PermissionSet::all(), 1);
    add("r5", "operator", "Operator", "The day's work", worker, 2);
    add("r6", "auditor", "Auditor", "Reads everything", auditor, 1);
    add("r7", "console_viewer", "Console viewer", "Sees some", onlooker, 0);
}

Result<std::vector<access::Role>> FakeRoles::list(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    return m_roles;
}

Result<access::Role> FakeRoles::read(const access::Actor&, std::string_view idOrName)
{
    const std::lock_guard guard(m_mutex);
    const access::Role* const role = access::findRole(m_roles, idOrName);
    return role != nullptr ? Result<access::Role>(*role) : makeError(ErrorCode::NotFound, "There is no such role");
}

access::PermissionSet FakeRoles::permissionsOf(const std::vector<std::string>& roleNames) const
{
    const std::lock_guard guard(m_mutex);
    access::PermissionSet all;
    for (const auto& role : m_roles)
        if (std::ranges::find(roleNames, role.name) != roleNames.end())
            all.add(role.permissions);
    return all;
}

bool FakeRoles::exists(std::string_view roleName) const
{
    const std::lock_guard guard(m_mutex);
    return access::findRole(m_roles, roleName) != nullptr;
}

void FakeRoles::set(const std::function<void(std::vector<access::Role>&)>& edit)
{
    const std::lock_guard guard(m_mutex);
    edit(m_roles);
    access::inheritPermissions(m_roles);
}

namespace {

access::PermissionSet setOf(const std::vector<std::string>& words)
{
    access::PermissionSet set;
    for (const std::string& word : words)
        if (const auto permission = access::findPermission(word))
            set.add(*permission);
    return set;
}

} // namespace

Result<access::Role> FakeRoleChanges::create(const access::Actor& actor, identity::NewRole wanted)
{
    if (auto error = failures.take())
        return *error;
    if (m_roles.exists(wanted.name)) {
        Error error(ErrorCode::Conflict, "Another role has this name.");
        error.word = "name_taken";
        return error;
    }
    m_roles.set([&](std::vector<access::Role>& all) {
        access::Role role;
        role.id = RoleId("own" + std::to_string(all.size()));
        role.name = wanted.name;
        role.title = wanted.title;
        role.description = wanted.description;
        role.builtIn = false;
        role.own = setOf(wanted.permissions);
        role.inherits = wanted.inherits;
        all.push_back(std::move(role));
    });
    return m_roles.read(actor, wanted.name);
}

Result<access::Role> FakeRoleChanges::change(const access::Actor& actor, std::string_view name, const identity::RolePatch& patch)
{
    if (auto error = failures.take())
        return *error;
    SALLYPORT_ASSIGN(const access::Role before, m_roles.read(actor, name));
    if (patch.expectedVersion && *patch.expectedVersion != before.version)
        return makeError(ErrorCode::PreconditionFailed, "changed meanwhile");
    m_roles.set([&](std::vector<access::Role>& all) {
        access::Role& role = *std::ranges::find(all, before.name, &access::Role::name);
        role.title = patch.title.value_or(role.title);
        role.description = patch.description.value_or(role.description);
        if (patch.permissions)
            role.own = setOf(*patch.permissions);
        role.inherits = patch.inherits.value_or(role.inherits);
        ++role.version;
    });
    return m_roles.read(actor, name);
}

Result<void> FakeRoleChanges::remove(const access::Actor& actor, std::string_view name)
{
    SALLYPORT_ASSIGN(const access::Role gone, m_roles.read(actor, name));
    m_roles.set([&](std::vector<access::Role>& all) {
        std::erase_if(all, [&](const access::Role& role) { return role.name == gone.name; });
        for (access::Role& role : all)
            std::erase(role.inherits, gone.name);
    });
    return {};
}

Result<identity::RoleImpact> FakeRoleChanges::preview(const access::Actor& actor, std::string_view name,
                                                      const identity::RolePatch& patch)
{
    if (auto error = failures.take())
        return *error;
    SALLYPORT_ASSIGN(const access::Role before, m_roles.read(actor, name));
    access::PermissionSet after = setOf(patch.permissions.value_or(std::vector<std::string>{}));
    after.add(m_roles.permissionsOf(patch.inherits.value_or(std::vector<std::string>{})));
    identity::RoleImpact impact;
    std::vector<identity::RoleImpact::Member> members;
    {
        const std::lock_guard guard(m_users.mutex);
        for (const identity::User& user : m_users.users)
            if (std::ranges::find(user.roles, before.name) != user.roles.end())
                members.push_back({user.id, user.name, false});
    }
    for (const access::PermissionInfo& info : access::permissions()) {
        const bool had = before.permissions.has(info.permission), has = after.has(info.permission);
        if (had == has)
            continue;
        identity::RoleImpact::Effect effect;
        effect.permission = info.permission;
        effect.members = members;
        effect.count = static_cast<std::int64_t>(members.size());
        // As if one of them had it from elsewhere, too.
        if (members.size() > 1) {
            effect.members.pop_back();
            --effect.count;
            effect.keepers = 1;
            effect.through = {"editor"};
        }
        (has ? impact.gained : impact.lost).push_back(std::move(effect));
    }
    if (members.size() > 1) {
        impact.unchanged = 1;
        impact.unchangedMembers = {members.back()};
    }
    impact.roles = {before.name};
    return impact;
}

} // namespace sallyport::tests
