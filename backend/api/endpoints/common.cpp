// Schemas that belong to no endpoint alone, and what answers of several have.

#include "backend/api/endpoints/common.h"
#include "backend/access/role_limits.h"
#include "backend/audit/event_query.h"
#include "backend/identity/core/limits.h"
#include "backend/identity/passwords/password_policy.h"
#include "backend/services/provisional_changes.h"

namespace sallyport::api {
namespace common_endpoints {
namespace {

constexpr int idText = 64;     // of an id as it comes in; ours have 26
constexpr int tokenText = 256; // of what is told once and shown once; ours have 43

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"id", idText},
    {"pageRows", limits::pageRows},
    {"pageUsual", rowsUsual},
    {"cursor", limits::cursorBytes},
    {"searchText", limits::searchText},
    {"filter", audit::filterTextLimit},
    {"name", identity::nameLimit},
    {"email", identity::emailLimit},
    {"password", identity::passwordLimit},
    {"token", tokenText},
    {"roles", access::rolesOfOneLimit},
    {"roleName", access::roleNameBytes},
    {"roleTail", access::roleNameBytes - 1},
    {"rolePattern", "^[a-z][a-z0-9_-]{0,<roleTail>}$"},
    {"role", R"({"type": "string", "pattern": "<rolePattern>", "maxLength": <roleName>})"},
    {"version", R"({"type": "integer", "minimum": 1, "maximum": 9007199254740991,
        "description": "The version that was read; another one now answers 412."})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"Empty", R"({"type": "object", "additionalProperties": false, "properties": {}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Problem", R"({"type": "object", "description": "RFC 9457.",
        "required": ["type", "title", "status", "detail", "error", "instance", "code"], "properties": {
        "type": {"type": "string", "format": "uri-reference"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string"}, "error": {"type": "string"},
        "instance": {"type": "string", "description": "The request id, as in X-Request-Id and in the events."},
        "code": {"type": "string", "description": "A stable machine word."},
        "details": {"type": "array", "items": {"$ref": "#/components/schemas/FieldProblem"}},
        "required": {"type": "string", "description": "The permission that is missing."}, "policy": {"type": "string"},
        "done": {"type": "object", "description": "What was done before it failed: of an import what its answer tells otherwise."},
        "decision_id": {"type": "string"}, "incident_id": {"type": "string"}, "mfa_required": {"type": "boolean"},
        "clock_offset_seconds": {"type": "integer", "description": "signature_clock: how far the signature's time is ahead of (negative: behind) the server's clock."},
        "max_age": {"type": "integer", "description": "Seconds that the authentication may be old (RFC 9470)."},
        "acr_values": {"type": "string"}, "retry_after": {"type": "integer", "description": "Seconds."}}})"},
    {"FieldProblem", R"({"type": "object", "required": ["field", "message", "rule"], "properties": {
        "field": {"type": "string"}, "message": {"type": "string"}, "rule": {"type": "string"},
        "position": {"type": "integer", "description": "Of a mistake in an expression: characters before it."},
        "line": {"type": "integer"}, "column": {"type": "integer"}}})"},
    {"Confirm", R"({"type": "object", "required": ["id", "until"],
        "description": "There if the change would cut off its caller: it is taken back at `until` without `POST /api/changes/{id}/confirm`.",
        "properties": {"id": {"type": "string"}, "until": {"type": "string", "format": "date-time"}}})"},
    {"Page", R"({"type": "object", "required": ["next", "total"], "properties": {
        "next": {"type": ["string", "null"], "description": "The cursor of the next page."},
        "total": {"type": "integer", "description": "On all pages together; exact to 10,000."},
        "about": {"type": "boolean", "description": "There and true if the total is more and nobody has counted to the end."}}})"},
});

} // namespace
} // namespace common_endpoints

std::optional<json::object> confirmOf(const Call& call)
{
    using namespace common_endpoints;
    const auto change = call.services().provisionalChanges.madeBy(call.actor());
    if (!change)
        return std::nullopt;
    return json::object{{"id", change->id}, {"until", timeJson(change->until)}};
}

http::Response changeAnswer(const Call& call, json::value data)
{
    using namespace common_endpoints;
    auto confirm = confirmOf(call);
    if (!confirm)
        return dataAnswer(std::move(data));
    json::object document{{"data", std::move(data)}, {"confirm", std::move(*confirm)}};
    return answer(200, Media::Json, json::serialize(document));
}

http::Response changeAnswer(const Call& call)
{
    using namespace common_endpoints;
    auto confirm = confirmOf(call);
    if (!confirm)
        return noContent();
    return answer(200, Media::Json, json::serialize(json::object{{"confirm", std::move(*confirm)}}));
}

EndpointGroup commonEndpoints()
{
    using namespace common_endpoints;
    return {.requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
