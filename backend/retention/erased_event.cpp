#include "backend/retention/erased_event.h"

#include "backend/audit/event_limits.h"
#include "backend/audit/event_table.h"
#include "backend/base/case_fold.h"
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"
#include "backend/storage/search_pattern.h"
#include "backend/storage/sql_text.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::retention {
namespace {

namespace json = boost::json;

/// What of a user's old and new values says nothing about who it is.
constexpr std::string_view plainFields[] = {"roles", "status", "role", "until", "expires_at"};
/// Values of these are words of the product and of those who set it up, which the time machine reads: somebody who is called
/// like one of them is not meant. Settings have a point in their names.
constexpr std::string_view wordFields[] = {"roles",     "status",      "role",       "until", "expires_at",
                                           "inherits",  "permissions", "effect",     "state", "actions",
                                           "resources", "scopes",      "permission", "kinds", "enabled"};

/// Of a request, in the details of its event: what it said, and from where and with what.
constexpr std::string_view requestMembers[] = {"excerpt", "network", "program"};

/// What is shorter may be a part of any text.
constexpr std::size_t programBytes = 6;
/// What the product and the command line are called where they have done something.
constexpr std::string_view ownNames[] = {"Sallyport", "Command line"};

bool holdsWords(std::string_view field)
{
    return field.find('.') != std::string_view::npos || std::ranges::find(wordFields, field) != std::end(wordFields);
}

/// How much an event has to do with the person.
struct Concern {
    bool about = false; ///< it is about them, so that changed values are theirs
    bool any = false;   ///< it is by them, about them or about something of theirs, so that their names are them
    bool by = false;    ///< it is by them, so that where it came from is where they were
    bool words = false; ///< words of the product stand here: only an e-mail can be them
};

void pseudonymiseValue(json::value& value, const ErasedPerson& person, const std::string& pseudonym, Concern concern)
{
    if (value.is_string()) {
        std::string text(value.get_string());
        if (!concern.words && isOneOf(person.names, text)) {
            value = pseudonym;
            return;
        }
        text = withoutEmails(std::move(text), person, pseudonym);
        value = concern.any && !concern.words ? withoutNames(std::move(text), person, pseudonym) : text;
        return;
    }
    if (value.is_array()) {
        for (json::value& element : value.get_array())
            pseudonymiseValue(element, person, pseudonym, concern);
        return;
    }
    if (!value.is_object())
        return;
    json::object& object = value.get_object();
    const json::value* const field = object.if_contains("field");
    const bool isChange = field != nullptr && field->is_string() && object.contains("old") && object.contains("new");
    const bool theirs = concern.about && isChange &&
                        std::ranges::find(plainFields, std::string_view(field->get_string())) == std::end(plainFields);
    for (auto& member : object) {
        const bool old = member.key() == "old" || member.key() == "new";
        if (theirs && old && member.value().is_string() && !member.value().get_string().empty()) {
            member.value() = pseudonym;
            continue;
        }
        Concern inside = concern;
        const std::string_view said = isChange && old ? std::string_view(field->get_string()) : std::string_view(member.key());
        inside.words = concern.words || holdsWords(said) || (isChange && member.key() == "field");
        pseudonymiseValue(member.value(), person, pseudonym, inside);
    }
}

/// In `text` and `values` of stages, whatever wrote them: the client's, and those of what it came through.
void replaceAddresses(json::value& value, const std::string& pseudonym)
{
    if (value.is_array())
        for (json::value& element : value.get_array())
            replaceAddresses(element, pseudonym);
    if (value.is_object())
        for (auto& member : value.get_object())
            replaceAddresses(member.value(), pseudonym);
    if (value.is_string())
        value = withoutAddresses(std::string(value.get_string()), {}, pseudonym);
}

/// Of their request: none of the stages tells an address, and nothing is left of its text.
void forgetRequest(json::value& details, const Traces& traces, const std::string& pseudonym)
{
    if (!details.is_object())
        return;
    for (auto& member : details.get_object()) {
        if (std::ranges::find(requestMembers, std::string_view(member.key())) != std::end(requestMembers) &&
            member.value().is_string() && !member.value().get_string().empty())
            member.value() = pseudonym;
        if (member.key() == "stages")
            replaceAddresses(member.value(), pseudonym);
        if (member.key() != "changes") // settings have addresses, too, and the time machine reads them
            replaceTraces(member.value(), traces, pseudonym);
    }
}

void pseudonymiseDetails(std::string& details, const ErasedPerson& person, const std::string& pseudonym, Concern concern,
                         const Traces& traces)
{
    if (details.empty())
        return;
    auto parsed = parseStrictJson(details, audit::detailsLimit);
    if (!parsed) {
        details.clear(); // what can't be read can't be looked through
        return;
    }
    const json::value before = *parsed;
    pseudonymiseValue(*parsed, person, pseudonym, concern);
    if (concern.by)
        forgetRequest(*parsed, traces, pseudonym);
    if (*parsed != before)
        details = json::serialize(*parsed);
}

bool sameEvent(const audit::Event& a, const audit::Event& b)
{
    return a.actor.name == b.actor.name && a.actor.email == b.actor.email && a.object.name == b.object.name &&
           a.object.email == b.object.email && a.address == b.address && a.userAgent == b.userAgent && a.path == b.path &&
           a.reason == b.reason && a.detailsJson == b.detailsJson;
}

} // namespace

