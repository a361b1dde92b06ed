#include "backend/protection/detection/findings.h"
#include "backend/protection/detection/html_reader.h"
#include "backend/protection/detection/marks.h"
#include "backend/protection/detection/word_table.h"
#include "backend/protection/detection/written_document.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sallyport::protection::detection {

namespace {

// Tags that load or run something by themselves.
constexpr auto dangerousTags =
    wordTable("iframe", "object", "embed", "applet", "frameset", "frame", "base", "link", "isindex", "bgsound", "layer", "ilayer",
              "xss", "portal", "fencedframe", "noembed", "import", "handler", "listener", "set", "animate");
// Attributes whose value is an address that is opened or loaded.
constexpr auto addressAttributes =
    wordTable("href", "src", "action", "formaction", "data", "background", "dynsrc", "lowsrc", "poster", "xlink:href", "from",
              "to", "values", "codebase", "code", "url", "cite", "srcdoc", "content", "folder", "style", "manifest", "by", "ping",
              "srcset", "classid", "usemap", "longdesc", "profile", "xml:base", ":href", "v-bind:href", "begin", "handler",
              "folder", "value", "datasrc", "archive");

// What makes a declaration of style run or load something.
constexpr auto activeStyles = std::to_array<std::string_view>(
    {"expression(", "-moz-binding", "behavior:", "@import", "javascript:", "expression/*", "behaviour:"});
// A page that calls itself so is read in another way than it was checked.
constexpr auto otherCharsets = std::to_array<std::string_view>({"utf-7"});

/// What an attribute's name makes of it.
enum class Attribute : std::uint8_t {
    Other,
    Address,   ///< its value is opened or loaded
    Dangerous, ///< whatever its value is
    Style,
    HttpEquiv,
};

Attribute attributeOf(std::string_view name)
{
    static constexpr auto dangerous =
        wordTable("srcdoc", "formaction", "dynsrc", "lowsrc", "fscommand", "seeksegmenttime", "attributename");
    if (name.size() < 2)
        return Attribute::Other;
    if (equalsFolded(name, "style"))
        return Attribute::Style;
    if (equalsFolded(name, "http-equiv"))
        return Attribute::HttpEquiv;
    if (dangerous.has(name))
        return Attribute::Dangerous;
    return addressAttributes.has(name) ? Attribute::Address : Attribute::Other;
}

/// Names of frameworks whose values are script: `ng-click`, `v-on:click`, `@click`, `x-on:click`, `hx-on`.
bool isFrameworkHandler(std::string_view name)
{
    switch (name.empty() ? '\0' : lowered(name.front())) {
    case '@': return true;
    case 'n': return startsFolded(name, "ng-");
    case 'v': return startsFolded(name, "v-on");
    case 'x': return startsFolded(name, "x-on");
    case 'h': return startsFolded(name, "hx-on");
    default: return false;
    }
}

/// `onClick={save}`, `onClick={() => open(item.id)}`: JSX. A browser would read a block up to the first space or `>`, with
/// nothing in it that is called or set. `value` is a bare one, without quotes around it.
bool isOfComponent(std::string_view name, std::string_view value)
{
    constexpr std::size_t longest = 100;
    if (name.size() < 3 || !isLetter(name[2]) || lowered(name[2]) == name[2] || value.size() < 2 || value.size() > longest ||
        value.front() != '{')
        return false;
    value.remove_prefix(1);
    value = value.substr(0, value.find_first_of(" \t\r\n>"));
    if (value.starts_with('(')) { // the parameters of an arrow function
        const auto close = std::min(value.find(')'), value.size());
        if (value.substr(1, close - std::min<std::size_t>(close, 1))
                .find_first_not_of("abcdefghijklmnopqrstuvwxyz_,"
                                   "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789") != std::string_view::npos)
            return false;
        value.remove_prefix(std::min(close + 1, value.size()));
    }
    while (!value.empty() && (isWordByte(value.front()) || value.front() == '.'))
        value.remove_prefix(1);
    return value.empty() || value == "=" || value == "}";
}

/// `@click="open(item)"`: one function of the page's own, with names and numbers.
bool callsOwn(std::string_view value)
{
    static constexpr auto others = wordTable("alert", "prompt", "confirm", "eval", "fetch", "import", "settimeout", "setinterval",
                                             "function", "constructor", "print", "atob", "write", "throw", "location", "cookie");
    const auto open = value.find('(');
    const auto name = value.substr(0, open);
    return open != std::string_view::npos && value.find('(', open + 1) == std::string_view::npos && !name.empty() &&
           value.substr(value.size() - 1) == ")" && std::ranges::all_of(name, isWordByte) && !others.has(name) &&
           value.find_first_of("=`'\"[{\\$") == std::string_view::npos && value.find("document") == std::string_view::npos &&
           value.find("window") == std::string_view::npos;
}

/// `save()`, `return check(this.form);`: a handler that somebody shows, with a function of their own page in it. `...` runs
/// nothing at all.
bool isShownHandler(std::string_view value)
{
    while (!value.empty() && (isSpace(value.back()) || value.back() == ';'))
        value.remove_suffix(1);
    constexpr std::string_view back = "return ";
    if (value.starts_with(back))
        value.remove_prefix(back.size());
    return callsOwn(value) || value.find_first_not_of(". ") == std::string_view::npos;
}

/// Behind the colon of a script's address: `void(0)` and its likes, which links that do nothing have.
bool doesNothing(std::string_view script)
{
    constexpr auto nothings = std::to_array<std::string_view>({"void(0)", "void 0", "void(null)"});
    script = script.substr(skipSpace(script, 0));
    const auto* const nothing =
        std::ranges::find_if(nothings, [&](std::string_view known) { return startsFolded(script, known); });
    if (nothing != nothings.end())
        script.remove_prefix(nothing->size());
    if (script.starts_with(';'))
        script.remove_prefix(1);
    return script.empty() || isQuote(script.front()) ||
           (nothing != nothings.end() && (script.front() == '>' || isSpace(script.front())));
}

/// `/css/main.css`, `img/a.png`: an address on the page's own server, as it stands.
bool isOfSameSite(std::string_view address)
{
    return !address.empty() && !address.starts_with("//") && address.find_first_of(":\\&@\t\r\n<>{}") == std::string_view::npos &&
           (address.front() == '/' || address.front() == '.' || isWordByte(address.front()));
}

/// Attributes of the tag that was read last: where each begins. A tag that begins inside of it often has the same ones from some
/// place on (`<a b=c<a b=c<a ...`): they were looked at already.
class AttributeChain {
public:
    /// Where to read on for a tag whose attributes begin at `at`.
    std::size_t from(std::size_t at)
    {
        const auto end = m_starts.begin() + static_cast<std::ptrdiff_t>(m_count);
        const auto known = std::find(m_starts.begin(), end, at);
        m_count = static_cast<std::size_t>(std::copy(known, end, m_starts.begin()) - m_starts.begin());
        if (m_count == 0)
            m_starts[m_count++] = at;
        return m_starts[m_count - 1];
    }
    /// The next one begins at `at`.
    void add(std::size_t at) { m_starts[m_count++] = at; }
    /// No more are read of the tag.
    bool full() const { return m_count > most; }

private:
    static constexpr std::size_t most = 24;
    std::array<std::size_t, most + 1> m_starts{};
    std::size_t m_count = 0;
};

class ScriptGrammar {
public:
    ScriptGrammar(const Text& text, Findings& findings)
        : m_text(text.bytes), m_context(text), m_findings(findings), m_budget(4096 + text.bytes.size() / 2),
          m_styles(text.bytes, activeStyles), m_charsets(text.bytes, otherCharsets)
    {
    }

