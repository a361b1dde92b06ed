#include "backend/alerts/alert_actions.h"

#include "backend/alerts/event_group.h"
#include "backend/alerts/incident_opening.h"
#include "backend/alerts/incident_rows.h"
#include "backend/alerts/rule_check.h"
#include "backend/alerts/rule_rows.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/name_text.h"
#include "backend/base/time_format.h"
#include "backend/protection/lists/administrator_address.h"

#include <algorithm>

namespace sallyport::alerts {
namespace {

constexpr std::int64_t actionsAtOnce = 100;
constexpr std::size_t whyLimit = 300; ///< code points

using access::Actor;
using access::Permission;

Error notUndoable()
{
    Error error(ErrorCode::Conflict, "This cannot be undone.");
    error.word = "not_undoable";
    return error;
}

/// What can't be done just now, whoever asks.
bool isPassing(const Error& error) noexcept
{
    return error.code == ErrorCode::DiskFull || error.code == ErrorCode::Unavailable || error.code == ErrorCode::NotWritable;
}

Result<void> requireTarget(const rows::StoredAction& stored)
{
    if (stored.action.targetId.empty())
        return makeError(ErrorCode::NotFound, "The events name nobody that this could be done to.");
    return {};
}

} // namespace

Result<Actor> AlertActions::actorOf(const AlertRule& rule)
{
    Actor actor = Actor::system(std::string(alertsName) + " " + rule.what.name);
    const AlertAuthor& author = rule.author;
    if (author.kind == AlertAuthor::Kind::System)
        return actor;
    access::PermissionSet allowed;
    if (author.kind == AlertAuthor::Kind::User && !author.key.empty()) {
        SALLYPORT_ASSIGN(const identity::ApiKey key, m_parts.apiKeys.read(Actor::system(), KeyId(author.key)));
        if (key.ended() || !key.owner.active)
            return makeError(ErrorCode::Unauthenticated, "The API key by which the rule was made works no more.");
        for (const std::string& scope : key.scopes) {
            const auto permission = access::findPermission(scope);
            if (permission && std::ranges::find(key.beyondOwner, scope) == key.beyondOwner.end())
                allowed.add(*permission);
        }
    } else if (author.kind == AlertAuthor::Kind::User) {
        SALLYPORT_ASSIGN(const identity::User user, m_parts.users.read(Actor::system(), UserId(author.id)));
        if (user.status != identity::UserStatus::Active)
            return makeError(ErrorCode::AccountDisabled, "Whoever made the rule is not active any more.");
        allowed = m_parts.roles.permissionsOf(user.roles);
    }
    actor.permissions = allowed;
    return actor;
}

Result<void> AlertActions::ban(const Actor& actor, rows::StoredAction& stored, const Incident& incident)
{
    const auto address = IpAddress::parse(stored.action.targetId);
    if (!address)
        return makeError(ErrorCode::NotFound, "The events come from no address.");
    if (m_parts.addressRules.isTrustedProxy(*address) ||
        m_parts.addressRules.lookup(*address).kind == protection::AddressVerdict::Kind::Allowed)
        return makeError(ErrorCode::Conflict, "The address is always let in.");
    // As for whoever bans by hand: nobody keeps the last administrator out.
    SALLYPORT_ASSIGN(const auto last, m_parts.store.read([&](storage::Transaction& transaction) {
        return protection::rows::lastAdministrator(transaction, m_parts.store.now());
    }));
    if (last && last->address == *address)
        return makeError(ErrorCode::Conflict, "The only administrator was active from this address last.");
    protection::NewAddressRule rule;
    rule.address = stored.action.targetId;
    rule.reason = truncateCharacters(incident.ruleName, protection::addressReasonLimit);
    if (stored.lasts.count() > 0)
        rule.expiresIn = stored.lasts;
    const Result<protection::AddressRule> made = m_parts.addressRules.add(actor, rule);
    if (made) {
        stored.undo = made->id.text();
        stored.action.until = made->expiresAt;
        return {};
    }
    // Kept out already: by this very action before a crash, or by somebody, whose rule is not ours to lift.
    return made.error().word == "rule_exists" ? Result<void>() : Result<void>(made.error());
}

Result<void> AlertActions::disable(const Actor& actor, rows::StoredAction& stored)
{
    const UserId id(stored.action.targetId);
    SALLYPORT_ASSIGN(const identity::User before, m_parts.users.read(Actor::system(), id));
    if (before.status == identity::UserStatus::Disabled)
        return {}; // by somebody else: not ours to enable
    SALLYPORT_TRY(m_parts.users.apply(actor, id, identity::UserAction::Disable));
    SALLYPORT_ASSIGN(const identity::User after, m_parts.users.read(Actor::system(), id));
    stored.undo = std::to_string(after.version);
    if (stored.lasts.count() > 0)
        stored.action.until = m_parts.store.now() + stored.lasts;
    return {};
}

Result<void> AlertActions::act(rows::StoredAction& stored, const AlertRule& rule, const Incident& incident)
{
    const ActionKind kind = stored.action.kind;
    if (kind == ActionKind::Notice)
        return {}; // the event of the opening says so to the window
    SALLYPORT_ASSIGN(const Actor actor, actorOf(rule));
    SALLYPORT_TRY(access::require(actor, *permissionOf(kind)));
    if (kind == ActionKind::Destination)
        return m_notifier.load()->send(stored.action.destination,
                                       {incident.id.text(), incident.ruleName, incident.groupName, incident.severity,
                                        incident.firstAt, incident.lastAt, incident.count});
    SALLYPORT_TRY(requireTarget(stored));
    switch (kind) {
    case ActionKind::BanAddress: return ban(actor, stored, incident);
    case ActionKind::RevokeSessions:
        return m_parts.users.apply(actor, UserId(stored.action.targetId), identity::UserAction::RevokeSessions);
    case ActionKind::DisableUser: return disable(actor, stored);
    case ActionKind::RevokeKey: return m_parts.apiKeys.revoke(actor, KeyId(stored.action.targetId));
    case ActionKind::Notice:
    case ActionKind::Destination: break;
    }
    return {};
}

Result<void> AlertActions::keep(const rows::StoredAction& stored, const Incident& incident, std::string_view kind,
                                const std::string& by, const Actor& actor)
{
    return m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_TRY(rows::putAction(transaction, stored));
        const IncidentAction& action = stored.action;
        const std::string_view word = kind == audit::kind::alertActed          ? "acted"
                                      : kind == audit::kind::alertActionFailed ? "failed"
                                                                               : "undone";
        std::string text(actionKindWord(action.kind));
        if (!action.targetName.empty())
            text += ": " + action.targetName;
        const Result<void> step = rows::addStep(transaction, m_parts.ids.next(), stored.incident,
                                                {m_parts.store.now(), std::string(word), by, std::move(text)});
        if (!step && step.error().code != ErrorCode::LimitReached)
            return step;
        transaction.changed(
            incidentTopic, incident.id.text(),
            std::make_shared<const IncidentChange>(IncidentChange{incident.rule.text(), incident.groupValue, false}));
        if (action.kind == ActionKind::Notice)
            return {}; // says nothing that the opening hasn't said
        audit::Event event = access::eventBy(actor, kind, word == "failed" ? audit::Outcome::Failure : audit::Outcome::Success);
        event.object = {"incident", incident.id.text(), incident.ruleName};
        audit::Details details;
        details.text("action", actionKindWord(action.kind)).text("target", action.targetName);
        if (action.until && word == "acted")
            details.text("until", toRfc3339(*action.until));
        if (!action.why.empty())
            details.text("why", action.why);
        event.detailsJson = details.json();
        return m_parts.journal.append(transaction, std::move(event));
    });
}

