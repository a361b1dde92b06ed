#include "backend/alerts/alert_actions.h"

#include "backend/alerts/incident_rows.h"
#include "backend/alerts/rule_check.h"
#include "backend/alerts/rule_rows.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/name_text.h"
#include "backend/identity/author_now.h"
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

constexpr std::string_view staysText = "It was changed since, and stays as it is.";
constexpr std::string_view changedSinceWord = "changed_since";
constexpr std::string_view heldText = "Another rule keeps the account disabled.";
constexpr std::string_view heldWord = "held_disabled";

Error changedSince()
{
    Error error(ErrorCode::Conflict, std::string(staysText));
    error.word = changedSinceWord;
    return error;
}

Error heldDisabled()
{
    Error error(ErrorCode::Conflict, std::string(heldText));
    error.word = heldWord;
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
    if (rule.author.kind == AlertAuthor::Kind::System)
        return actor;
    SALLYPORT_ASSIGN(const Actor author, identity::authorNow({m_parts.users, m_parts.apiKeys, m_parts.roles}, rule.author));
    actor.permissions = author.permissions;
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
    if (made.error().word != "rule_exists")
        return made.error();
    // Kept out already: by this very action before a crash, by another rule, or by somebody, whose rule is not ours to lift.
    protection::AddressRuleQuery query;
    query.text = stored.action.targetId;
    query.action = protection::AddressAction::Block;
    query.byScore = false;
    SALLYPORT_ASSIGN(const auto known, m_parts.addressRules.list(Actor::system(), query));
    for (const protection::AddressRule& one : known.rules) {
        if (one.address != address->text())
            continue;
        SALLYPORT_ASSIGN(const bool taken, m_parts.store.read([&](storage::Transaction& transaction) {
            return rows::isUndoTaken(transaction, one.id.text());
        }));
        if (taken)
            return prolong(actor, stored, one);
        if (one.createdBy != actor.name || one.createdAt < incident.openedAt)
            continue;
        stored.undo = one.id.text();
        stored.action.until = one.expiresAt;
    }
    return {};
}

/// Of several rules that ban an address, the longest time counts: none cuts another's short.
Result<void> AlertActions::prolong(const Actor& actor, rows::StoredAction& stored, const protection::AddressRule& known)
{
    std::optional<UtcTime> until = known.expiresAt;
    const bool forEver = stored.lasts.count() == 0;
    if (until && (forEver || *until < m_parts.store.now() + stored.lasts)) {
        protection::AddressRulePatch longer;
        longer.expiresIn = forEver ? std::optional<std::chrono::seconds>() : std::optional(stored.lasts);
        SALLYPORT_ASSIGN(const protection::AddressRule changed, m_parts.addressRules.change(actor, known.id, longer));
        until = changed.expiresAt;
    }
    stored.undo = known.id.text();
    stored.action.until = until;
    return {};
}

/// With its record in one transaction: an account that is disabled for a time is never without what enables it again.
Result<void> AlertActions::disable(const Actor& actor, const ActionNews& acted)
{
    // It may run when this has gone: it holds what it needs, and the journal outlives who disables.
    const auto also = [news = acted, &store = m_parts.store,
                       &journal = m_parts.journal](storage::Transaction& transaction, const identity::User& before,
                                                   const identity::User& after) -> Result<void> {
        ActionNews done = news;
        const std::string undo = std::to_string(after.version);
        bool ours = before.status != identity::UserStatus::Disabled; // else by somebody else, which is not ours to undo
        if (!ours) {
            // Or by another rule: whichever lasts longer enables.
            const IncidentAction& action = done.stored.action;
            SALLYPORT_ASSIGN(ours, rows::isHeldDisabled(transaction, action.id, action.targetId, undo, store.now()));
        }
        if (ours) {
            done.stored.undo = undo;
            if (done.stored.lasts.count() > 0)
                done.stored.action.until = store.now() + done.stored.lasts;
        }
        SALLYPORT_TRY(keepNews(transaction, journal, store.now(), ActionState::Pending, done));
        return {};
    };
    return m_parts.userActions.applyWith(actor, UserId(acted.stored.action.targetId), identity::UserAction::Disable, also);
}

/// True: what became of it is stored already.
Result<bool> AlertActions::act(ActionNews& news, const AlertRule& rule)
{
    rows::StoredAction& stored = news.stored;
    const Incident& incident = news.incident;
    const ActionKind kind = stored.action.kind;
    if (kind == ActionKind::Notice)
        return false; // the event of the opening says so to the window
    SALLYPORT_ASSIGN(const Actor actor, actorOf(rule));
    SALLYPORT_TRY(access::require(actor, *permissionOf(kind)));
    if (kind != ActionKind::Destination)
        SALLYPORT_TRY(requireTarget(stored));
    switch (kind) {
    case ActionKind::Destination:
        SALLYPORT_TRY(m_notifier.load()->send(stored.action.destination,
                                              {incident.id.text(), incident.ruleName, incident.groupName, incident.severity,
                                               incident.firstAt, incident.lastAt, incident.count}));
        break;
    case ActionKind::BanAddress: SALLYPORT_TRY(ban(actor, stored, incident)); break;
    case ActionKind::RevokeSessions:
        SALLYPORT_TRY(m_parts.users.apply(actor, UserId(stored.action.targetId), identity::UserAction::RevokeSessions));
        break;
    case ActionKind::DisableUser: SALLYPORT_TRY(disable(actor, news)); return true;
    case ActionKind::RevokeKey: SALLYPORT_TRY(m_parts.apiKeys.revoke(actor, KeyId(stored.action.targetId))); break;
    case ActionKind::Notice: break;
    }
    return false;
}