    void run()
    {
        if (m_context.has(Has::angle))
            tags();
        else if (m_context.gate(Gate::handler) && m_context.has(Has::compare))
            handlers();
        if (m_context.gate(Gate::scheme))
            addresses();
        if (m_context.gate(Gate::call))
            calls();
    }

private:
    void tags()
    {
        for (std::size_t at = m_text.find('<'); at != std::string_view::npos; at = m_text.find('<', at + 1)) {
            const auto tag = readTag(m_text, at);
            if (tag.name.empty())
                continue;
            this->tag(tag);
        }
        if (m_context.gate(Gate::handler) && m_context.has(Has::compare))
            handlers();
    }

    void tag(const HtmlTag& tag)
    {
        const auto hit = [&](GrammarRule rule, std::size_t points, std::size_t begin, std::size_t end, TokenRole role) {
            m_findings.token(begin, end - begin, role, static_cast<std::uint32_t>(points));
            m_findings.add(rule, points, begin, end - begin);
        };
        if (isSpokenOf(tag))
            return;
        if (loadsOwnScript(tag))
            return;
        if (startsFolded(tag.name, "script") && (tag.name.size() == 6 || !isLetter(tag.name[6]))) {
            hit(GrammarRule::ScriptTag, tag.closing ? 5 : 6, tag.begin, tag.nameEnd, TokenRole::OpensTag);
            if (tag.closing)
                return;
        }
        if (tag.closing && !equalsFolded(tag.name, "style"))
            return;
        const bool dangerous = dangerousTags.has(tag.name);
        if (dangerous && tag.nameEnd < m_text.size() && m_text[tag.nameEnd] != '>' && !loadsOwn(tag))
            hit(GrammarRule::ScriptDangerousTag, 5, tag.begin, tag.nameEnd, TokenRole::OpensTag);
        const bool style = equalsFolded(tag.name, "style");
        if (style && m_styles.in(m_text.substr(tag.begin, 300)))
            hit(GrammarRule::ScriptDangerousTag, 5, tag.begin, tag.nameEnd, TokenRole::OpensTag);
        attributes(tag);
    }

