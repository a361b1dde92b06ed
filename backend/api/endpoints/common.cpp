// Schemas that belong to no endpoint alone.

#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace {

constexpr auto kRequests = std::to_array<SchemaText>({
    {"Empty", R"({"type": "object", "additionalProperties": false, "properties": {}})"},
});

constexpr auto kAnswers = std::to_array<SchemaText>({
    {"Problem", R"({"type": "object", "description": "RFC 9457.",
        "required": ["type", "title", "status", "detail", "error", "instance", "code"], "properties": {
        "type": {"type": "string", "format": "uri-reference"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string"}, "error": {"type": "string"},
        "instance": {"type": "string", "description": "The request id, as in X-Request-Id and in the events."},
        "code": {"type": "string", "description": "A stable machine word."},
        "details": {"type": "array", "items": {"$ref": "#/components/schemas/FieldProblem"}},
        "required": {"type": "string", "description": "The permission that is missing."}, "policy": {"type": "string"},
        "decision_id": {"type": "string"}, "incident_id": {"type": "string"}, "mfa_required": {"type": "boolean"},
        "clock_offset_seconds": {"type": "integer", "description": "signature_clock: how far the signature's time is ahead of (negative: behind) the server's clock."},
        "max_age": {"type": "integer", "description": "Seconds that the authentication may be old (RFC 9470)."},
        "acr_values": {"type": "string"}, "retry_after": {"type": "integer", "description": "Seconds."}}})"},
    {"FieldProblem", R"({"type": "object", "required": ["field", "message", "rule"], "properties": {
        "field": {"type": "string"}, "message": {"type": "string"}, "rule": {"type": "string"}}})"},
    {"Page", R"({"type": "object", "required": ["next"], "properties": {
        "next": {"type": ["string", "null"], "description": "The cursor of the next page."}, "total": {"type": "integer"}}})"},
});

} // namespace

EndpointGroup commonEndpoints()
{
    return {.requests = kRequests, .answers = kAnswers};
}

} // namespace sallyport::api
