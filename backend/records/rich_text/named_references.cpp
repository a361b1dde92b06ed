#include "backend/records/rich_text/named_references.h"

#include "backend/records/rich_text/ascii_letters.h"
#include "backend/records/rich_text/html_tree.h"

#include <algorithm>
#include <iterator>

namespace sallyport::records {

namespace {

constexpr std::string_view between = "\xee\x80\x80"; ///< U+E000, of private use: no reference means it

} // namespace

std::size_t referenceLength(std::string_view text) noexcept
{
    const auto run = [&](std::size_t from, std::size_t most, auto allowed) -> std::size_t {
        std::size_t at = from;
        while (at < text.size() && at - from < most && allowed(text[at]))
            ++at;
        return at > from && at < text.size() && text[at] == ';' ? at + 1 : 0;
    };
    if (text.size() < 3)
        return 0;
    if (text[1] == '#')
        return text[2] == 'x' || text[2] == 'X' ? run(3, 6, isHexDigit) : run(2, 7, isDigit);
    return isLetter(text[1]) ? run(1, 32, [](char c) { return isLetter(c) || isDigit(c); }) : 0;
}

std::set<std::string, std::less<>> namedReferences(std::string_view text)
{
    std::set<std::string, std::less<>> names;
    for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const std::size_t length = referenceLength(text.substr(at));
        if (length != 0 && text[at + 1] != '#')
            names.emplace(text.substr(at + 1, length - 2));
    }
    if (names.empty())
        return names;
    std::string question;
    for (const std::string& name : names)
        question.append(between).append("&").append(name).append(";");
    question.append(between);
    const Result<HtmlTree> tree = HtmlTree::parse(question);
    std::string answer;
    if (tree) {
        const GumboVector* const children = childrenOf(tree->root());
        for (unsigned i = 0; children && i < children->length; ++i) {
            const auto& node = *static_cast<const GumboNode*>(children->data[i]);
            answer += isElement(node) ? "" : node.v.text.text;
        }
    }
    // What was read whole has no semicolon left, but for `&semi;`, which is one.
    std::size_t at = between.size();
    for (auto name = names.begin(); name != names.end();) {
        const std::size_t end = std::min(answer.find(between, at), answer.size());
        const std::string_view read = std::string_view(answer).substr(std::min(at, end), end - std::min(at, end));
        at = end + between.size();
        const bool whole = !read.empty() && (read == ";" || read.back() != ';');
        name = whole ? std::next(name) : names.erase(name);
    }
    return names;
}

} // namespace sallyport::records
