#pragma once

#include "backend/api/schema.h"

#include <re2/re2.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace sallyport::api {

/// One compiled schema: what is set restricts.
struct SchemaSet::Node {
    bool anything = false; ///< `{}`: no restriction at all
    bool object = false, array = false, text = false, integer = false, number = false, boolean = false, null = false;
    std::map<std::string, Node, std::less<>> properties;
    std::vector<std::string> required;
    std::unique_ptr<Node> names;      ///< what members may be called
    std::unique_ptr<Node> additional; ///< schema of other members; null: none are allowed
    std::optional<std::size_t> minProperties, maxProperties, minLength, maxLength, minItems, maxItems;
    std::optional<double> minimum, maximum;
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
