#include "backend/api/schema_node.h"
#include "backend/base/strict_json.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <set>

namespace sallyport::api {
namespace {

namespace json = boost::json;

constexpr int patternSteps = 4096; ///< of RE2's machine: with more it runs out of its memory and becomes slow

constexpr std::array<std::string_view, 6> forReaders{"title", "description", "examples", "default", "writeOnly", "readOnly"};

Error mistake(std::string_view keyword)
{
    return makeError(ErrorCode::Internal, "JSON Schema: cannot use the keyword '" + std::string(keyword) + "' like this");
}

Result<std::size_t> count(std::string_view keyword, const json::value& value)
{
    const auto number = json::try_value_to<std::size_t>(value);
    if (!number)
        return mistake(keyword);
    return *number;
}

Result<std::vector<std::string>> texts(std::string_view keyword, const json::value& value)
{
    auto list = json::try_value_to<std::vector<std::string>>(value);
    if (!list)
        return mistake(keyword);
    return std::move(*list);
}

bool isForReaders(std::string_view keyword)
{
    return std::ranges::find(forReaders, keyword) != forReaders.end();
}

/// What belongs to one type only: elsewhere it would be read over in silence, and somebody relies on it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> typeOf{{
    {"properties", "object"},
    {"propertyNames", "object"},
    {"required", "object"},
    {"additionalProperties", "object"},
    {"minProperties", "object"},
    {"maxProperties", "object"},
    {"items", "array"},
    {"minItems", "array"},
    {"maxItems", "array"},
    {"uniqueItems", "array"},
    {"minLength", "string"},
    {"maxLength", "string"},
    {"pattern", "string"},
    {"format", "string"},
    {"enum", "string"},
    {"minimum", "number"},
    {"maximum", "number"},
}};

template <typename Number>
bool isCrossed(const std::optional<Number>& least, const std::optional<Number>& most)
{
    return least && most && *least > *most;
}

} // namespace

/// The first keyword that could never do what it says, or empty.
std::string_view SchemaSet::Compiler::mistakeIn(const Node& node, const json::object& schema)
{
    for (const auto& [keyword, type] : typeOf) {
        const bool fits = type == "object"   ? node.object
                          : type == "array"  ? node.array
                          : type == "string" ? node.text
                                             : node.integer || node.number;
        if (schema.contains(keyword) && !fits)
            return keyword;
    }
    // Only text is only text: what else an enumeration lists would be of no use, and of others only texts are compared.
    if (schema.contains("enum") &&
        (node.choices.empty() || node.object || node.array || node.integer || node.number || node.boolean))
        return "enum";
    if (std::set<std::string_view>(node.choices.begin(), node.choices.end()).size() != node.choices.size())
        return "enum";
    if (isCrossed(node.minLength, node.maxLength))
        return "minLength";
    if (isCrossed(node.minItems, node.maxItems))
        return "minItems";
    if (isCrossed(node.minProperties, node.maxProperties))
        return "minProperties";
    if (isCrossed(node.minimum, node.maximum))
        return "minimum";
    if (std::ranges::any_of(node.required, [&](const auto& name) { return !node.additional && !node.properties.contains(name); }))
        return "required";
    return {};
}

