#include "backend/api/download.h"
#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/user_query.h"
#include "backend/identity/user_file.h"

namespace sallyport::api {
namespace {

constexpr std::uint32_t kImportBody = 1024 * 1024;
constexpr std::size_t kRowsTold = 1'000;

constexpr auto kImportQuery = std::to_array<QueryParameter>({
    {"dry_run", "Only tell what would happen.", R"({"type":"boolean","default":false})"},
});
constexpr auto kExportUsersQuery = std::to_array<QueryParameter>({
    {"format", "What the file is.", R"({"type":"string","enum":["csv","json"],"default":"csv"})"},
    {"q", "Part of a name or e-mail address.", R"({"type":"string","maxLength":1024})"},
    {"role", "Only users with this role.", R"({"type":"string","maxLength":64})"},
    {"status", "Only users with this status.", R"({"type":"string","enum":["active","disabled","invited","locked"]})"},
    {"mfa", "Only users with or without a second factor, as GET /api/users takes it.",
     R"({"type":"string","enum":["on","off","due","overdue","few_codes"]})"},
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

Result<http::Response> importUsers(Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> dryRun, call.query("dry_run"));
    if (dryRun && *dryRun != "true" && *dryRun != "false")
        return badQuery("dry_run", "Is not true or false", "enum");
    identity::ImportOptions options;
    options.dryRun = dryRun == std::optional<std::string>("true");
    bool given = false;
    const auto source = [&]() -> Result<std::string> { return std::exchange(given, true) ? std::string() : std::string(call.request.body); };
    json::array rows;
    const auto told = [&](identity::ImportRow& row) {
        if (rows.size() < kRowsTold)
            rows.push_back(toJson(row));
    };
    SALLYPORT_ASSIGN(const identity::ImportReport report, call.services().userTransfer.importCsv(call.actor(), source, options, told, {}));
    const bool all = static_cast<std::int64_t>(rows.size()) == report.rows;
    return dataAnswer({{"dry_run", report.dryRun}, {"rows", report.rows}, {"added", report.added}, {"exists", report.exists},
                       {"twice", report.twice}, {"wrong", report.wrong}, {"results", std::move(rows)}, {"results_complete", all}});
}

Result<http::Response> exportUsers(Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> format, call.query("format"));
    if (format && *format != "csv" && *format != "json")
        return badQuery("format", "Is not one of csv, json", "enum");
    const bool csv = !format || *format == "csv";
    identity::UserQuery query;
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("q"));
    SALLYPORT_TRY(readUserFilters(call, query));
    query.text = text.value_or(std::string());
    Download download(call, csv ? Media::Csv : Media::Json, csv ? "sallyport-users.csv" : "sallyport-users.json");
    std::string piece;
    if (csv)
        identity::appendUserCsvHead(piece);
    else
        piece = R"({"data":[)";
    bool first = true;
    const auto take = [&](const identity::User& user) {
        if (csv)
            identity::appendUserCsv(piece, user);
        else
            piece.append(first ? "" : ",").append(json::serialize(api::toJson(user)));
        first = false;
        return download.take(std::exchange(piece, {}));
    };
    const auto result = call.services().userTransfer.exportUsers(call.actor(), query, csv ? "csv" : "json", take);
    if (!result && !download.begun())
        return result.error();
    download.end(result && download.take(csv ? std::string_view(piece) : std::string_view((piece += "]}"))));
    return http::Response();
}

} // namespace

std::vector<Route> userTransferRoutes()
{
    return {
        {.method = Method::Post, .pattern = "/api/import/users", .access = Access::Permission, .permission = Permission::UsersCreate,
         .rate = RateClass::ApiWrite, .body = Body::Csv, .bodyLimit = kImportBody, .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Report, .handler = importUsers, .operation = "importUsers", .tag = "Users",
         .summary = "Add the users of a CSV file, or tell row by row what would happen", .answer = "ImportAnswer",
         .query = kImportQuery},
        {.method = Method::Get, .pattern = "/api/export/users", .access = Access::Permission, .permission = Permission::UsersRead,
         .rate = RateClass::Admin, .body = Body::None, .bodyLimit = 0, .stepUp = StepUp::NotNeeded, .runsOn = RunsOn::Report,
         .handler = exportUsers, .operation = "exportUsers", .tag = "Users", .summary = "All users as a CSV or JSON file, streamed",
         .query = kExportUsersQuery, .media = "text/csv"},
    };
}

} // namespace sallyport::api