Result<void> AlertActions::perform(rows::StoredAction stored)
{
    std::optional<AlertRule> rule;
    std::optional<Incident> incident;
    SALLYPORT_TRY(m_parts.store.read([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(rule, rows::rule(transaction, stored.rule));
        SALLYPORT_ASSIGN(incident, rows::incident(transaction, stored.incident));
        return {};
    }));
    if (!incident)
        return {};
    const Result<void> acted =
        rule ? act(stored, *rule, *incident) : Result<void>(makeError(ErrorCode::NotFound, "The rule is not there any more."));
    if (!acted && isPassing(acted.error()))
        return acted.error();
    stored.action.at = m_parts.store.now();
    stored.action.state = acted ? ActionState::Done : ActionState::Failed;
    if (!acted)
        stored.action.why = truncateCharacters(acted.error().detail, whyLimit);
    const Actor actor = Actor::system(std::string(alertsName) + " " + incident->ruleName);
    return keep(stored, *incident, acted ? audit::kind::alertActed : audit::kind::alertActionFailed, actor.name, actor);
}

Result<void> AlertActions::doPending()
{
    for (;;) {
        SALLYPORT_ASSIGN(const auto pending, m_parts.store.read([](storage::Transaction& transaction) {
            return rows::pendingActions(transaction, actionsAtOnce);
        }));
        if (pending.empty())
            return {};
        for (const rows::StoredAction& one : pending)
            SALLYPORT_TRY(perform(one));
    }
}

