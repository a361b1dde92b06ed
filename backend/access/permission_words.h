#pragma once

#include "backend/access/permission.h"

#include <string>
#include <vector>

namespace sallyport::access {

/// What a set allows, by its words and in the order of the table: `users:read`, `users:create`.
std::vector<std::string> permissionWords(const PermissionSet& set);

} // namespace sallyport::access
