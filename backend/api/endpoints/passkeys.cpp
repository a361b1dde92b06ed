#include "backend/identity/passkeys/passkeys.h"
#include "backend/api/endpoints/common.h"
#include "backend/base/encoding.h"
#include "backend/identity/webauthn/cose_key.h"

namespace sallyport::api {
namespace passkeys_endpoints {
namespace {

using identity::Passkey;

PasskeyId passkeyIdOf(const Call& call)
{
    return PasskeyId(std::string(call.match.parameter));
}

json::object passkeyJson(const Passkey& passkey)
{
    return {{"id", passkey.id.text()},
            {"name", passkey.name},
            {"algorithm", passkey.algorithm},
            {"backed_up", passkey.backedUp},
            {"created_at", timeJson(passkey.createdAt)},
            {"last_used_at", timeJson(passkey.lastUsedAt)}};
}

json::array credentialsJson(const std::vector<Bytes>& ids)
{
    json::array list;
    for (const Bytes& id : ids)
        list.push_back({{"type", "public-key"}, {"id", toBase64Url(id)}});
    return list;
}

/// What `PublicKeyCredential.parseRequestOptionsFromJSON` takes.
http::Response requestAnswer(const identity::PasskeyRequest& request)
{
    json::object options;
    options["challenge"] = toBase64Url(request.challenge);
    options["rpId"] = request.partyId;
    options["allowCredentials"] = credentialsJson(request.allow);
    options["userVerification"] = "preferred";
    options["timeout"] = std::chrono::milliseconds(request.timeout).count();
    return dataAnswer({{"publicKey", std::move(options)}});
}

/// A member of `credential.response`, or of `credential` itself, in base64url.
Result<Bytes> bytesOf(const json::object& object, std::string_view member)
{
    const json::value* value = object.if_contains(member);
    if (value == nullptr)
        return Bytes();
    auto bytes = fromBase64Url(value->get_string());
    if (bytes)
        return bytes;
    Error error(ErrorCode::ValidationFailed, "The credential cannot be read");
    error.fields.push_back({"credential." + std::string(member), "Must be base64url", "base64url"});
    return error;
}

Result<identity::webauthn::AssertionAnswer> assertionOf(const Call& call)
{
    const json::object& credential = call.body().at("credential").get_object();
    const json::object& response = credential.at("response").get_object();
    identity::webauthn::AssertionAnswer answer;
    SALLYPORT_ASSIGN(answer.credentialId, bytesOf(credential, "id"));
    SALLYPORT_ASSIGN(answer.clientDataJson, bytesOf(response, "clientDataJSON"));
    SALLYPORT_ASSIGN(answer.authenticatorData, bytesOf(response, "authenticatorData"));
    SALLYPORT_ASSIGN(answer.signature, bytesOf(response, "signature"));
    SALLYPORT_ASSIGN(answer.userHandle, bytesOf(response, "userHandle"));
    return answer;
}

Result<http::Response> beginRegistration(Call& call)
{
    SALLYPORT_ASSIGN(const identity::PasskeyCreation creation, call.services().passkeys.beginRegistration(call.actor()));
    json::object options;
    options["rp"] = {{"id", creation.partyId}, {"name", creation.partyName}};
    options["user"] = {
        {"id", toBase64Url(asBytes(creation.user.text()))}, {"name", creation.email}, {"displayName", creation.displayName}};
    options["challenge"] = toBase64Url(creation.challenge);
    json::array parameters;
    for (const std::int64_t algorithm : identity::webauthn::algorithms)
        parameters.push_back({{"type", "public-key"}, {"alg", algorithm}});
    options["pubKeyCredParams"] = std::move(parameters);
    options["excludeCredentials"] = credentialsJson(creation.exclude);
    options["authenticatorSelection"] = {{"residentKey", "discouraged"}, {"userVerification", "preferred"}};
    options["attestation"] = "none";
    options["timeout"] = std::chrono::milliseconds(creation.timeout).count();
    return dataAnswer({{"publicKey", std::move(options)}});
}

Result<http::Response> finishRegistration(Call& call)
{
    const json::object& credential = call.body().at("credential").get_object();
    const json::object& response = credential.at("response").get_object();
    identity::webauthn::RegistrationAnswer answer;
    SALLYPORT_ASSIGN(answer.credentialId, bytesOf(credential, "id"));
    SALLYPORT_ASSIGN(answer.clientDataJson, bytesOf(response, "clientDataJSON"));
    SALLYPORT_ASSIGN(answer.attestationObject, bytesOf(response, "attestationObject"));
    const access::Actor actor = call.actor();
    SALLYPORT_ASSIGN(const identity::AddedPasskey added,
                     call.services().passkeys.finishRegistration(actor, call.text("name"), answer));
    json::object members;
    members["passkey"] = passkeyJson(added.passkey);
    members["mfa_enabled"] = true;
    if (!added.recoveryCodes.empty()) {
        json::array codes;
        for (const SecretBytes& code : added.recoveryCodes)
            codes.emplace_back(code.view());
        members["recovery_codes"] = std::move(codes);
    }
    if (call.principal->enrolmentOnly) {
        SALLYPORT_ASSIGN(const identity::Tokens tokens, call.services().signIn.finishEnrolment(actor));
        for (auto& [name, value] : toJson(tokens))
            members[name] = std::move(value);
    }
    return flatAnswer(members, 201);
}

Result<http::Response> beginSignIn(Call& call)
{
    SALLYPORT_ASSIGN(const identity::PasskeyRequest request, call.services().passkeys.beginSignIn(call.secret("mfa_token")));
    return requestAnswer(request);
}

Result<http::Response> finishSignIn(Call& call)
{
    SALLYPORT_ASSIGN(const identity::webauthn::AssertionAnswer answer, assertionOf(call));
    SALLYPORT_ASSIGN(const identity::Tokens tokens,
                     call.services().passkeys.finishSignIn(call.secret("mfa_token"), answer, call.deviceContext()));
    return flatAnswer(toJson(tokens));
}

Result<http::Response> beginStepUp(Call& call)
{
    SALLYPORT_ASSIGN(const identity::PasskeyRequest request, call.services().passkeys.beginStepUp(call.actor()));
    return requestAnswer(request);
}

Result<http::Response> finishStepUp(Call& call)
{
    SALLYPORT_ASSIGN(const identity::webauthn::AssertionAnswer answer, assertionOf(call));
    SALLYPORT_ASSIGN(const identity::Tokens tokens, call.services().passkeys.finishStepUp(call.actor(), answer));
    return flatAnswer(toJson(tokens));
}

Result<http::Response> listOf(Call& call, const UserId& user)
{
    SALLYPORT_ASSIGN(const std::vector<Passkey> passkeys, call.services().passkeys.list(call.actor(), user));
    json::array items;
    for (const Passkey& passkey : passkeys)
        items.push_back(passkeyJson(passkey));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> listOwn(Call& call)
{
    return listOf(call, call.actor().id);
}
Result<http::Response> listUsers(Call& call)
{
    return listOf(call, userIdOf(call));
}

Result<http::Response> rename(Call& call)
{
    SALLYPORT_ASSIGN(const Passkey passkey, call.services().passkeys.rename(call.actor(), passkeyIdOf(call), call.text("name")));
    return dataAnswer(passkeyJson(passkey));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().passkeys.remove(call.actor(), passkeyIdOf(call)));
    return noContent();
}

Route ceremony(std::string_view pattern, Access access, std::string_view schema, StepUp stepUp, Handler handler,
               std::string_view operation, std::string_view summary, std::string_view answer)
{
    return {.method = Method::Post,
            .pattern = pattern,
            .access = access,
            .rate = access == Access::Public ? RateClass::Auth : RateClass::ApiWrite,
            .body = schema == "Empty" ? Body::OptionalJson : Body::Json,
            .bodyLimit = 2 * smallBody,
            .schema = schema,
            .stepUp = stepUp,
            .runsOn = RunsOn::Worker,
            .handler = handler,
            .also = access == Access::Public ? Statuses{401, 404, 409} : Statuses{404, 409},
            .operation = operation,
            .tag = "Passkeys",
            .summary = summary,
            .answer = answer};
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"assertion", R"({"type": "object", "additionalProperties": false, "required": ["id", "type", "response"],
            "description": "PublicKeyCredential.toJSON(); bytes in base64url.", "properties": {
            "id": {"type": "string", "minLength": 1, "maxLength": 1400}, "rawId": {"type": "string", "maxLength": 1400},
            "type": {"type": "string", "enum": ["public-key"]},
            "authenticatorAttachment": {"type": ["string", "null"], "maxLength": 32},
            "clientExtensionResults": {"type": "object", "maxProperties": 16, "additionalProperties": {}},
            "response": {"type": "object", "additionalProperties": false, "required": ["clientDataJSON", "authenticatorData", "signature"], "properties": {
                "clientDataJSON": {"type": "string", "minLength": 1, "maxLength": 6000},
                "authenticatorData": {"type": "string", "minLength": 1, "maxLength": 6000},
                "signature": {"type": "string", "minLength": 1, "maxLength": 1400},
                "userHandle": {"type": ["string", "null"], "maxLength": 128}}}}})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"PasskeyRegistration",
     R"({"type": "object", "additionalProperties": false, "required": ["name", "credential"], "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": <name>, "examples": ["Work laptop"]},
        "credential": {"type": "object", "additionalProperties": false, "required": ["id", "type", "response"],
            "description": "PublicKeyCredential.toJSON(); bytes in base64url.", "properties": {
            "id": {"type": "string", "minLength": 1, "maxLength": 1400}, "rawId": {"type": "string", "maxLength": 1400},
            "type": {"type": "string", "enum": ["public-key"]},
            "authenticatorAttachment": {"type": ["string", "null"], "maxLength": 32},
            "clientExtensionResults": {"type": "object", "maxProperties": 16, "additionalProperties": {}},
            "response": {"type": "object", "additionalProperties": false, "required": ["clientDataJSON", "attestationObject"], "properties": {
                "clientDataJSON": {"type": "string", "minLength": 1, "maxLength": 6000},
                "attestationObject": {"type": "string", "minLength": 1, "maxLength": 12000},
                "authenticatorData": {"type": "string", "maxLength": 6000}, "publicKey": {"type": ["string", "null"], "maxLength": 2000},
                "publicKeyAlgorithm": {"type": "integer"},
                "transports": {"type": "array", "maxItems": 8, "items": {"type": "string", "maxLength": 32}}}}}}}})"},
    {"PasskeySignInBegin", R"({"type": "object", "additionalProperties": false, "required": ["mfa_token"], "properties": {
        "mfa_token": {"type": "string", "minLength": 1, "maxLength": <token>, "writeOnly": true}}})"},
    {"PasskeySignIn",
     R"({"type": "object", "additionalProperties": false, "required": ["mfa_token", "credential"], "properties": {
        "trust_device": {"type": "boolean", "description": "Ask to be trusted on this device; passed over while mfa.trusted_device_days is 0."},
        "mfa_token": {"type": "string", "minLength": 1, "maxLength": <token>, "writeOnly": true},
        "credential": <assertion>}})"},
    {"PasskeyStepUp", R"({"type": "object", "additionalProperties": false, "required": ["credential"], "properties": {
        "credential": <assertion>}})"},
    {"PasskeyPatch", R"({"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": <name>}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Passkey", R"({"type": "object", "required": ["id", "name", "algorithm", "created_at"], "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "algorithm": {"type": "string", "enum": ["ES256", "EdDSA", "RS256"]},
        "backed_up": {"type": "boolean"}, "created_at": {"type": "string", "format": "date-time"},
        "last_used_at": {"type": ["string", "null"], "format": "date-time"}}})"},
    {"PasskeyAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Passkey"}}})"},
    {"PasskeyList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Passkey"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"PasskeyOptionsAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["publicKey"], "properties": {"publicKey": {"type": "object",
        "description": "WebAuthn Level 3 §5.1.8, §5.1.9: options in JSON."}}}}})"},
    {"PasskeyAddedMembers", R"({"type": "object", "required": ["passkey"], "properties": {
        "passkey": {"$ref": "#/components/schemas/Passkey"}, "mfa_enabled": {"type": "boolean"},
        "recovery_codes": {"type": "array", "items": {"type": "string"}, "description": "With the first second factor; shown once."}}})"},
    {"PasskeyAdded", R"({"description": "With the members of a sign-in if the session was opened for this only.",
        "allOf": [{"$ref": "#/components/schemas/PasskeyAddedMembers"}, {"$ref": "#/components/schemas/SignInMembers"}]})"},
    {"PasskeyAddedAnswer", R"({"allOf": [{"$ref": "#/components/schemas/PasskeyAdded"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/PasskeyAdded"}}}]})"},
});

