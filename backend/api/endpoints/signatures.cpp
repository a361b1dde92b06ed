#include "backend/api/endpoints/common.h"

#include "backend/identity/signatures/pasted_request.h"

namespace sallyport::api {
namespace signatures_endpoints {
namespace {

/// Two texts of the lab's limit, with room for what JSON escapes.
constexpr std::uint32_t labBody = 1024 * 1024;

std::string_view outcomeWord(identity::LabOutcome outcome) noexcept
{
    switch (outcome) {
    case identity::LabOutcome::Passed: return "passed";
    case identity::LabOutcome::Failed: return "failed";
    case identity::LabOutcome::NotAsked: break;
    }
    return "not_asked";
}

json::object toJson(const identity::LabReport& report)
{
    json::object object;
    object["scheme"] = report.scheme == identity::SignatureScheme::Guide ? "guide" : "rfc9421";
    object["key"] = nullptr;
    if (!report.keyPrefix.empty()) {
        json::object key{{"prefix", report.keyPrefix}, {"name", report.keyName}, {"algorithm", nullptr}};
        if (!report.keyAlgorithm.empty())
            key["algorithm"] = report.keyAlgorithm;
        object["key"] = std::move(key);
    }
    json::array checks;
    for (const identity::LabCheck& check : report.checks) {
        json::object one{{"check", identity::labStepWord(check.step)}, {"outcome", outcomeWord(check.outcome)}};
        if (check.outcome == identity::LabOutcome::Failed) {
            one["code"] = check.word;
            one["detail"] = check.detail;
        }
        checks.push_back(std::move(one));
    }
    object["checks"] = std::move(checks);
    object["canonical"] = report.canonical;
    json::array lines;
    for (const identity::LabLine& line : report.lines)
        lines.push_back({{"server", line.server}, {"client", line.client}, {"differs", line.differs}});
    object["lines"] = std::move(lines);
    object["mistakes"] = json::value_from(report.mistakes);
    return object;
}

Result<http::Response> explain(Call& call)
{
    const std::string clientText = call.body().contains("client_text") ? call.text("client_text") : std::string();
    SALLYPORT_ASSIGN(const identity::LabReport report,
                     call.services().signatureLab.explain(call.actor(), call.text("request"), clientText));
    return dataAnswer(toJson(report));
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"pastedRequest", identity::pastedRequestLimit},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"SignatureExplainRequest", R"({"type": "object", "additionalProperties": false, "required": ["request"], "properties": {
        "request": {"type": "string", "minLength": 1, "maxLength": <pastedRequest>,
                    "description": "The request as it was sent: its line, its fields, an empty line, the body. The marks of curl -v may stay."},
        "client_text": {"type": "string", "maxLength": <pastedRequest>, "description": "The text that the client has signed, to compare."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"SignatureExplanation", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["scheme", "key", "checks", "canonical", "lines", "mistakes"], "properties": {
        "scheme": {"type": "string", "enum": ["guide", "rfc9421"]},
        "key": {"type": ["object", "null"], "description": "If it is one that may be seen.",
            "properties": {"prefix": {"type": "string"}, "name": {"type": "string"},
                "algorithm": {"type": ["string", "null"], "description": "As RFC 9421 names it; null if the key cannot sign."}}},
        "checks": {"type": "array", "description": "Each asked for itself, in the server's order.", "items": {"type": "object",
            "required": ["check", "outcome"], "properties": {
            "check": {"type": "string", "enum": ["read", "key", "coverage", "clock", "signature", "digest"]},
            "outcome": {"type": "string", "enum": ["passed", "failed", "not_asked"]},
            "code": {"type": "string"}, "detail": {"type": "string"}}}},
        "canonical": {"type": "string", "description": "What the server signs; empty if it cannot be made."},
        "lines": {"type": "array", "description": "Beside the client's text.", "items": {"type": "object", "properties": {
            "server": {"type": "string"}, "client": {"type": "string"}, "differs": {"type": "boolean"}}}},
        "mistakes": {"type": "array", "items": {"type": "string"},
            "description": "Mistakes with which the signature would fit, such as no_query."}}}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Post,
         .pattern = "/api/signatures/explain",
         .access = Access::Permission,
         .permission = Permission::KeysRead,
         .ownPermission = Permission::KeysOwn,
         .rate = RateClass::ApiRead,
         .body = Body::Json,
         .bodyLimit = labBody,
         .schema = "SignatureExplainRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = explain,
         .stores = false,
         .operation = "explainSignature",
         .tag = "API keys",
         .summary = "Why a signed request is refused; nothing is let in",
         .answer = "SignatureExplanation"},
    };
}

} // namespace
} // namespace signatures_endpoints

EndpointGroup signatureEndpoints()
{
    using namespace signatures_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
