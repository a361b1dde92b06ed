#include "backend/api/endpoints/common.h"
#include "backend/identity/core/mfa_rule.h"

namespace sallyport::api {
namespace {

Result<http::Response> login(Call& call)
{
    SALLYPORT_ASSIGN(const identity::SignInResult result,
                     call.services().signIn.login(call.text("email"), call.secret("password"), call.deviceContext()));
    return signInAnswer(result);
}

Result<http::Response> mfa(Call& call)
{
    SALLYPORT_ASSIGN(const identity::Tokens tokens,
                     call.services().signIn.completeMfa(call.secret("mfa_token"), call.text("code"), call.deviceContext()));
    return flatAnswer(toJson(tokens));
}

Result<http::Response> stepUp(Call& call)
{
    std::string code = call.text("code");
    if (code.empty())
        code = call.request.header("X-MFA-Token").value_or(std::string_view());
    if (code.empty())
        return makeError(ErrorCode::MfaRequired, "Send the current code as X-MFA-Token or as `code`");
    SALLYPORT_ASSIGN(const identity::Tokens tokens, call.services().signIn.stepUp(call.actor(), code));
    return flatAnswer(toJson(tokens));
}

Result<http::Response> refresh(Call& call)
{
    SALLYPORT_ASSIGN(const identity::Tokens tokens, call.services().signIn.refresh(call.secret("refresh_token"), call.context()));
    return flatAnswer(toJson(tokens));
}

Result<http::Response> logout(Call& call)
{
    SALLYPORT_TRY(call.services().signIn.logout(call.actor()));
    return noContent();
}

Result<http::Response> logoutAll(Call& call)
{
    SALLYPORT_TRY(call.services().signIn.logoutAll(call.actor()));
    return noContent();
}

Result<http::Response> me(Call& call)
{
    const access::Actor actor = call.actor();
    SALLYPORT_ASSIGN(const identity::User user, call.services().users.read(actor, actor.id));
    json::object object = toJson(user);
    json::array permissions;
    for (const access::PermissionInfo& permission : access::permissions()) {
        if (actor.permissions.has(permission.permission))
            permissions.emplace_back(permission.word);
    }
    object["permissions"] = std::move(permissions);
    // Keys have no notices: they are for people.
    if (actor.key.empty()) {
        SALLYPORT_ASSIGN(object["unread_notices"], call.services().notices.unread(actor));
    }
    const auto& missing = call.principal->mfaMissingSince;
    object["mfa_required_by"] =
        timeJson(missing ? std::optional(identity::mfaDeadline(*missing, *call.services().settings.values())) : std::nullopt);
    object["session"] = {
        {"id", actor.session.text()}, {"signed_in_at", timeJson(actor.signedInAt)}, {"mfa_at", timeJson(actor.mfaAt)}};
    return dataAnswer(std::move(object));
}

} // namespace

std::vector<Route> signInRoutes()
{
    return {
        {.method = Method::Post,
         .pattern = "/api/auth/login",
         .access = Access::Public,
         .rate = RateClass::Auth,
         .body = Body::Json,
         .bodyLimit = kSmallBody,
         .schema = "LoginRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Kdf,
         .handler = login,
         .operation = "login",
         .tag = "Sign-in",
         .summary = "Sign in with e-mail and password",
         .answer = "SignInAnswer"},
        {.method = Method::Post,
         .pattern = "/api/auth/mfa",
         .access = Access::Public,
         .rate = RateClass::Auth,
         .body = Body::Json,
         .bodyLimit = kSmallBody,
         .schema = "MfaRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Kdf,
         .handler = mfa,
         .operation = "completeMfa",
         .tag = "Sign-in",
         .summary = "Finish a sign-in with a code",
         .answer = "SignInAnswer"},
        {.method = Method::Post,
         .pattern = "/api/auth/step-up",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::OptionalJson,
         .bodyLimit = kSmallBody,
         .schema = "CodeRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = stepUp,
         .operation = "stepUp",
         .tag = "Sign-in",
         .summary = "Show the second factor again: new tokens that say so; the session before ends",
         .answer = "SignInAnswer"},
        // Not in class `auth`: a token of 256 bits cannot be guessed, and every client of a network renews often.
        {.method = Method::Post,
         .pattern = "/api/auth/refresh",
         .access = Access::Public,
         .rate = RateClass::ApiRead,
         .body = Body::Json,
         .bodyLimit = kSmallBody,
         .schema = "RefreshRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = refresh,
         .operation = "refreshTokens",
         .tag = "Sign-in",
         .summary = "Exchange a refresh token for new tokens",
         .answer = "SignInAnswer"},
        {.method = Method::Post,
         .pattern = "/api/auth/logout",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::OptionalJson,
         .bodyLimit = kSmallBody,
         .schema = "LogoutRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = logout,
         .beforeEnrolment = true,
         .operation = "logout",
         .tag = "Sign-in",
         .summary = "End this session",
         .status = 204},
        {.method = Method::Post,
         .pattern = "/api/auth/logout-all",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::OptionalJson,
         .bodyLimit = kSmallBody,
         .schema = "LogoutRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = logoutAll,
         .beforeEnrolment = true,
         .operation = "logoutAll",
         .tag = "Sign-in",
         .summary = "End all own sessions",
         .status = 204},
        {.method = Method::Get,
         .pattern = "/api/auth/me",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = me,
         .operation = "readMe",
         .tag = "Sign-in",
         .summary = "The own account",
         .answer = "UserAnswer"},
    };
}

} // namespace sallyport::api
