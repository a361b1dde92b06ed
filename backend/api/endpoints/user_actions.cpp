#include "backend/api/endpoints/common.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/user_fields.h"

#include <algorithm>

namespace sallyport::api {
namespace user_actions_endpoints {
namespace {

template <identity::UserAction Action>
Result<http::Response> apply(Call& call)
{
    SALLYPORT_TRY(call.services().users.apply(call.actor(), userIdOf(call), Action));
    return noContent();
}

Result<http::Response> resetPassword(Call& call)
{
    SALLYPORT_ASSIGN(const identity::OneTimeLink link, call.services().users.resetPassword(call.actor(), userIdOf(call)));
    return dataAnswer(toJson(link));
}

/// A name, or a name with an end. As strings are, none may stand there twice.
Result<std::vector<identity::WantedRole>> wantedRoles(const json::array& items)
{
    std::vector<identity::WantedRole> roles;
    std::vector<FieldError> errors;
    for (const json::value& item : items) {
        const std::string field = "roles." + std::to_string(roles.size());
        identity::WantedRole& wanted = roles.emplace_back();
        if (item.is_string()) {
            wanted.role = item.get_string();
        } else {
            wanted.role = item.at("role").get_string();
            if (const json::value* end = item.get_object().if_contains("expires_at"); end != nullptr && end->is_string()) {
                if (const auto time = fromRfc3339(end->get_string()))
                    wanted.until = *time;
                else
                    errors.push_back({field + ".expires_at", "Is not a time as RFC 3339 writes it.", "format"});
            }
        }
        if (std::ranges::count(roles, wanted.role, &identity::WantedRole::role) > 1)
            errors.push_back({field, "Stands there twice.", "uniqueItems"});
    }
    if (!errors.empty())
        return identity::validationError(std::move(errors));
    return roles;
}

Result<http::Response> setRoles(Call& call)
{
    SALLYPORT_ASSIGN(const auto roles, wantedRoles(call.body().at("roles").get_array()));
    SALLYPORT_ASSIGN(const identity::User user, call.services().users.setRoles(call.actor(), userIdOf(call), roles));
    return changeAnswer(call, toJson(user));
}

Route action(std::string_view pattern, Permission permission, StepUp stepUp, Handler handler, std::string_view operation,
             std::string_view summary)
{
    return {.method = Method::Post,
            .pattern = pattern,
            .access = Access::Permission,
            .permission = permission,
            .rate = RateClass::ApiWrite,
            .body = Body::OptionalJson,
            .bodyLimit = smallBody,
            .schema = "Empty",
            .stepUp = stepUp,
            .runsOn = RunsOn::Worker,
            .handler = handler,
            .also = {409},
            .operation = operation,
            .tag = "Users",
            .summary = summary,
            .status = 204};
}

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"RolesRequest", R"({"type": "object", "additionalProperties": false, "required": ["roles"], "properties": {
        "roles": {"type": "array", "minItems": 1, "maxItems": <roles>,
                  "description": "Names, or names with an end: from then on the role allows nothing, on the same token, too.",
                  "examples": [["viewer", {"role": "editor", "expires_at": "2027-01-31T21:00:00Z"}]],
                  "items": {"type": ["string", "object"], "pattern": "<rolePattern>", "maxLength": <roleName>,
                            "additionalProperties": false, "required": ["role"], "properties": {
                            "role": <role>,
                            "expires_at": {"type": ["string", "null"], "maxLength": 40, "description": "RFC 3339, ahead of now; null: no end."}}}}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"OneTimeLink", R"({"type": "object", "description": "Told once.", "required": ["token", "expires_at"], "properties": {
        "token": {"type": "string"}, "expires_at": {"type": "string", "format": "date-time"}}})"},
    {"ChangedUserAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/User"}, "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
    {"OneTimeLinkAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/OneTimeLink"}}})"},
});

std::vector<Route> routes()
{
    using identity::UserAction;
    Route reset = action("/api/users/{id}/reset-password", Permission::UsersResetPassword, StepUp::IfEnrolled, resetPassword,
                         "startPasswordReset", "A single-use link to set a new password");
    reset.status = 200;
    reset.answer = "OneTimeLinkAnswer";
    Route roles{.method = Method::Put,
                .pattern = "/api/users/{id}/roles",
                .access = Access::Permission,
                .permission = Permission::RolesAssign,
                .rate = RateClass::ApiWrite,
                .body = Body::Json,
                .bodyLimit = smallBody,
                .schema = "RolesRequest",
                .stepUp = StepUp::IfEnrolled,
                .runsOn = RunsOn::Worker,
                .handler = setRoles,
                .also = {409},
                .operation = "setUserRoles",
                .tag = "Users",
                .summary = "Give a user other roles",
                .details = "Of the own account, and with less than before, it waits to be confirmed.",
                .answer = "ChangedUserAnswer"};
    return {
        action("/api/users/{id}/disable", Permission::UsersUpdate, StepUp::NotNeeded, apply<UserAction::Disable>, "disableUser",
               "Disable a user; the sessions end"),
        action("/api/users/{id}/enable", Permission::UsersUpdate, StepUp::NotNeeded, apply<UserAction::Enable>, "enableUser",
               "Enable a user again"),
        action("/api/users/{id}/unlock", Permission::UsersUpdate, StepUp::NotNeeded, apply<UserAction::Unlock>, "unlockUser",
               "Let a user sign in again at once"),
        action("/api/users/{id}/reset-mfa", Permission::UsersResetMfa, StepUp::Needed, apply<UserAction::ResetMfa>,
               "resetUserMfa", "Take a user's second factor away; the sessions end"),
        reset,
        action("/api/users/{id}/revoke-sessions", Permission::UsersRevokeSessions, StepUp::NotNeeded,
               apply<UserAction::RevokeSessions>, "revokeUserSessions", "End all sessions of a user"),
        roles,
    };
}

} // namespace
} // namespace user_actions_endpoints

EndpointGroup userActionEndpoints()
{
    using namespace user_actions_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas};
}

} // namespace sallyport::api
