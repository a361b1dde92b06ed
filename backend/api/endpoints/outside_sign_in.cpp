#include "backend/api/endpoints/common.h"

namespace sallyport::api {
namespace outside_sign_in_endpoints {
namespace {

/// The `__Host-` prefix: only this host could have set it, over TLS, for all paths (RFC 6265bis §4.1.3.2).
constexpr std::string_view cookie = "__Host-sallyport-login";
constexpr std::string_view cookieAttributes = "; Path=/; Max-Age=600; Secure; HttpOnly; SameSite=Lax";

/// Characters of what a provider sends back. They choose how long that is (Microsoft's codes have 2,000 and more): the bound of
/// a request's first line is the only one.
constexpr int callbackLimit = 8192;

constexpr auto startQuery = std::to_array<QueryParameter>({
    {"return_to",
     "Where the browser goes in the end: one of the provider's return URLs, to the letter. Without it the code is the answer.",
     R"({"type":"string","maxLength":<returnUrl>})"},
    {"state", "Given back to `return_to` as it is.", R"({"type":"string","maxLength":<clientState>})"},
    {"code_challenge", "S256 of a verifier that the exchange then needs (RFC 7636); required with `return_to`.",
     R"({"type":"string","minLength":43,"maxLength":43})"},
    {"link", "Of somebody who links an account to their own user (POST /api/auth/links/begin).",
     R"({"type":"string","maxLength":<id>})"},
    {"test", "Of a test that the window or the API has begun.", R"({"type":"string","maxLength":<id>})"},
});
constexpr auto callbackQuery = std::to_array<QueryParameter>({
    {"code", "From the provider.", R"({"type":"string","maxLength":<callback>})"},
    {"state", "From the provider, as it was sent there.", R"({"type":"string","maxLength":<callback>})"},
    {"iss", "From the provider (RFC 9207).", R"({"type":"string","maxLength":<callback>})"},
    {"error", "From the provider, in place of a code.", R"({"type":"string","maxLength":<callback>})"},
});

/// Nothing of what came in is part of it.
constexpr std::string_view testPage =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Sallyport</title><p>This was a test of the login; nobody "
    "was "
    "signed in. Close this page and go back to Sallyport, which shows what happened.</p><p lang=\"de\">Das war ein Test der "
    "Anmeldung; niemand wurde angemeldet. Schließen Sie diese Seite und kehren Sie zu Sallyport zurück; dort steht, was "
    "geschah.</p>"
    "<p lang=\"fr\">C’était un test de la connexion ; personne n’a été connecté. Fermez cette page et revenez à Sallyport, qui "
    "montre "
    "ce qui s’est passé.</p></html>";

/// The value of our cookie, or empty.
std::string browserOf(const Call& call)
{
    std::string_view rest = call.request.header("Cookie").value_or(std::string_view());
    while (!rest.empty()) {
        const std::size_t end = rest.find(';');
        std::string_view pair = rest.substr(0, end);
        rest = end == rest.npos ? std::string_view() : rest.substr(end + 1);
        while (pair.starts_with(' '))
            pair.remove_prefix(1);
        if (pair.size() > cookie.size() && pair.starts_with(cookie) && pair[cookie.size()] == '=')
            return std::string(pair.substr(cookie.size() + 1));
    }
    return {};
}

/// 303, never 307: what was sent here is sent on to nobody (RFC 9700 §4.12).
http::Response seeOther(std::string_view url)
{
    http::Response response = answer(303, Media::None);
    response.addHeader("Location", url);
    return response;
}

Result<http::Response> beginOutside(Call& call)
{
    identity::OutsideStart start;
    start.provider = call.match.parameter;
    for (const auto& [name, member] :
         {std::pair("return_to", &start.returnTo), std::pair("state", &start.state),
          std::pair("code_challenge", &start.challenge), std::pair("test", &start.test), std::pair("link", &start.link)}) {
        SALLYPORT_ASSIGN(const std::optional<std::string> value, call.query(name));
        *member = value.value_or(std::string());
    }
    start.browser = browserOf(call);
    SALLYPORT_ASSIGN(const identity::OutsideRedirect redirect, call.services().outsideSignIn.begin(start, call.context()));
    http::Response response = seeOther(redirect.url);
    response.addHeader("Set-Cookie", std::string(cookie).append("=").append(redirect.browser).append(cookieAttributes));
    return response;
}

Result<http::Response> finishOutside(Call& call)
{
    identity::OutsideAnswer reply;
    reply.provider = call.match.parameter;
    SALLYPORT_ASSIGN(reply.code, call.query("code"));
    SALLYPORT_ASSIGN(reply.state, call.query("state"));
    SALLYPORT_ASSIGN(reply.issuer, call.query("iss"));
    SALLYPORT_ASSIGN(reply.error, call.query("error"));
    if (!reply.state)
        return badQuery("state", "Comes from the provider, as it was sent there", "required");
    reply.browser = browserOf(call);
    SALLYPORT_ASSIGN(const identity::OutsideOutcome outcome, call.services().outsideSignIn.finish(reply, call.context()));
    if (outcome.test)
        return answer(200, Media::Html, std::string(testPage));
    if (!outcome.redirect.empty())
        return seeOther(outcome.redirect);
    return flatAnswer({{"code", outcome.code.view()}, {"expires_in", outcome.expiresIn.count()}});
}

Result<http::Response> exchangeCode(Call& call)
{
    SALLYPORT_ASSIGN(const identity::SignInResult result,
                     call.services().outsideSignIn.exchange(call.secret("code"), call.text("code_verifier"), call.context()));
    return signInAnswer(result);
}

constexpr auto partSchemas = std::to_array<SchemaPart>({
    {"clientState", identity::clientStateLimit},
    {"callback", callbackLimit},
});

constexpr auto requestSchemas = std::to_array<SchemaText>({
    {"ExchangeRequest", R"({"type": "object", "additionalProperties": false, "required": ["code"], "properties": {
        "code": {"type": "string", "minLength": 1, "maxLength": <token>, "writeOnly": true},
        "code_verifier": {"type": "string", "minLength": 43, "maxLength": 128, "writeOnly": true,
                          "description": "If the login was begun with a code_challenge."}}})"},
});

constexpr auto answerSchemas = std::to_array<SchemaText>({
    {"OutsideCode", R"({"type": "object", "required": ["code", "expires_in"], "properties": {
        "code": {"type": "string", "description": "For POST /api/auth/exchange, once."}, "expires_in": {"type": "integer", "description": "Seconds."}}})"},
    {"OutsideCodeAnswer", R"({"allOf": [{"$ref": "#/components/schemas/OutsideCode"},
        {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/OutsideCode"}}}]})"},
});

