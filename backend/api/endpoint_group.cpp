#include "backend/api/endpoint_group.h"

#include "backend/api/whole_list.h"
#include "backend/base/strict_json.h"

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace sallyport::api {
namespace {

namespace json = boost::json;

constexpr int partDepth = 4; // parts in parts
constexpr std::string_view reference = "#/components/schemas/";

Error schemaMistake(std::string_view name, std::string_view mistake)
{
    return makeError(ErrorCode::Internal, std::string("Schema ").append(name).append(": ").append(mistake));
}

/// The name in the first `<name>` of a text, or empty.
std::string_view partIn(std::string_view text)
{
    for (std::size_t open = text.find('<'); open != text.npos; open = text.find('<', open + 1)) {
        const std::size_t end =
            std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", open + 1), text.size());
        if (end > open + 1 && end < text.size() && text[end] == '>')
            return text.substr(open + 1, end - open - 1);
    }
    return {};
}

std::string withParts(std::string_view text, std::span<const SchemaPart> parts, int depth)
{
    std::string whole;
    for (std::string_view name = partIn(text); !name.empty(); name = partIn(text)) {
        const auto before = static_cast<std::size_t>(name.data() - text.data()) - 1;
        whole.append(text.substr(0, before));
        const auto part = std::ranges::find(parts, name, &SchemaPart::name);
        if (part == parts.end() || depth == 0)
            whole.append("<").append(name).append(">");
        else if (part->text.empty())
            whole.append(std::to_string(part->number));
        else
            whole.append(withParts(part->text, parts, depth - 1));
        text.remove_prefix(before + name.size() + 2);
    }
    return whole.append(text);
}

/// Every `$ref` inside names a schema that there is.
bool refersToKnown(const json::value& value, const std::set<std::string_view>& names)
{
    if (const auto* array = value.if_array())
        return std::ranges::all_of(*array, [&](const json::value& item) { return refersToKnown(item, names); });
    if (const auto* object = value.if_object()) {
        return std::ranges::all_of(*object, [&](const json::key_value_pair& member) {
            if (member.key() != "$ref")
                return refersToKnown(member.value(), names);
            const std::string_view target =
                member.value().is_string() ? std::string_view(member.value().get_string()) : std::string_view();
            return target.starts_with(reference) && names.contains(target.substr(reference.size()));
        });
    }
    return true;
}

Result<void> checkSchema(const Schema& schema, const std::set<std::string_view>& names)
{
    if (const std::string_view part = partIn(schema.text); !part.empty())
        return schemaMistake(schema.name, "there is no part " + std::string(part));
    const auto document = parseStrictJson(schema.text, schemaBytes);
    if (!document || !document->is_object())
        return schemaMistake(schema.name, "no JSON object");
    if (!refersToKnown(*document, names))
        return schemaMistake(schema.name, "refers to a schema that there isn't");
    return {};
}

} // namespace

std::string withParts(std::string_view text, std::span<const SchemaPart> parts)
{
    return withParts(text, parts, partDepth);
}

Endpoints collect(std::span<const EndpointGroup> groups)
{
    Endpoints all;
    for (const EndpointGroup& group : groups) {
        all.routes.insert(all.routes.end(), group.routes.begin(), group.routes.end());
        all.parts.insert(all.parts.end(), group.parts.begin(), group.parts.end());
    }
    for (const EndpointGroup& group : groups) {
        for (const SchemaText& schema : group.requests)
            all.requests.push_back({schema.name, withParts(schema.text, all.parts)});
        for (const SchemaText& schema : group.answers)
            all.answers.push_back({schema.name, withParts(schema.text, all.parts)});
    }
    declareWholeLists(all);
    return all;
}

Result<void> checkEndpoints(const Endpoints& endpoints)
{
    std::set<std::string_view> parts, names;
    for (const SchemaPart& part : endpoints.parts) {
        if (!parts.insert(part.name).second)
            return schemaMistake(part.name, "a part that is declared twice");
    }
    for (const auto* schemas : {&endpoints.requests, &endpoints.answers}) {
        for (const Schema& schema : *schemas) {
            if (!names.insert(schema.name).second)
                return schemaMistake(schema.name, "declared twice");
        }
    }
    for (const auto* schemas : {&endpoints.requests, &endpoints.answers}) {
        for (const Schema& schema : *schemas)
            SALLYPORT_TRY(checkSchema(schema, names));
    }
    for (const Route& route : endpoints.routes) {
        for (const QueryParameter& parameter : route.query)
            SALLYPORT_TRY(checkSchema({parameter.name, withParts(parameter.schema, endpoints.parts)}, names));
    }
    return checkRoutes(endpoints.routes, names);
}

} // namespace sallyport::api
