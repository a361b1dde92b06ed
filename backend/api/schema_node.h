#pragma once

#include "backend/api/schema.h"

#include <boost/json/value.hpp>
#include <re2/re2.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sallyport::api {

/// A number of any kind that JSON's parser gives, without loss.
inline long double exactly(const boost::json::value& number)
{
    if (const auto* whole = number.if_int64())
        return static_cast<long double>(*whole);
    if (const auto* large = number.if_uint64())
        return static_cast<long double>(*large);
    return static_cast<long double>(number.get_double());
}

/// One compiled schema: what is set restricts.
struct SchemaSet::Node {
    bool anything = false; ///< `{}`: no restriction at all
    bool object = false, array = false, text = false, integer = false, number = false, boolean = false, null = false;
    std::map<std::string, Node, std::less<>> properties;
    std::vector<std::string> required;
    std::unique_ptr<Node> names;      ///< what members may be called
    std::unique_ptr<Node> additional; ///< schema of other members; null: none are allowed
    std::optional<std::size_t> minProperties, maxProperties, minLength, maxLength, minItems, maxItems;
    std::optional<long double> minimum, maximum; ///< holds every number of 64 bits as it is
    std::unique_ptr<re2::RE2> pattern;
    bool email = false, unique = false;
    std::vector<std::string> choices;
    std::unique_ptr<Node> items;
};

struct SchemaSet::State {
    std::unordered_map<std::string_view, Node> schemas;
};

struct SchemaSet::Compiler {
    static Result<Node> compile(const boost::json::value& schema);
    static std::string_view mistakeIn(const Node& node, const boost::json::object& schema);
};

} // namespace sallyport::api
