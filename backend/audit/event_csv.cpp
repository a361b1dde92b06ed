#include "backend/audit/event_csv.h"

#include "backend/audit/event_id.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/csv_field.h"

#include <array>

namespace sallyport::audit {

namespace {

constexpr std::array columns{"sequence",    "time",         "kind",       "event",       "severity",    "outcome",
                             "actor_kind",  "actor_id",     "actor_name", "actor_email", "object_kind", "object_id",
                             "object_name", "object_email", "address",    "user_agent",  "request_id",  "method",
                             "path",        "status",       "reason",     "details",     "hash",        "id"};

} // namespace

void appendDamageField(std::string& to, std::string_view damage)
{
    if (damage.empty())
        return;
    to += ',';
    appendCsvField(to, damage);
}

void appendCsvHead(std::string& to, std::string_view damage)
{
    for (bool first = true; const std::string_view column : columns) {
        if (!first)
            to += ',';
        first = false;
        to += column;
    }
    if (!damage.empty())
        to.append(",").append(damageColumn);
    to += "\r\n";
}

void appendCsvEvent(std::string& to, const Event& event, const TimeZone& zone, std::string_view damage)
{
    const EventKind* const known = findEventKind(event.kind);
    const std::string time = zone.rfc3339(event.time);
    const std::string status = event.status == 0 ? std::string() : std::to_string(event.status);
    const std::string id = eventId(event);
    to += std::to_string(event.sequence);
    for (const std::string_view field : {std::string_view(time),
                                         std::string_view(event.kind),
                                         known ? known->title : std::string_view(),
                                         severityWord(event.severity),
                                         outcomeWord(event.outcome),
                                         std::string_view(event.actor.kind),
                                         std::string_view(event.actor.id),
                                         std::string_view(event.actor.name),
                                         std::string_view(event.actor.email),
                                         std::string_view(event.object.kind),
                                         std::string_view(event.object.id),
                                         std::string_view(event.object.name),
                                         std::string_view(event.object.email),
                                         std::string_view(event.address),
                                         std::string_view(event.userAgent),
                                         std::string_view(event.requestId),
                                         std::string_view(event.method),
                                         std::string_view(event.path),
                                         std::string_view(status),
                                         std::string_view(event.reason),
                                         std::string_view(event.detailsJson),
                                         std::string_view(event.hash),
                                         std::string_view(id)}) {
        to += ',';
        appendCsvField(to, field);
    }
    appendDamageField(to, damage);
    to += "\r\n";
}

} // namespace sallyport::audit
