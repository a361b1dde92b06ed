#include "backend/history/history_service.h"

#include "backend/access/role_graph.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_limits.h"
#include "backend/audit/event_table.h"
#include "backend/authorization/policy_fields.h"
#include "backend/authorization/policy_rows.h"
#include "backend/base/strict_json.h"
#include "backend/base/time_format.h"
#include "backend/identity/api_keys/key_rows.h"
#include "backend/storage/columns.h"
#include "backend/storage/sql_text.h"

#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace sallyport::history {

using access::Actor;
using access::Permission;
using access::Role;
namespace kind = audit::kind;

namespace {

enum class MemberColumn { Id, Name, Status, Role, Until, End };
constexpr storage::Columns<MemberColumn> memberColumns{{{MemberColumn::Id, "u.id"},
                                                        {MemberColumn::Name, "u.name"},
                                                        {MemberColumn::Status, "u.status"},
                                                        {MemberColumn::Role, "coalesce(r.role, '')"},
                                                        {MemberColumn::Until, "r.expires_at"}}};
constexpr auto allMembers =
    storage::select(memberColumns, "FROM users u LEFT JOIN user_roles r ON r.user_id = u.id ORDER BY u.id");

constexpr std::string_view endMark = " until ";

/// Roles by name, each with its end; the same one may have ended and been given anew.
using RolesThen = std::set<std::pair<std::string, std::optional<UtcTime>>>;

/// Somebody as of a moment.
struct UserThen {
    std::string name;
    bool disabled = false;
    bool statusKnown = true; ///< of somebody who is deleted since, once an event has said it
    RolesThen roles;
    /// The earliest change since the moment that told the roles. It tells those in force when it happened; what had ended between
    /// the moment and then must be found elsewhere.
    std::optional<UtcTime> rolesTold;
};

/// Everything as it is now; steps back take changes away from it, the newest first.
struct WorldThen {
    std::map<std::string, UserThen> users; ///< by id
    std::vector<Role> roles;
    std::vector<access::Policy> policies;
    std::vector<Role> deleted; ///< since then

