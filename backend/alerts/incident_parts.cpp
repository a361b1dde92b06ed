#include "backend/alerts/incident_parts.h"

#include "backend/audit/event_id.h"
#include "backend/audit/event_table.h"
#include "backend/storage/columns.h"

namespace sallyport::alerts::rows {
namespace {

enum class PersonColumn { UserId, Name, Count, End };
constexpr storage::Columns<PersonColumn> personColumns{
    {{PersonColumn::UserId, "user_id"}, {PersonColumn::Name, "name"}, {PersonColumn::Count, "event_count"}}};
constexpr auto peopleOf =
    storage::select(personColumns, "FROM incident_people WHERE incident_id = $1 ORDER BY event_count DESC, person LIMIT $2");

enum class StepColumn { At, Kind, By, Text, End };
constexpr storage::Columns<StepColumn> stepColumns{
    {{StepColumn::At, "step_at"}, {StepColumn::Kind, "kind"}, {StepColumn::By, "by_name"}, {StepColumn::Text, "note"}}};
constexpr auto stepsOf = storage::select(stepColumns, "FROM incident_steps WHERE incident_id = $1 ORDER BY step_number");

enum class ActionColumn {
    Id,
    Incident,
    Rule,
    Kind,
    TargetId,
    TargetName,
    Destination,
    Lasts,
    State,
    At,
    Until,
    EndedAt,
    EndedBy,
    Why,
    Undo,
    End
};
constexpr storage::Columns<ActionColumn> actionColumns{{{ActionColumn::Id, "id"},
                                                        {ActionColumn::Incident, "incident_id"},
                                                        {ActionColumn::Rule, "rule_id"},
                                                        {ActionColumn::Kind, "kind"},
                                                        {ActionColumn::TargetId, "target_id"},
                                                        {ActionColumn::TargetName, "target_name"},
                                                        {ActionColumn::Destination, "destination"},
                                                        {ActionColumn::Lasts, "lasts_seconds"},
                                                        {ActionColumn::State, "state"},
                                                        {ActionColumn::At, "acted_at"},
                                                        {ActionColumn::Until, "ends_at"},
                                                        {ActionColumn::EndedAt, "ended_at"},
                                                        {ActionColumn::EndedBy, "ended_by"},
                                                        {ActionColumn::Why, "why"},
                                                        {ActionColumn::Undo, "undo"}}};
// By their numbers: ids of one millisecond have no order. Those of before there were numbers have none, and ids for that.
constexpr auto actionsOfOne =
    storage::select(actionColumns, "FROM incident_actions WHERE incident_id = $1 ORDER BY action_number, id");
constexpr auto actionsPending =
    storage::select(actionColumns, "FROM incident_actions WHERE state = 'pending' ORDER BY action_number, id LIMIT $1");
constexpr auto actionsEnded = storage::select(
    actionColumns, "FROM incident_actions WHERE state = 'done' AND ends_at <= $1 ORDER BY ends_at, action_number, id LIMIT $2");

ActionState actionStateOf(std::string_view word) noexcept
{
    for (const auto state : {ActionState::Pending, ActionState::Done, ActionState::Undone}) {
        if (actionStateWord(state) == word)
            return state;
    }
    return ActionState::Failed;
}

StoredAction readAction(const storage::Row<ActionColumn>& row)
{
    StoredAction stored;
    IncidentAction& one = stored.action;
    one.id = IncidentActionId(row.text(ActionColumn::Id));
    stored.incident = IncidentId(row.text(ActionColumn::Incident));
    stored.rule = AlertRuleId(row.text(ActionColumn::Rule));
    one.kind = findActionKind(row.text(ActionColumn::Kind)).value_or(ActionKind::Notice);
    one.targetId = row.text(ActionColumn::TargetId);
    one.targetName = row.text(ActionColumn::TargetName);
    one.destination = row.text(ActionColumn::Destination);
    stored.lasts = std::chrono::seconds(row.integer(ActionColumn::Lasts));
    one.state = actionStateOf(row.text(ActionColumn::State));
    one.at = row.optionalTime(ActionColumn::At);
    one.until = row.optionalTime(ActionColumn::Until);
    one.endedAt = row.optionalTime(ActionColumn::EndedAt);
    one.endedBy = row.text(ActionColumn::EndedBy);
    one.why = row.text(ActionColumn::Why);
    stored.undo = row.text(ActionColumn::Undo);
    return stored;
}

template <typename Rows>
Result<std::vector<StoredAction>> readActions(Rows& found)
{
    std::vector<StoredAction> all;
    for (;;) {
        SALLYPORT_ASSIGN(const bool another, found.step());
        if (!another)
            return all;
        all.push_back(readAction(found.row()));
    }
}

} // namespace

Result<void> addSequences(storage::Transaction& transaction, const IncidentId& incident,
                          const std::vector<std::int64_t>& sequences)
{
    for (const std::int64_t sequence : sequences) {
        SALLYPORT_ASSIGN(const auto hash, audit::readHash(transaction, sequence));
        if (!hash)
            continue;
        SALLYPORT_ASSIGN(auto add, transaction.prepare("INSERT INTO incident_events (incident_id, sequence, event_id) VALUES "
                                                       "($1, $2, $3) ON CONFLICT (incident_id, sequence) DO NOTHING"));
        SALLYPORT_TRY(add.bind(1, incident).bind(2, sequence).bind(3, audit::eventId(sequence, audit::hexOf(*hash))).run());
    }
    SALLYPORT_ASSIGN(auto trim,
                     transaction.prepare("DELETE FROM incident_events WHERE incident_id = $1 AND sequence <= (SELECT sequence "
                                         "FROM incident_events WHERE incident_id = $1 ORDER BY sequence DESC LIMIT 1 OFFSET "
                                         "$2)"));
    return trim.bind(1, incident).bind(2, incidentEventsKept).run();
}

Result<std::vector<std::string>> eventIds(storage::Transaction& transaction, const IncidentId& incident)
{
    SALLYPORT_ASSIGN(auto found,
                     transaction.prepare("SELECT event_id FROM incident_events WHERE incident_id = $1 ORDER BY sequence DESC"));
    found.bind(1, incident);
    std::vector<std::string> ids;
    for (;;) {
        SALLYPORT_ASSIGN(const bool another, found.step());
        if (!another)
            return ids;
        ids.push_back(found.text());
    }
}

Result<void> addPeople(storage::Transaction& transaction, const IncidentId& incident, const std::vector<CountedPerson>& people)
{
    for (const CountedPerson& one : people) {
        SALLYPORT_ASSIGN(auto known, transaction.prepare("UPDATE incident_people SET event_count = event_count + $3 WHERE "
                                                         "incident_id = $1 AND person = $2"));
        SALLYPORT_TRY(known.bind(1, incident).bind(2, one.who.value).bind(3, one.count).run());
        if (transaction.changes() > 0)
            continue;
        SALLYPORT_ASSIGN(auto add,
                         transaction.prepare("INSERT INTO incident_people (incident_id, person, user_id, name, event_count) "
                                             "SELECT $1, $2, $3, $4, $5 WHERE (SELECT count(*) FROM incident_people WHERE "
                                             "incident_id = $1) < $6"));
        add.bind(1, incident).bind(2, one.who.value).bind(3, one.who.id).bind(4, one.who.name).bind(5, one.count);
        SALLYPORT_TRY(add.bind(6, incidentPeopleKept).run());
    }
    return {};
}

Result<std::vector<IncidentPerson>> people(storage::Transaction& transaction, const IncidentId& incident, std::int64_t limit)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(peopleOf));
    found.bind(1, incident).bind(2, limit);
    std::vector<IncidentPerson> all;
    for (;;) {
        SALLYPORT_ASSIGN(const bool another, found.step());
        if (!another)
            return all;
        all.push_back({found.row().text(PersonColumn::UserId), found.row().text(PersonColumn::Name),
                       found.row().integer(PersonColumn::Count)});
    }
}

