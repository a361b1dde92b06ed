#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::records {

inline constexpr std::size_t maxRichText = 64 * 1024; ///< bytes, of what comes in and of what comes out
inline constexpr std::size_t maxRichTextDepth = 64;   ///< elements within elements; what is deeper keeps its text

/// What was taken out of a text.
struct RemovedMarkup {
    enum class Kind { Element, Attribute, Link, Comment };
    Kind kind = Kind::Element;
    std::string name; ///< `script`, `onclick`, the scheme of a link; empty for comments
    std::size_t count = 0;
};

struct RichText {
    /// Harmless, by allowed_markup.h; sanitised again it is the same, byte for byte.
    std::string html;
    /// What is read: one line a block, nothing escaped.
    std::string text;
    /// By kind and name, at most 32; what is beyond isn't told.
    std::vector<RemovedMarkup> removed;
};

/// HTML, or a text that somebody typed, with everything taken out that isn't allowed. Words stay: those of elements that aren't
/// allowed, of a tag that never ends, of what only looks like a tag (`<3`, `<user@example.com>`); only scripts, style sheets and
/// comments go with all that is in them. InvalidArgument if it is no UTF-8, LimitReached if it is longer than `maxRichText`,
/// becomes so by being escaped, or needs more memory than such a text may. Thread-safe.
Result<RichText> sanitiseRichText(std::string_view html);

/// `2 scripts, 1 attribute onclick`; empty if nothing was removed. English.
std::string removedText(const std::vector<RemovedMarkup>& removed);

} // namespace sallyport::records
