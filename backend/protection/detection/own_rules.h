#pragma once

#include "backend/base/result.h"
#include "backend/protection/detection/rule.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace sallyport::protection::detection {

/// Rules of operators, compiled. Plain texts and expressions both take time that is linear in the text, whatever the pattern.
class OwnRules {
public:
    /// Error: which rule has which fault.
    static Result<OwnRules> compile(const std::vector<OwnRule>& rules);
    ~OwnRules();
    OwnRules();
    OwnRules(OwnRules&&) noexcept;
    OwnRules& operator=(OwnRules&&) noexcept;

    struct Match {
        std::size_t offset = 0;
        std::size_t length = 0;
    };
    const std::vector<OwnRule>& rules() const noexcept { return m_rules; }
    std::optional<Match> find(std::size_t rule, std::string_view text) const;

private:
    std::vector<OwnRule> m_rules;
    struct Literal {
        std::string text; ///< lower case unless the case counts; empty where the pattern is an expression
        std::vector<std::uint16_t> fallbacks;
    };
    std::vector<std::unique_ptr<re2::RE2>> m_patterns; ///< null where the pattern is a plain text
    std::vector<Literal> m_literals;
};

} // namespace sallyport::protection::detection
