#include "backend/records/rich_text/written_tags.h"

#include "backend/base/utf8.h"
#include "backend/records/rich_text/ascii_letters.h"
#include "backend/records/rich_text/html_attributes.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

namespace sallyport::records {

namespace {

constexpr std::size_t longestName = 64;
constexpr std::string_view signs = "<!+-*/%&|^~:"; ///< of operators

/// Elements that are whole without an end tag, and those whose content is never words.
constexpr std::array<std::string_view, 29> endless{
    "br", "hr",    "wbr",    "img",   "li",     "p",        "dt",       "dd",   "tr",       "td",
    "th", "tbody", "thead",  "tfoot", "option", "optgroup", "colgroup", "html", "head",     "body",
    "rp", "rt",    "script", "style", "iframe", "noembed",  "noframes", "xmp",  "plaintext"};

bool endsName(char c) noexcept
{
    return isBlank(c) || c == '/' || c == '>';
}

struct WrittenAttribute {
    std::string_view name, value;
    bool valued = false, quoted = false;
};

/// The next one of a tag, from `at` on, which is moved behind it; no name: there is no more.
WrittenAttribute nextAttribute(std::string_view tag, std::size_t& at) noexcept
{
    const auto skip = [&](auto skipped) {
        while (at < tag.size() && skipped(tag[at]))
            ++at;
    };
    const auto upTo = [&](auto ends) {
        const std::size_t from = at;
        skip([&](char c) { return !ends(c); });
        return tag.substr(from, at - from);
    };
    WrittenAttribute attribute;
    skip([](char c) { return isBlank(c) || c == '/'; });
    const std::size_t begin = at;
    at += at < tag.size() && tag[at] == '=' ? 1 : 0; // belongs to the name there
    upTo([](char c) { return endsName(c) || c == '='; });
    attribute.name = tag.substr(begin, at - begin);
    const std::size_t behind = at;
    skip(isBlank);
    if (at >= tag.size() || tag[at] != '=') {
        at = behind;
        return attribute;
    }
    ++at;
    skip(isBlank);
    attribute.valued = true;
    const char quote = at < tag.size() ? tag[at] : ' ';
    if (quote == '"' || quote == '\'') {
        ++at;
        attribute.quoted = true;
        attribute.value = upTo([&](char c) { return c == quote; });
        at += at < tag.size() ? 1 : 0;
    } else {
        attribute.value = upTo([](char c) { return isBlank(c) || c == '>'; });
    }
    return attribute;
}

/// `&&`, `and`, and the first half of `==` or `<=`, whose `=` a parser takes for that of a value.
bool isOperator(const WrittenAttribute& attribute)
{
    if (attribute.valued)
        return (!attribute.quoted && attribute.value.starts_with('=')) ||
               signs.find(attribute.name.back()) != std::string_view::npos;
    if (std::all_of(attribute.name.begin(), attribute.name.end(),
                    [](char c) { return signs.find(c) != std::string_view::npos || c == '=' || c == '?'; }))
        return true;
    const std::string word = toLowerAscii(attribute.name);
    return word == "and" || word == "or" || word == "xor" || word == "not";
}

} // namespace

std::size_t tagEnd(std::string_view text, std::size_t from) noexcept
{
    char quote = 0;
    bool value = false; // an attribute's value may begin
    for (std::size_t at = from; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            if (c == quote)
                quote = 0;
        } else if (c == '>') {
            return at + 1;
        } else if (value && (c == '"' || c == '\'')) {
            quote = c;
            value = false;
        } else if (c == '=') {
            value = true;
        } else if (!isBlank(c)) {
            value = false;
        }
    }
    return std::string_view::npos;
}

std::string tagName(std::string_view text, std::size_t from)
{
    const std::string_view most = text.substr(from, longestName + 1);
    const auto end = std::find_if(most.begin(), most.end(), endsName);
    const auto length = static_cast<std::size_t>(end - most.begin());
    return length > longestName ? std::string() : toLowerAscii(most.substr(0, length));
}

bool readsAsComparison(std::string_view tag)
{
    const std::string name = tagName(tag, 1);
    bool bare = false, operators = false, known = false;
    std::size_t at = 1 + name.size();
    // A tag without attributes is one; what its element is, elementFate() decides.
    for (tag.remove_suffix(1); at < tag.size();) {
        const WrittenAttribute attribute = nextAttribute(tag, at);
        if (attribute.name.empty()) {
            ++at;
            continue;
        }
        bare = bare || !attribute.valued;
        operators = operators || isOperator(attribute);
        known = known || isHtmlAttribute(name, toLowerAscii(attribute.name));
    }
    return operators || (bare && !known);
}

bool readsAsName(std::string_view tag)
{
    const std::string name = tagName(tag, 1);
    if (name.empty() || !std::all_of(name.begin(), name.end(), isAlphanumeric))
        return false;
    const std::string_view behind = tag.substr(1 + name.size(), tag.size() - name.size() - 2);
    if (!std::all_of(behind.begin(), behind.end(), [](char c) { return isBlank(c) || c == '/'; }))
        return false;
    if (std::find(endless.begin(), endless.end(), name) != endless.end())
        return false;
    const std::string_view written = tag.substr(1, name.size());
    return name == "del" || name == "ins" || (written.front() != name.front() && written.substr(1) == name.substr(1));
}

ClosedTags::ClosedTags(std::string_view text) : m_closed(text.size())
{
    std::map<std::string, std::vector<std::size_t>, std::less<>> open;
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        const bool end = text.substr(at + 1, 1) == "/";
        const std::size_t from = at + (end ? 2 : 1);
        if (from >= text.size() || !isLetter(text[from]))
            continue;
        const std::string name = tagName(text, from);
        if (!end) {
            open[name].push_back(at);
        } else if (const auto found = open.find(name); found != open.end() && !found->second.empty()) {
            m_closed[found->second.back()] = true;
            found->second.pop_back();
        }
    }
}

} // namespace sallyport::records
