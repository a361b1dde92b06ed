#include "backend/access/policies/attributes.h"
#include "backend/access/policies/policy_limits.h"
#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/policy_json.h"
#include "backend/api/endpoints/route_list.h"

#include <array>

namespace sallyport::api {
namespace policies_endpoints {
namespace {

constexpr std::uint32_t policyBody = 128 * 1024; // a condition, escaped
constexpr std::uint32_t testsBody = 1024 * 1024;

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of a name or note.", R"({"type":"string","maxLength":<searchText>})"},
    {"state", "Only those.", R"({"type":"string","enum":["draft","observe","enforce"]})"},
    {"sort", "By their names, or the other way round.", R"({"type":"string","enum":["name","-name"],"default":"name"})"},
});

Result<http::Response> list(Call& call)
{
    authorization::PolicyQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_ASSIGN(query.descending, readDescending(call, "name", false));
    SALLYPORT_ASSIGN(const std::optional<std::string> state, call.query("state"));
    if (state) {
        query.state = access::findState(*state);
        if (!query.state)
            return badQuery("state", "Is not one of the allowed words", "enum");
    }
    SALLYPORT_ASSIGN(const authorization::PolicyPage page, call.services().policies.list(call.actor(), query));
    json::array items;
    for (const access::Policy& policy : page.policies)
        items.push_back(toJson(policy));
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

Result<http::Response> listAttributes(Call&)
{
    json::array items;
    for (const auto& row : access::policies::attributes()) {
        json::object item;
        item["name"] = row.name;
        item["type"] = row.type.text();
        item["meaning"] = row.meaning;
        item["absent"] = orNull(row.absent);
        items.push_back(std::move(item));
    }
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> create(Call& call)
{
    SALLYPORT_ASSIGN(const access::Policy made, call.services().policies.create(call.actor(), newPolicyOf(call.body())));
    http::Response response = dataAnswer(toJson(made), 201);
    response.addHeader("Location", "/api/policies/" + made.id.text());
    return response;
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const access::Policy policy, call.services().policies.read(call.actor(), call.match.parameter));
    return dataAnswer(toJson(policy));
}

Result<http::Response> change(Call& call)
{
    SALLYPORT_ASSIGN(const access::Policy policy,
                     call.services().policies.change(call.actor(), call.match.parameter, policyPatchOf(call.body())));
    return dataAnswer(toJson(policy));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().policies.remove(call.actor(), call.match.parameter));
    return noContent();
}

Result<http::Response> publish(Call& call)
{
    const auto state = call.body().contains("state") ? access::findState(call.text("state")) : access::PolicyState::Enforce;
    SALLYPORT_ASSIGN(const access::Policy policy, call.services().policies.publish(call.actor(), call.match.parameter,
                                                                                   state.value_or(access::PolicyState::Draft)));
    return dataAnswer(toJson(policy));
}

Result<http::Response> listVersions(Call& call)
{
    SALLYPORT_ASSIGN(const std::vector<access::Policy> versions,
                     call.services().policies.versions(call.actor(), call.match.parameter));
    json::array items;
    for (const access::Policy& policy : versions)
        items.push_back(toJson(policy));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

/// With what each gives now.
Result<http::Response> listTests(Call& call)
{
    SALLYPORT_ASSIGN(const std::vector<authorization::PolicyTestResult> results,
                     call.services().policies.runTests(call.actor(), call.match.parameter));
    json::array items;
    for (const authorization::PolicyTestResult& result : results) {
        json::object item = json::parse(result.test.question).get_object(); // checked when it was stored
        item["name"] = result.test.name;
        item["expect"] = result.test.allowed ? "allow" : "deny";
        item["result"] = result.allowed ? "allow" : "deny";
        item["passed"] = result.passed;
        item["why"] = result.why;
        items.push_back(std::move(item));
    }
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> setTests(Call& call)
{
    std::vector<authorization::PolicyTest> tests;
    for (const json::value& value : call.body().at("tests").as_array()) {
        json::object question = value.as_object();
        authorization::PolicyTest test;
        test.name = question.at("name").as_string();
        test.allowed = question.at("expect").as_string() == "allow";
        for (const char* const mine : {"name", "expect", "result", "passed", "why"})
            question.erase(mine);
        test.question = json::serialize(question);
        tests.push_back(std::move(test));
    }
    SALLYPORT_TRY(call.services().policies.setTests(call.actor(), call.match.parameter, std::move(tests)));
    return listTests(call);
}

Result<http::Response> replay(Call& call)
{
    const json::object& body = call.body();
    authorization::PolicyPatch draft;
    if (const json::value* const given = body.if_contains("draft"))
        draft = policyPatchOf(given->get_object());
    std::vector<FieldError> errors;
    const auto time = [&](std::string_view member) {
        const Result<UtcTime> read = fromRfc3339(call.text(member));
        if (!read)
            errors.push_back({std::string(member), "A time, as in RFC 3339.", "format"});
        return read ? *read : UtcTime{};
    };
    const UtcTime since = time("since");
    const UtcTime until = body.contains("until") ? time("until") : call.services().clock.now();
    if (!errors.empty()) {
        Error error(ErrorCode::ValidationFailed, "Validation failed");
        error.fields = std::move(errors);
        return error;
    }
    SALLYPORT_ASSIGN(const authorization::Replay replayed,
                     call.services().accessChecks.replay(call.actor(), call.text("policy"), draft, since, until));
    return dataAnswer(toJson(replayed));
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"policyName", access::policyNameLimit},
    {"policyNote", access::policyNoteLimit},
    {"condition", access::conditionBytes},
    {"policyTests", access::policyTestsLimit},
    {"policyTestName", access::policyTestNameLimit},
    {"policyMembers", R"("name": {"type": "string", "minLength": 1, "maxLength": <policyName>, "examples": ["Own department"]},
        "note": {"type": "string", "maxLength": <policyNote>},
        "effect": {"type": "string", "enum": ["allow", "deny"], "description": "Deny overrides."},
        "actions": {"type": "array", "minItems": 1, "maxItems": 64, "items": {"type": "string", "minLength": 1, "maxLength": 64},
                    "examples": [["records:read"]],
                    "description": "Permissions for records, comments and files, or what is of these in the groups read, write and delete."},
        "resources": {"type": "array", "minItems": 1, "maxItems": 8, "items": {"type": "string", "minLength": 1, "maxLength": 64},
                      "examples": [["record"]], "description": "record, comment, file."},
        "condition": {"type": "string", "maxLength": <condition>, "examples": ["resource.department == subject.department"],
                      "description": "CEL over the attributes of `GET /api/policies/attributes`; `true` always holds."},
        "state": {"type": "string", "enum": ["draft", "observe", "enforce"]})"},
    {"question",
     R"("subject": {"type": ["string", "object"], "maxLength": 64, "maxProperties": 64, "additionalProperties": {}, "examples": [{"department": "surgery", "roles": ["viewer"]}],
            "description": "The id of a user or service account, or attributes; the caller without it."},
        "action": {"type": "string", "minLength": 1, "maxLength": 64, "examples": ["records:read"]},
        "resource": {"type": "object", "maxProperties": 64, "additionalProperties": {}, "examples": [{"kind": "record", "department": "surgery"}],
                     "description": "`kind` and `id`, or attributes."},
        "context": {"type": "object", "maxProperties": 64, "additionalProperties": {}, "description": "What isn't said is as the caller asks now."})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewPolicy",
     R"({"type": "object", "additionalProperties": false, "required": ["name", "effect", "actions", "resources", "condition"],
        "properties": {<policyMembers>}})"},
    {"PolicyPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {<policyMembers>,
        "restore": {"type": "integer", "minimum": 1, "maximum": 9007199254740991, "description": "As it was in that version, but for its state, which alone may be told beside it."},
        "version": <version>}})"},
    {"PolicyPublish", R"({"type": "object", "additionalProperties": false, "properties": {
        "state": {"type": "string", "enum": ["observe", "enforce"], "default": "enforce"}}})"},
    {"PolicyTests", R"({"type": "object", "additionalProperties": false, "required": ["tests"], "properties": {
        "tests": {"type": "array", "maxItems": <policyTests>, "items": {"type": "object", "additionalProperties": false,
            "required": ["name", "action", "expect"], "properties": {
            "name": {"type": "string", "minLength": 1, "maxLength": <policyTestName>}, <question>,
            "expect": {"type": "string", "enum": ["allow", "deny"]}}}}}})"},
    {"PolicyReplay", R"({"type": "object", "additionalProperties": false, "required": ["since"], "properties": {
        "policy": {"type": "string", "maxLength": <policyName>, "description": "Id or name; without it the draft is a new one."},
        "draft": {"type": "object", "additionalProperties": false, "properties": {<policyMembers>}},
        "since": {"type": "string", "maxLength": 64},
        "until": {"type": "string", "maxLength": 64, "description": "Now without it."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Policy",
     R"({"type": "object", "required": ["id", "name", "effect", "actions", "resources", "condition", "state", "version"],
        "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "note": {"type": "string"},
        "effect": {"type": "string", "enum": ["allow", "deny"]},
        "actions": {"type": "array", "items": {"type": "string"}}, "resources": {"type": "array", "items": {"type": "string"}},
        "condition": {"type": "string"}, "state": {"type": "string", "enum": ["draft", "observe", "enforce"]},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "changed_at": {"type": "string", "format": "date-time"}, "changed_by": {"type": "string"},
        "version": {"type": "integer"}}})"},
    {"PolicyAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Policy"}}})"},
    {"PolicyList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Policy"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"AttributeList", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["name", "type", "meaning", "absent"], "properties": {
        "name": {"type": "string"}, "type": {"type": "string", "description": "As CEL has it."}, "meaning": {"type": "string"},
        "absent": {"type": ["string", "null"], "description": "When it isn't set; null: it always is."}}}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"PolicyTestList", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["name", "action", "expect", "result", "passed", "why"], "properties": {
        "name": {"type": "string"}, "subject": {}, "action": {"type": "string"}, "resource": {"type": "object", "additionalProperties": {}},
        "context": {"type": "object", "additionalProperties": {}}, "expect": {"type": "string", "enum": ["allow", "deny"]},
        "result": {"type": "string", "enum": ["allow", "deny"]}, "passed": {"type": "boolean"}, "why": {"type": "string"}}}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"ReplayAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["replayed", "flipped", "complete", "flips", "by_subject", "by_route", "by_object"], "properties": {
        "replayed": {"type": "integer"}, "flipped": {"type": "integer"},
        "complete": {"type": "boolean", "description": "False: there are more than are replayed at once; the oldest were left out."},
        "flips": {"type": "array", "items": {"type": "object", "properties": {
            "decision_id": {"type": "string"}, "time": {"type": "string", "format": "date-time"},
            "subject_id": {"type": "string"}, "subject": {"type": "string"}, "action": {"type": "string"}, "kind": {"type": "string"},
            "object_id": {"type": "string"}, "method": {"type": "string"}, "path": {"type": "string"},
            "route": {"type": "string", "description": "Key of its count in by_route."},
            "was": {"type": "boolean", "description": "Allowed as it was recorded."}, "now": {"type": "boolean"},
            "then": {"type": "boolean"}, "policy": {"type": "string", "description": "Which decides then."}}}},
        "by_subject": {"type": "array", "items": {"$ref": "#/components/schemas/ReplayCount"}},
        "by_route": {"type": "array", "description": "By method and path as in this document, with {id} for any id; without a request by action.",
            "items": {"$ref": "#/components/schemas/ReplayCount"}},
        "by_object": {"type": "array", "items": {"$ref": "#/components/schemas/ReplayCount"}}}}}})"},
    {"ReplayCount", R"({"type": "object", "required": ["key", "name", "would_allow", "would_deny"], "properties": {
        "key": {"type": "string"}, "name": {"type": "string"}, "would_allow": {"type": "integer"}, "would_deny": {"type": "integer"}}})"},
});

