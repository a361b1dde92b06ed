#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sallyport::http {

/// What somebody says who doesn't begin with TLS.
enum class FirstLine : std::uint8_t {
    NeedMore,
    Request,     ///< of HTTP, whatever its version
    HeadRequest, ///< the same, and the answer to it has no body
    NoRequest,
};

/// True for a byte that can begin a request and never a TLS record: a letter, or the end of an empty line before it.
bool mayBeginRequest(char first) noexcept;

/// Judges what has come so far. A line that is longer than `limit` bytes is judged by its beginning.
FirstLine readFirstLine(std::string_view bytes, std::size_t limit) noexcept;

} // namespace sallyport::http
