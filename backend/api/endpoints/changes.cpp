#include "backend/api/endpoints/common.h"
#include "backend/services/provisional_changes.h"

namespace sallyport::api {
namespace changes_endpoints {
namespace {

json::object toJson(const ProvisionalChange& change)
{
    json::object object;
    object["id"] = change.id;
    object["kind"] = access::provisionalWord(change.kind);
    object["state"] = provisionalStateWord(change.state);
    object["object"] = change.object;
    object["made_at"] = timeJson(change.madeAt);
    object["until"] = timeJson(change.until);
    object["ended_at"] = timeJson(change.endedAt);
    object["seconds_left"] = std::chrono::duration_cast<std::chrono::seconds>(change.left).count();
    return object;
}

Result<http::Response> list(Call& call)
{
    SALLYPORT_ASSIGN(const auto changes, call.services().provisionalChanges.list(call.actor()));
    json::array items;
    for (const ProvisionalChange& change : changes)
        items.push_back(toJson(change));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(changes.size()));
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const auto change, call.services().provisionalChanges.read(call.actor(), call.match.parameter));
    return dataAnswer(toJson(change));
}

Result<http::Response> confirm(Call& call)
{
    SALLYPORT_ASSIGN(const auto change, call.services().provisionalChanges.confirm(call.actor(), call.match.parameter));
    return dataAnswer(toJson(change));
}

Result<http::Response> takeBack(Call& call)
{
    SALLYPORT_ASSIGN(const auto change, call.services().provisionalChanges.takeBack(call.actor(), call.match.parameter));
    return dataAnswer(toJson(change));
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Change",
     R"({"type": "object", "required": ["id", "kind", "state", "object", "made_at", "until", "ended_at", "seconds_left"],
        "properties": {"id": {"type": "string"},
        "kind": {"type": "string", "enum": ["user_roles", "role", "role_removal", "listening", "certificate", "address_rule",
                 "cors", "service_account", "api_key"]},
        "state": {"type": "string", "enum": ["waiting", "kept", "taken_back"]},
        "object": {"type": "string", "description": "What was changed, by its name."},
        "made_at": {"type": "string", "format": "date-time"}, "until": {"type": "string", "format": "date-time"},
        "ended_at": {"type": ["string", "null"], "format": "date-time"},
        "seconds_left": {"type": "integer", "description": "Measured, whatever the clock says."}}})"},
    {"ChangeAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Change"}}})"},
    {"ChangeList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Change"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"ConfirmAnswer", R"({"type": "object", "required": ["confirm"], "properties": {
        "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/changes",
         .access = Access::TokenOnly,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listChanges",
         .tag = "Changes",
         .summary = "Own changes that wait to be confirmed",
         .answer = "ChangeList"},
        {.method = Method::Get,
         .pattern = "/api/changes/{id}",
         .access = Access::TokenOnly,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readChange",
         .tag = "Changes",
         .summary = "An own change that waits, or how it ended; for a day",
         .answer = "ChangeAnswer"},
        {.method = Method::Post,
         .pattern = "/api/changes/{id}/confirm",
         .access = Access::TokenOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "Empty",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = confirm,
         .also = {409},
         .operation = "confirmChange",
         .tag = "Changes",
         .summary = "Keep a change that would have cut off its caller",
         .details = "By whoever made it, a person or the same API key, and nothing else is needed: that they can ask shows that "
                    "they are not cut off. Of one that is kept already it answers the same; of one that was taken back 409 "
                    "`change_taken_back`.",
         .answer = "ChangeAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/changes/{id}",
         .access = Access::TokenOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = takeBack,
         .also = {409},
         .operation = "takeChangeBack",
         .tag = "Changes",
         .summary = "Take a change back that waits to be confirmed",
         .details = "What others have changed of it since stays. One that was confirmed answers 409 `change_kept`.",
         .answer = "ChangeAnswer"},
    };
}

} // namespace
} // namespace changes_endpoints

EndpointGroup changeEndpoints()
{
    using namespace changes_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