    bool isProse()
    {
        if (!m_prose)
            m_prose = writtenAs(m_context) == Written::Prose;
        return *m_prose;
    }

    /// A tag in a text about pages that loads nothing but what the page's own server has: `<link rel="stylesheet"
    /// href="/a.css">`.
    bool loadsOwn(const HtmlTag& tag)
    {
        const bool link = equalsFolded(tag.name, "link");
        if (!isWritten(m_context) || (!link && !equalsFolded(tag.name, "iframe")) || (!link && !isProse()))
            return false;
        return hasOwnAddress(tag, link ? "href" : "src") || (link && isOnlyHint(tag));
    }

    /// False as soon as `fits` is, for one of the attributes that a tag begins with.
    template <typename Fits>
    bool allAttributes(const HtmlTag& tag, Fits fits) const
    {
        constexpr std::size_t readOn = 400;
        constexpr int most = 8;
        const auto visible = m_text.substr(0, tag.nameEnd + readOn);
        HtmlAttribute attribute;
        std::size_t at = tag.nameEnd;
        for (int i = 0; i < most && readAttribute(visible, at, attribute); ++i)
            if (!fits(attribute))
                return false;
        return true;
    }

    /// `<link rel="preconnect" href="https://..">`, `rel="canonical"`: tells something of the page, and nothing of it is run.
    bool isOnlyHint(const HtmlTag& tag) const
    {
        static constexpr auto hints = wordTable("alternate", "author", "canonical", "dns-prefetch", "help", "icon", "license",
                                                "next", "preconnect", "prev", "search", "apple-touch-icon", "shortcut icon");
        bool hint = false;
        return allAttributes(tag,
                             [&](const HtmlAttribute& attribute) {
                                 return !equalsFolded(attribute.name, "rel") ||
                                        (!std::exchange(hint, true) && hints.has(attribute.value));
                             }) &&
               hint;
    }

