#include "backend/api/limited_routes.h"

#include "backend/access/permission.h"
#include "backend/api/endpoints/all_endpoints.h"

namespace sallyport::api {

std::vector<protection::LimitedRoute> limitedRoutes()
{
    std::vector<protection::LimitedRoute> routes;
    for (const Route& route : allEndpoints().routes) {
        protection::LimitedRoute limited;
        limited.method = http::methodName(route.method);
        limited.pattern = route.pattern;
        if (route.permission)
            limited.permission = access::info(*route.permission).word;
        limited.rate = route.rate;
        limited.probe = route.probe;
        routes.push_back(std::move(limited));
    }
    return routes;
}

} // namespace sallyport::api
