#include "backend/api/endpoint_group.h"

#include "backend/base/strict_json.h"

#include <boost/json.hpp>

#include <set>
#include <string>

namespace sallyport::api {
namespace {

constexpr std::size_t kSchemaBytes = 65536;
constexpr std::string_view kReference = "#/components/schemas/";

Error schemaMistake(std::string_view name, std::string_view mistake)
{
    return makeError(ErrorCode::Internal, std::string("Schema ").append(name).append(": ").append(mistake));
}

/// Every `$ref` inside names a schema that there is.
bool refersToKnown(const boost::json::value& value, const std::set<std::string_view>& names)
{
    if (const auto* array = value.if_array()) {
        for (const boost::json::value& item : *array) {
            if (!refersToKnown(item, names))
                return false;
        }
    } else if (const auto* object = value.if_object()) {
        for (const auto& member : *object) {
            if (member.key() != "$ref" ? !refersToKnown(member.value(), names)
                                       : !names.contains(std::string_view(member.value().as_string()).substr(kReference.size())))
                return false;
        }
    }
    return true;
}

} // namespace

Endpoints collect(std::span<const EndpointGroup> groups)
{
    Endpoints all;
    for (const EndpointGroup& group : groups) {
        all.routes.insert(all.routes.end(), group.routes.begin(), group.routes.end());
        all.requests.insert(all.requests.end(), group.requests.begin(), group.requests.end());
        all.answers.insert(all.answers.end(), group.answers.begin(), group.answers.end());
    }
    return all;
}

Result<void> checkEndpoints(const Endpoints& endpoints)
{
    std::set<std::string_view> names;
    for (const auto* schemas : {&endpoints.requests, &endpoints.answers}) {
        for (const SchemaText& schema : *schemas) {
            if (!names.insert(schema.name).second)
                return schemaMistake(schema.name, "declared twice");
        }
    }
    for (const auto* schemas : {&endpoints.requests, &endpoints.answers}) {
        for (const SchemaText& schema : *schemas) {
            const auto document = parseStrictJson(schema.text, kSchemaBytes);
            if (!document || !document->is_object())
                return schemaMistake(schema.name, "no JSON object");
            if (!refersToKnown(*document, names))
                return schemaMistake(schema.name, "refers to a schema that there isn't");
        }
    }
    return checkRoutes(endpoints.routes, names);
}

} // namespace sallyport::api
