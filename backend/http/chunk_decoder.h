#pragma once

#include "backend/http/chunk_extension.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::http {

/// Decodes a chunked body (RFC 9112 §7.1), strictly: at most 15 hexadecimal digits and nothing but bounded, well-formed
/// extensions after them, CRLF and only CRLF as line end, exactly the announced bytes. Trailer fields are checked, bounded and
/// dropped; they never become header fields. Works byte-exactly over any split of the input.
class ChunkDecoder {
public:
    enum class Outcome : std::uint8_t { NeedMore, Complete, Refused };

    /// Appends decoded bytes to `body` and sets `used` to how much of `bytes` belongs to this body.
    /// `limit` is the longest body allowed; beyond it: Refused with 413.
    Outcome feed(std::string_view bytes, std::uint64_t limit, std::string& body, std::size_t& used);

    int status() const noexcept { return m_status; }
    std::string_view rule() const noexcept { return m_rule; }

private:
    enum class State : std::uint8_t {
        Size,
        Extension,
        SizeLineFeed,
        Data,
        DataCarriageReturn,
        DataLineFeed,
        TrailerStart,
        TrailerName,
        TrailerValue,
        TrailerLineFeed,
        EndLineFeed,
        Done
    };

    bool step(char c, std::uint64_t limit, std::uint64_t have);
    bool size(char c);
    bool extension(char c);
    bool trailer(char c);
    bool refuse(int status, std::string_view rule);

    State m_state = State::Size;
    ChunkExtension m_extension;
    unsigned m_digits = 0;
    std::uint64_t m_left = 0;   ///< bytes of the current chunk still to come
    std::size_t m_overhead = 0; ///< bytes of extensions and trailers so far
    int m_status = 0;
    std::string_view m_rule;
};

} // namespace sallyport::http
