#include "backend/reports/reports.h"
#include "backend/api/download.h"
#include "backend/api/endpoints/audit/integrity.h"
#include "backend/api/endpoints/common.h"
#include "backend/audit/filter_time.h"

#include <algorithm>

namespace sallyport::api {
namespace reports_endpoints {
namespace {

using reports::MadeReport;
using reports::Plan;
using reports::PlanFields;
using reports::PlanPatch;
using reports::ReportQuery;
using reports::TemplateInfo;

json::object templateJson(const TemplateInfo& one, bool available)
{
    json::array needs{access::info(Permission::EventsExport).word};
    for (const Permission needed : one.needs)
        needs.emplace_back(access::info(needed).word);
    return {{"template", one.word},         {"title", one.title},     {"about", one.about},
            {"needs", std::move(needs)},    {"available", available}, {"takes_period", one.hasPeriod},
            {"takes_filter", one.hasFilter}};
}

json::object reportJson(const MadeReport& report)
{
    json::object object;
    object["id"] = report.id.text();
    object["template"] = reports::info(report.report).word;
    object["format"] = reports::formatWord(report.format);
    object["language"] = report.language;
    object["since"] = timeJson(report.since);
    object["until"] = timeJson(report.until);
    object["q"] = report.filter;
    object["made_at"] = timeJson(report.madeAt);
    object["made_by"] = report.madeBy;
    object["plan_id"] = orNull(report.plan.text());
    object["rows"] = report.rows;
    object["size"] = report.size;
    object["sha256"] = report.sha256;
    object["file_name"] = report.fileName();
    return object;
}

json::object planJson(const Plan& plan)
{
    const PlanFields& fields = plan.fields;
    json::object object;
    object["id"] = plan.id.text();
    object["name"] = fields.name;
    object["template"] = reports::info(fields.report).word;
    object["period"] = reports::periodWord(fields.period);
    object["q"] = fields.filter;
    object["format"] = reports::formatWord(fields.format);
    object["language"] = fields.language;
    object["frequency"] = reports::frequencyWord(fields.frequency);
    object["hour"] = fields.hour;
    object["keep"] = fields.keep;
    object["enabled"] = fields.enabled;
    object["author"] = plan.author;
    object["created_at"] = timeJson(plan.createdAt);
    object["next_at"] = timeJson(plan.nextAt);
    object["last_at"] = timeJson(plan.lastAt);
    object["last_problem"] = orNull(plan.lastProblem);
    object["version"] = plan.version;
    return object;
}

Result<std::optional<UtcTime>> bodyTime(const Call& call, std::string_view name)
{
    const std::string text = call.text(name);
    if (text.empty())
        return std::optional<UtcTime>();
    const auto time = audit::parseFilterTime(text, call.services().clock.now(), call.services().settings.values()->timesZone);
    if (!time) {
        Error error(ErrorCode::InvalidArgument, "Validation failed");
        error.fields.push_back(
            {std::string(name), "Is no time. Use 30m, 1h, 7d, today, 2026-11-24 or 2026-11-24T14:00Z", "format"});
        return error;
    }
    return std::optional<UtcTime>(*time);
}

Result<http::Response> overview(Call& call)
{
    reports::Reports& service = call.services().reports;
    SALLYPORT_ASSIGN(const std::vector<reports::Template> available, service.available(call.actor()));
    SALLYPORT_ASSIGN(const std::vector<MadeReport> made, service.list(call.actor()));
    SALLYPORT_ASSIGN(const std::vector<Plan> plans, service.plans(call.actor()));
    json::object data;
    json::array& templates = data["templates"].emplace_array();
    for (const TemplateInfo& one : reports::templates())
        templates.push_back(templateJson(one, std::ranges::find(available, one.report) != available.end()));
    json::array& planned = data["plans"].emplace_array();
    for (const Plan& plan : plans)
        planned.push_back(planJson(plan));
    json::array& kept = data["reports"].emplace_array();
    for (const MadeReport& report : made)
        kept.push_back(reportJson(report));
    http::Response response = dataAnswer(std::move(data));
    tellIntegrity(call, response);
    return response;
}

Result<http::Response> make(Call& call)
{
    ReportQuery query;
    query.report = reports::findTemplate(call.text("template")).value_or(reports::Template::Activity);
    query.format = reports::findFormat(call.text("format")).value_or(reports::Format::Pdf);
    query.filter = call.text("q");
    if (const std::string language = call.text("language"); !language.empty())
        query.language = language;
    SALLYPORT_ASSIGN(query.since, bodyTime(call, "since"));
    SALLYPORT_ASSIGN(query.until, bodyTime(call, "until"));
    SALLYPORT_ASSIGN(const MadeReport made, call.services().reports.make(call.actor(), query, call.whileClientIsHere()));
    http::Response response = dataAnswer(reportJson(made), 201);
    response.addHeader("Location", "/api/reports/" + made.id.text());
    tellIntegrity(call, response);
    return response;
}

Result<http::Response> download(Call& call)
{
    const reports::ReportId id{std::string(call.match.parameter)};
    SALLYPORT_ASSIGN(const MadeReport report, call.services().reports.read(call.actor(), id));
    Download file(call, Media::File, report.fileName());
    file.addHeader("Content-Type", reports::formatMedia(report.format));
    tellIntegrity(call, file);
    const auto sent = call.services().reports.open(call.actor(), id, [&](std::string_view piece) { return file.take(piece); });
    if (!sent && !file.begun())
        return sent.error();
    file.end(sent.has_value());
    return http::Response();
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().reports.remove(call.actor(), reports::ReportId(std::string(call.match.parameter))));
    return noContent();
}

Result<http::Response> listPlans(Call& call)
{
    SALLYPORT_ASSIGN(const std::vector<Plan> plans, call.services().reports.plans(call.actor()));
    json::array items;
    for (const Plan& plan : plans)
        items.push_back(planJson(plan));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

std::optional<std::string> textIn(const Call& call, std::string_view name)
{
    return call.body().contains(name) ? std::optional(call.text(name)) : std::nullopt;
}

std::optional<int> numberIn(const Call& call, std::string_view name)
{
    const json::value* const value = call.body().if_contains(name);
    return value != nullptr ? std::optional(static_cast<int>(value->to_number<double>())) : std::nullopt;
}

/// The members of the body; its schema has seen that the words are known.
PlanPatch patchOf(const Call& call)
{
    PlanPatch patch;
    patch.name = textIn(call, "name");
    patch.filter = textIn(call, "q");
    patch.language = textIn(call, "language");
    patch.period = reports::findPeriod(call.text("period"));
    patch.format = reports::findFormat(call.text("format"));
    patch.frequency = reports::findFrequency(call.text("frequency"));
    patch.hour = numberIn(call, "hour");
    patch.keep = numberIn(call, "keep");
    if (const json::value* const enabled = call.body().if_contains("enabled"))
        patch.enabled = enabled->as_bool();
    patch.expectedVersion = readVersion(call);
    return patch;
}

Result<http::Response> createPlan(Call& call)
{
    const PlanPatch given = patchOf(call);
    PlanFields fields;
    fields.name = given.name.value_or(std::string());
    fields.report = reports::findTemplate(call.text("template")).value_or(reports::Template::Activity);
    fields.filter = given.filter.value_or(std::string());
    fields.language = given.language.value_or(fields.language);
    fields.period = given.period.value_or(fields.period);
    fields.format = given.format.value_or(fields.format);
    fields.frequency = given.frequency.value_or(fields.frequency);
    fields.hour = given.hour.value_or(fields.hour);
    fields.keep = given.keep.value_or(fields.keep);
    fields.enabled = given.enabled.value_or(true);
    SALLYPORT_ASSIGN(const Plan made, call.services().reports.createPlan(call.actor(), fields));
    http::Response response = dataAnswer(planJson(made), 201);
    response.addHeader("Location", "/api/report-plans/" + made.id.text());
    return response;
}

Result<http::Response> changePlan(Call& call)
{
    SALLYPORT_ASSIGN(const Plan changed, call.services().reports.changePlan(
                                             call.actor(), reports::PlanId(std::string(call.match.parameter)), patchOf(call)));
    return dataAnswer(planJson(changed));
}

Result<http::Response> removePlan(Call& call)
{
    SALLYPORT_TRY(call.services().reports.removePlan(call.actor(), reports::PlanId(std::string(call.match.parameter))));
    return noContent();
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"reportPlanName", reports::planNameLimit},
    {"reportPlanKeep", reports::planKeepMost},
    {"reportTemplate",
     R"({"type": "string", "enum": ["activity", "access_review", "authentication", "api_keys", "configuration", "detection", "compliance"]})"},
    {"reportFormat", R"({"type": "string", "enum": ["csv", "jsonl", "html", "pdf"]})"},
    {"reportLanguage", R"({"type": "string", "enum": ["en", "de", "fr"], "description": "Of a PDF."})"},
    {"reportPlanMembers",
     R"("name": {"type": "string", "minLength": 1, "maxLength": <reportPlanName>},
        "period": {"type": "string", "enum": ["day", "week", "month"], "description": "The last whole one."},
        "q": {"type": "string", "maxLength": <filter>, "description": "The filter language of GET /api/events."},
        "format": <reportFormat>, "language": <reportLanguage>,
        "frequency": {"type": "string", "enum": ["daily", "weekly", "monthly"], "description": "Weekly: on Mondays; monthly: on the first."},
        "hour": {"type": "integer", "minimum": 0, "maximum": 23, "description": "In the zone of the setting times.zone."},
        "keep": {"type": "integer", "minimum": 1, "maximum": <reportPlanKeep>, "description": "So many reports of the plan are kept."},
        "enabled": {"type": "boolean"})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewReport", R"({"type": "object", "additionalProperties": false, "required": ["template"], "properties": {
        "template": <reportTemplate>, "format": <reportFormat>, "language": <reportLanguage>,
        "since": {"type": "string", "maxLength": <filterTime>, "description": "As the filter language writes times: `2026-11-24T14:00Z`, `7d`."},
        "until": {"type": "string", "maxLength": <filterTime>},
        "q": {"type": "string", "maxLength": <filter>, "description": "The filter language of GET /api/events."}}})"},
    {"NewReportPlan", R"({"type": "object", "additionalProperties": false, "required": ["name", "template"], "properties": {
        "template": <reportTemplate>, <reportPlanMembers>}})"},
    {"ReportPlanPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        <reportPlanMembers>, "version": <version>}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"ReportTemplate", R"({"type": "object", "required": ["template", "title", "needs", "available"], "properties": {
        "template": {"type": "string"}, "title": {"type": "string"}, "about": {"type": "string"},
        "needs": {"type": "array", "items": {"type": "string"}, "description": "Permissions."},
        "available": {"type": "boolean", "description": "Whether the caller holds them."},
        "takes_period": {"type": "boolean"}, "takes_filter": {"type": "boolean"}}})"},
    {"Report", R"({"type": "object", "required": ["id", "template", "format", "made_at", "size", "sha256"], "properties": {
        "id": {"type": "string"}, "template": {"type": "string"}, "format": {"type": "string"}, "language": {"type": "string"},
        "since": {"type": ["string", "null"], "format": "date-time"}, "until": {"type": ["string", "null"], "format": "date-time"},
        "q": {"type": "string"}, "made_at": {"type": "string", "format": "date-time"}, "made_by": {"type": "string"},
        "plan_id": {"type": ["string", "null"]}, "rows": {"type": "integer"}, "size": {"type": "integer", "description": "Bytes."},
        "sha256": {"type": "string", "description": "Of its bytes, in hex; the same stands in the event."},
        "file_name": {"type": "string"}}})"},
    {"ReportPlan",
     R"({"type": "object", "required": ["id", "name", "template", "period", "format", "frequency", "hour", "keep", "enabled", "version"],
        "properties": {"id": {"type": "string"}, "name": {"type": "string"}, "template": {"type": "string"}, "period": {"type": "string"},
        "q": {"type": "string"}, "format": {"type": "string"}, "language": {"type": "string"}, "frequency": {"type": "string"},
        "hour": {"type": "integer"}, "keep": {"type": "integer"}, "enabled": {"type": "boolean"},
        "author": {"type": "string", "description": "With whose rights the reports are made."},
        "created_at": {"type": "string", "format": "date-time"}, "next_at": {"type": ["string", "null"], "format": "date-time"},
        "last_at": {"type": ["string", "null"], "format": "date-time"},
        "last_problem": {"type": ["string", "null"], "description": "Why the last one failed."}, "version": {"type": "integer"}}})"},
    {"ReportOverview", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["templates", "plans", "reports"], "properties": {
        "templates": {"type": "array", "items": {"$ref": "#/components/schemas/ReportTemplate"}},
        "plans": {"type": "array", "items": {"$ref": "#/components/schemas/ReportPlan"}},
        "reports": {"type": "array", "items": {"$ref": "#/components/schemas/Report"}, "description": "That the caller may open, the newest first."}}}}})"},
    {"ReportAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Report"}}})"},
    {"ReportPlanAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/ReportPlan"}}})"},
    {"ReportPlanList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/ReportPlan"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
});

