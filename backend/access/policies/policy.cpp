#include "backend/access/policies/policy.h"

#include <array>
#include <tuple>

namespace sallyport::access {
namespace {

constexpr std::array<std::string_view, 2> effects{"allow", "deny"};
constexpr std::array<std::string_view, 3> states{"draft", "observe", "enforce"};

template <typename Enum, std::size_t count>
std::optional<Enum> findWord(const std::array<std::string_view, count>& words, std::string_view word) noexcept
{
    for (std::size_t i = 0; i < count; ++i)
        if (words[i] == word)
            return static_cast<Enum>(i);
    return std::nullopt;
}

} // namespace

std::string_view effectWord(PolicyEffect effect) noexcept
{
    return effects[static_cast<std::size_t>(effect)];
}

std::optional<PolicyEffect> findEffect(std::string_view word) noexcept
{
    return findWord<PolicyEffect>(effects, word);
}

std::string_view stateWord(PolicyState state) noexcept
{
    return states[static_cast<std::size_t>(state)];
}

std::optional<PolicyState> findState(std::string_view word) noexcept
{
    return findWord<PolicyState>(states, word);
}

bool Policy::saysTheSame(const Policy& other) const
{
    const auto said = [](const Policy& policy) {
        return std::tie(policy.name, policy.note, policy.effect, policy.actions, policy.resources, policy.condition,
                        policy.state);
    };
    return said(*this) == said(other);
}

bool isPolicyAction(Permission permission) noexcept
{
    const std::string_view word = info(permission).word;
    return word.starts_with("records:") || word.starts_with("comments:") || word.starts_with("files:");
}

} // namespace sallyport::access
