#pragma once

#include "backend/access/permission.h"
#include "backend/base/id.h"
#include "backend/base/time_format.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::access {

/// A named set of permissions. What is built in comes with the product and is never changed; own roles are the vault's.
struct Role {
    RoleId id;
    std::string name;  ///< `admin`, `editor`, `duty_physician`; never changes
    std::string title; ///< `Administrator`
    std::string description;
    bool builtIn = true;
    PermissionSet own;                 ///< what it allows by itself
    std::vector<std::string> inherits; ///< names of roles whose permissions it has too, sorted
    PermissionSet permissions;         ///< all that it allows: its own and what it inherits
    std::int64_t members = 0;          ///< users
    std::int64_t version = 1;
    std::optional<UtcTime> changedAt; ///< nothing: as it came
    std::string changedBy;
};

/// A small letter, then small letters, digits, `_` and `-`; at most roleNameBytes.
bool isRoleName(std::string_view text) noexcept;

} // namespace sallyport::access