std::vector<Route> routes()
{
    Route begin =
        ceremony("/api/auth/webauthn/register/begin", Access::SelfOnly, "Empty", StepUp::Recent, beginRegistration,
                 "beginPasskey", "Begin to add a passkey: what navigator.credentials.create() takes", "PasskeyOptionsAnswer");
    begin.beforeEnrolment = true;
    Route finish = ceremony("/api/auth/webauthn/register/finish", Access::SelfOnly, "PasskeyRegistration", StepUp::Recent,
                            finishRegistration, "addPasskey", "Add the passkey that the client has made", "PasskeyAddedAnswer");
    finish.beforeEnrolment = true;
    finish.status = 201;
    return {
        begin,
        finish,
        ceremony("/api/auth/webauthn/login/begin", Access::Public, "PasskeySignInBegin", StepUp::NotNeeded, beginSignIn,
                 "beginPasskeySignIn", "What navigator.credentials.get() takes to finish a sign-in", "PasskeyOptionsAnswer"),
        ceremony("/api/auth/webauthn/login/finish", Access::Public, "PasskeySignIn", StepUp::NotNeeded, finishSignIn,
                 "finishPasskeySignIn", "Finish a sign-in with a passkey", "SignInAnswer"),
        ceremony("/api/auth/webauthn/step-up/begin", Access::SelfOnly, "Empty", StepUp::NotNeeded, beginStepUp,
                 "beginPasskeyStepUp", "What navigator.credentials.get() takes to step up", "PasskeyOptionsAnswer"),
        ceremony("/api/auth/webauthn/step-up/finish", Access::SelfOnly, "PasskeyStepUp", StepUp::NotNeeded, finishStepUp,
                 "finishPasskeyStepUp", "Show a passkey again: new tokens that say so; the session before ends", "SignInAnswer"),
        {.method = Method::Get,
         .pattern = "/api/auth/webauthn/credentials",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = listOwn,
         .operation = "listPasskeys",
         .tag = "Passkeys",
         .summary = "The own passkeys",
         .answer = "PasskeyList"},
        {.method = Method::Patch,
         .pattern = "/api/auth/webauthn/credentials/{id}",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "PasskeyPatch",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = rename,
         .operation = "renamePasskey",
         .tag = "Passkeys",
         .summary = "Another name for a passkey",
         .answer = "PasskeyAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/auth/webauthn/credentials/{id}",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = remove,
         .also = {409},
         .operation = "removePasskey",
         .tag = "Passkeys",
         .summary = "Remove a passkey; other sessions end. With users:reset_mfa also another user's",
         .status = 204},
        {.method = Method::Get,
         .pattern = "/api/users/{id}/passkeys",
         .access = Access::SelfOr,
         .permission = Permission::EventsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = listUsers,
         .operation = "listUserPasskeys",
         .tag = "Passkeys",
         .summary = "A user's passkeys",
         .answer = "PasskeyList"},
    };
}

} // namespace
} // namespace passkeys_endpoints

EndpointGroup passkeyEndpoints()
{
    using namespace passkeys_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
