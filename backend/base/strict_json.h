#pragma once

#include "backend/base/result.h"

#include <boost/json/fwd.hpp>
#include <boost/json/value.hpp>

#include <cstddef>
#include <string_view>

namespace sallyport {

/// Objects and arrays inside each other at most.
inline constexpr std::size_t jsonDepthLimit = 32;
/// Members of one object, and elements of one array, at most: far above any document of ours.
inline constexpr std::size_t jsonMemberLimit = 4096;
inline constexpr std::size_t jsonElementLimit = 65536;

/// One JSON document (RFC 8259) of at most `maxBytes`, and nothing after it. Refused with BadRequest: more bytes, more
/// depth, duplicate member names, numbers beyond a double (1e999), NaN and other extensions, ill-formed UTF-8, lone
/// surrogates, trailing bytes. The detail names the rule, never the input.
Result<boost::json::value> parseStrictJson(std::string_view text, std::size_t maxBytes);

} // namespace sallyport
