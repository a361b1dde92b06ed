#include "backend/protection/detection/findings.h"

#include <algorithm>
#include <array>

namespace sallyport::protection::detection {

namespace {

/// Reads `name=`, `name~=`, `name>=` of a filter of LDAP; where its value begins, or npos.
std::size_t filterItem(std::string_view text, std::size_t at)
{
    const std::size_t begin = at;
    while (at < text.size() && at - begin < 40 &&
           (isWordByte(text[at]) || text[at] == '-' || text[at] == '.' || text[at] == ';' || text[at] == ':'))
        ++at;
    if (at == begin || at >= text.size() || !isLetter(text[begin]))
        return std::string_view::npos;
    if ((text[at] == '~' || text[at] == '>' || text[at] == '<') && at + 1 < text.size())
        ++at;
    return text[at] == '=' ? at + 1 : std::string_view::npos;
}

bool isJoin(char c)
{
    return c == '&' || c == '|' || c == '!';
}

} // namespace

void lookForFilters(const Text& text, Findings& findings)
{
    const auto bytes = text.bytes;
    bool begun = false;
    const auto hit = [&](unsigned points, std::size_t begin, std::size_t end) {
        begun = true;
        findings.token(begin, end - begin, TokenRole::Joins, points);
        findings.add(GrammarRule::LdapFilter, points, begin, end - begin);
    };
    // Asked for from front to back: each place is found once.
    std::size_t pair = 0;
    const auto pairBefore = [&](std::size_t from, std::size_t before) {
        if (pair < from)
            pair = bytes.find(")(", from);
        return pair < before;
    };
    // Where no bracket ends and nothing is wild, a filter that is only begun is all that there can be.
    const bool plain = bytes.find_first_of(")*") == std::string_view::npos;
    for (std::size_t at = bytes.find('('); at != std::string_view::npos && !(plain && begun); at = bytes.find('(', at + 1)) {
        std::size_t next = at + 1;
        bool joined = false;
        while (next < bytes.size() && next < at + 4 && isJoin(bytes[next])) {
            joined = true;
            ++next;
        }
        const bool closedBefore = at > 0 && (bytes[at - 1] == ')' || (at > 1 && isJoin(bytes[at - 1]) && bytes[at - 2] == ')'));
        std::size_t inner = next;
        if (joined && inner < bytes.size() && bytes[inner] == '(')
            ++inner;
        const auto value = filterItem(bytes, inner);
        if (value == std::string_view::npos)
            continue;
        const auto shown = bytes.substr(value, 40);
        const bool wild = shown.find('*') != std::string_view::npos && shown.find('*') < shown.find(' ');
        const bool emptyValue = shown.empty() || shown.front() == ')';
        // Closing what stands around and opening anew: `x)(uid=*))(|(uid=*`.
        if (closedBefore && text.solid())
            hit(wild || joined || emptyValue ? 6 : 4, at > 0 ? at - 1 : at, value);
        else if (closedBefore && (wild || joined))
            hit(5, at - 1, value);
        else if (joined && inner > next)
            hit(wild || pairBefore(value, value + 200) ? 5 : 3, at, value);
    }
    // `*)(uid=*`, `admin*)((|userpassword=*)`: also where the name follows later.
    for (std::size_t at = bytes.find(")("); at != std::string_view::npos; at = bytes.find(")(", at + 1)) {
        const auto rest = bytes.substr(at + 2, 4);
        if (rest.size() > 1 && (isJoin(rest[0]) || rest[0] == '(') && (rest[1] == '(' || isJoin(rest[1]))) {
            hit(5, at, at + 4);
            break;
        }
    }
    for (std::size_t at = bytes.find(')'); at != std::string_view::npos; at = bytes.find(')', at + 1)) {
        std::size_t next = at + 1;
        while (next < bytes.size() && next < at + 3 && isJoin(bytes[next]))
            ++next;
        if (next > at + 1 && next < bytes.size() && bytes[next] == '(' && filterItem(bytes, next + 1) != std::string_view::npos)
            hit(5, at, next + 1);
    }
}

void lookForLookups(const Text& text, Findings& findings)
{
    // Log4j reads lookups inside lookups: `${${lower:j}n${::-d}i:...}`. What all of them come to is read once, innermost first,
    // by leaving out what only frames a text. Bounded: one pass, one buffer.
    constexpr std::size_t longest = 512;
    const auto bytes = text.bytes;
    std::size_t next = 0;
    for (std::size_t at = bytes.find("${"); at != std::string_view::npos; at = bytes.find("${", next)) {
        const auto window = bytes.substr(at, longest);
        // What a lookup that never ends holds has been read with it: the next one may begin half a window on.
        next = at + longest / 2;
        std::array<char, longest> folded;
        std::size_t count = 0;
        std::size_t nested = 0;
        bool ended = false;
        std::size_t open = 0;
        for (std::size_t i = 2; !ended && i < window.size() && count < 400; ++i) {
            const char c = window[i];
            if (c == '$' && i + 1 < window.size() && window[i + 1] == '{') {
                // The frame of an inner lookup: its default or its text is what follows the last colon.
                ++nested;
                std::size_t end = i + 2;
                std::size_t begin = i + 2;
                while (end < window.size() && window[end] != '}' && window[end] != '{') {
                    if (window[end] == ':')
                        begin = end + 1;
                    ++end;
                }
                if (begin < end && window[begin] == '-')
                    ++begin;
                if (end < window.size() && window[end] == '{') {
                    i = end - 2; // one inside again
                    ++open;
                    continue;
                }
                for (; begin < end && count < folded.size(); ++begin)
                    folded[count++] = lowered(window[begin]);
                i = end;
                continue;
            }
            if (c == '}') {
                // Behind its own end only what an inner frame has left open goes on.
                ended = open == 0;
                if (ended)
                    next = at + i + 1;
                open -= open > 0 ? 1 : 0;
                continue;
            }
            if (!isSpace(c))
                folded[count++] = lowered(c);
        }
        const std::string_view read(folded.data(), count);
        const auto jndi = read.find("jndi:");
        const bool lookup = read.starts_with("env:") || read.starts_with("sys:") || read.starts_with("java:") ||
                            read.starts_with("ctx:") || read.starts_with("lower:") || read.starts_with("upper:") ||
                            read.starts_with("main:") || read.starts_with("bundle:") || read.starts_with("script:") ||
                            read.starts_with("dns:") || read.starts_with("url:") || read.starts_with("web:") ||
                            read.starts_with("base64:") || read.starts_with("::-") || read.starts_with("date:'");
        if (jndi == std::string_view::npos && !lookup && nested < 3)
            continue;
        const unsigned points = jndi != std::string_view::npos                                                        ? 10
                                : read.starts_with("script:") || read.starts_with("dns:") || read.starts_with("url:") ? 6
                                                                                                                      : 5;
        findings.token(at, std::min<std::size_t>(window.size(), 40), TokenRole::OpensExpression, points);
        findings.add(GrammarRule::Log4Lookup, points, at, std::min<std::size_t>(window.size(), 40));
        return;
    }
}

} // namespace sallyport::protection::detection
