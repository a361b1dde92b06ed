#include "backend/access/permission_words.h"
#include "backend/access/role_graph.h"
#include "backend/access/role_limits.h"
#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/json_of.h"

#include <array>

namespace sallyport::api {
namespace roles_endpoints {
namespace {

json::array wordsOf(const access::PermissionSet& set)
{
    const auto words = access::permissionWords(set);
    return json::array(words.begin(), words.end());
}

json::object toJson(const access::Role& role)
{
    json::object item;
    item["id"] = role.id.text();
    item["name"] = role.name;
    item["title"] = role.title;
    item["description"] = role.description;
    item["built_in"] = role.builtIn;
    item["members"] = role.members;
    item["permissions"] = wordsOf(role.own);
    item["inherits"] = json::array(role.inherits.begin(), role.inherits.end());
    item["effective_permissions"] = wordsOf(role.permissions);
    item["changed_at"] = timeJson(role.changedAt);
    item["changed_by"] = role.changedBy;
    item["version"] = role.version;
    return item;
}

/// With where each permission comes from.
json::object explained(const access::Role& role, const std::vector<access::Role>& all)
{
    json::object item = toJson(role);
    json::object sources;
    for (const auto& [permission, names] : access::sourcesOf(all, role.name))
        sources[access::info(permission).word] = json::array(names.begin(), names.end());
    item["sources"] = std::move(sources);
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
    SALLYPORT_ASSIGN(const access::Role role, call.services().roles.read(call.actor(), call.match.parameter));
    return dataAnswer(explained(role, *call.services().roles.table()));
}

std::vector<std::string> words(const json::value& list)
{
    return json::value_to<std::vector<std::string>>(list);
}

Result<http::Response> create(Call& call)
{
    identity::NewRole role{call.text("name"), call.text("title"), call.text("description"), {}, {}};
    if (const json::value* permissions = call.body().if_contains("permissions"))
        role.permissions = words(*permissions);
    if (const json::value* inherits = call.body().if_contains("inherits"))
        role.inherits = words(*inherits);
    SALLYPORT_ASSIGN(const access::Role made, call.services().roleChanges.create(call.actor(), std::move(role)));
    http::Response response = dataAnswer(explained(made, *call.services().roles.table()), 201);
    response.addHeader("Location", "/api/roles/" + made.id.text());
    return response;
}

identity::RolePatch patchOf(Call& call)
{
    const json::object& body = call.body();
    identity::RolePatch patch;
    if (body.contains("title"))
        patch.title = call.text("title");
    if (body.contains("description"))
        patch.description = call.text("description");
    if (const json::value* permissions = body.if_contains("permissions"))
        patch.permissions = words(*permissions);
    if (const json::value* inherits = body.if_contains("inherits"))
        patch.inherits = words(*inherits);
    patch.expectedVersion = readVersion(call);
    return patch;
}

Result<http::Response> change(Call& call)
{
    SALLYPORT_TRY(call.services().roleChanges.change(call.actor(), call.match.parameter, patchOf(call)));
    // As everybody reads it, with its members; who may read roles no more is told it all the same.
    SALLYPORT_ASSIGN(const access::Role role, call.services().roles.read(access::Actor::system(), call.match.parameter));
    return changeAnswer(call, explained(role, *call.services().roles.table()));
}

json::array toJson(const std::vector<identity::RoleImpact::Member>& members)
{
    json::array items;
    for (const auto& member : members)
        items.push_back({{"id", member.id.text()}, {"name", member.name}, {"service", member.service}});
    return items;
}

json::array toJson(const std::vector<identity::RoleImpact::Effect>& effects)
{
    json::array items;
    for (const auto& effect : effects)
        items.push_back({{"permission", access::info(effect.permission).word},
                         {"count", effect.count},
                         {"members", toJson(effect.members)},
                         {"keepers", effect.keepers},
                         {"through", json::array(effect.through.begin(), effect.through.end())}});
    return items;
}

/// What the change, or with `delete` the removal, would mean; nothing is changed.
Result<http::Response> preview(Call& call)
{
    const json::value* const removal = call.body().if_contains("delete");
    const bool gone = removal != nullptr && removal->as_bool();
    identity::RoleChanges& changes = call.services().roleChanges;
    SALLYPORT_ASSIGN(const identity::RoleImpact impact, gone
                                                            ? changes.previewRemoval(call.actor(), call.match.parameter)
                                                            : changes.preview(call.actor(), call.match.parameter, patchOf(call)));
    json::object answer;
    answer["gained"] = toJson(impact.gained);
    answer["lost"] = toJson(impact.lost);
    answer["unchanged"] = impact.unchanged;
    answer["unchanged_members"] = toJson(impact.unchangedMembers);
    answer["roles"] = json::array(impact.roles.begin(), impact.roles.end());
    return dataAnswer(std::move(answer));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().roleChanges.remove(call.actor(), call.match.parameter));
    return changeAnswer(call);
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

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"roleTitle", access::roleTitleLimit},
    {"roleDescription", access::roleDescriptionLimit},
    {"inherited", access::inheritedByOneLimit},
    {"permissionCount", access::permissionCount},
    {"rolePermissions", R"({"type": "array", "maxItems": <permissionCount>, "uniqueItems": true,
        "items": {"type": "string", "minLength": 3, "maxLength": 64}, "examples": [["records:read"]],
        "description": "What it allows by itself; `GET /api/permissions` tells all. Also the groups read, write, delete and manage_users of them."})"},
    {"roleInherits", R"({"type": "array", "maxItems": <inherited>, "uniqueItems": true, "items": <role>,
        "description": "Names of roles whose permissions it has too."})"},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewRole", R"({"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
        "name": {"type": "string", "pattern": "<rolePattern>", "maxLength": <roleName>, "examples": ["duty_physician"]},
        "title": {"type": "string", "maxLength": <roleTitle>, "description": "Empty or absent: the name."},
        "description": {"type": "string", "maxLength": <roleDescription>},
        "permissions": <rolePermissions>, "inherits": <roleInherits>}})"},
    {"RolePatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "title": {"type": "string", "maxLength": <roleTitle>},
        "description": {"type": "string", "maxLength": <roleDescription>},
        "permissions": <rolePermissions>, "inherits": <roleInherits>, "version": <version>}})"},
    {"RolePreview", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "title": {"type": "string", "maxLength": <roleTitle>},
        "description": {"type": "string", "maxLength": <roleDescription>},
        "permissions": <rolePermissions>, "inherits": <roleInherits>, "version": <version>,
        "delete": {"type": "boolean", "description": "What deleting the role would mean, instead."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Role", R"({"type": "object", "required": ["id", "name", "permissions", "inherits", "effective_permissions", "version"],
        "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "title": {"type": "string"}, "description": {"type": "string"},
        "built_in": {"type": "boolean"}, "members": {"type": "integer"},
        "permissions": {"type": "array", "items": {"type": "string"}, "description": "By itself."},
        "inherits": {"type": "array", "items": {"type": "string"}},
        "effective_permissions": {"type": "array", "items": {"type": "string"}, "description": "With what it inherits."},
        "sources": {"type": "object", "description": "For each effective permission the roles that have it by themselves; of one role only.",
                    "additionalProperties": {"type": "array", "items": {"type": "string"}}},
        "changed_at": {"type": ["string", "null"], "format": "date-time"}, "changed_by": {"type": "string"},
        "version": {"type": "integer"}}})"},
    {"RoleAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Role"}}})"},
    {"ChangedRoleAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/Role"}, "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
    {"ImpactMembers", R"({"type": "array", "description": "The first twenty by name; empty for who may not read users.",
        "items": {"type": "object", "required": ["id", "name", "service"],
        "properties": {"id": {"type": "string"}, "name": {"type": "string"}, "service": {"type": "boolean"}}}})"},
    {"ImpactEffects",
     R"({"type": "array", "items": {"type": "object", "required": ["permission", "count", "members", "keepers", "through"],
        "properties": {"permission": {"type": "string"}, "count": {"type": "integer"},
        "members": {"$ref": "#/components/schemas/ImpactMembers"},
        "keepers": {"type": "integer", "description": "Others with the role who have it before and after, from elsewhere."},
        "through": {"type": "array", "items": {"type": "string"}, "description": "The roles from which those have it."}}}})"},
    {"RoleImpactAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["gained", "lost", "unchanged", "unchanged_members", "roles"], "properties": {
        "gained": {"$ref": "#/components/schemas/ImpactEffects"}, "lost": {"$ref": "#/components/schemas/ImpactEffects"},
        "unchanged": {"type": "integer", "description": "Users and service accounts with the role for whom nothing changes."},
        "unchanged_members": {"$ref": "#/components/schemas/ImpactMembers"},
        "roles": {"type": "array", "items": {"type": "string"}, "description": "The roles that would allow something else."}}}}})"},
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
        {.method = Method::Post,
         .pattern = "/api/roles",
         .access = Access::Permission,
         .permission = Permission::RolesCreate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "NewRole",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = create,
         .also = {409},
         .operation = "createRole",
         .tag = "Roles",
         .summary = "Add a role of your own",
         .answer = "RoleAnswer",
         .status = 201},
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
         .summary = "One role, by id or name, what it allows and where that comes from",
         .answer = "RoleAnswer"},
        {.method = Method::Patch,
         .pattern = "/api/roles/{id}",
         .access = Access::Permission,
         .permission = Permission::RolesUpdate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "RolePatch",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = change,
         .also = {409},
         .operation = "changeRole",
         .tag = "Roles",
         .summary = "Change a role of your own",
         .details = "By whom it takes something, that waits to be confirmed.",
         .answer = "ChangedRoleAnswer"},
        {.method = Method::Post,
         .pattern = "/api/roles/{id}/preview",
         .access = Access::Permission,
         .permission = Permission::RolesUpdate,
         .rate = RateClass::ApiRead,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "RolePreview",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = preview,
         .also = {409},
         .operation = "previewRoleChange",
         .tag = "Roles",
         .summary = "Who would gain and who would lose what by a change of a role; nothing is changed",
         .answer = "RoleImpactAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/roles/{id}",
         .access = Access::Permission,
         .permission = Permission::RolesDelete,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = remove,
         .also = {200, 409},
         .operation = "deleteRole",
         .tag = "Roles",
         .summary = "Delete a role of your own; its members lose it",
         .details = "By whom it takes something, that waits to be confirmed: then the status is 200.",
         .answer = "ConfirmAnswer",
         .status = 204},
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
} // namespace roles_endpoints

EndpointGroup roleEndpoints()
{
    using namespace roles_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
