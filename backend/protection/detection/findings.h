#pragma once

#include "backend/protection/detection/bytes.h"
#include "backend/protection/detection/detector.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sallyport::protection::detection {

/// Rules that grammars find; their words in rules.txt are in `grammarRuleIds`, in this order.
enum class GrammarRule : std::uint8_t {
    SqlAlwaysTrue,
    SqlBreakout,
    SqlCondition,
    SqlUnion,
    SqlStatement,
    SqlStacked,
    SqlOrderBy,
    SqlCut,
    SqlQuotedOperator,
    ScriptTag,
    ScriptHandler,
    ScriptUrl,
    ScriptDangerousTag,
    ScriptCall,
    TraversalClimb,
    TraversalFile,
    TraversalOverlong,
    TraversalNul,
    TraversalRemote,
    CommandsChained,
    CommandsSubstitution,
    CommandsAlone,
    CommandsObfuscated,
    TemplatesExpression,
    RequestsInside,
    RequestsDisguised,
    RequestsUnqualified,
    LdapFilter,
    SplittingHeader,
    Log4Lookup,
    PrototypeName,
    Count_
};
inline constexpr std::size_t grammarRuleCount = static_cast<std::size_t>(GrammarRule::Count_);

/// A rule that found something in a text.
struct Finding {
    std::uint16_t rule = 0; ///< index into the table
    std::uint16_t points = 0;
    std::size_t offset = 0; ///< in the text that was looked at
    std::size_t length = 0;
};

struct FoundToken {
    std::size_t offset = 0;
    std::size_t length = 0;
    TokenRole role = TokenRole::Plain;
    std::uint32_t points = 0;
    std::uint16_t rule = noRule; ///< that it counts for

    static constexpr std::uint16_t noRule = 0xFFFF;
};

/// What one text gave. Each rule counts once, with the most that it gave. Bounded.
class Findings {
public:
    static constexpr std::size_t most = 32;

    explicit Findings(const std::array<std::uint16_t, grammarRuleCount>& grammarRules) : m_grammarRules(grammarRules) {}
    /// Tokens are kept only for the tester. A grammar tells those of a finding before the finding.
    void keepTokens(std::vector<FoundToken>* tokens) { m_tokens = tokens; }
    void clear() noexcept
    {
        m_count = 0;
        m_namedTokens = 0;
    }
    bool wantsTokens() const noexcept { return m_tokens != nullptr; }

    void add(std::uint16_t rule, std::size_t points, std::size_t offset, std::size_t length);
    void add(GrammarRule rule, std::size_t points, std::size_t offset, std::size_t length)
    {
        add(m_grammarRules[static_cast<std::size_t>(rule)], points, offset, length);
    }
    /// Whether a rule has given so many points already: what finds it again needn't look any closer.
    bool has(std::uint16_t rule, std::size_t points) const noexcept
    {
        for (const Finding& found : *this)
            if (found.rule == rule)
                return found.points >= points;
        return false;
    }
    void token(std::size_t offset, std::size_t length, TokenRole role, std::uint32_t points)
    {
        constexpr std::size_t mostTokens = 400;
        if (m_tokens != nullptr && m_tokens->size() < mostTokens)
            m_tokens->push_back({offset, length, role, points});
    }
    const Finding* begin() const noexcept { return m_found.data(); }
    const Finding* end() const noexcept { return m_found.data() + m_count; }
    bool empty() const noexcept { return m_count == 0; }

private:
    const std::array<std::uint16_t, grammarRuleCount>& m_grammarRules;
    std::array<Finding, most> m_found;
    std::size_t m_count = 0;
    std::vector<FoundToken>* m_tokens = nullptr;
    std::size_t m_namedTokens = 0; ///< those whose rule is known
};

/// Words that the literals found in a text; decide which grammars look at it.
struct Gate {
    static constexpr std::uint32_t sql = 1U << 0;      ///< a word that only SQL begins so
    static constexpr std::uint32_t logic = 1U << 1;    ///< and, or, like, ...
    static constexpr std::uint32_t comment = 1U << 2;  ///< -- /* */
    static constexpr std::uint32_t tag = 1U << 3;      ///< something behind < that a browser takes for a tag
    static constexpr std::uint32_t handler = 1U << 4;  ///< on...
    static constexpr std::uint32_t scheme = 1U << 5;   ///< a script's address
    static constexpr std::uint32_t call = 1U << 6;     ///< a function of scripts
    static constexpr std::uint32_t climb = 1U << 7;    ///< ..
    static constexpr std::uint32_t file = 1U << 8;     ///< a file that nobody asks for
    static constexpr std::uint32_t command = 1U << 9;  ///< what a shell reads
    static constexpr std::uint32_t brace = 1U << 10;   ///< opens an expression of a template
    static constexpr std::uint32_t address = 1U << 11; ///< ://
    static constexpr std::uint32_t lookup = 1U << 12;  ///< ${...: of Log4j
};

/// A text to look at, decoded.
struct Text {
    std::string_view bytes;
    std::uint32_t kinds = 0;
    std::uint32_t gates = 0;
    PartKind part = PartKind::Text;
    std::string_view name;       ///< of the member or header
    std::uint8_t strictness = 4; ///< rules beyond it aren't asked for
    bool inName = false;
    bool segment = false; ///< of a path
    std::size_t lead =
        std::string_view::npos; ///< where the first byte is that doesn't only stand around a value; npos: not looked
    bool rawDots = false;       ///< dots or slashes of the value came coded though no client codes them

    bool has(std::uint32_t kind) const noexcept { return (kinds & kind) != 0; }
    bool gate(std::uint32_t word) const noexcept { return (gates & word) != 0; }
    bool solid() const noexcept { return (kinds & Has::space) == 0; } ///< no white space: a word, a path, an address
};

/// Where people write texts: a comment, a description, a document.
inline bool isWritten(const Text& text) noexcept
{
    return !text.inName && (text.part == PartKind::Json || text.part == PartKind::Text);
}

/// The grammars. Each reads the text once, in linear time and bounded memory.
void lookForSql(const Text& text, Findings& findings);
void lookForScript(const Text& text, Findings& findings);
void lookForTraversal(const Text& text, Findings& findings);
void lookForCommands(const Text& text, Findings& findings);
/// Whether a text is `{7*7}`: no literal opens the grammar of templates for it.
bool isBracketedProduct(const Text& text) noexcept;
void lookForTemplates(const Text& text, Findings& findings);
void lookForAddresses(const Text& text, Findings& findings);
void lookForFilters(const Text& text, Findings& findings);
void lookForLookups(const Text& text, Findings& findings);

} // namespace sallyport::protection::detection
