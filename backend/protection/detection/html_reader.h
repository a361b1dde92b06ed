#pragma once

#include <cstddef>
#include <string_view>

namespace sallyport::protection::detection {

/// A tag as a lenient browser reads it.
struct HtmlTag {
    std::size_t begin = 0; ///< of `<`
    std::size_t nameEnd = 0;
    std::string_view name; ///< without control bytes around it
    bool closing = false;
};

struct HtmlAttribute {
    std::string_view name;
    std::string_view value; ///< without its quotes
    std::size_t begin = 0;
    std::size_t end = 0;
    bool hasValue = false;
};

/// The tag that may begin at `at`, where a `<` stands. Name empty: it is none.
HtmlTag readTag(std::string_view text, std::size_t at) noexcept;
/// The next attribute from `at` on; false at the tag's end. Reads at most `limit` bytes of one.
bool readAttribute(std::string_view text, std::size_t& at, HtmlAttribute& attribute) noexcept;

/// Whether a value is the address of a script: `javascript:`, `data:text/html`, with whatever browsers leave out in between.
bool isScriptAddress(std::string_view value) noexcept;
/// Whether a name is that of an event handler: `on` and an event that browsers have.
bool isHandlerName(std::string_view name) noexcept;
/// Whether a text looks like script: a call, an assignment of a member, a template.
bool looksLikeScript(std::string_view text) noexcept;

} // namespace sallyport::protection::detection
