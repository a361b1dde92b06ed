#include "backend/identity/roles/role_changes_service.h"

#include "backend/access/permission_words.h"
#include "backend/access/role_graph.h"
#include "backend/access/role_limits.h"
#include "backend/access/role_rows.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/name_text.h"
#include "backend/base/nearest_word.h"
#include "backend/base/sort_once.h"
#include "backend/identity/api_keys/key_rows.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/roles/impact_rows.h"
#include "backend/identity/roles/role_members.h"
#include "backend/identity/roles/role_undo.h"

#include <algorithm>
#include <memory>

namespace sallyport::identity {

namespace {

using access::Role;

/// As every name and text: without what can't be seen. A role without a title is called by its name.
void checkTexts(Role& role, std::vector<FieldError>& errors)
{
    tidyName("title", role.title, 0, access::roleTitleLimit, errors);
    tidyName("description", role.description, 0, access::roleDescriptionLimit, errors);
    if (role.title.empty())
        role.title = role.name;
}

access::PermissionSet checkPermissions(const std::vector<std::string>& words, std::vector<FieldError>& errors)
{
    const std::vector<std::string_view> known = access::permissionsAndGroups();
    access::PermissionSet set;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (const auto permission = access::findPermission(words[at])) {
            set.add(*permission);
            continue;
        }
        if (const auto group = access::permissionsOfGroup(words[at])) {
            set.add(*group);
            continue;
        }
        const auto near = nearestWord(words[at], known);
        errors.push_back(
            {"permissions." + std::to_string(at),
             near ? "There is no such permission. " + std::string(*near) + " is near." : "There is no such permission.",
             "exists"});
    }
    return set;
}

std::vector<std::string> checkInherited(std::vector<std::string> names, const std::vector<Role>& all,
                                        std::vector<FieldError>& errors)
{
    if (names.size() > access::inheritedByOneLimit)
        errors.push_back({"inherits", "At most " + std::to_string(access::inheritedByOneLimit) + " roles.", "maxItems"});
    for (std::size_t at = 0; at < names.size() && at < access::inheritedByOneLimit; ++at)
        if (std::ranges::find(all, names[at], &Role::name) == all.end())
            errors.push_back({"inherits." + std::to_string(at), "There is no such role.", "exists"});
    sortOnce(names);
    return names;
}

Error conflict(std::string detail, std::string word)
{
    Error error(ErrorCode::Conflict, std::move(detail));
    error.word = std::move(word);
    return error;
}

/// One that may be changed.
Result<std::size_t> ownRole(const std::vector<Role>& all, std::string_view idOrName)
{
    const Role* const role = access::findRole(all, idOrName);
    if (role == nullptr)
        return makeError(ErrorCode::NotFound, "There is no such role");
    if (role->builtIn)
        return conflict("A built-in role stays as it is. Make one of your own that inherits from it.", "built_in_role");
    return static_cast<std::size_t>(role - all.data());
}

std::string wordsText(const access::PermissionSet& set)
{
    return joined(wordsOf(set));
}

} // namespace

Result<void> RoleChangesService::record(storage::Transaction& transaction, const access::Actor& actor, const Role& role,
                                        std::string_view kind, std::string details)
{
    audit::Event event = access::eventBy(actor, kind);
    event.object = {"role", role.id.text(), role.title};
    event.detailsJson = std::move(details);
    return m_core.journal.append(transaction, std::move(event));
}

Result<void> RoleChangesService::tell(storage::Transaction& transaction, Table all)
{
    SALLYPORT_TRY(storeMfaRules(transaction, *m_core.settings.values(), all, m_core.clock.now()));
    transaction.changed(access::rolesTopic, {}, std::make_shared<const Table>(std::move(all)));
    return {};
}

Result<void> RoleChangesService::check(const access::Actor& actor, Table& all, const std::string& name) const
{
    access::inheritPermissions(all);
    if (const auto mistake = access::inheritanceMistake(all, name))
        return validationError({{"inherits", *mistake, "inheritance"}});
    return requireAll(actor, std::ranges::find(all, name, &Role::name)->permissions);
}

Result<Role> RoleChangesService::store(storage::Transaction& transaction, const access::Actor& actor, Table& all,
                                       const std::string& name)
{
    Role& role = *std::ranges::find(all, name, &Role::name);
    role.changedAt = m_core.clock.now();
    role.changedBy = nameOf(actor);
    SALLYPORT_TRY(access::rows::putRole(transaction, role, all));
    Role stored = role;
    SALLYPORT_TRY(tell(transaction, all));
    return stored;
}

