#include "backend/api/route_answers.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>

namespace sallyport::api {
namespace {

namespace json = boost::json;

constexpr auto kinds = std::to_array<ProblemKind>({
    {400, "BadRequest", "The request is malformed or does not match its schema.", ""},
    {401, "Unauthenticated", "A credential or a second factor is missing, wrong or too old.", "WWW-Authenticate"},
    {403, "Forbidden", "A permission is missing, this kind of credential may not do it, or the address is blocked.", ""},
    {404, "NotFound", "There is no such object, or none that the caller may know of.", ""},
    {408, "RequestTimeout", "The request took too long to arrive.", ""},
    {409, "Conflict", "The state does not allow it, or there are as many as there may be.", ""},
    {412, "PreconditionFailed",
     "It was changed since the `version` that was sent, or is not what If-Match or If-None-Match asks for.", ""},
    {413, "TooLarge", "The body is too large.", ""},
    {414, "UriTooLong", "The request target is too long.", ""},
    {415, "MediaType", "The body is not of the media type that the route takes, or is compressed.", ""},
    {416, "RangeNotSatisfiable", "The file has no such bytes.", "Content-Range"},
    {417, "ExpectationFailed", "An expectation other than 100-continue.", ""},
    {429, "RateLimited", "Too many requests, too many failures, or the address is banned.", "Retry-After"},
    {431, "HeadersTooLarge", "The header fields are too long or too many.", ""},
    {500, "InternalError", "The server failed; its operator finds why by the request's number.", ""},
    {501, "NotImplemented", "A transfer coding that the server does not know.", ""},
    {503, "Unavailable", "Too much work is waiting, or the server cannot do this right now.", "Retry-After"},
    {505, "VersionNotSupported", "A version of HTTP that the server does not speak.", ""},
    {507, "StorageFull", "There is no room left to store it.", ""},
});

/// What is answered before anybody knows what the request is for, and what the first stages and the pools answer.
constexpr Statuses ofEveryRoute{400, 403, 408, 413, 414, 415, 417, 429, 431, 500, 501, 503, 505};

bool storesOf(const Route& route)
{
    const bool reads = route.method == http::Method::Get || route.method == http::Method::Head;
    // A code that is shown with the request is used up by it.
    return route.stores.value_or(!reads) || route.stepUp != StepUp::NotNeeded;
}

/// The body may say which version was read. One that it must say is another: that of a document's format.
bool hasVersion(const Route& route, const Endpoints& endpoints)
{
    const auto schema = std::ranges::find(endpoints.requests, route.schema, &Schema::name);
    if (schema == endpoints.requests.end())
        return false;
    boost::system::error_code failure;
    const json::value document = json::parse(schema->text, failure);
    if (failure || document.find_pointer("/properties/version", failure) == nullptr)
        return false;
    const json::value* const required = document.find_pointer("/required", failure);
    return required == nullptr || std::ranges::find(required->as_array(), json::value("version")) == required->as_array().end();
}

std::string inThousands(std::uint32_t number)
{
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3)
        text.insert(at - 3, 1, ',');
    return text;
}

std::string whoMay(const Route& route)
{
    const auto named = [](access::Permission permission) { return "`" + std::string(access::info(permission).word) + "`"; };
    switch (route.access) {
    case Access::Public: return "Needs no credential.";
    case Access::TokenOnly: return "Needs any valid credential: an access token, an API key or a signed request.";
    case Access::SignedOnly: return "Needs a signed request.";
    case Access::SelfOnly:
        return "Needs the access token of the person whose account it is; API keys are refused: 403 `session_required`, with "
               "neither `required` nor `policy`, since nothing that could be granted is missing.";
    case Access::Permission:
        return "Needs the permission " + named(*route.permission) +
               (route.ownPermission ? ", or " + named(*route.ownPermission) + " for what is one's own." : ".");
    case Access::SelfOr: return "Needs the permission " + named(*route.permission) + ", or the own id.";
    case Access::Undeclared: break;
    }
    return {};
}

std::string_view proofOf(StepUp stepUp)
{
    switch (stepUp) {
    case StepUp::IfEnrolled: return " Who has a second factor must have shown it recently.";
    case StepUp::Needed: return " A second factor must have been shown recently.";
    case StepUp::Shown: return " A second factor must be shown with the request, or have been shown for the token.";
    case StepUp::Offered: return " A second factor may be shown with the request.";
    case StepUp::Recent:
        return " Who has a second factor must have shown it recently; who has none must have signed in recently.";
    case StepUp::Undeclared:
    case StepUp::NotNeeded: break;
    }
    return {};
}

} // namespace

std::span<const ProblemKind> problemKinds() noexcept
{
    return kinds;
}

Statuses statusesOf(const Route& route, const Endpoints& endpoints)
{
    Statuses all = ofEveryRoute;
    all.add(route.status);
    for (const int status : route.also.list())
        all.add(status);
    if (route.access != Access::Public)
        all.add(401);
    if (route.pattern.find('{') != std::string_view::npos)
        all.add(404);
    if (route.method != http::Method::Get || hasVersion(route, endpoints))
        all.add(412); // a precondition that isn't met, or the version
    if (storesOf(route))
        all.add(507);
    return all;
}

std::string descriptionOf(const Route& route, const Endpoints& endpoints)
{
    std::string text(route.details);
    text.append(text.empty() ? "" : " ").append(whoMay(route)).append(proofOf(route.stepUp));
    if (route.beforeEnrolment)
        text += " Open also to who must set up a second factor before anything else.";
    if (route.probe)
        text += " Neither limited nor slowed, but for the own rate of an API key.";
    else if (*route.rate == protection::RateClass::Address)
        text += " Limited by address only.";
    else
        text.append(" Counts against the rate class `").append(protection::rateClassWord(*route.rate)).append("`.");
    if (route.body == Body::Multipart)
        text += " The file may have as many bytes as the setting `files.max_size` says; all else that is sent, " +
                inThousands(*route.bodyLimit) + " bytes.";
    else if (route.body != Body::None)
        text += " The body may have " + inThousands(*route.bodyLimit) + " bytes.";
    if (hasVersion(route, endpoints))
        text += " With `version`, nothing is done if another one is there by now (412).";
    return text;
}

} // namespace sallyport::api
