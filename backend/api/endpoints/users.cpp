#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/user_query.h"
#include "backend/identity/core/limits.h"

#include <algorithm>
#include <array>

namespace sallyport::api {
namespace users_endpoints {
namespace {

using identity::UserQuery;
using identity::UserStatus;

constexpr std::array<std::pair<std::string_view, UserQuery::Sort>, 9> sorts{{
    {"name", UserQuery::Sort::Name},
    {"email", UserQuery::Sort::Email},
    {"department", UserQuery::Sort::Department},
    {"status", UserQuery::Sort::Status},
    {"mfa", UserQuery::Sort::Mfa},
    {"last_sign_in", UserQuery::Sort::LastSignIn},
    {"created", UserQuery::Sort::Created},
    {"last_sign_in_at", UserQuery::Sort::LastSignIn},
    {"created_at", UserQuery::Sort::Created},
}};

constexpr std::array<std::pair<std::string_view, UserQuery::Mfa>, 5> mfaWords{{
    {"on", UserQuery::Mfa::On},
    {"off", UserQuery::Mfa::Off},
    {"due", UserQuery::Mfa::Due},
    {"overdue", UserQuery::Mfa::Overdue},
    {"few_codes", UserQuery::Mfa::FewCodes},
}};

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of a name or e-mail address.", R"({"type":"string","maxLength":<searchText>})"},
    {"sort", "A leading minus sorts the other way round.",
     R"({"type":"string","enum":["name","-name","email","-email","department","-department","status","-status","mfa","-mfa","last_sign_in","-last_sign_in","created","-created","last_sign_in_at","-last_sign_in_at","created_at","-created_at"]})"},
    {"role", "Only users with this role.", R"({"type":"string","maxLength":<roleName>})"},
    {"status", "Only users with this status.", R"({"type":"string","enum":["active","disabled","invited","locked"]})"},
    {"mfa",
     "Only users with or without a second factor; due and overdue: whose role requires one; few_codes: fewer than four left.",
     R"({"type":"string","enum":["on","off","due","overdue","few_codes"]})"},
    inactiveDaysParameter,
});

} // namespace
} // namespace users_endpoints

Result<void> readUserFilters(const Call& call, identity::UserQuery& query)
{
    using namespace users_endpoints;
    SALLYPORT_ASSIGN(query.role, call.query("role"));
    SALLYPORT_ASSIGN(const std::optional<std::string> status, call.query("status"));
    if (status) {
        query.lockedOnly = *status == "locked";
        for (const UserStatus known : {UserStatus::Active, UserStatus::Disabled, UserStatus::Invited}) {
            if (*status == statusWord(known))
                query.status = known;
        }
        if (!query.lockedOnly && !query.status)
            return badQuery("status", "Is not one of the allowed words", "enum");
    }
    SALLYPORT_ASSIGN(const std::optional<std::string> mfa, call.query("mfa"));
    if (mfa) {
        const auto known = std::ranges::find(mfaWords, *mfa, &std::pair<std::string_view, UserQuery::Mfa>::first);
        if (known == mfaWords.end())
            return badQuery("mfa", "Is not one of the allowed words", "enum");
        query.mfa = known->second;
    }
    SALLYPORT_ASSIGN(const std::uint32_t days, call.queryNumber("inactive_days", 1, identity::inactiveDaysLimit, 0));
    if (days > 0)
        query.inactiveDays = static_cast<int>(days);
    return {};
}

