#include "backend/access/policies/policy_limits.h"
#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/policy_json.h"

#include <array>

namespace sallyport::api {
namespace decisions_endpoints {
namespace {

constexpr std::uint32_t questionsBody = 1024 * 1024;

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of who asked, of the policy, path, object or action.", R"({"type":"string","maxLength":<searchText>})"},
    {"allowed", "Only what was allowed, or only what was refused.", R"({"type":"boolean"})"},
    {"observed", "Only what an observed policy would have refused, or only the rest.", R"({"type":"boolean"})"},
    {"subject", "Id of who asked.", R"({"type":"string","maxLength":64})"},
    {"policy",
     "Id or name of the policy that decided; with observed=true, of the one that would have refused. One that was deleted is "
     "known "
     "by its id, with observed=true by its name.",
     R"({"type":"string","maxLength":<policyName>})"},
    {"object", "Id of the object.", R"({"type":"string","maxLength":64})"},
    {"action", "The permission that was used.", R"({"type":"string","maxLength":64})"},
    {"since", "From this time on.", R"({"type":"string","maxLength":64})"},
    {"until", "Before this time.", R"({"type":"string","maxLength":64})"},
    timeSortParameter,
});

Result<void> readFlag(const Call& call, std::string_view name, std::optional<bool>& to)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query(name));
    if (text && *text != "true" && *text != "false")
        return badQuery(name, "Is not true or false", "enum");
    if (text)
        to = *text == "true";
    return {};
}

Result<void> readText(const Call& call, std::string_view name, std::string& to)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query(name));
    if (text && text->empty())
        return badQuery(name, "Is empty", "minLength");
    to = text.value_or(std::string());
    return {};
}

Result<void> readTime(const Call& call, std::string_view name, std::optional<UtcTime>& to)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query(name));
    if (!text)
        return {};
    const Result<UtcTime> time = fromRfc3339(*text);
    if (!time)
        return badQuery(name, "Is not a time as in RFC 3339", "format");
    to = *time;
    return {};
}

Result<http::Response> list(Call& call)
{
    authorization::DecisionQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_ASSIGN(const bool newestFirst, readDescending(call, "time", true));
    query.oldestFirst = !newestFirst;
    SALLYPORT_TRY(readFlag(call, "allowed", query.allowed));
    SALLYPORT_TRY(readFlag(call, "observed", query.observed));
    SALLYPORT_TRY(readText(call, "subject", query.subject));
    SALLYPORT_TRY(readText(call, "policy", query.policy));
    SALLYPORT_TRY(readText(call, "object", query.object));
    SALLYPORT_TRY(readText(call, "action", query.action));
    SALLYPORT_TRY(readTime(call, "since", query.since));
    SALLYPORT_TRY(readTime(call, "until", query.until));
    SALLYPORT_ASSIGN(const authorization::DecisionPage page, call.services().decisionLog.list(call.actor(), query));
    json::array items;
    for (const authorization::RecordedDecision& decision : page.decisions)
        items.push_back(toJson(decision));
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const authorization::RecordedDecision decision,
                     call.services().decisionLog.read(call.actor(), call.match.parameter));
    return dataAnswer(toJson(decision));
}

bool flag(const json::object& body, std::string_view member, bool usual)
{
    const json::value* const value = body.if_contains(member);
    return value != nullptr && value->is_bool() ? value->get_bool() : usual;
}