    void stepBack(const audit::Event& event);

private:
    void roleBack(const Version& version);
    void userBack(const Version& version, const audit::Event& event);
    void policyBack(const Version& version);
};

RolesThen rolesIn(std::string_view text)
{
    RolesThen roles;
    for (const std::string& word : wordsIn(text)) {
        const std::size_t mark = word.find(endMark);
        std::optional<UtcTime> until;
        if (mark != std::string::npos)
            if (const auto time = fromRfc3339(std::string_view(word).substr(mark + endMark.size())))
                until = *time;
        roles.emplace(word.substr(0, mark), until);
    }
    return roles;
}

std::string earlier(const Version& version, std::string_view field)
{
    const VersionChange* const change = changeOf(version, field);
    return change != nullptr ? change->before : std::string();
}

/// A text of the event's details; empty if there is none.
std::string detailOf(const audit::Event& event, std::string_view name)
{
    const auto parsed = parseStrictJson(event.detailsJson, audit::detailsLimit);
    if (!parsed || !parsed->is_object())
        return {};
    const boost::json::value* const value = parsed->get_object().if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
}

/// The user's roles before a change that told them: those that it names, and what had ended by then, which it need not name.
void rolesBack(UserThen& user, std::string_view before, UtcTime when)
{
    std::erase_if(user.roles, [when](const auto& role) { return !role.second || *role.second > when; });
    user.roles.merge(rolesIn(before));
    user.rolesTold = when;
}

void WorldThen::stepBack(const audit::Event& event)
{
    const Version version = versionOf(event);
    if (version.objectKind == "role")
        roleBack(version);
    else if (version.objectKind == "policy")
        policyBack(version);
    else if (version.objectKind == "user")
        userBack(version, event);
}

void WorldThen::roleBack(const Version& version)
{
    const auto role = std::ranges::find(roles, version.objectId, [](const Role& one) { return one.id.text(); });
    if (version.kind == kind::roleCreated) {
        if (role != roles.end())
            roles.erase(role);
        return;
    }
    if (version.kind == kind::roleDeleted) {
        Role back;
        back.id = RoleId(version.objectId);
        back.name = earlier(version, "name");
        back.title = version.objectName;
        back.own = identity::permissionsOf(wordsIn(earlier(version, "permissions")));
        back.inherits = wordsIn(earlier(version, "inherits"));
        deleted.push_back(back);
        roles.push_back(std::move(back));
        return;
    }
    if (role == roles.end())
        return;
    if (const VersionChange* const change = changeOf(version, "permissions"))
        role->own = identity::permissionsOf(wordsIn(change->before));
    if (const VersionChange* const change = changeOf(version, "inherits"))
        role->inherits = wordsIn(change->before);
}

void WorldThen::userBack(const Version& version, const audit::Event& event)
{
    if (version.kind == kind::userCreated) {
        users.erase(version.objectId);
        return;
    }
    UserThen& user = users[version.objectId];
    if (user.name.empty())
        user.name = version.objectName;
    if (version.kind == kind::userDisabled || version.kind == kind::userEnabled)
        user.disabled = version.kind == kind::userEnabled;
    if (version.kind == kind::userDeleted)
        user.statusKnown = false;
    if (version.kind == kind::userDisabled || version.kind == kind::userEnabled)
        user.statusKnown = true;
    if (version.kind == kind::userRoleEnded) {
        // It ended when it was to end, not when somebody got round to take it away.
        const auto until = fromRfc3339(detailOf(event, "expires_at"));
        if (std::string role = detailOf(event, "role"); !role.empty())
            user.roles.emplace(std::move(role), until ? *until : event.time);
        return;
    }
    if (changeOf(version, "roles") != nullptr || version.kind == kind::userDeleted)
        rolesBack(user, earlier(version, "roles"), event.time);
}

void WorldThen::policyBack(const Version& version)
{
    const auto policy = std::ranges::find(policies, version.objectId, [](const access::Policy& one) { return one.id.text(); });
    if (version.kind == kind::policyCreated) {
        if (policy != policies.end())
            policies.erase(policy);
        return;
    }
    authorization::NewPolicy words;
    if (policy != policies.end())
        words = authorization::wordsOf(*policy);
    const auto back = [&](std::string_view field, const std::function<void(const std::string&)>& put) {
        if (const VersionChange* const change = changeOf(version, field))
            put(change->before);
    };
    back("name", [&](const std::string& old) { words.name = old; });
    back("note", [&](const std::string& old) { words.note = old; });
    back("effect", [&](const std::string& old) { words.effect = old; });
    back("state", [&](const std::string& old) { words.state = old; });
    back("condition", [&](const std::string& old) { words.condition = old; });
    back("actions", [&](const std::string& old) { words.actions = wordsIn(old); });
    back("resources", [&](const std::string& old) { words.resources = wordsIn(old); });
    std::vector<FieldError> ignored;
    access::Policy then = authorization::policyOf(words, ignored);
    then.id = access::PolicyId(version.objectId);
    if (policy != policies.end())
        *policy = std::move(then);
    else
        policies.push_back(std::move(then));
}

Result<WorldThen> worldNow(storage::Transaction& transaction, const access::Roles& roles)
{
    WorldThen world;
    world.roles = *roles.table();
    SALLYPORT_ASSIGN(world.policies, authorization::rows::allPolicies(transaction));
    SALLYPORT_ASSIGN(auto rows, transaction.prepare(allMembers));
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return world;
        const auto row = rows.row();
        UserThen& user = world.users[row.text(MemberColumn::Id)];
        user.name = row.text(MemberColumn::Name);
        user.disabled = row.text(MemberColumn::Status) == "disabled";
        if (std::string role = row.text(MemberColumn::Role); !role.empty())
            user.roles.emplace(std::move(role), row.optionalTime(MemberColumn::Until));
    }
}