Result<void> addStep(storage::Transaction& transaction, const std::string& id, const IncidentId& incident,
                     const IncidentStep& step)
{
    SALLYPORT_ASSIGN(
        auto add,
        transaction.prepare(
            "INSERT INTO incident_steps (id, incident_id, step_number, step_at, kind, by_name, note) SELECT $1, $2, steps.taken, "
            "$3, $4, "
            "$5, $6 FROM (SELECT count(*) AS taken FROM incident_steps WHERE incident_id = $2) steps WHERE steps.taken < $7"));
    add.bind(1, id).bind(2, incident).bind(3, step.at).bind(4, step.kind).bind(5, step.by).bind(6, step.text);
    SALLYPORT_TRY(add.bind(7, incidentStepsKept).run());
    if (transaction.changes() == 0)
        return makeError(ErrorCode::LimitReached, "An incident has at most 500 steps.");
    return {};
}

Result<std::vector<IncidentStep>> steps(storage::Transaction& transaction, const IncidentId& incident)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(stepsOf));
    found.bind(1, incident);
    std::vector<IncidentStep> all;
    for (;;) {
        SALLYPORT_ASSIGN(const bool another, found.step());
        if (!another)
            return all;
        const auto row = found.row();
        all.push_back(
            {row.time(StepColumn::At), row.text(StepColumn::Kind), row.text(StepColumn::By), row.text(StepColumn::Text)});
    }
}

