#include "backend/records/rich_text/source_text.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <array>

namespace sallyport::records {

namespace {

constexpr std::size_t nowhere = std::string_view::npos;

bool isLetter(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool isDigit(char c) noexcept
{
    return c >= '0' && c <= '9';
}
bool isHexDigit(char c) noexcept
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool isBlank(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/// The length of the reference that begins at `text`, with its semicolon; 0 if none does.
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

/// Behind the `>` that ends the tag at `from`; `nowhere` if it never ends.
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
    return nowhere;
}

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
    explicit Reader(std::string_view text) : m_text(text) { m_out.reserve(text.size() + text.size() / 8); }

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
        m_out += referenceLength(m_text.substr(m_at)) != 0 ? "&" : "&amp;";
        ++m_at;
    }
    void less()
    {
        const char next = m_at + 1 < m_text.size() ? m_text[m_at + 1] : ' ';
        const char second = m_at + 2 < m_text.size() ? m_text[m_at + 2] : ' ';
        const bool tag = isLetter(next) || (next == '/' && isLetter(second));
        if (!tag && next != '!' && next != '?' && next != '/') {
            copy(m_at + 1); // the parser reads it as a character, too
            return;
        }
        const std::size_t end = m_endless >= mostEndless ? nowhere
                                : tag                    ? tagEnd(m_text, m_at + 1)
                                                         : declarationEnd(m_text, m_at);
        if (end == nowhere) {
            ++m_endless;
            m_out += "&lt;";
            ++m_at;
            return;
        }
        std::size_t name = m_at + 1;
        while (name < end && isLetter(m_text[name]))
            ++name;
        const std::string word = toLowerAscii(m_text.substr(m_at + 1, name - m_at - 1));
        copy(end);
        if (word == "plaintext")
            copy(m_text.size());
        else if (std::find(rawElements.begin(), rawElements.end(), word) != rawElements.end())
            copy(rawEnd(m_text, word, m_at));
    }

    static constexpr int mostEndless = 64; ///< each is looked for to the end of the text
    const std::string_view m_text;
    std::size_t m_at = 0;
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
