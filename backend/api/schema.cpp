#include "backend/api/schema.h"

#include "backend/api/schema_node.h"
#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"

#include <boost/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

namespace sallyport::api {
namespace {

namespace json = boost::json;

constexpr std::size_t mistakeLimit = 32;
constexpr std::size_t emailLength = 254;
constexpr std::size_t localLength = 64;
constexpr std::size_t labelLength = 63;

bool isAsciiWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// A part between the dots of a domain, in letters of any script (each of which has no byte below 0x80).
bool isDomainLabel(std::string_view label)
{
    const std::optional<std::size_t> letters = codePointCount(label);
    return letters && *letters >= 1 && *letters <= labelLength && label.front() != '-' && label.back() != '-' &&
           isPrintableText(label) &&
           std::ranges::all_of(label, [](char c) { return isAsciiWord(c) || c == '-' || (c & 0x80) != 0; });
}

/// A practical mailbox: what a sign-in name may be. The service has the last word. By hand: RE2 writes each repeated
/// class of Unicode out, which makes an expression of two lines a program of 180,000 steps.
bool isEmail(std::string_view text)
{
    constexpr std::string_view signs = ".!#$%&'*+/=?^_`{|}~-";
    const std::size_t at = text.find('@');
    if (text.size() > emailLength || at == text.npos || at == 0 || at > localLength)
        return false;
    if (!std::ranges::all_of(text.substr(0, at), [&](char c) { return isAsciiWord(c) || signs.find(c) != signs.npos; }))
        return false;
    std::string_view rest = text.substr(at + 1);
    for (std::size_t dot = 0; (dot = rest.find('.')) != rest.npos; rest.remove_prefix(dot + 1))
        if (!isDomainLabel(rest.substr(0, dot)))
            return false;
    return isDomainLabel(rest);
}

bool isWhole(const json::value& value)
{
    return value.is_int64() || value.is_uint64() || (value.is_double() && std::trunc(value.get_double()) == value.get_double());
}

/// The same text for what JSON Schema calls equal (2020-12 core §4.2.2): 1 and 1.0, and members in any order.
std::string sameTextOf(const json::value& value)
{
    if (const json::object* object = value.if_object()) {
        std::set<std::string> members;
        for (const auto& member : *object)
            members.insert(json::serialize(json::string(member.key())) + ":" + sameTextOf(member.value()));
        std::string text = "{";
        for (const std::string& member : members)
            text.append(member).append(",");
        return text + "}";
    }
    if (const json::array* array = value.if_array()) {
        std::string text = "[";
        for (const json::value& element : *array)
            text.append(sameTextOf(element)).append(",");
        return text + "]";
    }
    constexpr double most = 9e15; // beyond, a double has no fractions and JSON's parser no integers that equal it
    if (value.is_double() && isWhole(value) && std::abs(value.get_double()) < most)
        return std::to_string(static_cast<std::int64_t>(value.get_double()));
    return json::serialize(value);
}

/// A name that our schemas could have; another is not repeated in an answer.
bool isMemberName(std::string_view name)
{
    return name.size() <= 40 && !name.empty() && std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
           });
}

} // namespace

struct SchemaSet::Run {
    std::vector<FieldError> mistakes;

    void add(const std::string& field, std::string message, std::string_view rule)
    {
        if (mistakes.size() < mistakeLimit)
            mistakes.push_back({field, std::move(message), std::string(rule)});
    }

    static std::string join(const std::string& path, std::string_view part)
    {
        return path.empty() ? std::string(part) : path + "." + std::string(part);
    }

    static bool typeFits(const Node& node, const json::value& value)
    {
        switch (value.kind()) {
        case json::kind::object: return node.object;
        case json::kind::array: return node.array;
        case json::kind::string: return node.text;
        case json::kind::bool_: return node.boolean;
        case json::kind::null: return node.null;
        case json::kind::int64:
        case json::kind::uint64:
        case json::kind::double_: return node.number || (node.integer && isWhole(value));
        }
        return false;
    }

    static std::string typeText(const Node& node)
    {
        std::string text;
        const auto add = [&text](bool flag, std::string_view name) {
            if (flag)
                text.append(text.empty() ? "" : " or ").append(name);
        };
        add(node.object, "an object");
        add(node.array, "an array");
        add(node.text, "a text");
        add(node.integer, "a whole number");
        add(node.number, "a number");
        add(node.boolean, "true or false");
        add(node.null, "null");
        return text;
    }

    void check(const Node& node, const json::value& value, const std::string& path)
    {
        if (node.anything)
            return;
        if (!typeFits(node, value))
            return add(path, "Must be " + typeText(node), "type");
        if (value.is_object())
            checkObject(node, value.get_object(), path);
        else if (value.is_array())
            checkArray(node, value.get_array(), path);
        else if (value.is_string())
            checkText(node, value.get_string(), path);
        else if (value.is_number())
            checkNumber(node, exactly(value), path);
    }

    static bool isNameAllowed(const Node& node, std::string_view name)
    {
        if (!node.names)
            return true;
        Run run;
        run.check(*node.names, json::value(name), {});
        return run.mistakes.empty();
    }

