#include "backend/audit/event_json.h"

#include "backend/audit/event_csv.h"
#include "backend/audit/event_id.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_limits.h"
#include "backend/base/shown_text.h"
#include "backend/base/strict_json.h"

namespace sallyport::audit {

namespace {

void member(std::string& to, std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    if (to.back() != '{')
        to += ',';
    to += '"';
    to += name;
    to += "\":";
    appendJsonString(to, value);
}

void number(std::string& to, std::string_view name, std::int64_t value)
{
    if (to.back() != '{')
        to += ',';
    to += '"';
    to += name;
    to += "\":" + std::to_string(value);
}

void party(std::string& to, std::string_view name, std::string_view kind, std::string_view id, std::string_view display,
           std::string_view email)
{
    if (kind.empty() && id.empty() && display.empty())
        return;
    to += ",\"";
    to += name;
    to += "\":{";
    member(to, "kind", kind);
    member(to, "id", id);
    member(to, "name", display);
    member(to, "email", email);
    to += '}';
}

void details(std::string& to, const std::string& json)
{
    if (json.empty())
        return;
    const auto parsed = parseStrictJson(json, detailsLimit);
    if (!parsed || !parsed->is_object()) {
        member(to, "details", json);
        return;
    }
    to += ",\"details\":";
    appendJsonText(to, json);
}

} // namespace

void appendEventJson(std::string& to, const Event& event, const TimeZone& zone, std::string_view damage)
{
    to += '{';
    member(to, "id", eventId(event));
    number(to, "sequence", event.sequence);
    member(to, "chain", chainOf(event));
    member(to, "time", zone.rfc3339(event.time));
    member(to, "kind", event.kind);
    if (const EventKind* known = findEventKind(event.kind))
        member(to, "title", known->title);
    member(to, "severity", severityWord(event.severity));
    member(to, "outcome", outcomeWord(event.outcome));
    party(to, "actor", event.actor.kind, event.actor.id, event.actor.name, event.actor.email);
    party(to, "object", event.object.kind, event.object.id, event.object.name, event.object.email);
    member(to, "address", event.address);
    member(to, "user_agent", event.userAgent);
    member(to, "request_id", event.requestId);
    member(to, "method", event.method);
    member(to, "path", event.path);
    if (event.status != 0)
        number(to, "status", event.status);
    member(to, "reason", event.reason);
    details(to, event.detailsJson);
    member(to, "hash", event.hash);
    member(to, damageColumn, damage);
    to += '}';
}

} // namespace sallyport::audit
