// Rich text: whatever comes in, what comes out is the same sanitised again, and of the characters that begin or end something
// only the allow-list's are left.
#include "backend/records/rich_text/rich_text.h"

#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

const std::set<std::string, std::less<>> allowed{
    "a",     "abbr", "b",     "blockquote", "br",    "caption", "cite", "code",  "dd",   "del",    "dfn", "div", "dl",
    "dt",    "em",   "h1",    "h2",         "h3",    "h4",      "h5",   "h6",    "hr",   "i",      "ins", "kbd", "li",
    "mark",  "ol",   "p",     "pre",        "q",     "s",       "samp", "small", "span", "strong", "sub", "sup", "table",
    "tbody", "td",   "tfoot", "th",         "thead", "tr",      "u",    "ul",    "var",  "wbr"};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace sallyport::records;
    const auto rich = sanitiseRichText(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!rich)
        return 0;
    const std::string_view html = rich->html;
    require(html.size() <= maxRichText);
    for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        std::size_t name = at + 1;
        if (html.substr(name, 1) == "/")
            ++name;
        const std::size_t end = html.find_first_of(" >", name);
        require(end != std::string_view::npos && allowed.count(html.substr(name, end - name)) == 1);
    }
    const auto again = sanitiseRichText(html);
    require(again.has_value() && again->html == html);
    return 0;
}
