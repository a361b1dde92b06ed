#include "backend/identity/users/users_service.h"

#include "backend/access/role_graph.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/case_fold.h"
#include "backend/base/nearest_word.h"
#include "backend/identity/core/email_address.h"
#include "backend/identity/core/manage.h"
#include "backend/identity/core/role_news.h"
#include "backend/identity/core/roles_undo.h"
#include "backend/identity/core/secrets.h"
#include "backend/identity/core/sign_in_facts.h"
#include "backend/identity/core/user_changes.h"
#include "backend/identity/core/user_fields.h"
#include "backend/identity/core/user_rows.h"
#include "backend/identity/notices/notice_rows.h"
#include "backend/identity/passwords/imported_hash.h"
#include "backend/identity/users/user_file.h"

#include <boost/json.hpp>

#include <algorithm>
#include <map>
#include <memory>

namespace sallyport::identity {

namespace {

constexpr std::string_view defaultRole = "viewer";

Error emailTaken()
{
    Error error(ErrorCode::Conflict, "Another user has this e-mail address.");
    error.fields.push_back({"email", "Another user has this e-mail address.", "unique"});
    error.word = "email_taken";
    return error;
}

/// Sorted, each once; ValidationFailed for one that doesn't exist.
Result<std::vector<std::string>> checkedRoles(const Core& core, std::vector<std::string> roles)
{
    std::vector<FieldError> errors;
    roles = checkRoles(core, std::move(roles), errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    return roles;
}

std::vector<std::string> namesOf(const std::vector<WantedRole>& roles)
{
    std::vector<std::string> names;
    for (const WantedRole& one : roles)
        names.push_back(one.role);
    return names;
}

/// The same with ends, which lie ahead.
Result<std::vector<WantedRole>> checkedRoles(const Core& core, std::vector<WantedRole> roles)
{
    std::vector<FieldError> errors;
    static_cast<void>(checkRoles(core, namesOf(roles), errors));
    const UtcTime now = core.clock.now();
    for (std::size_t at = 0; at < roles.size(); ++at)
        if (roles[at].until && *roles[at].until <= now)
            errors.push_back({"roles." + std::to_string(at) + ".expires_at", "Must lie ahead.", "future"});
    std::ranges::stable_sort(roles, {}, &WantedRole::role);
    const auto twice = std::ranges::unique(roles);
    roles.erase(twice.begin(), twice.end());
    if (std::ranges::adjacent_find(roles, {}, &WantedRole::role) != roles.end())
        errors.push_back({"roles", "A role is named twice, with different ends.", "unique"});
    if (!errors.empty())
        return validationError(std::move(errors));
    return roles;
}

Result<bool> isEmailTaken(storage::Transaction& transaction, std::string_view emailKey, const UserId& except)
{
    SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT 1 FROM users WHERE email_key = $1 AND id <> $2"));
    row.bind(1, emailKey).bind(2, except);
    return row.step();
}

/// Leaves the hash in the form that is kept.
void checkPasswordHash(NewUser& user, std::vector<FieldError>& errors)
{
    if (!user.passwordHash)
        return;
    if (user.password)
        errors.push_back({"password_hash", "Give a password or its hash, not both.", "exclusive"});
    else if (const auto hash = readImportedHash(*user.passwordHash); hash)
        user.passwordHash = foreignHashText(*hash);
    else
        errors.push_back({"password_hash", hash.error().detail, "hash"});
}

std::string ageText(const std::optional<int>& age)
{
    return age ? std::to_string(*age) : std::string();
}

} // namespace

Result<void> UsersService::record(storage::Transaction& transaction, const access::Actor& actor, const User& user,
                                  std::string_view kind, std::string details)
{
    audit::Event event = access::eventBy(actor, kind);
    event.detailsJson = std::move(details);
    return record(transaction, user, std::move(event));
}

Result<void> UsersService::record(storage::Transaction& transaction, const User& user, audit::Event event)
{
    event.object = {"user", user.id.text(), user.name, user.email};
    SALLYPORT_TRY(noteChange(m_core, transaction, user.id, event));
    return m_core.journal.append(transaction, std::move(event));
}

/// Nobody has a role that there isn't: an empty list would say that as if it meant something.
Result<void> UsersService::requireRole(const std::string& name) const
{
    const auto table = m_core.roles.table();
    std::vector<std::string_view> names;
    for (const access::Role& role : *table) {
        if (role.name == name)
            return {};
        names.push_back(role.name);
    }
    Error error(ErrorCode::InvalidArgument, "There is no such role; " + nearestHint(name, names));
    error.fields.push_back({"role", error.detail, "enum"});
    return error;
}

Result<UserPage> UsersService::list(const access::Actor& actor, const UserQuery& query)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersRead));
    SALLYPORT_TRY(requireSignInFacts(current, query));
    if (query.role)
        SALLYPORT_TRY(requireRole(*query.role));
    SALLYPORT_ASSIGN(UserPage page, m_list.page(query));
    for (User& user : page.users)
        user = shownTo(current, std::move(user));
    return page;
}