Result<void> putAction(storage::Transaction& transaction, const StoredAction& stored)
{
    SALLYPORT_ASSIGN(
        auto put,
        transaction.prepare(
            "INSERT INTO incident_actions (id, incident_id, rule_id, kind, target_id, target_name, destination, "
            "lasts_seconds, state, acted_at, ends_at, ended_at, ended_by, why, undo, action_number) SELECT $1, $2, $3, $4, "
            "$5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, coalesce(MAX(action_number), 0) + 1 FROM "
            "incident_actions WHERE (1 = 1) ON CONFLICT (id) DO UPDATE SET target_id = excluded.target_id, "
            "target_name = excluded.target_name, state = excluded.state, acted_at = excluded.acted_at, ends_at = "
            "excluded.ends_at, ended_at = excluded.ended_at, ended_by = excluded.ended_by, why = excluded.why, undo = "
            "excluded.undo"));
    const IncidentAction& one = stored.action;
    put.bind(1, one.id).bind(2, stored.incident).bind(3, stored.rule).bind(4, actionKindWord(one.kind)).bind(5, one.targetId);
    put.bind(6, one.targetName).bind(7, one.destination).bind(8, std::int64_t{stored.lasts.count()});
    put.bind(9, actionStateWord(one.state)).bind(10, one.at).bind(11, one.until).bind(12, one.endedAt).bind(13, one.endedBy);
    return put.bind(14, one.why).bind(15, stored.undo).run();
}

Result<std::optional<ActionState>> stateOfAction(storage::Transaction& transaction, const IncidentActionId& id)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare("SELECT state FROM incident_actions WHERE id = $1"));
    found.bind(1, id);
    SALLYPORT_ASSIGN(const bool is, found.step());
    return is ? std::optional(actionStateOf(found.text())) : std::nullopt;
}

Result<bool> isUndoTaken(storage::Transaction& transaction, std::string_view undo)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare("SELECT 1 FROM incident_actions WHERE undo = $1 LIMIT 1"));
    found.bind(1, undo);
    return found.step();
}

Result<bool> isHeldDisabled(storage::Transaction& transaction, const IncidentActionId& id, const std::string& user,
                            const std::string& undo, UtcTime now)
{
    SALLYPORT_ASSIGN(auto found,
                     transaction.prepare("SELECT 1 FROM incident_actions WHERE kind = 'disable_user' AND state = 'done' "
                                         "AND target_id = $1 AND undo = $2 AND id <> $3 AND (ends_at IS NULL OR "
                                         "ends_at > $4) LIMIT 1"));
    found.bind(1, user).bind(2, undo).bind(3, id).bind(4, now);
    return found.step();
}

Result<std::vector<StoredAction>> actionsOfIncident(storage::Transaction& transaction, const IncidentId& incident)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(actionsOfOne));
    found.bind(1, incident);
    return readActions(found);
}

Result<std::vector<StoredAction>> pendingActions(storage::Transaction& transaction, std::int64_t limit)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(actionsPending));
    found.bind(1, limit);
    return readActions(found);
}

Result<std::vector<StoredAction>> endedActions(storage::Transaction& transaction, UtcTime now, std::int64_t limit)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare(actionsEnded));
    found.bind(1, now).bind(2, limit);
    return readActions(found);
}

Result<std::optional<std::int64_t>> position(storage::Transaction& transaction)
{
    SALLYPORT_ASSIGN(auto found, transaction.prepare("SELECT sequence FROM alert_position WHERE id = 1"));
    SALLYPORT_ASSIGN(const bool is, found.step());
    return is ? std::optional(found.integer()) : std::nullopt;
}

Result<void> setPosition(storage::Transaction& transaction, std::int64_t sequence)
{
    SALLYPORT_ASSIGN(auto put, transaction.prepare("INSERT INTO alert_position (id, sequence) VALUES (1, $1) ON CONFLICT (id) DO "
                                                   "UPDATE SET sequence = excluded.sequence"));
    return put.bind(1, sequence).run();
}

} // namespace sallyport::alerts::rows
