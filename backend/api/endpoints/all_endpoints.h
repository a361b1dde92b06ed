#pragma once

#include "backend/api/endpoint_group.h"

namespace sallyport::api {

/// Everything that the API has; all_endpoints.cpp lists the files.
Endpoints allEndpoints();

} // namespace sallyport::api