Result<User> UsersService::read(const access::Actor& actor, const UserId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, mayRead(actor, id));
    const std::uint64_t version = m_core.store.version(); // before the snapshot, so never newer than it
    const UtcTime now = m_core.clock.now();
    SALLYPORT_ASSIGN(User user,
                     m_core.store.read([&](storage::Transaction& transaction) { return rows::user(transaction, id, now); }));
    m_kept.put(id, std::make_shared<const Kept>(version, user, now));
    return shownTo(current, std::move(user));
}

UsersService::Kept::Kept(std::uint64_t storeVersion, const User& user, UtcTime now)
    : version(storeVersion), lockedUntil(user.lockedUntil), rolesUntil(nextEnd(toLive(user).ends, now))
{
    m_with.of.user = user;
    m_without.of.user = withoutSignInFacts(user);
}

const KeptUser& UsersService::Kept::answer(bool facts) const
{
    Answer& answer = facts ? m_with : m_without;
    std::call_once(answer.made, [&] { answer.of.json = boost::json::serialize(userJson(answer.of.user)); });
    return answer.of;
}

Result<std::shared_ptr<const KeptUser>> UsersService::readKept(const access::Actor& actor, const UserId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, mayRead(actor, id));
    const std::shared_ptr<const Kept> kept = m_kept.find(id).value_or(nullptr);
    const bool holds = kept != nullptr && kept->version == m_core.store.version() &&
                       (!kept->lockedUntil || *kept->lockedUntil > m_core.clock.now()) &&
                       (!kept->rolesUntil || *kept->rolesUntil > m_core.clock.now());
    if (!holds)
        return nullptr;
    return std::shared_ptr<const KeptUser>(kept, &kept->answer(requireSignInFacts(current, id).has_value()));
}

Result<std::vector<HeldPermission>> UsersService::permissions(const access::Actor& actor, const UserId& id)
{
    SALLYPORT_ASSIGN(const access::Actor current, mayRead(actor, id));
    if (current.id != id || !current.key.empty())
        SALLYPORT_TRY(access::require(current, access::Permission::RolesRead));
    SALLYPORT_ASSIGN(const User user, m_core.store.read([&](storage::Transaction& transaction) {
        return rows::user(transaction, id, m_core.clock.now());
    }));
    std::map<access::Permission, HeldPermission> held;
    // By the same table that decides.
    const auto roles = m_core.roles.table();
    for (const RoleAssignment& one : user.assignments)
        for (auto& [permission, ways] : access::waysOf(*roles, one.role)) {
            HeldPermission& entry = held[permission];
            entry.permission = permission;
            for (auto& way : ways)
                entry.sources.push_back({std::move(way), one.until});
        }
    std::vector<HeldPermission> all;
    for (auto& [permission, entry] : held)
        all.push_back(std::move(entry));
    return all;
}

Result<access::Actor> UsersService::mayRead(const access::Actor& actor, const UserId& id) const
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.now(actor));
    if (current.id != id || id.empty() || !current.key.empty())
        SALLYPORT_TRY(access::require(current, access::Permission::UsersRead));
    return current;
}

Result<UserStatistics> UsersService::statistics(const access::Actor& actor)
{
    SALLYPORT_TRY(m_core.authorize(actor, access::Permission::UsersRead));
    return m_list.statistics();
}

