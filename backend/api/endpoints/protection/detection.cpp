#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/protection/detection_json.h"
#include "backend/api/endpoints/route_list.h"
#include "backend/protection/inspection/detection_service.h"
#include "backend/protection/inspection/pasted_request.h"

#include <algorithm>
#include <array>

namespace sallyport::api {
namespace detection_endpoints {
namespace {

namespace detection = protection::detection;

constexpr std::uint32_t pastedBody = 2 * protection::pastedMost; // escaped
constexpr std::uint32_t ruleBody = 512 * 1024;                   // with its tests

constexpr auto rulesQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of a title or id.", R"({"type":"string","maxLength":<searchText>})"},
    {"class", "Only those.", R"({"type":"string","enum":[<attackClasses>]})"},
    {"sort", "By class, then by id, or the other way round.", R"({"type":"string","enum":["class","-class"],"default":"class"})"},
});
constexpr auto hitsQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of a name, address, member, route or rule.", R"({"type":"string","maxLength":<searchText>})"},
    {"class", "Only those.", R"({"type":"string","enum":[<attackClasses>]})"},
    {"rule", "Only those of this rule.", R"({"type":"string","maxLength":64})"},
    {"blocked", "Only those that were stopped, or let pass.", R"({"type":"boolean"})"},
    timeSortParameter,
});
constexpr auto daysQuery = std::to_array<QueryParameter>({
    {"class", "Only those.", R"({"type":"string","enum":[<attackClasses>]})"},
});

/// `?class=`
Result<std::optional<detection::AttackClass>> readClass(const Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> word, call.query("class"));
    if (!word)
        return std::optional<detection::AttackClass>();
    const auto found = detection::classOf(*word);
    if (!found)
        return badQuery("class", "Is not one of the allowed words", "enum");
    return found;
}

