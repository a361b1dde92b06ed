#include "backend/api/endpoints/protection/rate_limits_json.h"

#include "backend/protection/limits/rate_limiter.h"
#include "backend/settings/limits.h"

namespace sallyport::api::rate_limits_endpoints {
namespace {

using namespace protection;

std::int64_t integerOf(const json::value& value)
{
    return static_cast<std::int64_t>(value.to_number<double>());
}

std::optional<std::string> textOf(const json::object& body, std::string_view member)
{
    const json::value* value = body.if_contains(member);
    return value != nullptr ? std::optional(value->is_string() ? std::string(value->get_string()) : std::string()) : std::nullopt;
}

template <typename Number>
std::optional<Number> numberOf(const json::object& body, std::string_view member)
{
    const json::value* value = body.if_contains(member);
    return value != nullptr ? std::optional(Number(static_cast<Number>(integerOf(*value)))) : std::nullopt;
}

std::optional<std::chrono::seconds> windowOf(const json::object& body)
{
    const auto seconds = numberOf<std::int64_t>(body, "window_seconds");
    return seconds ? std::optional(std::chrono::seconds(*seconds)) : std::nullopt;
}

RateScope scopeOf(const json::object& body)
{
    RateScope scope;
    scope.path = textOf(body, "path").value_or(std::string());
    scope.permission = textOf(body, "permission").value_or(std::string());
    if (const json::value* methods = body.if_contains("methods"))
        scope.methods = json::value_to<std::vector<std::string>>(*methods);
    return scope;
}

json::object callerJson(const RateCaller& caller)
{
    return {{"key", caller.key},
            {"kind", rateCallerWord(caller.kind)},
            {"id", orNull(caller.id)},
            {"name", caller.name},
            {"address", orNull(caller.from)}};
}

constexpr auto parts = std::to_array<SchemaPart>({
    {"rateRequests", settings::rateRequestsLimit},
    {"rateWindow", settings::rateWindowLimit.count()},
    {"rateName", static_cast<std::int64_t>(rateNameLimit)},
    {"ratePath", static_cast<std::int64_t>(ratePathLimit)},
    {"rateCost", rateCostLimit},
    {"exemptMost", static_cast<std::int64_t>(protection::RateLimiter::exemptMost)},
});

constexpr auto requests = std::to_array<SchemaText>({
    {"RateLimitRequest", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "requests": {"type": "integer", "minimum": 1, "maximum": <rateRequests>},
        "window_seconds": {"type": "integer", "minimum": 1, "maximum": <rateWindow>},
        "algorithm": {"type": "string", "enum": ["gcra", "sliding", "fixed"]},
        "keyed_by": {"type": "string", "enum": ["address", "address_account", "principal", "user", "key"]},
        "mode": {"type": "string", "enum": ["off", "observe", "enforce"]},
        "name": {"type": "string", "minLength": 1, "maxLength": <rateName>, "description": "This and what follows: of own rules."},
        "path": {"type": "string", "maxLength": <ratePath>},
        "methods": {"type": "array", "maxItems": 5, "items": {"type": "string", "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"]}},
        "permission": {"type": "string", "maxLength": 100},
        "cost": {"type": "integer", "minimum": 1, "maximum": <rateCost>}}})"},
    {"RateLimitsRequest", R"({"type": "object", "additionalProperties": false, "required": ["limits"], "properties": {
        "limits": {"type": "array", "minItems": 1, "maxItems": 16, "items": {
            "type": "object", "additionalProperties": false, "required": ["class", "requests", "window_seconds"], "properties": {
            "class": {"type": "string", "enum": ["auth", "api_read", "api_write", "file_upload", "admin", "address"]},
            "requests": {"type": "integer", "minimum": 1, "maximum": <rateRequests>},
            "window_seconds": {"type": "integer", "minimum": 1, "maximum": <rateWindow>}}}}}})"},
    {"NewRateLimit", R"({"type": "object", "additionalProperties": false, "required": ["name", "requests", "window_seconds"],
        "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": <rateName>},
        "path": {"type": "string", "maxLength": <ratePath>,
                 "description": "A route as this document writes it; with /* at its end whatever is below."},
        "methods": {"type": "array", "maxItems": 5, "items": {"type": "string", "enum": ["GET", "POST", "PUT", "PATCH", "DELETE"]}},
        "permission": {"type": "string", "maxLength": 100, "description": "Of routes that ask for it."},
        "requests": {"type": "integer", "minimum": 1, "maximum": <rateRequests>},
        "window_seconds": {"type": "integer", "minimum": 1, "maximum": <rateWindow>},
        "algorithm": {"type": "string", "enum": ["gcra", "sliding", "fixed"], "default": "sliding"},
        "keyed_by": {"type": "string", "enum": ["principal", "user", "key", "address"], "default": "principal"},
        "mode": {"type": "string", "enum": ["off", "observe", "enforce"], "default": "observe"},
        "cost": {"type": "integer", "minimum": 1, "maximum": <rateCost>, "default": 1,
                 "description": "For how many requests of its class one counts."}}})"},
    {"RateLimitPreviewRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "requests": {"type": "integer", "minimum": 1, "maximum": <rateRequests>},
        "window_seconds": {"type": "integer", "minimum": 1, "maximum": <rateWindow>},
        "algorithm": {"type": "string", "enum": ["gcra", "sliding", "fixed"]}}})"},
    {"NewRateOverride", R"({"type": "object", "additionalProperties": false, "required": ["subject", "requests", "seconds"],
        "properties": {
        "subject": {"type": "string", "minLength": 1, "maxLength": <email>,
                    "description": "The id or e-mail address of a user, the id of a service account or key."},
        "requests": {"type": "integer", "minimum": 1, "maximum": <rateRequests>},
        "seconds": {"type": "integer", "minimum": 1, "maximum": <rateWindow>},
        "expires_in": {"type": "integer", "minimum": 60, "maximum": 31622400, "description": "Seconds; until removed without."}}})"},
    {"ExemptNetworks", R"({"type": "object", "additionalProperties": false, "required": ["networks"], "properties": {
        "networks": {"type": "array", "maxItems": <exemptMost>, "uniqueItems": true,
                     "items": {"type": "string", "minLength": 2, "maxLength": 49},
                     "description": "Addresses and networks, 10.1.0.0/16; all that there shall be."}}})"},
    {"RateLimitResetRequest", R"({"type": "object", "additionalProperties": false, "required": ["key"], "properties": {
        "key": {"type": "string", "minLength": 1, "maxLength": <email>,
            "description": "A caller's `key`, an address, the id or e-mail address of a user, the id of a service account or key."}}})"},
});

