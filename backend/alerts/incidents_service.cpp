#include "backend/alerts/incidents_service.h"

#include "backend/alerts/incident_parts.h"
#include "backend/alerts/incident_rows.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/user_fields.h"

#include <algorithm>

namespace sallyport::alerts {
namespace {

using access::Actor;
using access::Permission;

constexpr std::int64_t peopleShown = 100;

Error noSuchIncident()
{
    return makeError(ErrorCode::NotFound, "There is no such incident");
}

Error incidentConflict(std::string detail, std::string word)
{
    Error error(ErrorCode::Conflict, std::move(detail));
    error.word = std::move(word);
    return error;
}

/// Text of several lines: line ends are the one control character that a note has.
void checkText(std::string_view field, const std::string& text, std::size_t most, bool lines, std::vector<FieldError>& errors)
{
    std::string plain = text;
    if (lines)
        std::erase(plain, '\n');
    if (trimAscii(text).empty())
        errors.push_back({std::string(field), "Something must stand there.", "minLength"});
    else if (isLongerThan(text, most))
        errors.push_back({std::string(field), "It is too long.", "maxLength"});
    else if (!isPrintableText(plain))
        errors.push_back({std::string(field), "It holds characters that cannot be shown.", "printable"});
}

Result<void> checkPatch(const IncidentPatch& patch)
{
    std::vector<FieldError> errors;
    if (patch.note)
        checkText("note", *patch.note, incidentNoteLimit, true, errors);
    if (patch.outcome && !patch.outcome->empty())
        checkText("outcome", *patch.outcome, incidentOutcomeLimit, false, errors);
    if (patch.outcome && patch.state != IncidentState::Closed)
        errors.push_back({"outcome", "Only of an incident that is closed with it.", "readOnly"});
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    return {};
}

} // namespace

Result<Actor> IncidentsService::authorize(const Actor& actor, Permission permission) const
{
    SALLYPORT_ASSIGN(Actor current, m_parts.now(actor));
    SALLYPORT_TRY(access::require(current, permission));
    return current;
}

Result<IncidentPage> IncidentsService::list(const Actor& actor, const IncidentQuery& query)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::IncidentsRead));
    return m_parts.store.read(
        [&](storage::Transaction& transaction) { return rows::page(transaction, query, current.id.text()); });
}

Result<IncidentCounts> IncidentsService::counts(const Actor& actor)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::IncidentsRead));
    return m_parts.store.read([&](storage::Transaction& transaction) { return rows::counts(transaction, current.id.text()); });
}

Result<IncidentDetail> IncidentsService::detail(const IncidentId& id)
{
    const UtcTime now = m_parts.store.now();
    return m_parts.store.read([&](storage::Transaction& transaction) -> Result<IncidentDetail> {
        IncidentDetail all;
        SALLYPORT_ASSIGN(auto found, rows::incident(transaction, id));
        if (!found)
            return noSuchIncident();
        all.incident = std::move(*found);
        SALLYPORT_ASSIGN(all.steps, rows::steps(transaction, id));
        SALLYPORT_ASSIGN(const auto actions, rows::actionsOfIncident(transaction, id));
        for (const rows::StoredAction& stored : actions) {
            all.actions.push_back(stored.action);
            all.actions.back().undoable = AlertActions::isUndoable(stored, now);
        }
        SALLYPORT_ASSIGN(all.people, rows::people(transaction, id, peopleShown));
        SALLYPORT_ASSIGN(all.events, rows::eventIds(transaction, id));
        return all;
    });
}

Result<IncidentDetail> IncidentsService::read(const Actor& actor, const IncidentId& id)
{
    SALLYPORT_TRY(authorize(actor, Permission::IncidentsRead));
    return detail(id);
}

Result<void> IncidentsService::changeState(storage::Transaction& transaction, const Actor& actor, Incident& incident,
                                           const IncidentPatch& patch, std::vector<IncidentStep>& steps) const
{
    const UtcTime now = m_parts.store.now();
    const std::string by = access::nameOf(actor);
    const bool wasClosed = incident.state == IncidentState::Closed;
    if (wasClosed && *patch.state == IncidentState::Acknowledged)
        return incidentConflict("The incident is closed. Open it again first.", "incident_closed");
    switch (*patch.state) {
    case IncidentState::Open:
        if (wasClosed) {
            SALLYPORT_ASSIGN(const auto other, rows::unclosed(transaction, incident.rule, incident.groupValue));
            if (other)
                return incidentConflict("The rule has another incident of this group that is open.", "incident_open");
        }
        incident.acknowledgedAt.reset();
        incident.acknowledgedBy.clear();
        incident.closedAt.reset();
        incident.closedBy.clear();
        incident.outcome.clear();
        steps.push_back({now, "reopened", by, {}});
        break;
    case IncidentState::Acknowledged:
        incident.acknowledgedAt = now;
        incident.acknowledgedBy = by;
        steps.push_back({now, "acknowledged", by, {}});
        break;
    case IncidentState::Closed:
        incident.closedAt = now;
        incident.closedBy = by;
        incident.outcome = patch.outcome.value_or(std::string());
        steps.push_back({now, "closed", by, incident.outcome});
        break;
    }
    incident.state = *patch.state;
    return {};
}

