#include "backend/access/role_rows.h"

#include "backend/access/role_graph.h"
#include "backend/storage/columns.h"

#include <algorithm>
#include <map>

namespace sallyport::access::rows {

namespace {

enum class RoleColumn { Id, Name, Title, Description, BuiltIn, Version, ChangedAt, ChangedBy, End };

constexpr storage::Columns<RoleColumn> roleColumns{{{RoleColumn::Id, "id"},
                                                    {RoleColumn::Name, "name"},
                                                    {RoleColumn::Title, "title"},
                                                    {RoleColumn::Description, "description"},
                                                    {RoleColumn::BuiltIn, "built_in"},
                                                    {RoleColumn::Version, "version"},
                                                    {RoleColumn::ChangedAt, "changed_at"},
                                                    {RoleColumn::ChangedBy, "changed_by"}}};
constexpr auto everyRole = storage::select(roleColumns, "FROM roles ORDER BY built_in DESC, name");

enum class GrantColumn { Role, Permission, End };
constexpr storage::Columns<GrantColumn> grantColumns{{{GrantColumn::Role, "role_id"}, {GrantColumn::Permission, "permission"}}};
constexpr auto everyGrant = storage::select(grantColumns, "FROM role_permissions");

enum class HeirColumn { Role, Inherited, End };
constexpr storage::Columns<HeirColumn> heirColumns{{{HeirColumn::Role, "i.role_id"}, {HeirColumn::Inherited, "r.name"}}};
constexpr auto everyHeir =
    storage::select(heirColumns, "FROM role_inherits i JOIN roles r ON r.id = i.inherited_id ORDER BY i.role_id, r.name");

Result<void> removeOf(storage::Transaction& transaction, std::string_view sql, const RoleId& id)
{
    SALLYPORT_ASSIGN(auto remove, transaction.prepare(sql));
    remove.bind(1, id);
    return remove.run();
}

} // namespace

Result<std::vector<Role>> allRoles(storage::Transaction& transaction)
{
    std::vector<Role> roles;
    std::map<std::string, std::size_t> places;
    SALLYPORT_ASSIGN(auto list, transaction.prepare(everyRole));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, list.step());
        if (!found)
            break;
        const auto row = list.row();
        Role role;
        role.id = RoleId(row.text(RoleColumn::Id));
        role.name = row.text(RoleColumn::Name);
        role.title = row.text(RoleColumn::Title);
        role.description = row.text(RoleColumn::Description);
        role.builtIn = row.flag(RoleColumn::BuiltIn);
        role.version = row.integer(RoleColumn::Version);
        role.changedAt = row.optionalTime(RoleColumn::ChangedAt);
        role.changedBy = row.text(RoleColumn::ChangedBy);
        places.emplace(role.id.text(), roles.size());
        roles.push_back(std::move(role));
    }
    SALLYPORT_ASSIGN(auto grants, transaction.prepare(everyGrant));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, grants.step());
        if (!found)
            break;
        const auto place = places.find(grants.row().text(GrantColumn::Role));
        const auto permission = findPermission(grants.row().text(GrantColumn::Permission));
        if (place != places.end() && permission)
            roles[place->second].own.add(*permission);
    }
    SALLYPORT_ASSIGN(auto heirs, transaction.prepare(everyHeir));
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, heirs.step());
        if (!found)
            break;
        if (const auto place = places.find(heirs.row().text(HeirColumn::Role)); place != places.end())
            roles[place->second].inherits.push_back(heirs.row().text(HeirColumn::Inherited));
    }
    inheritPermissions(roles);
    return roles;
}

Result<void> putRole(storage::Transaction& transaction, const Role& role, const std::vector<Role>& all)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare(
                                   "INSERT INTO roles (id, name, title, description, built_in, version, changed_at, changed_by) "
                                   "VALUES ($1, $2, $3, $4, 0, $5, $6, $7) ON CONFLICT (id) DO UPDATE SET title = $3, "
                                   "description = $4, version = $5, changed_at = $6, changed_by = $7"));
    put.bind(1, role.id).bind(2, role.name).bind(3, role.title).bind(4, role.description).bind(5, role.version);
    put.bind(6, role.changedAt).bind(7, role.changedBy);
    SALLYPORT_TRY(put.run());
    SALLYPORT_TRY(removeOf(transaction, "DELETE FROM role_permissions WHERE role_id = $1", role.id));
    SALLYPORT_TRY(removeOf(transaction, "DELETE FROM role_inherits WHERE role_id = $1", role.id));
    for (const PermissionInfo& permission : permissions()) {
        if (!role.own.has(permission.permission))
            continue;
        SALLYPORT_ASSIGN(auto grant, transaction.prepare("INSERT INTO role_permissions (role_id, permission) VALUES ($1, $2)"));
        grant.bind(1, role.id).bind(2, permission.word);
        SALLYPORT_TRY(grant.run());
    }
    for (const std::string& name : role.inherits) {
        const auto from = std::ranges::find(all, name, &Role::name);
        if (from == all.end())
            return makeError(ErrorCode::NotFound, "There is no such role: " + name);
        SALLYPORT_ASSIGN(auto inherit, transaction.prepare("INSERT INTO role_inherits (role_id, inherited_id) VALUES ($1, $2)"));
        inherit.bind(1, role.id).bind(2, from->id);
        SALLYPORT_TRY(inherit.run());
    }
    return {};
}

Result<void> removeRole(storage::Transaction& transaction, const RoleId& id)
{
    return removeOf(transaction, "DELETE FROM roles WHERE id = $1", id); // grants and inheritance go with it
}

} // namespace sallyport::access::rows