Result<std::optional<std::string>> RoleChangesService::noteLoss(storage::Transaction& transaction, const access::Actor& actor,
                                                                const Planned& planned, access::ProvisionalKind kind) const
{
    access::PermissionSet after;
    for (const Role& role : planned.after)
        if (std::ranges::find(actor.roles, role.name) != actor.roles.end())
            after.add(role.permissions);
    if (m_core.changeBook == nullptr || !losesAccess(actor, after))
        return std::optional<std::string>();
    const Role& before = planned.before[planned.at];
    const bool removed = kind == access::ProvisionalKind::RoleRemoval;
    SALLYPORT_ASSIGN(std::string id, m_core.changeBook->note(transaction, actor,
                                                             {kind, before.id.text(), before.title,
                                                              removed ? roleUndo(before, planned.before)
                                                                      : roleUndo(before, planned.after[planned.at])}));
    return std::optional(std::move(id));
}

Result<Role> RoleChangesService::create(const access::Actor& actor, NewRole wanted)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::RolesCreate));
    if (!wanted.heirs.empty())
        SALLYPORT_TRY(access::require(current, access::Permission::RolesUpdate));
    const RoleId id(m_core.newId());
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<Role> {
        SALLYPORT_ASSIGN(Table all, access::rows::allRoles(transaction));
        std::vector<FieldError> errors;
        Role role;
        role.id = id;
        role.name = wanted.name;
        role.title = wanted.title;
        role.description = wanted.description;
        role.builtIn = false;
        if (!access::isRoleName(role.name))
            errors.push_back(
                {"name",
                 "A small letter, then small letters, digits, _ and -; at most " + std::to_string(access::roleNameBytes) + ".",
                 "pattern"});
        checkTexts(role, errors);
        role.own = checkPermissions(wanted.permissions, errors);
        role.inherits = checkInherited(wanted.inherits, all, errors);
        if (!errors.empty())
            return validationError(std::move(errors));
        if (std::ranges::find(all, role.name, &Role::name) != all.end())
            return conflict("Another role has this name.", "name_taken");
        if (all.size() >= access::rolesLimit)
            return makeError(ErrorCode::LimitReached, "A vault has at most " + std::to_string(access::rolesLimit) + " roles.");
        all.push_back(role);
        SALLYPORT_TRY(check(current, all, role.name));
        SALLYPORT_ASSIGN(Role made, store(transaction, current, all, role.name));
        audit::Details details;
        details.change("name", {}, made.name).change("title", {}, made.title).change("description", {}, made.description);
        details.change("permissions", {}, wordsText(made.own)).change("inherits", {}, joined(made.inherits));
        SALLYPORT_TRY(record(transaction, current, made, audit::kind::roleCreated, details.json()));
        for (const std::string& heir : wanted.heirs)
            SALLYPORT_TRY(addHeir(transaction, current, all, made.name, heir));
        return made;
    });
}

Result<void> RoleChangesService::addHeir(storage::Transaction& transaction, const access::Actor& actor, Table& all,
                                         const std::string& name, const std::string& heirName)
{
    const auto heir = std::ranges::find(all, heirName, &Role::name);
    if (heir == all.end() || heir->builtIn || std::ranges::find(heir->inherits, name) != heir->inherits.end())
        return {};
    SALLYPORT_TRY(requireAll(actor, heir->permissions));
    const std::vector<std::string> before = heir->inherits;
    heir->inherits.push_back(name);
    std::vector<FieldError> errors;
    heir->inherits = checkInherited(std::move(heir->inherits), all, errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    SALLYPORT_TRY(check(actor, all, heirName));
    heir->version += 1;
    SALLYPORT_ASSIGN(const Role changed, store(transaction, actor, all, heirName));
    audit::Details details;
    details.change("inherits", joined(before), joined(changed.inherits));
    return record(transaction, actor, changed, audit::kind::roleChanged, details.json());
}

Result<RoleChangesService::Planned> RoleChangesService::planChange(storage::Transaction& transaction, const access::Actor& actor,
                                                                   std::string_view idOrName, const RolePatch& patch) const
{
    Planned planned;
    SALLYPORT_ASSIGN(planned.before, access::rows::allRoles(transaction));
    SALLYPORT_ASSIGN(planned.at, ownRole(planned.before, idOrName));
    const Role& before = planned.before[planned.at];
    if (patch.expectedVersion && *patch.expectedVersion != before.version)
        return makeError(ErrorCode::PreconditionFailed, "The role was changed meanwhile.");
    SALLYPORT_TRY(requireAll(actor, before.permissions));
    std::vector<FieldError> errors;
    planned.after = planned.before;
    Role& after = planned.after[planned.at];
    after.title = patch.title.value_or(before.title);
    after.description = patch.description.value_or(before.description);
    checkTexts(after, errors);
    if (patch.permissions)
        after.own = checkPermissions(*patch.permissions, errors);
    if (patch.inherits)
        after.inherits = checkInherited(*patch.inherits, planned.before, errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    SALLYPORT_TRY(check(actor, planned.after, before.name));
    return planned;
}

Result<Role> RoleChangesService::change(const access::Actor& actor, std::string_view idOrName, const RolePatch& patch)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::RolesUpdate));
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<Role> {
        SALLYPORT_ASSIGN(Planned planned, planChange(transaction, current, idOrName, patch));
        const Role& before = planned.before[planned.at];
        Role& after = planned.after[planned.at];
        audit::Details details;
        details.change("title", before.title, after.title).change("description", before.description, after.description);
        details.change("permissions", wordsText(before.own), wordsText(after.own));
        details.change("inherits", joined(before.inherits), joined(after.inherits));
        if (details.empty())
            return before;
        after.version = before.version + 1;
        SALLYPORT_ASSIGN(Role changed, store(transaction, current, planned.after, before.name));
        SALLYPORT_TRY(record(transaction, current, changed, audit::kind::roleChanged, details.json()));
        SALLYPORT_TRY(noteLoss(transaction, current, planned, access::ProvisionalKind::Role));
        return changed;
    });
}

