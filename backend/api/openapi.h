#pragma once

#include "backend/api/endpoint_group.h"

#include <string>

namespace sallyport::api {

/// The OpenAPI 3.1 document of the routes and schemas.
std::string openApiDocument(const Endpoints& endpoints);

} // namespace sallyport::api
