#include "backend/protection/detection/findings.h"
#include "backend/protection/detection/html_reader.h"
#include "backend/protection/detection/word_table.h"

#include <algorithm>
#include <array>

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

bool containsFolded(std::string_view text, std::string_view lower)
{
    for (std::size_t i = 0; i + lower.size() <= text.size(); ++i) {
        if (startsFolded(text.substr(i), lower))
            return true;
    }
    return false;
}

/// A declaration of style that runs or loads something.
bool isActiveStyle(std::string_view style)
{
    return containsFolded(style, "expression(") || containsFolded(style, "-moz-binding") || containsFolded(style, "behavior:") ||
           containsFolded(style, "@import") || containsFolded(style, "javascript:") || containsFolded(style, "expression/*") ||
           containsFolded(style, "behaviour:");
}

/// `http-equiv` of something that leads elsewhere; `Content-Type` is what pages begin with.
bool isActiveMeta(std::string_view text, std::string_view name, std::string_view value)
{
    constexpr std::size_t readOn = 200;
    if (!equalsFolded(name, "http-equiv"))
        return false;
    return startsFolded(value, "refresh") || startsFolded(value, "set-cookie") || startsFolded(value, "link") ||
           containsFolded(text.substr(0, readOn), "utf-7");
}

class ScriptGrammar {
public:
    ScriptGrammar(const Text& text, Findings& findings)
        : m_text(text.bytes), m_context(text), m_findings(findings), m_budget(4096 + text.bytes.size() / 2)
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
        if (startsFolded(tag.name, "script") && (tag.name.size() == 6 || !isLetter(tag.name[6]))) {
            hit(GrammarRule::ScriptTag, tag.closing ? 5 : 6, tag.begin, tag.nameEnd, TokenRole::OpensTag);
            if (tag.closing)
                return;
        }
        if (tag.closing && !equalsFolded(tag.name, "style"))
            return;
        const bool dangerous = dangerousTags.has(tag.name);
        if (dangerous && tag.nameEnd < m_text.size() && m_text[tag.nameEnd] != '>')
            hit(GrammarRule::ScriptDangerousTag, 5, tag.begin, tag.nameEnd, TokenRole::OpensTag);
        const bool style = equalsFolded(tag.name, "style");
        if (style && isActiveStyle(m_text.substr(tag.begin, 300)))
            hit(GrammarRule::ScriptDangerousTag, 5, tag.begin, tag.nameEnd, TokenRole::OpensTag);
        attributes(tag);
    }

    /// `Don't use <script> tags in comments`: words before it, and behind it nothing that could run.
    bool isSpokenOf(const HtmlTag& tag) const
    {
        if (!equalsFolded(tag.name, "script") || tag.closing || tag.begin < 2 || m_text[tag.begin - 1] != ' ' ||
            !isLetter(m_text[tag.begin - 2]))
            return false;
        const auto behind = m_text.substr(tag.nameEnd);
        return behind.size() > 2 && behind.starts_with("> ") && std::ranges::all_of(behind.substr(2), [](char c) {
                   return isLetter(c) || isBeyondAscii(c) || c == ' ' || c == ',' || c == '.';
               });
    }

    void attributes(const HtmlTag& tag)
    {
        constexpr int mostAttributes = 24;
        // Tags inside each other's quotes would be read again and again: what all of them may cost together is bounded.
        constexpr std::size_t wide = 1200;
        constexpr std::size_t narrow = 64;
        const auto visible = m_text.substr(0, tag.nameEnd + (m_budget > 0 ? wide : narrow));
        HtmlAttribute attribute;
        std::size_t at = tag.nameEnd;
        for (int count = 0; count < mostAttributes && readAttribute(visible, at, attribute); ++count) {
            m_budget -= std::min(m_budget, attribute.end - attribute.begin);
            const auto hit = [&](GrammarRule rule, TokenRole role) {
                m_findings.token(tag.begin, tag.nameEnd - tag.begin, TokenRole::OpensTag, 0);
                m_findings.token(attribute.begin, attribute.end - attribute.begin, role, 6);
                m_findings.add(rule, 6, attribute.begin, attribute.end - attribute.begin);
            };
            const auto& name = attribute.name;
            if (name.size() >= 5 && startsFolded(name, "on") && attribute.hasValue &&
                std::ranges::all_of(name, [](char c) { return isLetter(c) || c == '-' || c == '%'; }))
                hit(GrammarRule::ScriptHandler, TokenRole::EventHandler); // NOLINT(bugprone-branch-clone): cases of their own
            else if ((startsFolded(name, "ng-") || startsFolded(name, "v-on") || startsFolded(name, "@") ||
                      startsFolded(name, "x-on") || startsFolded(name, "hx-on")) &&
                     attribute.hasValue && looksLikeScript(attribute.value))
                hit(GrammarRule::ScriptHandler, TokenRole::EventHandler);
            else if (attribute.hasValue && isScriptAddress(attribute.value) && addressAttributes.has(name))
                hit(GrammarRule::ScriptUrl, TokenRole::ScriptUrl);
            else if ((equalsFolded(name, "style") && isActiveStyle(attribute.value)) || equalsFolded(name, "srcdoc") ||
                     equalsFolded(name, "formaction") || equalsFolded(name, "dynsrc") || equalsFolded(name, "lowsrc") ||
                     isActiveMeta(m_text.substr(tag.begin), name, attribute.value) || equalsFolded(name, "fscommand") ||
                     equalsFolded(name, "seeksegmenttime") || equalsFolded(name, "attributename"))
                hit(GrammarRule::ScriptDangerousTag, TokenRole::EventHandler);
        }
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
            if (dialog && (isDigit(first) || page || first == '/' || first == '`' || isQuote(first) || m_text[open] == '`'))
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

    std::string_view m_text;
    const Text& m_context;
    Findings& m_findings;
    std::size_t m_budget;
};

} // namespace

void lookForScript(const Text& text, Findings& findings)
{
    ScriptGrammar(text, findings).run();
}

} // namespace sallyport::protection::detection
