#include "backend/records/rich_text/allowed_markup.h"

#include "backend/base/utf8.h"
#include "backend/records/rich_text/ascii_letters.h"

#include <algorithm>
#include <array>

namespace sallyport::records {

namespace {

constexpr std::array keptTags{
    GUMBO_TAG_A,      GUMBO_TAG_ABBR,  GUMBO_TAG_B,   GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BR,    GUMBO_TAG_CAPTION, GUMBO_TAG_CITE,
    GUMBO_TAG_CODE,   GUMBO_TAG_DD,    GUMBO_TAG_DEL, GUMBO_TAG_DFN,        GUMBO_TAG_DIV,   GUMBO_TAG_DL,      GUMBO_TAG_DT,
    GUMBO_TAG_EM,     GUMBO_TAG_H1,    GUMBO_TAG_H2,  GUMBO_TAG_H3,         GUMBO_TAG_H4,    GUMBO_TAG_H5,      GUMBO_TAG_H6,
    GUMBO_TAG_HR,     GUMBO_TAG_I,     GUMBO_TAG_INS, GUMBO_TAG_KBD,        GUMBO_TAG_LI,    GUMBO_TAG_MARK,    GUMBO_TAG_OL,
    GUMBO_TAG_P,      GUMBO_TAG_PRE,   GUMBO_TAG_Q,   GUMBO_TAG_S,          GUMBO_TAG_SAMP,  GUMBO_TAG_SMALL,   GUMBO_TAG_SPAN,
    GUMBO_TAG_STRONG, GUMBO_TAG_SUB,   GUMBO_TAG_SUP, GUMBO_TAG_TABLE,      GUMBO_TAG_TBODY, GUMBO_TAG_TD,      GUMBO_TAG_TFOOT,
    GUMBO_TAG_TH,     GUMBO_TAG_THEAD, GUMBO_TAG_TR,  GUMBO_TAG_U,          GUMBO_TAG_UL,    GUMBO_TAG_VAR,     GUMBO_TAG_WBR,
};

constexpr std::array blocks{
    GUMBO_TAG_ADDRESS,  GUMBO_TAG_ARTICLE,    GUMBO_TAG_ASIDE,     GUMBO_TAG_CENTER, GUMBO_TAG_DETAILS, GUMBO_TAG_DIR,
    GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_FIGURE,    GUMBO_TAG_FOOTER, GUMBO_TAG_FORM,    GUMBO_TAG_HEADER,
    GUMBO_TAG_HGROUP,   GUMBO_TAG_MAIN,       GUMBO_TAG_MENU,      GUMBO_TAG_NAV,    GUMBO_TAG_SECTION, GUMBO_TAG_SUMMARY,
    GUMBO_TAG_LISTING,  GUMBO_TAG_XMP,        GUMBO_TAG_PLAINTEXT,
};

/// Those of `keptTags` that begin a line.
constexpr std::array lines{
    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_BR, GUMBO_TAG_CAPTION, GUMBO_TAG_DD,  GUMBO_TAG_DIV,   GUMBO_TAG_DL, GUMBO_TAG_DT,
    GUMBO_TAG_H1,         GUMBO_TAG_H2, GUMBO_TAG_H3,      GUMBO_TAG_H4,  GUMBO_TAG_H5,    GUMBO_TAG_H6, GUMBO_TAG_HR,
    GUMBO_TAG_LI,         GUMBO_TAG_OL, GUMBO_TAG_P,       GUMBO_TAG_PRE, GUMBO_TAG_TABLE, GUMBO_TAG_TR, GUMBO_TAG_UL,
};

/// Elements that the parser doesn't know by name, being younger, obsolete or of other languages.
constexpr std::array<std::string_view, 14> knownNames{"animate", "circle", "dialog", "fencedframe", "g",   "path", "picture",
                                                      "portal",  "rect",   "search", "slot",        "use", "xss",  "menuitem"};

template <typename List>
bool has(const List& list, GumboTag tag) noexcept
{
    return std::find(list.begin(), list.end(), tag) != list.end();
}

/// The name as it stands in the source behind `<`.
std::string_view sourceName(const GumboElement& element) noexcept
{
    std::string_view tag(element.original_tag.data, element.original_tag.data ? element.original_tag.length : 0);
    if (tag.size() < 2 || tag.front() != '<')
        return {};
    tag.remove_prefix(1);
    return tag.substr(0, tag.find_first_of("\t\n\f\r />"));
}

/// Somebody meant an element: it has an end tag of its own, or an attribute with a value.
bool isWrittenOut(const GumboElement& element) noexcept
{
    if (!ownEndTag(element).empty())
        return true;
    for (unsigned i = 0; i < element.attributes.length; ++i)
        if (*static_cast<const GumboAttribute*>(element.attributes.data[i])->value != '\0')
            return true;
    return false;
}

/// `o:p` and `st1:place`, which Word and its like paste. `std::vector`, `localhost:8080` and the `xs:element` of somebody's XML
/// are words.
bool isOfficeElement(std::string_view name, bool writtenOut) noexcept
{
    const std::size_t colon = name.find(':');
    const std::string prefix = toLowerAscii(name.substr(0, colon));
    const std::string_view local = name.substr(colon + 1);
    if (local.empty() || !isLetter(local.front()) || !std::all_of(local.begin(), local.end(), isAlphanumeric))
        return false;
    for (const std::string_view always : {"o", "w", "v", "w10", "st1", "st2"})
        if (prefix == always)
            return true;
    for (const std::string_view often : {"m", "x", "p", "dt"}) // `<m:n>` is a ratio
        if (prefix == often)
            return writtenOut;
    return false;
}

bool isNumber(std::string_view value, std::size_t digits) noexcept
{
    return !value.empty() && value.size() <= digits &&
           std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isLanguage(std::string_view value) noexcept
{
    return value.size() <= 35 && std::all_of(value.begin(), value.end(), [](char c) { return isAlphanumeric(c) || c == '-'; });
}

/// `language-cpp`: how blocks of code name what they are written in.
bool isCodeLanguage(std::string_view value) noexcept
{
    constexpr std::string_view prefix = "language-";
    if (value.substr(0, prefix.size()) != prefix || value.size() == prefix.size() || value.size() > 48)
        return false;
    return std::all_of(value.begin() + prefix.size(), value.end(),
                       [](char c) { return isAlphanumeric(c) || c == '-' || c == '+' || c == '#' || c == '.'; });
}

/// What, put where it isn't read as an attribute, would end something: some readers take such attributes for attacks.
bool isPlainTitle(std::string_view value) noexcept
{
    if (value.size() > 1024)
        return false;
    for (const std::string_view end : {"</", "-->", "--!>", "]>", "<!", "<?"})
        if (value.find(end) != std::string_view::npos)
            return false;
    return std::none_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

template <typename... Words>
bool isOneOf(std::string_view value, Words... words) noexcept
{
    return ((value == words) || ...);
}

} // namespace

ElementFate elementFate(const GumboElement& element) noexcept
{
    const GumboTag tag = element.tag;
    if (tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE)
        return ElementFate::Drop;
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML)
        return ElementFate::Unwrap;
    if (has(keptTags, tag))
        return ElementFate::Keep;
    if (has(blocks, tag))
        return ElementFate::Block;
    if (tag != GUMBO_TAG_UNKNOWN)
        return ElementFate::Unwrap;
    // `<user@example.com>`, `<filename>`, `<file-name>`, `<https://example.com>` are words; `<o:p>` and
    // `<my-widget></my-widget>` are elements of somebody's.
    const std::string_view name = sourceName(element);
    if (name.empty())
        return ElementFate::Unwrap;
    const bool writtenOut = isWrittenOut(element);
    const bool known = std::find(knownNames.begin(), knownNames.end(), toLowerAscii(name)) != knownNames.end();
    const bool custom = name.find('-') != std::string_view::npos &&
                        std::all_of(name.begin(), name.end(), [](char c) { return isAlphanumeric(c) || c == '-'; });
    const bool office = name.find(':') != std::string_view::npos && isOfficeElement(name, writtenOut);
    return office || ((known || custom) && writtenOut) ? ElementFate::Unwrap : ElementFate::ReadLiterally;
}

std::string_view ownEndTag(const GumboElement& element) noexcept
{
    const GumboStringPiece& end = element.original_end_tag;
    const std::string_view tag(end.data ? end.data : "", end.data ? end.length : 0);
    const std::string_view name = sourceName(element);
    if (name.empty() || tag.size() < 2 + name.size() || toLowerAscii(tag.substr(2, name.size())) != toLowerAscii(name))
        return {};
    const std::size_t behind = 2 + name.size();
    return behind < tag.size() && (isBlank(tag[behind]) || tag[behind] == '/' || tag[behind] == '>') ? tag : std::string_view();
}

std::string_view keptName(const GumboElement& element) noexcept
{
    return has(keptTags, element.tag) ? gumbo_normalized_tagname(element.tag) : "div";
}

std::string shownAttributeName(std::string_view name)
{
    std::string shown;
    for (const char c : name.substr(0, 32))
        shown += isAlphanumeric(c) || c == '-' || c == ':' || c == '_' ? c : '?';
    return toLowerAscii(shown);
}

std::string shownElementName(const GumboElement& element)
{
    if (element.tag_namespace == GUMBO_NAMESPACE_HTML && element.tag != GUMBO_TAG_UNKNOWN)
        return gumbo_normalized_tagname(element.tag);
    return shownAttributeName(sourceName(element));
}

bool isVoidElement(GumboTag tag) noexcept
{
    return tag == GUMBO_TAG_BR || tag == GUMBO_TAG_HR || tag == GUMBO_TAG_WBR;
}

bool isBlockElement(GumboTag tag) noexcept
{
    return has(lines, tag) || has(blocks, tag);
}

bool isLinkAttribute(std::string_view name) noexcept
{
    return isOneOf(name, "href", "cite", "src", "action", "formaction", "poster", "background", "xlink:href", "data", "srcset");
}

std::optional<std::string> allowedAddress(std::string_view value)
{
    value = trimAscii(value);
    if (value.size() > 2048)
        return std::nullopt;
    if (std::any_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }))
        return std::nullopt;
    for (const std::string_view end : {"</", "-->", "--!>", "]>"})
        if (value.find(end) != std::string_view::npos)
            return std::nullopt;
    const std::string start = toLowerAscii(value.substr(0, 9));
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (start.substr(0, scheme.size()) != scheme)
            continue;
        const bool host =
            value.size() > scheme.size() && std::string_view("/\\?#").find(value[scheme.size()]) == std::string_view::npos;
        return host ? std::optional<std::string>(value) : std::nullopt;
    }
    for (const std::string_view scheme : {"mailto:", "tel:"})
        if (start.substr(0, scheme.size()) == scheme && value.size() > scheme.size())
            return std::string(value);
    return std::nullopt;
}

