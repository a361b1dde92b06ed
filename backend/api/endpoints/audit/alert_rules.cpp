#include "backend/alerts/alert_rules.h"
#include "backend/api/endpoints/audit/alert_json.h"
#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/route_list.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/user_fields.h"

namespace sallyport::api {
namespace alert_rules_endpoints {
namespace {

using alerts::AlertRuleId;

constexpr std::uint32_t ruleBody = 64 * 1024;
constexpr std::chrono::seconds trialLasts{10};
constexpr std::size_t destinationText = 64, kindText = 64, zoneText = 64, actionSeconds = alerts::alertActionLongest.count(),
                      windowSeconds = alerts::alertWindowLongest.count();

AlertRuleId ruleIdOf(const Call& call)
{
    return AlertRuleId(std::string(call.match.parameter));
}

/// A time of the body, if it has one.
Result<std::optional<UtcTime>> timeOf(const Call& call, std::string_view member)
{
    const json::value* const found = call.body().if_contains(member);
    if (found == nullptr || !found->is_string())
        return std::optional<UtcTime>();
    const Result<UtcTime> time = fromRfc3339(found->get_string());
    if (!time)
        return identity::validationError({{std::string(member), "A time such as 2026-11-24T14:00:00Z.", "format"}});
    return std::optional(*time);
}

Result<http::Response> list(Call& call)
{
    SALLYPORT_ASSIGN(const auto all, call.services().alertRules.list(call.actor()));
    json::array items;
    for (const alerts::AlertRule& rule : all)
        items.push_back(toJson(rule));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const alerts::AlertRule rule, call.services().alertRules.read(call.actor(), ruleIdOf(call)));
    return dataAnswer(toJson(rule));
}

Result<http::Response> create(Call& call)
{
    SALLYPORT_ASSIGN(const alerts::AlertDraft draft, alertDraftOf(call.body(), {}));
    SALLYPORT_ASSIGN(const alerts::AlertRule made, call.services().alertRules.create(call.actor(), draft));
    http::Response response = dataAnswer(toJson(made), 201);
    response.addHeader("Location", "/api/alert-rules/" + made.id.text());
    return response;
}

Result<http::Response> change(Call& call)
{
    alerts::AlertRules& rules = call.services().alertRules;
    const json::object& body = call.body();
    alerts::AlertPatch patch;
    patch.expectedVersion = readVersion(call);
    if (body.contains("muted_until")) {
        SALLYPORT_ASSIGN(patch.mutedUntil, timeOf(call, "muted_until"));
    }
    const std::size_t others = (body.contains("version") ? 1 : 0) + (body.contains("muted_until") ? 1 : 0);
    if (body.size() == others + 1 && body.contains("enabled")) {
        patch.enabled = body.at("enabled").as_bool();
    } else if (body.size() > others) {
        SALLYPORT_ASSIGN(const alerts::AlertRule before, rules.read(call.actor(), ruleIdOf(call)));
        SALLYPORT_ASSIGN(patch.what, alertDraftOf(body, before.what));
        if (!patch.expectedVersion)
            patch.expectedVersion = before.version; // what isn't said stays as it is, not as it was
    }
    SALLYPORT_ASSIGN(const alerts::AlertRule after, rules.change(call.actor(), ruleIdOf(call), patch));
    return dataAnswer(toJson(after));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().alertRules.remove(call.actor(), ruleIdOf(call)));
    return noContent();
}

Result<http::Response> reset(Call& call)
{
    SALLYPORT_ASSIGN(const alerts::AlertRule rule, call.services().alertRules.reset(call.actor(), ruleIdOf(call)));
    return dataAnswer(toJson(rule));
}

/// The rule as it is stored, with what the body says in its place.
Result<http::Response> test(Call& call)
{
    alerts::AlertRules& rules = call.services().alertRules;
    SALLYPORT_ASSIGN(const alerts::AlertRule rule, rules.read(call.actor(), ruleIdOf(call)));
    const bool says = call.bodyJson != nullptr;
    SALLYPORT_ASSIGN(const alerts::AlertDraft draft,
                     says ? alertDraftOf(call.body(), rule.what) : Result<alerts::AlertDraft>(rule.what));
    std::optional<UtcTime> since, until;
    if (says) {
        SALLYPORT_ASSIGN(since, timeOf(call, "since"));
        SALLYPORT_ASSIGN(until, timeOf(call, "until"));
    }
    const UtcTime end = until.value_or(call.services().clock.now());
    // Nobody can call it back, and whoever asked may have gone: what it has found by then is the answer.
    const auto inTime = [over = std::chrono::steady_clock::now() + trialLasts](std::int64_t, std::int64_t) {
        return std::chrono::steady_clock::now() < over;
    };
    SALLYPORT_ASSIGN(const alerts::AlertTrial trial,
                     rules.test(call.actor(), draft, since.value_or(end - alerts::trialUsual), end, inTime));
    return dataAnswer(toJson(trial));
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"alertName", alerts::alertNameLimit},
    {"alertNote", alerts::alertNoteLimit},
    {"alertKinds", alerts::alertKindsLimit},
    {"alertActions", alerts::alertActionsLimit},
    {"alertThreshold", alerts::alertThresholdMost},
    {"alertWindow", windowSeconds},
    {"alertActionSeconds", actionSeconds},
    {"alertKind", kindText},
    {"alertDestination", destinationText},
    {"alertZone", zoneText},
    {"alertSeverity", R"({"type": "string", "enum": ["info", "notice", "warning", "critical"]})"},
    {"alertCounting",
     R"("kinds": {"type": "array", "maxItems": <alertKinds>, "items": {"type": "string", "minLength": 1, "maxLength": <alertKind>}, "examples": [["auth.login_failed"]],
            "description": "Words of kinds, or families as in `auth.*`; none: what the filter takes."},
        "filter": {"type": "string", "maxLength": <filter>, "description": "The filter language of GET /api/events, without times.", "examples": ["-address:10.0.0.0/8"]},
        "threshold": {"type": "integer", "minimum": 1, "maximum": <alertThreshold>, "examples": [20]},
        "window_seconds": {"type": "integer", "minimum": 1, "maximum": <alertWindow>, "examples": [300]},
        "counted": {"type": "string", "enum": ["events", "users", "addresses"], "description": "Events of a group, or how many different ones they are about."},
        "group_by": {"type": "string", "enum": ["none", "address", "user", "target", "key", "kind"]},
        "schedule": {"type": ["object", "null"], "additionalProperties": false, "required": ["days"], "description": "When it counts; null: always.", "properties": {
            "days": {"type": "array", "minItems": 1, "maxItems": 7, "items": {"type": "string", "enum": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}},
            "from": {"type": "string", "minLength": 5, "maxLength": 5, "examples": ["07:00"]}, "until": {"type": "string", "minLength": 5, "maxLength": 5, "examples": ["19:00"]},
            "zone": {"type": ["string", "null"], "maxLength": <alertZone>, "examples": ["Europe/Berlin"], "description": "Null: the setting's."},
            "outside": {"type": "boolean", "description": "In all the other time."}}})"},
    {"alertMembers",
     R"(<alertCounting>,
        "name": {"type": "string", "minLength": 1, "maxLength": <alertName>, "examples": ["Password guessing"]},
        "note": {"type": "string", "maxLength": <alertNote>},
        "enabled": {"type": "boolean"},
        "severity": <alertSeverity>,
        "actions": {"type": "array", "maxItems": <alertActions>, "description": "What the caller may do, too: the rule does no more than its author may.",
            "items": {"type": "object", "additionalProperties": false, "required": ["kind"], "properties": {
                "kind": {"type": "string", "enum": ["notice", "ban_address", "revoke_sessions", "disable_user", "revoke_key", "destination"], "examples": ["notice"]},
                "lasts_seconds": {"type": ["integer", "null"], "minimum": 60, "maximum": <alertActionSeconds>, "description": "Of ban_address and disable_user; null: until somebody undoes it."},
                "destination": {"type": ["string", "null"], "maxLength": <alertDestination>}}}})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewAlertRule",
     R"({"type": "object", "additionalProperties": false, "required": ["name"], "properties": {<alertMembers>}})"},
    {"AlertRulePatch",
     R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {<alertMembers>,
        "muted_until": {"type": ["string", "null"], "minLength": 20, "maxLength": 40, "examples": ["2026-11-24T14:00:00Z"]},
        "version": <version>}})"},
    {"AlertTest",
     R"({"type": "object", "additionalProperties": false, "description": "What is said stands in place of what is stored.", "properties": {<alertCounting>,
        "since": {"type": "string", "minLength": 20, "maxLength": 40, "description": "Without it seven days back."},
        "until": {"type": "string", "minLength": 20, "maxLength": 40, "description": "Without it now."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"AlertRule",
     R"({"type": "object", "required": ["id", "name", "note", "enabled", "kinds", "filter", "threshold", "window_seconds", "counted", "group_by", "severity", "schedule", "actions", "muted_until", "shipped", "as_shipped", "author", "changed_at", "version"], "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "note": {"type": "string"}, "enabled": {"type": "boolean"},
        "kinds": {"type": "array", "items": {"type": "string"}}, "filter": {"type": "string"}, "threshold": {"type": "integer"},
        "window_seconds": {"type": "integer"}, "counted": {"type": "string"}, "group_by": {"type": "string"}, "severity": <alertSeverity>,
        "schedule": {"type": ["object", "null"], "properties": {"days": {"type": "array", "items": {"type": "string"}}, "from": {"type": "string"},
            "until": {"type": "string"}, "zone": {"type": ["string", "null"]}, "outside": {"type": "boolean"}}},
        "actions": {"type": "array", "items": {"type": "object", "properties": {"kind": {"type": "string"},
            "lasts_seconds": {"type": ["integer", "null"]}, "destination": {"type": ["string", "null"]}}}},
        "muted_until": {"type": ["string", "null"]}, "shipped": {"type": ["string", "null"], "description": "Word of a rule that came with the product."},
        "as_shipped": {"type": "boolean"}, "author": {"type": "string"}, "changed_at": {"type": "string"}, "version": {"type": "integer"}}})"},
    {"AlertRuleAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/AlertRule"}}})"},
    {"AlertRuleList",
     R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/AlertRule"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"AlertTrial", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["since", "until", "through", "read", "matched", "fired", "complete", "firings"], "properties": {
        "since": {"type": "string"}, "until": {"type": "string"}, "read": {"type": "integer", "description": "Events that were looked at."},
        "matched": {"type": "integer"}, "fired": {"type": "integer", "description": "Incidents that it would have opened, at least."},
        "complete": {"type": "boolean", "description": "False: there were more events than are read, or ten seconds were over; the newest are left out."},
        "through": {"type": "string", "description": "All events up to this time were looked at."},
        "firings": {"type": "array", "description": "The first 200.", "items": {"type": "object", "properties": {
            "at": {"type": "string"}, "group": {"type": ["string", "null"]}, "count": {"type": "integer"}}}}}}}})"},
});

