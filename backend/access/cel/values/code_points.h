#pragma once

#include <cstddef>
#include <string_view>

namespace sallyport::access::cel {

/// How many code points a well-formed text has.
std::size_t countCodePoints(std::string_view text) noexcept;
/// The byte at which the code point of that number begins; the size of the text from the last one on.
std::size_t byteOf(std::string_view text, std::size_t number) noexcept;
/// The bytes of the code point at the front of a text that isn't empty.
std::size_t firstLength(std::string_view text) noexcept;
/// As std::string_view::find, in linear time whatever the texts are.
std::size_t findText(std::string_view text, std::string_view part, std::size_t from = 0) noexcept;
/// Without white space of Unicode at both ends.
std::string_view trimmed(std::string_view text) noexcept;

} // namespace sallyport::access::cel
