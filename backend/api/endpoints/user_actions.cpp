#include "backend/api/endpoints/common.h"

namespace sallyport::api {
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

Result<http::Response> setRoles(Call& call)
{
    const auto roles = json::value_to<std::vector<std::string>>(call.body().at("roles"));
    SALLYPORT_ASSIGN(const identity::User user, call.services().users.setRoles(call.actor(), userIdOf(call), roles));
    return dataAnswer(toJson(user));
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
        "roles": {"type": "array", "minItems": 1, "maxItems": <roles>, "uniqueItems": true,
                  "items": <role>}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"OneTimeLink", R"({"type": "object", "description": "Told once.", "required": ["token", "expires_at"], "properties": {
        "token": {"type": "string"}, "expires_at": {"type": "string", "format": "date-time"}}})"},
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
                .answer = "UserAnswer"};
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

EndpointGroup userActionEndpoints()
{
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas};
}

} // namespace sallyport::api
