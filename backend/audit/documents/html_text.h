#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::audit {

/// Text from wherever as text of an element or value of a quoted attribute: markup is written out, and what could not be seen, or
/// turn the reading direction, stands as an escape (base/shown_text.h).
void appendHtmlText(std::string& to, std::string_view text);
std::string htmlText(std::string_view text);

/// `1 204 000`, with narrow spaces that don't break.
std::string groupedNumber(std::int64_t number);

} // namespace sallyport::audit
