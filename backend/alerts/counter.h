#pragma once

#include "backend/alerts/compiled_rules.h"
#include "backend/alerts/event_group.h"
#include "backend/audit/event.h"

#include <cstdint>
#include <list>
#include <string>
#include <unordered_map>
#include <vector>

namespace sallyport::alerts {

/// Somebody that events of a group are about, and how many of them.
struct CountedPerson {
    EventSubject who;
    std::int64_t count = 0;
};

/// What an event means for a rule that it has filled up.
struct Match {
    std::uint16_t rule = 0; ///< place in the rules that the counter was asked with
    EventSubject group;
    bool fires = false;     ///< this event reached the threshold; false: one more of what has fired already
    std::int64_t count = 0; ///< events that this stands for
    UtcTime firstAt, lastAt;
    std::vector<std::int64_t> sequences; ///< of the events, oldest first; not more than the threshold
    std::vector<CountedPerson> people;
    audit::Event last; ///< the event itself
};

/// Counts events by rule and group in bounded memory: where there is no room the group that was idle longest is forgotten. A
/// group has fired once its threshold is reached in the window, and stays so until no event of it comes for that long. The same
/// events in the same order always give the same matches. Not thread-safe.
class Counter {
public:
    /// Groups that are kept at once, and events of all of them together.
    struct Room {
        std::size_t groups = 20'000;
        std::size_t stamps = 100'000;
    };
    Counter() : Counter(Room()) {}
    explicit Counter(Room room) : m_room(room) {}

    /// Calls `matched` for each rule that the event fills up, or whose group has fired and goes on.
    template <typename Matched>
    void feed(const CompiledRules& rules, const audit::Event& event, const Matched& matched)
    {
        if (rules.rulesOf(event.kind).empty() || isOfAlerts(event))
            return;
        Match match;
        for (const std::uint16_t place : rules.rulesOf(event.kind)) {
            const CompiledRule& rule = rules.rules()[place];
            if (rule.takes(event) && count(rule, event, match)) {
                match.rule = place;
                matched(std::move(match));
                match = Match();
            }
        }
    }
    /// What was counted of the group is over: somebody has closed its incident.
    void forget(const AlertRuleId& rule, std::string_view group);

    /// The group has fired already, the last time with an event of then: as before a restart.
    void resume(const CompiledRule& rule, const std::string& group, UtcTime last);

    std::size_t groups() const noexcept { return m_groups.size(); }
    std::size_t stamps() const noexcept { return m_stamps; }

private:
    struct Stamp {
        UtcTime first, at;
        std::uint64_t value = 0; ///< what is counted; of events their sequence
        std::int64_t sequence = 0;
        std::int64_t events = 1; ///< that this value had, one after the other within the window
        EventSubject who;
    };
    struct Group {
        std::string key;
        std::vector<Stamp> stamps; ///< oldest first, never more than the threshold
        UtcTime last;
        bool fired = false;
        std::int64_t version = 0; ///< of the rule
    };
    using Groups = std::list<Group>; ///< the one that was used last stands last

    bool count(const CompiledRule& rule, const audit::Event& event, Match& match);
    Group& groupFor(const CompiledRule& rule, const std::string& value);
    void clear(Group& group);
    void makeRoom();
    static void fill(Match& match, const Group& group);

    Room m_room;
    Groups m_groups;
    std::unordered_map<std::string, Groups::iterator> m_byKey;
    std::size_t m_stamps = 0;
};

} // namespace sallyport::alerts