Result<SchemaSet::Node> SchemaSet::Compiler::compile(const json::value& schema)
{
    struct Reader {
        Node node;

        Result<void> type(const json::value& value)
        {
            std::vector<std::string> names;
            if (value.is_string())
                names.emplace_back(value.get_string());
            else {
                SALLYPORT_ASSIGN(names, texts("type", value));
            }
            for (const std::string& name : names) {
                bool* flag = name == "object"    ? &node.object
                             : name == "array"   ? &node.array
                             : name == "string"  ? &node.text
                             : name == "integer" ? &node.integer
                             : name == "number"  ? &node.number
                             : name == "boolean" ? &node.boolean
                             : name == "null"    ? &node.null
                                                 : nullptr;
                if (flag == nullptr)
                    return mistake("type");
                *flag = true;
            }
            return names.empty() ? mistake("type") : Result<void>();
        }

        Result<void> structure(std::string_view keyword, const json::value& value)
        {
            if (keyword == "properties") {
                if (!value.is_object())
                    return mistake(keyword);
                for (const auto& member : value.get_object()) {
                    SALLYPORT_ASSIGN(Node child, compile(member.value()));
                    node.properties.emplace(member.key(), std::move(child));
                }
                return {};
            }
            if (keyword == "additionalProperties" && value.is_bool() && !value.get_bool())
                return {};
            SALLYPORT_ASSIGN(Node child, compile(value));
            (keyword == "items"           ? node.items
             : keyword == "propertyNames" ? node.names
                                          : node.additional) = std::make_unique<Node>(std::move(child));
            return {};
        }

        Result<void> textRule(std::string_view keyword, const json::value& value)
        {
            if (!value.is_string())
                return mistake(keyword);
            if (keyword == "format") {
                node.email = value.get_string() == "email" || value.get_string() == "idn-email";
                return node.email ? Result<void>() : mistake(keyword);
            }
            re2::RE2::Options options;
            options.set_log_errors(false);
            node.pattern =
                std::make_unique<re2::RE2>(re2::StringPiece(value.get_string().data(), value.get_string().size()), options);
            return node.pattern->ok() && node.pattern->ProgramSize() <= patternSteps ? Result<void>() : mistake(keyword);
        }

        Result<void> number(std::string_view keyword, const json::value& value)
        {
            if (keyword == "minimum" || keyword == "maximum") {
                if (!value.is_number())
                    return mistake(keyword);
                (keyword == "minimum" ? node.minimum : node.maximum) = exactly(value);
                return {};
            }
            const std::array<std::pair<std::string_view, std::optional<std::size_t>*>, 6> counts{
                {{"minProperties", &node.minProperties},
                 {"maxProperties", &node.maxProperties},
                 {"minLength", &node.minLength},
                 {"maxLength", &node.maxLength},
                 {"minItems", &node.minItems},
                 {"maxItems", &node.maxItems}}};
            const auto place = std::ranges::find(counts, keyword, [](const auto& entry) { return entry.first; });
            if (place == counts.end())
                return mistake(keyword);
            SALLYPORT_ASSIGN(*place->second, count(keyword, value));
            return {};
        }

        Result<void> read(std::string_view keyword, const json::value& value)
        {
            if (isForReaders(keyword))
                return {};
            if (keyword == "type")
                return type(value);
            if (keyword == "properties" || keyword == "items" || keyword == "propertyNames" || keyword == "additionalProperties")
                return structure(keyword, value);
            if (keyword == "pattern" || keyword == "format")
                return textRule(keyword, value);
            if (keyword == "uniqueItems" && value.is_bool()) {
                node.unique = value.get_bool();
                return {};
            }
            if (keyword == "required" || keyword == "enum") {
                SALLYPORT_ASSIGN((keyword == "required" ? node.required : node.choices), texts(keyword, value));
                return {};
            }
            return number(keyword, value);
        }
    };

    if (!schema.is_object())
        return mistake("schema");
    Reader reader;
    for (const auto& member : schema.get_object())
        SALLYPORT_TRY(reader.read(member.key(), member.value()));
    Node& node = reader.node;
    if (node.object && !schema.get_object().contains("additionalProperties"))
        return mistake("additionalProperties");
    node.anything = std::ranges::all_of(schema.get_object(), [](const auto& member) { return isForReaders(member.key()); });
    if (!node.anything && !schema.get_object().contains("type"))
        return mistake("type");
    if (const std::string_view wrong = mistakeIn(node, schema.get_object()); !wrong.empty())
        return mistake(wrong);
    return std::move(reader.node);
}

Result<SchemaSet> SchemaSet::compile(std::span<const Schema> schemas)
{
    auto state = std::make_unique<State>();
    for (const Schema& schema : schemas) {
        SALLYPORT_ASSIGN(const json::value document, parseStrictJson(schema.text, schemaBytes));
        SALLYPORT_ASSIGN(Node node, Compiler::compile(document));
        state->schemas.emplace(schema.name, std::move(node));
    }
    return SchemaSet(std::move(state));
}

} // namespace sallyport::api
