#include "backend/api/metrics/metrics.h"
#include "backend/api/endpoints/common.h"

#include <vector>

namespace sallyport::api {
namespace metrics_endpoints {
namespace {

Result<http::Response> read(Call& call)
{
    return answer(200, Media::Metrics, metricsDocument(call.api, *call.counters, call.stageNames));
}

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/metrics",
         .access = Access::Permission,
         .permission = Permission::MetricsRead,
         .openToLoopback = true,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readMetrics",
         .tag = "Server",
         .summary = "Figures for Prometheus, in its text format",
         .details = "While the setting `metrics.loopback` is on, clients of the server's own machine need no credential.",
         .media = {Media::Metrics}},
    };
}

} // namespace
} // namespace metrics_endpoints

EndpointGroup metricsEndpoints()
{
    using namespace metrics_endpoints;
    return {.routes = routes()};
}

} // namespace sallyport::api
