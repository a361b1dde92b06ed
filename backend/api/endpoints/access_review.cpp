#include "backend/authorization/access_review.h"

#include "backend/access/permission.h"
#include "backend/api/download.h"
#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace access_review_endpoints {
namespace {

using authorization::AccessReviewQuery;
using authorization::AccessReviewReport;
using authorization::HeldAccess;

constexpr std::array<std::pair<std::string_view, AccessReviewQuery::Sort>, 5> sorts{{
    {"holder", AccessReviewQuery::Sort::Holder},
    {"access", AccessReviewQuery::Sort::Access},
    {"since", AccessReviewQuery::Sort::Since},
    {"ends", AccessReviewQuery::Sort::Until},
    {"last_active", AccessReviewQuery::Sort::Active},
}};

// What list and export take alike.
constexpr QueryParameter textParameter{"q", "Part of the holder's name or address, of the role's name or the key's.",
                                       R"({"type":"string","maxLength":<searchText>})"};
constexpr QueryParameter holderParameter{"holder", "Id of a user or service account, or e-mail address of a user.",
                                         R"({"type":"string","maxLength":<email>})"};
constexpr QueryParameter roleParameter{"role", "Only this role and those that inherit from it.",
                                       R"({"type":"string","maxLength":<roleName>})"};
constexpr QueryParameter permissionParameter{
    "permission", "Only what gives this: roles that have or inherit it, keys whose scopes name it and whose holder has it.",
    R"({"type":"string","maxLength":64})"};
constexpr QueryParameter accessParameter{"access", "Only roles, or only keys.", R"({"type":"string","enum":["role","key"]})"};
constexpr QueryParameter kindParameter{"kind", "Only what users have, or only what service accounts have.",
                                       R"({"type":"string","enum":["user","service_account"]})"};
constexpr QueryParameter unusedParameter{
    "unused_days",
    "Only what was held for so many days in which the holder neither signed in nor used a session or key; of a key, in which "
    "it wasn't used.",
    R"({"type":"integer","minimum":1,"maximum":<accessDays>})"};
constexpr QueryParameter endsParameter{"ends_days", "Only what ends within so many days.",
                                       R"({"type":"integer","minimum":1,"maximum":<accessDays>})"};
constexpr QueryParameter sortParameter{
    "sort", "A leading minus sorts the other way round; `holder` is the default.",
    R"({"type":"string","enum":["holder","-holder","access","-access","since","-since","ends","-ends","last_active","-last_active"]})"};

constexpr auto listQuery = std::to_array<QueryParameter>({limitParameter, cursorParameter, textParameter, holderParameter,
                                                          roleParameter, permissionParameter, accessParameter, kindParameter,
                                                          unusedParameter, endsParameter, sortParameter});
constexpr auto exportQuery = std::to_array<QueryParameter>({
    {"format", "What the file is.", R"({"type":"string","enum":["csv","pdf"],"default":"csv"})"},
    {"language", "Of the PDF's headings.", R"({"type":"string","enum":["en","de","fr"],"default":"en"})"},
    textParameter,
    holderParameter,
    roleParameter,
    permissionParameter,
    accessParameter,
    kindParameter,
    unusedParameter,
    endsParameter,
    sortParameter,
    byteOrderMarkParameter,
});

Result<std::optional<int>> readDays(const Call& call, std::string_view name)
{
    SALLYPORT_ASSIGN(const std::uint32_t days, call.queryNumber(name, 1, authorization::accessDaysLimit, 0));
    return days == 0 ? std::optional<int>() : std::optional<int>(static_cast<int>(days));
}

Result<void> readFilters(const Call& call, AccessReviewQuery& query)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> text, call.query("q"));
    SALLYPORT_ASSIGN(const std::optional<std::string> holder, call.query("holder"));
    SALLYPORT_ASSIGN(const std::optional<std::string> role, call.query("role"));
    SALLYPORT_ASSIGN(const std::optional<std::string> permission, call.query("permission"));
    SALLYPORT_ASSIGN(const std::optional<std::string> access, call.query("access"));
    SALLYPORT_ASSIGN(const std::optional<std::string> kind, call.query("kind"));
    query.text = text.value_or(std::string());
    query.holder = holder.value_or(std::string());
    query.role = role.value_or(std::string());
    if (holder && holder->empty())
        return badQuery("holder", "Is empty", "minLength");
    if (role && !call.services().roles.exists(*role))
        return badQuery("role", "Is not the name of a role", "enum");
    if (permission) {
        query.permission = access::findPermission(*permission);
        if (!query.permission)
            return badQuery("permission", "Is not a permission", "enum");
    }
    if (access)
        query.kind = *access == "key" ? HeldAccess::Kind::Key : HeldAccess::Kind::Role;
    if (kind)
        query.service = *kind == "service_account";
    SALLYPORT_ASSIGN(query.unusedDays, readDays(call, "unused_days"));
    SALLYPORT_ASSIGN(query.endsDays, readDays(call, "ends_days"));
    return readSort(call, sorts, query);
}

