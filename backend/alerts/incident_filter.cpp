#include "backend/alerts/incident_opening.h"

#include "backend/audit/event_query.h"
#include "backend/base/case_fold.h"
#include "backend/base/ip_address.h"
#include "backend/base/time_format.h"

#include <algorithm>

namespace sallyport::alerts {

namespace {

constexpr std::size_t filterKinds = 20; ///< of a pivot; a filter has at most 32 terms

using Texts = std::vector<std::string>;

/// A kind, or a family of them that has the other.
bool covers(std::string_view one, std::string_view other)
{
    return one == other || (one.ends_with('.') && other.starts_with(one));
}

/// What both lists have; an empty one has everything.
Texts kindsOfBoth(const Texts& some, const Texts& others)
{
    if (some.empty() || others.empty())
        return some.empty() ? others : some;
    Texts both;
    const auto add = [&both](const std::string& kind) {
        if (std::ranges::find(both, kind) == both.end())
            both.push_back(kind);
    };
    for (const std::string& one : some)
        for (const std::string& other : others) {
            if (covers(one, other))
                add(other);
            else if (covers(other, one))
                add(one);
        }
    return both;
}

/// The group's address or network, as far as the rule's filter lets it in.
Texts addressesOfBoth(const std::string& group, const Texts& ofFilter)
{
    const auto own = Cidr::parse(group);
    Texts narrower;
    for (const std::string& text : ofFilter) {
        const auto one = Cidr::parse(text);
        if (own && one && !one->contains(*own) && own->contains(*one))
            narrower.push_back(text);
        else if (own && one && one->contains(*own))
            return {group};
    }
    return narrower.empty() ? Texts{group} : narrower;
}

} // namespace

std::string filterFor(const AlertRule& rule, const EventSubject& group, UtcTime since)
{
    // Terms of one key are alternatives: those of the rule's filter beside the group's would let in whoever else fits them.
    const bool named = group.value != sharedGroup && !group.value.empty();
    const auto said = audit::parseFilter(rule.what.filter, since, {}); // it was checked as the rule was saved
    const audit::EventQuery filter = said ? *said : audit::EventQuery();
    const bool byAddress = named && rule.what.groupBy == GroupBy::Address;
    const bool byPerson = named && !byAddress && rule.what.groupBy != GroupBy::Kind && !group.name.empty();
    const std::string& person = group.id.empty() ? group.name : group.id;
    const bool isNamed = byPerson && std::ranges::any_of(filter.users, [&](const std::string& one) {
                             return foldCase(one) == foldCase(group.name) || one == group.id;
                         });

    std::string text;
    const auto add = [&](const std::string& term) { text.append(text.empty() ? "" : " ").append(term); };
    Texts ofRule = rule.what.groupBy == GroupBy::Kind ? Texts{group.value} : rule.what.kinds;
    for (std::string& kind : ofRule)
        if (kind.ends_with(".*"))
            kind.pop_back(); // as filters are read
    const Texts kinds = kindsOfBoth(ofRule, filter.kinds);
    for (std::size_t i = 0; i < kinds.size() && i < filterKinds; ++i)
        add("kind:" + kinds[i]);
    for (const audit::FilterToken& token : audit::tokenizeFilter(rule.what.filter)) {
        const bool narrowed =
            !token.negated && (token.key == "kind" || (byAddress && (token.key == "address" || token.key == "ip")) ||
                               (isNamed && token.key == "user"));
        if (!narrowed)
            add(rule.what.filter.substr(token.position, token.length));
    }
    if (byAddress)
        for (const std::string& address : addressesOfBoth(group.value, filter.addresses))
            add(audit::filterTerm("address", address));
    if (byPerson)
        add(audit::filterTerm("user", person));
    add("since:" + toRfc3339(std::chrono::floor<std::chrono::seconds>(since)));
    return text;
}

} // namespace sallyport::alerts
