#include "backend/api/endpoints/common.h"

#include <algorithm>

namespace sallyport::api {
namespace sessions_endpoints {
namespace {

Result<http::Response> list(Call& call)
{
    const access::Actor actor = call.actor();
    SALLYPORT_ASSIGN(const std::vector<identity::Session> sessions, call.services().sessions.list(actor, actor.id));
    json::array items;
    for (const identity::Session& session : sessions)
        items.push_back(toJson(session));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> read(Call& call)
{
    const access::Actor actor = call.actor();
    SALLYPORT_ASSIGN(const std::vector<identity::Session> sessions, call.services().sessions.list(actor, actor.id));
    const auto found = std::ranges::find(sessions, SessionId(std::string(call.match.parameter)), &identity::Session::id);
    if (found == sessions.end())
        return makeError(ErrorCode::NotFound, "No such session.");
    return dataAnswer(toJson(*found));
}

Result<http::Response> end(Call& call)
{
    SALLYPORT_TRY(call.services().sessions.end(call.actor(), SessionId(std::string(call.match.parameter))));
    return noContent();
}

Result<http::Response> endAll(Call& call)
{
    SALLYPORT_TRY(call.services().signIn.logoutAll(call.actor()));
    return noContent();
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Session", R"({"type": "object", "required": ["id", "created_at", "last_used_at", "expires_at", "mfa", "current"],
        "properties": {
        "id": {"type": "string"}, "created_at": {"type": "string", "format": "date-time"},
        "last_used_at": {"type": "string", "format": "date-time"}, "expires_at": {"type": "string", "format": "date-time"},
        "address": {"type": "string"}, "user_agent": {"type": "string"}, "mfa": {"type": "boolean"}, "current": {"type": "boolean"},
        "console": {"type": "boolean", "description": "Signed in at the console, not over HTTPS."},
        "user": {"type": "object", "description": "In the list of everybody's sessions.", "properties": {
            "id": {"type": "string"}, "name": {"type": "string"}, "email": {"type": "string"}}}}})"},
    {"SessionAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Session"}}})"},
    {"SessionList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Session"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/auth/sessions",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listSessions",
         .tag = "Sessions",
         .summary = "The own sessions",
         .answer = "SessionList"},
        {.method = Method::Delete,
         .pattern = "/api/auth/sessions",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = endAll,
         .operation = "endSessions",
         .tag = "Sessions",
         .summary = "End all own sessions",
         .status = 204},
        {.method = Method::Get,
         .pattern = "/api/auth/sessions/{id}",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readSession",
         .tag = "Sessions",
         .summary = "One of the own sessions",
         .answer = "SessionAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/auth/sessions/{id}",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = end,
         .operation = "endSession",
         .tag = "Sessions",
         .summary = "End one session",
         .status = 204},
    };
}

} // namespace
} // namespace sessions_endpoints

EndpointGroup sessionEndpoints()
{
    using namespace sessions_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
