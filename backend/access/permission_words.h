#pragma once

#include "backend/access/permission.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::access {

/// What a set allows, by its words and in the order of the table: `users:read`, `users:create`.
std::vector<std::string> permissionWords(const PermissionSet& set);

/// What one of the guide's groups (`read`, `write`, `delete`, `manage_users`) stands for, wherever permissions are named;
/// nothing: there is no such group.
std::optional<PermissionSet> permissionsOfGroup(std::string_view word);

/// Every word that names a permission or a group of them, for who looks for the nearest.
std::vector<std::string_view> permissionsAndGroups();

} // namespace sallyport::access
