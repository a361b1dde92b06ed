#include "backend/protection/detection/html_reader.h"

#include "backend/protection/detection/bytes.h"

#include <algorithm>
#include <array>

namespace sallyport::protection::detection {

namespace {

constexpr std::size_t longestName = 64;
constexpr std::size_t longestValue = 400;

// Beginnings of the names of events; what follows is a variant (`mouseover`, `mouseenter`).
constexpr auto events = std::to_array<std::string_view>({
    "abort",        "activate", "after",    "animation",      "auxclick",    "before",
    "begin",        "blur",     "bounce",   "cancel",         "canplay",     "cellchange",
    "change",       "click",    "close",    "content",        "contextmenu", "control",
    "copy",         "cue",      "cut",      "data",           "dblclick",    "deactivate",
    "device",       "drag",     "drop",     "duration",       "emptied",     "end",
    "ended",        "error",    "filter",   "finish",         "focus",       "form",
    "full",         "got",      "hash",     "help",           "input",       "invalid",
    "key",          "language", "layout",   "load",           "lose",        "lost",
    "media",        "message",  "mouse",    "move",           "offline",     "online",
    "open",         "out",      "page",     "paste",          "pause",       "play",
    "pointer",      "pop",      "progress", "property",       "ratechange",  "ready",
    "rejection",    "repeat",   "reset",    "resize",         "reverse",     "row",
    "scroll",       "search",   "seek",     "select",         "show",        "stalled",
    "start",        "stop",     "storage",  "submit",         "suspend",     "time",
    "toggle",       "touch",    "track",    "transition",     "unhandled",   "unload",
    "url",          "volume",   "waiting",  "webkit",         "wheel",       "zoom",
    "syncrestored", "begin",    "location", "securitypolicy", "slotchange",  "command",
    "snapchanged",
});

constexpr auto sortedEvents = [] {
    auto sorted = events;
    std::ranges::sort(sorted);
    return sorted;
}();

constexpr std::array<bool, 256> makeNameEnds()
{
    std::array<bool, 256> ends{};
    for (unsigned i = 0; i < ends.size(); ++i) {
        const char c = static_cast<char>(i);
        ends[i] = isSpace(c) || c == '/' || c == '>' || c == '<' || c == '\0' || isQuote(c) || c == '=' || c == '(' || c == '[' ||
                  c == ']';
    }
    return ends;
}
constexpr auto nameEnds = makeNameEnds();

bool isNameEnd(char c)
{
    return nameEnds[static_cast<unsigned char>(c)];
}

} // namespace

HtmlTag readTag(std::string_view text, std::size_t at) noexcept
{
    HtmlTag tag;
    tag.begin = at;
    std::size_t i = at + 1;
    while (i < text.size() && i < at + 8 && (static_cast<unsigned char>(text[i]) < 0x20 || text[i] == '/' || text[i] == '%')) {
        tag.closing = tag.closing || text[i] == '/';
        ++i;
    }
    const std::size_t begin = i;
    if (i >= text.size() || !(isLetter(text[i]) || text[i] == '!' || text[i] == '?'))
        return tag;
    while (i < text.size() && i - begin < longestName && !isNameEnd(text[i]))
        ++i;
    tag.name = text.substr(begin, i - begin);
    if (const auto colon = tag.name.find(':'); colon != std::string_view::npos && colon + 1 < tag.name.size())
        tag.name.remove_prefix(colon + 1); // `svg:script`
    tag.nameEnd = i;
    return tag;
}

bool readAttribute(std::string_view text, std::size_t& at, HtmlAttribute& attribute) noexcept
{
    attribute = {};
    while (at < text.size() && (isSpace(text[at]) || text[at] == '/' || text[at] == '\0' || isQuote(text[at]) ||
                                text[at] == '[' || text[at] == ']' || text[at] == '\\'))
        ++at;
    if (at >= text.size() || text[at] == '>' || text[at] == '<')
        return false;
    attribute.begin = at;
    while (at < text.size() && at - attribute.begin < longestName && !isNameEnd(text[at]))
        ++at;
    attribute.name = text.substr(attribute.begin, at - attribute.begin);
    if (attribute.name.empty()) {
        ++at;
        attribute.end = at;
        return true;
    }
    std::size_t equals = at;
    // `onerror[c]=`: what stands in brackets is a place for bytes that browsers skip.
    while (equals < text.size() && equals < at + 8 && (static_cast<unsigned char>(text[equals]) <= 0x20 || text[equals] == '['))
        equals = text[equals] == '[' ? std::min(text.size(), equals + 3) : equals + 1;
    if (equals >= text.size() || text[equals] != '=') {
        attribute.end = at;
        return true;
    }
    at = equals + 1;
    while (at < text.size() && static_cast<unsigned char>(text[at]) <= 0x20)
        ++at;
    attribute.hasValue = true;
    const std::size_t begin = at;
    if (at < text.size() && isQuote(text[at])) {
        const char quote = text[at];
        const auto end = text.substr(0, std::min(text.size(), at + longestValue)).find(quote, at + 1);
        const auto stop = end == std::string_view::npos ? std::min(text.size(), at + longestValue) : end;
        attribute.value = text.substr(begin + 1, stop - begin - 1);
        at = end == std::string_view::npos ? stop : end + 1;
    } else {
        while (at < text.size() && at - begin < longestValue && !isSpace(text[at]) && text[at] != '>')
            ++at;
        attribute.value = text.substr(begin, at - begin);
    }
    attribute.end = at;
    return true;
}

// What runs, or brings a document of its own along, where an address is expected.
constexpr auto schemes = std::to_array<std::string_view>(
    {"javascript:", "vbscript:", "livescript:", "mocha:", "data:text/html", "data:image/svg", "data:text/j", "data:application/x",
     "data:text/xml", "data:text/xsl", "data:,<", "data:;base64", "feed:javascript:", "view-source:j", "jar:javascript",
     "data:application/j", "data:text/v", "data:x,"});
constexpr auto schemeLetters = [] {
    std::array<bool, 256> letters{};
    for (const auto scheme : schemes)
        letters[static_cast<unsigned char>(scheme.front())] = true;
    return letters;
}();

bool isScriptAddress(std::string_view value) noexcept
{
    // Browsers skip white space and control bytes inside a scheme.
    std::array<char, 24> folded; // NOLINT(*-member-init): filled as far as it is read
    std::size_t count = 0;
    bool colon = false;
    for (std::size_t i = 0; i < value.size() && i < 80 && count < folded.size(); ++i) {
        const char c = lowered(value[i]);
        if (static_cast<unsigned char>(c) <= 0x20 || isQuote(c) || c == '\\' || isBeyondAscii(c))
            continue;
        if (c == ':' && count < 3)
            return false;
        if (count == 0 && !schemeLetters[static_cast<unsigned char>(c)])
            return false;
        colon = colon || c == ':';
        folded[count++] = c;
    }
    if (!colon)
        return false;
    const std::string_view text(folded.data(), count);
    return std::ranges::any_of(schemes, [&](std::string_view scheme) { return text.starts_with(scheme); });
}

bool isHandlerName(std::string_view name) noexcept
{
    if (name.size() < 5 || name.size() > 32 || lowered(name[0]) != 'o' || lowered(name[1]) != 'n')
        return false;
    name.remove_prefix(2);
    if (!std::ranges::all_of(name, isLetter))
        return false;
    const auto alike =
        std::ranges::equal_range(sortedEvents, lowered(name.front()), {}, [](std::string_view event) { return event.front(); });
    return std::ranges::any_of(alike, [&](std::string_view event) { return startsFolded(name, event); });
}

bool looksLikeScript(std::string_view text) noexcept
{
    text = text.substr(0, longestValue);
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        const char before = text[i - 1];
        if ((c == '(' || c == '`') && (isWordByte(before) || before == ']' || before == ')' || before == '/' || before == '$'))
            return true;
        if (c == '=' && isWordByte(before) && text.find('.') < i)
            return true;
    }
    return text.find("javascript") != std::string_view::npos;
}

} // namespace sallyport::protection::detection
