#include "backend/api/browser/answer_fields.h"
#include "backend/api/endpoints/common.h"
#include "backend/settings/browser_settings.h"
#include "backend/settings/browser_text.h"
#include "backend/settings/security_policy.h"

#include <vector>

namespace sallyport::api {
namespace browsers_endpoints {
namespace {

std::string textOf(const json::value& value)
{
    if (value.is_string())
        return std::string(value.get_string());
    if (value.is_bool())
        return value.get_bool() ? "true" : "false";
    if (value.is_array()) {
        std::string text;
        for (const json::value& word : value.get_array())
            text.append(text.empty() ? "" : ",").append(word.get_string());
        return text;
    }
    return std::to_string(static_cast<std::int64_t>(value.to_number<double>()));
}

/// They are settings of their own kind: who may change what protects the server may change these and no others.
Result<void> change(const Call& call, std::string_view prefix)
{
    settings::Changes changes;
    for (const auto& member : call.body())
        changes.emplace_back(std::string(prefix) + std::string(member.key()), textOf(member.value()));
    Result<void> changed = settings::changeBrowserSettings(call.services().settings, call.actor(), changes);
    if (changed)
        return changed;
    Error error = std::move(changed).error();
    for (FieldError& field : error.fields)
        if (field.field.starts_with(prefix))
            field.field.erase(0, prefix.size());
    return error;
}

json::array arrayOf(const std::vector<std::string>& words)
{
    return json::array(words.begin(), words.end());
}

json::object corsJson(const Call& call)
{
    const auto values = call.services().settings.values();
    return {{"origins", arrayOf(values->corsOrigins)}, {"methods", arrayOf(values->corsMethods)},
            {"headers", arrayOf(values->corsHeaders)}, {"credentials", values->corsCredentials},
            {"max_age", values->corsMaxAge.count()},   {"exposed", exposedFields}};
}

Result<http::Response> readCors(Call& call)
{
    return dataAnswer(corsJson(call));
}

Result<http::Response> putCors(Call& call)
{
    SALLYPORT_TRY(change(call, "cors."));
    return changeAnswer(call, corsJson(call));
}

Result<http::Response> readHeaders(Call& call)
{
    const auto values = call.services().settings.values();
    json::array fields;
    for (const auto& [name, value] : call.fields->fieldsOf(Media::Json))
        fields.push_back({{"name", name}, {"value", value}});
    return dataAnswer(json::object{{"content_security_policy", values->headersContentSecurityPolicy},
                                   {"hsts_max_age", values->headersHstsMaxAge.count()},
                                   {"hsts_subdomains", values->headersHstsSubdomains},
                                   {"fields", std::move(fields)}});
}

Result<http::Response> putHeaders(Call& call)
{
    SALLYPORT_TRY(change(call, "headers."));
    return readHeaders(call);
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"securityPolicy", settings::securityPolicyLimit},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"CorsChange", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "origins": {"type": "array", "maxItems": 32, "uniqueItems": true, "description": "Exact: neither * nor null.",
                    "items": {"type": "string", "minLength": 1, "maxLength": 300}},
        "methods": {"type": "array", "minItems": 1, "maxItems": 6, "uniqueItems": true,
                    "items": {"type": "string", "enum": ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]}},
        "headers": {"type": "array", "maxItems": 32, "uniqueItems": true, "items": {"type": "string", "minLength": 1, "maxLength": 64}},
        "credentials": {"type": "boolean"},
        "max_age": {"type": "integer", "minimum": 0, "maximum": 86400, "description": "Seconds."}}})"},
    {"HeadersChange", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "content_security_policy": {"type": "string", "maxLength": <securityPolicy>, "description": "Empty: the product's own."},
        "hsts_max_age": {"type": "integer", "minimum": 0, "maximum": 63072000, "description": "Seconds."},
        "hsts_subdomains": {"type": "boolean"}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"CorsAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["origins", "methods", "headers", "credentials", "max_age"], "properties": {
        "origins": {"type": "array", "items": {"type": "string"}}, "methods": {"type": "array", "items": {"type": "string"}},
        "headers": {"type": "array", "items": {"type": "string"}}, "credentials": {"type": "boolean"}, "max_age": {"type": "integer"},
        "exposed": {"type": "string", "description": "Fields of answers that pages of these origins may read."}}},
        "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
    {"HeadersAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["content_security_policy", "hsts_max_age", "hsts_subdomains", "fields"], "properties": {
        "content_security_policy": {"type": "string"}, "hsts_max_age": {"type": "integer"}, "hsts_subdomains": {"type": "boolean"},
        "fields": {"type": "array", "description": "What answers in JSON carry now, for a check of what really comes.",
                   "items": {"type": "object", "required": ["name", "value"], "properties": {
                   "name": {"type": "string"}, "value": {"type": "string"}}}}}}}})"},
});

Route route(Method method, std::string_view pattern, Handler handler, std::string_view operation, std::string_view summary,
            std::string_view answer, std::string_view schema = {})
{
    const bool reads = method == Method::Get;
    return {.method = method,
            .pattern = pattern,
            .access = Access::Permission,
            .permission = reads ? Permission::ProtectionRead : Permission::ProtectionUpdate,
            .rate = reads ? RateClass::ApiRead : RateClass::Admin,
            .body = reads ? Body::None : Body::Json,
            .bodyLimit = reads ? 0 : smallBody,
            .schema = schema,
            .stepUp = reads ? StepUp::NotNeeded : StepUp::IfEnrolled,
            .runsOn = RunsOn::Worker,
            .handler = handler,
            .operation = operation,
            .tag = "Protection",
            .summary = summary,
            .answer = answer};
}

std::vector<Route> routes()
{
    return {
        route(Method::Get, "/api/headers", readHeaders, "readHeaders", "The security fields of answers", "HeadersAnswer"),
        route(Method::Put, "/api/headers", putHeaders, "changeHeaders",
              "Change security fields of answers; what isn't named stays", "HeadersAnswer", "HeadersChange"),
        route(Method::Get, "/api/cors", readCors, "readCors", "Which other pages may read answers", "CorsAnswer"),
        route(Method::Put, "/api/cors", putCors, "changeCors",
              "Change which other pages may read answers; what isn't named stays", "CorsAnswer", "CorsChange"),
    };
}

} // namespace
} // namespace browsers_endpoints

EndpointGroup browserEndpoints()
{
    using namespace browsers_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
