#include "backend/protection/detection/own_rules.h"

#include "backend/protection/detection/bytes.h"

#include <algorithm>
#include <cstdint>
#include <re2/re2.h>

namespace sallyport::protection::detection {

namespace {

/// Knuth, Morris and Pratt: how long a beginning of the pattern also ends at each of its bytes.
std::vector<std::uint16_t> fallbacksOf(std::string_view pattern)
{
    std::vector<std::uint16_t> fallbacks(pattern.size(), 0);
    std::size_t length = 0;
    for (std::size_t i = 1; i < pattern.size(); ++i) {
        while (length > 0 && pattern[i] != pattern[length])
            length = fallbacks[length - 1];
        if (pattern[i] == pattern[length])
            ++length;
        fallbacks[i] = static_cast<std::uint16_t>(length);
    }
    return fallbacks;
}

} // namespace

OwnRules::OwnRules() = default;
OwnRules::~OwnRules() = default;
OwnRules::OwnRules(OwnRules&&) noexcept = default;
OwnRules& OwnRules::operator=(OwnRules&&) noexcept = default;

Result<OwnRules> OwnRules::compile(const std::vector<OwnRule>& rules)
{
    constexpr std::int64_t patternMemory = 1 << 20;
    const auto wrong = [](const OwnRule& rule, std::string_view what) {
        return makeError(ErrorCode::InvalidArgument, rule.id + ": " + std::string(what));
    };
    if (rules.size() > OwnRule::maxRules)
        return makeError(ErrorCode::InvalidArgument, "At most 200 rules.");
    OwnRules compiled;
    for (const auto& rule : rules) {
        if (rule.pattern.empty() || rule.pattern.size() > OwnRule::maxPatternBytes)
            return wrong(rule, "a pattern has 1 to 1000 bytes.");
        if (rule.points < 1 || rule.points > 100 || rule.strictness < 1 || rule.strictness > 4)
            return wrong(rule, "points are 1 to 100, strictness is 1 to 4.");
        std::unique_ptr<re2::RE2> pattern;
        Literal literal;
        if (rule.literal) {
            literal.text = rule.pattern;
            if (!rule.caseSensitive)
                std::ranges::transform(literal.text, literal.text.begin(), lowered);
            literal.fallbacks = fallbacksOf(literal.text);
        } else {
            re2::RE2::Options options;
            options.set_case_sensitive(rule.caseSensitive);
            options.set_max_mem(patternMemory);
            options.set_log_errors(false);
            options.set_encoding(re2::RE2::Options::EncodingLatin1);
            options.set_dot_nl(true);
            pattern = std::make_unique<re2::RE2>(rule.pattern, options);
            if (!pattern->ok())
                return wrong(rule, "the pattern: " + pattern->error());
            if (re2::RE2::FullMatch("", *pattern))
                return wrong(rule, "the pattern finds the empty text.");
        }
        compiled.m_rules.push_back(rule);
        compiled.m_patterns.push_back(std::move(pattern));
        compiled.m_literals.push_back(std::move(literal));
        for (std::size_t i = 0; i < rule.tests.size(); ++i) {
            const bool found = compiled.find(compiled.m_rules.size() - 1, rule.tests[i].text).has_value();
            if (found != rule.tests[i].hits)
                return wrong(rule, "test " + std::to_string(i + 1) + (found ? " is found but should not be." : " is not found."));
        }
    }
    return compiled;
}

std::optional<OwnRules::Match> OwnRules::find(std::size_t rule, std::string_view text) const
{
    if (const auto& pattern = m_patterns[rule]; pattern != nullptr) {
        re2::StringPiece found;
        const re2::StringPiece subject(text.data(), text.size());
        if (!pattern->Match(subject, 0, text.size(), re2::RE2::UNANCHORED, &found, 1) || found.empty())
            return std::nullopt;
        return Match{static_cast<std::size_t>(found.data() - text.data()), found.size()};
    }
    const auto& [pattern, fallbacks] = m_literals[rule];
    const bool caseSensitive = m_rules[rule].caseSensitive;
    std::size_t length = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = caseSensitive ? text[i] : lowered(text[i]);
        while (length > 0 && pattern[length] != c)
            length = fallbacks[length - 1];
        if (pattern[length] == c && ++length == pattern.size())
            return Match{i + 1 - length, length};
    }
    return std::nullopt;
}

Result<void> checkOwnRule(const OwnRule& rule)
{
    auto compiled = OwnRules::compile({rule});
    if (!compiled)
        return compiled.error();
    return {};
}

} // namespace sallyport::protection::detection
