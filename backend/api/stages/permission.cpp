#include "backend/api/stages/permission.h"

#include "backend/audit/event_kinds.h"

namespace sallyport::api {
namespace {

/// The permission that opens the route at all.
std::optional<access::Permission> least(const Route& route) noexcept
{
    return route.ownPermission ? route.ownPermission : route.permission;
}

} // namespace

std::string_view PermissionStage::eventKind(const Error&) const noexcept
{
    return audit::kind::permissionDenied;
}

std::optional<Error> PermissionStage::check(Call& call) const
{
    const Route& route = call.route();
    if (route.access == Access::Public)
        return std::nullopt;
    if (call.openByLoopback)
        return std::nullopt;
    if (!call.principal)
        return makeError(ErrorCode::Unauthenticated, "Nobody is signed in");
    const bool isKey = !call.principal->actor.key.empty();
    switch (route.access) {
    case Access::SelfOnly:
        if (isKey) {
            Error error(ErrorCode::PermissionDenied, "An API key cannot do this; sign in");
            error.word = "session_required";
            return error;
        }
        return std::nullopt;
    case Access::TokenOnly: return std::nullopt;
    case Access::SignedOnly: // asked by AuthenticationStage already
        return call.isSigned ? std::nullopt : std::optional(makeError(ErrorCode::PermissionDenied, "The request is not signed"));
    case Access::SelfOr:
        // A key speaks for its owner within its scopes; it is not the owner.
        if (!isKey && call.match.parameter == call.principal->actor.id.text())
            return std::nullopt;
        [[fallthrough]];
    case Access::Permission:
        if (call.principal->actor.permissions.has(*route.permission))
            return std::nullopt;
        break;
    case Access::Public:
    case Access::Undeclared: break;
    }
    if (route.ownPermission && call.principal->actor.permissions.has(*route.ownPermission))
        return std::nullopt;
    Error error(ErrorCode::PermissionDenied, "A permission is missing");
    if (const auto needed = least(route))
        error.required = access::info(*needed).word;
    return error;
}

std::string PermissionStage::saw(const Call& call) const
{
    const auto needed = least(call.route());
    std::string text(needed ? access::info(*needed).word : "no permission");
    text += " needed";
    if (call.principal) {
        text += "; roles:";
        for (const std::string& role : call.principal->actor.roles)
            text.append(" ").append(role);
    }
    return text;
}

Fact PermissionStage::fact(const Call& call) const
{
    Fact fact{"permission", {}};
    const auto needed = least(call.route());
    fact.values.emplace_back(needed ? access::info(*needed).word : std::string_view());
    if (call.principal)
        fact.values.insert(fact.values.end(), call.principal->actor.roles.begin(), call.principal->actor.roles.end());
    return fact;
}

} // namespace sallyport::api