    /// Whether the attribute of a name leads to the page's own server, and no other one leads or runs anything.
    bool hasOwnAddress(const HtmlTag& tag, std::string_view name) const
    {
        bool own = false;
        return allAttributes(tag,
                             [&](const HtmlAttribute& attribute) {
                                 if (equalsFolded(attribute.name, name))
                                     return !std::exchange(own, true) && attribute.hasValue && isOfSameSite(attribute.value);
                                 return attributeOf(attribute.name) == Attribute::Other && !startsFolded(attribute.name, "on");
                             }) &&
               own;
    }

    /// `<script src="/main.js"></script>` in sentences about a page: nothing in it, and from its own server.
    bool loadsOwnScript(const HtmlTag& tag)
    {
        if (!equalsFolded(tag.name, "script"))
            return false;
        if (tag.closing)
            return m_ownScript != 0 && tag.begin == m_ownScript;
        constexpr std::string_view end = "></script>";
        const auto close = m_text.find('>', tag.nameEnd);
        if (close == std::string_view::npos || !startsFolded(m_text.substr(close), end) || !isProse() ||
            !hasOwnAddress(tag, "src"))
            return false;
        m_ownScript = close + 1;
        return true;
    }

    /// `Don't use <script> and <style> tags`: words before it, and behind it nothing that could run.
    bool isSpokenOf(const HtmlTag& tag)
    {
        if (!equalsFolded(tag.name, "script") || tag.begin < 3)
            return false;
        const bool marked = m_text[tag.begin - 1] == '`'; // as code of Markdown
        const std::size_t space = tag.begin - (marked ? 2 : 1);
        if (m_text[space] != ' ' || !isLetter(m_text[space - 1]))
            return false;
        if (!m_spoken)
            m_spoken = lastPart();
        const auto behind = m_text.substr(tag.nameEnd);
        return behind.size() > 2 && behind.starts_with(marked ? ">` " : "> ") && tag.begin >= *m_spoken;
    }

    /// Where the part of the text begins that ends with it and has only words and tags without attributes.
    std::size_t lastPart() const
    {
        std::size_t begin = 0;
        for (std::size_t at = 0; at < m_text.size(); ++at) {
            const char c = m_text[at];
            if (isLetter(c) || isBeyondAscii(c) || isDigit(c) || std::string_view(" ,.;:!?'`-").find(c) != std::string_view::npos)
                continue;
            if (c == '<') {
                std::size_t end = at + 1;
                end += end < m_text.size() && m_text[end] == '/' ? 1 : 0;
                const std::size_t name = end;
                while (end < m_text.size() && isLetter(m_text[end]))
                    ++end;
                if (end > name && end < m_text.size() && m_text[end] == '>') {
                    at = end;
                    continue;
                }
            }
            begin = at + 1;
        }
        return begin;
    }

