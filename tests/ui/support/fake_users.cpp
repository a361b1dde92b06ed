#include "tests/ui/support/fake_names.h"
#include "tests/ui/support/fake_services.h"

#include <algorithm>
#include <cstdio>

namespace sallyport::tests {

using identity::User;
using identity::UserAction;
using identity::UserQuery;
using identity::UserStatus;

namespace {

std::string idText(std::size_t index)
{
    char text[27];
    std::snprintf(text, sizeof text, "01JDFAKE%018zu", index);
    return text;
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
    return text;
}

User userOf(std::size_t index, UtcTime now)
{
    const auto who = person(index);
    User user;
    user.id = UserId(idText(index));
    user.name = who.name;
    user.email = who.email;
    user.department = who.department;
    user.roles = {who.role};
    user.status = who.state == 'd' ? UserStatus::Disabled : who.state == 'i' ? UserStatus::Invited : UserStatus::Active;
    user.mfaEnabled = user.authenticatorApp = who.mfa;
    user.recoveryCodesLeft = who.mfa ? static_cast<int>(10 - index % 4) : 0;
    if (user.mfaEnabled && index % 17 == 0)
        user.recoveryCodesLeft = 2;
    if (who.role != std::string("viewer"))
        user.mfaRequiredSince = now - std::chrono::hours(24 * (index % 3 == 0 ? 20 : 5));
    if (who.state == 'l')
        user.lockedUntil = now + std::chrono::minutes(12);
    if (who.lastSignInMinutes >= 0) {
        user.lastSignInAt = now - std::chrono::minutes(who.lastSignInMinutes);
        user.lastSignInAddress = "198.51.100." + std::to_string(index * 4 % 250);
    }
    if (user.status != UserStatus::Invited)
        user.passwordChangedAt = now - std::chrono::hours(24 * (11 + index * 5 % 300));
    user.createdAt = now - std::chrono::hours(24 * (659 - static_cast<long>(index * 3 % 600)));
    user.createdBy = "Ingrid Solheim";
    user.updatedAt = user.createdAt;
    return user;
}

bool matches(const User& user, const UserQuery& query, UtcTime now)
{
    if (!query.text.empty()) {
        const auto text = lower(query.text);
        if (lower(user.name).find(text) == std::string::npos && lower(user.email).find(text) == std::string::npos)
            return false;
    }
    if (query.role && std::find(user.roles.begin(), user.roles.end(), *query.role) == user.roles.end())
        return false;
    if (query.status && user.status != *query.status)
        return false;
    if (query.lockedOnly && !(user.lockedUntil && *user.lockedUntil > now))
        return false;
    if (query.inactiveDays &&
        (user.status == UserStatus::Disabled ||
         std::max(user.createdAt, user.lastSignInAt.value_or(UtcTime{})) > now - std::chrono::days(*query.inactiveDays)))
        return false;
    const bool missing = !user.mfaEnabled && user.mfaRequiredSince && user.status == UserStatus::Active;
    const bool late = missing && now - *user.mfaRequiredSince >= std::chrono::days(14);
    switch (query.mfa) {
    case UserQuery::Mfa::Any: return true;
    case UserQuery::Mfa::On: return user.mfaEnabled;
    case UserQuery::Mfa::Off: return !user.mfaEnabled;
    case UserQuery::Mfa::Due: return missing && !late;
    case UserQuery::Mfa::Overdue: return late;
    case UserQuery::Mfa::FewCodes: return user.mfaEnabled && user.recoveryCodesLeft < 4;
    }
    return false;
}

bool before(const User& a, const User& b, UserQuery::Sort sort)
{
    switch (sort) {
    case UserQuery::Sort::Name: return a.name < b.name;
    case UserQuery::Sort::Email: return a.email < b.email;
    case UserQuery::Sort::Department: return std::tie(a.department, a.name) < std::tie(b.department, b.name);
    case UserQuery::Sort::Status: return std::tie(a.status, a.name) < std::tie(b.status, b.name);
    case UserQuery::Sort::Mfa: return std::tie(a.mfaEnabled, a.name) < std::tie(b.mfaEnabled, b.name);
    case UserQuery::Sort::LastSignIn: return a.lastSignInAt < b.lastSignInAt;
    case UserQuery::Sort::Created: return a.createdAt < b.createdAt;
    }
    return false;
}

Error denied(std::string_view permission)
{
    auto error = makeError(ErrorCode::PermissionDenied, "permission missing");
    error.required = permission;
    return error;
}

} // namespace

FakeUsers::FakeUsers(Clock& clock, std::size_t count) : m_clock(clock)
{
    users.reserve(count);
    for (std::size_t index = 0; index < count; ++index)
        users.push_back(userOf(index, clock.now()));
}

Result<identity::UserPage> FakeUsers::list(const access::Actor& actor, const UserQuery& query)
{
    if (auto error = failures.take())
        return *error;
    if (!actor.permissions.has(access::Permission::UsersRead))
        return denied("users:read");
    const std::lock_guard guard(mutex);
    ++listCalls;
    std::vector<const User*> found;
    for (const auto& user : users)
        if (matches(user, query, m_clock.now()))
            found.push_back(&user);
    std::stable_sort(found.begin(), found.end(), [&](const User* a, const User* b) {
        return query.descending ? before(*b, *a, query.sort) : before(*a, *b, query.sort);
    });
    identity::UserPage page;
    page.total = static_cast<std::int64_t>(found.size());
    const auto end = std::min<std::size_t>(query.offset + query.limit, found.size());
    for (auto at = std::min<std::size_t>(query.offset, found.size()); at < end; ++at)
        page.users.push_back(*found[at]);
    return page;
}

Result<User> FakeUsers::read(const access::Actor&, const UserId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    if (auto* user = find(id))
        return *user;
    return makeError(ErrorCode::NotFound, "no such user");
}

Result<identity::UserStatistics> FakeUsers::statistics(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    identity::UserStatistics sums;
    for (const auto& user : users) {
        ++sums.total;
        sums.active += user.status == UserStatus::Active;
        sums.disabled += user.status == UserStatus::Disabled;
        sums.invited += user.status == UserStatus::Invited;
        sums.locked += user.lockedUntil.has_value();
    }
    return sums;
}

Result<identity::Users::Created> FakeUsers::create(const access::Actor& actor, identity::NewUser user)
{
    if (auto error = failures.take())
        return *error;
    if (!actor.permissions.has(access::Permission::UsersCreate))
        return denied("users:create");
    const std::lock_guard guard(mutex);
    for (const auto& other : users)
        if (lower(other.email) == lower(user.email)) {
            auto error = makeError(ErrorCode::Conflict, "the e-mail is taken");
            error.fields.push_back({"email", "is taken", "unique"});
            return error;
        }
    if (user.email.find('@') == std::string::npos) {
        auto error = makeError(ErrorCode::ValidationFailed, "not acceptable");
        error.fields.push_back({"email", "is not an address", "format"});
        return error;
    }
    Created created;
    created.user.id = UserId(idText(1'000'000 + users.size()));
    created.user.name = user.name;
    created.user.email = user.email;
    created.user.age = user.age;
    created.user.department = user.department;
    created.user.roles = user.roles;
    created.user.createdAt = created.user.updatedAt = m_clock.now();
    created.user.createdBy = actor.name;
    if (user.password) {
        created.user.passwordChangedAt = m_clock.now();
    } else {
        created.user.status = UserStatus::Invited;
        created.invitation.emplace();
        created.invitation->token = SecretBytes::fromText("q7PZk0mWJtUe3yVb9sXcLd2fRgHn5aTo8iKpEwQzYx4");
        created.invitation->expiresAt = m_clock.now() + std::chrono::hours(72);
    }
    users.push_back(created.user);
    return created;
}

Result<User> FakeUsers::update(const access::Actor& actor, const UserId& id, const identity::UserPatch& patch)
{
    if (auto error = failures.take())
        return *error;
    if (!actor.permissions.has(access::Permission::UsersUpdate))
        return denied("users:update");
    const std::lock_guard guard(mutex);
    auto* user = find(id);
    if (!user)
        return makeError(ErrorCode::NotFound, "no such user");
    if (patch.expectedVersion && *patch.expectedVersion != user->version)
        return makeError(ErrorCode::PreconditionFailed, "changed meanwhile");
    user->name = patch.name.value_or(user->name);
    user->email = patch.email.value_or(user->email);
    user->department = patch.department.value_or(user->department);
    user->age = patch.age.value_or(user->age);
    ++user->version;
    return *user;
}

namespace {

void assign(User& user, const std::vector<identity::WantedRole>& roles)
{
    user.roles.clear();
    user.assignments.clear();
    for (const identity::WantedRole& one : roles) {
        user.roles.push_back(one.role);
        user.assignments.push_back({one.role, one.until, {}, "Ingrid Solheim"});
    }
}

} // namespace

Result<User> FakeUsers::setRoles(const access::Actor&, const UserId& id, const std::vector<identity::WantedRole>& roles)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    auto* user = find(id);
    if (!user)
        return makeError(ErrorCode::NotFound, "no such user");
    assign(*user, roles);
    ++user->version;
    return *user;
}

