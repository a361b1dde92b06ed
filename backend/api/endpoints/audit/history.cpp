#include "backend/history/history.h"
#include "backend/api/endpoints/common.h"
#include "backend/base/time_format.h"

namespace sallyport::api {
namespace history_endpoints {
namespace {

using history::AccessThen;
using history::Version;

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"kind", "Only what was changed of these.",
     R"({"type":"string","enum":["setting","role","user","policy","provider","service_account","limit","address","detection","alert","output","retention"]})"},
    {"object", "Only of the object with this id; of a setting its key.", R"({"type":"string","minLength":1,"maxLength":128})"},
    {"q", "The filter language of GET /api/events, without kinds.", R"({"type":"string","maxLength":<filter>})"},
    timeSortParameter,
});
constexpr auto asOfQuery = std::to_array<QueryParameter>({
    {"at", "When, RFC 3339; now without it.", R"({"type":"string","minLength":1,"maxLength":40})"},
    {"permission", "What they could do.", R"({"type":"string","minLength":1,"maxLength":64})", true},
});

json::object toJson(const Version& version)
{
    json::array changes;
    for (const history::VersionChange& change : version.changes)
        changes.push_back(json::object{{"field", change.field}, {"old", change.before}, {"new", change.after}});
    return {{"id", version.id},
            {"at", timeJson(version.at)},
            {"kind", version.kind},
            {"object", json::object{{"kind", version.objectKind}, {"id", version.objectId}, {"name", version.objectName}}},
            {"by", version.by},
            {"changes", std::move(changes)},
            {"undoable", version.undoable},
            {"why_not", orNull(version.whyNot)}};
}

json::object toJson(const AccessThen& then)
{
    json::array holders, policies;
    for (const AccessThen::Holder& holder : then.holders)
        holders.push_back(json::object{
            {"id", holder.id.text()}, {"name", holder.name}, {"roles", json::array(holder.roles.begin(), holder.roles.end())}});
    for (const AccessThen::PolicyThen& policy : then.policies)
        policies.push_back(
            json::object{{"id", policy.id}, {"name", policy.name}, {"effect", policy.effect}, {"condition", policy.condition}});
    return {{"at", timeJson(then.at)},         {"permission", access::info(then.permission).word},
            {"holders", std::move(holders)},   {"total", then.total},
            {"policies", std::move(policies)}, {"deleted_roles", json::array(then.deletedRoles.begin(), then.deletedRoles.end())},
            {"complete", then.complete}};
}

Result<http::Response> list(Call& call)
{
    history::VersionQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_ASSIGN(const bool newestFirst, readDescending(call, "time", true));
    query.oldestFirst = !newestFirst;
    SALLYPORT_ASSIGN(const std::optional<std::string> kind, call.query("kind"));
    SALLYPORT_ASSIGN(const std::optional<std::string> object, call.query("object"));
    query.objectKind = kind.value_or(std::string());
    query.objectId = object.value_or(std::string());
    SALLYPORT_ASSIGN(const history::VersionPage page, call.services().history.list(call.actor(), query));
    json::array items;
    for (const Version& version : page.versions)
        items.push_back(toJson(version));
    return listAnswer(std::move(items), page.nextCursor, page.total, page.about);
}

Result<http::Response> read(Call& call)
{
    SALLYPORT_ASSIGN(const Version version, call.services().history.read(call.actor(), call.match.parameter));
    return dataAnswer(toJson(version));
}

Result<http::Response> undo(Call& call)
{
    SALLYPORT_ASSIGN(const Version version, call.services().history.undo(call.actor(), call.match.parameter));
    return changeAnswer(call, toJson(version));
}