Result<http::Response> answerMany(Call& call, const json::array& checks, const authorization::CheckOptions& options)
{
    SALLYPORT_ASSIGN(const std::vector<authorization::CheckAnswer> answers,
                     call.services().accessChecks.checkMany(call.actor(), checks, options));
    json::array items;
    for (const authorization::CheckAnswer& answer : answers)
        items.push_back(toJson(answer));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> check(Call& call)
{
    const json::object& body = call.body();
    authorization::CheckOptions options;
    if (const json::value* const checks = body.if_contains("checks")) {
        options.record = flag(body, "record", false);
        options.trace = flag(body, "trace", false);
        return answerMany(call, checks->get_array(), options);
    }
    options.trace = flag(body, "trace", true);
    SALLYPORT_ASSIGN(const authorization::CheckAnswer answer, call.services().accessChecks.check(call.actor(), body, options));
    return dataAnswer(toJson(answer));
}

Result<http::Response> who(Call& call, const json::object& body)
{
    SALLYPORT_ASSIGN(const authorization::WhoMay may, call.services().accessChecks.who(call.actor(), body));
    json::array users;
    for (const authorization::WhoMay::One& one : may.users)
        users.push_back({{"id", one.id}, {"name", one.name}, {"email", one.email}, {"policy", orNull(one.policy)}});
    return dataAnswer(json::object{{"who", std::move(users)}, {"total", may.total}, {"asked", may.asked}});
}

Result<http::Response> what(Call& call, const json::object& body)
{
    SALLYPORT_ASSIGN(const std::vector<authorization::MayDo> may, call.services().accessChecks.what(call.actor(), body));
    json::array actions;
    for (const authorization::MayDo& one : may)
        actions.push_back(
            {{"action", one.action}, {"kind", orNull(one.kind)}, {"allowed", one.answer}, {"policy", orNull(one.policy)}});
    return dataAnswer(json::object{{"what", std::move(actions)}});
}

Result<http::Response> simulate(Call& call)
{
    const json::object& body = call.body();
    if (call.text("ask") == "who")
        return who(call, body);
    if (call.text("ask") == "what")
        return what(call, body);
    authorization::CheckOptions options;
    options.simulation = true;
    if (const json::value* const drafts = body.if_contains("drafts"))
        for (const json::value& draft : drafts->get_array())
            options.drafts.push_back(newPolicyOf(draft.get_object()));
    if (const json::value* const enforced = body.if_contains("enforced"))
        options.enforced = json::value_to<std::vector<std::string>>(*enforced);
    SALLYPORT_ASSIGN(const authorization::CheckAnswer answer, call.services().accessChecks.check(call.actor(), body, options));
    return dataAnswer(toJson(answer));
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"checks", access::checksLimit},
    {"checkMembers", R"("allowed": {"type": "boolean"},
        "reason": {"type": "string", "enum": ["permission_missing", "not_named", "allowed_by_policy", "denied_by_policy", "deny_failed",
                   "no_rule_matched", "no_such_subject", "no_such_object"]},
        "summary": {"type": "string"}, "required": {"type": "string"}, "policy": {"type": "string"},
        "observed": {"type": "string", "description": "What it would be if observed policies were enforced, if that is a refusal."},
        "decision_id": {"type": "string"}, "trace": {"type": "object", "additionalProperties": {}})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"AccessCheck", R"({"type": "object", "additionalProperties": false, "properties": {<question>,
        "checks": {"type": "array", "minItems": 1, "maxItems": <checks>, "items": {"type": "object", "additionalProperties": false,
            "required": ["action"], "properties": {<question>}}, "description": "Many questions, in place of one."},
        "record": {"type": "boolean", "description": "Of many: keep them as decisions. A single one always is."},
        "trace": {"type": "boolean", "description": "Tell why; of many only if it is true."}}})"},
    {"Simulation", R"({"type": "object", "additionalProperties": false, "properties": {<question>,
        "ask": {"type": "string", "enum": ["check", "who", "what"], "default": "check",
                "description": "who: which users may do `action`; what: what `subject` may do."},
        "enforced": {"type": "array", "maxItems": 100, "items": {"type": "string", "minLength": 1, "maxLength": <policyName>},
                     "description": "Policies, by id or name, that count as enforced."},
        "drafts": {"type": "array", "maxItems": 20, "items": {"type": "object", "additionalProperties": false,
            "required": ["name", "effect", "actions", "resources", "condition"], "properties": {<policyMembers>}},
            "description": "Policies that there aren't, counted as enforced; one with a name that there is takes its place."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"CheckAnswer", R"({"type": "object", "required": ["allowed", "reason", "summary"], "properties": {<checkMembers>}})"},
    {"AccessAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"type": ["object", "array"], "description": "Of many questions a list. `who` and `what` answer what was asked for.",
            "items": {"$ref": "#/components/schemas/CheckAnswer"}, "properties": {<checkMembers>,
            "who": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"},
                "email": {"type": "string"}, "policy": {"type": ["string", "null"]}}}},
            "total": {"type": "integer"}, "asked": {"type": "integer", "description": "Active users."},
            "what": {"type": "array", "items": {"type": "object", "properties": {
                "action": {"type": "string"}, "kind": {"type": ["string", "null"]},
                "allowed": {"type": "string", "enum": ["yes", "no", "some"]}, "policy": {"type": ["string", "null"]}}}}}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"Decision", R"({"type": "object", "required": ["id", "time", "source", "allowed", "reason", "action"], "properties": {
        "id": {"type": "string"}, "time": {"type": "string", "format": "date-time"},
        "source": {"type": "string", "enum": ["request", "list", "route", "check", "simulation"]},
        "allowed": {"type": "boolean"}, "reason": {"type": "string"},
        "policy": {"type": ["string", "null"]}, "policy_id": {"type": ["string", "null"]},
        "observed": {"type": ["string", "null"]}, "observed_policy": {"type": ["string", "null"]},
        "required": {"type": ["string", "null"]}, "subject_id": {"type": ["string", "null"]}, "subject": {"type": "string"},
        "action": {"type": "string"}, "kind": {"type": ["string", "null"]}, "object_id": {"type": ["string", "null"]},
        "object": {"type": ["string", "null"], "description": "What it is called now: a title, a file's name, how a comment begins. Null to who may not read it, and of what is gone."},
        "request_id": {"type": ["string", "null"]}, "method": {"type": ["string", "null"]}, "path": {"type": ["string", "null"]},
        "question": {"type": "object", "additionalProperties": {}, "description": "All facts, as `POST /api/authz/check` takes them; of one decision only."},
        "trace": {"type": "object", "additionalProperties": {}, "description": "Of one decision only."}}})"},
    {"DecisionAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Decision"}}})"},
    {"DecisionList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Decision"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Post,
         .pattern = "/api/policies/simulate",
         .access = Access::Permission,
         .permission = Permission::PoliciesRead,
         .rate = RateClass::ApiRead,
         .body = Body::Json,
         .bodyLimit = questionsBody,
         .schema = "Simulation",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = simulate,
         .operation = "simulatePolicies",
         .tag = "Policies",
         .summary = "What would be decided, also with drafts; who may do something, what somebody may do",
         .answer = "AccessAnswer"},
        {.method = Method::Post,
         .pattern = "/api/authz/check",
         .access = Access::TokenOnly,
         .rate = RateClass::ApiRead,
         .body = Body::Json,
         .bodyLimit = questionsBody,
         .schema = "AccessCheck",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = check,
         .also = {403},
         .operation = "checkAccess",
         .tag = "Policies",
         .summary = "Whether something is allowed, one question or up to a thousand",
         .details = "About others, and why, for who holds `policies:read`. To all others an object that they may not read is "
                    "answered as "
                    "one that there isn't: `no_such_object`.",
         .answer = "AccessAnswer"},
        {.method = Method::Get,
         .pattern = "/api/decisions",
         .access = Access::Permission,
         .permission = Permission::DecisionsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listDecisions",
         .tag = "Policies",
         .summary = "What was decided, the newest first",
         .answer = "DecisionList",
         .query = listQuery},
        {.method = Method::Get,
         .pattern = "/api/decisions/{id}",
         .access = Access::Permission,
         .permission = Permission::DecisionsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readDecision",
         .tag = "Policies",
         .summary = "One decision, with its facts and why",
         .answer = "DecisionAnswer"},
    };
}

} // namespace
} // namespace decisions_endpoints

EndpointGroup decisionEndpoints()
{
    using namespace decisions_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
