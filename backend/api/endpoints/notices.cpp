#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace notices_endpoints {
namespace {

json::object toJson(const identity::Notice& notice)
{
    return {{"id", notice.id.text()},
            {"kind", notice.kind},
            {"title", identity::noticeTitle(notice.kind)},
            {"at", timeJson(notice.at)},
            {"read_at", timeJson(notice.readAt)},
            {"address", notice.address},
            {"user_agent", notice.userAgent},
            {"by", orNull(notice.by)},
            {"detail", orNull(notice.detail)},
            {"failures", notice.failures}};
}

Result<http::Response> list(Call& call)
{
    const access::Actor actor = call.actor();
    SALLYPORT_ASSIGN(const auto notices, call.services().notices.list(actor, actor.id));
    json::array items;
    for (const identity::Notice& notice : notices)
        items.push_back(toJson(notice));
    const auto total = static_cast<std::int64_t>(items.size());
    return listAnswer(std::move(items), {}, total);
}

Result<http::Response> markRead(Call& call)
{
    std::vector<identity::NoticeId> ids;
    if (const json::value* wanted = call.bodyJson ? call.body().if_contains("ids") : nullptr)
        for (const json::value& id : wanted->as_array())
            ids.emplace_back(std::string(id.as_string()));
    SALLYPORT_ASSIGN(const std::int64_t unread, call.services().notices.markRead(call.actor(), ids));
    return dataAnswer({{"unread", unread}});
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"notices", identity::noticesPerUser},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"ReadNoticesRequest", R"({"type": "object", "additionalProperties": false, "properties": {
        "ids": {"type": "array", "minItems": 1, "maxItems": <notices>, "uniqueItems": true, "description": "Left out: all.",
                "items": {"type": "string", "minLength": 1, "maxLength": <id>}}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"NoticeList", R"({"type": "object", "required": ["data", "page"], "properties": {"data": {"type": "array", "items": {
        "type": "object", "required": ["id", "kind", "title", "at", "read_at"], "properties": {
        "id": {"type": "string"}, "kind": {"type": "string", "examples": ["notice.new_device", "password.changed"]},
        "title": {"type": "string", "description": "English."}, "at": {"type": "string", "format": "date-time"},
        "read_at": {"type": ["string", "null"], "format": "date-time"},
        "address": {"type": "string", "description": "`console` at the window."}, "user_agent": {"type": "string"},
        "by": {"type": ["string", "null"], "description": "Who did it, if somebody else."},
        "detail": {"type": ["string", "null"], "description": "The name of a key, passkey or provider, or the new e-mail address."},
        "failures": {"type": "integer", "description": "Before a sign-in."}}}}, "page": {"$ref": "#/components/schemas/Page"}}})"},
    {"UnreadAnswer", R"({"type": "object", "required": ["data"], "properties": {"data": {"type": "object", "required": ["unread"],
        "properties": {"unread": {"type": "integer"}}}}})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/auth/notices",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = list,
         .operation = "listNotices",
         .tag = "Sign-in",
         .summary = "What the own account was told about itself, newest first",
         .answer = "NoticeList"},
        {.method = Method::Post,
         .pattern = "/api/auth/notices/read",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::OptionalJson,
         .bodyLimit = smallBody,
         .schema = "ReadNoticesRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = markRead,
         .operation = "readNotices",
         .tag = "Sign-in",
         .summary = "Mark own notices as read: some, or all of them",
         .answer = "UnreadAnswer"},
    };
}

} // namespace
} // namespace notices_endpoints

EndpointGroup noticeEndpoints()
{
    using namespace notices_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
