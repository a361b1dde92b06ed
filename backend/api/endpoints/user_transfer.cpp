#include "backend/api/download.h"
#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/user_query.h"
#include "backend/identity/users/user_file.h"

namespace sallyport::api {
namespace user_transfer_endpoints {
namespace {

constexpr std::uint32_t importBody = 1024 * 1024;
constexpr std::size_t rowsTold = 1'000;

constexpr auto importQuery = std::to_array<QueryParameter>({
    {"dry_run", "Only tell what would happen.", R"({"type":"boolean","default":false})"},
});
constexpr auto exportUsersQuery = std::to_array<QueryParameter>({
    {"format", "What the file is.", R"({"type":"string","enum":["csv","json"],"default":"csv"})"},
    {"q", "Part of a name or e-mail address.", R"({"type":"string","maxLength":<searchText>})"},
    {"role", "Only users with this role.", R"({"type":"string","maxLength":<roleName>})"},
    {"status", "Only users with this status.", R"({"type":"string","enum":["active","disabled","invited","locked"]})"},
    {"mfa", "Only users with or without a second factor, as GET /api/users takes it.",
     R"({"type":"string","enum":["on","off","due","overdue","few_codes"]})"},
    inactiveDaysParameter,
    byteOrderMarkParameter,
});

json::object toJson(const identity::ImportRow& row)
{
    json::object object{{"line", row.line}, {"outcome", identity::importOutcomeWord(row.outcome)}};
    object["id"] = row.id.empty() ? json::value(nullptr) : json::value(row.id.text());
    json::array details;
    for (const FieldError& field : row.fields)
        details.push_back({{"field", field.field}, {"message", field.message}, {"rule", field.rule}});
    object["details"] = std::move(details);
    return object;
}

json::object importJson(const identity::ImportReport& report, const std::vector<identity::ImportRow>& rows)
{
    const bool all = static_cast<std::int64_t>(rows.size()) == report.rows;
    json::array results;
    results.reserve(rows.size());
    for (const identity::ImportRow& row : rows)
        results.push_back(toJson(row));
    return {{"dry_run", report.dryRun}, {"rows", report.rows},   {"added", report.added},         {"exists", report.exists},
            {"twice", report.twice},    {"wrong", report.wrong}, {"results", std::move(results)}, {"results_complete", all}};
}

Result<http::Response> importUsers(Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> dryRun, call.query("dry_run"));
    if (dryRun && *dryRun != "true" && *dryRun != "false")
        return badQuery("dry_run", "Is not true or false", "enum");
    identity::ImportOptions options;
    options.dryRun = dryRun == std::optional<std::string>("true");
    bool given = false;
    const auto source = [&]() -> Result<std::string> {
        return std::exchange(given, true) ? std::string() : std::string(call.request.body);
    };
    identity::ImportReport soFar;
    soFar.dryRun = options.dryRun;
    std::vector<identity::ImportRow> rows;
    std::size_t notAdded = 0;
    // Who has to mend something must see where, however many rows before it went well.
    const auto told = [&](identity::ImportRow& row) {
        soFar.count(row.outcome);
        const bool added = row.outcome == identity::ImportRow::Outcome::Added;
        if (added ? rows.size() < rowsTold : notAdded < rowsTold)
            rows.push_back(std::move(row));
        notAdded += added ? 0 : 1;
    };
    const auto report = call.services().userTransfer.importCsv(call.actor(), source, options, told, {});
    if (report)
        return dataAnswer(importJson(*report, rows));
    Error error = report.error();
    if (soFar.rows > 0) // whoever sent the file must learn what of it is there now
        error.doneJson = json::serialize(importJson(soFar, rows));
    return error;
}

Result<http::Response> exportUsers(Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> format, call.query("format"));
    const auto known = identity::UserFileText::formatOf(format.value_or("csv"));
    if (!known)
        return badQuery("format", "Is not one of csv, json", "enum");
    const bool csv = *known == identity::UserFileText::Format::Csv;
    SALLYPORT_ASSIGN(const bool mark, readByteOrderMark(call, csv));
    identity::UserQuery query;
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("q"));
    SALLYPORT_TRY(readUserFilters(call, query));
    query.text = text.value_or(std::string());
    Download download(call, csv ? Media::Csv : Media::Json, csv ? "sallyport-users.csv" : "sallyport-users.json");
    identity::UserFileText file(*known, call.services().settings.values()->timesZone, mark);
    std::string piece;
    file.begin(piece);
    const auto take = [&](const identity::User& user) {
        file.add(piece, user);
        return download.take(std::exchange(piece, {}));
    };
    const auto result = call.services().userTransfer.exportUsers(call.actor(), query, csv ? "csv" : "json", take);
    if (!result && !download.begun())
        return result.error();
    file.end(piece);
    download.end(result && download.take(piece));
    return http::Response();
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"UserFile", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/User"}}}})"},
    {"ImportAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "properties": {
        "dry_run": {"type": "boolean"}, "rows": {"type": "integer"}, "added": {"type": "integer", "description": "Would be, in a dry run."},
        "exists": {"type": "integer"}, "twice": {"type": "integer"}, "wrong": {"type": "integer"},
        "results": {"type": "array", "description": "Of the first 1,000 rows.", "items": {"type": "object", "properties": {
            "line": {"type": "integer"}, "outcome": {"type": "string", "enum": ["added", "exists", "twice", "wrong"]},
            "id": {"type": ["string", "null"]}, "details": {"type": "array", "items": {"type": "object", "properties": {
                "field": {"type": "string"}, "message": {"type": "string"}, "rule": {"type": "string"}}}}}}},
        "results_complete": {"type": "boolean"}}}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Post,
         .pattern = "/api/import/users",
         .access = Access::Permission,
         .permission = Permission::UsersCreate,
         .rate = RateClass::ApiWrite,
         .body = Body::Csv,
         .bodyLimit = importBody,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Report,
         .handler = importUsers,
         .operation = "importUsers",
         .tag = "Users",
         .summary = "Add the users of a CSV file, or tell row by row what would happen",
         .answer = "ImportAnswer",
         .query = importQuery},
        {.method = Method::Get,
         .pattern = "/api/export/users",
         .access = Access::Permission,
         .permission = Permission::UsersRead,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Report,
         .handler = exportUsers,
         .stores = true,
         .operation = "exportUsers",
         .tag = "Users",
         .summary = "All users as a CSV or JSON file, streamed",
         .answer = "UserFile",
         .query = exportUsersQuery,
         .media = {Media::Csv, Media::Json}},
    };
}

} // namespace
} // namespace user_transfer_endpoints

EndpointGroup userTransferEndpoints()
{
    using namespace user_transfer_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
