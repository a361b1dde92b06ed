#include "backend/alerts/incidents.h"
#include "backend/api/endpoints/audit/alert_json.h"
#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/route_list.h"

namespace sallyport::api {
namespace incidents_endpoints {
namespace {

using alerts::IncidentId;

constexpr std::uint32_t noteBody = 32 * 1024;

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of the rule, the group or whoever has it.", R"({"type":"string","maxLength":<searchText>})"},
    {"state", "Only those; `unclosed` are open and acknowledged ones.",
     R"({"type":"string","enum":["open","acknowledged","closed","unclosed"]})"},
    {"severity", "Those, and worse.", R"({"type":"string","enum":["info","notice","warning","critical"]})"},
    {"rule", "Only those of this rule.", R"({"type":"string","maxLength":<id>})"},
    {"mine", "Only those that are assigned to the caller.", R"({"type":"boolean"})"},
    {"sort", "By their newest event: the newest first, or the oldest.",
     R"({"type":"string","enum":["-last_at","last_at"],"default":"-last_at"})"},
});

IncidentId incidentIdOf(const Call& call)
{
    return IncidentId(std::string(call.match.parameter));
}

Result<http::Response> list(Call& call)
{
    alerts::IncidentQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_ASSIGN(const bool newestFirst, readDescending(call, "last_at", true));
    query.oldestFirst = !newestFirst;
    SALLYPORT_ASSIGN(const auto state, call.query("state"));
    SALLYPORT_ASSIGN(const auto severity, call.query("severity"));
    SALLYPORT_ASSIGN(const auto rule, call.query("rule"));
    SALLYPORT_ASSIGN(const auto mine, call.query("mine"));
    query.unclosed = state == std::optional<std::string>("unclosed");
    if (state && !query.unclosed) {
        query.state = alerts::findIncidentState(*state);
        if (!query.state)
            return badQuery("state", "Is not one of the allowed words", "enum");
    }
    if (severity) {
        query.atLeast = audit::findSeverity(*severity);
        if (!query.atLeast)
            return badQuery("severity", "Is not one of the allowed words", "enum");
    }
    if (mine && *mine != "true" && *mine != "false")
        return badQuery("mine", "Is not true or false", "enum");
    query.rule = rule.value_or(std::string());
    query.mine = mine == std::optional<std::string>("true");
    SALLYPORT_ASSIGN(const alerts::IncidentPage page, call.services().incidents.list(call.actor(), query));
    json::array items;
    for (const alerts::Incident& incident : page.incidents)
        items.push_back(toJson(incident));
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const alerts::IncidentDetail detail, call.services().incidents.read(call.actor(), incidentIdOf(call)));
    return dataAnswer(toJson(detail));
}

Result<http::Response> change(Call& call)
{
    const json::object& body = call.body();
    alerts::IncidentPatch patch;
    patch.expectedVersion = readVersion(call);
    if (body.contains("state"))
        patch.state = alerts::findIncidentState(call.text("state"));
    if (body.contains("assignee")) // null: nobody
        patch.assignee = call.text("assignee");
    if (body.contains("note"))
        patch.note = call.text("note");
    if (body.contains("outcome"))
        patch.outcome = call.text("outcome");
    SALLYPORT_ASSIGN(const alerts::IncidentDetail detail,
                     call.services().incidents.change(call.actor(), incidentIdOf(call), patch));
    return dataAnswer(toJson(detail));
}

