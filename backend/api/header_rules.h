#pragma once

#include "backend/api/route.h"
#include "backend/base/error.h"
#include "backend/http/request.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace sallyport::api {

/// A header field that handlers read, beside credentials, which authentication reads, and what HTTP itself defines for bodies.
struct HeaderParameter {
    std::string_view name;
    std::string_view description;
    std::size_t longest;            ///< bytes, of visible ASCII and blanks
    std::string_view pattern;       ///< for the document; empty: none
    bool (*of)(const Route& route); ///< which routes read it
};

/// All that there are; the document reads the same table.
std::span<const HeaderParameter> headerParameters() noexcept;

/// Every mistake in the fields that the route reads: sent twice (which of them would count?), too long, or with bytes that are
/// none of ASCII. The field is named, its value never repeated.
std::vector<FieldError> headerMistakes(const Route& route, const http::Request& request);

} // namespace sallyport::api
