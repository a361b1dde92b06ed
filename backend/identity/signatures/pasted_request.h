#pragma once

#include "backend/base/result.h"
#include "backend/identity/signatures/message.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::identity {

inline constexpr std::size_t pastedRequestLimit = 256 * 1024; ///< bytes

/// A request as somebody pastes it: request line, fields, an empty line, the body. Lines end with LF or CRLF; the marks of
/// `curl -v` (`> `) are taken off; a body that is longer than its Content-Length is cut, since editors add line feeds.
struct PastedRequest {
    std::string method;
    std::string target;    ///< path and query
    std::string authority; ///< Host, or of an absolute target
    std::vector<std::pair<std::string, std::string>> fields;
    std::string body;

    /// InvalidArgument says which line is no line of a request.
    [[nodiscard]] static Result<PastedRequest> read(std::string_view text);

    /// Views into this; `room` keeps the list of fields.
    SignedMessage message(std::vector<MessageField>& room) const;
};

} // namespace sallyport::identity
