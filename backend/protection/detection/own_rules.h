#pragma once

#include "backend/base/result.h"
#include "backend/protection/detection/rule.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace sallyport::protection::detection {

/// Rules of operators, compiled. RE2 takes time that is linear in the text, whatever the pattern.
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
    std::vector<std::unique_ptr<re2::RE2>> m_patterns; ///< null where the pattern is a plain text
};

} // namespace sallyport::protection::detection
