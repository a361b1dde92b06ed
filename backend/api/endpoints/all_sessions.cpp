#include "backend/api/endpoints/common.h"

#include <array>

namespace sallyport::api {
namespace all_sessions_endpoints {
namespace {

using identity::SessionQuery;

constexpr std::array<std::pair<std::string_view, SessionQuery::Sort>, 7> sorts{{
    {"last_used", SessionQuery::Sort::LastUsed},
    {"created", SessionQuery::Sort::Created},
    {"expires", SessionQuery::Sort::Expires},
    {"user", SessionQuery::Sort::User},
    {"last_used_at", SessionQuery::Sort::LastUsed},
    {"created_at", SessionQuery::Sort::Created},
    {"expires_at", SessionQuery::Sort::Expires},
}};

constexpr auto listQuery = std::to_array<QueryParameter>({
    limitParameter,
    cursorParameter,
    {"q", "Part of the user's name or e-mail address, of the address or the user agent.",
     R"({"type":"string","maxLength":<searchText>})"},
    {"sort", "A leading minus sorts the other way round; `-last_used` is the default.",
     R"({"type":"string","enum":["last_used","-last_used","created","-created","expires","-expires","user","-user","last_used_at","-last_used_at","created_at","-created_at","expires_at","-expires_at"]})"},
});

Result<http::Response> list(Call& call)
{
    SessionQuery query;
    SALLYPORT_TRY(readPage(call, query));
    SALLYPORT_TRY(readSort(call, sorts, query));
    SALLYPORT_ASSIGN(const identity::SessionPage page, call.services().sessions.listAll(call.actor(), query));
    json::array items;
    for (const identity::Session& session : page.sessions) {
        json::object item = toJson(session);
        item["user"] = {{"id", session.user.text()}, {"name", session.userName}, {"email", session.userEmail}};
        items.push_back(std::move(item));
    }
    return listAnswer(std::move(items), page.nextCursor, page.total);
}

Result<http::Response> end(Call& call)
{
    SALLYPORT_TRY(call.services().sessions.end(call.actor(), SessionId(std::string(call.match.parameter))));
    return noContent();
}

Result<http::Response> endMany(Call& call)
{
    std::vector<SessionId> ids;
    for (const json::value& id : call.body().at("ids").as_array())
        ids.emplace_back(std::string(id.as_string()));
    SALLYPORT_ASSIGN(const std::int64_t ended, call.services().sessions.endMany(call.actor(), ids));
    return dataAnswer({{"ended", ended}});
}

Result<http::Response> endEverybodys(Call& call)
{
    SALLYPORT_ASSIGN(const std::int64_t ended, call.services().sessions.endEverybodys(call.actor()));
    return dataAnswer({{"ended", ended}});
}

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"EndSessionsRequest", R"({"type": "object", "additionalProperties": false, "required": ["ids"], "properties": {
        "ids": {"type": "array", "minItems": 1, "maxItems": <pageRows>, "uniqueItems": true,
                "items": {"type": "string", "minLength": 1, "maxLength": <id>}}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"EndedAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "required": ["ended"],
        "properties": {"ended": {"type": "integer", "minimum": 0, "description": "How many sessions ended."}}}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/sessions",
         .access = Access::Permission,
         .permission = Permission::SessionsRead,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listAllSessions",
         .tag = "Sessions",
         .summary = "Everybody's sessions, page by page",
         .answer = "SessionList",
         .query = listQuery},
        {.method = Method::Delete,
         .pattern = "/api/sessions/{id}",
         .access = Access::Permission,
         .permission = Permission::UsersRevokeSessions,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = end,
         .operation = "endAnySession",
         .tag = "Sessions",
         .summary = "End one session of anybody",
         .status = 204},
        {.method = Method::Post,
         .pattern = "/api/sessions/end",
         .access = Access::Permission,
         .permission = Permission::UsersRevokeSessions,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "EndSessionsRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = endMany,
         .operation = "endSomeSessions",
         .tag = "Sessions",
         .summary = "End some sessions",
         .answer = "EndedAnswer"},
        {.method = Method::Post,
         .pattern = "/api/sessions/end-all",
         .access = Access::Permission,
         .permission = Permission::UsersRevokeSessions,
         .rate = RateClass::ApiWrite,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "Empty",
         .stepUp = StepUp::IfEnrolled,
         .runsOn = RunsOn::Worker,
         .handler = endEverybodys,
         .operation = "endEverybodysSessions",
         .tag = "Sessions",
         .summary = "End everybody's sessions but this one",
         .answer = "EndedAnswer"},
    };
}

} // namespace
} // namespace all_sessions_endpoints

EndpointGroup allSessionEndpoints()
{
    using namespace all_sessions_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas};
}

} // namespace sallyport::api