constexpr auto answers = std::to_array<SchemaText>({
    {"RateLimit", R"({"type": "object", "required": ["class", "requests", "window_seconds"], "properties": {
        "class": {"type": ["string", "null"], "description": "Null of an own rule."}, "id": {"type": "string"},
        "name": {"type": "string"}, "requests": {"type": "integer"}, "window_seconds": {"type": "integer"},
        "algorithm": {"type": "string"}, "keyed_by": {"type": "string"}, "mode": {"type": "string"},
        "path": {"type": ["string", "null"]}, "methods": {"type": "array", "items": {"type": "string"}},
        "permission": {"type": ["string", "null"]}, "cost": {"type": "integer"},
        "routes": {"type": "integer", "description": "That it is for."},
        "hottest": {"type": "integer", "description": "What counts now of the caller who has used most."},
        "p95": {"type": ["integer", "null"],
            "description": "In 95 of 100 minutes with requests of the last 7 days nobody had used more; null: too few."},
        "refused": {"type": "integer", "description": "In 24 hours."},
        "noted": {"type": "integer", "description": "The same while it only observed."},
        "changed_at": {"type": ["string", "null"], "format": "date-time"}, "changed_by": {"type": ["string", "null"]}}})"},
    {"RateLimitAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/RateLimit"}}})"},
    {"RateLimitList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/RateLimit"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"RateLimitCaller", R"({"type": "object", "required": ["key", "kind", "name"], "properties": {
        "key": {"type": "string", "description": "For POST /api/rate-limits/{class}/reset."},
        "kind": {"type": "string", "enum": ["address", "user", "service_account", "key"]},
        "id": {"type": ["string", "null"]}, "name": {"type": "string"},
        "address": {"type": ["string", "null"], "description": "From where, of what is counted by account and address."}}})"},
    {"RateLimitUsage", R"({"type": "object", "required": ["at", "hottest", "hours"], "properties": {
        "at": {"type": "string", "format": "date-time"},
        "hottest": {"type": "array", "items": {"type": "object", "required": ["caller", "used", "limit"], "properties": {
            "caller": {"$ref": "#/components/schemas/RateLimitCaller"}, "used": {"type": "integer"}, "limit": {"type": "integer"},
            "reset_seconds": {"type": "integer"}}}},
        "hours": {"type": "array", "description": "The hottest caller of each of the last 24 hours.", "items": {"type": "object",
            "required": ["begin", "answered", "refused"], "properties": {"begin": {"type": "string", "format": "date-time"},
            "answered": {"type": "integer"}, "refused": {"type": "integer"}, "name": {"type": ["string", "null"]}}}},
        "suggestion": {"type": ["object", "null"], "required": ["requests", "p95", "room_percent"], "properties": {
            "requests": {"type": "integer"}, "p95": {"type": "integer"}, "room_percent": {"type": "integer"}}},
        "counted_since": {"type": ["string", "null"], "format": "date-time", "description": "If that is less than a day ago."}}})"},
    {"RateLimitUsageAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/RateLimitUsage"}}})"},
    {"RateLimitPreviewAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["since", "until", "requests", "callers", "present_requests", "refused"], "properties": {
        "since": {"type": "string", "format": "date-time"}, "until": {"type": "string", "format": "date-time"},
        "requests": {"type": "integer", "description": "That would have been refused."},
        "callers": {"type": "integer", "description": "Of how many."},
        "present_requests": {"type": "integer", "description": "With the numbers of now."},
        "refused": {"type": "array", "items": {"type": "object", "required": ["caller", "from", "until", "requests"], "properties": {
            "caller": {"$ref": "#/components/schemas/RateLimitCaller"}, "from": {"type": "string", "format": "date-time"},
            "until": {"type": "string", "format": "date-time"}, "requests": {"type": "integer"}}}},
        "counted_since": {"type": ["string", "null"], "format": "date-time"}}}}})"},
    {"RateOverride", R"({"type": "object", "required": ["id", "rule", "caller", "requests", "seconds", "expires_at", "created_at",
        "created_by"], "properties": {"id": {"type": "string"}, "rule": {"type": "string", "description": "Class or id."},
        "caller": {"$ref": "#/components/schemas/RateLimitCaller"}, "requests": {"type": "integer"}, "seconds": {"type": "integer"},
        "expires_at": {"type": ["string", "null"], "format": "date-time"}, "created_at": {"type": "string", "format": "date-time"},
        "created_by": {"type": "string"}}})"},
    {"RateOverrideAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/RateOverride"}}})"},
    {"RateOverrideList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/RateOverride"}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"ExemptNetworksAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["networks"], "properties": {"networks": {"type": "array", "items": {"type": "string"}}}}}})"},
    {"RateLimitResetAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["used"], "properties": {"used": {"type": "integer", "description": "What was counted until now."}}}}})"},
});

} // namespace

