#include "backend/protection/detection/written_document.h"

#include "backend/protection/detection/shell_words.h"

#include <algorithm>

namespace sallyport::protection::detection {

namespace {

/// What stands around a word of a sentence and is none of it.
constexpr std::string_view opening = "\"'(*";
constexpr std::string_view closing = "\"')*.,:;!?";

bool isOfWord(char c)
{
    return isLetter(c) || isBeyondAscii(c);
}

/// `index`, `doesn't,`, `well-known`, `(see`: letters as sentences have them, and no program's name.
bool isPlainWord(std::string_view token)
{
    while (!token.empty() && opening.find(token.front()) != std::string_view::npos)
        token.remove_prefix(1);
    // A semicolon straight behind a word separates commands as well as it separates sentences.
    while (!token.empty() && closing.find(token.back()) != std::string_view::npos)
        token.remove_suffix(1);
    constexpr std::size_t shortest = 2;
    if (token.size() < shortest || !isOfWord(token.front()) || !isOfWord(token.back()))
        return false;
    for (std::size_t i = 1; i + 1 < token.size(); ++i)
        if (!isOfWord(token[i]) && token[i] != '\'' && token[i] != '-')
            return false;
    return knownCommand(token) != Known::Certain;
}

/// Words of a text, counted.
struct Count {
    std::size_t tokens = 0;
    std::size_t words = 0;
    std::size_t longestRun = 0; ///< words that follow each other
    std::size_t lines = 0;      ///< that have something in them
};

Count countOf(std::string_view text)
{
    Count count;
    std::size_t run = 0;
    bool empty = true; // the line, so far
    for (std::size_t at = 0; at < text.size();) {
        if (isSpace(text[at])) {
            if (text[at] == '\n')
                empty = true;
            ++at;
            continue;
        }
        const std::size_t begin = at;
        while (at < text.size() && !isSpace(text[at]))
            ++at;
        count.lines += empty ? 1 : 0;
        empty = false;
        ++count.tokens;
        if (isPlainWord(text.substr(begin, at - begin))) {
            ++count.words;
            count.longestRun = std::max(count.longestRun, ++run);
        } else {
            run = 0;
        }
    }
    return count;
}

/// Words in front of what was found, in the last hundred bytes before it.
std::size_t wordsBefore(std::string_view text, std::size_t offset)
{
    constexpr std::size_t readBack = 100;
    const auto from = offset > readBack ? offset - readBack : 0;
    return countOf(text.substr(from, offset - from)).words;
}

/// Whether a quotation mark is left open, or closes one of the text around.
bool endsInText(std::string_view text)
{
    return std::ranges::count(text, '\'') % 2 != 0 || std::ranges::count(text, '"') % 2 != 0;
}

/// No bracket ends that the text hasn't opened: a whole filter is shown, nobody's is gone on in.
bool closesNothing(std::string_view text)
{
    std::size_t depth = 0;
    for (const char c : text) {
        if (c == ')' && depth == 0)
            return false;
        depth += c == '(' ? 1 : 0;
        depth -= c == ')' ? 1 : 0;
    }
    return depth == 0;
}

/// The value goes on in somebody else's text: a separator, the end of a string or of a bracket stands first.
bool goesOnAnother(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return false;
    const char c = text[first];
    const char next = first + 1 < text.size() ? text[first + 1] : '\0';
    // `$ make` is a prompt, `` `x` is a name.
    return c == ';' || c == '|' || c == '&' || c == ')' || c == '}' || (c == '$' && next == '(') ||
           ((c == '\'' || c == '"') && !isOfWord(next));
}

} // namespace

Written writtenAs(const Text& text) noexcept
{
    constexpr std::size_t longest = 16384;
    constexpr std::size_t fewestWords = 4;
    constexpr std::size_t shortestSentence = 3;
    constexpr std::size_t fewestLines = 3;
    constexpr std::size_t tokensALine = 2;
    if (!isWritten(text) || !text.has(Has::space) || goesOnAnother(text.bytes))
        return Written::Value;
    const auto count = countOf(text.bytes.substr(0, longest));
    if (count.words >= fewestWords && count.longestRun >= shortestSentence && count.words * 3 >= count.tokens)
        return Written::Prose;
    if (count.lines >= fewestLines && count.tokens >= tokensALine * count.lines && count.words >= 2)
        return Written::Document;
    return Written::Value;
}

bool isOnlyMentioned(AttackClass attackClass, std::string_view ruleId, const Finding& finding, std::string_view text,
                     Written written) noexcept
{
    constexpr std::size_t introduced = 3; // words: `please run this: ..`
    switch (attackClass) {
    case AttackClass::Traversal:
    case AttackClass::Commands:
    case AttackClass::ServerRequests: return written != Written::Value;
    case AttackClass::NoSql: // read as a query only if the value is one; `'; return true` goes on in one
        return written == Written::Prose &&
               (ruleId == "nosql.operator" || text.substr(std::min(finding.offset, text.size())).starts_with("db."));
    case AttackClass::LdapAndXPath:
        return written == Written::Prose &&
               (ruleId == "ldap.xpath" ? !endsInText(text.substr(0, finding.offset)) : closesNothing(text));
    case AttackClass::XmlEntities: // no document begins with a word
        return written == Written::Prose && ruleId == "xml.include" && isOfWord(text.front());
    case AttackClass::Code: return written == Written::Prose && ruleId != "code.serialized";
    case AttackClass::Sql:
        // A statement is none of its own behind words; what ends a text or joins a condition works wherever it stands.
        return written == Written::Prose && ruleId == "sql.statement" && wordsBefore(text, finding.offset) >= introduced;
    default: return false;
    }
}

} // namespace sallyport::protection::detection