    void attributes(const HtmlTag& tag)
    {
        // Tags inside each other's quotes would be read again and again: what all of them may cost together is bounded.
        constexpr std::size_t wide = 1200;
        constexpr std::size_t narrow = 64;
        const auto visible = m_text.substr(0, tag.nameEnd + (m_budget > 0 ? wide : narrow));
        HtmlAttribute attribute;
        for (std::size_t at = m_chain.from(tag.nameEnd); !m_chain.full() && readAttribute(visible, at, attribute);) {
            // One that is cut off here is whole for a later tag.
            if (at < visible.size())
                m_chain.add(at);
            m_budget -= std::min(m_budget, attribute.end - attribute.begin);
            const auto hit = [&](GrammarRule rule, TokenRole role) {
                m_findings.token(tag.begin, tag.nameEnd - tag.begin, TokenRole::OpensTag, 0);
                m_findings.token(attribute.begin, attribute.end - attribute.begin, role, 6);
                m_findings.add(rule, 6, attribute.begin, attribute.end - attribute.begin);
            };
            const auto& name = attribute.name;
            const auto lead = name.empty() ? '\0' : lowered(name.front());
            if (lead == 'o' && name.size() >= 5 && startsFolded(name, "on") && attribute.hasValue &&
                std::ranges::all_of(name, [](char c) { return isLetter(c) || c == '-' || c == '%'; })) {
                const bool bare =
                    attribute.hasValue && attribute.value.data() > m_text.data() && attribute.value.data()[-1] == '=';
                if (bare ? isOfComponent(name, attribute.value) : isProse() && isShownHandler(attribute.value))
                    continue;
                hit(GrammarRule::ScriptHandler, TokenRole::EventHandler);
                continue;
            }
            if (attribute.hasValue && isFrameworkHandler(name) && looksLikeScript(attribute.value) &&
                !callsOwn(attribute.value)) {
                hit(GrammarRule::ScriptHandler, TokenRole::EventHandler);
                continue;
            }
            switch (attributeOf(name)) {
            case Attribute::Dangerous:
                if (attribute.hasValue && isScriptAddress(attribute.value) && addressAttributes.has(name))
                    hit(GrammarRule::ScriptUrl, TokenRole::ScriptUrl);
                else
                    hit(GrammarRule::ScriptDangerousTag, TokenRole::EventHandler);
                break;
            case Attribute::Address:
                if (attribute.hasValue && isScriptAddress(attribute.value) && !isIdleAddress(attribute.value))
                    hit(GrammarRule::ScriptUrl, TokenRole::ScriptUrl);
                break;
            case Attribute::Style:
                if (attribute.hasValue && isScriptAddress(attribute.value))
                    hit(GrammarRule::ScriptUrl, TokenRole::ScriptUrl);
                else if (attribute.hasValue && m_styles.in(attribute.value))
                    hit(GrammarRule::ScriptDangerousTag, TokenRole::EventHandler);
                break;
            case Attribute::HttpEquiv:
                if (isActiveMeta(tag, attribute.value))
                    hit(GrammarRule::ScriptDangerousTag, TokenRole::EventHandler);
                break;
            case Attribute::Other: break;
            }
        }
    }

    /// `javascript:void(0)` where people write.
    bool isIdleAddress(std::string_view value) const
    {
        constexpr std::string_view scheme = "javascript:";
        return isWritten(m_context) && startsFolded(value, scheme) && doesNothing(value.substr(scheme.size()));
    }

    /// `content="5; url=/new"`: the page goes on to another one of its own.
    static bool refreshesToOwn(std::string_view tag)
    {
        constexpr std::string_view url = "url=";
        tag = tag.substr(0, tag.find('>'));
        for (std::size_t at = 0; at + url.size() < tag.size(); ++at) {
            if (!startsFolded(tag.substr(at), url))
                continue;
            const auto target = tag.substr(at + url.size());
            return isOfSameSite(target.substr(0, target.find_first_of("'\"")));
        }
        return false;
    }

    /// `http-equiv` of something that leads elsewhere; `Content-Type` is what pages begin with.
    bool isActiveMeta(const HtmlTag& tag, std::string_view value)
    {
        constexpr std::size_t readOn = 200;
        if (startsFolded(value, "refresh") && isProse() && refreshesToOwn(m_text.substr(tag.begin, readOn)))
            return false;
        return startsFolded(value, "refresh") || startsFolded(value, "set-cookie") || startsFolded(value, "link") ||
               m_charsets.in(m_text.substr(tag.begin, readOn));
    }

