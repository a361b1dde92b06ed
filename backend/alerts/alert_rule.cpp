#include "backend/alerts/alert_rule.h"

namespace sallyport::alerts {
namespace {

template <typename Value, std::size_t Count>
std::optional<Value> findWord(const std::array<Value, Count>& all, std::string_view (*wordOf)(Value) noexcept,
                              std::string_view word) noexcept
{
    for (const Value one : all) {
        if (wordOf(one) == word)
            return one;
    }
    return std::nullopt;
}

} // namespace

std::string_view groupWord(GroupBy group) noexcept
{
    switch (group) {
    case GroupBy::None: return "none";
    case GroupBy::Address: return "address";
    case GroupBy::User: return "user";
    case GroupBy::Target: return "target";
    case GroupBy::Key: return "key";
    case GroupBy::Kind: return "kind";
    }
    return "none";
}

std::string_view countedWord(Counted counted) noexcept
{
    switch (counted) {
    case Counted::Events: return "events";
    case Counted::Users: return "users";
    case Counted::Addresses: return "addresses";
    }
    return "events";
}

std::string_view actionKindWord(ActionKind kind) noexcept
{
    switch (kind) {
    case ActionKind::Notice: return "notice";
    case ActionKind::BanAddress: return "ban_address";
    case ActionKind::RevokeSessions: return "revoke_sessions";
    case ActionKind::DisableUser: return "disable_user";
    case ActionKind::RevokeKey: return "revoke_key";
    case ActionKind::Destination: return "destination";
    }
    return "notice";
}

std::optional<GroupBy> findGroup(std::string_view word) noexcept
{
    return findWord(groupBys, &groupWord, word);
}

std::optional<Counted> findCounted(std::string_view word) noexcept
{
    return findWord(countedKinds, &countedWord, word);
}

std::optional<ActionKind> findActionKind(std::string_view word) noexcept
{
    return findWord(actionKinds, &actionKindWord, word);
}

bool isTimed(ActionKind kind) noexcept
{
    return kind == ActionKind::BanAddress || kind == ActionKind::DisableUser;
}

} // namespace sallyport::alerts