Result<void> UsersService::checkNewUser(const access::Actor& actor, NewUser& user) const
{
    if (user.roles.empty())
        user.roles.emplace_back(defaultRole);
    user.email = plainEmail(user.email);
    std::vector<FieldError> errors;
    checkName(user.name, errors);
    checkEmail(user.email, errors);
    checkAge(user.age, errors);
    checkDepartment(user.department, errors);
    auto roles = checkedRoles(m_core, std::move(user.roles));
    if (!roles)
        std::ranges::move(roles.error().fields, std::back_inserter(errors));
    const bool passwordAllowed =
        m_core.settings.values()->usersInitialPasswordAllowed || actor.kind == access::Actor::Kind::System;
    if (user.password && !passwordAllowed)
        errors.push_back({"password", "Only invitations are allowed (users.initial_password).", "not_allowed"});
    checkPasswordHash(user, errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    user.roles = std::move(*roles);
    if (user.roles != std::vector{std::string(defaultRole)}) {
        SALLYPORT_TRY(access::require(actor, access::Permission::RolesAssign));
        SALLYPORT_TRY(requireToGrant(m_core, actor, user.roles));
    }
    if (user.password)
        SALLYPORT_TRY(m_passwords.check(*user.password, {user.name, user.email}));
    return {};
}

Result<void> UsersService::insert(storage::Transaction& transaction, const access::Actor& actor, const UserId& id,
                                  const NewUser& user, const std::string& passwordHash)
{
    const UtcTime now = m_core.clock.now();
    const bool invited = passwordHash.empty();
    SALLYPORT_ASSIGN(auto put,
                     transaction.prepare("INSERT INTO users (id, name, name_key, email, email_key, age, department, "
                                         "department_key, status, password_hash, password_changed_at, created_at, created_by, "
                                         "updated_at, active_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
                                         "$12, $12)"));
    put.bind(1, id).bind(2, user.name).bind(3, textKey(user.name)).bind(4, user.email).bind(5, emailKey(user.email));
    put.bind(6, user.age).bind(7, user.department).bind(8, textKey(user.department));
    put.bind(9, statusWord(invited ? UserStatus::Invited : UserStatus::Active));
    put.bind(10, invited ? std::nullopt : std::optional(passwordHash));
    put.bind(11, invited ? std::nullopt : std::optional(now)).bind(12, now);
    put.bind(13, access::nameOf(actor));
    SALLYPORT_TRY(put.run());
    return rows::setRoles(transaction, id, withTheirEnds(user.roles, {}), {now, nameOf(actor)});
}

Result<OneTimeLink> UsersService::newLink(storage::Transaction& transaction, const UserId& user, std::string_view purpose,
                                          std::chrono::seconds lifetime)
{
    // One at a time: a new link makes the earlier one useless.
    SALLYPORT_ASSIGN(auto remove, transaction.prepare("DELETE FROM one_time_links WHERE user_id = $1"));
    remove.bind(1, user);
    SALLYPORT_TRY(remove.run());
    OneTimeLink link;
    SALLYPORT_ASSIGN(link.token, newOpaqueToken(m_core.random));
    const UtcTime now = m_core.clock.now();
    link.expiresAt = now + lifetime;
    const crypto::Sha256Digest hash = hashOfSecret(link.token.view());
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO one_time_links (token_hash, user_id, purpose, created_at, "
                                                   "expires_at) VALUES ($1, $2, $3, $4, $5)"));
    put.bind(1, std::span<const std::byte>(hash)).bind(2, user).bind(3, purpose).bind(4, now).bind(5, link.expiresAt);
    SALLYPORT_TRY(put.run());
    return link;
}

Result<Users::Created> UsersService::create(const access::Actor& actor, NewUser user)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersCreate));
    SALLYPORT_TRY(checkNewUser(current, user));
    const std::string key = emailKey(user.email);
    // Asked before the hash is made, and again inside the transaction.
    SALLYPORT_ASSIGN(const bool taken,
                     m_core.store.read([&](storage::Transaction& transaction) { return isEmailTaken(transaction, key, {}); }));
    if (taken)
        return emailTaken();
    std::string passwordHash = user.passwordHash.value_or(std::string());
    if (user.password) {
        SALLYPORT_ASSIGN(passwordHash, m_passwords.hashes().hash(*user.password, m_core.random));
        user.password.reset();
    }
    SALLYPORT_ASSIGN(Created created, m_core.store.write([&](storage::Transaction& transaction) -> Result<Created> {
        SALLYPORT_ASSIGN(const bool takenNow, isEmailTaken(transaction, key, {}));
        if (takenNow)
            return emailTaken();
        return addChecked(transaction, current, user, passwordHash, true);
    }));
    created.user = shownTo(current, std::move(created.user));
    return created;
}

