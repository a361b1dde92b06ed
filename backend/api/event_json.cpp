#include "backend/api/event_json.h"

#include "backend/audit/event_id.h"
#include "backend/audit/event_kinds.h"
#include "backend/base/time_format.h"

#include <boost/json.hpp>

namespace sallyport::api {

boost::json::object toJson(const audit::Event& event)
{
    boost::json::object object;
    object["id"] = audit::eventId(event);
    object["sequence"] = event.sequence;
    object["chain"] = audit::chainOf(event);
    object["time"] = toRfc3339(event.time);
    object["kind"] = event.kind;
    if (const audit::EventKind* kind = audit::findEventKind(event.kind))
        object["title"] = kind->title;
    object["severity"] = audit::severityWord(event.severity);
    object["outcome"] = audit::outcomeWord(event.outcome);
    object["actor"] = {{"kind", event.actor.kind}, {"id", event.actor.id}, {"name", event.actor.name}};
    object["object"] = {{"kind", event.object.kind}, {"id", event.object.id}, {"name", event.object.name}};
    object["address"] = event.address;
    object["user_agent"] = event.userAgent;
    object["request_id"] = event.requestId;
    object["method"] = event.method;
    object["path"] = event.path;
    object["status"] = event.status;
    object["reason"] = event.reason;
    if (!event.detailsJson.empty()) {
        boost::system::error_code failure;
        boost::json::value details = boost::json::parse(event.detailsJson, failure);
        if (!failure)
            object["details"] = std::move(details);
    }
    object["hash"] = event.hash;
    return object;
}

} // namespace sallyport::api
