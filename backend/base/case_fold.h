#pragma once

#include <string>
#include <string_view>

namespace sallyport {

/// Well-formed UTF-8 with upper-case letters of the Latin, Greek and Cyrillic alphabets made lower-case, one code point
/// for one. What names and e-mail addresses are sorted, searched and compared by, the same with every database.
std::string foldCase(std::string_view text);

} // namespace sallyport
