#include "backend/vault/observed_routes.h"

#include "backend/api/limited_routes.h"

#include <algorithm>

namespace sallyport {

namespace {

Result<void> check(const std::vector<std::string>& routes)
{
    const std::vector<protection::LimitedRoute> known = api::limitedRoutes();
    for (const std::string& route : routes) {
        const bool isThere = std::ranges::any_of(
            known, [&](const protection::LimitedRoute& one) { return one.method + " " + one.pattern == route; });
        if (isThere)
            continue;
        Error error(ErrorCode::InvalidArgument, "There is no route " + route);
        error.fields.push_back({"validation.observe", error.detail, "exists"});
        return error;
    }
    return {};
}

} // namespace

settings::Settings::Subscription refuseUnknownRoutes(settings::Settings& settings)
{
    return settings.joinChanges([](storage::Transaction&, const access::Actor&, const settings::Values& before,
                                   const settings::Values& after) -> Result<void> {
        return before.validationObserve == after.validationObserve ? Result<void>() : check(after.validationObserve);
    });
}

} // namespace sallyport
