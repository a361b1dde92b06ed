#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::records {

/// Behind the `>` that ends the tag at `from`; `npos` if it never ends.
std::size_t tagEnd(std::string_view text, std::size_t from) noexcept;

/// The element's name in lower case, as a parser takes it: up to a blank, `/` or `>`. `from` is where it begins. Empty if it is
/// longer than any that HTML has.
std::string tagName(std::string_view text, std::size_t from);

/// True for what stands between `<` and `>` as a tag of HTML's would, and is a comparison or code: `a <b and c > d`,
/// `if (a<b && c>d)`. Its attributes are none of that element's, or operators, and have no value. `tag` begins with `<` and ends
/// with `>`.
bool readsAsComparison(std::string_view tag);

/// True for a name in angle brackets that people write for keys and places, although HTML has an element of that name:
/// `<Del>`, `<Select>`, `<Title>`, `<B>`, `<ins>`. Nothing but the name is in it, with one capital in front; `del` and `ins`, of
/// which nobody forgets the end, in any letters. Not those that need no end tag (`<P>`, `<Li>`, `<Br>`), nor scripts and their
/// like. `tag` begins with `<` and ends with `>`.
bool readsAsName(std::string_view tag);

/// Which start tags of a text have an end tag of their own. Then they were meant as tags, whatever else is in them.
class ClosedTags {
public:
    explicit ClosedTags(std::string_view text);

    /// The start tag whose `<` is at `at`.
    bool has(std::size_t at) const noexcept { return at < m_closed.size() && m_closed[at]; }

private:
    std::vector<bool> m_closed;
};

} // namespace sallyport::records