/// What one looks at to step back: those who have a role, and what roles and policies say.
std::vector<std::string> steppedKinds()
{
    std::vector<std::string> kinds;
    for (const std::string_view one :
         {kind::roleCreated, kind::roleChanged, kind::roleDeleted, kind::userRolesChanged, kind::userCreated, kind::userDeleted,
          kind::userDisabled, kind::userEnabled, kind::userRoleEnded, kind::policyCreated, kind::policyChanged,
          kind::policyPublished, kind::policyDeleted})
        kinds.emplace_back(one);
    return kinds;
}

/// Where the journal begins, and whether something of these kinds has gone out of its middle since.
Result<bool> isComplete(storage::Transaction& transaction, UtcTime at, const std::vector<std::string>& kinds)
{
    storage::SqlText gone;
    gone.add("SELECT 1 FROM purged_events WHERE content IS NULL AND time > ").bind(toMicros(at));
    gone.add(" AND kind IN ").bindList(kinds).add(" LIMIT 1");
    SALLYPORT_ASSIGN(auto rows, gone.prepare(transaction));
    SALLYPORT_ASSIGN(const bool any, rows.step());
    return !any;
}

Result<UtcTime> beginOf(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto first, transaction.prepare("SELECT time FROM events ORDER BY sequence LIMIT 1"));
    SALLYPORT_ASSIGN(const bool there, first.step());
    return there ? first.time() : UtcTime{};
}

Error badTime(std::string message)
{
    Error error(ErrorCode::InvalidArgument, "A query parameter is not acceptable");
    error.fields.push_back({"at", std::move(message), "range"});
    return error;
}

/// The last event of these kinds about an object up to a moment.
Result<std::optional<audit::Event>> lastAbout(storage::Transaction& transaction, UtcTime at, const std::string& id,
                                              const std::vector<std::string>& kinds)
{
    storage::SqlText sql;
    sql.add("SELECT sequence FROM events WHERE object_id <> '' AND lower(object_id) = lower(").bind(id).add(") AND kind IN ");
    sql.bindList(kinds).add(" AND time <= ").bind(toMicros(at)).add(" ORDER BY sequence DESC LIMIT 1");
    SALLYPORT_ASSIGN(auto last, sql.prepare(transaction));
    SALLYPORT_ASSIGN(const bool told, last.step());
    if (!told)
        return std::optional<audit::Event>();
    const std::int64_t sequence = last.integer();
    SALLYPORT_ASSIGN(auto found, audit::readRange(transaction, sequence, sequence, 1));
    return found.empty() ? std::optional<audit::Event>() : std::optional(std::move(found.front().event));
}

/// Whether somebody who is deleted since was disabled then: the last word of that before.
Result<void> findStatus(storage::Transaction& transaction, UtcTime at, const std::string& id, UserThen& user)
{
    static const std::vector<std::string> kinds{std::string(kind::userDisabled), std::string(kind::userEnabled),
                                                std::string(kind::userCreated)};
    SALLYPORT_ASSIGN(const auto last, lastAbout(transaction, at, id, kinds));
    user.disabled = last && (last->kind == kind::userDisabled ||
                             (last->kind == kind::userCreated && detailOf(*last, "status") == "disabled"));
    return {};
}

/// Whether a role of that name was deleted after an event and up to a moment: who had it had it no longer then.
Result<bool> isDeletedBetween(storage::Transaction& transaction, std::int64_t sequence, UtcTime at, const std::string& role)
{
    SALLYPORT_ASSIGN(auto rows,
                     transaction.prepare("SELECT sequence FROM events WHERE kind = $1 AND sequence > $2 AND time <= $3"));
    rows.bind(1, kind::roleDeleted).bind(2, sequence).bind(3, at);
    for (;;) {
        SALLYPORT_ASSIGN(const bool more, rows.step());
        if (!more)
            return false;
        const std::int64_t place = rows.integer();
        SALLYPORT_ASSIGN(const auto found, audit::readRange(transaction, place, place, 1));
        if (!found.empty() && earlier(versionOf(found.front().event), "name") == role)
            return true;
    }
}