bool AlertActions::isUndoable(const rows::StoredAction& stored, UtcTime now)
{
    return stored.action.state == ActionState::Done && !stored.undo.empty() && permissionToUndo(stored.action.kind) &&
           (!stored.action.until || *stored.action.until > now);
}

/// False if somebody has changed it since: it is theirs then, and stays.
Result<bool> AlertActions::takeBack(const Actor& actor, const rows::StoredAction& stored)
{
    if (stored.action.kind == ActionKind::BanAddress) {
        const Result<void> removed = m_parts.addressRules.remove(actor, protection::AddressRuleId(stored.undo));
        if (!removed && removed.error().code != ErrorCode::NotFound)
            return removed.error();
        return removed.has_value();
    }
    const UserId id(stored.action.targetId);
    SALLYPORT_ASSIGN(const identity::User user, m_parts.users.read(Actor::system(), id));
    if (std::to_string(user.version) != stored.undo || user.status != identity::UserStatus::Disabled)
        return false;
    SALLYPORT_TRY(m_parts.users.apply(actor, id, identity::UserAction::Enable));
    return true;
}

Result<void> AlertActions::undo(const Actor& actor, rows::StoredAction stored)
{
    if (!isUndoable(stored, m_parts.store.now()))
        return notUndoable();
    SALLYPORT_TRY(access::require(actor, *permissionToUndo(stored.action.kind)));
    SALLYPORT_ASSIGN(const auto incident, m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::incident(transaction, stored.incident);
    }));
    if (!incident)
        return makeError(ErrorCode::NotFound, "There is no such incident");
    SALLYPORT_ASSIGN(const bool taken, takeBack(actor, stored));
    stored.action.state = ActionState::Undone;
    stored.action.endedAt = m_parts.store.now();
    stored.action.endedBy = access::nameOf(actor);
    if (!taken)
        stored.action.why = "It was changed since, and stays as it is.";
    return keep(stored, *incident, audit::kind::alertActionUndone, stored.action.endedBy, actor);
}

Result<void> AlertActions::endTimed()
{
    SALLYPORT_ASSIGN(const auto ended, m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::endedActions(transaction, m_parts.store.now(), actionsAtOnce);
    }));
    for (rows::StoredAction stored : ended) {
        SALLYPORT_ASSIGN(const auto incident, m_parts.store.read([&](storage::Transaction& transaction) {
            return rows::incident(transaction, stored.incident);
        }));
        if (!incident)
            continue;
        const Actor actor = Actor::system(std::string(alertsName) + " " + incident->ruleName);
        // A ban has ended by itself. What was disabled for a time is enabled by the product, whoever made the rule.
        if (stored.action.kind == ActionKind::DisableUser && !stored.undo.empty()) {
            const Result<bool> taken = takeBack(actor, stored);
            if (!taken && isPassing(taken.error()))
                return taken.error();
            if (!taken || !*taken)
                stored.action.why = taken ? std::string("It was changed since, and stays as it is.")
                                          : truncateCharacters(taken.error().detail, whyLimit);
        }
        stored.action.state = ActionState::Undone;
        stored.action.endedAt = m_parts.store.now();
        stored.action.endedBy = actor.name;
        SALLYPORT_TRY(keep(stored, *incident, audit::kind::alertActionUndone, actor.name, actor));
    }
    return {};
}

} // namespace sallyport::alerts
