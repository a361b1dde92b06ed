#include "backend/api/endpoints/common.h"
#include "backend/api/problem.h"
#include "backend/api/stages/preconditions.h"
#include "backend/base/shown_text.h"

namespace sallyport::api {
namespace probes_endpoints {
namespace {

/// The hot path: no event, no other thread, and the few members written as they are sent.
http::Response probe(const Call& call, std::string_view message)
{
    const access::Actor& actor = call.principal->actor;
    std::string body;
    body.reserve(256);
    const auto member = [&body](std::string_view name, std::string_view text) {
        body.append(name);
        appendJsonString(body, text);
    };
    member(R"({"data":{"message":)", message);
    member(R"(,"user":{"id":)", actor.id.text());
    member(R"(,"name":)", actor.name);
    member(R"(,"email":)", actor.email);
    std::string_view between = R"(,"roles":[)";
    for (const std::string& role : actor.roles)
        member(std::exchange(between, ","), role);
    body.append(actor.roles.empty() ? between : "").append("]}}}");
    return answer(200, Media::Json, std::move(body));
}

Result<http::Response> protectedProbe(Call& call)
{
    return probe(call, "You are signed in.");
}

Result<http::Response> sensitiveProbe(Call& call)
{
    return probe(call, "You are signed in and have shown a second factor.");
}

Result<http::Response> signedProbe(Call& call)
{
    return probe(call, "Your request is signed.");
}

Result<http::Response> alive(Call&)
{
    static const auto body = std::make_shared<const std::string>(R"({"status":"ok"})");
    http::Response response = answer(200, Media::Json);
    response.setSharedBody(body);
    return response;
}

Result<http::Response> ready(Call& call)
{
    if (!call.api.ready())
        return makeError(
            ErrorCode::Unavailable,
            "The database does not answer or takes nothing, as on a full disk, or the end of its journal cannot be anchored");
    return answer(200, Media::Json, R"({"status":"ready"})");
}

Result<http::Response> jwks(Call& call)
{
    const std::shared_ptr<const identity::KeyDocument> keys = call.services().signIn.jwks();
    const Precondition condition = preconditionOf(call.request, keys->tag);
    if (condition == Precondition::Failed) {
        http::Response response = problemAnswer(
            makeError(ErrorCode::PreconditionFailed, "The keys are not the ones that If-Match names."), call.id.text());
        response.addHeader("ETag", keys->tag);
        return response;
    }
    http::Response response = answer(condition == Precondition::NotModified ? 304 : 200, Media::JwkSet);
    if (condition == Precondition::Holds)
        response.setSharedBody(std::shared_ptr<const std::string>(keys, &keys->text));
    response.addHeader("ETag", keys->tag);
    return response;
}

Result<http::Response> document(Call& call)
{
    http::Response response = answer(200, Media::OpenApi);
    response.setSharedBody(call.openApi);
    return response;
}

Route open(std::string_view pattern, RunsOn runsOn, Handler handler, std::string_view operation, std::string_view summary,
           std::string_view answer, Media media, std::string_view tag = "Probes")
{
    return {.method = Method::Get,
            .pattern = pattern,
            .access = Access::Public,
            .rate = RateClass::Address,
            .body = Body::None,
            .bodyLimit = 0,
            .stepUp = StepUp::NotNeeded,
            .runsOn = runsOn,
            .handler = handler,
            .operation = operation,
            .tag = tag,
            .summary = summary,
            .answer = answer,
            .media = {media}};
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"ProbeAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "properties": {
        "message": {"type": "string"}, "user": {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"},
        "email": {"type": "string"}, "roles": {"type": "array", "items": {"type": "string"}}}}}}}})"},
    {"HealthAnswer", R"({"type": "object", "required": ["status"], "properties": {"status": {"type": "string"}}})"},
    {"JwkSet",
     R"({"type": "object", "required": ["keys"], "properties": {"keys": {"type": "array", "items": {
        "type": "object", "required": ["kty", "kid", "alg", "use", "crv", "x"], "properties": {
        "kty": {"type": "string", "enum": ["EC", "OKP"]}, "kid": {"type": "string", "description": "As in the tokens' header."},
        "alg": {"type": "string", "enum": ["ES256", "EdDSA"]}, "use": {"type": "string", "enum": ["sig"]},
        "crv": {"type": "string", "enum": ["P-256", "Ed25519"]}, "x": {"type": "string"},
        "y": {"type": "string", "description": "Of P-256."}}}}}})"},
    {"OpenApiDocument", R"({"type": "object", "description": "This document."})"},
});

std::vector<Route> routes()
{
    Route keys = open("/.well-known/jwks.json", RunsOn::Loop, jwks, "readKeys",
                      "The public keys that access tokens are signed with", "JwkSet", Media::JwkSet, "Tokens");
    keys.also = {304, 412};
    keys.details = "With If-None-Match 304, as long as the keys are the same; with If-Match 412, as soon as they aren't.";
    Route health = open("/healthz", RunsOn::Loop, alive, "readHealth", "The server runs", "HealthAnswer", Media::Json);
    Route readiness =
        open("/readyz", RunsOn::Worker, ready, "readReadiness", "The server can do its work", "HealthAnswer", Media::Json);
    for (Route* const probe : {&health, &readiness}) {
        probe->rate.reset();
        probe->probe = true;
    }
    return {
        {.method = Method::Get,
         .pattern = "/api/protected",
         .access = Access::TokenOnly,
         .probe = true,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Loop,
         .handler = protectedProbe,
         .operation = "probeToken",
         .tag = "Probes",
         .summary = "Answers whoever has a valid token",
         .answer = "ProbeAnswer"},
        {.method = Method::Get,
         .pattern = "/api/sensitive",
         .access = Access::SelfOnly,
         .probe = true,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::Shown,
         .runsOn = RunsOn::Worker,
         .handler = sensitiveProbe,
         .operation = "probeStepUp",
         .tag = "Probes",
         .summary = "Answers whoever has also shown a second factor",
         .answer = "ProbeAnswer"},
        {.method = Method::Get,
         .pattern = "/api/signed",
         .access = Access::SignedOnly,
         .probe = true,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Loop,
         .handler = signedProbe,
         .operation = "probeSignature",
         .tag = "Probes",
         .summary = "Answers whoever has signed the request with an API key",
         .answer = "ProbeAnswer"},
        keys,
        health,
        readiness,
        open("/api/openapi.json", RunsOn::Loop, document, "readOpenApi", "This document", "OpenApiDocument", Media::OpenApi),
    };
}

} // namespace
} // namespace probes_endpoints

EndpointGroup probeEndpoints()
{
    using namespace probes_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
