#include "backend/identity/factors/mfa.h"
#include "backend/api/endpoints/common.h"
#include "backend/base/encoding.h"

namespace sallyport::api {
namespace mfa_endpoints {
namespace {

constexpr int pixelsPerModule = 6;

json::array codesJson(const std::vector<SecretBytes>& codes)
{
    json::array list;
    for (const SecretBytes& code : codes)
        list.emplace_back(code.view());
    return list;
}

/// The code of the body, or of the field that step-up uses.
std::string codeOf(const Call& call)
{
    std::string code = call.text("code");
    if (code.empty())
        code = call.request.header("X-MFA-Token").value_or(std::string_view());
    return code;
}

Result<http::Response> setup(Call& call)
{
    const access::Actor actor = call.actor();
    SALLYPORT_ASSIGN(const identity::MfaEnrolment enrolment, call.services().mfa.begin(actor, actor.id));
    SALLYPORT_ASSIGN(const std::string png, identity::qrPng(enrolment.qr, pixelsPerModule));
    json::object answer;
    answer["secret"] = enrolment.secret.view();
    answer["manualKey"] = enrolment.manualKey.view();
    answer["issuer"] = enrolment.issuer;
    answer["account"] = enrolment.account;
    answer["otpauth_url"] = enrolment.otpauthUrl.view();
    answer["qrCode"] = "data:image/png;base64," + toBase64(asBytes(png));
    answer["expires_at"] = timeJson(enrolment.expiresAt);
    return flatAnswer(answer);
}

Result<http::Response> verify(Call& call)
{
    const access::Actor actor = call.actor();
    SALLYPORT_ASSIGN(const std::vector<SecretBytes> codes, call.services().mfa.confirm(actor, actor.id, call.text("code")));
    json::object answer;
    answer["mfa_enabled"] = true;
    answer["recovery_codes"] = codesJson(codes);
    if (call.principal->enrolmentOnly) {
        // The session that could only do this ends with it; a whole one begins.
        SALLYPORT_ASSIGN(const identity::Tokens tokens, call.services().signIn.finishEnrolment(actor));
        for (auto& [name, value] : toJson(tokens))
            answer[name] = std::move(value);
    }
    return flatAnswer(answer);
}

Result<http::Response> disable(Call& call)
{
    const std::string code = codeOf(call);
    if (code.empty())
        return makeError(ErrorCode::MfaRequired, "Send the current code as X-MFA-Token or as `code`");
    SALLYPORT_TRY(call.services().mfa.disable(call.actor(), code));
    return noContent();
}

json::object figuresJson(const identity::MfaFigures& figures)
{
    return {{"users", figures.users},
            {"with_factor", figures.withFactor},
            {"in_grace", figures.inGrace},
            {"overdue", figures.overdue},
            {"few_codes", figures.fewCodes}};
}

Result<http::Response> coverage(Call& call)
{
    SALLYPORT_ASSIGN(const identity::MfaCoverage counted, call.services().mfa.coverage(call.actor()));
    json::object answer = figuresJson(counted.all);
    answer["required"] = counted.required;
    answer["required_with_factor"] = counted.requiredWithFactor;
    answer["counted_at"] = timeJson(counted.countedAt);
    json::array roles;
    for (const identity::RoleCoverage& role : counted.roles) {
        json::object object = figuresJson(role.figures);
        object["role"] = role.role;
        object["required"] = role.required;
        object["required_since"] = timeJson(role.requiredSince);
        roles.push_back(std::move(object));
    }
    answer["roles"] = std::move(roles);
    return dataAnswer(std::move(answer));
}

Result<http::Response> renewCodes(Call& call)
{
    const std::string code = codeOf(call);
    if (code.empty())
        return makeError(ErrorCode::MfaRequired, "Send the current code as X-MFA-Token or as `code`");
    SALLYPORT_ASSIGN(const std::vector<SecretBytes> codes, call.services().mfa.renewRecoveryCodes(call.actor(), code));
    json::object answer;
    answer["recovery_codes"] = codesJson(codes);
    return flatAnswer(answer);
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"MfaMembers", R"({"type": "object", "properties": {
        "secret": {"type": "string", "description": "Base 32; shown once."}, "manualKey": {"type": "string"},
        "issuer": {"type": "string", "description": "Under which name the app will list it: the vault's, without colons."},
        "account": {"type": "string", "description": "For whom: the e-mail address."},
        "otpauth_url": {"type": "string"}, "qrCode": {"type": "string", "description": "A data: URL, PNG."},
        "expires_at": {"type": "string", "format": "date-time"}, "mfa_enabled": {"type": "boolean"},
        "recovery_codes": {"type": "array", "items": {"type": "string"}}}})"},
    {"MfaAnswer", R"({"allOf": [{"$ref": "#/components/schemas/MfaMembers"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/MfaMembers"}}}]})"},
    {"MfaConfirmed", R"({"description": "With the members of a sign-in if the session was opened for this only.", "allOf": [
        {"$ref": "#/components/schemas/MfaMembers"}, {"$ref": "#/components/schemas/SignInMembers"}]})"},
    {"MfaConfirmedAnswer", R"({"allOf": [{"$ref": "#/components/schemas/MfaConfirmed"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/MfaConfirmed"}}}]})"},
    {"MfaFigures", R"({"type": "object", "required": ["users", "with_factor", "in_grace", "overdue", "few_codes"], "properties": {
        "users": {"type": "integer", "description": "Active ones."}, "with_factor": {"type": "integer"},
        "in_grace": {"type": "integer"}, "overdue": {"type": "integer"},
        "few_codes": {"type": "integer", "description": "Fewer than four recovery codes left."}}})"},
    {"MfaCoverageAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"allOf": [
        {"$ref": "#/components/schemas/MfaFigures"}, {"type": "object", "properties": {
        "required": {"type": "integer", "description": "Users of roles that require one."},
        "required_with_factor": {"type": "integer"}, "counted_at": {"type": "string", "format": "date-time"},
        "roles": {"type": "array", "items": {"allOf": [{"$ref": "#/components/schemas/MfaFigures"}, {"type": "object", "properties": {
            "role": {"type": "string"}, "required": {"type": "boolean"},
            "required_since": {"type": ["string", "null"], "format": "date-time"}}}]}}}}]}}})"},
});

