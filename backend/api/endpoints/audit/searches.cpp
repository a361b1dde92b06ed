#include "backend/api/endpoints/common.h"
#include "backend/base/time_format.h"
#include "backend/journal/saved_searches.h"

namespace sallyport::api {
namespace searches_endpoints {
namespace {

journal::SavedSearches& searchesOf(const Call& call)
{
    return call.services().savedSearches;
}

json::object toJson(const journal::SavedSearch& search)
{
    json::array columns;
    for (const std::string& column : search.columns)
        columns.emplace_back(column);
    return {{"id", search.id.text()},
            {"name", search.name},
            {"q", search.filter},
            {"columns", std::move(columns)},
            {"shared", search.shared},
            {"own", search.own},
            {"owner", search.ownerName},
            {"created_at", toRfc3339(search.createdAt)},
            {"changed_at", toRfc3339(search.changedAt)}};
}

std::optional<std::string> textIn(const Call& call, std::string_view member)
{
    const json::value* const value = call.body().if_contains(member);
    return value != nullptr ? std::optional(std::string(value->as_string())) : std::nullopt;
}

std::optional<std::vector<std::string>> columnsIn(const Call& call)
{
    const json::value* const value = call.body().if_contains("columns");
    if (value == nullptr)
        return std::nullopt;
    std::vector<std::string> columns;
    for (const json::value& column : value->as_array())
        columns.emplace_back(column.as_string());
    return columns;
}

std::optional<bool> sharedIn(const Call& call)
{
    const json::value* const value = call.body().if_contains("shared");
    return value != nullptr ? std::optional(value->as_bool()) : std::nullopt;
}

Result<http::Response> list(Call& call)
{
    SALLYPORT_ASSIGN(const std::vector<journal::SavedSearch> searches, searchesOf(call).list(call.actor()));
    json::array items;
    for (const journal::SavedSearch& search : searches)
        items.push_back(toJson(search));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(searches.size()));
}

Result<http::Response> create(Call& call)
{
    journal::NewSearch wanted{call.text("name"), call.text("q"), columnsIn(call).value_or(std::vector<std::string>()),
                              sharedIn(call).value_or(false)};
    SALLYPORT_ASSIGN(const journal::SavedSearch search, searchesOf(call).save(call.actor(), std::move(wanted)));
    http::Response response = dataAnswer(toJson(search), 201);
    response.addHeader("Location", "/api/searches/" + search.id.text());
    return response;
}

Result<http::Response> change(Call& call)
{
    const journal::SearchPatch patch{textIn(call, "name"), textIn(call, "q"), columnsIn(call), sharedIn(call)};
    SALLYPORT_ASSIGN(const journal::SavedSearch search, searchesOf(call).change(call.actor(), call.match.parameter, patch));
    return dataAnswer(toJson(search));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(searchesOf(call).remove(call.actor(), call.match.parameter));
    return noContent();
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"searchName", journal::searchNameLimit},
    {"eventColumns", journal::eventColumns.size()},
});

#define SEARCH_MEMBERS                                                                                                                  \
    R"("name": {"type": "string", "minLength": 1, "maxLength": <searchName>},)"                                                         \
    R"("q": {"type": "string", "maxLength": <filter>, "description": "The filter language of GET /api/events."},)"                      \
    R"("columns": {"type": "array", "maxItems": <eventColumns>, "description": "None: the usual ones.", "items": {"type": "string", )"  \
    R"("enum": ["time", "severity", "event", "who", "target", "address", "outcome", "kind", "request", "path", "status", "reason"]}},)" \
    R"("shared": {"type": "boolean", "description": "Everybody who may read events has it; takes settings:update."})"

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewSearch",
     R"({"type": "object", "required": ["name", "q"], "additionalProperties": false, "properties": {)" SEARCH_MEMBERS "}}"},
    {"SearchChange",
     R"({"type": "object", "minProperties": 1, "additionalProperties": false, "properties": {)" SEARCH_MEMBERS "}}"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"SavedSearch", R"({"type": "object",
        "required": ["id", "name", "q", "columns", "shared", "own", "owner", "created_at", "changed_at"], "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "q": {"type": "string"},
        "columns": {"type": "array", "items": {"type": "string"}}, "shared": {"type": "boolean"},
        "own": {"type": "boolean", "description": "The caller's."}, "owner": {"type": "string"},
        "created_at": {"type": "string", "format": "date-time"}, "changed_at": {"type": "string", "format": "date-time"}}})"},
    {"SavedSearchAnswer",
     R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/SavedSearch"}}})"},
    {"SavedSearchList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/SavedSearch"}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/searches",
         .access = Access::Permission,
         .permission = Permission::EventsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listSearches",
         .tag = "Events",
         .summary = "Saved searches of events: one's own and the shared ones",
         .answer = "SavedSearchList"},
        {.method = Method::Post,
         .pattern = "/api/searches",
         .access = Access::Permission,
         .permission = Permission::EventsRead,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "NewSearch",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = create,
         .also = {409},
         .operation = "saveSearch",
         .tag = "Events",
         .summary = "Save a search",
         .details = "To share it takes `settings:update`; a service account's are always shared.",
         .answer = "SavedSearchAnswer",
         .status = 201},
        {.method = Method::Patch,
         .pattern = "/api/searches/{id}",
         .access = Access::Permission,
         .permission = Permission::EventsRead,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "SearchChange",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = change,
         .also = {409},
         .operation = "changeSearch",
         .tag = "Events",
         .summary = "Change a saved search: one's own, or with settings:update a shared one",
         .answer = "SavedSearchAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/searches/{id}",
         .access = Access::Permission,
         .permission = Permission::EventsRead,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = remove,
         .operation = "deleteSearch",
         .tag = "Events",
         .summary = "Delete a saved search: one's own, or with settings:update a shared one",
         .status = 204},
    };
}

} // namespace
} // namespace searches_endpoints

EndpointGroup searchEndpoints()
{
    using namespace searches_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
