#include "backend/access/change_book.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sallyport::access {

namespace {

constexpr std::array<std::pair<ProvisionalKind, std::string_view>, 9> provisionalWords{{
    {ProvisionalKind::UserRoles, "user_roles"},
    {ProvisionalKind::Role, "role"},
    {ProvisionalKind::RoleRemoval, "role_removal"},
    {ProvisionalKind::Listening, "listening"},
    {ProvisionalKind::Certificate, "certificate"},
    {ProvisionalKind::AddressRule, "address_rule"},
    {ProvisionalKind::Browsers, "cors"},
    {ProvisionalKind::ServiceAccount, "service_account"},
    {ProvisionalKind::ApiKey, "api_key"},
}};

} // namespace

std::string_view provisionalWord(ProvisionalKind kind) noexcept
{
    const auto* const known = std::ranges::find(provisionalWords, kind, &std::pair<ProvisionalKind, std::string_view>::first);
    return known == provisionalWords.end() ? std::string_view() : known->second;
}

std::optional<ProvisionalKind> provisionalKindOf(std::string_view word) noexcept
{
    const auto* const known = std::ranges::find(provisionalWords, word, &std::pair<ProvisionalKind, std::string_view>::second);
    return known == provisionalWords.end() ? std::nullopt : std::optional(known->first);
}

bool losesAccess(const Actor& actor, const PermissionSet& after)
{
    return actor.kind != Actor::Kind::System && !after.covers(actor.permissions);
}

} // namespace sallyport::access
