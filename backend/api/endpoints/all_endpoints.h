#pragma once

#include "backend/api/endpoint_group.h"

namespace sallyport::api {

/// Everything that the API has; all_endpoints.cpp lists the files.
Endpoints allEndpoints();

/// `POST /api/comments`, sorted: what routes are called to those who don't know the API.
std::vector<std::string> routeNames();

/// `GET /api/data/{id}` for `GET` and `/api/data/01ARZ3NDEKTSV4RRFFQ69G5FAV`: the route that such a request goes to. Both as they
/// are if there is none. Thread-safe.
std::string routeTemplate(std::string_view method, std::string_view path);

} // namespace sallyport::api
