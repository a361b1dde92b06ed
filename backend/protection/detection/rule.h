#pragma once

#include "backend/base/result.h"
#include "backend/protection/detection/attack_class.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection::detection {

/// One thing that the detector knows. Rules that come with the product live as long as the process.
struct Rule {
    std::string id; ///< `sql.always-true`: class word, dot, name; never changes and is never used again for something else
    AttackClass attackClass = AttackClass::Sql;
    std::string title; ///< English, `Always true`; ui/words has the other languages
    Severity severity = Severity::Medium;
    std::uint8_t points = 5;     ///< the most that it adds, once for each value
    std::uint8_t strictness = 1; ///< holds from this strictness on, 1 to 4
    std::uint32_t version = 1;   ///< goes up when what it finds changes
};

/// Every rule that comes with the product, by class, then by id. Constant; any thread.
std::span<const Rule> builtInRules();
/// A rule that comes with the product, or null.
const Rule* builtInRule(std::string_view id);
/// Version of the whole table: goes up with every change in it.
std::uint32_t rulesVersion();

/// A line of an own rule's tests: whether the rule finds something in `text` (as the value is after decoding).
struct RuleTest {
    std::string text;
    bool hits = true;
};

/// A rule that an operator has written.
struct OwnRule {
    std::string id; ///< chosen by the caller, unique, `own.` and a name
    std::string title;
    bool literal = true;        ///< `pattern` is a plain text; otherwise an RE2 expression
    bool caseSensitive = false; ///< for both kinds
    std::string pattern;        ///< 1 to `maxPatternBytes`; must not match the empty text
    Severity severity = Severity::Medium;
    std::uint8_t points = 5; ///< 1 to 100
    std::uint8_t strictness = 1;
    bool headersToo = true; ///< path, query, body and cookies are always looked at
    std::uint32_t version = 1;
    std::vector<RuleTest> tests;
    static constexpr std::size_t maxPatternBytes = 1000;
    static constexpr std::size_t maxRules = 200;
};

/// Whether a rule can be used: pattern compiles within bounds, each of its tests says what it shall. The error's message names
/// the pattern's fault or the test that fails.
Result<void> checkOwnRule(const OwnRule& rule);

} // namespace sallyport::protection::detection
