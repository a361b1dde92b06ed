#include "backend/api/endpoints/common.h"
#include "backend/api/event_json.h"
#include "backend/api/live_streams.h"
#include "backend/audit/event_id.h"
#include "backend/base/encoding.h"
#include "backend/storage/page_cursor.h"

namespace sallyport::api {
namespace events_endpoints {
namespace {

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "The filter language, e.g. `outcome:failure since:1h user:\"Jonas Weber\"`.",
     R"({"type":"string","maxLength":<filter>})"},
    timeSortParameter,
});
constexpr auto topQuery = std::to_array<QueryParameter>({
    listQuery[2],
    {"limit", "How many of each at most.", R"({"type":"integer","minimum":1,"maximum":100,"default":10})"},
});
constexpr auto streamQuery = std::to_array<QueryParameter>({listQuery[2]});

Result<audit::EventQuery> filterOf(const Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("q"));
    return audit::parseFilter(text.value_or(std::string()), call.services().clock.now(),
                              call.services().settings.values()->timesZone, "q");
}

/// Text that means nothing to a client: what it stands for is the journal's.
std::string opaque(std::string_view cursor)
{
    return toBase64Url(std::as_bytes(std::span(cursor)));
}

Result<std::string> cursorOf(const Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("cursor"));
    if (!text || text->empty())
        return std::string();
    const auto bytes = fromBase64Url(*text);
    if (!bytes)
        return storage::notACursor();
    std::string cursor;
    for (const std::byte byte : *bytes)
        cursor += static_cast<char>(byte);
    return cursor;
}

Result<http::Response> list(Call& call)
{
    SALLYPORT_ASSIGN(const audit::EventQuery query, filterOf(call));
    SALLYPORT_ASSIGN(const std::uint32_t limit, readLimit(call));
    SALLYPORT_ASSIGN(const std::string cursor, cursorOf(call));
    SALLYPORT_ASSIGN(const bool newestFirst, readDescending(call, "time", true));
    SALLYPORT_ASSIGN(const journal::EventPage page,
                     call.services().events.list(call.actor(), query, limit, cursor, !newestFirst));
    SALLYPORT_ASSIGN(const audit::EventTotal total, call.services().events.total(call.actor(), query));
    json::array items;
    for (const audit::Event& event : page.events)
        items.push_back(toJson(event));
    return listAnswer(std::move(items), opaque(page.nextCursor), total.count, total.about);
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const audit::Event event, call.services().events.readById(call.actor(), call.match.parameter));
    return dataAnswer(toJson(event));
}

json::array toJson(const std::vector<journal::TopValue>& values)
{
    json::array list;
    for (const journal::TopValue& value : values)
        list.push_back({{"value", value.value}, {"count", value.count}});
    return list;
}

Result<http::Response> top(Call& call)
{
    SALLYPORT_ASSIGN(const audit::EventQuery query, filterOf(call));
    SALLYPORT_ASSIGN(const std::uint32_t most, call.queryNumber("limit", 1, 100, 10));
    SALLYPORT_ASSIGN(const journal::TopLists lists, call.services().events.top(call.actor(), query, most));
    return dataAnswer({{"kinds", toJson(lists.kinds)},
                       {"users", toJson(lists.users)},
                       {"addresses", toJson(lists.addresses)},
                       {"paths", toJson(lists.paths)},
                       {"events", lists.events},
                       {"complete", lists.all}});
}

