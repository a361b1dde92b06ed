#include "backend/api/stages/route_lookup.h"

#include "backend/audit/event_kinds.h"

namespace sallyport::api {

bool isPreflight(const http::Request& request)
{
    return request.method == http::Method::Options && request.headerCount("Origin") > 0 &&
           request.headerCount("Access-Control-Request-Method") > 0;
}

std::string_view RouteStage::eventKind(const Error& refusal) const noexcept
{
    return refusal.code == ErrorCode::RateLimited ? audit::kind::limitReached : audit::kind::validationFailed;
}

std::optional<Error> RouteStage::check(Call& call) const
{
    if (call.match.kind != RouteMatch::Kind::Found && !isPreflight(call.request) && !call.api.limiter.exempt(call.client)) {
        // Scanning for routes counts like any other request, though the limits of the next stage need a route.
        const protection::Decision limit = call.api.limiter.check(protection::RateClass::Address, call.client);
        if (!limit.allowed) {
            call.limit = limit;
            Error error(ErrorCode::RateLimited, "Rate limit of this address exceeded");
            error.retryAfter = limit.retryAfter;
            return error;
        }
    }
    switch (call.match.kind) {
    case RouteMatch::Kind::Found: return std::nullopt;
    case RouteMatch::Kind::WrongMethod: return makeError(ErrorCode::MethodNotAllowed, "This route does not take that method");
    case RouteMatch::Kind::UnknownMethod: return makeError(ErrorCode::NotImplemented, "The server does not know that method");
    case RouteMatch::Kind::UnknownPath: break;
    }
    return makeError(ErrorCode::NotFound, "There is no such route");
}

std::string RouteStage::saw(const Call& call) const
{
    if (call.match.kind != RouteMatch::Kind::Found)
        return "no route for this method and path";
    return std::string(http::methodName(call.route().method)).append(" ").append(call.route().pattern);
}

Fact RouteStage::fact(const Call& call) const
{
    if (call.match.kind != RouteMatch::Kind::Found)
        return {"no_route", {}};
    return {"route", {std::string(http::methodName(call.route().method)).append(" ").append(call.route().pattern)}};
}

} // namespace sallyport::api