namespace users_endpoints {
namespace {

Result<http::Response> list(Call& call)
{
    UserQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_TRY(readSort(call, sorts, query));
    SALLYPORT_TRY(readUserFilters(call, query));
    SALLYPORT_ASSIGN(const identity::UserPage page, call.services().users.list(call.actor(), query));
    json::array items;
    for (const identity::User& user : page.users)
        items.push_back(toJson(user));
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

std::optional<int> ageOf(const json::value& value)
{
    if (!value.is_number())
        return std::nullopt;
    return static_cast<int>(value.to_number<double>());
}

Result<http::Response> create(Call& call)
{
    const json::object& body = call.body();
    identity::NewUser user;
    user.name = call.text("name");
    user.email = call.text("email");
    user.department = call.text("department");
    if (const json::value* age = body.if_contains("age"))
        user.age = ageOf(*age);
    if (const json::value* roles = body.if_contains("roles"))
        user.roles = json::value_to<std::vector<std::string>>(*roles);
    if (user.roles.empty())
        user.roles = {"viewer"};
    if (body.contains("password"))
        user.password = call.secret("password");
    if (body.contains("password_hash"))
        user.passwordHash = call.text("password_hash");
    SALLYPORT_ASSIGN(const identity::Users::Created created, call.services().users.create(call.actor(), std::move(user)));
    json::object object = toJson(created.user);
    if (created.invitation)
        object["invitation"] = toJson(*created.invitation);
    const std::string location = "/api/users/" + created.user.id.text();
    http::Response response = dataAnswer(std::move(object), 201);
    response.addHeader("Location", location);
    return response;
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const identity::User user, call.services().users.read(call.actor(), userIdOf(call)));
    return dataAnswer(toJson(user));
}

/// Users that are asked for again and again are in memory.
std::optional<Result<http::Response>> readQuickly(Call& call)
{
    // Nothing is recorded of it, so where the request came from need not be told: the principal will do.
    const auto user = call.services().users.readKept(call.principal->actor, userIdOf(call));
    if (!user)
        return user.error();
    if (*user == nullptr)
        return std::nullopt;
    return dataTextAnswer((*user)->json);
}

Result<http::Response> listPermissions(Call& call)
{
    SALLYPORT_ASSIGN(const auto held, call.services().users.permissions(call.actor(), userIdOf(call)));
    json::array items;
    for (const identity::HeldPermission& one : held) {
        json::array sources;
        for (const auto& source : one.sources)
            sources.push_back(json::object{{"role", source.way.front()},
                                           {"way", json::array(source.way.begin(), source.way.end())},
                                           {"expires_at", timeJson(source.until)}});
        items.push_back(json::object{{"name", access::info(one.permission).word},
                                     {"title", access::info(one.permission).title},
                                     {"sources", std::move(sources)}});
    }
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> change(Call& call)
{
    const json::object& body = call.body();
    identity::UserPatch patch;
    if (body.contains("name"))
        patch.name = call.text("name");
    if (body.contains("email"))
        patch.email = call.text("email");
    if (const json::value* age = body.if_contains("age"))
        patch.age = ageOf(*age);
    if (body.contains("department"))
        patch.department = call.text("department");
    patch.expectedVersion = readVersion(call);
    SALLYPORT_ASSIGN(const identity::User user, call.services().users.update(call.actor(), userIdOf(call), patch));
    return dataAnswer(toJson(user));
}

Result<http::Response> remove(Call& call)
{
    SALLYPORT_TRY(call.services().users.apply(call.actor(), userIdOf(call), identity::UserAction::Delete));
    return noContent();
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"department", identity::departmentLimit},
    {"passwordHash", identity::importedHashBytes},
    {"youngest", identity::minimumAge},
    {"oldest", identity::maximumAge},
    {"inactiveDays", identity::inactiveDaysLimit},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"NewUser", R"({"type": "object", "additionalProperties": false, "required": ["name", "email"], "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": <name>},
        "email": {"type": "string", "format": "idn-email", "maxLength": <email>},
        "age": {"type": "integer", "minimum": <youngest>, "maximum": <oldest>},
        "department": {"type": "string", "maxLength": <department>},
        "roles": {"type": "array", "maxItems": <roles>, "uniqueItems": true,
                  "items": <role>},
        "password": {"type": "string", "minLength": 1, "maxLength": <password>, "writeOnly": true,
                     "description": "Without it, and without password_hash, the answer carries a single-use invitation."},
        "password_hash": {"type": "string", "minLength": 1, "maxLength": <passwordHash>, "writeOnly": true,
                          "description": "In place of password, from another system: bcrypt, or Argon2, PBKDF2 or scrypt as Django, ASP.NET Core Identity, Keycloak or a PHC string writes it. Checked at the first sign-in and hashed anew then."}}})"},
    {"UserPatch", R"({"type": "object", "additionalProperties": false, "minProperties": 1, "properties": {
        "name": {"type": "string", "minLength": 1, "maxLength": <name>},
        "email": {"type": "string", "format": "idn-email", "maxLength": <email>},
        "age": {"type": ["integer", "null"], "minimum": <youngest>, "maximum": <oldest>},
        "department": {"type": "string", "maxLength": <department>},
        "version": <version>}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"User", R"({"type": "object", "required": ["id", "name", "email", "roles", "status", "created_at", "version"],
        "description": "How a user signs in (mfa_enabled to password_changed_at) is told of oneself, and of others to who holds events:read or users:update.",
        "properties": {
        "id": {"type": "string"}, "name": {"type": "string"}, "email": {"type": "string"}, "age": {"type": ["integer", "null"]},
        "department": {"type": "string"}, "roles": {"type": "array", "items": {"type": "string"}},
        "role_assignments": {"type": "array", "items": {"type": "object", "required": ["role", "expires_at", "assigned_at", "assigned_by"],
            "properties": {"role": {"type": "string"},
            "expires_at": {"type": ["string", "null"], "format": "date-time", "description": "From then on the role allows nothing; null: it has no end."},
            "assigned_at": {"type": "string", "format": "date-time"}, "assigned_by": {"type": "string"}}}},
        "status": {"type": "string", "enum": ["active", "disabled", "invited"]}, "mfa_enabled": {"type": "boolean"},
        "authenticator_app": {"type": "boolean"}, "passkeys": {"type": "integer"},
        "recovery_codes_left": {"type": "integer"},
        "mfa_required_since": {"type": ["string", "null"], "format": "date-time", "description": "A role requires a second factor since."},
        "locked_until": {"type": ["string", "null"], "format": "date-time"},
        "last_sign_in_at": {"type": ["string", "null"], "format": "date-time"}, "last_sign_in_address": {"type": "string"},
        "password_changed_at": {"type": ["string", "null"], "format": "date-time"},
        "created_at": {"type": "string", "format": "date-time"}, "created_by": {"type": "string"},
        "updated_at": {"type": "string", "format": "date-time"}, "version": {"type": "integer"},
        "invitation": {"$ref": "#/components/schemas/OneTimeLink"}}})"},
    {"HeldPermissionList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"type": "object", "required": ["name", "title", "sources"], "properties": {
            "name": {"type": "string"}, "title": {"type": "string"},
            "sources": {"type": "array", "items": {"type": "object", "required": ["role", "way", "expires_at"], "properties": {
                "role": {"type": "string", "description": "The user's role."},
                "way": {"type": "array", "items": {"type": "string"}, "description": "From that role to the one that allows it by itself."},
                "expires_at": {"type": ["string", "null"], "format": "date-time", "description": "When the user's role ends."}}}}}}},
        "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"UserAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/User"}}})"},
    {"UserList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/User"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/users",
         .access = Access::Permission,
         .permission = Permission::UsersRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listUsers",
         .tag = "Users",
         .summary = "Users, page by page",
         .answer = "UserList",
         .query = listQuery},
        {.method = Method::Get,
         .pattern = "/api/admin/users",
         .access = Access::Permission,
         .permission = Permission::UsersUpdate,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listUsersAsAdministrator",
         .tag = "Users",
         .summary = "The administrators' list of users",
         .answer = "UserList",
         .query = listQuery},
        {.method = Method::Post,
         .pattern = "/api/users",
         .access = Access::Permission,
         .permission = Permission::UsersCreate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "NewUser",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Kdf,
         .handler = create,
         .also = {409},
         .operation = "createUser",
         .tag = "Users",
         .summary = "Add a user, with a password or with an invitation",
         .answer = "UserAnswer",
         .status = 201},
        {.method = Method::Get,
         .pattern = "/api/users/{id}",
         .access = Access::SelfOr,
         .permission = Permission::UsersRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = read,
         .quick = readQuickly,
         .operation = "readUser",
         .tag = "Users",
         .summary = "One user",
         .answer = "UserAnswer"},
        {.method = Method::Get,
         .pattern = "/api/users/{id}/permissions",
         .access = Access::SelfOr,
         .permission = Permission::UsersRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = listPermissions,
         .operation = "listUserPermissions",
         .tag = "Users",
         .summary = "What a user may do, and through which roles",
         .answer = "HeldPermissionList"},
        {.method = Method::Patch,
         .pattern = "/api/users/{id}",
         .access = Access::Permission,
         .permission = Permission::UsersUpdate,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "UserPatch",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = change,
         .also = {409},
         .operation = "changeUser",
         .tag = "Users",
         .summary = "Change a user",
         .answer = "UserAnswer"},
        {.method = Method::Delete,
         .pattern = "/api/users/{id}",
         .access = Access::Permission,
         .permission = Permission::UsersDelete,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = remove,
         .also = {409},
         .operation = "deleteUser",
         .tag = "Users",
         .summary = "Delete a user",
         .status = 204},
    };
}

} // namespace
} // namespace users_endpoints

EndpointGroup userEndpoints()
{
    using namespace users_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
