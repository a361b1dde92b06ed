#pragma once

#include "backend/protection/detection/findings.h"
#include "backend/protection/detection/literal_set.h"
#include "backend/protection/detection/pattern.h"
#include "backend/protection/detection/rule.h"

#include <array>
#include <bitset>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection::detection {

/// Where a literal rule holds.
struct Place {
    static constexpr std::uint16_t name = 1U << 0;     ///< names of members and parameters
    static constexpr std::uint16_t value = 1U << 1;    ///< values that are no headers
    static constexpr std::uint16_t header = 1U << 2;   ///< any header
    static constexpr std::uint16_t agent = 1U << 3;    ///< User-Agent alone
    static constexpr std::uint16_t start = 1U << 4;    ///< at the beginning, behind quotes and white space
    static constexpr std::uint16_t solid = 1U << 5;    ///< in a text without white space
    static constexpr std::uint16_t inside = 1U << 6;   ///< also in the middle of a word
    static constexpr std::uint16_t mailed = 1U << 7;   ///< not in JSON and plain texts
    static constexpr std::uint16_t whole = 1U << 8;    ///< up to the end of the text
    static constexpr std::uint16_t path = 1U << 9;     ///< paths alone
    static constexpr std::uint16_t closing = 1U << 10; ///< not directly behind an opening bracket
};

/// A literal with what must stand behind it, of one rule.
struct LiteralUse {
    std::uint16_t rule = 0;
    std::uint16_t length = 0; ///< of the literal
    std::uint16_t places = 0;
    std::uint8_t points = 0;
    std::uint8_t strictness = 0;
    std::uint32_t gate = 0;    ///< instead of a rule: opens a grammar
    std::uint16_t pattern = 0; ///< index, or `noPattern`
    static constexpr std::uint16_t noPattern = 0xFFFF;
};

/// A line of the rule file that says what a rule finds or must not find.
struct RuleCheck {
    std::uint16_t rule = 0;
    PartKind part = PartKind::Query; ///< how `text` reaches the detector: as a value of this kind, not encoded
    std::string text;
    bool hits = true;
};

/// rules.txt, read once: rules, their literals as one automaton, their tests.
class RuleTable {
public:
    /// Error: the line and what is wrong with it.
    static Result<std::unique_ptr<const RuleTable>> parse(std::string_view file);
    /// The table of this product.
    static const RuleTable& builtIn();

    const std::vector<Rule>& rules() const noexcept { return m_rules; }
    const std::vector<RuleCheck>& checks() const noexcept { return m_checks; }
    std::uint32_t version() const noexcept { return m_version; }
    const std::array<std::uint16_t, grammarRuleCount>& grammarRules() const noexcept { return m_grammarRules; }

    /// Opens the gates of `text` and tells the literal rules that hold in it.
    void search(Text& text, Findings& findings) const;

private:
    void found(const LiteralUse& use, std::size_t end, Text& text, Findings& findings) const;

    std::vector<Rule> m_rules;
    std::vector<RuleCheck> m_checks;
    std::uint32_t m_version = 0;
    std::array<std::uint16_t, grammarRuleCount> m_grammarRules{};
    std::vector<Pattern> m_patterns;
    std::vector<std::vector<LiteralUse>> m_uses; ///< by literal
    std::vector<std::bitset<256>> m_behind;      ///< by literal: bytes that one of its uses may have behind it
    std::unique_ptr<const LiteralSet> m_literals;
    friend class RuleFileReader;
};

} // namespace sallyport::protection::detection