    /// A handler without its tag: the value lands inside one. `" onerror=alert(1) x="`, `onload=function(){...}`.
    void handlers()
    {
        const std::size_t closing = m_text.find_first_of("'\"`<>");
        for (std::size_t at = 0; at + 5 < m_text.size(); ++at) {
            if (lowered(m_text[at]) != 'o' || lowered(m_text[at + 1]) != 'n')
                continue;
            const char before = at == 0 ? '\0' : m_text[at - 1];
            if (isWordByte(before) || before == '-' || before == '.')
                continue;
            std::size_t end = at;
            while (end < m_text.size() && end - at < 33 && isLetter(m_text[end]))
                ++end;
            const auto name = m_text.substr(at, end - at);
            const auto equals = skipSpace(m_text, end);
            if (equals >= m_text.size() || m_text[equals] != '=' || !isHandlerName(name))
                continue;
            const auto value = skipSpace(m_text, equals + 1);
            if (value >= m_text.size() || m_text[value] == '=')
                continue;
            constexpr std::size_t readOn = 80;
            if (value == equals + 1 && isOfComponent(name, m_text.substr(value, readOn)))
                continue;
            if (isQuote(m_text[value]) && isProse()) {
                const auto shown = m_text.substr(value + 1, readOn);
                if (const auto quote = shown.find(m_text[value]);
                    quote != std::string_view::npos && isShownHandler(shown.substr(0, quote)))
                    continue;
            }
            const bool closes = at > closing;
            const bool script = looksLikeScript(m_text.substr(value, readOn));
            if (!script && !closes)
                continue;
            const std::size_t points = script ? 5 + (closes ? 1U : 0U) : 4;
            m_findings.token(at, end - at, TokenRole::EventHandler, static_cast<std::uint32_t>(points));
            m_findings.add(GrammarRule::ScriptHandler, points, at, value - at + 1);
            return;
        }
    }

    /// A script's address that is the whole value, or one that calls something.
    void addresses()
    {
        const std::size_t lead = m_text.find_first_not_of(" \t\r\n\"'(");
        for (std::size_t colon = m_text.find(':'); colon != std::string_view::npos; colon = m_text.find(':', colon + 1)) {
            std::size_t begin = colon;
            while (begin > 0 && colon - begin < 24 &&
                   (isLetter(m_text[begin - 1]) || static_cast<unsigned char>(m_text[begin - 1]) < 0x20))
                --begin;
            if (!isScriptAddress(m_text.substr(begin)))
                continue;
            const auto behind = colon + 1;
            if (isIdleAddress(m_text.substr(begin, 40)))
                continue;
            const bool start = begin <= (lead == std::string_view::npos ? 0 : lead);
            const bool tight = behind < m_text.size() && !isSpace(m_text[behind]);
            const bool assigned =
                begin > 0 && (m_text[begin - 1] == '=' || isQuote(m_text[begin - 1]) || m_text[begin - 1] == '(');
            const bool script = looksLikeScript(m_text.substr(behind, 100));
            if (!tight && !script)
                continue;
            const std::size_t points = (start && (tight || script)) || (tight && (script || assigned)) ? 5 : 3;
            m_findings.token(begin, behind - begin, TokenRole::ScriptUrl, static_cast<std::uint32_t>(points));
            m_findings.add(GrammarRule::ScriptUrl, points, begin, behind - begin);
        }
    }

