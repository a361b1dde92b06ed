#pragma once

#include "backend/api/route.h"

#include <span>
#include <string>

namespace sallyport::api {

/// The OpenAPI 3.1 document of the routes and schemas.
std::string openApiDocument(std::span<const Route> routes);

} // namespace sallyport::api
