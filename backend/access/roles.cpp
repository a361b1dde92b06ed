#include "backend/access/roles.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace sallyport::access {

namespace {

using Table = std::vector<Role>;

Result<Table> readRoles(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare("SELECT id, name, title, description, built_in FROM roles "
                                                    "ORDER BY built_in DESC, name"));
    Table table;
    std::map<std::string, std::size_t> places;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            break;
        Role role;
        role.id = RoleId(rows.text(0));
        role.name = rows.text(1);
        role.title = rows.text(2);
        role.description = rows.text(3);
        role.builtIn = rows.flag(4);
        places.emplace(role.id.text(), table.size());
        table.push_back(std::move(role));
    }
    SALLYPORT_ASSIGN(auto grants, transaction.prepare("SELECT role_id, permission FROM role_permissions"));
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, grants.step());
        if (!row)
            return table;
        const auto place = places.find(grants.text(0));
        const auto permission = findPermission(grants.text(1));
        if (place != places.end() && permission)
            table[place->second].permissions.add(*permission);
    }
}

Result<std::map<std::string, std::int64_t>> readMembers(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare("SELECT role, COUNT(*) FROM user_roles GROUP BY role"));
    std::map<std::string, std::int64_t> members;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            return members;
        members.emplace(rows.text(0), rows.integer(1));
    }
}

class RoleTable final : public Roles {
public:
    RoleTable(storage::Store& store, Table table) : m_store(store), m_table(std::make_shared<const Table>(std::move(table))) {}

    Result<std::vector<Role>> list(const Actor& actor) override
    {
        SALLYPORT_TRY(require(actor, Permission::RolesRead));
        SALLYPORT_ASSIGN(const auto members, m_store.read(readMembers));
        std::vector<Role> roles = *table();
        for (Role& role : roles)
            if (const auto found = members.find(role.name); found != members.end())
                role.members = found->second;
        return roles;
    }

    Result<Role> read(const Actor& actor, const RoleId& id) override
    {
        SALLYPORT_ASSIGN(std::vector<Role> roles, list(actor));
        const auto role = std::ranges::find(roles, id, &Role::id);
        if (role == roles.end())
            return makeError(ErrorCode::NotFound, "There is no such role");
        return std::move(*role);
    }

    PermissionSet permissionsOf(const std::vector<std::string>& roleNames) const override
    {
        const auto roles = table();
        PermissionSet allowed;
        for (const std::string& name : roleNames)
            if (const auto role = std::ranges::find(*roles, name, &Role::name); role != roles->end())
                allowed.add(role->permissions);
        return allowed;
    }

    bool exists(std::string_view roleName) const override
    {
        return std::ranges::any_of(*table(), [&](const Role& role) { return role.name == roleName; });
    }

    Result<void> reload() override
    {
        SALLYPORT_ASSIGN(Table read, m_store.read(readRoles));
        const std::lock_guard lock(m_mutex);
        m_table = std::make_shared<const Table>(std::move(read));
        return {};
    }

private:
    std::shared_ptr<const Table> table() const
    {
        const std::lock_guard lock(m_mutex);
        return m_table;
    }

    storage::Store& m_store;
    mutable std::mutex m_mutex;
    std::shared_ptr<const Table> m_table;
};

} // namespace

Result<std::unique_ptr<Roles>> Roles::open(storage::Store& store)
{
    SALLYPORT_ASSIGN(Table table, store.read(readRoles));
    return std::unique_ptr<Roles>(std::make_unique<RoleTable>(store, std::move(table)));
}

} // namespace sallyport::access