json::object toJson(const RateRule& rule)
{
    const RateSetting& setting = rule.setting;
    return {{"class", setting.builtIn ? json::value(setting.id) : json::value()},
            {"id", setting.id},
            {"name", setting.name},
            {"requests", setting.numbers.requests},
            {"window_seconds", setting.numbers.window.count()},
            {"algorithm", rateAlgorithmWord(setting.numbers.algorithm)},
            {"keyed_by", rateSubjectWord(setting.subject)},
            {"mode", rateModeWord(setting.mode)},
            {"path", orNull(setting.scope.path)},
            {"methods", json::array(setting.scope.methods.begin(), setting.scope.methods.end())},
            {"permission", orNull(setting.scope.permission)},
            {"cost", setting.cost},
            {"routes", rule.routes},
            {"hottest", rule.hottest},
            {"p95", rule.p95 ? json::value(*rule.p95) : json::value()},
            {"refused", rule.refused},
            {"noted", rule.noted},
            {"changed_at", timeJson(setting.changedAt)},
            {"changed_by", orNull(setting.changedBy)}};
}

json::object toJson(const RateUse& use)
{
    return {{"caller", callerJson(use.caller)}, {"used", use.used}, {"limit", use.limit}, {"reset_seconds", use.reset.count()}};
}

