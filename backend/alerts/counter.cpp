#include "backend/alerts/counter.h"

#include <algorithm>
#include <functional>

namespace sallyport::alerts {
namespace {

std::string keyFor(const AlertRuleId& rule, std::string_view group)
{
    return std::string(rule.text()).append("\n").append(group);
}

std::uint64_t valueOf(const audit::Event& event, Counted counted)
{
    switch (counted) {
    case Counted::Events: break;
    case Counted::Users: return std::hash<std::string>{}(userOf(event).value);
    case Counted::Addresses: return std::hash<std::string>{}(event.address);
    }
    return static_cast<std::uint64_t>(event.sequence);
}

} // namespace

void Counter::clear(Group& group)
{
    m_stamps -= group.stamps.size();
    group.stamps = {};
    group.fired = false;
}

void Counter::forget(const AlertRuleId& rule, std::string_view group)
{
    const auto found = m_byKey.find(keyFor(rule, group));
    if (found == m_byKey.end())
        return;
    clear(*found->second);
    m_groups.erase(found->second);
    m_byKey.erase(found);
}

void Counter::resume(const CompiledRule& rule, const std::string& value, UtcTime last)
{
    Group& group = groupFor(rule, value);
    clear(group);
    group.fired = true;
    group.last = std::max(group.last, last);
}

Counter::Group& Counter::groupFor(const CompiledRule& rule, const std::string& value)
{
    std::string key = keyFor(rule.rule.id, value);
    const auto found = m_byKey.find(key);
    if (found != m_byKey.end()) {
        m_groups.splice(m_groups.end(), m_groups, found->second);
        Group& group = *found->second;
        if (group.version != rule.rule.version) { // another rule by now
            clear(group);
            group.version = rule.rule.version;
        }
        return group;
    }
    m_groups.push_back({});
    Group& group = m_groups.back();
    group.key = key;
    group.version = rule.rule.version;
    m_byKey.emplace(std::move(key), std::prev(m_groups.end()));
    makeRoom();
    return group;
}

/// Never takes the group that is in use, which stands last.
void Counter::makeRoom()
{
    while (m_groups.size() > 1 && (m_groups.size() > m_room.groups || m_stamps > m_room.stamps)) {
        clear(m_groups.front());
        m_byKey.erase(m_groups.front().key);
        m_groups.pop_front();
    }
}

void Counter::fill(Match& match, const Group& group)
{
    match.firstAt = group.stamps.front().first;
    for (const Stamp& stamp : group.stamps) {
        match.count += stamp.events;
        match.firstAt = std::min(match.firstAt, stamp.first);
        match.sequences.push_back(stamp.sequence);
        if (stamp.who.value.empty())
            continue;
        const auto known =
            std::ranges::find_if(match.people, [&](const CountedPerson& one) { return one.who.value == stamp.who.value; });
        if (known == match.people.end())
            match.people.push_back({stamp.who, stamp.events});
        else
            known->count += stamp.events;
    }
    std::ranges::sort(match.sequences);
}

bool Counter::count(const CompiledRule& rule, const audit::Event& event, Match& match)
{
    const AlertDraft& what = rule.rule.what;
    EventSubject subject = groupOf(event, what.groupBy), who = userOf(event);
    const bool countable = what.counted == Counted::Users       ? !who.value.empty()
                           : what.counted == Counted::Addresses ? !event.address.empty()
                                                                : true;
    if (!countable || (what.groupBy != GroupBy::None && subject.value.empty()))
        return false;
    Group& group = groupFor(rule, subject.value);
    if (group.fired && event.time - group.last > what.window)
        clear(group); // idle for so long: it begins anew
    group.last = event.time;
    match.group = std::move(subject);
    match.lastAt = event.time;
    match.last = event;
    if (group.fired) {
        match.count = 1;
        match.firstAt = event.time;
        match.sequences = {event.sequence};
        if (!who.value.empty())
            match.people = {{std::move(who), 1}};
        return true;
    }
    const std::size_t before = group.stamps.size();
    std::erase_if(group.stamps, [&](const Stamp& one) { return event.time - one.at > what.window; });
    Stamp stamp{event.time, event.time, valueOf(event, what.counted), event.sequence, 1, std::move(who)};
    const auto same = std::ranges::find(group.stamps, stamp.value, &Stamp::value);
    if (same != group.stamps.end()) {
        stamp.first = same->first;
        stamp.events = same->events + 1;
        group.stamps.erase(same);
    }
    group.stamps.push_back(std::move(stamp));
    m_stamps = m_stamps - before + group.stamps.size();
    makeRoom();
    if (group.stamps.size() < what.threshold)
        return false;
    match.fires = true;
    fill(match, group);
    clear(group); // what comes now only adds to what has fired
    group.fired = true;
    return true;
}

} // namespace sallyport::alerts