std::vector<Route> routes()
{
    // The code itself is the second factor here and works once, so no step-up in front.
    return {
        {.method = Method::Post,
         .pattern = "/api/mfa/setup",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "Empty",
         .stepUp = StepUp::Recent,
         .runsOn = RunsOn::Worker,
         .handler = setup,
         .also = {409},
         .beforeEnrolment = true,
         .operation = "beginMfa",
         .tag = "Second factor",
         .summary = "Begin to set up an authenticator; secret and QR code are told once",
         .answer = "MfaAnswer"},
        {.method = Method::Post,
         .pattern = "/api/mfa/verify",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .tries = Tries::Self,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "CodeRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Kdf,
         .handler = verify,
         .also = {409},
         .beforeEnrolment = true,
         .operation = "confirmMfa",
         .tag = "Second factor",
         .summary = "Confirm the authenticator with its first code",
         .answer = "MfaConfirmedAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/mfa",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .tries = Tries::Self,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "CodeRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = disable,
         .also = {409},
         .operation = "disableMfa",
         .tag = "Second factor",
         .summary = "Switch the second factor off, with a code",
         .status = 204},
        {.method = Method::Post,
         .pattern = "/api/mfa/recovery-codes",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .tries = Tries::Self,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "CodeRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Kdf,
         .handler = renewCodes,
         .operation = "renewRecoveryCodes",
         .tag = "Second factor",
         .summary = "New recovery codes; the old ones stop working",
         .answer = "MfaAnswer"},
        {.method = Method::Get,
         .pattern = "/api/mfa/coverage",
         .access = Access::Permission,
         .permission = Permission::EventsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = coverage,
         .operation = "readMfaCoverage",
         .tag = "Second factor",
         .summary = "Who has a second factor, by role",
         .answer = "MfaCoverageAnswer"},
    };
}

} // namespace
} // namespace mfa_endpoints

EndpointGroup mfaEndpoints()
{
    using namespace mfa_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