std::vector<Route> routes()
{
    const Route reading{.method = Method::Get,
                        .access = Access::Permission,
                        .permission = Permission::PoliciesRead,
                        .rate = RateClass::ApiRead,
                        .body = Body::None,
                        .bodyLimit = 0,
                        .stepUp = StepUp::NotNeeded,
                        .runsOn = RunsOn::Worker,
                        .tag = "Policies"};
    const Route changing{.method = Method::Post,
                         .access = Access::Permission,
                         .permission = Permission::PoliciesUpdate,
                         .rate = RateClass::ApiWrite,
                         .body = Body::Json,
                         .bodyLimit = policyBody,
                         .stepUp = StepUp::IfEnrolled,
                         .runsOn = RunsOn::Worker,
                         .also = {409},
                         .tag = "Policies"};
    RouteList all;
    all.add(reading, "/api/policies", list, "listPolicies", "Policies, by name", "PolicyList").query = listQuery;
    {
        Route& route = all.add(changing, "/api/policies", create, "createPolicy", "Add a policy, in any state", "PolicyAnswer");
        route.permission = Permission::PoliciesCreate;
        route.schema = "NewPolicy";
        route.status = 201;
    }
    {
        Route& route = all.add(reading, "/api/policies/attributes", listAttributes, "listPolicyAttributes",
                               "Everything that conditions may name", "AttributeList");
        route.runsOn = RunsOn::Loop;
    }
    {
        Route& route = all.add(reading, "/api/policies/replay", replay, "replayPolicy",
                               "What a draft would have decided otherwise in a time", "ReplayAnswer");
        route.method = Method::Post;
        route.body = Body::Json;
        route.bodyLimit = policyBody;
        route.schema = "PolicyReplay";
        route.stores = false;
        route.also = {404};
    }
    all.add(reading, "/api/policies/{id}", read, "readPolicy", "One policy, by id or name", "PolicyAnswer");
    {
        Route& route = all.add(changing, "/api/policies/{id}", change, "changePolicy",
                               "Change a policy; its tests must pass if it decides afterwards", "PolicyAnswer");
        route.method = Method::Patch;
        route.schema = "PolicyPatch";
    }
    {
        Route& route = all.add(changing, "/api/policies/{id}", remove, "deletePolicy", "Delete a policy", "");
        route.method = Method::Delete;
        route.permission = Permission::PoliciesDelete;
        route.body = Body::None;
        route.bodyLimit = 0;
        route.also = {};
        route.status = 204;
    }
    {
        Route& route = all.add(changing, "/api/policies/{id}/publish", publish, "publishPolicy",
                               "Run its tests, and let it decide or observe", "PolicyAnswer");
        route.body = Body::OptionalJson;
        route.schema = "PolicyPublish";
    }
    all.add(reading, "/api/policies/{id}/versions", listVersions, "listPolicyVersions", "A policy as it was, the newest first",
            "PolicyList");
    all.add(reading, "/api/policies/{id}/tests", listTests, "listPolicyTests", "The tests of a policy and what they give now",
            "PolicyTestList");
    {
        Route& route = all.add(changing, "/api/policies/{id}/tests", setTests, "setPolicyTests", "Replace the tests of a policy",
                               "PolicyTestList");
        route.method = Method::Put;
        route.bodyLimit = testsBody;
        route.schema = "PolicyTests";
        route.also = {};
    }
    return all.take();
}

} // namespace
} // namespace policies_endpoints

EndpointGroup policyEndpoints()
{
    using namespace policies_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
