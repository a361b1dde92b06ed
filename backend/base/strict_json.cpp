#include "backend/base/long_json.h"

#include <boost/json/array.hpp>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value_stack.hpp>

#include <cmath>
#include <string>

namespace sallyport {
namespace {

namespace json = boost::json;

/// Builds the value as json::parser does, and counts member names on the way: an object keeps one of two equal names,
/// so fewer members in the result than names in the text means that there were duplicates.
template <std::size_t Elements>
struct Handler {
    static constexpr std::size_t max_object_size = jsonMemberLimit;
    static constexpr std::size_t max_array_size = Elements;
    static constexpr std::size_t max_key_size = json::string::max_size();
    static constexpr std::size_t max_string_size = json::string::max_size();

    json::value_stack stack;
    std::size_t names = 0;
    bool overflow = false;

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return true; }
    bool on_object_end(std::size_t count, json::error_code&)
    {
        names += count;
        stack.push_object(count);
        return true;
    }
    bool on_array_begin(json::error_code&) { return true; }
    bool on_array_end(std::size_t count, json::error_code&)
    {
        stack.push_array(count);
        return true;
    }
    bool on_key_part(json::string_view part, std::size_t, json::error_code&)
    {
        stack.push_chars(part);
        return true;
    }
    bool on_key(json::string_view part, std::size_t, json::error_code&)
    {
        stack.push_key(part);
        return true;
    }
    bool on_string_part(json::string_view part, std::size_t, json::error_code&)
    {
        stack.push_chars(part);
        return true;
    }
    bool on_string(json::string_view part, std::size_t, json::error_code&)
    {
        stack.push_string(part);
        return true;
    }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t number, json::string_view, json::error_code&)
    {
        stack.push_int64(number);
        return true;
    }
    bool on_uint64(std::uint64_t number, json::string_view, json::error_code&)
    {
        stack.push_uint64(number);
        return true;
    }
    bool on_double(double number, json::string_view, json::error_code& ec)
    {
        if (!std::isfinite(number)) {
            overflow = true;
            ec = json::error::exponent_overflow;
            return false;
        }
        stack.push_double(number);
        return true;
    }
    bool on_bool(bool flag, json::error_code&)
    {
        stack.push_bool(flag);
        return true;
    }
    bool on_null(json::error_code&)
    {
        stack.push_null();
        return true;
    }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
};

/// Members of all objects in `value`; its depth is bounded by the parser.
std::size_t countMembers(const json::value& value)
{
    std::size_t count = 0;
    if (const json::object* object = value.if_object()) {
        count = object->size();
        for (const auto& member : *object)
            count += countMembers(member.value());
    } else if (const json::array* array = value.if_array()) {
        for (const json::value& element : *array)
            count += countMembers(element);
    }
    return count;
}

Error refused(const std::string& why)
{
    return makeError(ErrorCode::BadRequest, "not acceptable JSON: " + why);
}

template <std::size_t Elements>
Result<json::value> parsed(std::string_view text, std::size_t maxBytes)
{
    if (text.size() > maxBytes)
        return refused("more than " + std::to_string(maxBytes) + " bytes");
    json::parse_options options;
    options.max_depth = jsonDepthLimit;
    json::basic_parser<Handler<Elements>> parser(options);
    parser.handler().stack.reset();
    json::error_code ec;
    const std::size_t consumed = parser.write_some(false, text.data(), text.size(), ec);
    if (parser.handler().overflow)
        return refused("a number is too large");
    if (ec)
        return refused(ec.message());
    if (consumed < text.size())
        return refused("bytes after the end of the document");
    const std::size_t names = parser.handler().names;
    json::value value = parser.handler().stack.release();
    if (countMembers(value) != names)
        return refused("a member name occurs twice");
    return value;
}

} // namespace

Result<json::value> parseStrictJson(std::string_view text, std::size_t maxBytes)
{
    return parsed<jsonElementLimit>(text, maxBytes);
}

Result<json::value> parseLongJson(std::string_view text, std::size_t maxBytes)
{
    return parsed<longJsonElementLimit>(text, maxBytes);
}

} // namespace sallyport
