#include "backend/api/endpoints/protection/rate_limits_json.h"

namespace sallyport::api {
namespace rate_limits_endpoints {
namespace {

constexpr std::uint32_t callersMost = 100;

protection::RateLimits& limitsOf(const Call& call)
{
    return call.services().rateLimits;
}

Result<http::Response> list(Call& call)
{
    SALLYPORT_ASSIGN(const std::vector<protection::RateRule> rules, limitsOf(call).list(call.actor()));
    json::array items;
    for (const protection::RateRule& rule : rules)
        items.push_back(toJson(rule));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(rules.size()));
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const protection::RateRule rule, limitsOf(call).read(call.actor(), call.match.parameter));
    return dataAnswer(toJson(rule));
}

Result<http::Response> create(Call& call)
{
    SALLYPORT_ASSIGN(const protection::RateRule rule, limitsOf(call).create(call.actor(), newRuleOf(call.body())));
    http::Response response = dataAnswer(toJson(rule), 201);
    response.addHeader("Location", "/api/rate-limits/" + std::string(rule.setting.id));
    return response;
}

Result<http::Response> change(Call& call)
{
    SALLYPORT_ASSIGN(const protection::RateRule rule,
                     limitsOf(call).change(call.actor(), call.match.parameter, patchOf(call.body())));
    return dataAnswer(toJson(rule));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(limitsOf(call).remove(call.actor(), call.match.parameter));
    return noContent();
}

Result<http::Response> changeAll(Call& call)
{
    std::vector<std::pair<std::string, settings::RateLimit>> numbers;
    for (const json::value& entry : call.body().at("limits").as_array()) {
        const protection::RateRulePatch said = patchOf(entry.as_object());
        numbers.emplace_back(entry.as_object().at("class").as_string(), settings::RateLimit{*said.requests, *said.window});
    }
    SALLYPORT_TRY(limitsOf(call).changeNumbers(call.actor(), numbers));
    SALLYPORT_ASSIGN(const std::vector<protection::RateRule> rules, limitsOf(call).list(call.actor()));
    json::array items;
    for (const protection::RateRule& rule : rules)
        items.push_back(toJson(rule));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(rules.size()));
}

Result<http::Response> callers(Call& call)
{
    SALLYPORT_ASSIGN(const std::uint32_t most, call.queryNumber("limit", 1, callersMost, 20));
    SALLYPORT_ASSIGN(const protection::RateUsage usage, limitsOf(call).usage(call.actor(), call.match.parameter, most));
    return dataAnswer(toJson(usage));
}

Result<http::Response> preview(Call& call)
{
    SALLYPORT_ASSIGN(const protection::RateRule rule, limitsOf(call).read(call.actor(), call.match.parameter));
    SALLYPORT_ASSIGN(const protection::RatePreview preview,
                     limitsOf(call).preview(call.actor(), call.match.parameter, numbersOf(call.body(), rule.setting.numbers)));
    return dataAnswer(toJson(preview));
}

Result<http::Response> reset(Call& call)
{
    SALLYPORT_ASSIGN(const std::uint32_t used, limitsOf(call).reset(call.actor(), call.match.parameter, call.text("key")));
    return dataAnswer({{"used", used}});
}

Result<http::Response> listOverrides(Call& call)
{
    SALLYPORT_ASSIGN(const std::vector<protection::RateOverride> all,
                     limitsOf(call).overrides(call.actor(), call.match.parameter));
    json::array items;
    for (const protection::RateOverride& one : all)
        items.push_back(toJson(one));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(all.size()));
}

Result<http::Response> setOverride(Call& call)
{
    SALLYPORT_ASSIGN(const protection::RateOverride made,
                     limitsOf(call).setOverride(call.actor(), call.match.parameter, newOverrideOf(call.body())));
    return dataAnswer(toJson(made), 201);
}

Result<http::Response> removeOverride(Call& call)
{
    SALLYPORT_TRY(limitsOf(call).removeOverride(call.actor(), call.match.parameter));
    return noContent();
}

Result<http::Response> exemptAnswer(Result<std::vector<std::string>> networks)
{
    if (!networks)
        return std::move(networks).error();
    return dataAnswer(json::object{{"networks", json::array(networks->begin(), networks->end())}});
}

Result<http::Response> readExempt(Call& call)
{
    return exemptAnswer(limitsOf(call).exempt(call.actor()));
}

Result<http::Response> putExempt(Call& call)
{
    auto networks = json::value_to<std::vector<std::string>>(call.body().at("networks"));
    auto changed = limitsOf(call).setExempt(call.actor(), std::move(networks));
    if (changed)
        return exemptAnswer(std::move(changed));
    Error error = std::move(changed).error();
    for (FieldError& wrong : error.fields)
        if (constexpr std::string_view ours = "exempt"; wrong.field.starts_with(ours))
            wrong.field.replace(0, ours.size(), "networks");
    return error;
}

