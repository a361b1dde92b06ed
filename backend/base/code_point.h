#pragma once

#include <cstddef>
#include <string_view>

namespace sallyport {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0; ///< in bytes; 0: the byte at this place begins no well-formed sequence
};
/// The code point at the start of `text`, which isn't empty, by the table of well-formed sequences (Unicode §3.9, table 3-7).
CodePoint firstCodePoint(std::string_view text) noexcept;

} // namespace sallyport
