#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/key_json.h"

#include <array>

namespace sallyport::api {
namespace service_accounts_endpoints {
namespace {

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of a name.", R"({"type":"string","maxLength":<searchText>})"},
    {"sort", "By name, or the other way round.", R"({"type":"string","enum":["name","-name"]})"},
});

Result<http::Response> list(Call& call)
{
    identity::ServiceAccountQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_ASSIGN(const std::optional<std::string> sort, call.query("sort"));
    if (sort && *sort != "name" && *sort != "-name")
        return badQuery("sort", "Is not one of the allowed words", "enum");
    query.descending = sort == "-name";
    SALLYPORT_ASSIGN(const identity::ServiceAccountPage page, call.services().serviceAccounts.list(call.actor(), query));
    json::array items;
    for (const identity::ServiceAccount& account : page.accounts)
        items.push_back(toJson(account));
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

Result<http::Response> create(Call& call)
{
    identity::NewServiceAccount account;
    account.name = call.text("name");
    account.description = call.text("description");
    if (const json::value* roles = call.body().if_contains("roles"))
        account.roles = json::value_to<std::vector<std::string>>(*roles);
    SALLYPORT_ASSIGN(const identity::ServiceAccount made,
                     call.services().serviceAccounts.create(call.actor(), std::move(account)));
    http::Response response = dataAnswer(toJson(made), 201);
    response.addHeader("Location", "/api/service-accounts/" + made.id.text());
    return response;
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const identity::ServiceAccount account, call.services().serviceAccounts.read(call.actor(), userIdOf(call)));
    return dataAnswer(toJson(account));
}

Result<http::Response> change(Call& call)
{
    const json::object& body = call.body();
    identity::ServiceAccountPatch patch;
    if (body.contains("name"))
        patch.name = call.text("name");
    if (body.contains("description"))
        patch.description = call.text("description");
    if (const json::value* roles = body.if_contains("roles"))
        patch.roles = json::value_to<std::vector<std::string>>(*roles);
    if (body.contains("status"))
        patch.enabled = call.text("status") == "active";
    patch.expectedVersion = readVersion(call);
    SALLYPORT_ASSIGN(const identity::ServiceAccount account,
                     call.services().serviceAccounts.change(call.actor(), userIdOf(call), patch));
    return changeAnswer(call, toJson(account));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().serviceAccounts.remove(call.actor(), userIdOf(call)));
    return noContent();
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"accountDescription", identity::accountDescriptionLimit},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewServiceAccount", R"({"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": <name>, "examples": ["Build runner"]},
        "description": {"type": "string", "maxLength": <accountDescription>},
        "roles": {"type": "array", "maxItems": <roles>, "uniqueItems": true,
                  "items": <role>}}})"},
    {"ServiceAccountPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": <name>},
        "description": {"type": "string", "maxLength": <accountDescription>},
        "roles": {"type": "array", "minItems": 1, "maxItems": <roles>, "uniqueItems": true,
                  "items": <role>},
        "status": {"type": "string", "enum": ["active", "disabled"], "description": "A disabled account's keys open nothing."},
        "version": <version>}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"ServiceAccount", R"({"type": "object", "required": ["id", "name", "roles", "status", "keys", "created_at", "version"],
        "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "description": {"type": "string"},
        "roles": {"type": "array", "items": {"type": "string"}}, "status": {"type": "string", "enum": ["active", "disabled"]},
        "keys": {"type": "integer", "description": "API keys that can be used now."},
        "last_used_at": {"type": ["string", "null"], "format": "date-time", "description": "Of its keys."},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "updated_at": {"type": "string", "format": "date-time"}, "version": {"type": "integer"}}})"},
    {"ServiceAccountAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/ServiceAccount"}}})"},
    {"ChangedServiceAccountAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/ServiceAccount"}, "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
    {"ServiceAccountList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/ServiceAccount"}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/service-accounts",
         .access = Access::Permission,
         .permission = Permission::ServiceAccountsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listServiceAccounts",
         .tag = "Service accounts",
         .summary = "Service accounts, page by page",
         .answer = "ServiceAccountList",
         .query = listQuery},
        {.method = Method::Post,
         .pattern = "/api/service-accounts",
         .access = Access::Permission,
         .permission = Permission::ServiceAccountsCreate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "NewServiceAccount",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = create,
         .also = {409},
         .operation = "createServiceAccount",
         .tag = "Service accounts",
         .summary = "Add a service account",
         .answer = "ServiceAccountAnswer",
         .status = 201},
        {.method = Method::Get,
         .pattern = "/api/service-accounts/{id}",
         .access = Access::Permission,
         .permission = Permission::ServiceAccountsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readServiceAccount",
         .tag = "Service accounts",
         .summary = "One service account",
         .answer = "ServiceAccountAnswer"},
        {.method = Method::Patch,
         .pattern = "/api/service-accounts/{id}",
         .access = Access::Permission,
         .permission = Permission::ServiceAccountsUpdate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "ServiceAccountPatch",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = change,
         .also = {409},
         .operation = "changeServiceAccount",
         .tag = "Service accounts",
         .summary = "Change or disable a service account",
         .details = "By a key of the account itself, and with less than before, it waits to be confirmed.",
         .answer = "ChangedServiceAccountAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/service-accounts/{id}",
         .access = Access::Permission,
         .permission = Permission::ServiceAccountsDelete,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = remove,
         .also = {409},
         .operation = "deleteServiceAccount",
         .tag = "Service accounts",
         .summary = "Delete a service account with its keys",
         .details = "Never by a key of the account itself: `own_account`.",
         .status = 204},
    };
}

} // namespace
} // namespace service_accounts_endpoints

EndpointGroup serviceAccountEndpoints()
{
    using namespace service_accounts_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
