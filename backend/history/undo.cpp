#include "backend/history/history_service.h"

#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/authorization/policy_fields.h"
#include "backend/authorization/policy_tests.h"
#include "backend/identity/api_keys/key_rows.h"

#include <algorithm>

namespace sallyport::history {

using access::Actor;
using access::Permission;
namespace kind = audit::kind;

namespace {

Error historyConflict(std::string detail, std::string word)
{
    Error error(ErrorCode::Conflict, std::move(detail));
    error.word = std::move(word);
    return error;
}

Error changedSince(const VersionChange& change)
{
    return historyConflict("It was changed again since: " + change.field + " is not what this change made it", "changed_since");
}

/// What the service of the object says if somebody was faster: between what was read here and its own transaction.
Result<void> overtaken(const Version& version, Result<void> undone)
{
    const bool made = version.kind == kind::roleCreated || version.kind == kind::policyCreated;
    if (!undone && undone.error().code == ErrorCode::PreconditionFailed)
        return historyConflict("It was changed again just now: look at what it is, and take that back if you want",
                               "changed_since");
    if (!undone && undone.error().code == ErrorCode::NotFound && made)
        return historyConflict("It is not there any more: it was deleted since", "changed_since");
    return undone;
}

std::string listed(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string before(const Version& version, std::string_view field)
{
    const VersionChange* const change = changeOf(version, field);
    return change != nullptr ? change->before : std::string();
}

/// Puts the earlier value in `to` if the member has changed; Conflict if it is not any more what it was changed to.
Result<void> takeBack(const Version& version, std::string_view field, const std::string& present,
                      const std::function<void(const std::string&)>& to)
{
    const VersionChange* const change = changeOf(version, field);
    if (change == nullptr)
        return {};
    if (present != change->after)
        return changedSince(*change);
    to(change->before);
    return {};
}

} // namespace

Result<Version> HistoryService::undo(const Actor& actor, std::string_view id)
{
    SALLYPORT_ASSIGN(const Version version, read(actor, id));
    SALLYPORT_ASSIGN(const Actor current, m_parts.now(actor));
    if (!version.undoable)
        return version.whyNot == "not_told"
                   ? historyConflict("The event doesn't hold what was there before", "not_told")
                   : historyConflict("A change of this kind is taken back where it is made", "elsewhere");
    if (version.objectKind == "setting")
        SALLYPORT_TRY(undoSetting(current, version));
    else if (version.objectKind == "role")
        SALLYPORT_TRY(overtaken(version, undoRole(current, version)));
    else
        SALLYPORT_TRY(overtaken(version, undoPolicy(current, version)));
    audit::Event event = access::eventBy(current, kind::changeUndone);
    event.object = {version.objectKind, version.objectId, version.objectName};
    event.detailsJson = audit::Details().text("event", version.id).text("kind", version.kind).json();
    SALLYPORT_TRY(m_parts.journal.record(std::move(event)));
    return version;
}

Result<void> HistoryService::undoSetting(const Actor& actor, const Version& version)
{
    std::vector<std::pair<std::string, std::string>> back;
    for (const VersionChange& change : version.changes) {
        const auto setting =
            std::ranges::find(settings::definitions(), std::string_view(change.field), &settings::Definition::key);
        if (setting == settings::definitions().end())
            return historyConflict("There is no such setting any more", "elsewhere");
        back.emplace_back(change.field, change.before);
    }
    // Asked where it is written: of two who take the same change back, one does. Changes of others meanwhile come by here as
    // well, in the name of other actors; of `version` nothing is read for them, which may be gone by then.
    const auto untouched = m_parts.settings.joinChanges([&version, mine = &actor](storage::Transaction&, const Actor& who,
                                                                                  const settings::Values& before,
                                                                                  const settings::Values&) -> Result<void> {
        if (&who != mine)
            return {};
        for (const VersionChange& change : version.changes)
            if (settings::findDefinition(change.field)->get(before) != change.after)
                return changedSince(change);
        return {};
    });
    return m_parts.settings.change(actor, back);
}

/// A role that somebody has by now stays: taking it back would take rights that the change did not give them.
Result<void> HistoryService::refuseOwned(const Version& version) const
{
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
        const VersionChange* const name = changeOf(version, "name");
        SALLYPORT_ASSIGN(auto member, transaction.prepare("SELECT 1 FROM user_roles WHERE role = $1 LIMIT 1"));
        SALLYPORT_ASSIGN(const bool owned, member.bind(1, name != nullptr ? name->after : std::string()).step());
        if (owned)
            return historyConflict("Users have this role: take it from them first", "role_in_use");
        return {};
    });
}

