#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace {

json::object toJson(const access::Role& role)
{
    json::array permissions;
    for (const access::PermissionInfo& permission : access::permissions()) {
        if (role.permissions.has(permission.permission))
            permissions.emplace_back(permission.word);
    }
    json::object item;
    item["id"] = role.id.text();
    item["name"] = role.name;
    item["title"] = role.title;
    item["description"] = role.description;
    item["built_in"] = role.builtIn;
    item["members"] = role.members;
    item["permissions"] = std::move(permissions);
    return item;
}

Result<http::Response> list(Call& call)
{
    SALLYPORT_ASSIGN(const std::vector<access::Role> roles, call.services().roles.list(call.actor()));
    json::array items;
    for (const access::Role& role : roles)
        items.push_back(toJson(role));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const access::Role role,
                     call.services().roles.read(call.actor(), RoleId(std::string(call.match.parameter))));
    return dataAnswer(toJson(role));
}

Result<http::Response> listPermissions(Call&)
{
    json::array items;
    for (const access::PermissionInfo& permission : access::permissions()) {
        json::object item;
        item["name"] = permission.word;
        item["title"] = permission.title;
        item["group"] = permission.group.empty() ? json::value(nullptr) : json::value(permission.group);
        items.push_back(std::move(item));
    }
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Role", R"({"type": "object", "required": ["id", "name", "permissions"], "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "title": {"type": "string"}, "description": {"type": "string"},
        "built_in": {"type": "boolean"}, "members": {"type": "integer"},
        "permissions": {"type": "array", "items": {"type": "string"}}}})"},
    {"RoleAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Role"}}})"},
    {"RoleList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Role"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"PermissionList", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["name", "title"], "properties": {
        "name": {"type": "string"}, "title": {"type": "string"}, "group": {"type": ["string", "null"]}}}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/roles",
         .access = Access::Permission,
         .permission = Permission::RolesRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listRoles",
         .tag = "Roles",
         .summary = "Roles and what they allow",
         .answer = "RoleList"},
        {.method = Method::Get,
         .pattern = "/api/roles/{id}",
         .access = Access::Permission,
         .permission = Permission::RolesRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .operation = "readRole",
         .tag = "Roles",
         .summary = "One role and what it allows",
         .answer = "RoleAnswer"},
        {.method = Method::Get,
         .pattern = "/api/permissions",
         .access = Access::Permission,
         .permission = Permission::RolesRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = listPermissions,
         .operation = "listPermissions",
         .tag = "Roles",
         .summary = "Everything that can be allowed",
         .answer = "PermissionList"},
    };
}

} // namespace

EndpointGroup roleEndpoints()
{
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
