#include "ui/incidents/incident_facts.h"

#include "backend/alerts/incidents.h"
#include "backend/audit/event_kinds.h"
#include "backend/services/services.h"

#include <algorithm>
#include <map>

namespace sallyport::ui {

using alerts::Incident;

namespace {

constexpr std::chrono::minutes shortestShown{20};
constexpr int minutesShown = 60, columnsOfMore = 30;
constexpr std::uint32_t eventsRead = 500;
constexpr std::size_t peopleRead = 100, othersShown = 50;

std::int64_t minutesOf(UtcTime since, UtcTime until)
{
    return std::chrono::ceil<std::chrono::minutes>(until - since).count();
}

std::vector<Concerned> mostFirst(std::map<std::string, Concerned> found)
{
    std::vector<Concerned> list;
    for (auto& [id, one] : found)
        list.push_back(std::move(one));
    std::ranges::stable_sort(list, std::ranges::greater(), &Concerned::count);
    if (list.size() > othersShown)
        list.resize(othersShown);
    return list;
}

/// Addresses and keys of the newest events; the incident itself keeps people alone.
void readOthers(Services& services, const access::Actor& actor, const audit::EventQuery& query, IncidentFacts& facts)
{
    const auto page = services.events.list(actor, query, eventsRead, {}, false);
    if (!page)
        return;
    std::map<std::string, Concerned> addresses, keys;
    for (const audit::Event& event : page->events) {
        if (!event.address.empty()) {
            Concerned& one = addresses[event.address];
            one.kind = Concerned::Kind::Address;
            one.id = one.name = event.address;
            ++one.count;
        }
        const bool byKey = event.actor.kind == "api_key";
        if (byKey || event.object.kind == "api_key") {
            const std::string& id = byKey ? event.actor.id : event.object.id;
            const std::string& name = byKey ? event.actor.name : event.object.name;
            if (id.empty())
                continue;
            Concerned& one = keys[id];
            one.kind = Concerned::Kind::Key;
            one.id = id;
            one.name = name.empty() ? id : name;
            ++one.count;
        }
    }
    facts.addresses = mostFirst(std::move(addresses));
    facts.keys = mostFirst(std::move(keys));
    if (!page->events.empty()) {
        facts.last = page->events.front();
        if (page->nextCursor.empty())
            facts.first = page->events.back();
    }
}

void readChart(Services& services, const access::Actor& actor, const audit::EventQuery& query, IncidentFacts& facts)
{
    const int columns = incidentColumns(facts.since, facts.until);
    if (auto found = services.events.histogram(actor, query, columns))
        facts.columns = std::move(*found);
    const bool banned = std::ranges::any_of(facts.detail.actions, [](const alerts::IncidentAction& action) {
        return action.kind == alerts::ActionKind::BanAddress && action.at.has_value();
    });
    const Incident& one = facts.detail.incident;
    if (!banned || one.groupBy != alerts::GroupBy::Address)
        return;
    audit::EventQuery refused;
    refused.since = query.since;
    refused.until = query.until;
    refused.kinds = {std::string(audit::kind::addressRefused)};
    refused.addresses = {one.groupValue};
    if (auto found = services.events.histogram(actor, refused, columns))
        facts.kept = std::move(*found);
}

void readPeople(Services& services, const access::Actor& actor, IncidentFacts& facts)
{
    const UtcTime now = services.clock.now();
    for (const alerts::IncidentPerson& person : facts.detail.people) {
        Concerned one{Concerned::Kind::Person, person.userId, person.name, person.count};
        // Without the right to see accounts their names are all there is.
        if (!one.id.empty() && actor.permissions.has(access::Permission::UsersRead) && facts.people.size() < peopleRead) {
            if (const auto user = services.users.read(actor, UserId(one.id))) {
                one.disabled = user->status == identity::UserStatus::Disabled;
                one.locked = user->lockedUntil && *user->lockedUntil > now;
            } else if (user.error().code == ErrorCode::NotFound) {
                one.id.clear(); // deleted meanwhile
            }
        }
        facts.people.push_back(std::move(one));
    }
}

} // namespace

int incidentColumns(UtcTime since, UtcTime until)
{
    return isAMinuteAColumn(since, until) ? static_cast<int>(minutesOf(since, until)) : columnsOfMore;
}

bool isAMinuteAColumn(UtcTime since, UtcTime until)
{
    return minutesOf(since, until) <= minutesShown;
}

Result<IncidentFacts> readIncidentFacts(Services& services, const access::Actor& actor, const alerts::IncidentId& id)
{
    IncidentFacts facts;
    SALLYPORT_ASSIGN(facts.detail, services.incidents.read(actor, id));
    const Incident& one = facts.detail.incident;
    // Whole minutes, so that the columns are.
    facts.since = std::chrono::floor<std::chrono::minutes>(one.firstAt - std::chrono::minutes(1));
    facts.until = std::max<UtcTime>(std::chrono::ceil<std::chrono::minutes>(one.lastAt + std::chrono::seconds(1)),
                                    facts.since + shortestShown);
    readPeople(services, actor, facts);
    auto query = audit::parseFilter(one.filter, services.clock.now(), TimeZone());
    if (query && services.events.mayListen(actor)) {
        query->since = facts.since;
        query->until = facts.until;
        readChart(services, actor, *query, facts);
        readOthers(services, actor, *query, facts);
    }
    if (facts.addresses.empty() && one.groupBy == alerts::GroupBy::Address && one.groupValue != alerts::sharedGroup)
        facts.addresses.push_back({Concerned::Kind::Address, one.groupValue, one.groupName, one.count});
    if (facts.keys.empty() && one.groupBy == alerts::GroupBy::Key && one.groupValue != alerts::sharedGroup)
        facts.keys.push_back({Concerned::Kind::Key, one.groupValue, one.groupName, one.count});
    return facts;
}

} // namespace sallyport::ui