    /// `alert(1)`, `eval(x)`, `confirm`1``: calls that are tried where script is run.
    void calls()
    {
        static constexpr auto names = wordTable("alert", "prompt", "confirm", "eval", "settimeout", "setinterval", "fromcharcode",
                                                "atob", "execscript", "print", "write", "writeln", "open", "getscript", "fetch",
                                                "function", "msgbox", "showmodaldialog", "showmodelessdialog");
        for (std::size_t open = 0; open < m_text.size(); ++open) {
            if (m_text[open] != '(' && m_text[open] != '`')
                continue;
            std::size_t end = open;
            while (end > 0 && open - end < 12 &&
                   (isSpace(m_text[end - 1]) || m_text[end - 1] == '\\' || m_text[end - 1] == ')' || m_text[end - 1] == ']'))
                --end;
            std::size_t begin = end;
            while (begin > 0 && end - begin < 24 && isWordByte(m_text[begin - 1]))
                --begin;
            const auto name = m_text.substr(begin, end - begin);
            if (name.size() < 4 || !names.has(name) || (m_text[open] == '`' && begin > 0 && m_text[begin - 1] == '`'))
                continue;
            const auto argument = skipSpace(m_text, open + 1);
            const char first = argument < m_text.size() ? m_text[argument] : '\0';
            const bool dialog = startsFolded(name, "alert") || startsFolded(name, "prompt") || startsFolded(name, "confirm") ||
                                startsFolded(name, "msgbox") || startsFolded(name, "showmod");
            const auto rest = m_text.substr(argument, 24);
            const bool page = startsFolded(rest, "document") || startsFolded(rest, "location") || startsFolded(rest, "window") ||
                              startsFolded(rest, "string.") || startsFolded(rest, "atob") || startsFolded(rest, "unescape") ||
                              startsFolded(rest, "this") || startsFolded(rest, "origin") || startsFolded(rest, "self") ||
                              startsFolded(rest, "top") || startsFolded(rest, "name") || startsFolded(rest, "url") ||
                              startsFolded(rest, "xss");
            std::size_t points = 0;
            // NOLINTBEGIN(bugprone-branch-clone): each name is a case of its own
            if (dialog && isQuote(first) && m_text[open] == '(' && isMessage(begin, argument))
                points = 2;
            else if (dialog && (isDigit(first) || page || first == '/' || first == '`' || isQuote(first) || m_text[open] == '`'))
                points = 5;
            else if (dialog && first == ')' && !m_context.solid())
                points = 2;
            else if (dialog)
                points = m_context.solid() ? 5 : 3;
            else if (equalsFolded(name, "fromcharcode") && (isDigit(first) || isLetter(first)))
                points = 5;
            else if (equalsFolded(name, "eval") || equalsFolded(name, "execscript"))
                points = page || isQuote(first) || m_context.solid() ? 5 : 3;
            else if ((startsFolded(name, "set")) && (dialog || isQuote(first)))
                points = 4;
            else if (startsFolded(name, "getscript"))
                points = 5;
            else if (startsFolded(name, "write") && begin > 9 && startsFolded(m_text.substr(begin - 9), "document."))
                points = 5;
            else if (equalsFolded(name, "fetch") && isQuote(first) && m_text.substr(argument, 12).find("//") < 10)
                points = 3;
            else if (page && (equalsFolded(name, "open") || equalsFolded(name, "fetch")))
                points = 4;
            // NOLINTEND(bugprone-branch-clone)
            if (points == 0)
                continue;
            m_findings.token(begin, open + 1 - begin, TokenRole::Function, static_cast<std::uint32_t>(points));
            m_findings.add(GrammarRule::ScriptCall, points, begin, open + 1 - begin);
        }
    }

    /// `alert("Please fill in your name");`, `use alert('hi') to show a box`: a message of words, or a call that is spoken of.
    bool isMessage(std::size_t begin, std::size_t argument)
    {
        constexpr std::size_t longest = 120;
        if (!isWritten(m_context) || m_context.has(Has::angle) || (begin > 0 && !isSpace(m_text[begin - 1])))
            return false;
        const auto text = m_text.substr(argument + 1, longest);
        const auto end = text.find(m_text[argument]);
        if (end == std::string_view::npos || end == 0 || !std::ranges::all_of(text.substr(0, end), [](char c) {
                return isLetter(c) || isBeyondAscii(c) || c == ' ' || c == '.' || c == ',' || c == '!' || c == '?' || c == '\'';
            }))
            return false;
        const auto behind = text.substr(end + 1);
        const bool words = text.substr(0, end).find(' ') != std::string_view::npos;
        const bool spoken =
            begin > 1 && isLetter(m_text[begin - 2]) && behind.size() > 2 && behind.starts_with(") ") && isLetter(behind[2]);
        return words || spoken || isProse();
    }

    std::string_view m_text;
    const Text& m_context;
    Findings& m_findings;
    std::size_t m_budget;
    std::optional<std::size_t> m_spoken;
    std::optional<bool> m_prose; ///< found out once it matters
    std::size_t m_ownScript = 0; ///< where a script ends that was let by
    AttributeChain m_chain;
    Marks m_styles;
    Marks m_charsets;
};

} // namespace

void lookForScript(const Text& text, Findings& findings)
{
    ScriptGrammar(text, findings).run();
}

} // namespace sallyport::protection::detection
