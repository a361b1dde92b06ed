#include "backend/audit/event_query.h"

#include "backend/audit/event_kinds.h"
#include "backend/base/case_fold.h"
#include "backend/base/ip_address.h"
#include "backend/base/utf8.h"

#include <algorithm>
#include <array>

namespace sallyport::audit {
namespace {

/// As restrictions.cpp asks the database: a name in ASCII is that name, one with other letters is however they are written.
bool isSameName(std::string_view wanted, std::string_view name)
{
    return isAscii(wanted) ? toLowerAscii(wanted) == toLowerAscii(name) : searchKey(wanted) == searchKey(name);
}

bool contains(std::string_view text, std::string_view needleKey)
{
    return searchKey(text).find(needleKey) != std::string::npos;
}

bool kindMatches(std::string_view wanted, std::string_view kind)
{
    if (wanted.ends_with(".*"))
        wanted.remove_suffix(1);
    // A family is of the kinds that this program knows.
    return wanted.ends_with('.') ? kind.starts_with(wanted) && findEventKind(kind) != nullptr : kind == wanted;
}

bool addressMatches(const std::string& wanted, const std::string& address)
{
    if (wanted == address)
        return true;
    const auto network = Cidr::parse(wanted);
    const auto parsed = IpAddress::parse(address);
    return network && parsed && network->contains(*parsed);
}

bool userMatches(const std::string& wanted, const Event& event)
{
    const std::array<std::string_view, 6> candidates{event.actor.name,  event.actor.id,  event.actor.email,
                                                     event.object.name, event.object.id, event.object.email};
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](std::string_view candidate) { return !candidate.empty() && isSameName(wanted, candidate); });
}

/// About the session, or with its id in quotation marks among the details.
bool sessionMatches(const std::string& wanted, const Event& event)
{
    return (event.object.kind == "session" && event.object.id == wanted) ||
           event.detailsJson.find('"' + wanted + '"') != std::string::npos;
}

bool textMatches(const std::string& wanted, const Event& event)
{
    const EventKind* kind = findEventKind(event.kind);
    const std::array<std::string_view, 7> places{kind ? kind->word : std::string_view(),
                                                 kind ? kind->title : std::string_view(),
                                                 event.actor.name,
                                                 event.object.name,
                                                 event.address,
                                                 event.path,
                                                 event.reason};
    const std::string needle = searchKey(wanted);
    return std::any_of(places.begin(), places.end(), [&](std::string_view place) { return contains(place, needle); });
}

template <typename T, typename Test>
bool anyOf(const std::vector<T>& terms, Test test)
{
    return std::any_of(terms.begin(), terms.end(), test);
}

/// An empty member doesn't restrict.
template <typename T, typename Test>
bool allows(const std::vector<T>& terms, Test test)
{
    return terms.empty() || anyOf(terms, test);
}

} // namespace

bool matches(const EventQuery& query, const Event& event)
{
    const auto kind = [&](const std::string& wanted) { return kindMatches(wanted, event.kind); };
    const auto outcome = [&](Outcome wanted) { return wanted == event.outcome; };
    const auto address = [&](const std::string& wanted) { return addressMatches(wanted, event.address); };
    const auto user = [&](const std::string& wanted) { return userMatches(wanted, event); };
    const auto path = [&](const std::string& wanted) { return event.path.starts_with(wanted); };
    const auto reason = [&](const std::string& wanted) { return wanted == event.reason; };
    const auto text = [&](const std::string& wanted) { return textMatches(wanted, event); };

    if ((query.since && event.time < *query.since) || (query.until && event.time >= *query.until) ||
        (query.atLeast && event.severity < *query.atLeast))
        return false;
    if (!allows(query.kinds, kind) || !allows(query.outcomes, outcome) || !allows(query.addresses, address) ||
        !allows(query.users, user) || !allows(query.paths, path) || !allows(query.reasons, reason))
        return false;
    if (!allows(query.requestIds, [&](const std::string& wanted) { return wanted == event.requestId; }))
        return false;
    if (!allows(query.sessions, [&](const std::string& wanted) { return sessionMatches(wanted, event); }))
        return false;
    // Bare words narrow down together: `failed jonas` means both.
    if (!std::all_of(query.texts.begin(), query.texts.end(), text))
        return false;
    return !anyOf(query.without.kinds, kind) && !anyOf(query.without.outcomes, outcome) &&
           !anyOf(query.without.addresses, address) && !anyOf(query.without.users, user) && !anyOf(query.without.paths, path) &&
           !anyOf(query.without.reasons, reason) && !anyOf(query.without.texts, text);
}

} // namespace sallyport::audit