Result<http::Response> asOf(Call& call)
{
    SALLYPORT_ASSIGN(const std::optional<std::string> at, call.query("at"));
    SALLYPORT_ASSIGN(const std::optional<std::string> word, call.query("permission"));
    const Result<UtcTime> time = at ? fromRfc3339(*at) : Result<UtcTime>(call.services().clock.now());
    if (!time)
        return badQuery("at", "Is not a time as RFC 3339 writes it", "format");
    if (!word)
        return badQuery("permission", "Is missing", "required");
    const auto permission = access::findPermission(*word);
    if (!permission)
        return badQuery("permission", "Is no permission", "enum");
    SALLYPORT_ASSIGN(const AccessThen then, call.services().history.asOf(call.actor(), *time, *permission));
    return dataAnswer(toJson(then));
}

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"Version",
     R"({"type": "object", "required": ["id", "at", "kind", "object", "by", "changes", "undoable", "why_not"], "properties": {
        "id": {"type": "string", "description": "Of the event."}, "at": {"type": "string", "format": "date-time"},
        "kind": {"type": "string"}, "by": {"type": "string"},
        "object": {"type": "object", "required": ["kind", "id", "name"], "properties": {
            "kind": {"type": "string"}, "id": {"type": "string"}, "name": {"type": "string", "description": "When it was changed."}}},
        "changes": {"type": "array", "items": {"type": "object", "required": ["field", "old", "new"], "properties": {
            "field": {"type": "string"}, "old": {"type": "string"}, "new": {"type": "string"}}}},
        "undoable": {"type": "boolean"},
        "why_not": {"type": ["string", "null"], "description": "elsewhere: it is taken back where it is made; not_told: the event doesn't hold it all."}}})"},
    {"VersionAnswer", R"({"type": "object", "required": ["data"], "properties": {
        "data": {"$ref": "#/components/schemas/Version"}, "confirm": {"$ref": "#/components/schemas/Confirm"}}})"},
    {"VersionList", R"({"type": "object", "required": ["data", "page"], "properties": {
        "data": {"type": "array", "items": {"$ref": "#/components/schemas/Version"}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"AccessThenAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object",
        "required": ["at", "permission", "holders", "total", "policies", "deleted_roles", "complete"], "properties": {
        "at": {"type": "string", "format": "date-time"}, "permission": {"type": "string"}, "total": {"type": "integer"},
        "holders": {"type": "array", "description": "Active users; the first thousand by name.", "items": {"type": "object",
            "required": ["id", "name", "roles"], "properties": {"id": {"type": "string"}, "name": {"type": "string"},
            "roles": {"type": "array", "items": {"type": "string"}}}}},
        "policies": {"type": "array", "description": "In force then for this action; their conditions are not evaluated.",
            "items": {"type": "object", "required": ["id", "name", "effect", "condition"], "properties": {
            "id": {"type": "string"}, "name": {"type": "string"}, "effect": {"type": "string"}, "condition": {"type": "string"}}}},
        "deleted_roles": {"type": "array", "items": {"type": "string"},
            "description": "Allowed it then and are deleted since: who had them is not known."},
        "complete": {"type": "boolean", "description": "false: retention has removed changes since then."}}}}})"},
});

std::vector<Route> routes()
{
    const Route reading{.method = Method::Get,
                        .access = Access::Permission,
                        .permission = Permission::HistoryRead,
                        .rate = RateClass::ApiRead,
                        .body = Body::None,
                        .bodyLimit = 0,
                        .stepUp = StepUp::NotNeeded,
                        .runsOn = RunsOn::Worker,
                        .tag = "Events"};
    const auto with = [](Route route, std::string_view pattern, Handler handler, std::string_view operation,
                         std::string_view summary, std::string_view answer) {
        route.pattern = pattern;
        route.handler = handler;
        route.operation = operation;
        route.summary = summary;
        route.answer = answer;
        return route;
    };
    Route listing =
        with(reading, "/api/history", list, "listHistory", "Changes of the configuration, the newest first", "VersionList");
    listing.query = listQuery;
    Route then =
        with(reading, "/api/history/as-of", asOf, "readAccessThen", "Who could do something at a time", "AccessThenAnswer");
    then.query = asOfQuery;
    const Route one =
        with(reading, "/api/history/{id}", read, "readVersion", "One change, with what was before and after", "VersionAnswer");
    Route back = with(reading, "/api/history/{id}/undo", undo, "undoVersion", "Take a change of a setting, role or policy back",
                      "VersionAnswer");
    back.method = Method::Post;
    back.rate = RateClass::ApiWrite;
    back.body = Body::OptionalJson;
    back.bodyLimit = smallBody;
    back.schema = "Empty";
    back.stepUp = StepUp::IfEnrolled;
    back.also = {409};
    back.details = "Needs what the change itself needs, as well. `changed_since`: it is not any more what the change made it.";
    return {listing, then, one, back};
}

} // namespace
} // namespace history_endpoints

EndpointGroup historyEndpoints()
{
    using namespace history_endpoints;
    return {.routes = routes(), .answers = answerSchemas};
}

} // namespace sallyport::api
