#pragma once

#include "backend/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::settings {

inline constexpr std::size_t routeListLimit = 2'048; ///< bytes
inline constexpr std::size_t routesMost = 32;

/// `POST /api/comments, PATCH /api/users/{id}`: routes as the OpenAPI document writes them, each once, in their order. At most
/// routesMost. InvalidArgument says what would be accepted. Whether there are such routes isn't asked here.
Result<std::vector<std::string>> parseRoutes(std::string_view text);

} // namespace sallyport::settings