Result<bool> UsersService::isTaken(storage::Transaction& transaction, std::string_view email) const
{
    return isEmailTaken(transaction, emailKey(email), {});
}

Result<Users::Created> UsersService::addChecked(storage::Transaction& transaction, const access::Actor& actor,
                                                const NewUser& user, const std::string& passwordHash, bool invitation)
{
    const UserId id(m_core.newId());
    SALLYPORT_TRY(insert(transaction, actor, id, user, passwordHash));
    Created created;
    SALLYPORT_ASSIGN(created.user, rows::user(transaction, id, m_core.clock.now()));
    audit::Details details;
    details.change("name", {}, user.name).change("email", {}, user.email).change("age", {}, ageText(user.age));
    details.change("department", {}, user.department).change("roles", {}, joined(user.roles));
    if (const auto foreign = user.passwordHash ? readForeignHash(*user.passwordHash) : std::nullopt)
        details.text("password_hash", foreignHashName(*foreign));
    audit::Event event = access::eventBy(actor, audit::kind::userCreated);
    tellRoleChange(m_core.roles, event, details, {}, withoutEnds(user.roles));
    event.detailsJson = details.json();
    SALLYPORT_TRY(record(transaction, created.user, std::move(event)));
    if (passwordHash.empty() && invitation) {
        SALLYPORT_ASSIGN(created.invitation, newLink(transaction, id, "invitation", invitationLifetime));
        SALLYPORT_TRY(record(transaction, actor, created.user, audit::kind::userInvited));
    }
    SALLYPORT_TRY(m_core.mirror(transaction, created.user));
    return created;
}

Result<User> UsersService::applyPatch(storage::Transaction& transaction, const access::Actor& actor, const UserId& id,
                                      const UserPatch& patch)
{
    const UtcTime now = m_core.clock.now();
    SALLYPORT_ASSIGN(const User before, rows::user(transaction, id, now));
    if (patch.expectedVersion && *patch.expectedVersion != before.version)
        return makeError(ErrorCode::PreconditionFailed, "The user was changed meanwhile.");
    User after = before;
    after.name = patch.name.value_or(before.name);
    after.email = patch.email ? plainEmail(*patch.email) : before.email;
    after.age = patch.age.value_or(before.age);
    after.department = patch.department.value_or(before.department);

    audit::Details details;
    details.change("name", before.name, after.name).change("email", before.email, after.email);
    details.change("age", ageText(before.age), ageText(after.age)).change("department", before.department, after.department);
    if (details.empty())
        return before;
    SALLYPORT_TRY(requireToManage(m_core, transaction, actor, id));
    if (after.email != before.email) {
        SALLYPORT_ASSIGN(const bool taken, isEmailTaken(transaction, emailKey(after.email), id));
        if (taken)
            return emailTaken();
    }
    SALLYPORT_TRY(rows::setFields(transaction, after, now));
    SALLYPORT_TRY(record(transaction, actor, after, audit::kind::userChanged, details.json()));
    if (after.email != before.email)
        SALLYPORT_TRY(noteEmailChange(m_core, transaction, id, access::eventBy(actor, audit::kind::userChanged), after.email));
    SALLYPORT_ASSIGN(User changed, rows::user(transaction, id, now));
    SALLYPORT_TRY(m_core.mirror(transaction, changed));
    return changed;
}

Result<User> UsersService::update(const access::Actor& actor, const UserId& id, const UserPatch& wanted)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::UsersUpdate));
    UserPatch patch = wanted;
    std::vector<FieldError> errors;
    if (patch.name)
        checkName(*patch.name, errors);
    if (patch.email)
        checkEmail(plainEmail(*patch.email), errors);
    if (patch.age)
        checkAge(*patch.age, errors);
    if (patch.department)
        checkDepartment(*patch.department, errors);
    if (!errors.empty())
        return validationError(std::move(errors));
    return m_core.store.write([&](storage::Transaction& transaction) { return applyPatch(transaction, current, id, patch); });
}

