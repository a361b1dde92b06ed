#include "backend/access/permission_words.h"
#include "backend/api/endpoints/common.h"
#include "backend/identity/core/limits.h"
#include "backend/identity/core/mfa_rule.h"
#include "backend/identity/factors/totp.h"

namespace sallyport::api {
namespace sign_in_endpoints {
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
    const auto permissions = access::permissionWords(actor.permissions);
    object["permissions"] = json::array(permissions.begin(), permissions.end());
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

constexpr int refreshToken = 512; // longer than ours; a wrong one of a likely length is 401, not 400

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"codeDigits", identity::totpDigits},
    {"code", identity::typedCodeLimit},
    {"refreshToken", refreshToken},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"LoginRequest", R"({"type": "object", "additionalProperties": false, "required": ["email", "password"], "properties": {
        "email": {"type": "string", "minLength": 1, "maxLength": <email>, "examples": ["ingrid@sallyport.example"]},
        "password": {"type": "string", "minLength": 1, "maxLength": <password>, "writeOnly": true},
        "device_token": {"type": "string", "minLength": 1, "maxLength": <token>, "writeOnly": true,
                         "description": "Of a trusted device: the second factor is not asked for."}}})"},
    {"MfaRequest", R"({"type": "object", "additionalProperties": false, "required": ["mfa_token", "code"], "properties": {
        "mfa_token": {"type": "string", "minLength": 1, "maxLength": <token>, "writeOnly": true},
        "code": {"type": "string", "minLength": <codeDigits>, "maxLength": <code>, "writeOnly": true,
                 "description": "The six digits of the authenticator, or a recovery code."},
        "trust_device": {"type": "boolean", "description": "Ask to be trusted on this device; passed over while mfa.trusted_device_days is 0."}}})"},
    {"RefreshRequest", R"({"type": "object", "additionalProperties": false, "required": ["refresh_token"], "properties": {
        "refresh_token": {"type": "string", "minLength": 1, "maxLength": <refreshToken>, "writeOnly": true}}})"},
    {"LogoutRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "refresh_token": {"type": "string", "minLength": 1, "maxLength": <refreshToken>, "writeOnly": true,
            "description": "Taken from clients that send it; the session of the access token ends, with its refresh tokens."}}})"},
    {"CodeRequest", R"({"type": "object", "additionalProperties": false, "required": ["code"], "properties": {
        "code": {"type": "string", "minLength": <codeDigits>, "maxLength": <code>, "writeOnly": true}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Me", R"({"allOf": [{"$ref": "#/components/schemas/User"}, {"type": "object",
        "required": ["permissions", "session", "unread_notices", "mfa_required_by"], "properties": {
        "permissions": {"type": "array", "items": {"type": "string"}, "description": "What the roles allow now."},
        "unread_notices": {"type": "integer", "minimum": 0},
        "mfa_required_by": {"type": ["string", "null"], "format": "date-time", "description": "The end of the grace period."},
        "session": {"type": "object", "required": ["id", "signed_in_at", "mfa_at"], "properties": {
            "id": {"type": "string"}, "signed_in_at": {"type": ["string", "null"], "format": "date-time"},
            "mfa_at": {"type": ["string", "null"], "format": "date-time", "description": "When a second factor was last shown."}}}}}]})"},
    {"MeAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Me"}}})"},
    {"SignInMembers", R"({"type": "object", "description": "Tokens, or what to send to /api/auth/mfa.", "properties": {
        "token": {"type": "string", "description": "Access token, RFC 9068."}, "token_type": {"type": "string"},
        "expires_in": {"type": "integer", "description": "Seconds."}, "refresh_token": {"type": "string"},
        "user": {"$ref": "#/components/schemas/User"}, "mfa_required": {"type": "boolean"}, "mfa_token": {"type": "string"},
        "methods": {"type": "array", "items": {"type": "string", "enum": ["webauthn", "totp", "recovery_code"]},
            "description": "What can finish the sign-in."},
        "mfa_required_by": {"type": "string", "format": "date-time",
            "description": "A role requires a second factor; after this time only setting one up is possible."},
        "device_token": {"type": "string", "description": "Of the device that is trusted from now on; told once."},
        "mfa_enrolment_required": {"type": "boolean"},
        "enrolment_token": {"type": "string", "description": "Bearer token that may set up a second factor and nothing else."}}})"},
    {"SignInAnswer", R"({"allOf": [{"$ref": "#/components/schemas/SignInMembers"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/SignInMembers"}}}]})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Post,
         .pattern = "/api/auth/login",
         .access = Access::Public,
         .rate = RateClass::Auth,
         .tries = Tries::Email,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "LoginRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Kdf,
         .handler = login,
         .also = {401, 409},
         .operation = "login",
         .tag = "Sign-in",
         .summary = "Sign in with e-mail and password",
         .details = "Answers tokens, or `mfa_required` and what to send to /api/auth/mfa, or what is open to who must set up a "
                    "second factor first.",
         .answer = "SignInAnswer"},
        {.method = Method::Post,
         .pattern = "/api/auth/mfa",
         .access = Access::Public,
         .rate = RateClass::Auth,
         .tries = Tries::Pending,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "MfaRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Kdf,
         .handler = mfa,
         .also = {401, 409},
         .operation = "completeMfa",
         .tag = "Sign-in",
         .summary = "Finish a sign-in with a code",
         .answer = "SignInAnswer"},
        {.method = Method::Post,
         .pattern = "/api/auth/step-up",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .tries = Tries::Self,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "CodeRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = stepUp,
         .also = {409},
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
         .bodyLimit = smallBody,
         .schema = "RefreshRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = refresh,
         .also = {401, 409},
         .operation = "refreshTokens",
         .tag = "Sign-in",
         .summary = "Exchange a refresh token for new tokens",
         .details = "The same client may repeat an exchange whose answer it did not get. Anybody else who shows a token again "
                    "ends the session.",
         .answer = "SignInAnswer"},
        {.method = Method::Post,
         .pattern = "/api/auth/logout",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
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
         .bodyLimit = smallBody,
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
         .answer = "MeAnswer"},
    };
}

} // namespace
} // namespace sign_in_endpoints

EndpointGroup signInEndpoints()
{
    using namespace sign_in_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