template <typename List>
http::Response wholeList(const List& list)
{
    json::array items;
    for (const auto& one : list)
        items.push_back(toJson(one));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> overview(Call& call)
{
    SALLYPORT_ASSIGN(const protection::DetectionOverview found, call.services().detectionRules.overview(call.actor()));
    return dataAnswer(toJson(found));
}

Result<http::Response> listRules(Call& call)
{
    protection::RuleQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_ASSIGN(query.descending, readDescending(call, "class", false));
    SALLYPORT_ASSIGN(query.attackClass, readClass(call));
    SALLYPORT_ASSIGN(const protection::RulePage page, call.services().detectionRules.rules(call.actor(), query));
    json::array items;
    for (const protection::DetectionRule& rule : page.rules)
        items.push_back(toJson(rule));
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

/// A rule, or a class by its word.
Result<http::Response> subject(Call& call, std::string_view id)
{
    if (!detection::classOf(id) && id != "all") {
        SALLYPORT_ASSIGN(const protection::DetectionRule rule, call.services().detectionRules.rule(call.actor(), id));
        return dataAnswer(toJson(rule));
    }
    SALLYPORT_ASSIGN(const protection::DetectionOverview all, call.services().detectionRules.overview(call.actor()));
    for (const protection::DetectionClass& one : all.classes) {
        if (detection::classWord(one.attackClass) == id)
            return dataAnswer(toJson(one));
    }
    return dataAnswer(toJson(all));
}

Result<http::Response> readRule(Call& call)
{
    return subject(call, call.match.parameter);
}

Result<http::Response> changeRule(Call& call)
{
    protection::DetectionRules& rules = call.services().detectionRules;
    const std::string_view id = call.match.parameter;
    const json::object& body = call.body();
    protection::RulePatch patch = rulePatchOf(body);
    constexpr std::array<std::string_view, 8> ofOwn{"title",       "pattern",  "literal", "case_sensitive",
                                                    "headers_too", "severity", "points",  "tests"};
    const bool changesRule = std::ranges::any_of(ofOwn, [&](std::string_view member) { return body.contains(member); });
    if (!detection::classOf(id) && id != "all") {
        SALLYPORT_ASSIGN(const protection::DetectionRule before, rules.rule(call.actor(), id));
        if (before.own && (changesRule || patch.strictness)) {
            patch.own = ownRuleOf(body, *before.own);
            patch.strictness.reset();
        }
    }
    if (changesRule && !patch.own)
        patch.own.emplace(); // refused with what is wrong about it
    SALLYPORT_TRY(rules.change(call.actor(), id, patch));
    return subject(call, id);
}

/// Modes of several, in their order; nothing is changed if one of them isn't there.
Result<http::Response> changeRules(Call& call)
{
    protection::DetectionRules& rules = call.services().detectionRules;
    const json::array& wanted = call.body().at("rules").as_array();
    for (const json::value& one : wanted) {
        const std::string_view id = one.as_object().at("id").as_string();
        if (!detection::classOf(id))
            SALLYPORT_TRY(rules.rule(call.actor(), id));
    }
    for (const json::value& one : wanted)
        SALLYPORT_TRY(
            rules.change(call.actor(), std::string_view(one.as_object().at("id").as_string()), rulePatchOf(one.as_object())));
    return overview(call);
}

Result<http::Response> addRule(Call& call)
{
    const json::object& body = call.body();
    const auto mode = protection::findDetectionMode(body.contains("mode") ? call.text("mode") : std::string("observe"));
    SALLYPORT_ASSIGN(const protection::DetectionRule made,
                     call.services().detectionRules.addRule(call.actor(), ownRuleOf(body, {}), *mode));
    http::Response response = dataAnswer(toJson(made), 201);
    response.addHeader("Location", "/api/detection/rules/" + made.id);
    return response;
}

Result<http::Response> removeRule(Call& call)
{
    SALLYPORT_TRY(call.services().detectionRules.removeRule(call.actor(), call.match.parameter));
    return noContent();
}

Result<http::Response> listExclusions(Call& call)
{
    SALLYPORT_ASSIGN(const auto all, call.services().detectionRules.exclusions(call.actor()));
    return wholeList(all);
}

Result<http::Response> preview(Call& call)
{
    SALLYPORT_ASSIGN(const protection::ExclusionPreview found,
                     call.services().detectionRules.preview(call.actor(), exclusionOf(call.body())));
    return dataAnswer(toJson(found));
}

Result<http::Response> addExclusion(Call& call)
{
    SALLYPORT_ASSIGN(const protection::DetectionExclusion made,
                     call.services().detectionRules.exclude(call.actor(), exclusionOf(call.body())));
    return dataAnswer(toJson(made), 201);
}

Result<http::Response> removeExclusion(Call& call)
{
    SALLYPORT_TRY(call.services().detectionRules.removeExclusion(call.actor(), call.match.parameter));
    return noContent();
}

Result<http::Response> listHits(Call& call)
{
    protection::HitQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_ASSIGN(const bool newestFirst, readDescending(call, "time", true));
    query.oldestFirst = !newestFirst;
    SALLYPORT_ASSIGN(query.attackClass, readClass(call));
    SALLYPORT_ASSIGN(const std::optional<std::string> rule, call.query("rule"));
    query.rule = rule.value_or(std::string());
    SALLYPORT_ASSIGN(const std::optional<std::string> blocked, call.query("blocked"));
    if (blocked && *blocked != "true" && *blocked != "false")
        return badQuery("blocked", "Is not true or false", "enum");
    if (blocked)
        query.blocked = *blocked == "true";
    SALLYPORT_ASSIGN(const protection::HitPage page, call.services().detectionRules.hits(call.actor(), query));
    json::array items;
    for (const protection::DetectionHit& hit : page.hits)
        items.push_back(toJson(hit));
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

Result<http::Response> readHit(Call& call)
{
    SALLYPORT_ASSIGN(const protection::DetectionHit hit, call.services().detectionRules.hit(call.actor(), call.match.parameter));
    return dataAnswer(toJson(hit));
}

Result<http::Response> listDays(Call& call)
{
    SALLYPORT_ASSIGN(const auto attackClass, readClass(call));
    SALLYPORT_ASSIGN(const auto days, call.services().detectionRules.days(call.actor(), attackClass));
    json::array items;
    for (const protection::HitDay& day : days)
        items.push_back({{"start", toRfc3339(day.start)}, {"blocked", day.blocked}, {"observed", day.observed}});
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> test(Call& call)
{
    SALLYPORT_ASSIGN(const protection::TestedRequest tested,
                     call.services().detectionRules.test(call.actor(), call.text("request")));
    return dataAnswer(toJson(tested));
}

Result<http::Response> dryRun(Call& call)
{
    SALLYPORT_ASSIGN(const protection::DryRun run, call.services().detectionRules.dryRun(call.actor(), draftOf(call.body())));
    return dataAnswer(toJson(run));
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"attackClasses",
     R"("sql", "nosql", "script", "traversal", "commands", "templates", "code", "xml", "ldap", "ssrf", "splitting", "log4shell", "shellshock", "prototype", "ssi", "scanner", "own")"},
    {"detectionMode", R"({"type": "string", "enum": ["off", "observe", "block"]})"},
    {"detectionStrictness", R"({"type": "integer", "minimum": 1, "maximum": 4})"},
    {"requestPart", R"("path", "query", "header", "cookie", "json", "form", "multipart", "file_name", "xml", "text")"},
    {"inspectedRequest", protection::pastedMost},
    {"rulePattern", detection::OwnRule::maxPatternBytes},
    {"ruleTitle", protection::ruleTitle},
    {"ruleTests", protection::ruleTests},
    {"ruleTestText", protection::ruleTestBytes},
    {"exclusionReason", protection::exclusionReason},
    {"detectionRuleMembers", R"("title": {"type": "string", "minLength": 1, "maxLength": <ruleTitle>, "examples": ["Old export"]},
        "pattern": {"type": "string", "minLength": 1, "maxLength": <rulePattern>, "examples": ["/export.php"]},
        "literal": {"type": "boolean", "default": true, "description": "False: the pattern is an RE2 expression."},
        "case_sensitive": {"type": "boolean", "default": false},
        "severity": {"type": "string", "enum": ["low", "medium", "high", "critical"], "default": "medium"},
        "points": {"type": "integer", "minimum": 1, "maximum": 100, "default": 5},
        "headers_too": {"type": "boolean", "default": true},
        "tests": {"type": "array", "maxItems": <ruleTests>, "description": "Tried before it is saved: 409 `tests_failed`.",
                  "items": {"type": "object", "additionalProperties": false, "required": ["text", "hits"], "properties": {
                      "text": {"type": "string", "maxLength": <ruleTestText>}, "hits": {"type": "boolean"}}}})"},
    {"exclusionMembers",
     R"("rule": {"type": "string", "minLength": 1, "maxLength": 64, "examples": ["sql"], "description": "Id of a rule, or a class."},
        "route": {"type": "string", "maxLength": 200, "examples": ["POST /api/comments"], "description": "Everywhere without it."},
        "part": {"type": "string", "enum": [<requestPart>], "description": "Every part without it."},
        "member": {"type": "string", "maxLength": 200, "examples": ["content"], "description": "As a hit names it; every member without it."})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"DetectionRulePatch",
     R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {<detectionRuleMembers>,
        "mode": <detectionMode>,
        "strictness": {"type": ["integer", "null"], "minimum": 1, "maximum": 4, "description": "Of a class: null is as the setting says. Of an own rule: from which it holds."},
        "routes": {"type": "array", "maxItems": 200, "description": "Of a class, or of `all`: in place of those that there are.", "items": {
            "type": "object", "additionalProperties": false, "required": ["route", "strictness"], "properties": {
            "route": {"type": "string", "minLength": 1, "maxLength": 200, "examples": ["POST /api/comments"]}, "strictness": <detectionStrictness>}}}}})"},
    {"DetectionModes", R"({"type": "object", "additionalProperties": false, "required": ["rules"], "properties": {
        "rules": {"type": "array", "minItems": 1, "maxItems": 200, "items": {"type": "object", "additionalProperties": false,
            "required": ["id", "mode"], "properties": {"id": {"type": "string", "minLength": 1, "maxLength": 64, "examples": ["ssrf"]}, "mode": <detectionMode>}}}}})"},
    {"NewDetectionRule",
     R"({"type": "object", "additionalProperties": false, "required": ["title", "pattern"], "properties": {<detectionRuleMembers>,
        "strictness": <detectionStrictness>,
        "mode": {"type": "string", "enum": ["off", "observe", "block"], "default": "observe"}}})"},
    {"NewExclusion",
     R"({"type": "object", "additionalProperties": false, "required": ["rule", "reason"], "properties": {<exclusionMembers>,
        "reason": {"type": "string", "minLength": 1, "maxLength": <exclusionReason>},
        "review_days": {"type": "integer", "minimum": 1, "maximum": 3650, "default": 90}}})"},
    {"ExclusionPreviewed",
     R"({"type": "object", "additionalProperties": false, "required": ["rule"], "properties": {<exclusionMembers>}})"},
    {"DetectionTest", R"({"type": "object", "additionalProperties": false, "required": ["request"], "properties": {
        "request": {"type": "string", "minLength": 1, "maxLength": <inspectedRequest>, "examples": ["GET /api/data?q=O'Brien HTTP/1.1"],
                    "description": "As it goes over the wire: a line with method and target, headers, an empty line, a body. Anything else is one value."}}})"},
    {"DetectionDraft", R"({"type": "object", "additionalProperties": false, "properties": {
        "mode": <detectionMode>,
        "threshold": {"type": "integer", "minimum": 1, "maximum": 1000},
        "strictness": <detectionStrictness>,
        "modes": {"type": "object", "maxProperties": 200, "additionalProperties": <detectionMode>, "description": "By class or rule.", "examples": [{"ssrf": "observe"}]},
        "exclusion": {"type": "object", "additionalProperties": false, "required": ["rule"], "properties": {<exclusionMembers>}},
        "rule": {"type": "object", "additionalProperties": false, "required": ["title", "pattern"], "properties": {<detectionRuleMembers>}}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"DetectionRoute", R"({"type": "object", "required": ["route", "strictness"], "properties": {
        "route": {"type": "string"}, "strictness": {"type": "integer"}}})"},
    {"DetectionClass",
     R"({"type": "object", "required": ["id", "mode", "strictness", "routes", "rules", "blocked", "observed"], "properties": {
        "id": {"type": "string", "enum": [<attackClasses>]}, "mode": <detectionMode>,
        "strictness": {"type": ["integer", "null"], "description": "null: as the setting `detection.strictness` says."},
        "routes": {"type": "array", "items": {"$ref": "#/components/schemas/DetectionRoute"}},
        "rules": {"type": "integer"},
        "blocked": {"type": "integer", "description": "Hits of the last seven days."}, "observed": {"type": "integer"}}})"},
    {"DetectionAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["mode", "threshold", "strictness", "routes", "classes", "blocked", "observed", "exclusions", "own_rules", "rules_version"], "properties": {
        "mode": <detectionMode>, "threshold": {"type": "integer"}, "strictness": {"type": "integer"},
        "routes": {"type": "array", "items": {"$ref": "#/components/schemas/DetectionRoute"}},
        "classes": {"type": "array", "items": {"$ref": "#/components/schemas/DetectionClass"}},
        "blocked": {"type": "integer"}, "observed": {"type": "integer"}, "exclusions": {"type": "integer"}, "own_rules": {"type": "integer"},
        "rules_version": {"type": "integer"}}}}})"},
    {"DetectionRule",
     R"({"type": "object", "required": ["id", "title", "class", "severity", "points", "strictness", "version", "mode", "hits", "own"], "properties": {
        "id": {"type": "string"}, "title": {"type": "string"}, "class": {"type": "string", "enum": [<attackClasses>]},
        "severity": {"type": "string"}, "points": {"type": "integer"}, "strictness": {"type": "integer"}, "version": {"type": "integer"},
        "mode": <detectionMode>, "hits": {"type": "integer", "description": "Of the last seven days."}, "own": {"type": "boolean"},
        "pattern": {"type": "string"}, "literal": {"type": "boolean"}, "case_sensitive": {"type": "boolean"}, "headers_too": {"type": "boolean"},
        "tests": {"type": "array", "items": {"type": "object", "properties": {"text": {"type": "string"}, "hits": {"type": "boolean"}}}}}})"},
    {"DetectionRuleAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/DetectionRule"}}})"},
    {"DetectionSubjectAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "additionalProperties": {},
        "description": "A rule; or a class, or for `all` everything, as `GET /api/detection` has it."}}})"},
    {"DetectionRuleList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/DetectionRule"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"Exclusion",
     R"({"type": "object", "required": ["id", "rule", "route", "part", "member", "reason", "built_in", "created_at", "created_by", "review_at"], "properties": {
        "id": {"type": "string"}, "rule": {"type": ["string", "null"]}, "route": {"type": ["string", "null"]}, "part": {"type": ["string", "null"]},
        "member": {"type": ["string", "null"]}, "reason": {"type": "string"}, "built_in": {"type": "boolean"},
        "created_at": {"type": ["string", "null"]}, "created_by": {"type": ["string", "null"]}, "review_at": {"type": ["string", "null"]}}})"},
    {"ExclusionAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Exclusion"}}})"},
    {"ExclusionList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Exclusion"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"ExclusionPreviewAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["of", "pass", "by", "people", "unknown"], "properties": {
        "of": {"type": "integer", "description": "Hits of the class in the last seven days."}, "pass": {"type": "integer"},
        "by": {"type": "array", "items": {"type": "object", "properties": {"who": {"type": "string"}, "hits": {"type": "integer"}}}},
        "people": {"type": "integer"}, "unknown": {"type": "integer", "description": "Of `pass`, by nobody that is known."}}}}})"},
    {"Finding", R"({"type": "object", "required": ["rule", "class", "points", "part", "member", "in_name"], "properties": {
        "rule": {"type": "string"}, "class": {"type": "string"}, "points": {"type": "integer"}, "part": {"type": "string"},
        "member": {"type": "string"}, "in_name": {"type": "boolean"}}})"},
    {"DetectionHit",
     R"({"type": "object", "required": ["id", "time", "who", "address", "route", "part", "member", "excerpt", "rule", "class", "score", "threshold", "blocked"], "properties": {
        "id": {"type": "string", "description": "Of its event, and the `incident_id` of the answer."}, "time": {"type": "string", "format": "date-time"},
        "who": {"type": "object", "properties": {"kind": {"type": "string"}, "id": {"type": ["string", "null"]}, "name": {"type": ["string", "null"]}}},
        "address": {"type": "string"}, "request_id": {"type": "string"}, "method": {"type": "string"}, "route": {"type": ["string", "null"]},
        "part": {"type": "string", "enum": [<requestPart>]}, "member": {"type": "string"}, "in_name": {"type": "boolean"}, "position": {"type": "integer"},
        "excerpt": {"type": "string", "description": "Redacted: what matched, and a word beside it."}, "matched": {"type": "string"},
        "rule": {"type": "string"}, "class": {"type": "string", "enum": [<attackClasses>]},
        "score": {"type": "integer"}, "threshold": {"type": "integer"}, "blocked": {"type": "boolean"},
        "more": {"type": "integer", "description": "Before it, of a flood, that were not written down."},
        "findings": {"type": "array", "items": {"$ref": "#/components/schemas/Finding"}, "description": "Of one hit only."}}})"},
    {"DetectionHitAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/DetectionHit"}}})"},
    {"DetectionHitList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/DetectionHit"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"DetectionDays", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["start", "blocked", "observed"], "properties": {"start": {"type": "string", "format": "date-time"},
        "blocked": {"type": "integer"}, "observed": {"type": "integer"}}}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"Fates", R"({"type": "object", "required": ["passes", "observed", "blocked"], "properties": {
        "passes": {"type": "integer"}, "observed": {"type": "integer"}, "blocked": {"type": "integer"}}})"},
    {"DetectionDryRun", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["looked", "complete", "was", "then", "matched", "changes"], "properties": {
        "looked": {"type": "integer", "description": "Recorded hits; what nobody noticed is not recorded."}, "complete": {"type": "boolean"},
        "was": {"$ref": "#/components/schemas/Fates"}, "then": {"$ref": "#/components/schemas/Fates"},
        "matched": {"type": "integer", "description": "Of the draft's rule, in what is kept of the hits."},
        "changes": {"type": "array", "items": {"type": "object", "properties": {
            "hit": {"$ref": "#/components/schemas/DetectionHit"}, "was": {"type": "string"}, "then": {"type": "string"}}}}}}}})"},
    {"TestedRequest", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["verdict", "score", "threshold", "strictness", "mode", "hits", "values", "not_looked_at", "nanoseconds"], "properties": {
        "verdict": {"type": "string", "enum": ["passes", "observed", "blocked"]}, "score": {"type": "integer"}, "threshold": {"type": "integer"},
        "strictness": {"type": "integer"}, "mode": <detectionMode>, "route": {"type": ["string", "null"]}, "rule": {"type": ["string", "null"]},
        "title": {"type": ["string", "null"]}, "class": {"type": ["string", "null"]},
        "hits": {"type": "array", "items": {"type": "object", "properties": {"rule": {"type": "string"}, "title": {"type": "string"},
            "class": {"type": "string"}, "severity": {"type": "string"}, "points": {"type": "integer"}, "observed": {"type": "boolean"},
            "part": {"type": "string"}, "member": {"type": "string"}, "in_name": {"type": "boolean"}, "position": {"type": "integer"},
            "length": {"type": "integer"}, "matched": {"type": "string"}, "text_position": {"type": "integer", "description": "In the text that was sent."}}}},
        "values": {"type": "array", "items": {"type": "object", "properties": {"part": {"type": "string"}, "member": {"type": "string"},
            "in_name": {"type": "boolean"}, "score": {"type": "integer"},
            "stages": {"type": "array", "items": {"type": "object", "properties": {"stage": {"type": "string"}, "title": {"type": "string"},
                "text": {"type": "string"}, "changes": {"type": "integer"}, "nanoseconds": {"type": "integer"},
                "changed": {"type": "array", "items": {"type": "object", "properties": {"offset": {"type": "integer"}, "length": {"type": "integer"}}}}}}},
            "tokens": {"type": "array", "items": {"type": "object", "properties": {"text": {"type": "string"}, "role": {"type": "string"},
                "title": {"type": "string"}, "points": {"type": "integer"}}}}}}},
        "not_looked_at": {"type": "array", "items": {"type": "string"}, "description": "Members that hold passwords, codes or tokens."},
        "nanoseconds": {"type": "integer", "description": "Of looking, without the explaining."}}}}})"},
});

