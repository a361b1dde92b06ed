#include "backend/access/roles.h"

#include "backend/access/role_graph.h"
#include "backend/access/role_rows.h"
#include "backend/storage/columns.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace sallyport::access {

namespace {

using Table = std::vector<Role>;

enum class MembersColumn { Role, Members, End };
constexpr storage::Columns<MembersColumn> membersColumns{{{MembersColumn::Role, "role"}, {MembersColumn::Members, "COUNT(*)"}}};
constexpr auto membersOfEach =
    storage::select(membersColumns, "FROM user_roles WHERE expires_at IS NULL OR expires_at > $1 GROUP BY role");

Result<std::map<std::string, std::int64_t>> readMembers(storage::Transaction& transaction, UtcTime now)
{
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(membersOfEach));
    rows.bind(1, now);
    std::map<std::string, std::int64_t> members;
    for (;;) {
        SALLYPORT_ASSIGN(const bool found, rows.step());
        if (!found)
            return members;
        members.emplace(rows.row().text(MembersColumn::Role), rows.row().integer(MembersColumn::Members));
    }
}

class RoleTable final : public Roles {
public:
    RoleTable(storage::Store& store, Table table) : m_store(store), m_table(std::make_shared<const Table>(std::move(table)))
    {
        m_subscription = store.changeFeed().subscribe(rolesTopic, [this](const std::string&, const auto& now) { take(now); });
    }

    Result<std::vector<Role>> list(const Actor& actor) override
    {
        SALLYPORT_TRY(require(actor, Permission::RolesRead));
        SALLYPORT_ASSIGN(const auto members, m_store.read([&](storage::Transaction& transaction) {
            return readMembers(transaction, m_store.now());
        }));
        std::vector<Role> roles = *table();
        for (Role& role : roles)
            if (const auto found = members.find(role.name); found != members.end())
                role.members = found->second;
        return roles;
    }

    Result<Role> read(const Actor& actor, std::string_view idOrName) override
    {
        SALLYPORT_ASSIGN(const std::vector<Role> roles, list(actor));
        const Role* const role = findRole(roles, idOrName);
        return role != nullptr ? Result<Role>(*role) : makeError(ErrorCode::NotFound, "There is no such role");
    }

    std::shared_ptr<const Table> table() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_table;
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
        SALLYPORT_ASSIGN(Table read, m_store.read(rows::allRoles));
        take(std::make_shared<const Table>(std::move(read)));
        return {};
    }

private:
    void take(std::shared_ptr<const Table> now)
    {
        const std::lock_guard lock(m_mutex);
        m_table = std::move(now);
    }

    storage::Store& m_store;
    mutable std::mutex m_mutex;
    std::shared_ptr<const Table> m_table;
    storage::ChangeFeed::Subscription m_subscription; ///< goes first
};

} // namespace

Result<std::unique_ptr<Roles>> Roles::open(storage::Store& store)
{
    SALLYPORT_ASSIGN(Table table, store.read(rows::allRoles));
    return std::unique_ptr<Roles>(std::make_unique<RoleTable>(store, std::move(table)));
}

} // namespace sallyport::access
