#include "backend/api/endpoints/common.h"

namespace sallyport::api {
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

} // namespace

std::vector<Route> serverRoutes()
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
         .bodyLimit = kSmallBody,
         .schema = "Empty",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = reload,
         .operation = "reloadServer",
         .tag = "Server",
         .summary = "Read certificate and settings again",
         .answer = "ServerAnswer"},
    };
}

} // namespace sallyport::api
