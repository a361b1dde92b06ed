#include "backend/api/query_rules.h"

#include "backend/api/query_text.h"
#include "backend/base/nearest_word.h"
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"

#include <boost/json.hpp>

#include <algorithm>
#include <charconv>

namespace sallyport::api {
namespace {

constexpr std::size_t queryMistakes = 32;
constexpr std::size_t parameterBytes = 65536;
constexpr std::size_t wordLength = 64; // characters of a number, a truth value or one of some words, and of a name of ours

Error declaration(std::string_view operation, std::string_view name, std::string_view mistake)
{
    return makeError(ErrorCode::Internal,
                     std::string("Parameter ").append(name).append(" of ").append(operation).append(": ").append(mistake));
}

/// Characters that a value may have; nothing for a text without a bound.
std::optional<std::size_t> longestOf(const boost::json::object& schema)
{
    const boost::json::value* type = schema.if_contains("type");
    if (type == nullptr || !type->is_string())
        return std::nullopt;
    if (const boost::json::value* limit = schema.if_contains("maxLength")) {
        const auto number = boost::json::try_value_to<std::size_t>(*limit);
        return number ? std::optional(*number) : std::nullopt;
    }
    const bool bounded = type->get_string() != "string" || schema.contains("enum");
    return bounded ? std::optional(wordLength) : std::nullopt;
}

/// A name that somebody has meant for one of ours; another is not repeated in an answer.
bool looksLikeName(std::string_view name)
{
    return !name.empty() && name.size() <= wordLength && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    });
}

FieldError unknown(const std::optional<std::string>& name, const std::vector<std::string_view>& known)
{
    const std::string_view told = name && looksLikeName(*name) ? std::string_view(*name) : std::string_view();
    return {std::string(told), "Is no parameter of this route; " + nearestHint(told, known), "unknown"};
}

/// The words that a value must be one of; none: it is no word, or any.
std::vector<std::string> wordsOf(const boost::json::object& schema)
{
    std::vector<std::string> words;
    if (schema.at("type") == "boolean")
        return {"true", "false"};
    const boost::json::value* const list = schema.if_contains("enum");
    if (list == nullptr || !list->is_array())
        return words;
    for (const boost::json::value& word : list->get_array()) {
        if (word.is_string())
            words.emplace_back(word.get_string());
    }
    return words;
}

/// What is wrong with the text of a whole number: rule and message; nothing if it is one within the bounds.
std::optional<std::pair<std::string_view, std::string>> numberMistake(std::string_view text, std::int64_t least,
                                                                      std::int64_t most)
{
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size())
        return std::pair(std::string_view("type"), std::string("Not a whole number"));
    if (number >= least && number <= most)
        return std::nullopt;
    return std::pair(std::string_view(number < least ? "minimum" : "maximum"),
                     "Must be between " + std::to_string(least) + " and " + std::to_string(most));
}

} // namespace

Result<QueryRules> QueryRules::compile(const Endpoints& endpoints)
{
    QueryRules rules;
    for (const Route& route : endpoints.routes) {
        std::vector<Rule>& of = rules.m_rules[route.operation];
        for (const QueryParameter& parameter : route.query) {
            SALLYPORT_ASSIGN(const boost::json::value schema,
                             parseStrictJson(withParts(parameter.schema, endpoints.parts), parameterBytes));
            const auto longest = schema.is_object() ? longestOf(schema.get_object()) : std::nullopt;
            if (!longest)
                return declaration(route.operation, parameter.name, "a text without maxLength or enum");
            if (std::ranges::find(of, parameter.name, &Rule::name) != of.end())
                return declaration(route.operation, parameter.name, "declared twice");
            Rule rule{parameter.name, *longest, wordsOf(schema.get_object())};
            const boost::json::object& object = schema.get_object();
            const boost::json::value *least = object.if_contains("minimum"), *most = object.if_contains("maximum");
            rule.isNumber = object.at("type") == "integer";
            if (rule.isNumber && least != nullptr)
                rule.least = least->to_number<std::int64_t>();
            if (rule.isNumber && most != nullptr)
                rule.most = most->to_number<std::int64_t>();
            of.push_back(std::move(rule));
        }
    }
    return rules;
}

Result<QueryValues> QueryRules::read(const Route& route, std::string_view rawQuery, std::vector<std::string>* passed) const
{
    QueryValues values;
    if (rawQuery.empty())
        return values;
    const auto found = m_rules.find(route.operation);
    if (found == m_rules.end())
        return declaration(route.operation, "?", "the route is not of the table");
    const std::vector<Rule>& rules = found->second;
    Error error(ErrorCode::InvalidArgument, "A query parameter is not acceptable");
    forEachPair(rawQuery, [&](std::string_view rawName, std::string_view rawValue) {
        const auto name = decodeQueryPart(rawName);
        const auto rule = name ? std::ranges::find(rules, *name, &Rule::name) : rules.end();
        if (rule == rules.end()) {
            if (passed != nullptr && !route.foreignQuery && name) {
                if (passed->size() < queryMistakes)
                    passed->push_back(looksLikeName(*name) ? *name : std::string());
            } else if (!route.foreignQuery) {
                std::vector<std::string_view> known;
                for (const Rule& one : rules)
                    known.push_back(one.name);
                error.fields.push_back(unknown(name, known));
            }
            return error.fields.size() < queryMistakes;
        }
        const auto refuse = [&](std::string message, std::string_view word) {
            error.fields.push_back({std::string(rule->name), std::move(message), std::string(word)});
        };
        auto value = decodeQueryPart(rawValue);
        const auto length = value ? codePointCount(*value) : std::nullopt;
        if (std::ranges::find(values, rule->name, &QueryValues::value_type::first) != values.end())
            refuse("Sent more than once", "unique");
        else if (!length)
            refuse("Not well encoded", "encoding");
        else if (*length > rule->longest)
            refuse("May have " + std::to_string(rule->longest) + " characters at most", "maxLength");
        else if (const auto wrong = rule->isNumber ? numberMistake(*value, rule->least, rule->most) : std::nullopt)
            refuse(wrong->second, wrong->first);
        else if (!rule->words.empty() && std::ranges::find(rule->words, *value) == rule->words.end())
            refuse("Is not one of the allowed words; " +
                       nearestHint(*value, std::vector<std::string_view>(rule->words.begin(), rule->words.end())),
                   "enum");
        else
            values.emplace_back(rule->name, std::move(*value));
        return error.fields.size() < queryMistakes;
    });
    if (!error.fields.empty())
        return error;
    return values;
}

} // namespace sallyport::api