Result<http::Response> undo(Call& call)
{
    SALLYPORT_ASSIGN(
        const alerts::IncidentDetail detail,
        call.services().incidents.undo(call.actor(), incidentIdOf(call), alerts::IncidentActionId(call.text("action"))));
    return dataAnswer(toJson(detail));
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"incidentNote", alerts::incidentNoteLimit},
    {"incidentOutcome", alerts::incidentOutcomeLimit},
    {"incidentMembers",
     R"("id": {"type": "string"}, "rule": {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}},
        "group_by": {"type": "string"}, "group": {"type": ["string", "null"], "description": "`*`: all groups beyond the 200 of the rule that are open."},
        "severity": <alertSeverity>, "state": {"type": "string", "enum": ["open", "acknowledged", "closed"]},
        "first_at": {"type": "string"}, "last_at": {"type": "string"}, "opened_at": {"type": "string"},
        "count": {"type": "integer"}, "people": {"type": "integer", "description": "Accounts, up to 500."},
        "assignee": {"type": ["object", "null"], "properties": {"id": {"type": "string"}, "name": {"type": "string"}}},
        "acknowledged_at": {"type": ["string", "null"]}, "acknowledged_by": {"type": ["string", "null"]},
        "closed_at": {"type": ["string", "null"]}, "closed_by": {"type": ["string", "null"]}, "outcome": {"type": ["string", "null"]},
        "q": {"type": "string", "description": "Finds its events with GET /api/events."}, "version": {"type": "integer"})"},
    {"incidentNames",
     R"("id", "rule", "group_by", "group", "severity", "state", "first_at", "last_at", "opened_at", "count", "people", "assignee", "acknowledged_at", "acknowledged_by", "closed_at", "closed_by", "outcome", "q", "version")"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"IncidentPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "state": {"type": "string", "enum": ["open", "acknowledged", "closed"]},
        "assignee": {"type": ["string", "null"], "maxLength": <id>, "description": "Id of a user; null: nobody."},
        "note": {"type": "string", "minLength": 1, "maxLength": <incidentNote>, "examples": ["Called her: it was not she."]},
        "outcome": {"type": "string", "maxLength": <incidentOutcome>, "description": "With `closed`."},
        "version": <version>}})"},
    {"IncidentUndo", R"({"type": "object", "additionalProperties": false, "required": ["action"], "properties": {
        "action": {"type": "string", "minLength": 1, "maxLength": <id>, "description": "Id of one of its actions."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Incident", R"({"type": "object", "required": [<incidentNames>], "properties": {<incidentMembers>}})"},
    {"IncidentList",
     R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {"$ref": "#/components/schemas/Incident"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"IncidentAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "required": [<incidentNames>, "timeline", "actions", "accounts", "events"], "properties": {<incidentMembers>,
        "timeline": {"type": "array", "items": {"type": "object", "properties": {"at": {"type": "string"},
            "kind": {"type": "string", "enum": ["opened", "acknowledged", "reopened", "assigned", "noted", "closed", "acted", "failed", "undone"]},
            "by": {"type": ["string", "null"]}, "text": {"type": ["string", "null"]}}}},
        "actions": {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "string"}, "kind": {"type": "string"},
            "target": {"type": ["string", "null"]}, "destination": {"type": ["string", "null"]},
            "state": {"type": "string", "enum": ["pending", "done", "failed", "undone"]}, "at": {"type": ["string", "null"]},
            "until": {"type": ["string", "null"]}, "ended_at": {"type": ["string", "null"]}, "ended_by": {"type": ["string", "null"]},
            "why": {"type": ["string", "null"]}, "undoable": {"type": "boolean"}}}},
        "accounts": {"type": "array", "description": "Those with most events, 100 at most.", "items": {"type": "object", "properties": {
            "id": {"type": ["string", "null"]}, "name": {"type": "string"}, "count": {"type": "integer"}}}},
        "events": {"type": "array", "description": "Ids of the newest 200.", "items": {"type": "string"}}}}}})"},
});

std::vector<Route> routes()
{
    const Route reading{.method = Method::Get,
                        .access = Access::Permission,
                        .permission = Permission::IncidentsRead,
                        .rate = RateClass::ApiRead,
                        .body = Body::None,
                        .bodyLimit = 0,
                        .stepUp = StepUp::NotNeeded,
                        .runsOn = RunsOn::Worker,
                        .tag = "Incidents"};
    const Route changing{.method = Method::Patch,
                         .access = Access::Permission,
                         .permission = Permission::IncidentsUpdate,
                         .rate = RateClass::Admin,
                         .body = Body::Json,
                         .bodyLimit = noteBody,
                         .stepUp = StepUp::IfEnrolled,
                         .runsOn = RunsOn::Worker,
                         .tag = "Incidents"};
    RouteList all;
    all.add(reading, "/api/incidents", list, "listIncidents", "Incidents, the one with the newest event first", "IncidentList")
        .query = listQuery;
    all.add(reading, "/api/incidents/{id}", read, "readIncident", "One incident, with what was done about it", "IncidentAnswer");
    {
        Route& route = all.add(changing, "/api/incidents/{id}", change, "changeIncident",
                               "Acknowledge, assign, note, close or open again", "IncidentAnswer");
        route.schema = "IncidentPatch";
        route.also = {409};
    }
    {
        Route& route = all.add(changing, "/api/incidents/{id}/undo", undo, "undoIncidentAction",
                               "Take back what the rule did by itself", "IncidentAnswer");
        route.method = Method::Post;
        route.schema = "IncidentUndo";
        route.also = {409};
        route.details = "Needs bans:delete for a ban and users:update for an account as well.";
    }
    return all.take();
}

} // namespace
} // namespace incidents_endpoints

EndpointGroup incidentEndpoints()
{
    using namespace incidents_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
