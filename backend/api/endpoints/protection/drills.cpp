#include "backend/api/endpoints/common.h"
#include "backend/services/drill_outcome.h"

namespace sallyport::api {
namespace drills_endpoints {
namespace {

constexpr std::uint32_t shownDrills = 20;

json::object toJson(const DrillReport& report)
{
    json::array checks;
    for (const DrillCheck& check : report.checks) {
        checks.push_back(json::object{{"id", check.id},
                                      {"group", check.group},
                                      {"title", check.title},
                                      {"setting", check.setting.empty() ? json::value() : json::value(check.setting)},
                                      {"honest", check.honest},
                                      {"tried", check.tried},
                                      {"right", check.caught},
                                      {"note", check.note.empty() ? json::value() : json::value(check.noteText())}});
    }
    return {{"id", report.id},
            {"started_at", timeJson(report.startedAt)},
            {"milliseconds", report.took.count()},
            {"by", report.by},
            {"attacks", report.attacks()},
            {"caught", report.caught()},
            {"honest", report.honest()},
            {"wrongly_blocked", report.wronglyBlocked()},
            {"not_run", notRun(report)},
            {"checks", std::move(checks)}};
}

Result<http::Response> list(Call& call)
{
    SALLYPORT_ASSIGN(const std::vector<DrillReport> reports, call.services().drills.list(call.actor(), shownDrills));
    json::array items;
    for (const DrillReport& report : reports)
        items.push_back(toJson(report));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(reports.size()));
}

Result<http::Response> run(Call& call)
{
    SALLYPORT_ASSIGN(const DrillReport report,
                     call.services().drills.run(call.actor(), [](std::size_t, std::size_t, std::string_view) { return true; }));
    return dataAnswer(toJson(report));
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Drill",
     R"({"type": "object", "required": ["id", "started_at", "milliseconds", "by", "attacks", "caught", "honest", "wrongly_blocked",
        "not_run", "checks"], "properties": {"id": {"type": "string", "description": "Of the event that holds it; empty in a drill's own answer."}, "started_at": {"type": "string", "format": "date-time"}, "milliseconds": {"type": "integer"},
        "by": {"type": "string"}, "attacks": {"type": "integer"}, "caught": {"type": "integer"},
        "honest": {"type": "integer"}, "wrongly_blocked": {"type": "integer"},
        "not_run": {"type": "integer", "description": "Checks that the drill's four minutes didn't suffice for; they have tried nothing."},
        "checks": {"type": "array", "items": {"type": "object",
        "required": ["id", "group", "title", "setting", "honest", "tried", "right", "note"], "properties": {
        "id": {"type": "string"}, "group": {"type": "string"}, "title": {"type": "string"},
        "setting": {"type": ["string", "null"], "description": "What decides most about it."},
        "honest": {"type": "boolean", "description": "No attack: what was refused was refused wrongly."},
        "tried": {"type": "integer"}, "right": {"type": "integer"}, "note": {"type": ["string", "null"]}}}}}})"},
    {"DrillAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Drill"}}})"},
    {"DrillList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Drill"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/drills",
         .access = Access::Permission,
         .permission = Permission::ProtectionRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listDrills",
         .tag = "Protection",
         .summary = "The last drills",
         .answer = "DrillList"},
        {.method = Method::Post,
         .pattern = "/api/drills",
         .access = Access::Permission,
         .permission = Permission::ProtectionUpdate,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Report,
         .handler = run,
         .operation = "runDrill",
         .tag = "Protection",
         .summary = "Attack a copy of this server, with its settings and none of its data; takes about half a minute",
         .answer = "DrillAnswer"},
    };
}

} // namespace
} // namespace drills_endpoints

EndpointGroup drillEndpoints()
{
    using namespace drills_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
