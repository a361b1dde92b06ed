#pragma once

#include "backend/base/strict_json.h"

namespace sallyport {

/// Elements of one array at most, where a list is what a document is about.
inline constexpr std::size_t longJsonElementLimit = 10'000'000;

/// As parseStrictJson, with longer arrays.
Result<boost::json::value> parseLongJson(std::string_view text, std::size_t maxBytes);

} // namespace sallyport
