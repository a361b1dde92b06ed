#include "backend/api/route.h"

#include <string>

namespace sallyport::api {
namespace {

constexpr std::uint32_t largestBody = 1u << 20;

/// The first thing that is wrong with this route, or empty.
std::string_view mistakeOf(const Route& route, const std::set<std::string_view>& schemas)
{
    if (route.method == http::Method::Unknown || !route.pattern.starts_with('/'))
        return "no method or pattern";
    if (route.access == Access::Undeclared)
        return "who may call it is not declared";
    const bool names = route.access == Access::Permission || route.access == Access::SelfOr;
    if (names != route.permission.has_value())
        return "access and permission do not fit";
    if (route.ownPermission && route.access != Access::Permission)
        return "a permission for one's own needs one for others'";
    if (route.openToLoopback && (route.access != Access::Permission || route.method != http::Method::Get))
        return "open to this machine, and more than a figure to read";
    if (route.probe == route.rate.has_value())
        return route.probe ? "a probe with a rate class" : "no rate class";
    if (route.body == Body::Undeclared || !route.bodyLimit)
        return "no body limit";
    if (*route.bodyLimit > largestBody)
        return "the body limit is above 1 MiB";
    if ((route.body == Body::None) != (*route.bodyLimit == 0) ||
        (route.body == Body::None || route.body == Body::Csv) != route.schema.empty())
        return "body, limit and schema do not fit";
    if (route.body == Body::Multipart && route.runsOn != RunsOn::Worker)
        return "takes a body piece by piece elsewhere than on workers";
    if (route.body == Body::Form && route.access == Access::Public)
        return "a form that any page could send";
    if (!route.schema.empty() && !schemas.contains(route.schema))
        return "unknown request schema";
    if (!route.answer.empty() && !schemas.contains(route.answer))
        return "unknown answer schema";
    const bool json = std::ranges::any_of(route.media.list(), isJson);
    if (!route.answer.empty() && !json)
        return "a schema of an answer that is no JSON";
    if (route.answer.empty() && json && route.status != 204 && route.status != 303)
        return "an answer in JSON without a schema";
    if (route.stepUp == StepUp::Undeclared)
        return "step-up is not declared";
    if (route.stepUp != StepUp::NotNeeded && route.access == Access::Public)
        return "step-up of nobody";
    if (route.runsOn == RunsOn::Undeclared)
        return "where it runs is not declared";
    if (route.runsOn == RunsOn::Loop && (route.body != Body::None || route.stepUp != StepUp::NotNeeded))
        return "reads a body or a factor on the loop";
    if (route.quick != nullptr && (route.runsOn != RunsOn::Worker || route.body != Body::None ||
                                   (route.stepUp != StepUp::NotNeeded && route.stepUp != StepUp::Offered)))
        return "a quick handler of a route that has to wait anyway";
    if (route.handler == nullptr)
        return "no handler";
    if (route.operation.empty() || route.tag.empty() || route.summary.empty())
        return "not described";
    return {};
}

} // namespace

std::string_view mediaOf(Body body) noexcept
{
    switch (body) {
    case Body::Json:
    case Body::OptionalJson: return "application/json";
    case Body::Form: return "application/x-www-form-urlencoded";
    case Body::Csv: return "text/csv";
    case Body::Multipart: return "multipart/form-data";
    case Body::Undeclared:
    case Body::None: break;
    }
    return {};
}

Result<void> checkRoutes(std::span<const Route> routes, const std::set<std::string_view>& schemas)
{
    std::set<std::pair<http::Method, std::string_view>> seen;
    std::set<std::string_view> operations;
    for (const Route& route : routes) {
        std::string_view mistake = mistakeOf(route, schemas);
        if (mistake.empty() && !seen.emplace(route.method, route.pattern).second)
            mistake = "declared twice";
        if (mistake.empty() && !operations.insert(route.operation).second)
            mistake = "its operation has the name of another";
        if (!mistake.empty()) {
            return makeError(ErrorCode::Internal, std::string("Route ")
                                                      .append(http::methodName(route.method))
                                                      .append(" ")
                                                      .append(route.pattern)
                                                      .append(": ")
                                                      .append(mistake));
        }
    }
    return {};
}

} // namespace sallyport::api