Result<IncidentDetail> IncidentsService::change(const Actor& actor, const IncidentId& id, const IncidentPatch& patch)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::IncidentsUpdate));
    SALLYPORT_TRY(checkPatch(patch));
    std::string assigneeName;
    if (patch.assignee && !patch.assignee->empty()) {
        const Result<identity::User> user = m_parts.users.read(Actor::system(), UserId(*patch.assignee));
        if (!user || user->status != identity::UserStatus::Active)
            return identity::validationError({{"assignee", "There is no such active user.", "exists"}});
        assigneeName = user->name;
    }
    const Result<void> changed = m_parts.store.write([&](storage::Transaction& transaction) -> Result<void> {
        SALLYPORT_ASSIGN(auto found, rows::incident(transaction, id));
        if (!found)
            return noSuchIncident();
        if (patch.expectedVersion && *patch.expectedVersion != found->version)
            return makeError(ErrorCode::PreconditionFailed, "The incident was changed meanwhile.");
        Incident incident = *found;
        std::vector<IncidentStep> steps;
        const UtcTime now = m_parts.store.now();
        if (patch.assignee && *patch.assignee != incident.assigneeId) {
            incident.assigneeId = *patch.assignee;
            incident.assigneeName = assigneeName;
            steps.push_back({now, "assigned", access::nameOf(current), assigneeName});
        }
        if (patch.note)
            steps.push_back({now, "noted", access::nameOf(current), *patch.note});
        if (patch.state && *patch.state != incident.state)
            SALLYPORT_TRY(changeState(transaction, current, incident, patch, steps));
        if (steps.empty())
            return {};
        const bool closes = incident.state == IncidentState::Closed && found->state != IncidentState::Closed;
        const std::int64_t through = closes ? m_parts.journal.head().sequence : 0;
        SALLYPORT_TRY(rows::changeIncident(transaction, incident, through));
        for (const IncidentStep& step : steps) {
            const Result<void> added = rows::addStep(transaction, m_parts.ids.next(), id, step);
            // What is done is recorded in the journal all the same; a note would be lost.
            if (!added && (step.kind == "noted" || added.error().code != ErrorCode::LimitReached))
                return added;
        }
        transaction.changed(
            incidentTopic, id.text(),
            std::make_shared<const IncidentChange>(IncidentChange{incident.rule.text(), incident.groupValue, closes}));
        audit::Event event = access::eventBy(current, audit::kind::incidentChanged);
        event.object = {"incident", id.text(), incident.ruleName};
        audit::Details details;
        details.change("state", incidentStateWord(found->state), incidentStateWord(incident.state));
        details.change("assignee", found->assigneeName, incident.assigneeName);
        details.change("outcome", found->outcome, incident.outcome);
        if (patch.note)
            details.text("note", *patch.note);
        event.detailsJson = details.json();
        return m_parts.journal.append(transaction, std::move(event));
    });
    SALLYPORT_TRY(changed);
    return detail(id);
}

Result<IncidentDetail> IncidentsService::undo(const Actor& actor, const IncidentId& id, const IncidentActionId& action)
{
    SALLYPORT_ASSIGN(const Actor current, authorize(actor, Permission::IncidentsUpdate));
    SALLYPORT_ASSIGN(const auto actions, m_parts.store.read([&](storage::Transaction& transaction) {
        return rows::actionsOfIncident(transaction, id);
    }));
    const auto found = std::ranges::find(actions, action, [](const rows::StoredAction& one) { return one.action.id; });
    if (found == actions.end())
        return makeError(ErrorCode::NotFound, "There is no such incident or action");
    SALLYPORT_TRY(m_parts.actions.undo(current, *found));
    return detail(id);
}

Result<void> IncidentsService::removeExpired(UtcTime before)
{
    return m_parts.store.write([&](storage::Transaction& transaction) { return rows::removeClosed(transaction, before); });
}

} // namespace sallyport::alerts
