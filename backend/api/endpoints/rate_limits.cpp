#include "backend/api/endpoints/common.h"
#include "backend/settings/limits.h"

namespace sallyport::api {
namespace rate_limits_endpoints {
namespace {

using settings::RateLimit;
using settings::Values;

struct Limit {
    std::string_view name;
    RateLimit Values::*place;
};
constexpr Limit limits[] = {
    {"auth", &Values::rateAuth},          {"api_read", &Values::rateApiRead},
    {"api_write", &Values::rateApiWrite}, {"file_upload", &Values::rateFileUpload},
    {"admin", &Values::rateAdmin},        {"address", &Values::rateAddress},
};

const Limit* findLimit(std::string_view name)
{
    for (const Limit& limit : limits) {
        if (limit.name == name)
            return &limit;
    }
    return nullptr;
}

json::object limitJson(const Values& values, const Limit& limit)
{
    const RateLimit& value = values.*limit.place;
    return {{"class", limit.name}, {"requests", value.requests}, {"window_seconds", value.window.count()}};
}

std::pair<std::string, std::string> changeOf(std::string_view name, const json::object& object)
{
    const auto number = [&](std::string_view member) {
        return std::to_string(static_cast<std::int64_t>(object.at(member).to_number<double>()));
    };
    return {"rate_limits." + std::string(name), number("requests") + "/" + number("window_seconds")};
}

Result<http::Response> list(Call& call)
{
    const auto values = call.services().settings.values();
    json::array items;
    for (const Limit& limit : limits)
        items.push_back(limitJson(*values, limit));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(std::size(limits)));
}

Result<http::Response> read(Call& call)
{
    const Limit* limit = findLimit(call.match.parameter);
    if (limit == nullptr)
        return makeError(ErrorCode::NotFound, "There is no such rate class");
    return dataAnswer(limitJson(*call.services().settings.values(), *limit));
}

Result<http::Response> change(Call& call)
{
    const Limit* limit = findLimit(call.match.parameter);
    if (limit == nullptr)
        return makeError(ErrorCode::NotFound, "There is no such rate class");
    SALLYPORT_TRY(call.services().settings.change(call.actor(), {changeOf(limit->name, call.body())}));
    return dataAnswer(limitJson(*call.services().settings.values(), *limit));
}

Result<http::Response> changeAll(Call& call)
{
    std::vector<std::pair<std::string, std::string>> changes;
    for (const json::value& entry : call.body().at("limits").as_array()) {
        const json::object& object = entry.as_object();
        changes.push_back(changeOf(std::string_view(object.at("class").as_string()), object));
    }
    SALLYPORT_TRY(call.services().settings.change(call.actor(), changes));
    return list(call);
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"rateRequests", settings::rateRequestsLimit},
    {"rateWindow", settings::rateWindowLimit.count()},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"RateLimitRequest", R"({"type": "object", "additionalProperties": false, "required": ["requests", "window_seconds"],
        "properties": {
        "requests": {"type": "integer", "minimum": 1, "maximum": <rateRequests>},
        "window_seconds": {"type": "integer", "minimum": 1, "maximum": <rateWindow>}}})"},
    {"RateLimitsRequest", R"({"type": "object", "additionalProperties": false, "required": ["limits"], "properties": {
        "limits": {"type": "array", "minItems": 1, "maxItems": 16, "items": {
            "type": "object", "additionalProperties": false, "required": ["class", "requests", "window_seconds"], "properties": {
            "class": {"type": "string", "enum": ["auth", "api_read", "api_write", "file_upload", "admin", "address"]},
            "requests": {"type": "integer", "minimum": 1, "maximum": <rateRequests>},
            "window_seconds": {"type": "integer", "minimum": 1, "maximum": <rateWindow>}}}}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"RateLimit", R"({"type": "object", "required": ["class", "requests", "window_seconds"], "properties": {
        "class": {"type": "string"}, "requests": {"type": "integer"}, "window_seconds": {"type": "integer"}}})"},
    {"RateLimitAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/RateLimit"}}})"},
    {"RateLimitList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/RateLimit"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/rate-limits",
         .access = Access::Permission,
         .permission = Permission::SettingsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listRateLimits",
         .tag = "Settings",
         .summary = "All rate limits",
         .answer = "RateLimitList"},
        {.method = Method::Put,
         .pattern = "/api/rate-limits",
         .access = Access::Permission,
         .permission = Permission::SettingsUpdate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "RateLimitsRequest",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = changeAll,
         .operation = "changeRateLimits",
         .tag = "Settings",
         .summary = "Change several rate limits",
         .answer = "RateLimitList"},
        {.method = Method::Get,
         .pattern = "/api/rate-limits/{class}",
         .access = Access::Permission,
         .permission = Permission::SettingsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readRateLimit",
         .tag = "Settings",
         .summary = "One rate limit",
         .answer = "RateLimitAnswer"},
        {.method = Method::Put,
         .pattern = "/api/rate-limits/{class}",
         .access = Access::Permission,
         .permission = Permission::SettingsUpdate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "RateLimitRequest",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = change,
         .operation = "changeRateLimit",
         .tag = "Settings",
         .summary = "Change one rate limit",
         .answer = "RateLimitAnswer"},
    };
}

} // namespace
} // namespace rate_limits_endpoints

EndpointGroup rateLimitEndpoints()
{
    using namespace rate_limits_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