    void checkObject(const Node& node, const json::object& object, const std::string& path)
    {
        for (const std::string& name : node.required) {
            if (!object.contains(name))
                add(join(path, name), "Is required", "required");
        }
        if (node.minProperties && object.size() < *node.minProperties)
            add(path, "Needs at least " + std::to_string(*node.minProperties) + " member", "minProperties");
        if (node.maxProperties && object.size() > *node.maxProperties)
            return add(path, "May have " + std::to_string(*node.maxProperties) + " members at most", "maxProperties");
        for (const auto& member : object) {
            if (!isPrintableText(member.key())) {
                add(path, "A name in it has characters that no name may have", "unicode");
                continue;
            }
            const auto known = node.properties.find(std::string_view(member.key()));
            if (known != node.properties.end() && isNameAllowed(node, member.key()))
                check(known->second, member.value(), join(path, member.key()));
            else if (known == node.properties.end() && node.additional && isNameAllowed(node, member.key()))
                check(*node.additional, member.value(), isMemberName(member.key()) ? join(path, member.key()) : path);
            else
                add(isMemberName(member.key()) ? join(path, member.key()) : path, "Unknown member", "additionalProperties");
        }
    }

    /// A member that no `properties` names, where no others are allowed.
    static bool isUnknown(const Node& node, std::string_view name)
    {
        return node.properties.find(name) == node.properties.end() && !node.additional && isPrintableText(name);
    }

    static void removeUnknown(const Node& node, json::value& value, const std::string& path, std::vector<std::string>& removed)
    {
        if (node.anything)
            return;
        if (json::array* array = value.if_array(); array != nullptr && node.array && node.items)
            for (std::size_t i = 0; i < array->size(); ++i)
                removeUnknown(*node.items, (*array)[i], join(path, std::to_string(i)), removed);
        json::object* object = value.if_object();
        if (object == nullptr || !node.object)
            return;
        std::vector<std::string> unknown;
        for (auto& member : *object) {
            const std::string_view name = member.key();
            const std::string place = isMemberName(name) ? join(path, name) : path;
            if (isUnknown(node, name)) {
                unknown.emplace_back(name);
                if (removed.size() < mistakeLimit)
                    removed.push_back(place);
            } else if (const auto known = node.properties.find(name); known != node.properties.end()) {
                removeUnknown(known->second, member.value(), place, removed);
            } else if (node.additional) {
                removeUnknown(*node.additional, member.value(), place, removed);
            }
        }
        for (const std::string& name : unknown)
            object->erase(name);
    }

    void checkArray(const Node& node, const json::array& array, const std::string& path)
    {
        if (node.minItems && array.size() < *node.minItems)
            add(path, "Needs at least " + std::to_string(*node.minItems) + " entries", "minItems");
        if (node.maxItems && array.size() > *node.maxItems)
            return add(path, "May have " + std::to_string(*node.maxItems) + " entries at most", "maxItems");
        std::set<std::string> seen;
        for (std::size_t i = 0; i < array.size(); ++i) {
            if (node.items)
                check(*node.items, array[i], join(path, std::to_string(i)));
            if (node.unique && !seen.insert(sameTextOf(array[i])).second)
                add(join(path, std::to_string(i)), "Is there already", "uniqueItems");
        }
    }

    void checkText(const Node& node, std::string_view text, const std::string& path)
    {
        const std::size_t length = codePointCount(text).value_or(text.size());
        if (node.minLength && length < *node.minLength)
            return add(path, "Must have at least " + std::to_string(*node.minLength) + " characters", "minLength");
        if (node.maxLength && length > *node.maxLength)
            return add(path, "May have " + std::to_string(*node.maxLength) + " characters at most", "maxLength");
        if (!node.choices.empty() && std::ranges::find(node.choices, text) == node.choices.end())
            return add(path, "Is not one of the allowed words", "enum");
        if (node.email && !isEmail(text))
            return add(path, "Must be an e-mail address", "format");
        if (node.pattern && !re2::RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *node.pattern))
            add(path, "Does not have the right form", "pattern");
    }

    void checkNumber(const Node& node, long double number, const std::string& path)
    {
        const auto text = [](long double bound) { return std::to_string(static_cast<std::int64_t>(bound)); };
        if (node.minimum && number < *node.minimum)
            add(path, "Must be at least " + text(*node.minimum), "minimum");
        else if (node.maximum && number > *node.maximum)
            add(path, "May be " + text(*node.maximum) + " at most", "maximum");
    }
};

SchemaSet::SchemaSet(std::unique_ptr<State> state) : m_state(std::move(state)) {}
SchemaSet::SchemaSet(SchemaSet&&) noexcept = default;
SchemaSet::~SchemaSet() = default;

std::vector<FieldError> SchemaSet::validate(std::string_view schema, const json::value& document) const
{
    const auto found = m_state->schemas.find(schema);
    if (found == m_state->schemas.end())
        return {{"", "There is no schema for this", "schema"}};
    Run run;
    run.check(found->second, document, {});
    return std::move(run.mistakes);
}

std::vector<std::string> SchemaSet::removeUnknown(std::string_view schema, json::value& document) const
{
    std::vector<std::string> removed;
    if (const auto found = m_state->schemas.find(schema); found != m_state->schemas.end())
        Run::removeUnknown(found->second, document, {}, removed);
    return removed;
}

Result<std::vector<FieldError>> SchemaSet::validateWith(std::string_view schemaText, const json::value& document)
{
    SALLYPORT_ASSIGN(const json::value schema, parseStrictJson(schemaText, schemaText.size()));
    SALLYPORT_ASSIGN(const Node node, Compiler::compile(schema));
    Run run;
    run.check(node, document, {});
    return std::move(run.mistakes);
}

} // namespace sallyport::api