std::vector<Route> routes()
{
    const Route reading{.method = Method::Get,
                        .access = Access::Permission,
                        .permission = Permission::ProtectionRead,
                        .rate = RateClass::ApiRead,
                        .body = Body::None,
                        .bodyLimit = 0,
                        .stepUp = StepUp::NotNeeded,
                        .runsOn = RunsOn::Worker,
                        .tag = "Detection"};
    Route asking = reading;
    asking.method = Method::Post;
    asking.body = Body::Json;
    asking.bodyLimit = ruleBody;
    asking.stores = false;
    const Route changing{.method = Method::Post,
                         .access = Access::Permission,
                         .permission = Permission::ProtectionUpdate,
                         .rate = RateClass::Admin,
                         .body = Body::Json,
                         .bodyLimit = ruleBody,
                         .stepUp = StepUp::IfEnrolled,
                         .runsOn = RunsOn::Worker,
                         .tag = "Detection"};
    RouteList all;
    const auto body = [](Route& route, std::string_view schema) { route.schema = schema; };
    const auto deletes = [](Route& route) {
        route.method = Method::Delete;
        route.body = Body::None;
        route.bodyLimit = 0;
        route.status = 204;
    };
    all.add(reading, "/api/detection", overview, "readDetection", "Classes of attacks, how they are set, and their hits",
            "DetectionAnswer");
    all.add(reading, "/api/detection/rules", listRules, "listDetectionRules", "Rules, by class", "DetectionRuleList").query =
        rulesQuery;
    {
        Route& route = all.add(changing, "/api/detection/rules", changeRules, "changeDetectionModes",
                               "Set the modes of several rules or classes", "DetectionAnswer");
        route.method = Method::Patch;
        route.also = {404};
        body(route, "DetectionModes");
    }
    {
        Route& route = all.add(changing, "/api/detection/rules", addRule, "createDetectionRule",
                               "Add a rule of one's own; its tests must pass", "DetectionRuleAnswer");
        route.status = 201;
        route.also = {409};
        body(route, "NewDetectionRule");
    }
    all.add(reading, "/api/detection/rules/{id}", readRule, "readDetectionRule", "One rule, or a class by its word",
            "DetectionSubjectAnswer");
    {
        Route& route =
            all.add(changing, "/api/detection/rules/{id}", changeRule, "changeDetectionRule",
                    "Set a rule's or a class's mode, a class's strictness, or change an own rule", "DetectionSubjectAnswer");
        route.method = Method::Patch;
        route.also = {409};
        body(route, "DetectionRulePatch");
    }
    {
        Route& route =
            all.add(changing, "/api/detection/rules/{id}", removeRule, "deleteDetectionRule", "Delete an own rule", "");
        deletes(route);
        route.also = {409};
    }
    all.add(reading, "/api/detection/exclusions", listExclusions, "listDetectionExclusions",
            "Where rules find nothing: the operator's by the time of their review, then the product's", "ExclusionList");
    {
        Route& route = all.add(changing, "/api/detection/exclusions", addExclusion, "createDetectionExclusion",
                               "Exclude a rule or class at a place", "ExclusionAnswer");
        route.status = 201;
        route.also = {409};
        body(route, "NewExclusion");
    }
    body(all.add(asking, "/api/detection/exclusions/preview", preview, "previewDetectionExclusion",
                 "What an exclusion would have let pass of the last seven days, and by whom", "ExclusionPreviewAnswer"),
         "ExclusionPreviewed");
    deletes(all.add(changing, "/api/detection/exclusions/{id}", removeExclusion, "deleteDetectionExclusion",
                    "Take an exclusion away", ""));
    all.add(reading, "/api/detection/hits", listHits, "listDetectionHits", "What was hit, the newest first", "DetectionHitList")
        .query = hitsQuery;
    all.add(reading, "/api/detection/hits/{id}", readHit, "readDetectionHit", "One hit, with all that was found",
            "DetectionHitAnswer");
    {
        Route& route = all.add(reading, "/api/detection/days", listDays, "listDetectionDays",
                               "Hits of the last seven days, by day", "DetectionDays");
        route.query = daysQuery;
        route.wholeList = 0;
    }
    {
        Route& route = all.add(asking, "/api/detection/test", test, "testDetection",
                               "Look at a request with the code and settings of now, and see every step", "TestedRequest");
        route.bodyLimit = pastedBody;
        body(route, "DetectionTest");
    }
    body(all.add(asking, "/api/detection/dry-run", dryRun, "dryRunDetection",
                 "What other numbers would have done with the recorded hits of the last seven days", "DetectionDryRun"),
         "DetectionDraft");
    return all.take();
}

} // namespace
} // namespace detection_endpoints

EndpointGroup detectionEndpoints()
{
    using namespace detection_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
