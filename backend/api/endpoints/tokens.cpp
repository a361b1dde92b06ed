#include "backend/api/endpoints/common.h"

#include "backend/identity/tokens/access_token.h"

namespace sallyport::api {
namespace tokens_endpoints {
namespace {

json::array textsOf(const std::vector<std::string>& texts)
{
    json::array array;
    for (const std::string& text : texts)
        array.emplace_back(text);
    return array;
}

std::int64_t secondsOf(UtcTime time)
{
    return std::chrono::duration_cast<std::chrono::seconds>(time.time_since_epoch()).count();
}

json::object toJson(const identity::TokenFacts& facts)
{
    const bool isAccess = facts.kind == identity::TokenFacts::Kind::Access;
    json::object answer;
    answer["active"] = true;
    if (isAccess) // a type as RFC 6749 §7.1 means it; a refresh token has none
        answer["token_type"] = "Bearer";
    answer["iss"] = facts.issuer;
    answer["aud"] = identity::accessTokenAudience;
    answer["sub"] = facts.user.text();
    answer["client_id"] = identity::accessTokenClient;
    answer["username"] = facts.userEmail;
    std::string scope;
    for (const std::string& permission : facts.permissions)
        scope.append(scope.empty() ? "" : " ").append(permission);
    answer["scope"] = std::move(scope);
    answer["roles"] = textsOf(facts.roles);
    answer["sid"] = facts.session.text();
    if (isAccess) {
        answer["jti"] = facts.id;
        answer["amr"] = textsOf(facts.methods);
        if (!facts.context.empty())
            answer["acr"] = facts.context;
    }
    answer["iat"] = secondsOf(facts.issuedAt);
    answer["exp"] = secondsOf(facts.expiresAt);
    answer["auth_time"] = secondsOf(facts.authenticatedAt);
    return answer;
}

/// As RFC 7662 has it: the members themselves, no `data`.
Result<http::Response> introspect(Call& call)
{
    const SecretBytes token = call.secret("token");
    SALLYPORT_ASSIGN(const auto facts, call.services().issuedTokens.introspect(call.actor(), token.view()));
    return answer(200, Media::Json, json::serialize(facts ? toJson(*facts) : json::object{{"active", false}}));
}

Result<http::Response> revoke(Call& call)
{
    const SecretBytes token = call.secret("token");
    SALLYPORT_TRY(call.services().issuedTokens.revoke(call.actor(), token.view()));
    return answer(200, Media::Json, "{}");
}

json::object toJson(const identity::SigningKeyInfo& key)
{
    return {{"kid", key.kid},
            {"alg", key.algorithm},
            {"created_at", timeJson(key.createdAt)},
            {"signs", !key.retiredAt},
            {"retired_at", timeJson(key.retiredAt)},
            {"verifies_until", timeJson(key.verifiesUntil)}};
}

Result<http::Response> listKeys(Call& call)
{
    SALLYPORT_ASSIGN(const auto keys, call.services().issuedTokens.signingKeys(call.actor()));
    json::array items;
    for (const identity::SigningKeyInfo& key : keys)
        items.push_back(toJson(key));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> rotateKey(Call& call)
{
    SALLYPORT_ASSIGN(const identity::SigningKeyInfo key, call.services().issuedTokens.rotateSigningKey(call.actor()));
    return dataAnswer(toJson(key), 201);
}

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"TokenRequest", R"({"type": "object", "required": ["token"], "properties": {
        "token": {"type": "string", "minLength": 1, "maxLength": 16384,
                  "description": "As long as the form may be: a long one is worth nothing, not wrong (RFC 7662 §2.2)."},
        "token_type_hint": {"type": "string", "maxLength": 16384,
                            "description": "`access_token` or `refresh_token`; a wrong or unknown one does no harm."}},
        "additionalProperties": {"type": "string", "maxLength": 16384,
                                 "description": "Unknown parameters are ignored (RFC 6749 §3.1)."}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"IntrospectionAnswer",
     R"({"type": "object", "required": ["active"], "description": "RFC 7662; only `active` if the token is worth nothing.",
        "properties": {"active": {"type": "boolean"}, "token_type": {"type": "string"}, "iss": {"type": "string"},
        "aud": {"type": "string"}, "sub": {"type": "string"}, "client_id": {"type": "string"}, "username": {"type": "string"},
        "scope": {"type": "string", "description": "The permissions of now."}, "sid": {"type": "string"}, "jti": {"type": "string"},
        "roles": {"type": "array", "items": {"type": "string"}}, "amr": {"type": "array", "items": {"type": "string"}}, "acr": {"type": "string"},
        "iat": {"type": "integer"}, "exp": {"type": "integer"}, "auth_time": {"type": "integer"}}})"},
    {"Revoked", R"({"type": "object", "properties": {}})"},
    {"SigningKey", R"({"type": "object", "required": ["kid", "alg", "created_at", "signs"], "properties": {
        "kid": {"type": "string"}, "alg": {"type": "string", "enum": ["ES256", "EdDSA"]}, "created_at": {"type": "string", "format": "date-time"},
        "signs": {"type": "boolean"}, "retired_at": {"type": ["string", "null"], "format": "date-time"},
        "verifies_until": {"type": ["string", "null"], "format": "date-time"}}})"},
    {"SigningKeyAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/SigningKey"}}})"},
    {"SigningKeyList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/SigningKey"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Post,
         .pattern = "/oauth/introspect",
         .access = Access::TokenOnly,
         .rate = RateClass::ApiRead,
         .body = Body::Form,
         .bodyLimit = smallBody,
         .schema = "TokenRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = introspect,
         .also = {403},
         .operation = "introspectToken",
         .tag = "Tokens",
         .summary = "What a token is worth now (RFC 7662); another's needs tokens:introspect",
         .details = "RFC 7662. Of others' tokens only to who may read sessions.",
         .answer = "IntrospectionAnswer"},
        {.method = Method::Post,
         .pattern = "/oauth/revoke",
         .access = Access::TokenOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::Form,
         .bodyLimit = smallBody,
         .schema = "TokenRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = revoke,
         .also = {403},
         .operation = "revokeToken",
         .tag = "Tokens",
         .summary = "End the session of a token (RFC 7009); another's needs users:revoke_sessions",
         .details = "RFC 7009: done as well when the token was worth nothing.",
         .answer = "Revoked"},
        {.method = Method::Get,
         .pattern = "/api/signing-keys",
         .access = Access::Permission,
         .permission = Permission::SettingsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = listKeys,
         .operation = "listSigningKeys",
         .tag = "Tokens",
         .summary = "The keys that sign access tokens, and those that still verify",
         .answer = "SigningKeyList"},
        {.method = Method::Post,
         .pattern = "/api/signing-keys/rotate",
         .access = Access::Permission,
         .permission = Permission::SettingsUpdate,
         .rate = RateClass::ApiWrite,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "Empty",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = rotateKey,
         .operation = "rotateSigningKey",
         .tag = "Tokens",
         .summary = "A new key signs access tokens from now on",
         .answer = "SigningKeyAnswer",
         .status = 201},
    };
}

} // namespace
} // namespace tokens_endpoints

EndpointGroup tokenEndpoints()
{
    using namespace tokens_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas};
}

} // namespace sallyport::api