std::vector<Route> routes()
{
    return {
        {.method = Method::Get,
         .pattern = "/auth/{provider}",
         .access = Access::Public,
         .rate = RateClass::Auth,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Outbound,
         .handler = beginOutside,
         .also = {401, 404},
         .stores = true,
         .operation = "beginOutsideLogin",
         .tag = "Sign-in",
         .summary = "Sign in with an account elsewhere: sends the browser to the provider",
         .status = 303,
         .query = startQuery},
        // Not in class `auth`: a state of 256 bits cannot be guessed, and counts of many people behind one address add up.
        {.method = Method::Get,
         .pattern = "/auth/{provider}/callback",
         .access = Access::Public,
         .rate = RateClass::ApiRead,
         .body = Body::None,
         .bodyLimit = 0,
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Outbound,
         .handler = finishOutside,
         .also = {303, 401, 404, 409},
         .stores = true,
         .foreignQuery = true,
         .operation = "finishOutsideLogin",
         .tag = "Sign-in",
         .summary = "Where the provider sends the browser back to; answers or passes on a one-time code",
         .details = "With a `return_to` at the begin the browser is sent there, with the code or an error; without one the code "
                    "is the answer; a test ends with a page.",
         .answer = "OutsideCodeAnswer",
         .query = callbackQuery,
         .media = {Media::Json, Media::Html}},
        {.method = Method::Post,
         .pattern = "/api/auth/exchange",
         .access = Access::Public,
         .rate = RateClass::ApiRead,
         .body = Body::Json,
         .bodyLimit = smallBody,
         .schema = "ExchangeRequest",
         .stepUp = StepUp::NotNeeded,
         .runsOn = RunsOn::Worker,
         .handler = exchangeCode,
         .also = {401, 409},
         .operation = "exchangeCode",
         .tag = "Sign-in",
         .summary = "Exchange the one-time code of an outside login for tokens",
         .answer = "SignInAnswer"},
    };
}

} // namespace
} // namespace outside_sign_in_endpoints

EndpointGroup outsideSignInEndpoints()
{
    using namespace outside_sign_in_endpoints;
    return {.routes = routes(), .requests = requestSchemas, .answers = answerSchemas, .parts = partSchemas};
}

} // namespace sallyport::api
