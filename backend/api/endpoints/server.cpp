#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace server_endpoints {
namespace {

Result<http::Response> status(Call& call)
{
    boost::json::object status = toJson(call.services().server.status());
    status["upkeep"] = toJson(call.services().upkeep.states());
    return dataAnswer(std::move(status));
}

Result<http::Response> reload(Call& call)
{
    SALLYPORT_TRY(call.services().server.reload(call.actor()));
    return status(call);
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"ServerAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["state", "url"], "properties": {
        "state": {"type": "string"}, "url": {"type": "string"}, "fingerprint": {"type": "string"},
        "certificate_expires_at": {"type": "string", "format": "date-time"}, "started_at": {"type": "string", "format": "date-time"},
        "connections": {"type": "integer"}, "requests_per_second": {"type": "number"},
        "upkeep": {"type": "array", "items": {"type": "object", "required": ["duty", "failing", "failures"], "properties": {
        "duty": {"type": "string"}, "failing": {"type": "boolean"}, "failures": {"type": "integer"},
        "last_success": {"type": "string", "format": "date-time"}, "last_failure": {"type": "string", "format": "date-time"},
        "failing_since": {"type": "string", "format": "date-time"}, "error": {"type": "string"},
        "detail": {"type": "string"}}}}}}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/server",
         .access = Access::Permission,
         .permission = Permission::SettingsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = status,
         .operation = "readServer",
         .tag = "Server",
         .summary = "How the server is",
         .answer = "ServerAnswer"},
        {.method = Method::Post,
         .pattern = "/api/server/reload",
         .access = Access::Permission,
         .permission = Permission::ServerControl,
         .rate = RateClass::Admin,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "Empty",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = reload,
         .also = {409},
         .operation = "reloadServer",
         .tag = "Server",
         .summary = "Read certificate and settings again",
         .answer = "ServerAnswer"},
    };
}

} // namespace
} // namespace server_endpoints

EndpointGroup serverEndpoints()
{
    using namespace server_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
