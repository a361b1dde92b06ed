#include "backend/access/policies/policy_limits.h"
#include "backend/api/download.h"
#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/route_list.h"
#include "backend/authorization/policies.h"

#include <array>

namespace sallyport::api {
namespace policy_transfer_endpoints {
namespace {

using authorization::ImportedPolicy;

constexpr std::uint32_t importBody = 1024 * 1024;
constexpr std::size_t exportPiece = 64 * 1024;

constexpr auto exportQuery = std::to_array<QueryParameter>({
    {"q", "Part of a name or note.", R"({"type":"string","maxLength":<searchText>})"},
    {"state", "Only those.", R"({"type":"string","enum":["draft","observe","enforce"]})"},
});
constexpr auto importQuery = std::to_array<QueryParameter>({
    {"dry_run", "Only tell what would happen.", R"({"type":"boolean","default":false})"},
    {"publish", "Take over the states as well; without it nothing is enforced, and nothing ceases to be.",
     R"({"type":"boolean","default":false})"},
});

Result<bool> flag(const Call& call, std::string_view name)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query(name));
    if (text && *text != "true" && *text != "false")
        return badQuery(name, "Is not true or false", "enum");
    return text == std::optional<std::string>("true");
}

Result<http::Response> exportPolicies(Call& call)
{
    authorization::PolicyExport wanted;
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("q"));
    SALLYPORT_ASSIGN(const std::optional<std::string> state, call.query("state"));
    wanted.text = text.value_or(std::string());
    if (state) {
        wanted.state = access::findState(*state);
        if (!wanted.state)
            return badQuery("state", "Is not one of the allowed words", "enum");
    }
    SALLYPORT_ASSIGN(const std::string document, call.services().policies.exportDocument(call.actor(), wanted));
    Download download(call, Media::Json, "sallyport-policies.json");
    bool there = true;
    for (std::size_t at = 0; there && at < document.size(); at += exportPiece)
        there = download.take(std::string_view(document).substr(at, exportPiece));
    download.end(there);
    return http::Response();
}

json::object mistakeJson(const FieldError& mistake)
{
    json::object made{{"field", mistake.field}, {"message", mistake.message}, {"rule", mistake.rule}};
    if (mistake.position) {
        made["position"] = *mistake.position;
        made["line"] = mistake.line;
        made["column"] = mistake.column;
    }
    return made;
}

json::object toJson(const ImportedPolicy& policy)
{
    json::object made{{"place", policy.place},         {"outcome", authorization::importOutcomeWord(policy.outcome)},
                      {"id", orNull(policy.id)},       {"name", policy.name},
                      {"state", orNull(policy.state)}, {"document_state", orNull(policy.documentState)}};
    made["changed"] = json::array(policy.changed.begin(), policy.changed.end());
    json::array details;
    for (const FieldError& mistake : policy.mistakes)
        details.push_back(mistakeJson(mistake));
    made["details"] = std::move(details);
    return made;
}

Result<http::Response> importPolicies(Call& call)
{
    authorization::PolicyImport import;
    SALLYPORT_ASSIGN(import.dryRun, flag(call, "dry_run"));
    SALLYPORT_ASSIGN(import.publish, flag(call, "publish"));
    import.text = std::string(call.request.body);
    SALLYPORT_ASSIGN(const authorization::PolicyImportResult result,
                     call.services().policies.importDocument(call.actor(), import));
    json::array policies;
    for (const ImportedPolicy& policy : result.policies)
        policies.push_back(toJson(policy));
    return changeAnswer(call, json::object{{"dry_run", result.dryRun},
                                           {"published", result.published},
                                           {"added", result.added},
                                           {"changed", result.changed},
                                           {"unchanged", result.unchanged},
                                           {"refused", result.refused},
                                           {"policies", std::move(policies)}});
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"policies", access::policiesLimit},
});

