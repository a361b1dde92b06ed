#pragma once

#include <string_view>

namespace sallyport::records {

/// True if HTML has, or had, that attribute for that element; both in lower case. What isn't allowed in rich text counts, too:
/// the question is whether somebody wrote a tag.
bool isHtmlAttribute(std::string_view element, std::string_view attribute) noexcept;

} // namespace sallyport::records
