#include "backend/identity/roles/impact_rows.h"

#include "backend/access/role_graph.h"
#include "backend/base/case_fold.h"
#include "backend/storage/columns.h"
#include "backend/storage/sql_text.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

namespace sallyport::identity {

namespace {

using access::PermissionSet;
using access::Role;

enum class HolderColumn { Id, Role, End };
constexpr storage::Columns<HolderColumn> userHolders{{{HolderColumn::Id, "r.user_id"}, {HolderColumn::Role, "r.role"}}};
constexpr storage::Columns<HolderColumn> accountHolders{{{HolderColumn::Id, "r.account_id"}, {HolderColumn::Role, "r.role"}}};

enum class MemberColumn { Id, Name, End };
constexpr storage::Columns<MemberColumn> memberNames{{{MemberColumn::Id, "id"}, {MemberColumn::Name, "name"}}};

const PermissionSet& allowedBy(const std::vector<Role>& roles, const std::string& name)
{
    static const PermissionSet nothing;
    const Role* const role = access::findRole(roles, name);
    return role == nullptr ? nothing : role->permissions;
}

/// The roles that allow something else afterwards, and those that are new or gone.
std::vector<std::string> differing(const std::vector<Role>& before, const std::vector<Role>& after)
{
    std::set<std::string> names;
    for (const Role& role : before)
        if (allowedBy(after, role.name) != role.permissions)
            names.insert(role.name);
    for (const Role& role : after)
        if (allowedBy(before, role.name) != role.permissions)
            names.insert(role.name);
    return {names.begin(), names.end()};
}

/// What the change means for everybody who has exactly these roles.
struct Kind {
    PermissionSet gained, lost, kept; ///< kept: touched by the change, and held before and after all the same
    bool changes = false;
};

class Count {
public:
    Count(const std::vector<Role>& before, const std::vector<Role>& after) : m_before(before), m_after(after) {}

    void add(const UserId& id, bool service, const std::vector<std::string>& roles)
    {
        const Kind& kind = kindOf(roles);
        if (!kind.changes)
            note(m_impact.unchanged, m_impact.unchangedMembers, id, service);
        for (const access::PermissionInfo& info : access::permissions()) {
            const access::Permission permission = info.permission;
            if (kind.gained.has(permission))
                note(m_gained[permission], id, service);
            if (kind.lost.has(permission))
                note(m_lost[permission], id, service);
            if (kind.kept.has(permission))
                keep(permission, roles);
        }
    }

    RoleImpact finish()
    {
        m_impact.gained = ordered(m_gained);
        m_impact.lost = ordered(m_lost);
        return std::move(m_impact);
    }

private:
    struct Keepers {
        std::int64_t count = 0;
        std::set<std::string> through;
    };
    using Effects = std::map<access::Permission, RoleImpact::Effect>;

    const Kind& kindOf(const std::vector<std::string>& roles)
    {
        const auto [known, fresh] = m_kinds.try_emplace(roles);
        if (!fresh)
            return known->second;
        PermissionSet had, has;
        PermissionSet touchedHad, touchedHas; // by the roles that differ alone
        for (const std::string& role : roles) {
            const PermissionSet &old = allowedBy(m_before, role), &now = allowedBy(m_after, role);
            had.add(old);
            has.add(now);
            if (old != now) {
                touchedHad.add(old);
                touchedHas.add(now);
            }
        }
        Kind& kind = known->second;
        for (const access::PermissionInfo& info : access::permissions()) {
            const access::Permission permission = info.permission;
            const bool before = had.has(permission), after = has.has(permission);
            if (after && !before)
                kind.gained.add(permission);
            else if (before && !after)
                kind.lost.add(permission);
            else if (touchedHad.has(permission) != touchedHas.has(permission))
                kind.kept.add(permission);
        }
        kind.changes = !kind.gained.empty() || !kind.lost.empty();
        return kind;
    }

    static void note(std::int64_t& count, std::vector<RoleImpact::Member>& members, const UserId& id, bool service)
    {
        if (++count <= static_cast<std::int64_t>(impactNames))
            members.push_back({id, {}, service});
    }
    static void note(RoleImpact::Effect& effect, const UserId& id, bool service)
    {
        note(effect.count, effect.members, id, service);
    }

    void keep(access::Permission permission, const std::vector<std::string>& roles)
    {
        Keepers& keepers = m_keepers[permission];
        ++keepers.count;
        for (const std::string& role : roles)
            if (allowedBy(m_before, role).has(permission) && allowedBy(m_after, role).has(permission))
                keepers.through.insert(role);
    }