Result<http::Response> stream(Call& call)
{
    SALLYPORT_ASSIGN(audit::EventQuery query, filterOf(call));
    std::optional<audit::EventPlace> lastSeen;
    if (const auto text = call.request.header("Last-Event-ID")) {
        const auto place = audit::placeOf(*text);
        if (!place)
            return makeError(ErrorCode::BadRequest, "Last-Event-ID is not the id of an event");
        lastSeen = *place;
    }
    const std::string_view authorization = call.request.header("Authorization").value_or(std::string_view());
    SecretBytes token = SecretBytes::fromText(authorization.substr(authorization.find(' ') + 1));
    SALLYPORT_ASSIGN(auto source, call.streams->open(call.actor(), std::move(token), std::move(query), lastSeen));
    http::Response response = answer(200, Media::EventStream);
    response.addHeader("X-Accel-Buffering", "no"); // nginx would keep events until a page is full
    response.setSource(std::move(source));
    return response;
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Event", R"({"type": "object", "required": ["id", "sequence", "time", "kind", "severity", "outcome", "actor", "hash"],
        "properties": {
        "id": {"type": "string", "description": "Opaque; what GET /api/events/{id} and Last-Event-ID take."},
        "sequence": {"type": "integer", "description": "Its place in its chain."},
        "chain": {"type": "string", "description": "One a node; there is one today."},
        "time": {"type": "string", "format": "date-time"}, "kind": {"type": "string"},
        "title": {"type": "string"}, "severity": {"type": "string", "enum": ["info", "notice", "warning", "critical"]},
        "outcome": {"type": "string", "enum": ["success", "failure", "refused", "blocked"]},
        "actor": {"type": "object", "properties": {"kind": {"type": "string"}, "id": {"type": "string"}, "name": {"type": "string"}}},
        "object": {"type": "object", "properties": {"kind": {"type": "string"}, "id": {"type": "string"}, "name": {"type": "string"}}},
        "address": {"type": "string"}, "user_agent": {"type": "string"}, "request_id": {"type": "string"},
        "method": {"type": "string"}, "path": {"type": "string"}, "status": {"type": "integer"}, "reason": {"type": "string"},
        "details": {"type": "object"}, "hash": {"type": "string"}}})"},
    {"EventAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Event"}}})"},
    {"TopValues", R"({"type": "array", "items": {"type": "object", "required": ["value", "count"], "properties": {
        "value": {"type": "string"}, "count": {"type": "integer"}}}})"},
    {"EventTopAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["kinds", "users", "addresses", "paths", "events", "complete"], "properties": {
        "kinds": {"$ref": "#/components/schemas/TopValues"}, "users": {"$ref": "#/components/schemas/TopValues"},
        "addresses": {"$ref": "#/components/schemas/TopValues"}, "paths": {"$ref": "#/components/schemas/TopValues"},
        "events": {"type": "integer", "description": "How many were looked at."},
        "complete": {"type": "boolean", "description": "False: the newest only."}}}}})"},
    {"EventList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Event"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/events",
         .access = Access::Permission,
         .permission = Permission::EventsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listEvents",
         .tag = "Events",
         .summary = "Security events, page by page",
         .answer = "EventList",
         .query = listQuery},
        {.method = Method::Get,
         .pattern = "/api/events/stream",
         .access = Access::Permission,
         .permission = Permission::EventsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = stream,
         .also = {409},
         .operation = "streamEvents",
         .tag = "Events",
         .summary = "Events as they happen (server-sent events; takes Last-Event-ID)",
         .details = "With Last-Event-ID first what was missed, however much; a gap is said as an event of the stream. Without "
                    "end: `: ping` from time to time. As many streams as may be open: 409.",
         .query = streamQuery,
         .media = {Media::EventStream}},
        {.method = Method::Get,
         .pattern = "/api/events/top",
         .access = Access::Permission,
         .permission = Permission::EventsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = top,
         .operation = "readTopOfEvents",
         .tag = "Events",
         .summary = "What comes most: kinds, users, addresses and paths",
         .answer = "EventTopAnswer",
         .query = topQuery},
        {.method = Method::Get,
         .pattern = "/api/events/{id}",
         .access = Access::Permission,
         .permission = Permission::EventsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readEvent",
         .tag = "Events",
         .summary = "One event",
         .answer = "EventAnswer"},
    };
}

} // namespace
} // namespace events_endpoints

EndpointGroup eventEndpoints()
{
    using namespace events_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
