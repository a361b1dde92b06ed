#pragma once

#include <gumbo.h>

#include <optional>
#include <string>
#include <string_view>

namespace sallyport::records {

/// What becomes of an element of HTML's own namespace.
enum class ElementFate {
    Keep,
    Unwrap,       ///< its children stay
    Block,        ///< a <div> takes its place, so that its words don't run into its neighbours'
    Drop,         ///< goes with all that is in it
    ReadLiterally ///< no element at all, but what somebody wrote between < and >
};

/// The one table of what rich text may have. `docs/guide/comments.md` lists it.
ElementFate elementFate(const GumboElement& element) noexcept;

/// The end tag that somebody wrote for it; empty if it ends with something else's, or with the text.
std::string_view ownEndTag(const GumboElement& element) noexcept;

/// The name of an element that is kept (or the <div> of a block).
std::string_view keptName(const GumboElement& element) noexcept;
/// The name for people: that of the source, of unknown elements too; 32 letters, digits and hyphens at most.
std::string shownElementName(const GumboElement& element);
std::string shownAttributeName(std::string_view name);

/// Has neither content nor an end tag.
bool isVoidElement(GumboTag tag) noexcept;
/// Ends a line of what is read.
bool isBlockElement(GumboTag tag) noexcept;

/// The value that the attribute keeps, as it means (not escaped), or nothing if it goes.
std::optional<std::string> allowedValue(GumboTag tag, std::string_view name, std::string_view value);

/// True for attributes whose value is a link.
bool isLinkAttribute(std::string_view name) noexcept;

/// An address that may stand in a link: http, https, mailto and tel, written out, without control characters. Spaces around it
/// are left out, as browsers do.
std::optional<std::string> allowedAddress(std::string_view value);

} // namespace sallyport::records