Result<RoleChangesService::Planned> RoleChangesService::planRemoval(storage::Transaction& transaction, const access::Actor& actor,
                                                                    std::string_view idOrName) const
{
    Planned planned;
    SALLYPORT_ASSIGN(planned.before, access::rows::allRoles(transaction));
    SALLYPORT_ASSIGN(planned.at, ownRole(planned.before, idOrName));
    const Role& role = planned.before[planned.at];
    SALLYPORT_TRY(requireAll(actor, role.permissions));
    SALLYPORT_ASSIGN(const std::string provider, providerThatGives(transaction, role.name));
    if (!provider.empty())
        return conflict("The identity provider " + provider + " gives this role. Take it out there first.", "role_in_use");
    planned.after = planned.before;
    planned.after.erase(planned.after.begin() + static_cast<std::ptrdiff_t>(planned.at));
    for (Role& heir : planned.after)
        std::erase(heir.inherits, role.name);
    access::inheritPermissions(planned.after);
    return planned;
}

Result<void> RoleChangesService::remove(const access::Actor& actor, std::string_view idOrName)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::RolesDelete));
    return m_core.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(Planned planned, planRemoval(transaction, current, idOrName));
        const Role& role = planned.before[planned.at];
        SALLYPORT_ASSIGN(const auto provisional, noteLoss(transaction, current, planned, access::ProvisionalKind::RoleRemoval));
        if (provisional)
            SALLYPORT_TRY(keepMembers(transaction, *provisional, role.name));
        SALLYPORT_ASSIGN(const RoleLoss loss, takeFromMembers(transaction, role.name, m_core.clock.now()));
        SALLYPORT_TRY(access::rows::removeRole(transaction, role.id));
        SALLYPORT_TRY(tell(transaction, std::move(planned.after)));
        std::vector<std::string> heirs;
        for (const Role& heir : planned.before)
            if (std::ranges::find(heir.inherits, role.name) != heir.inherits.end())
                heirs.push_back(heir.name);
        // All that a way back needs (history/undo.cpp).
        audit::Details details;
        details.change("name", role.name, {}).change("title", role.title, {}).change("description", role.description, {});
        details.change("permissions", wordsText(role.own), {}).change("inherits", joined(role.inherits), {});
        details.change("heirs", joined(heirs), {});
        details.number("users", loss.users).text("users_first", joined(loss.userNames));
        details.number("service_accounts", loss.accounts).text("service_accounts_first", joined(loss.accountNames));
        return record(transaction, current, role, audit::kind::roleDeleted, details.json());
    });
}

Result<RoleImpact> RoleChangesService::preview(const access::Actor& actor, std::string_view idOrName, const RolePatch& patch)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::RolesUpdate));
    const bool names = current.permissions.has(access::Permission::UsersRead);
    return m_core.store.read([&](storage::Transaction& transaction) -> Result<RoleImpact> {
        SALLYPORT_ASSIGN(const Planned planned, planChange(transaction, current, idOrName, patch));
        return impactOf(transaction, planned.before, planned.after, m_core.clock.now(), names);
    });
}

Result<RoleImpact> RoleChangesService::previewRemoval(const access::Actor& actor, std::string_view idOrName)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::RolesDelete));
    const bool names = current.permissions.has(access::Permission::UsersRead);
    return m_core.store.read([&](storage::Transaction& transaction) -> Result<RoleImpact> {
        SALLYPORT_ASSIGN(const Planned planned, planRemoval(transaction, current, idOrName));
        return impactOf(transaction, planned.before, planned.after, m_core.clock.now(), names);
    });
}

} // namespace sallyport::identity