json::object toJson(const HeldAccess& held)
{
    const bool key = held.kind == HeldAccess::Kind::Key;
    json::object object{{"access", authorization::accessKindWord(held.kind)}};
    object["holder"] = json::object{{"kind", held.service ? "service_account" : "user"},
                                    {"id", held.holder.text()},
                                    {"name", held.name},
                                    {"email", orNull(held.email)},
                                    {"status", held.status}};
    object["role"] = key ? json::value(nullptr) : json::value(held.item);
    object["key_id"] = key ? json::value(held.item) : json::value(nullptr);
    object["prefix"] = orNull(held.prefix);
    object["title"] = held.title;
    object["inherits"] = json::value_from(held.inherits);
    object["scopes"] = json::value_from(held.scopes);
    object["way"] = json::value_from(held.way);
    object["since"] = timeJson(held.since);
    object["given_by"] = orNull(held.by);
    object["ends_at"] = timeJson(held.until);
    if (held.activeKnown)
        object["last_active_at"] = timeJson(held.activeAt);
    object["last_decision_at"] = timeJson(held.decidedAt);
    return object;
}

Result<http::Response> list(Call& call)
{
    AccessReviewQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_TRY(readFilters(call, query));
    SALLYPORT_ASSIGN(const authorization::AccessReviewPage page, call.services().accessReview.list(call.actor(), query));
    json::array items;
    for (const HeldAccess& held : page.rows)
        items.push_back(toJson(held));
    json::array leftOut;
    if (!page.withKeys)
        leftOut.emplace_back("keys");
    if (!page.withAccounts)
        leftOut.emplace_back("service_accounts");
    json::object body;
    body["data"] = std::move(items);
    body["page"] = json::object{{"next", orNull(page.nextCursor)}, {"total", page.total}};
    body["totals"] =
        json::object{{"user_roles", page.userRoles}, {"service_account_roles", page.accountRoles}, {"keys", page.keys}};
    body["left_out"] = std::move(leftOut);
    return answer(200, Media::Json, json::serialize(body));
}

Result<http::Response> exportReview(Call& call)
{
    AccessReviewReport report;
    SALLYPORT_ASSIGN(const std::optional<std::string> format, call.query("format"));
    SALLYPORT_ASSIGN(const std::optional<std::string> language, call.query("language"));
    const bool pdf = format == std::optional<std::string>("pdf");
    report.format = pdf ? AccessReviewReport::Format::Pdf : AccessReviewReport::Format::Csv;
    report.language = language.value_or("en");
    SALLYPORT_TRY(readFilters(call, report.query));
    SALLYPORT_ASSIGN(report.byteOrderMark, readByteOrderMark(call, !pdf));
    Download download(call, pdf ? Media::Pdf : Media::Csv, pdf ? "sallyport-access.pdf" : "sallyport-access.csv");
    const auto result = call.services().accessReview.exportTo(call.actor(), report,
                                                              [&](std::string_view chunk) { return download.take(chunk); }, {});
    if (!result && !download.begun())
        return result.error();
    download.end(result.has_value());
    return http::Response();
}