Result<User> UsersService::setRoles(const access::Actor& actor, const UserId& id, const std::vector<WantedRole>& roles)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::RolesAssign));
    SALLYPORT_ASSIGN(const std::vector<WantedRole> wanted, checkedRoles(m_core, roles));
    SALLYPORT_TRY(requireToGrant(m_core, current, namesOf(wanted)));
    const auto changed = std::make_shared<User>();
    SALLYPORT_TRY(m_core.store.takeAway([this, current, id, wanted, changed](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const User before, rows::user(transaction, id, m_core.clock.now()));
        if (!coversAll(asTheyAre(before.assignments), wanted))
            transaction.givesToo();
        SALLYPORT_ASSIGN(*changed, replaceRoles(transaction, current, before, wanted));
        return {};
    }));
    return shownTo(current, std::move(*changed));
}

Result<User> UsersService::replaceRoles(storage::Transaction& transaction, const access::Actor& actor, const User& before,
                                        const std::vector<WantedRole>& wanted)
{
    const std::vector<WantedRole> held = asTheyAre(before.assignments);
    if (held == wanted)
        return before;
    const UtcTime now = m_core.clock.now();
    SALLYPORT_TRY(requireToManage(m_core, transaction, actor, before.id));
    if (!staysAdministrator(wanted))
        SALLYPORT_TRY(requireAnotherAdministrator(transaction, before));
    SALLYPORT_TRY(rows::setRoles(transaction, before.id, wanted, {now, nameOf(actor)}));
    SALLYPORT_TRY(rows::touch(transaction, before.id, now));
    SALLYPORT_ASSIGN(User changed, rows::user(transaction, before.id, now));
    SALLYPORT_TRY(m_core.mirror(transaction, changed)); // before what needs room
    audit::Event event = access::eventBy(actor, audit::kind::userRolesChanged);
    audit::Details details;
    details.change("roles", joined(held), joined(wanted));
    tellRoleChange(m_core.roles, event, details, held, wanted);
    event.detailsJson = details.json();
    SALLYPORT_TRY(record(transaction, before, std::move(event)));
    // What ends before anybody could confirm it is lost as well.
    const bool own = actor.id == before.id && m_core.changeBook != nullptr;
    const RoleEnds ends = toLive(changed).ends;
    if (own && losesAccess(actor, m_core.roles.permissionsOf(inForce(changed.roles, ends, now + access::provisionalTime))))
        SALLYPORT_TRY(m_core.changeBook->note(
            transaction, actor,
            {access::ProvisionalKind::UserRoles, before.id.text(), before.name, rolesUndo(before.assignments, wanted)}));
    return changed;
}

Result<bool> UsersService::changeRole(const access::Actor& actor, const UserId& id, const WantedRole& role, RoleChange change)
{
    SALLYPORT_ASSIGN(const access::Actor current, m_core.authorize(actor, access::Permission::RolesAssign));
    if (!m_core.roles.exists(role.role))
        return validationError({{"role", "There is no such role.", "exists"}});
    // Taking it needs as much, as setting the user's roles does.
    SALLYPORT_TRY(requireToGrant(m_core, current, {role.role}));
    const auto changed = std::make_shared<bool>(false);
    const auto work = [this, current, id, role, change, changed](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(const User before, rows::user(transaction, id, m_core.clock.now()));
        const std::vector<WantedRole> held = asTheyAre(before.assignments);
        std::vector<WantedRole> wanted = held;
        std::erase_if(wanted, [&](const WantedRole& one) { return one.role == role.role; });
        if (change == RoleChange::Give) {
            wanted.push_back(role);
        } else if (wanted.empty() && !before.roles.empty()) {
            Error error(ErrorCode::Conflict, "The user has no other role.");
            error.word = "last_role";
            return error;
        }
        SALLYPORT_ASSIGN(wanted, checkedRoles(m_core, std::move(wanted)));
        if (wanted == held)
            return {};
        SALLYPORT_TRY(replaceRoles(transaction, current, before, wanted));
        *changed = true;
        return {};
    };
    SALLYPORT_TRY(change == RoleChange::Take ? m_core.store.takeAway(work) : m_core.store.write(work));
    return *changed;
}

} // namespace sallyport::identity
