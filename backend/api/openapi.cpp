#include "backend/api/openapi.h"

#include "backend/api/header_rules.h"
#include "backend/api/route_answers.h"

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
        json::object of{{"name", parameter.name},
                        {"in", "query"},
                        {"description", parameter.description},
                        {"schema", json::parse(withParts(parameter.schema, parts))}};
        if (parameter.required)
            of["required"] = true;
        parameters.push_back(std::move(of));
    }
    for (const HeaderParameter& parameter : headerParameters()) {
        if (!parameter.of(route))
            continue;
        json::object schema{{"type", "string"}};
        if (parameter.pattern.empty())
            schema["maxLength"] = parameter.longest;
        else
            schema["pattern"] = parameter.pattern;
        parameters.push_back(
            {{"name", parameter.name}, {"in", "header"}, {"description", parameter.description}, {"schema", std::move(schema)}});
    }
    return parameters;
}

/// What a success carries: JSON as its schema says, files and streams as they are.
json::object contentOf(const Route& route)
{
    json::object map;
    for (const Media media : route.media.list())
        map.emplace(mediaType(media),
                    content(mediaType(media), isJson(media) ? route.answer : std::string_view()).at(mediaType(media)));
    return map;
}

/// Where limited routes tell what is left.
void addQuota(json::object& headers)
{
    headers["RateLimit"] =
        headerOf("What is left of the quota (draft-ietf-httpapi-ratelimit-headers), on routes that count against one.", "string");
    headers["RateLimit-Policy"] = headerOf("The quota.", "string");
}

/// What it makes can be read or changed by itself, at a path below; files have another one.
bool isLocated(const Route& route, const Endpoints& endpoints)
{
    return route.body == Body::Multipart || std::ranges::any_of(endpoints.routes, [&](const Route& other) {
               return (other.method == http::Method::Get || other.method == http::Method::Patch) &&
                      other.pattern.starts_with(route.pattern) && other.pattern.substr(route.pattern.size()).starts_with("/{") &&
                      other.pattern.ends_with('}');
           });
}

/// Something that is saved as a file.
bool isFile(Media media)
{
    return media == Media::Csv || media == Media::JsonLines || media == Media::Pdf || media == Media::Text ||
           media == Media::File;
}

json::object responseOf(const Route& route, const Endpoints& endpoints, int status)
{
    const bool isSuccess = (status == route.status || status == 206) && status != 303;
    json::object response{{"description", status == 204   ? "Done."
                                          : status == 303 ? "The browser is sent on."
                                          : status == 304 ? "The caller has it already."
                                          : status == 206 ? "The part that was asked for."
                                                          : "Success."}};
    json::object headers{{"X-Request-Id", headerOf("The id of this request in the events.", "string")}};
    if (route.rate && *route.rate != protection::RateClass::Address)
        addQuota(headers);
    if (status == 206)
        headers["Content-Range"] = headerOf("Which bytes of how many.", "string");
    if (status == 303)
        headers["Location"] = headerOf("Where to.", "string");
    if (status == 201 && isLocated(route, endpoints))
        headers["Location"] = headerOf("The path of what was made.", "string");
    const std::span<const Media> media = route.media.list();
    const bool isContent = status == 200 || status == 206;
    if ((isContent || status == 304) && (route.media.has(Media::JwkSet) || route.entityTag != nullptr))
        headers["ETag"] = headerOf("Stands for what is answered here, as long as it is the same.", "string");
    if (isContent && std::ranges::any_of(media, isFile))
        headers["Content-Disposition"] = headerOf("attachment, with the name of the file.", "string");
    response["headers"] = std::move(headers);
    // What answers nothing as a rule, and something when there is something to say.
    const bool isOther = route.status == 204 && status == 200 && !route.answer.empty();
    if ((isSuccess && status != 204) || isOther)
        response["content"] = contentOf(route);
    return response;
}

json::object responsesOf(const Route& route, const Endpoints& endpoints)
{
    json::object responses;
    for (const int status : statusesOf(route, endpoints).list()) {
        const auto problem = std::ranges::find(problemKinds(), status, &ProblemKind::status);
        if (problem == problemKinds().end())
            responses[std::to_string(status)] = responseOf(route, endpoints, status);
        else
            responses[std::to_string(status)] = {{"$ref", std::string("#/components/responses/").append(problem->name)}};
    }
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

json::object operationOf(const Route& route, const Endpoints& endpoints)
{
    json::object operation;
    operation["operationId"] = route.operation;
    operation["summary"] = route.summary;
    operation["tags"] = {route.tag};
    operation["description"] = descriptionOf(route, endpoints);
    // What opens the route at all, as a refusal names it.
    if (route.permission)
        operation["x-permission"] = access::info(route.ownPermission.value_or(*route.permission)).word;
    operation["security"] = securityOf(route);
    if (json::array parameters = parametersOf(route, endpoints.parts); !parameters.empty())
        operation["parameters"] = std::move(parameters);
    if (route.body != Body::None) {
        operation["requestBody"] = {{"required", route.body != Body::OptionalJson},
                                    {"content", content(mediaOf(route.body), route.schema)}};
    }
    operation["responses"] = responsesOf(route, endpoints);
    return operation;
}

/// Answered before anybody knows which route it is for.
bool isOfTransport(int status)
{
    constexpr Statuses all{408, 414, 417, 431, 501, 505};
    return all.has(status);
}

json::object componentsOf(const Endpoints& endpoints)
{
    json::object schemas;
    for (const auto* texts : {&endpoints.requests, &endpoints.answers}) {
        for (const Schema& schema : *texts)
            schemas[schema.name] = json::parse(schema.text);
    }
    json::object responses;
    for (const ProblemKind& kind : problemKinds()) {
        json::object headers{{"X-Request-Id", headerOf("The id of this request in the events.", "string")}};
        if (!kind.header.empty())
            headers[kind.header] = headerOf(kind.header, kind.header == "Retry-After" ? "integer" : "string");
        if (!isOfTransport(kind.status))
            addQuota(headers);
        responses[kind.name] = {{"description", kind.text},
                                {"headers", std::move(headers)},
                                {"content", content("application/problem+json", "Problem")}};
    }
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
        paths[route.pattern].as_object()[lower(http::methodName(route.method))] = operationOf(route, endpoints);
        tags.insert(route.tag);
    }
    json::array tagList;
    for (const std::string_view tag : tags)
        tagList.push_back({{"name", tag}, {"description", std::string(tag) + "."}});
    json::object document;
    document["openapi"] = "3.1.0";
    document["info"] = {{"title", "Sallyport"},
                        {"version", SALLYPORT_VERSION},
                        {"description",
                         "The HTTPS API of a Sallyport server. Errors are problem+json (RFC 9457). Every GET answers HEAD "
                         "too, without the body; other methods of a path are answered 405, unknown ones 501, unknown paths 404."},
                        {"license", {{"name", "GPL-3.0-or-later"}, {"identifier", "GPL-3.0-or-later"}}}};
    document["servers"] = {json::object{{"url", "/"}, {"description", "This server."}}};
    document["tags"] = std::move(tagList);
    document["paths"] = std::move(paths);
    document["components"] = componentsOf(endpoints);
    return json::serialize(document);
}

} // namespace sallyport::api