Route route(Method method, std::string_view pattern, Handler handler, std::string_view operation, std::string_view summary)
{
    const bool reads = method == Method::Get;
    Route made;
    made.method = method;
    made.pattern = pattern;
    made.access = Access::Permission;
    made.permission = Permission::EventsExport;
    made.rate = reads ? RateClass::ApiRead : RateClass::Admin;
    made.body = Body::None;
    made.bodyLimit = 0;
    made.stepUp = StepUp::NotNeeded;
    made.runsOn = RunsOn::Worker;
    made.handler = handler;
    made.operation = operation;
    made.tag = "Audit";
    made.summary = summary;
    return made;
}

Route withBody(Route made, std::string_view schema)
{
    made.body = Body::Json;
    made.bodyLimit = smallBody;
    made.schema = schema;
    return made;
}

std::vector<Route> routes()
{
    std::vector<Route> all;
    all.push_back(route(Method::Get, "/api/reports", overview, "listReports", "Templates, plans and the reports that are kept"));
    all.back().answer = "ReportOverview";
    all.push_back(withBody(route(Method::Post, "/api/reports", make, "makeReport", "Make a report and keep it"), "NewReport"));
    all.back().runsOn = RunsOn::Report;
    all.back().also = {409};
    all.back().details =
        "Answers when it is made. Takes what the template's data need, too: `needs` of GET /api/reports. PDF unless "
        "`format` says otherwise.";
    all.back().answer = "ReportAnswer";
    all.back().status = 201;
    all.push_back(route(Method::Get, "/api/reports/{id}", download, "downloadReport", "The file of a report"));
    all.back().runsOn = RunsOn::Report;
    all.back().stores = true;
    all.back().details = "For who holds what its maker needed; for others there is no such report.";
    all.back().media = {Media::File};
    all.push_back(route(Method::Delete, "/api/reports/{id}", remove, "deleteReport", "Delete a report"));
    all.back().also = {409};
    all.back().stepUp = StepUp::IfEnrolled;
    all.back().details =
        "For its maker, and for who holds retention:update. 409 `held` while a legal hold keeps one of its events.";
    all.back().status = 204;
    all.push_back(route(Method::Get, "/api/report-plans", listPlans, "listReportPlans", "Reports that are made again and again"));
    all.back().answer = "ReportPlanList";
    all.push_back(
        withBody(route(Method::Post, "/api/report-plans", createPlan, "createReportPlan", "Have a report made again and again"),
                 "NewReportPlan"));
    all.back().also = {409};
    all.back().details =
        "Made with the rights that the author has when it is made, and none that they hadn't when the plan was written.";
    all.back().answer = "ReportPlanAnswer";
    all.back().status = 201;
    all.push_back(withBody(route(Method::Patch, "/api/report-plans/{id}", changePlan, "changeReportPlan", "Change a plan"),
                           "ReportPlanPatch"));
    all.back().details = "For its author, and for who holds retention:update. The plan is the caller's from then on.";
    all.back().answer = "ReportPlanAnswer";
    all.push_back(route(Method::Delete, "/api/report-plans/{id}", removePlan, "deleteReportPlan", "Delete a plan"));
    all.back().stepUp = StepUp::IfEnrolled;
    all.back().details = "For its author, and for who holds retention:update. What it has made stays.";
    all.back().status = 204;
    return all;
}

} // namespace
} // namespace reports_endpoints

EndpointGroup reportEndpoints()
{
    using namespace reports_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
