#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace sallyport::records {

/// The length of what has the form of a character reference at the begin of `text`, with its semicolon (`&copy;`, `&#169;`); 0 if
/// nothing has. Whether HTML has one of that name is another question.
std::size_t referenceLength(std::string_view text) noexcept;

/// Those of the names in `text` (of `&name;`) that HTML's table has with their semicolon. `&timestamp;` isn't one, though a
/// parser finds the old `&times` in it. The parser is asked, whose table it is: once for all of them.
std::set<std::string, std::less<>> namedReferences(std::string_view text);

} // namespace sallyport::records
