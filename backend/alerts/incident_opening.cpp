#include "backend/alerts/incident_opening.h"

#include "backend/access/actor.h"
#include "backend/alerts/incident_parts.h"
#include "backend/alerts/incident_rows.h"
#include "backend/audit/details.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"

#include <algorithm>

namespace sallyport::alerts {
namespace {

/// Whom or what an action of the rule is about.
EventSubject targetFor(ActionKind kind, const Match& match)
{
    const audit::Event& event = match.last;
    switch (kind) {
    case ActionKind::BanAddress: return {event.address, event.address, event.address};
    case ActionKind::RevokeSessions:
    case ActionKind::DisableUser: {
        EventSubject user = userOf(event);
        return user.id.empty() && event.object.kind == "user" ? targetOf(event) : user;
    }
    case ActionKind::RevokeKey: return keyOf(event);
    case ActionKind::Notice:
    case ActionKind::Destination: break;
    }
    return {};
}

Result<void> addActions(storage::Transaction& transaction, IdStock& ids, const Incident& incident, const MatchedGroup& group)
{
    const bool shared = incident.groupValue == sharedGroup;
    for (const AlertAction& action : group.rule.what.actions) {
        const bool tells = action.kind == ActionKind::Notice || action.kind == ActionKind::Destination;
        if (shared && !tells)
            continue; // of many groups, not of one
        rows::StoredAction stored;
        stored.action.id = IncidentActionId(ids.next());
        stored.action.kind = action.kind;
        const EventSubject target = targetFor(action.kind, group.match);
        stored.action.targetId = target.id;
        stored.action.targetName = target.name;
        stored.action.destination = action.destination;
        stored.incident = incident.id;
        stored.rule = group.rule.id;
        stored.lasts = action.lasts;
        SALLYPORT_TRY(rows::putAction(transaction, stored));
    }
    return {};
}

Result<void> recordOpening(storage::Transaction& transaction, audit::Journal& journal, const Incident& incident,
                           const MatchedGroup& group)
{
    audit::Event event =
        access::eventBy(access::Actor::system(std::string(alertsName) + " " + incident.ruleName), audit::kind::incidentOpened);
    event.severity = incident.severity;
    event.object = {"incident", incident.id.text(), incident.ruleName};
    if (incident.groupBy == GroupBy::Address)
        event.address = incident.groupValue;
    audit::Details details;
    details.text("rule", incident.ruleName).text("group", incident.groupName).number("count", incident.count);
    const auto notices = [](const AlertAction& one) { return one.kind == ActionKind::Notice; };
    details.flag("notice", std::ranges::any_of(group.rule.what.actions, notices));
    event.detailsJson = details.json();
    return journal.append(transaction, std::move(event));
}

} // namespace

void putTogether(std::vector<MatchedGroup>& groups, const AlertRule& rule, Match match)
{
    const auto known = std::ranges::find_if(
        groups, [&](const MatchedGroup& one) { return one.rule.id == rule.id && one.match.group.value == match.group.value; });
    if (known == groups.end()) {
        groups.push_back({rule, std::move(match)});
        return;
    }
    Match& all = known->match;
    all.fires = all.fires || match.fires;
    all.count += match.count;
    all.firstAt = std::min(all.firstAt, match.firstAt);
    all.lastAt = std::max(all.lastAt, match.lastAt);
    all.sequences.insert(all.sequences.end(), match.sequences.begin(), match.sequences.end());
    const auto most = static_cast<std::size_t>(incidentEventsKept);
    if (all.sequences.size() > 2 * most)
        all.sequences.erase(all.sequences.begin(), all.sequences.end() - static_cast<std::ptrdiff_t>(most));
    for (CountedPerson& person : match.people) {
        const auto same =
            std::ranges::find_if(all.people, [&](const CountedPerson& one) { return one.who.value == person.who.value; });
        if (same != all.people.end())
            same->count += person.count;
        else if (all.people.size() < static_cast<std::size_t>(incidentPeopleKept))
            all.people.push_back(std::move(person));
    }
    all.last = std::move(match.last);
}

Result<bool> openOrFold(storage::Transaction& transaction, audit::Journal& journal, IdStock& ids, const MatchedGroup& group)
{
    const Match& match = group.match;
    std::string value = match.group.value;
    SALLYPORT_ASSIGN(std::optional<Incident> known, rows::unclosed(transaction, group.rule.id, value));
    bool opens = false;
    if (!known) {
        SALLYPORT_ASSIGN(const std::int64_t unclosed, rows::countUnclosed(transaction, group.rule.id));
        if (unclosed >= incidentsOfRule) {
            value = sharedGroup;
            SALLYPORT_ASSIGN(known, rows::unclosed(transaction, group.rule.id, value));
        }
        if (!known && !match.fires)
            return false; // its incident was closed just now
    }
    if (!known) {
        opens = true;
        Incident incident;
        incident.id = IncidentId(ids.next());
        incident.rule = group.rule.id;
        incident.ruleName = group.rule.what.name;
        incident.shipped = group.rule.shipped;
        incident.groupBy = group.rule.what.groupBy;
        incident.groupValue = value;
        incident.groupName = value == sharedGroup ? std::string() : match.group.name;
        incident.severity = group.rule.what.severity;
        incident.firstAt = match.firstAt;
        incident.lastAt = incident.openedAt = match.lastAt;
        incident.count = match.count;
        incident.filter = filterFor(group.rule, value == sharedGroup ? EventSubject{value, {}, {}} : match.group, match.firstAt);
        SALLYPORT_TRY(rows::addIncident(transaction, incident));
        SALLYPORT_TRY(rows::addStep(transaction, ids.next(), incident.id, {match.lastAt, "opened", incident.ruleName, {}}));
        SALLYPORT_TRY(addActions(transaction, ids, incident, group));
        SALLYPORT_TRY(recordOpening(transaction, journal, incident, group));
        known = std::move(incident);
    } else {
        SALLYPORT_TRY(rows::addEvents(transaction, known->id, match.count, match.lastAt));
    }
    SALLYPORT_TRY(rows::addSequences(transaction, known->id, match.sequences));
    SALLYPORT_TRY(rows::addPeople(transaction, known->id, match.people));
    transaction.changed(incidentTopic, known->id.text(),
                        std::make_shared<const IncidentChange>(IncidentChange{known->rule.text(), known->groupValue, false}));
    return opens;
}

} // namespace sallyport::alerts