/// Roles that somebody had at the moment and that ended by themselves before the next change told what there was: the last change
/// up to the moment has given them. Nothing tells of their end where a change, or the user's deletion, came before their removal.
Result<void> findEnded(storage::Transaction& transaction, UtcTime at, const std::string& id, UserThen& user)
{
    static const std::vector<std::string> kinds{std::string(kind::userCreated), std::string(kind::userRolesChanged)};
    SALLYPORT_ASSIGN(const auto last, lastAbout(transaction, at, id, kinds));
    if (!last)
        return {};
    const Version version = versionOf(*last);
    const VersionChange* const change = changeOf(version, "roles");
    if (change == nullptr)
        return {};
    for (const auto& [role, until] : rolesIn(change->after)) {
        if (!until || *until <= at || *until > *user.rolesTold)
            continue;
        SALLYPORT_ASSIGN(const bool deleted, isDeletedBetween(transaction, last->sequence, at, role));
        if (!deleted)
            user.roles.emplace(role, until);
    }
    return {};
}

bool holds(const Role& role, Permission permission)
{
    return role.permissions.has(permission);
}

/// Who could, by the roles of that moment.
void fillHolders(const WorldThen& world, UtcTime at, AccessThen& then)
{
    for (const auto& [id, user] : world.users) {
        if (user.disabled)
            continue;
        AccessThen::Holder holder{UserId(id), user.name, {}};
        for (const auto& [name, until] : user.roles) {
            const auto role = std::ranges::find(world.roles, name, &Role::name);
            if (role != world.roles.end() && holds(*role, then.permission) && (!until || *until > at) &&
                (holder.roles.empty() || holder.roles.back() != name)) // they are in the order of names
                holder.roles.push_back(name);
        }
        if (!holder.roles.empty())
            then.holders.push_back(std::move(holder));
    }
    std::ranges::sort(then.holders, {}, [](const auto& one) { return std::pair(one.name, one.id); });
    then.total = static_cast<std::int64_t>(then.holders.size());
    if (then.holders.size() > holdersMost)
        then.holders.resize(holdersMost);
}

} // namespace

Result<AccessThen> HistoryService::asOf(const Actor& actor, UtcTime at, Permission permission)
{
    SALLYPORT_TRY(authorize(actor));
    if (at > m_parts.journal.now())
        return badTime("Lies ahead");
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<AccessThen> {
        SALLYPORT_ASSIGN(const UtcTime begin, beginOf(transaction));
        if (at < begin)
            return badTime("The journal begins at " + toRfc3339(begin));
        const std::vector<std::string> kinds = steppedKinds();
        SALLYPORT_ASSIGN(WorldThen world, worldNow(transaction, m_parts.roles));
        SALLYPORT_TRY(walkBack(transaction, kinds, at, [&](const audit::Event& event) { world.stepBack(event); }));
        for (auto& [id, user] : world.users) {
            if (!user.statusKnown)
                SALLYPORT_TRY(findStatus(transaction, at, id, user));
            if (user.rolesTold)
                SALLYPORT_TRY(findEnded(transaction, at, id, user));
        }
        access::inheritPermissions(world.roles);
        AccessThen then;
        then.at = at;
        then.permission = permission;
        fillHolders(world, at, then);
        for (const access::Policy& policy : world.policies)
            if (policy.state == access::PolicyState::Enforce &&
                std::ranges::find(policy.actions, permission) != policy.actions.end())
                then.policies.push_back(
                    {policy.id.text(), policy.name, std::string(access::effectWord(policy.effect)), policy.condition});
        for (const Role& gone : world.deleted) {
            const auto role = std::ranges::find(world.roles, gone.id, &Role::id);
            if (role != world.roles.end() && holds(*role, permission))
                then.deletedRoles.push_back(gone.name);
        }
        SALLYPORT_ASSIGN(then.complete, isComplete(transaction, at, kinds));
        return then;
    });
}

} // namespace sallyport::history
