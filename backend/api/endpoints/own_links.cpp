#include "backend/api/endpoints/common.h"
#include "backend/api/endpoints/provider_json.h"

namespace sallyport::api {
namespace own_links_endpoints {
namespace {

Result<http::Response> listOwnLinks(Call& call)
{
    SALLYPORT_ASSIGN(const std::vector<identity::OutsideLink> links, call.services().outsideSignIn.ownLinks(call.actor()));
    json::array items;
    for (const identity::OutsideLink& link : links)
        items.push_back(toJson(link));
    return listAnswer(std::move(items), {}, static_cast<std::int64_t>(links.size()));
}

Result<http::Response> beginOwnLink(Call& call)
{
    SALLYPORT_ASSIGN(const identity::OwnLinkStart start,
                     call.services().outsideSignIn.beginLink(call.actor(), call.text("provider")));
    return flatAnswer({{"url", start.url}, {"expires_in", start.expiresIn.count()}});
}

Result<http::Response> finishOwnLink(Call& call)
{
    SALLYPORT_ASSIGN(const identity::OutsideLink link,
                     call.services().outsideSignIn.finishLink(call.actor(), call.secret("code"), call.text("code_verifier")));
    return dataAnswer(toJson(link), 201);
}

Result<http::Response> removeOwnLink(Call& call)
{
    SALLYPORT_TRY(
        call.services().outsideSignIn.removeOwnLink(call.actor(), identity::OutsideLinkId(std::string(call.match.parameter))));
    return noContent();
}

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"OwnLinkBegin", R"({"type": "object", "additionalProperties": false, "required": ["provider"], "properties": {
        "provider": {"type": "string", "minLength": 1, "maxLength": <providerName>, "description": "Its name, as in /auth/{provider}."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"OwnLinkStart", R"({"type": "object", "required": ["url", "expires_in"], "properties": {
        "url": {"type": "string", "description": "Works once. return_to, state and code_challenge may be added; the code that comes back goes to POST /api/auth/links."},
        "expires_in": {"type": "integer"}}})"},
    {"OwnLinkAnswer", R"({"allOf": [{"$ref": "#/components/schemas/OwnLinkStart"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/OwnLinkStart"}}}]})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/api/auth/links",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = listOwnLinks,
         .operation = "listOwnLinks",
         .tag = "Sign-in",
         .summary = "The accounts elsewhere that one can sign in with",
         .answer = "OutsideLinkList"},
        {.method = Method::Post,
         .pattern = "/api/auth/links/begin",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "OwnLinkBegin",
         .stepUp = StepUp::Recent,
         .runsOn = RunsOn::Worker,
         .handler = beginOwnLink,
         .also = {404, 409},
         .operation = "beginOwnLink",
         .tag = "Sign-in",
         .summary = "Begin to link an account elsewhere to one's own user: where the own browser goes",
         .answer = "OwnLinkAnswer"},
        {.method = Method::Post,
         .pattern = "/api/auth/links",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "ExchangeRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = finishOwnLink,
         .also = {404, 409},
         .operation = "finishOwnLink",
         .tag = "Sign-in",
         .summary = "Link the account that the browser has come back with; the session that began it alone can",
         .answer = "OutsideLinkAnswer",
         .status = 201},
        {.method = Method::Delete,
         .pattern = "/api/auth/links/{id}",
         .access = Access::SelfOnly,
         .rate = RateClass::ApiWrite,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::Recent,
         .runsOn = RunsOn::Worker,
         .handler = removeOwnLink,
         .also = {409},
         .operation = "removeOwnLink",
         .tag = "Sign-in",
         .summary = "Unlink an account elsewhere and end the other sessions",
         .status = 204},
    };
}

} // namespace
} // namespace own_links_endpoints

EndpointGroup ownLinkEndpoints()
{
    using namespace own_links_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas};
}

} // namespace sallyport::api
