#pragma once

#include "backend/base/result.h"
#include "backend/protection/inspection/request_parts.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

/// A request as somebody pastes it: a line with method and target, headers, an empty line, a body. Line ends of any kind; without
/// a first line of that form the whole text is one value. The views are into the text.
struct PastedRequest {
    std::string_view method, path, query;
    std::vector<RequestHeader> headers;
    std::string_view mediaType, body;
    bool isValue = false;

    RequestText text() const { return {path, query, headers, mediaType, body}; }
};
inline constexpr std::size_t pastedMost = 128 * 1024; ///< bytes

/// ValidationFailed if it is empty or too long.
[[nodiscard]] Result<PastedRequest> readPasted(std::string_view text);

} // namespace sallyport::protection