std::optional<std::string> allowedValue(GumboTag tag, std::string_view name, std::string_view value)
{
    const auto when = [&](bool allowed) { return allowed ? std::optional<std::string>(value) : std::nullopt; };
    if (name == "title")
        return when(isPlainTitle(value));
    if (name == "lang")
        return when(isLanguage(value));
    if (name == "dir")
        return when(isOneOf(value, "ltr", "rtl", "auto"));
    if (name == "href" && tag == GUMBO_TAG_A)
        return allowedAddress(value);
    if (name == "cite" && (tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_Q || tag == GUMBO_TAG_DEL || tag == GUMBO_TAG_INS))
        return allowedAddress(value);
    if (name == "class" && tag == GUMBO_TAG_CODE)
        return when(isCodeLanguage(value));
    if (tag == GUMBO_TAG_OL && name == "start")
        return when(isNumber(value, 6));
    if (tag == GUMBO_TAG_OL && name == "reversed")
        return when(value.empty());
    if (tag == GUMBO_TAG_OL && name == "type")
        return when(isOneOf(value, "1", "a", "A", "i", "I"));
    if (tag == GUMBO_TAG_LI && name == "value")
        return when(isNumber(value, 6));
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) {
        if (name == "colspan" || name == "rowspan")
            return when(isNumber(value, 3));
        if (name == "scope" && tag == GUMBO_TAG_TH)
            return when(isOneOf(value, "row", "col", "rowgroup", "colgroup"));
    }
    return std::nullopt;
}

} // namespace sallyport::records
