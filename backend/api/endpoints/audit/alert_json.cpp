#include "backend/api/endpoints/audit/alert_json.h"

#include "backend/alerts/rule_text.h"
#include "backend/api/endpoints/json_of.h"
#include "backend/identity/core/user_fields.h"
#include "backend/storage/json_member.h"

#include <boost/json.hpp>

namespace sallyport::api {
namespace {

namespace json = boost::json;
using namespace alerts;

constexpr int daysOfAWeek = 7;

json::array wordsJson(const std::vector<std::string>& words)
{
    json::array list;
    for (const std::string& word : words)
        list.emplace_back(word);
    return list;
}

json::value scheduleJson(const AlertSchedule& schedule)
{
    if (schedule.always())
        return nullptr;
    json::array days;
    for (int day = 0; day < daysOfAWeek; ++day) {
        if ((schedule.days & (1u << day)) != 0)
            days.emplace_back(dayWord(day));
    }
    return json::object{{"days", std::move(days)},
                        {"from", clockText(schedule.from)},
                        {"until", clockText(schedule.until)},
                        {"zone", orNull(schedule.zone)},
                        {"outside", schedule.outside}};
}

json::object actionJson(const AlertAction& action)
{
    return {{"kind", actionKindWord(action.kind)},
            {"lasts_seconds", action.lasts.count() > 0 ? json::value(action.lasts.count()) : json::value(nullptr)},
            {"destination", orNull(action.destination)}};
}

bool flagOf(const json::object& from, std::string_view name, bool otherwise)
{
    const json::value* const found = from.if_contains(name);
    return found != nullptr && found->is_bool() ? found->get_bool() : otherwise;
}

Result<AlertSchedule> scheduleIn(const json::value& value)
{
    AlertSchedule schedule;
    const json::object* const body = value.if_object();
    if (body == nullptr)
        return schedule;
    for (const json::value& word : body->at("days").as_array()) {
        for (int day = 0; day < daysOfAWeek; ++day) {
            if (dayWord(day) == std::string_view(word.as_string()))
                schedule.days = static_cast<std::uint8_t>(schedule.days | (1u << day));
        }
    }
    const auto from = clockOf(jsonText(*body, "from", "00:00")), until = clockOf(jsonText(*body, "until", "24:00"));
    if (!from || !until)
        return identity::validationError({{from ? "schedule.until" : "schedule.from", "00:00 to 24:00.", "range"}});
    schedule.from = static_cast<std::uint16_t>(*from);
    schedule.until = static_cast<std::uint16_t>(*until);
    schedule.zone = jsonText(*body, "zone", {});
    schedule.outside = flagOf(*body, "outside", false);
    return schedule;
}

} // namespace

json::object toJson(const AlertRule& rule)
{
    const AlertDraft& what = rule.what;
    json::array actions;
    for (const AlertAction& action : what.actions)
        actions.push_back(actionJson(action));
    return {{"id", rule.id.text()},
            {"name", what.name},
            {"note", what.note},
            {"enabled", what.enabled},
            {"kinds", wordsJson(what.kinds)},
            {"filter", what.filter},
            {"threshold", what.threshold},
            {"window_seconds", what.window.count()},
            {"counted", countedWord(what.counted)},
            {"group_by", groupWord(what.groupBy)},
            {"severity", audit::severityWord(what.severity)},
            {"schedule", scheduleJson(what.schedule)},
            {"actions", std::move(actions)},
            {"muted_until", timeJson(rule.mutedUntil)},
            {"shipped", orNull(rule.shipped)},
            {"as_shipped", rule.asShipped},
            {"author", rule.author.name},
            {"changed_at", timeJson(rule.changedAt)},
            {"version", rule.version}};
}

json::object toJson(const AlertTrial& trial)
{
    json::array firings;
    for (const AlertTrial::Firing& one : trial.firings)
        firings.push_back({{"at", timeJson(one.at)}, {"group", orNull(one.name)}, {"count", one.count}});
    return {{"since", timeJson(trial.since)},     {"until", timeJson(trial.until)}, {"read", trial.read},
            {"matched", trial.matched},           {"fired", trial.fired},           {"complete", trial.complete},
            {"through", timeJson(trial.through)}, {"firings", std::move(firings)}};
}

json::object toJson(const Incident& incident)
{
    return {{"id", incident.id.text()},
            {"rule", json::object{{"id", incident.rule.text()}, {"name", incident.ruleName}}},
            {"group_by", groupWord(incident.groupBy)},
            {"group", incident.groupValue == sharedGroup ? json::value(sharedGroup) : orNull(incident.groupName)},
            {"severity", audit::severityWord(incident.severity)},
            {"state", incidentStateWord(incident.state)},
            {"first_at", timeJson(incident.firstAt)},
            {"last_at", timeJson(incident.lastAt)},
            {"opened_at", timeJson(incident.openedAt)},
            {"count", incident.count},
            {"people", incident.people},
            {"assignee", incident.assigneeId.empty()
                             ? json::value(nullptr)
                             : json::value(json::object{{"id", incident.assigneeId}, {"name", incident.assigneeName}})},
            {"acknowledged_at", timeJson(incident.acknowledgedAt)},
            {"acknowledged_by", orNull(incident.acknowledgedBy)},
            {"closed_at", timeJson(incident.closedAt)},
            {"closed_by", orNull(incident.closedBy)},
            {"outcome", orNull(incident.outcome)},
            {"q", incident.filter},
            {"version", incident.version}};
}

json::object toJson(const IncidentDetail& detail)
{
    json::object all = toJson(detail.incident);
    json::array steps, actions, people;
    for (const IncidentStep& step : detail.steps)
        steps.push_back({{"at", timeJson(step.at)}, {"kind", step.kind}, {"by", orNull(step.by)}, {"text", orNull(step.text)}});
    for (const IncidentAction& one : detail.actions)
        actions.push_back({{"id", one.id.text()},
                           {"kind", actionKindWord(one.kind)},
                           {"target", orNull(one.targetName)},
                           {"destination", orNull(one.destination)},
                           {"state", actionStateWord(one.state)},
                           {"at", timeJson(one.at)},
                           {"until", timeJson(one.until)},
                           {"ended_at", timeJson(one.endedAt)},
                           {"ended_by", orNull(one.endedBy)},
                           {"why", orNull(one.why)},
                           {"undoable", one.undoable}});
    for (const IncidentPerson& one : detail.people)
        people.push_back({{"id", orNull(one.userId)}, {"name", one.name}, {"count", one.count}});
    all["timeline"] = std::move(steps);
    all["actions"] = std::move(actions);
    all["accounts"] = std::move(people);
    all["events"] = wordsJson(detail.events);
    return all;
}

Result<AlertDraft> alertDraftOf(const json::object& body, AlertDraft before)
{
    AlertDraft draft = std::move(before);
    draft.name = jsonText(body, "name", std::move(draft.name));
    draft.note = jsonText(body, "note", std::move(draft.note));
    draft.enabled = flagOf(body, "enabled", draft.enabled);
    if (const json::value* const kinds = body.if_contains("kinds")) {
        draft.kinds.clear();
        for (const json::value& kind : kinds->as_array())
            draft.kinds.emplace_back(kind.as_string());
    }
    draft.filter = jsonText(body, "filter", std::move(draft.filter));
    draft.threshold = static_cast<std::uint32_t>(jsonNumber(body, "threshold", draft.threshold));
    draft.window = std::chrono::seconds(jsonNumber(body, "window_seconds", draft.window.count()));
    draft.counted = findCounted(jsonText(body, "counted", {})).value_or(draft.counted);
    draft.groupBy = findGroup(jsonText(body, "group_by", {})).value_or(draft.groupBy);
    draft.severity = audit::findSeverity(jsonText(body, "severity", {})).value_or(draft.severity);
    if (const json::value* const schedule = body.if_contains("schedule")) {
        SALLYPORT_ASSIGN(draft.schedule, scheduleIn(*schedule));
    }
    if (const json::value* const actions = body.if_contains("actions")) {
        draft.actions.clear();
        for (const json::value& one : actions->as_array()) {
            const json::object& action = one.as_object();
            draft.actions.push_back({*findActionKind(jsonText(action, "kind", {})),
                                     std::chrono::seconds(jsonNumber(action, "lasts_seconds", 0)),
                                     jsonText(action, "destination", {})});
        }
    }
    return draft;
}

} // namespace sallyport::api
