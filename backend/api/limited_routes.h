#pragma once

#include "backend/protection/limits/rate_scope.h"

#include <vector>

namespace sallyport::api {

/// All routes as rules of rate limits see them, in the order of the server's table.
std::vector<protection::LimitedRoute> limitedRoutes();

} // namespace sallyport::api
