#include "backend/audit/event.h"

#include <array>

namespace sallyport::audit {

namespace {

constexpr std::array<std::string_view, 4> severities{"info", "notice", "warning", "critical"};
constexpr std::array<std::string_view, 4> outcomes{"success", "failure", "refused", "blocked"};

template <typename Enum>
std::optional<Enum> find(const std::array<std::string_view, 4>& words, std::string_view word) noexcept
{
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i] == word)
            return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

std::string_view severityWord(Severity severity) noexcept
{
    return severities[static_cast<std::size_t>(severity)];
}

std::string_view outcomeWord(Outcome outcome) noexcept
{
    return outcomes[static_cast<std::size_t>(outcome)];
}

std::optional<Severity> findSeverity(std::string_view word) noexcept
{
    return find<Severity>(severities, word);
}

std::optional<Outcome> findOutcome(std::string_view word) noexcept
{
    return find<Outcome>(outcomes, word);
}

} // namespace sallyport::audit
