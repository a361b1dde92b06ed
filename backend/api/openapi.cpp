#include "backend/api/openapi.h"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace sallyport::api {
namespace {

namespace json = boost::json;

json::object reference(std::string_view schema)
{
    return {{"$ref", std::string("#/components/schemas/").append(schema)}};
}

json::object content(std::string_view media, std::string_view schema)
{
    json::object type;
    type["schema"] = schema.empty() ? json::value{{"type", "string"}} : json::value(reference(schema));
    json::object map;
    map[media] = std::move(type);
    return map;
}

json::object headerOf(std::string_view description, std::string_view type)
{
    return {{"description", description}, {"schema", {{"type", type}}}};
}

json::array parametersOf(const Route& route, std::span<const SchemaPart> parts)
{
    json::array parameters;
    if (const std::size_t open = route.pattern.find('{'); open != std::string_view::npos) {
        const std::string_view name = route.pattern.substr(open + 1, route.pattern.find('}') - open - 1);
        parameters.push_back(
            {{"name", name},
             {"in", "path"},
             {"required", true},
             {"schema", {{"type", "string"}, {"minLength", 1}, {"maxLength", 64}, {"pattern", "^[A-Za-z0-9_-]+$"}}}});
    }
    for (const QueryParameter& parameter : route.query) {
        parameters.push_back({{"name", parameter.name},
                              {"in", "query"},
                              {"description", parameter.description},
                              {"schema", json::parse(withParts(parameter.schema, parts))}});
    }
    if (route.stepUp != StepUp::NotNeeded) {
        parameters.push_back(
            {{"name", "X-MFA-Token"},
             {"in", "header"},
             {"description", "The current code of the authenticator, if the second factor was not shown recently."},
             {"schema", {{"type", "string"}, {"pattern", "^[0-9]{6}$"}}}});
    }
    return parameters;
}

json::object responsesOf(const Route& route)
{
    json::object responses;
    json::object success{{"description", route.status == 204 ? "Done." : "Success."}};
    json::object headers{{"X-Request-Id", headerOf("The id of this request in the events.", "string")}};
    if (*route.rate != protection::RateClass::Address) {
        headers["RateLimit"] = headerOf("What is left of the quota (draft-ietf-httpapi-ratelimit-headers).", "string");
        headers["RateLimit-Policy"] = headerOf("The quota.", "string");
    }
    success["headers"] = std::move(headers);
    if (route.status != 204)
        success["content"] = content(route.media, route.answer);
    responses[std::to_string(route.status)] = std::move(success);
    const auto problem = [&](std::string_view status, std::string_view name) {
        responses[status] = {{"$ref", std::string("#/components/responses/").append(name)}};
    };
    problem("400", "BadRequest");
    if (route.access != Access::Public || route.rate == protection::RateClass::Auth)
        problem("401", "Unauthenticated");
    if (route.permission)
        problem("403", "Forbidden");
    if (route.pattern.find('{') != std::string_view::npos)
        problem("404", "NotFound");
    if (route.body != Body::None) {
        problem("413", "TooLarge");
        problem("415", "MediaType");
    }
    problem("429", "RateLimited");
    if (route.runsOn != RunsOn::Loop)
        problem("503", "Unavailable");
    return responses;
}

json::array securityOf(const Route& route)
{
    json::array ways;
    const bool known = route.access != Access::Public, keys = known && route.access != Access::SelfOnly;
    if (known && route.access != Access::SignedOnly)
        ways.push_back(json::object{{"bearer", json::array{}}});
    if (keys && route.access != Access::SignedOnly)
        ways.push_back(json::object{{"apiKey", json::array{}}});
    if (keys)
        ways.push_back(json::object{{"apiKey", json::array{}}, {"signature", json::array{}}});
    return ways;
}

json::object operationOf(const Route& route, std::span<const SchemaPart> parts)
{
    json::object operation;
    operation["operationId"] = route.operation;
    operation["summary"] = route.summary;
    operation["tags"] = {route.tag};
    if (route.permission) {
        std::string text = "Needs the permission `" + std::string(access::info(*route.permission).word) + "`";
        if (route.ownPermission)
            text.append(", or `").append(access::info(*route.ownPermission).word).append("` for what is one's own");
        operation["description"] = text.append(route.access == Access::SelfOr ? ", or the own id." : ".");
        operation["x-permission"] = access::info(*route.permission).word;
    }
    operation["security"] = securityOf(route);
    if (json::array parameters = parametersOf(route, parts); !parameters.empty())
        operation["parameters"] = std::move(parameters);
    if (route.body != Body::None) {
        operation["requestBody"] = {{"required", route.body != Body::OptionalJson},
                                    {"content", content(mediaOf(route.body), route.schema)}};
    }
    operation["responses"] = responsesOf(route);
    return operation;
}

json::object componentsOf(const Endpoints& endpoints)
{
    json::object schemas;
    for (const auto* texts : {&endpoints.requests, &endpoints.answers}) {
        for (const Schema& schema : *texts)
            schemas[schema.name] = json::parse(schema.text);
    }
    json::object responses;
    const auto add = [&](std::string_view name, std::string_view description, std::string_view header) {
        json::object response{{"description", description}, {"content", content("application/problem+json", "Problem")}};
        if (!header.empty())
            response["headers"] = json::object{{header, headerOf(header, header == "Retry-After" ? "integer" : "string")}};
        responses[name] = std::move(response);
    };
    add("BadRequest", "The request is malformed or does not match its schema.", "");
    add("Unauthenticated", "A credential or a second factor is missing or wrong.", "WWW-Authenticate");
    add("Forbidden", "A permission is missing.", "");
    add("NotFound", "There is no such object.", "");
    add("TooLarge", "The body is too large.", "");
    add("MediaType", "The body is not of the media type that the route takes.", "");
    add("RateLimited", "Too many requests.", "Retry-After");
    add("Unavailable", "Too much work is waiting.", "Retry-After");
    json::object components;
    components["securitySchemes"] = {{"bearer", {{"type", "http"}, {"scheme", "bearer"}, {"bearerFormat", "JWT"}}},
                                     {"apiKey", {{"type", "apiKey"}, {"in", "header"}, {"name", "X-API-Key"}}},
                                     {"signature",
                                      {{"type", "apiKey"},
                                       {"in", "header"},
                                       {"name", "X-Signature"},
                                       {"description", "HMAC-SHA256 with the key's signing secret, beside X-Timestamp and "
                                                       "X-Nonce; or RFC 9421's Signature-Input and Signature alone."}}}};
    components["schemas"] = std::move(schemas);
    components["responses"] = std::move(responses);
    return components;
}

std::string lower(std::string_view method)
{
    std::string text(method);
    std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    return text;
}

} // namespace

std::string openApiDocument(const Endpoints& endpoints)
{
    json::object paths;
    std::set<std::string_view> tags;
    for (const Route& route : endpoints.routes) {
        if (!paths.contains(route.pattern))
            paths[route.pattern] = json::object();
        paths[route.pattern].as_object()[lower(http::methodName(route.method))] = operationOf(route, endpoints.parts);
        tags.insert(route.tag);
    }
    json::array tagList;
    for (const std::string_view tag : tags)
        tagList.push_back({{"name", tag}, {"description", std::string(tag) + "."}});
    json::object document;
    document["openapi"] = "3.1.0";
    document["info"] = {{"title", "Sallyport"},
                        {"version", SALLYPORT_VERSION},
                        {"description", "The HTTPS API of a Sallyport server. Errors are problem+json (RFC 9457)."},
                        {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}}};
    document["servers"] = {json::object{{"url", "/"}, {"description", "This server."}}};
    document["tags"] = std::move(tagList);
    document["paths"] = std::move(paths);
    document["components"] = componentsOf(endpoints);
    return json::serialize(document);
}

} // namespace sallyport::api
