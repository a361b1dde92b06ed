#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sallyport::access::cel {

/// Bytes of a line for evaluateLine() at most.
inline constexpr std::size_t maximumLine = std::size_t{4} << 20;

/// One line of JSON, `{"expr": "x + 1", "bindings": {"x": {"int": "1"}}, "check": true}`, evaluated: `{"value": {"int": "2"}}`,
/// or
/// `{"error": "..."}`. Values as in value_json.h. Names without a binding are unknown; with `check` the expression is checked
/// first, names having the types of their values. Members that it doesn't know are read over. No line end.
std::string evaluateLine(std::string_view line);

} // namespace sallyport::access::cel