bool isOneOf(const std::vector<std::string>& all, std::string_view text)
{
    const std::string lower = searchKey(text);
    return !text.empty() && std::ranges::any_of(all, [&](const std::string& one) { return searchKey(one) == lower; });
}

std::string withoutEmails(std::string text, const ErasedPerson& person, const std::string& pseudonym)
{
    for (const std::string& email : person.emails)
        text = withoutEmail(std::move(text), email, pseudonym);
    return text;
}

/// A longer name before what is a part of it.
std::string withoutNames(std::string text, const ErasedPerson& person, const std::string& pseudonym)
{
    std::vector<std::string> names = person.names;
    std::ranges::stable_sort(names, std::ranges::greater(), &std::string::size);
    for (const std::string& name : names)
        text = withoutName(std::move(text), name, pseudonym);
    return text;
}

void replaceTraces(json::value& value, const Traces& traces, const std::string& pseudonym)
{
    if (value.is_array())
        for (json::value& element : value.get_array())
            replaceTraces(element, traces, pseudonym);
    if (value.is_object())
        for (auto& member : value.get_object())
            replaceTraces(member.value(), traces, pseudonym);
    if (!value.is_string())
        return;
    std::string text(value.get_string());
    for (const std::string& program : traces.programs) {
        if (text == program && !text.empty())
            text = pseudonym;
        if (program.size() < programBytes)
            continue;
        for (std::size_t at = 0; (at = text.find(program, at)) != std::string::npos; at += pseudonym.size())
            text.replace(at, program.size(), pseudonym);
    }
    value = traces.addresses.empty() ? text : withoutAddresses(std::move(text), traces.addresses, pseudonym);
}

void noteNames(ErasedPerson& person, const audit::Event& event)
{
    const auto note = [&](const std::string& id, const std::string& kind, const std::string& name, const std::string& email) {
        if (id != person.id || (kind != "user" && kind != "operator"))
            return;
        if (name.starts_with(erasedMark))
            person.pseudonym = name;
        else if (!name.empty())
            person.names.push_back(name);
        if (!email.empty())
            person.emails.push_back(email);
    };
    note(event.actor.id, event.actor.kind, event.actor.name, event.actor.email);
    note(event.object.id, event.object.kind, event.object.name, event.object.email);
}

bool pseudonymiseEvent(audit::Event& event, const ErasedPerson& person, const std::string& pseudonym)
{
    const audit::Event before = event;
    // An e-mail alone is theirs where nobody was signed in; whoever has it today is somebody else, with another id.
    const auto isTheirs = [&](const std::string& id, const std::string& name, const std::string& email) {
        return id == person.id || (isOneOf(person.emails, email) && id.empty()) || (id.empty() && isOneOf(person.emails, name));
    };
    // What a key has done is told under the key's id, and the name and e-mail of whom it speaks for.
    const bool byKey =
        event.actor.kind == "api_key" && isOneOf(person.emails, event.actor.email) && isOneOf(person.names, event.actor.name);
    const bool about = isTheirs(event.object.id, event.object.name, event.object.email);
    // Who takes a recovery code or a link is nobody yet.
    const bool byNobody = about && event.actor.kind == "anonymous" && event.actor.id.empty() && event.actor.name.empty();
    const bool by = byKey || byNobody || isTheirs(event.actor.id, event.actor.name, event.actor.email);
    Traces traces;
    if (by) {
        if (const auto address = IpAddress::parse(event.address))
            traces.addresses.push_back(*address);
        traces.programs.push_back(event.userAgent);
        if (!event.actor.name.empty())
            event.actor.name = pseudonym;
        event.actor.email.clear();
        event.address.clear();
        event.userAgent.clear();
    }
    if (about) {
        if (!event.object.name.empty())
            event.object.name = pseudonym;
        event.object.email.clear();
    }
    // A key or a session that is called by its owner's e-mail.
    for (std::string* const text : {&event.actor.email, &event.object.email})
        if (isOneOf(person.emails, *text) && (by || about || event.object.kind != "user"))
            text->clear();
    for (std::string* const text : {&event.actor.name, &event.object.name, &event.userAgent, &event.path, &event.reason})
        *text = withoutEmails(std::move(*text), person, pseudonym);
    const bool ofTheirs = event.object.kind == "incident" && std::ranges::binary_search(person.incidents, event.object.id);
    const bool any = by || about || ofTheirs || event.detailsJson.find(person.id) != std::string::npos;
    if (any) {
        for (std::string* const text : {&event.object.name, &event.reason})
            *text = withoutNames(std::move(*text), person, pseudonym);
        if (event.actor.kind == "system") // a rule, that people call as they like
            event.actor.name = withoutNames(std::move(event.actor.name), person, pseudonym);
    }
    for (const std::string& name : any ? person.names : person.longNames)
        if (hasSeveralWords(name)) // one word may be a route's or a role's
            event.path = withoutName(std::move(event.path), name, pseudonym);
    std::string details = event.detailsJson;
    pseudonymiseDetails(details, person, pseudonym, {.about = about, .any = any, .by = by}, traces);
    event.detailsJson = std::move(details);
    return !sameEvent(before, event);
}

