#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace devices_endpoints {
namespace {

Result<http::Response> list(Call& call)
{
    const access::Actor actor = call.actor();
    SALLYPORT_ASSIGN(const auto devices, call.services().mfa.trustedDevices(actor, actor.id));
    json::array items;
    for (const identity::TrustedDevice& device : devices) {
        items.push_back({{"id", device.id.text()},
                         {"created_at", timeJson(device.createdAt)},
                         {"last_used_at", timeJson(device.lastUsedAt)},
                         {"expires_at", timeJson(device.expiresAt)},
                         {"address", device.address},
                         {"user_agent", device.userAgent}});
    }
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> forget(Call& call)
{
    SALLYPORT_TRY(call.services().mfa.forgetDevice(call.actor(), DeviceId(std::string(call.match.parameter))));
    return noContent();
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"DeviceList", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["id", "created_at", "expires_at"], "properties": {
        "id": {"type": "string"}, "created_at": {"type": "string", "format": "date-time"},
        "last_used_at": {"type": "string", "format": "date-time"}, "expires_at": {"type": "string", "format": "date-time"},
        "address": {"type": "string"}, "user_agent": {"type": "string"}}}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/auth/devices",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listTrustedDevices",
         .tag = "Second factor",
         .summary = "The own trusted devices",
         .answer = "DeviceList"},
        {.method = Method::Delete,
         .pattern = "/api/auth/devices/{id}",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = forget,
         .operation = "forgetTrustedDevice",
         .tag = "Second factor",
         .summary = "Trust a device no longer",
         .status = 204},
    };
}

} // namespace
} // namespace devices_endpoints

EndpointGroup deviceEndpoints()
{
    using namespace devices_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