constexpr auto callersQuery = std::to_array<QueryParameter>({
    {"limit", "How many callers at most.", R"({"type":"integer","minimum":1,"maximum":100,"default":20})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/rate-limits",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listRateLimits",
         .tag = "Protection",
         .summary = "All rate limits: the classes, then own rules",
         .answer = "RateLimitList"},
        {.method = Method::Put,
         .pattern = "/api/rate-limits",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "RateLimitsRequest",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = changeAll,
         .also = {404},
         .operation = "changeRateLimits",
         .tag = "Protection",
         .summary = "Change the numbers of several classes, all or none",
         .answer = "RateLimitList"},
        {.method = Method::Post,
         .pattern = "/api/rate-limits",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "NewRateLimit",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = create,
         .also = {409},
         .operation = "createRateLimit",
         .tag = "Protection",
         .summary = "Add an own rule; it counts on top of the classes",
         .answer = "RateLimitAnswer",
         .status = 201},
        {.method = Method::Get,
         .pattern = "/api/rate-limits/exempt",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = readExempt,
         .operation = "readExemptNetworks",
         .tag = "Protection",
         .summary = "Networks that no limit by address holds for",
         .answer = "ExemptNetworksAnswer"},
        {.method = Method::Put,
         .pattern = "/api/rate-limits/exempt",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "ExemptNetworks",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = putExempt,
         .operation = "changeExemptNetworks",
         .tag = "Protection",
         .summary = "Set the networks that no limit by address holds for",
         .answer = "ExemptNetworksAnswer"},
        {.method = Method::Get,
         .pattern = "/api/rate-limits/{class}",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readRateLimit",
         .tag = "Protection",
         .summary = "One rate limit, by its class or id",
         .answer = "RateLimitAnswer"},
        {.method = Method::Put,
         .pattern = "/api/rate-limits/{class}",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "RateLimitRequest",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = change,
         .also = {409},
         .operation = "changeRateLimit",
         .tag = "Protection",
         .summary = "Change one rate limit; what is counted goes on counting",
         .answer = "RateLimitAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/rate-limits/{class}",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = remove,
         .operation = "deleteRateLimit",
         .tag = "Protection",
         .summary = "Delete an own rule",
         .status = 204},
        {.method = Method::Get,
         .pattern = "/api/rate-limits/{class}/keys",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = callers,
         .operation = "readRateLimitUse",
         .tag = "Protection",
         .summary = "Who uses a rate limit most: now, and in each of the last 24 hours",
         .answer = "RateLimitUsageAnswer",
         .query = callersQuery},
        {.method = Method::Get,
         .pattern = "/api/rate-limits/{class}/overrides",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = listOverrides,
         .operation = "listRateLimitOverrides",
         .tag = "Protection",
         .summary = "Callers with numbers of their own",
         .answer = "RateOverrideList"},
        {.method = Method::Post,
         .pattern = "/api/rate-limits/{class}/overrides",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "NewRateOverride",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = setOverride,
         .also = {409},
         .operation = "setRateLimitOverride",
         .tag = "Protection",
         .summary = "Give a user, service account or key numbers of their own, in place of those that they have",
         .answer = "RateOverrideAnswer",
         .status = 201},
        {.method = Method::Delete,
         .pattern = "/api/rate-limit-overrides/{id}",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = removeOverride,
         .operation = "removeRateLimitOverride",
         .tag = "Protection",
         .summary = "Take a caller's own numbers away: the rule holds again",
         .status = 204},
        {.method = Method::Post,
         .pattern = "/api/rate-limits/{class}/preview",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "RateLimitPreviewRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = preview,
         .stores = false,
         .operation = "previewRateLimit",
         .tag = "Protection",
         .summary = "Whom other numbers would have refused in the last 24 hours",
         .answer = "RateLimitPreviewAnswer"},
        {.method = Method::Post,
         .pattern = "/api/rate-limits/{class}/reset",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "RateLimitResetRequest",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = reset,
         .operation = "resetRateLimit",
         .tag = "Protection",
         .summary = "Forget what one caller has used",
         .answer = "RateLimitResetAnswer"},
    };
}

} // namespace
} // namespace rate_limits_endpoints

EndpointGroup rateLimitEndpoints()
{
    using namespace rate_limits_endpoints;
    return {.routes = routes(), .requests = requestSchemas(), .answers = answerSchemas(), .parts = partSchemas()};
}

} // namespace sallyport::api
