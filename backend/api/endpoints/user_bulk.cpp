#include "backend/api/endpoints/common.h"
#include "backend/api/problem.h"
#include "backend/api/refusal_event.h"
#include "backend/identity/sessions/recent_factor.h"
#include "backend/identity/users/bulk_action.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace sallyport::api {
namespace user_bulk_endpoints {
namespace {

using identity::BulkAction;
using identity::UserAction;

constexpr int bulkUsers = 500;
constexpr std::uint32_t bulkBody = 64 * 1024; ///< 500 ids of 64 characters and what stands around them

/// What the request asks for. ValidationFailed for a role where none belongs, or none where one does.
Result<BulkAction> actionOf(const Call& call)
{
    std::optional<BulkAction> action = identity::bulkActionOf(call.text("action"));
    if (!action) // the schema knows the same words
        return makeError(ErrorCode::InvalidArgument, "There is no such action");
    action->role = call.text("role");
    if (action->changesRole() == action->role.empty()) {
        Error error(ErrorCode::ValidationFailed, "The request is not acceptable");
        error.fields.push_back({"role", action->role.empty() ? "Is needed for this action" : "Is not for this action",
                                action->role.empty() ? "required" : "not_allowed"});
        return error;
    }
    return std::move(*action);
}

/// What the route of one user asks before the service does. The service asks each time again.
Result<void> mayBegin(const Call& call, const BulkAction& action)
{
    SALLYPORT_TRY(identity::mayAtAll(call.services().roles, call.actor(), action));
    const auto* one = std::get_if<UserAction>(&action.what);
    if (one != nullptr && *one == UserAction::ResetMfa)
        return identity::requireRecentFactor(call.actor(), call.principal->mfaEnabled, *call.services().settings.values(),
                                             call.services().clock.now());
    return {};
}

json::object failed(const Error& error)
{
    const ProblemRow& row = problemRow(error.code);
    const bool hidden = row.status == 500 || error.detail.empty();
    json::object item{
        {"status", row.status}, {"code", problemWord(error)}, {"detail", hidden ? row.error : std::string_view(error.detail)}};
    if (!error.required.empty())
        item["required"] = error.required;
    return item;
}

/// A refusal among others is recorded like one that is the whole answer.
Result<void> recordFailure(const Call& call, const UserId& id, const Error& error)
{
    std::optional<audit::Event> event = failureEvent(call, error);
    if (!event)
        return {};
    event->object = {"user", id.text(), {}};
    return call.api.journal.record(std::move(*event));
}

Result<http::Response> bulk(Call& call)
{
    SALLYPORT_ASSIGN(const BulkAction action, actionOf(call));
    SALLYPORT_TRY(mayBegin(call, action));
    const json::array& ids = call.body().at("ids").as_array();
    std::vector<std::size_t> order(ids.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Oneself last: it may end the session, or take the role, that the others need.
    std::ranges::stable_partition(order, [&](std::size_t i) { return ids[i].as_string() != call.actor().id.text(); });
    json::array results(ids.size());
    std::int64_t done = 0;
    for (const std::size_t i : order) {
        const UserId id{std::string(ids[i].as_string())};
        const Result<bool> result = identity::applyTo(call.services().users, call.actor(), id, action);
        json::object item{{"id", id.text()}, {"ok", result.has_value()}};
        if (result) {
            ++done;
        } else {
            SALLYPORT_TRY(recordFailure(call, id, result.error()));
            item["problem"] = failed(result.error());
        }
        results[i] = std::move(item);
    }
    const std::int64_t left = static_cast<std::int64_t>(results.size()) - done;
    return changeAnswer(call,
                        {{"action", call.text("action")}, {"done", done}, {"failed", left}, {"results", std::move(results)}});
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"bulk", bulkUsers},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"BulkRequest", R"({"type": "object", "additionalProperties": false, "required": ["action", "ids"], "properties": {
        "action": {"type": "string", "enum": ["disable", "enable", "unlock", "reset-mfa", "revoke-sessions", "delete", "give-role", "take-role"]},
        "ids": {"type": "array", "minItems": 1, "maxItems": <bulk>, "uniqueItems": true, "description": "Of users.",
                "items": {"type": "string", "pattern": "^[0-9A-Za-z_-]{1,<id>}$", "maxLength": <id>}},
        "role": {"type": "string", "pattern": "<rolePattern>", "maxLength": <roleName>,
                 "description": "For give-role and take-role, and for nothing else. The other roles stay."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"BulkAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["action", "done", "failed", "results"], "properties": {
        "action": {"type": "string"}, "done": {"type": "integer"}, "failed": {"type": "integer"},
        "results": {"type": "array", "description": "In the order of the request.", "items": {"type": "object", "required": ["id", "ok"], "properties": {
            "id": {"type": "string"}, "ok": {"type": "boolean"},
            "problem": {"type": "object", "description": "Why not, as the route of one user would answer.",
                "required": ["status", "code", "detail"], "properties": {
                "status": {"type": "integer"}, "code": {"type": "string"}, "detail": {"type": "string"},
                "required": {"type": "string", "description": "The permission that is missing."}}}}}}}},
        "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
});

std::vector<Route> routes()
{
    return {
        // Which permission is needed depends on the action: bulk() asks before the first user, the service at each.
        {.method = Method::Post,
         .pattern = "/api/users/bulk",
         .access = Access::TokenOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = bulkBody,
         .schema = "BulkRequest",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Report,
         .handler = bulk,
         .also = {403},
         .operation = "changeManyUsers",
         .tag = "Users",
         .summary = "Do one thing to many users; each has its own result",
         .details = "Which permission is needed depends on the action; what fails has its reason among the results, and the "
                    "status is 200.",
         .answer = "BulkAnswer"},
    };
}

} // namespace
} // namespace user_bulk_endpoints

EndpointGroup userBulkEndpoints()
{
    using namespace user_bulk_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