Result<void> HistoryService::undoRole(const Actor& actor, const Version& version)
{
    if (version.kind == kind::roleCreated) {
        SALLYPORT_TRY(refuseOwned(version));
        return m_parts.roleChanges.remove(actor, version.objectId);
    }
    if (version.kind == kind::roleDeleted) {
        identity::NewRole role;
        role.name = before(version, "name");
        role.title = version.objectName;
        role.description = before(version, "description");
        role.permissions = wordsIn(before(version, "permissions"));
        role.inherits = wordsIn(before(version, "inherits"));
        role.heirs = wordsIn(before(version, "heirs"));
        SALLYPORT_TRY(m_parts.roleChanges.create(actor, std::move(role)));
        return {};
    }
    const auto table = m_parts.roles.table();
    const auto role = std::ranges::find(*table, version.objectId, [](const access::Role& one) { return one.id.text(); });
    if (role == table->end())
        return makeError(ErrorCode::NotFound, "The role is not there any more: take its deletion back first");
    identity::RolePatch patch;
    patch.expectedVersion = role->version;
    SALLYPORT_TRY(takeBack(version, "title", role->title, [&](const std::string& old) { patch.title = old; }));
    SALLYPORT_TRY(takeBack(version, "description", role->description, [&](const std::string& old) { patch.description = old; }));
    SALLYPORT_TRY(takeBack(version, "permissions", listed(identity::wordsOf(role->own)),
                           [&](const std::string& old) { patch.permissions = wordsIn(old); }));
    SALLYPORT_TRY(
        takeBack(version, "inherits", listed(role->inherits), [&](const std::string& old) { patch.inherits = wordsIn(old); }));
    SALLYPORT_TRY(m_parts.roleChanges.change(actor, version.objectId, patch));
    return {};
}

Result<void> HistoryService::undoPolicy(const Actor& actor, const Version& version)
{
    if (version.kind == kind::policyCreated)
        return m_parts.policies.remove(actor, version.objectId);
    if (version.kind == kind::policyDeleted) {
        authorization::NewPolicy policy;
        policy.name = before(version, "name");
        policy.note = before(version, "note");
        policy.effect = before(version, "effect");
        policy.actions = wordsIn(before(version, "actions"));
        policy.resources = wordsIn(before(version, "resources"));
        policy.condition = before(version, "condition");
        policy.state = before(version, "state");
        policy.tests = authorization::testsIn(before(version, "tests"));
        SALLYPORT_TRY(m_parts.policies.create(actor, policy));
        return {};
    }
    authorization::PolicyPatch patch;
    SALLYPORT_ASSIGN(const access::Policy policy, m_parts.policies.read(actor, version.objectId));
    patch.expectedVersion = policy.version;
    // What the policy is now, in the words of the events.
    const authorization::NewPolicy present = authorization::wordsOf(policy);
    SALLYPORT_TRY(takeBack(version, "name", present.name, [&](const std::string& old) { patch.name = old; }));
    SALLYPORT_TRY(takeBack(version, "note", present.note, [&](const std::string& old) { patch.note = old; }));
    SALLYPORT_TRY(takeBack(version, "effect", present.effect, [&](const std::string& old) { patch.effect = old; }));
    SALLYPORT_TRY(takeBack(version, "state", present.state, [&](const std::string& old) { patch.state = old; }));
    SALLYPORT_TRY(takeBack(version, "condition", present.condition, [&](const std::string& old) { patch.condition = old; }));
    SALLYPORT_TRY(
        takeBack(version, "actions", listed(present.actions), [&](const std::string& old) { patch.actions = wordsIn(old); }));
    SALLYPORT_TRY(takeBack(version, "resources", listed(present.resources),
                           [&](const std::string& old) { patch.resources = wordsIn(old); }));
    SALLYPORT_TRY(m_parts.policies.change(actor, version.objectId, patch));
    return {};
}

} // namespace sallyport::history
