#pragma once

#include "backend/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::settings {

// What browsers are told, as settings write it: origins of other pages, methods, names of fields.
// Every error is InvalidArgument with a sentence that says what would be accepted; the rejected text is not repeated.

/// Exact origins as a browser sends them, `https://app.example.com, http://localhost:3000`, in lower case, each once and without
/// a port that goes without saying. Neither `*` nor `null`: an answer is for pages that somebody has named. At most 32.
Result<std::vector<std::string>> parseAllowedOrigins(std::string_view text);
/// `GET, POST`: methods that this server has, each once.
Result<std::vector<std::string>> parseMethods(std::string_view text);
/// `Authorization, X-API-Key`: names of fields (RFC 9110 §5.1), each once; no `*`, which would not mean Authorization. At
/// most 32.
Result<std::vector<std::string>> parseFieldNames(std::string_view text);

inline constexpr std::size_t originListLimit = 2'048; ///< bytes
inline constexpr std::size_t fieldNamesLimit = 1'024; ///< bytes

} // namespace sallyport::settings
