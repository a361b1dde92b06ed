#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sallyport {

struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0; ///< in bytes; 0: the byte at this place begins no well-formed sequence
};
/// The code point at the start of `text`, which isn't empty, by the table of well-formed sequences (Unicode §3.9, table 3-7).
CodePoint firstCodePoint(std::string_view text) noexcept;

/// Appends the bytes of one code point: of a surrogate, which is none, those that it would have.
void appendUtf8(std::string& text, char32_t codePoint);

} // namespace sallyport
