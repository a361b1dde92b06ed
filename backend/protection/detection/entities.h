#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sallyport::protection::detection {

/// A code point and how many bytes stood for it; 0 bytes if there was nothing.
struct CodedPoint {
    std::uint32_t point = 0;
    std::size_t bytes = 0;
};

/// The entity that `text` begins with: `&#60;` `&#x3c` `&lt;`, those by name that become ASCII.
CodedPoint readEntity(std::string_view text) noexcept;

/// The form of an ASCII character that `text` begins with: full width, circled, other slashes, overlong UTF-8. Point 0 with some
/// bytes: something that can't be seen and is left out.
CodedPoint readForm(std::string_view text) noexcept;

} // namespace sallyport::protection::detection