Result<bool> AlertActions::keep(const ActionNews& news, ActionState expected)
{
    return m_parts.store.write([&](storage::Transaction& transaction) {
        return keepNews(transaction, m_parts.journal, m_parts.store.now(), expected, news);
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
    const Actor actor = Actor::system(std::string(alertsName) + " " + incident->ruleName);
    stored.action.at = m_parts.store.now();
    stored.action.state = ActionState::Done;
    ActionNews news{std::move(stored), *incident, audit::kind::alertActed, actor.name, actor, m_parts.ids.next()};
    const Result<bool> acted =
        rule ? act(news, *rule) : Result<bool>(makeError(ErrorCode::NotFound, "The rule is not there any more."));
    if (acted && *acted)
        return {};
    if (!acted && isPassing(acted.error()))
        return acted.error();
    if (!acted) {
        news.kind = audit::kind::alertActionFailed;
        news.stored.action.state = ActionState::Failed;
        news.stored.action.why = truncateCharacters(acted.error().detail, whyLimit);
    }
    SALLYPORT_TRY(keep(news, ActionState::Pending));
    return {};
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

/// Of a ban: false if somebody has lifted it since.
Result<bool> AlertActions::lift(const Actor& actor, const rows::StoredAction& stored)
{
    const Result<void> removed = m_parts.addressRules.remove(actor, protection::AddressRuleId(stored.undo));
    if (!removed && removed.error().code != ErrorCode::NotFound)
        return removed.error();
    return removed.has_value();
}

/// Enables with its record in one transaction; false, and nothing done, if somebody has changed the account since. Conflict
/// (`held_disabled`) if others hold it.
Result<bool> AlertActions::enable(const Actor& actor, const ActionNews& undone, Others others)
{
    const auto also = [news = undone, others, &store = m_parts.store,
                       &journal = m_parts.journal](storage::Transaction& transaction, const identity::User& before,
                                                   const identity::User&) -> Result<void> {
        if (std::to_string(before.version) != news.stored.undo || before.status != identity::UserStatus::Disabled)
            return changedSince();
        if (others == Others::Hold) {
            const IncidentAction& action = news.stored.action;
            SALLYPORT_ASSIGN(const bool held,
                             rows::isHeldDisabled(transaction, action.id, action.targetId, news.stored.undo, store.now()));
            if (held)
                return heldDisabled();
        }
        SALLYPORT_ASSIGN(const bool kept, keepNews(transaction, journal, store.now(), ActionState::Done, news));
        return kept ? Result<void>() : Result<void>(notUndoable());
    };
    const Result<void> enabled =
        m_parts.userActions.applyWith(actor, UserId(undone.stored.action.targetId), identity::UserAction::Enable, also);
    if (!enabled && enabled.error().word == changedSinceWord)
        return false;
    if (!enabled)
        return enabled.error();
    return true;
}

ActionNews AlertActions::undone(rows::StoredAction stored, const Incident& incident, const Actor& actor, const std::string& by)
{
    stored.action.state = ActionState::Undone;
    stored.action.endedAt = m_parts.store.now();
    stored.action.endedBy = by;
    return {std::move(stored), incident, audit::kind::alertActionUndone, by, actor, m_parts.ids.next()};
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
    const bool banned = stored.action.kind == ActionKind::BanAddress;
    ActionNews news = undone(std::move(stored), *incident, actor, access::nameOf(actor));
    SALLYPORT_ASSIGN(const bool taken, banned ? lift(actor, news.stored) : enable(actor, news, Others::Pass));
    if (taken && !banned)
        return {};
    if (!taken)
        news.stored.action.why = staysText;
    SALLYPORT_ASSIGN(const bool kept, keep(news, ActionState::Done));
    return kept ? Result<void>() : Result<void>(notUndoable());
}

Result<void> AlertActions::end(rows::StoredAction stored, const Incident& incident)
{
    const Actor actor = Actor::system(std::string(alertsName) + " " + incident.ruleName);
    ActionNews news = undone(std::move(stored), incident, actor, actor.name);
    // A ban has ended by itself. What was disabled for a time is enabled by the product, whoever made the rule.
    if (news.stored.action.kind == ActionKind::DisableUser && !news.stored.undo.empty()) {
        const Result<bool> taken = enable(actor, news, Others::Hold);
        if (taken && *taken)
            return {};
        if (!taken && isPassing(taken.error()))
            return taken.error();
        news.stored.action.why = taken ? std::string(staysText) : truncateCharacters(taken.error().detail, whyLimit);
    }
    SALLYPORT_TRY(keep(news, ActionState::Done)); // unless somebody has undone it meanwhile
    return {};
}

Result<void> AlertActions::endTimed()
{
    SALLYPORT_ASSIGN(const auto ended, m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::endedActions(transaction, m_parts.store.now(), actionsAtOnce);
    }));
    for (const rows::StoredAction& stored : ended) {
        SALLYPORT_ASSIGN(const auto incident, m_parts.store.read([&](storage::Transaction& transaction) {
            return rows::incident(transaction, stored.incident);
        }));
        if (incident)
            SALLYPORT_TRY(end(stored, *incident));
    }
    return {};
}

} // namespace sallyport::alerts