// What a policy of it says is checked one by one, so that each mistake is told at its place.
constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"PolicyImport",
     R"({"type": "object", "additionalProperties": false, "required": ["format", "version", "policies"], "properties": {
        "format": {"type": "string", "maxLength": 64, "examples": ["sallyport-policies"]},
        "version": {"type": "integer", "minimum": 1, "maximum": 9007199254740991, "examples": [1], "description": "Of the format."},
        "policies": {"type": "array", "maxItems": <policies>, "examples": [[{"name": "Own department", "effect": "allow",
            "actions": ["records:read"], "resources": ["record"], "condition": "resource.department == subject.department",
            "tests": [{"name": "Another department", "subject": {"department": "surgery", "roles": ["viewer"]}, "action": "records:read",
                       "resource": {"kind": "record", "department": "radiology"}, "expect": "deny"}]}]],
            "description": "As GET /api/policies/export has them; id, note, state and tests may be left out. A policy is found by its id, else by its name.",
            "items": {}}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"PolicyDocument", R"({"type": "object", "required": ["format", "version", "policies"], "properties": {
        "format": {"type": "string", "enum": ["sallyport-policies"]}, "version": {"type": "integer", "enum": [1]},
        "policies": {"type": "array", "items": {"type": "object",
            "required": ["id", "name", "note", "effect", "actions", "resources", "condition", "state", "tests"], "properties": {
            "id": {"type": "string"}, "name": {"type": "string"}, "note": {"type": "string"},
            "effect": {"type": "string", "enum": ["allow", "deny"]},
            "actions": {"type": "array", "items": {"type": "string"}}, "resources": {"type": "array", "items": {"type": "string"}},
            "condition": {"type": "string"}, "state": {"type": "string", "enum": ["draft", "observe", "enforce"]},
            "tests": {"type": "array", "items": {"type": "object", "required": ["name", "action", "expect"], "properties": {
                "name": {"type": "string"}, "subject": {}, "action": {"type": "string"},
                "resource": {"type": "object", "additionalProperties": {}}, "context": {"type": "object", "additionalProperties": {}},
                "expect": {"type": "string", "enum": ["allow", "deny"]}}}}}}}}})"},
    {"PolicyImportAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["dry_run", "published", "added", "changed", "unchanged", "refused", "policies"], "properties": {
        "dry_run": {"type": "boolean"}, "published": {"type": "boolean"},
        "added": {"type": "integer", "description": "Would be, in a dry run."}, "changed": {"type": "integer"},
        "unchanged": {"type": "integer"}, "refused": {"type": "integer"},
        "policies": {"type": "array", "description": "In the order of the document.", "items": {"type": "object",
            "required": ["place", "outcome", "id", "name", "state", "document_state", "changed", "details"], "properties": {
            "place": {"type": "integer", "description": "In the document, from 0."},
            "outcome": {"type": "string", "enum": ["added", "changed", "unchanged", "refused"]},
            "id": {"type": ["string", "null"]}, "name": {"type": "string"},
            "state": {"type": ["string", "null"], "description": "That it has afterwards; null: it is refused."},
            "document_state": {"type": ["string", "null"], "description": "That it has in the document."},
            "changed": {"type": "array", "items": {"type": "string"}, "description": "Members that differ."},
            "details": {"type": "array", "items": {"$ref": "#/components/schemas/FieldProblem"}}}}}}},
        "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/policies/export",
         .access = Access::Permission,
         .permission = Permission::PoliciesRead,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Report,
         .handler = exportPolicies,
         .also = {409},
         .stores = true,
         .operation = "exportPolicies",
         .tag = "Policies",
         .summary = "Policies with their tests, as one document",
         .details = "By name, a policy a line, and the same for the same policies. More than 8 MiB answers 409 `limit_reached`.",
         .answer = "PolicyDocument",
         .query = exportQuery},
        {.method = Method::Post,
         .pattern = "/api/policies/import",
         .access = Access::Permission,
         .permission = Permission::PoliciesCreate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = importBody,
         .schema = "PolicyImport",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Report,
         .handler = importPolicies,
         .also = {409},
         .operation = "importPolicies",
         .tag = "Policies",
         .summary = "Take a document of policies back in, or tell policy by policy what would happen",
         .details =
             "Needs `policies:update` as well. All of it or nothing: one mistake refuses the document, each with its place "
             "(`policies.3.condition`). What it doesn't name stays. New policies are drafts, and what is enforced goes on "
             "deciding as it does, unless `publish` takes over the states.",
         .answer = "PolicyImportAnswer",
         .query = importQuery},
    };
}

} // namespace
} // namespace policy_transfer_endpoints

EndpointGroup policyTransferEndpoints()
{
    using namespace policy_transfer_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
