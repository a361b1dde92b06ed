#include "tests/api/support/answer_contract.h"

#include "backend/api/endpoints/all_endpoints.h"
#include "backend/api/openapi.h"
#include "backend/base/time_format.h"

#include <boost/json.hpp>

#include <algorithm>
#include <set>
#include <vector>

namespace sallyport::test {
namespace {

namespace json = boost::json;

const json::value& document()
{
    static const json::value parsed = json::parse(api::openApiDocument(api::allEndpoints()));
    return parsed;
}

const json::object& resolved(const json::object& object)
{
    const json::value* reference = object.if_contains("$ref");
    if (reference == nullptr)
        return object;
    return resolved(document().at_pointer(std::string_view(reference->as_string()).substr(1)).as_object());
}

/// A schema with everything that `allOf` adds to it.
void collect(const json::object& schema, std::vector<const json::object*>& all)
{
    const json::object& whole = resolved(schema);
    all.push_back(&whole);
    if (const json::value* parts = whole.if_contains("allOf")) {
        for (const json::value& part : parts->as_array())
            collect(part.as_object(), all);
    }
}

std::string_view typeOf(const json::value& value)
{
    switch (value.kind()) {
    case json::kind::object: return "object";
    case json::kind::array: return "array";
    case json::kind::string: return "string";
    case json::kind::bool_: return "boolean";
    case json::kind::null: return "null";
    case json::kind::double_: return "number";
    case json::kind::int64:
    case json::kind::uint64: break;
    }
    return "integer";
}

bool typeFits(const json::value& type, const json::value& value)
{
    const auto is = [&value](std::string_view name) { return name == typeOf(value) || (name == "number" && value.is_number()); };
    if (type.is_string())
        return is(type.get_string());
    return std::ranges::any_of(type.as_array(), [&](const json::value& one) { return is(one.as_string()); });
}

/// Keywords that answers' schemas may use; another one would pass unchecked.
constexpr std::string_view keywords[] = {
    "type",      "properties", "required",         "items",   "enum",     "allOf",
    "format",    "minimum",    "description",      "default", "examples", "additionalProperties",
    "maxLength", "minLength",  "contentMediaType", "maximum", "minItems", "maxItems"};

std::string check(const json::object& schema, const json::value& value, const std::string& where);

std::string checkObject(const std::vector<const json::object*>& schemas, const json::object& object, const std::string& where)
{
    bool open = true; // an object that names no members may have any
    std::set<std::string> named;
    for (const json::object* schema : schemas) {
        if (const json::value* required = schema->if_contains("required")) {
            for (const json::value& name : required->as_array()) {
                if (!object.contains(std::string_view(name.as_string())))
                    return where + " lacks " + std::string(name.as_string());
            }
        }
        if (const json::value* properties = schema->if_contains("properties")) {
            open = false;
            for (const auto& property : properties->as_object()) {
                named.emplace(property.key());
                const json::value* member = object.if_contains(property.key());
                std::string wrong = member != nullptr
                                        ? check(property.value().as_object(), *member, where + "/" + std::string(property.key()))
                                        : std::string();
                if (!wrong.empty())
                    return wrong;
            }
        }
    }
    for (const json::object* schema : schemas)
        open = open || schema->contains("additionalProperties");
    for (const auto& member : object) {
        if (!open && !named.contains(std::string(member.key())))
            return where + " has " + std::string(member.key()) + ", which its schema does not name";
    }
    return {};
}

std::string check(const json::object& reference, const json::value& value, const std::string& where)
{
    std::vector<const json::object*> schemas;
    collect(reference, schemas);
    for (const json::object* schema : schemas) {
        for (const auto& member : *schema) {
            if (std::ranges::find(keywords, std::string_view(member.key())) == std::end(keywords))
                return where + ": the keyword " + std::string(member.key()) + " is not checked";
        }
        if (const json::value* type = schema->if_contains("type"); type != nullptr && !typeFits(*type, value))
            return where + " is a " + std::string(typeOf(value));
        if (const json::value* words = schema->if_contains("enum");
            words != nullptr && std::ranges::find(words->as_array(), value) == words->as_array().end())
            return where + " is none of its words";
        if (const json::value* format = schema->if_contains("format");
            format != nullptr && format->as_string() == "date-time" && value.is_string() && !fromRfc3339(value.get_string()))
            return where + " is no time";
        if (const json::value* least = schema->if_contains("minimum");
            least != nullptr && value.is_number() && value.to_number<double>() < least->to_number<double>())
            return where + " is too small";
        if (const json::value* items = schema->if_contains("items"); items != nullptr && value.is_array()) {
            for (const json::value& item : value.get_array()) {
                if (std::string wrong = check(items->as_object(), item, where + "/*"); !wrong.empty())
                    return wrong;
            }
        }
    }
    return value.is_object() ? checkObject(schemas, value.get_object(), where) : std::string();
}

/// The path of the document that this one is, a literal one first.
const json::object* pathOf(std::string_view path)
{
    const json::object& paths = document().at("paths").as_object();
    if (const json::value* exact = paths.if_contains(path))
        return &exact->as_object();
    for (const auto& candidate : paths) {
        const std::string_view pattern = candidate.key();
        const std::size_t open = pattern.find('{');
        if (open == pattern.npos)
            continue;
        const std::string_view before = pattern.substr(0, open), after = pattern.substr(pattern.find('}') + 1);
        if (path.size() > before.size() + after.size() && path.starts_with(before) && path.ends_with(after) &&
            path.substr(before.size(), path.size() - before.size() - after.size()).find('/') == path.npos)
            return &candidate.value().as_object();
    }
    return nullptr;
}

std::string checkBody(const json::object& response, const Reply& reply)
{
    const std::string type = reply.header("Content-Type");
    const std::string media = type.substr(0, type.find(';'));
    const json::value* content = response.if_contains("content");
    if (content == nullptr)
        return reply.body.empty() && (media.empty() || reply.status == 304) ? std::string() : "a body where none is told of";
    const json::value* told = content->as_object().if_contains(media);
    if (content->as_object().contains("*/*"))
        return {}; // a file, of whatever type
    if (told == nullptr)
        return "the media type " + media + " is not told of";
    if (reply.body.empty() || media.find("json") == media.npos || media == "application/jsonl")
        return {};
    boost::system::error_code failure;
    const json::value body = json::parse(reply.body, failure);
    return failure ? "the body is no JSON" : check(told->at("schema").as_object(), body, "the body");
}

} // namespace

std::string breachOf(std::string_view method, std::string_view target, const Reply& reply)
{
    std::string name(method == "HEAD" ? "GET" : method);
    std::ranges::transform(name, name.begin(), [](char c) { return static_cast<char>(c | 0x20); });
    const json::object* path = pathOf(target.substr(0, target.find('?')));
    const json::value* operation = path != nullptr ? path->if_contains(name) : nullptr;
    if (operation == nullptr || reply.status == 0)
        return {};
    const json::value* response = operation->at("responses").as_object().if_contains(std::to_string(reply.status));
    std::string wrong = response == nullptr ? "the status is not told of" : checkBody(resolved(response->as_object()), reply);
    if (wrong.empty())
        return wrong;
    return std::string(method).append(" ").append(target).append(", ") + std::to_string(reply.status) + ": " + wrong + "\n" +
           reply.body.substr(0, 1000);
}

std::string breachOfSchema(std::string_view schema, std::string_view text)
{
    const json::object reference{{"$ref", std::string("#/components/schemas/").append(schema)}};
    return check(reference, json::parse(text), "it");
}

} // namespace sallyport::test