Result<std::vector<std::string>> namesOfThemAlone(storage::Transaction& transaction, const ErasedPerson& person)
{
    std::vector<std::string> alone = person.emails;
    for (const std::string& name : person.names) {
        if (std::ranges::find(ownNames, name) != std::end(ownNames))
            continue;
        SALLYPORT_ASSIGN(auto others, transaction.prepare("SELECT (SELECT COUNT(*) FROM users WHERE name = $1 AND id <> $2) + "
                                                          "(SELECT COUNT(*) FROM service_accounts WHERE name = $1)"));
        others.bind(1, name).bind(2, person.id);
        SALLYPORT_ASSIGN(const bool counted, others.step());
        if (counted && others.integer() == 0)
            alone.push_back(name);
    }
    std::erase(alone, std::string());
    return alone;
}

Result<void> noteIncidents(storage::Transaction& transaction, ErasedPerson& person)
{
    storage::SqlText sql;
    sql.add("SELECT incident_id FROM incident_people WHERE user_id = ").bind(person.id);
    sql.add(" UNION SELECT id FROM incidents WHERE group_value IN ");
    sql.bindList(std::vector<std::string>{person.id, "user:" + person.id});
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction));
    person.incidents.clear();
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            break;
        person.incidents.push_back(rows.text());
    }
    std::ranges::sort(person.incidents);
    SALLYPORT_ASSIGN(person.longNames, namesOfThemAlone(transaction, person));
    std::erase_if(person.longNames, [](const std::string& name) { return !hasSeveralWords(name); });
    return {};
}

Result<std::vector<audit::Event>> eventsNaming(storage::Transaction& transaction, const ErasedPerson& person, std::int64_t first,
                                               std::int64_t last)
{
    std::vector<audit::Event> found;
    storage::SqlText sql;
    sql.add("SELECT ").add(audit::storedColumns.text()).add(" FROM events e WHERE e.sequence BETWEEN ").bind(first);
    sql.add(" AND ").bind(last).add(" AND (e.details LIKE ").bind(storage::searchPattern(person.id)).add(" ESCAPE '\\'");
    sql.add(" OR (e.object_kind = 'incident' AND e.object_id IN (SELECT incident_id FROM incident_people WHERE user_id = ");
    sql.bind(person.id).add(" UNION SELECT id FROM incidents WHERE group_value IN ");
    sql.bindList(std::vector<std::string>{person.id, "user:" + person.id}).add("))");
    for (const std::string& email : person.emails)
        sql.add(
               " OR lower(e.details || ' ' || e.path || ' ' || e.reason || ' ' || e.object_name || ' ' || e.actor_name || ' ' || "
               "e.user_agent) LIKE ")
            .bind(storage::searchPattern(plainPart(email)))
            .add(" ESCAPE '\\'");
    // Behind escapes only who reads them finds it.
    sql.add(
        " OR e.path LIKE '%\\%%' ESCAPE '\\' OR e.user_agent LIKE '%\\%%' ESCAPE '\\' OR e.details LIKE '%\\%%' ESCAPE '\\' ");
    sql.add("OR e.details LIKE '%\\\\u%' ESCAPE '\\'");
    sql.add(") ORDER BY e.sequence");
    SALLYPORT_ASSIGN(auto rows, sql.prepare(transaction, audit::storedColumns));
    for (;;) {
        SALLYPORT_ASSIGN(const bool there, rows.step());
        if (!there)
            return found;
        found.push_back(audit::storedEvent(rows.row()).event);
    }
}

} // namespace sallyport::retention