json::object toJson(const RateUsage& usage)
{
    json::array hottest, hours;
    for (const RateUse& use : usage.hottest)
        hottest.push_back(toJson(use));
    for (const RateHour& hour : usage.hours)
        hours.push_back({{"begin", timeJson(hour.begin)},
                         {"answered", hour.answered},
                         {"refused", hour.refused},
                         {"name", orNull(hour.name)}});
    json::object object{{"at", timeJson(usage.at)}, {"hottest", std::move(hottest)}, {"hours", std::move(hours)}};
    object["suggestion"] = nullptr;
    if (usage.suggestion)
        object["suggestion"] = {{"requests", usage.suggestion->requests},
                                {"p95", usage.suggestion->p95},
                                {"room_percent", usage.suggestion->roomPercent}};
    object["counted_since"] = timeJson(usage.shortSince);
    return object;
}

json::object toJson(const RatePreview& preview)
{
    json::array refused;
    for (const RateVictim& victim : preview.victims)
        refused.push_back({{"caller", callerJson(victim.caller)},
                           {"from", timeJson(victim.from)},
                           {"until", timeJson(victim.until)},
                           {"requests", victim.requests}});
    return {{"since", timeJson(preview.since)},
            {"until", timeJson(preview.until)},
            {"requests", preview.requests},
            {"callers", preview.callers},
            {"present_requests", preview.presentRequests},
            {"refused", std::move(refused)},
            {"counted_since", timeJson(preview.shortSince)}};
}

json::object toJson(const RateOverride& one)
{
    return {{"id", one.id},
            {"rule", one.rule},
            {"caller", callerJson(one.caller)},
            {"requests", one.numbers.requests},
            {"seconds", one.numbers.window.count()},
            {"expires_at", timeJson(one.expiresAt)},
            {"created_at", timeJson(one.createdAt)},
            {"created_by", one.createdBy}};
}

NewRateOverride newOverrideOf(const json::object& body)
{
    NewRateOverride wanted;
    wanted.subject = textOf(body, "subject").value_or(std::string());
    wanted.numbers.requests = numberOf<std::uint32_t>(body, "requests").value_or(0);
    wanted.numbers.window = std::chrono::seconds(numberOf<std::int64_t>(body, "seconds").value_or(0));
    if (const auto seconds = numberOf<std::int64_t>(body, "expires_in"))
        wanted.expiresIn = std::chrono::seconds(*seconds);
    return wanted;
}

RateRulePatch patchOf(const json::object& body)
{
    RateRulePatch patch;
    patch.name = textOf(body, "name");
    patch.requests = numberOf<std::uint32_t>(body, "requests");
    patch.window = windowOf(body);
    patch.algorithm = rateAlgorithmOf(textOf(body, "algorithm").value_or(std::string()));
    patch.subject = rateSubjectOf(textOf(body, "keyed_by").value_or(std::string()));
    patch.mode = rateModeOf(textOf(body, "mode").value_or(std::string()));
    patch.cost = numberOf<std::uint32_t>(body, "cost");
    if (body.contains("path") || body.contains("methods") || body.contains("permission"))
        patch.scope = scopeOf(body);
    return patch;
}

NewRateRule newRuleOf(const json::object& body)
{
    const RateRulePatch said = patchOf(body);
    NewRateRule rule;
    rule.name = said.name.value_or(std::string());
    rule.scope = scopeOf(body);
    rule.numbers = {said.requests.value_or(0), said.window.value_or(std::chrono::seconds(0)),
                    said.algorithm.value_or(RateAlgorithm::Sliding)};
    rule.subject = said.subject.value_or(rule.subject);
    rule.mode = said.mode.value_or(rule.mode);
    rule.cost = said.cost.value_or(1);
    return rule;
}

RateNumbers numbersOf(const json::object& body, const RateNumbers& now)
{
    const RateRulePatch said = patchOf(body);
    return {said.requests.value_or(now.requests), said.window.value_or(now.window), said.algorithm.value_or(now.algorithm)};
}

std::span<const SchemaText> requestSchemas() noexcept
{
    return requests;
}

std::span<const SchemaText> answerSchemas() noexcept
{
    return answers;
}

std::span<const SchemaPart> partSchemas() noexcept
{
    return parts;
}

} // namespace sallyport::api::rate_limits_endpoints
