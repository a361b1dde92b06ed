#pragma once

#include "backend/identity/core/role_assignment.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// What it takes to take back a change of somebody's roles: which they had, and which the change left.
struct RolesUndo {
    std::vector<RoleAssignment> before;
    std::vector<WantedRole> after;
};

/// As JSON, and back; what can't be read is empty.
std::string rolesUndo(const std::vector<RoleAssignment>& before, const std::vector<WantedRole>& after);
RolesUndo readRolesUndo(std::string_view json);

} // namespace sallyport::identity