Result<bool> FakeUsers::changeRole(const access::Actor&, const UserId& id, const identity::WantedRole& wanted,
                                   identity::RoleChange change)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    auto* user = find(id);
    if (!user)
        return makeError(ErrorCode::NotFound, "no such user");
    if (refusedIds.contains(id.text()))
        return makeError(ErrorCode::Conflict, "the last active administrator");
    std::vector<identity::WantedRole> roles = identity::withTheirEnds(user->roles, user->assignments);
    const auto place = std::ranges::find(roles, wanted.role, &identity::WantedRole::role);
    const bool give = change == identity::RoleChange::Give;
    if (give ? place != roles.end() && place->until == wanted.until : place == roles.end())
        return false;
    if (!give && roles.size() == 1)
        return makeError(ErrorCode::Conflict, "the only role");
    if (place != roles.end())
        roles.erase(place);
    if (give)
        roles.push_back(wanted);
    assign(*user, roles);
    ++user->version;
    return true;
}

Result<void> FakeUsers::apply(const access::Actor& actor, const UserId& id, UserAction action)
{
    if (auto error = applyFailures.take())
        return *error;
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(mutex);
    auto* user = find(id);
    if (!user)
        return makeError(ErrorCode::NotFound, "no such user");
    if (refusedIds.contains(id.text()) || id == actor.id)
        return makeError(ErrorCode::Conflict, "the last active administrator");
    m_applied.emplace_back(id, action);
    switch (action) {
    case UserAction::Disable: user->status = UserStatus::Disabled; break;
    case UserAction::Enable: user->status = UserStatus::Active; break;
    case UserAction::Unlock: user->lockedUntil.reset(); break;
    case UserAction::ResetMfa:
        user->mfaEnabled = false;
        user->recoveryCodesLeft = 0;
        break;
    case UserAction::RevokeSessions: break;
    case UserAction::Delete: users.erase(users.begin() + (user - users.data())); return {};
    }
    ++user->version;
    return {};
}

Result<identity::OneTimeLink> FakeUsers::resetPassword(const access::Actor&, const UserId&)
{
    if (auto error = failures.take())
        return *error;
    identity::OneTimeLink link;
    link.token = SecretBytes::fromText("mZ4xQzYwEpKi8oTa5nHgRf2dLcXs9bVy3eUtJWm0kZP");
    link.expiresAt = m_clock.now() + std::chrono::minutes(15);
    return link;
}

User* FakeUsers::find(const UserId& id)
{
    const auto found = std::find_if(users.begin(), users.end(), [&](const User& user) { return user.id == id; });
    return found == users.end() ? nullptr : &*found;
}

UserId FakeUsers::idOf(const std::string& name)
{
    const std::lock_guard guard(mutex);
    for (const auto& user : users)
        if (user.name == name)
            return user.id;
    return {};
}

std::vector<std::pair<UserId, UserAction>> FakeUsers::applied()
{
    const std::lock_guard guard(mutex);
    return m_applied;
}

} // namespace sallyport::tests
