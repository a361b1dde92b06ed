#include "backend/access/roles.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace sallyport::access {

namespace {

using Table = std::vector<Role>;

enum class RoleColumn { Id, Name, Title, Description, BuiltIn, End };
constexpr storage::Columns<RoleColumn> roleColumns{{{RoleColumn::Id, "id"},
                                                    {RoleColumn::Name, "name"},
                                                    {RoleColumn::Title, "title"},
                                                    {RoleColumn::Description, "description"},
                                                    {RoleColumn::BuiltIn, "built_in"}}};
constexpr auto allRoles = storage::select(roleColumns, "FROM roles ORDER BY built_in DESC, name");

enum class GrantColumn { Role, Permission, End };
constexpr storage::Columns<GrantColumn> grantColumns{{{GrantColumn::Role, "role_id"}, {GrantColumn::Permission, "permission"}}};
constexpr auto allGrants = storage::select(grantColumns, "FROM role_permissions");

enum class MemberColumn { Role, Count, End };
constexpr storage::Columns<MemberColumn> memberColumns{{{MemberColumn::Role, "role"}, {MemberColumn::Count, "COUNT(*)"}}};
constexpr auto membersOfRoles = storage::select(memberColumns, "FROM user_roles GROUP BY role");

Result<Table> readRoles(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allRoles));
    Table table;
    std::map<std::string, std::size_t> places;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            break;
        const auto row = rows.row();
        Role role;
        role.id = RoleId(row.text(RoleColumn::Id));
        role.name = row.text(RoleColumn::Name);
        role.title = row.text(RoleColumn::Title);
        role.description = row.text(RoleColumn::Description);
        role.builtIn = row.flag(RoleColumn::BuiltIn);
        places.emplace(role.id.text(), table.size());
        table.push_back(std::move(role));
    }
    SALLYPORT_ASSIGN(auto grants, transaction.prepare(allGrants));
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, grants.step());
        if (!row)
            return table;
        const auto place = places.find(grants.row().text(GrantColumn::Role));
        const auto permission = findPermission(grants.row().text(GrantColumn::Permission));
        if (place != places.end() && permission)
            table[place->second].permissions.add(*permission);
    }
}

Result<std::map<std::string, std::int64_t>> readMembers(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(membersOfRoles));
    std::map<std::string, std::int64_t> members;
    for (;;) {
        SALLYPORT_ASSIGN(const bool row, rows.step());
        if (!row)
            return members;
        members.emplace(rows.row().text(MemberColumn::Role), rows.row().integer(MemberColumn::Count));
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
