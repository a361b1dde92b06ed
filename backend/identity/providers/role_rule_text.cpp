#include "backend/identity/providers/role_rule_text.h"

#include <utility>

namespace sallyport::identity {
namespace {

constexpr std::string_view escapable = "\\=:, ";

bool isEscapable(char c) noexcept
{
    return escapable.find(c) != escapable.npos;
}

bool isSpace(char c) noexcept
{
    return c == ' ' || c == '\t' || c == '\r';
}

/// Appends `text` with a backslash before each of `ends`, before spaces at its ends, and before backslashes that would be read
/// as one of these.
void appendEscaped(std::string& to, std::string_view text, std::string_view ends)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool last = i + 1 == text.size();
        const bool outerSpace = text[i] == ' ' && (i == 0 || last);
        const bool backslash = text[i] == '\\' && (last || isEscapable(text[i + 1]));
        if (outerSpace || backslash || ends.find(text[i]) != ends.npos)
            to += '\\';
        to += text[i];
    }
}

/// One rule while it is read. Which characters had a backslash is kept beside them: those end nothing.
class Draft {
public:
    void add(char c, bool literal)
    {
        if (!literal && c == '=' && m_equals == m_text.npos)
            m_equals = m_text.size();
        else if (!literal && c == ':' && m_equals != m_text.npos)
            m_colon = m_text.size();
        m_blank = m_blank && !literal && isSpace(c);
        m_text += c;
        m_literal += literal ? '1' : '0';
    }
    bool isBlank() const noexcept { return m_blank; }
    bool hasRole() const noexcept { return m_colon != m_text.npos; }

    std::optional<RoleRule> rule() const
    {
        if (!hasRole())
            return std::nullopt;
        RoleRule rule{part(0, m_equals), part(m_equals + 1, m_colon), part(m_colon + 1, m_text.size())};
        if (rule.claim.empty() || rule.value.empty() || rule.role.empty())
            return std::nullopt;
        return rule;
    }

private:
    std::string part(std::size_t begin, std::size_t end) const
    {
        const auto isOuter = [&](std::size_t at) { return m_literal[at] == '0' && isSpace(m_text[at]); };
        while (begin < end && isOuter(begin))
            ++begin;
        while (end > begin && isOuter(end - 1))
            --end;
        return m_text.substr(begin, end - begin);
    }

    std::string m_text;
    std::string m_literal;
    std::size_t m_equals = std::string::npos;
    std::size_t m_colon = std::string::npos; ///< the last one
    bool m_blank = true;
};

} // namespace

std::string roleRulesText(const std::vector<RoleRule>& rules, std::string_view between)
{
    std::string text;
    for (const RoleRule& rule : rules) {
        text += text.empty() ? std::string_view() : between;
        appendEscaped(text, rule.claim, "=");
        text += " = ";
        // A comma is only taken for an end behind a colon.
        const std::size_t colon = rule.value.find(':');
        appendEscaped(text, rule.value, colon != rule.value.npos && rule.value.find(',', colon) != rule.value.npos ? ":," : "");
        text += " : ";
        appendEscaped(text, rule.role, ":,");
    }
    return text;
}

std::optional<std::vector<RoleRule>> roleRulesFrom(std::string_view text)
{
    std::vector<RoleRule> rules;
    Draft draft;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        const char c = i == text.size() ? '\n' : text[i];
        if (c == '\\' && i + 1 < text.size() && isEscapable(text[i + 1])) {
            draft.add(text[++i], true);
            continue;
        }
        if (c != '\n' && !(c == ',' && draft.hasRole())) {
            draft.add(c, false);
            continue;
        }
        const Draft done = std::exchange(draft, Draft());
        if (done.isBlank())
            continue;
        auto rule = done.rule();
        if (!rule)
            return std::nullopt;
        rules.push_back(std::move(*rule));
    }
    return rules;
}

} // namespace sallyport::identity