constexpr auto partSchemas = std::to_array<SchemaPart>({{"accessDays", authorization::accessDaysLimit}});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"HeldAccess", R"({"type": "object", "required": ["access", "holder", "title", "since", "ends_at"], "properties": {
        "access": {"type": "string", "enum": ["role", "key"]},
        "holder": {"type": "object", "required": ["kind", "id", "name", "status"], "properties": {
            "kind": {"type": "string", "enum": ["user", "service_account"]}, "id": {"type": "string"}, "name": {"type": "string"},
            "email": {"type": ["string", "null"]}, "status": {"type": "string", "enum": ["active", "disabled", "invited"]}}},
        "role": {"type": ["string", "null"]}, "key_id": {"type": ["string", "null"]}, "prefix": {"type": ["string", "null"]},
        "title": {"type": "string"},
        "inherits": {"type": "array", "items": {"type": "string"}, "description": "All roles whose permissions the role has too."},
        "scopes": {"type": "array", "items": {"type": "string"}, "description": "Of a key: what it may at most, of what its holder may."},
        "way": {"type": "array", "items": {"type": "string"},
                "description": "With `permission`: from the role to the one that has it as its own."},
        "since": {"type": ["string", "null"], "format": "date-time", "description": "null: from before this was kept."},
        "given_by": {"type": ["string", "null"]}, "ends_at": {"type": ["string", "null"], "format": "date-time"},
        "last_active_at": {"type": ["string", "null"], "format": "date-time",
            "description": "Of a key: its last use. Of a role: when the holder last signed in or used a session (to an hour) or a key; left out for who may not know."},
        "last_decision_at": {"type": ["string", "null"], "format": "date-time",
            "description": "Of a role: the newest recorded decision that allowed its holder something that the role gives; for who holds `decisions:read`."}}})"},
    {"AccessReviewList", R"({"type": "object", "required": ["data", "page", "totals", "left_out"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/HeldAccess"}}, "page": {"$ref": "#/components/schemas/Page"},
        "totals": {"type": "object", "required": ["user_roles", "service_account_roles", "keys"], "properties": {
            "user_roles": {"type": "integer"}, "service_account_roles": {"type": "integer"}, "keys": {"type": "integer"}}},
        "left_out": {"type": "array", "items": {"type": "string", "enum": ["keys", "service_accounts"]},
            "description": "What whoever asks may not see, and what isn't counted."}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/access-review",
         .access = Access::Permission,
         .permission = Permission::UsersRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listAccess",
         .tag = "Roles",
         .summary = "Who has what, since when, by whom, until when, and when it was last used",
         .details =
             "Needs `roles:read` too. Keys are listed for who holds `keys:read`, service accounts and what is theirs for who "
             "holds `service_accounts:read`.",
         .answer = "AccessReviewList",
         .query = listQuery},
        {.method = Method::Get,
         .pattern = "/api/access-review/export",
         .access = Access::Permission,
         .permission = Permission::EventsExport,
         .rate = RateClass::Admin,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Report,
         .handler = exportReview,
         .stores = true,
         .operation = "exportAccess",
         .tag = "Roles",
         .summary = "The same as a CSV or PDF file, streamed",
         .details = "Needs `users:read` and `roles:read` too.",
         .query = exportQuery,
         .media = {Media::Csv, Media::Pdf}},
    };
}

} // namespace
} // namespace access_review_endpoints

EndpointGroup accessReviewEndpoints()
{
    using namespace access_review_endpoints;
    return {.routes = routes(), .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