std::vector<Route> routes()
{
    const Route reading{.method = Method::Get,
                        .access = Access::Permission,
                        .permission = Permission::AlertsRead,
                        .rate = RateClass::ApiRead,
                        .body = Body::None,
                        .bodyLimit = 0,
                        .stepUp = StepUp::NotNeeded,
                        .runsOn = RunsOn::Worker,
                        .tag = "Alerts"};
    const Route changing{.method = Method::Post,
                         .access = Access::Permission,
                         .permission = Permission::AlertsUpdate,
                         .rate = RateClass::Admin,
                         .body = Body::Json,
                         .bodyLimit = ruleBody,
                         .stepUp = StepUp::IfEnrolled,
                         .runsOn = RunsOn::Worker,
                         .tag = "Alerts"};
    RouteList all;
    all.add(reading, "/api/alert-rules", list, "listAlertRules", "All alert rules, by name", "AlertRuleList");
    {
        Route& route = all.add(changing, "/api/alert-rules", create, "createAlertRule", "Add an alert rule", "AlertRuleAnswer");
        route.schema = "NewAlertRule";
        route.status = 201;
        route.also = {409};
    }
    all.add(reading, "/api/alert-rules/{id}", read, "readAlertRule", "One alert rule", "AlertRuleAnswer");
    {
        Route& route = all.add(changing, "/api/alert-rules/{id}", change, "changeAlertRule",
                               "Change an alert rule, switch it off or mute it for a time", "AlertRuleAnswer");
        route.method = Method::Patch;
        route.schema = "AlertRulePatch";
        route.also = {409};
    }
    {
        Route& route = all.add(changing, "/api/alert-rules/{id}", remove, "deleteAlertRule",
                               "Delete an alert rule; one that came with the product can only be switched off", "");
        route.method = Method::Delete;
        route.body = Body::None;
        route.bodyLimit = 0;
        route.status = 204;
        route.also = {409};
    }
    {
        Route& route = all.add(changing, "/api/alert-rules/{id}/reset", reset, "resetAlertRule",
                               "Make a rule what it was when it came with the product", "AlertRuleAnswer");
        route.body = Body::None;
        route.bodyLimit = 0;
        route.also = {409};
    }
    {
        Route& route = all.add(reading, "/api/alert-rules/{id}/test", test, "testAlertRule",
                               "How often the rule would have fired in a time that is over", "AlertTrial");
        route.method = Method::Post;
        route.body = Body::OptionalJson;
        route.bodyLimit = ruleBody;
        route.schema = "AlertTest";
        route.stores = false;
        route.runsOn = RunsOn::Report;
        route.details = "Needs events:read as well. Ends after ten seconds with what it has found, as not complete.";
    }
    return all.take();
}

} // namespace
} // namespace alert_rules_endpoints

EndpointGroup alertRuleEndpoints()
{
    using namespace alert_rules_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
