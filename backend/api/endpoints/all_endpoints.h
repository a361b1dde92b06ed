#pragma once

#include "backend/api/endpoint_group.h"

namespace sallyport::api {

/// Everything that the API has; all_endpoints.cpp lists the files.
Endpoints allEndpoints();

/// `POST /api/comments`, sorted: what routes are called to those who don't know the API.
std::vector<std::string> routeNames();

} // namespace sallyport::api