    std::vector<RoleImpact::Effect> ordered(Effects& effects)
    {
        std::vector<RoleImpact::Effect> list;
        for (auto& [permission, effect] : effects) {
            effect.permission = permission;
            if (const auto found = m_keepers.find(permission); found != m_keepers.end()) {
                effect.keepers = found->second.count;
                effect.through.assign(found->second.through.begin(), found->second.through.end());
            }
            list.push_back(std::move(effect));
        }
        return list;
    }

    const std::vector<Role>& m_before;
    const std::vector<Role>& m_after;
    std::map<std::vector<std::string>, Kind> m_kinds;
    Effects m_gained, m_lost;
    std::map<access::Permission, Keepers> m_keepers;
    RoleImpact m_impact;
};

/// Everybody's roles, one after the other, of whom the statement tells in the order of their ids.
template <typename Rows>
Result<void> addAll(Rows& rows, bool service, Count& count)
{
    std::string id;
    std::vector<std::string> roles;
    const auto finish = [&] {
        if (!id.empty())
            count.add(UserId(id), service, roles);
        roles.clear();
    };
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            break;
        std::string next = rows.row().text(HolderColumn::Id);
        if (next != id) {
            finish();
            id = std::move(next);
        }
        roles.push_back(rows.row().text(HolderColumn::Role));
    }
    finish();
    return {};
}

Result<void> addNames(storage::Transaction& transaction, std::string_view table, const std::vector<UserId>& ids,
                      std::unordered_map<UserId, std::string>& names)
{
    return storage::inPortions(ids, 1, [&](std::span<const UserId> some) -> Result<void> {
        storage::SqlText sql;
        sql.add("SELECT ").add(memberNames.text()).add(" FROM ").add(table).add(" WHERE id IN ").bindList(some);
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, memberNames));
        for (;;) {
            SALLYPORT_ASSIGN(const bool more, rows.step());
            if (!more)
                return {};
            names.emplace(UserId(rows.row().text(MemberColumn::Id)), rows.row().text(MemberColumn::Name));
        }
    });
}

/// Names for all who are named, or none of them where names aren't told.
Result<void> nameMembers(storage::Transaction& transaction, RoleImpact& impact, bool told)
{
    std::vector<std::vector<RoleImpact::Member>*> lists{&impact.unchangedMembers};
    for (auto* effects : {&impact.gained, &impact.lost})
        for (RoleImpact::Effect& effect : *effects)
            lists.push_back(&effect.members);
    if (!told) {
        for (auto* list : lists)
            list->clear();
        return {};
    }
    std::vector<UserId> users, accounts;
    for (const auto* list : lists)
        for (const RoleImpact::Member& member : *list)
            (member.service ? accounts : users).push_back(member.id);
    std::unordered_map<UserId, std::string> names;
    SALLYPORT_TRY(addNames(transaction, "users", users, names));
    SALLYPORT_TRY(addNames(transaction, "service_accounts", accounts, names));
    for (auto* list : lists) {
        for (RoleImpact::Member& member : *list)
            member.name = names[member.id];
        std::ranges::sort(*list, {}, [](const RoleImpact::Member& one) { return textKey(one.name); });
    }
    return {};
}

} // namespace

Result<RoleImpact> impactOf(storage::Transaction& transaction, const std::vector<Role>& before, const std::vector<Role>& after,
                            UtcTime now, bool names)
{
    const std::vector<std::string> roles = differing(before, after);
    if (roles.empty())
        return RoleImpact();
    Count count(before, after);
    {
        storage::SqlText sql;
        sql.add("SELECT ").add(userHolders.text()).add(" FROM user_roles r WHERE r.user_id IN (SELECT m.user_id FROM ");
        const std::string at = sql.parameter(toMicros(now));
        sql.add("user_roles m WHERE m.role IN ").bindList(roles).add(" AND (m.expires_at IS NULL OR m.expires_at > ").add(at);
        sql.add(")) AND (r.expires_at IS NULL OR r.expires_at > ").add(at).add(") ORDER BY r.user_id, r.role");
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, userHolders));
        SALLYPORT_TRY(addAll(rows, false, count));
    }
    {
        storage::SqlText sql;
        sql.add("SELECT ").add(accountHolders.text()).add(" FROM service_account_roles r WHERE r.account_id IN (SELECT ");
        sql.add("m.account_id FROM service_account_roles m WHERE m.role IN ").bindList(roles);
        sql.add(") ORDER BY r.account_id, r.role");
        SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, accountHolders));
        SALLYPORT_TRY(addAll(rows, true, count));
    }
    RoleImpact impact = count.finish();
    impact.roles = roles;
    SALLYPORT_TRY(nameMembers(transaction, impact, names));
    return impact;
}

} // namespace sallyport::identity
