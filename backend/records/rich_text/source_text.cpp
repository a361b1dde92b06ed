#include "backend/records/rich_text/source_text.h"

#include "backend/base/utf8.h"
#include "backend/records/rich_text/ascii_letters.h"
#include "backend/records/rich_text/named_references.h"
#include "backend/records/rich_text/written_tags.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sallyport::records {

namespace {

constexpr std::size_t nowhere = std::string_view::npos;

/// Behind what begins with `<!`, `<?` or `</` and no letter.
std::size_t declarationEnd(std::string_view text, std::size_t from) noexcept
{
    if (text.substr(from, 4) == "<!--") {
        if (text.substr(from + 4, 1) == ">")
            return from + 5;
        if (text.substr(from + 4, 2) == "->")
            return from + 6;
        const std::size_t plain = text.find("-->", from + 4);
        const std::size_t odd = text.find("--!>", from + 4);
        return std::min(plain == nowhere ? nowhere : plain + 3, odd == nowhere ? nowhere : odd + 4);
    }
    const std::size_t end = text.find('>', from);
    return end == nowhere ? nowhere : end + 1;
}

/// A comment, `<?php`, or what documents and Word begin with: `<!DOCTYPE`, `<![if`.
bool isDeclaration(std::string_view text)
{
    if (text.size() < 3 || text[1] == '?')
        return text.size() >= 3 && isLetter(text[2]);
    if (text[1] != '!')
        return false;
    if (text.substr(2, 2) == "--" || text[2] == '[')
        return true;
    const std::string word = tagName(text, 2);
    return word == "doctype" || word == "element" || word == "entity" || word == "attlist" || word == "notation";
}

/// Elements whose content isn't markup: behind the end tag, or the end of the text.
constexpr std::array<std::string_view, 9> rawElements{"script", "style", "iframe",   "noembed",  "noframes",
                                                      "xmp",    "title", "textarea", "plaintext"};

std::size_t rawEnd(std::string_view text, std::string_view name, std::size_t from)
{
    for (std::size_t at = text.find("</", from); at != nowhere; at = text.find("</", at + 2)) {
        const std::size_t behind = at + 2 + name.size();
        if (toLowerAscii(text.substr(at + 2, name.size())) == name && behind < text.size() &&
            (isBlank(text[behind]) || text[behind] == '/' || text[behind] == '>'))
            return at;
    }
    return text.size();
}

std::string withoutControls(std::string_view html)
{
    std::string text;
    text.reserve(html.size());
    for (std::size_t i = 0; i < html.size(); ++i) {
        const char c = html[i];
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0xc2 && i + 1 < html.size() && static_cast<unsigned char>(html[i + 1]) < 0xa0)
            ++i; // C1
        else if ((byte >= 0x20 && byte != 0x7f) || c == '\t' || c == '\n' || c == '\r')
            text += c;
        else if (c == '\f' || c == '\v')
            text += ' ';
    }
    return text;
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text), m_references(namedReferences(text))
    {
        m_out.reserve(text.size() + text.size() / 8);
    }

    std::string read()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '&')
                ampersand();
            else if (c == '<')
                less();
            else
                copy(m_at + 1);
        }
        return std::move(m_out);
    }

private:
    /// As it is, but for its ampersands.
    void copy(std::size_t end)
    {
        while (m_at < end) {
            if (m_text[m_at] == '&')
                ampersand();
            else
                m_out += m_text[m_at++];
        }
    }
    void ampersand()
    {
        const std::size_t length = referenceLength(m_text.substr(m_at));
        const bool known = length != 0 && (m_text[m_at + 1] == '#' ||
                                           m_references.find(m_text.substr(m_at + 1, length - 2)) != m_references.end());
        m_out += known ? "&" : "&amp;";
        ++m_at;
    }
    void less()
    {
        const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : ' ';
        const char second = m_at + 2 < m_text.size() ? m_text[m_at + 2] : ' ';
        const bool tag = isLetter(next) || (next == '/' && isLetter(second));
        if (!tag && !isDeclaration(m_text.substr(m_at))) {
            lessSign(); // some of it the parser would read as a comment: `List<?>`, `a <!b`, `</3`
            return;
        }
        const std::size_t end = m_endless >= mostEndless ? nowhere
                                : tag                    ? tagEnd(m_text, m_at + 1)
                                                         : declarationEnd(m_text, m_at);
        if (end == nowhere) {
            ++m_endless;
            lessSign();
            return;
        }
        if (isLetter(next) && isWords(end)) {
            lessSign();
            return;
        }
        const std::string word = tagName(m_text.substr(0, end), m_at + 1);
        copy(end);
        if (word == "plaintext")
            copy(m_text.size());
        else if (std::find(rawElements.begin(), rawElements.end(), word) != rawElements.end())
            copy(rawEnd(m_text, word, m_at));
    }
    void lessSign()
    {
        m_out += "&lt;";
        ++m_at;
    }
    /// What looks like the tag up to `end`. What is in it is read once more then, for which there is a bound.
    bool isWords(std::size_t end)
    {
        const std::size_t size = end - m_at;
        const std::string_view tag = m_text.substr(m_at, size);
        if (m_readTwice + size > mostReadTwice || (!readsAsComparison(tag) && !readsAsName(tag)))
            return false;
        if (!m_closed)
            m_closed.emplace(m_text);
        if (m_closed->has(m_at))
            return false;
        m_readTwice += size;
        return true;
    }

    static constexpr int mostEndless = 64; ///< each is looked for to the end of the text
    static constexpr std::size_t mostReadTwice = 1024 * 1024;
    const std::string_view m_text;
    const std::set<std::string, std::less<>> m_references;
    std::optional<ClosedTags> m_closed; ///< made when it is first asked for
    std::size_t m_at = 0, m_readTwice = 0;
    int m_endless = 0;
    std::string m_out;
};

} // namespace

std::string readableSource(std::string_view html)
{
    const std::string text = withoutControls(html);
    return Reader(text).read();
}

} // namespace sallyport::records
