#pragma once

#include "backend/access/role.h"
#include "backend/base/id.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace sallyport::identity {

/// Names that an impact tells of each thing; the numbers tell of all.
inline constexpr std::size_t impactNames = 20;

/// What a change of roles means for people and service accounts, after all the roles that each of them has: not cells of a
/// table, but what somebody gains or loses.
struct RoleImpact {
    struct Member {
        UserId id;
        std::string name;
        bool service = false;
    };
    /// One permission that members gain, or lose.
    struct Effect {
        access::Permission permission{};
        std::int64_t count = 0;
        std::vector<Member> members; ///< the first of them, by name
        /// Of those whom the change would touch: how many have it all the same, before and after.
        std::int64_t keepers = 0;
        std::vector<std::string> through; ///< the roles that they have it from, by name
    };
    std::vector<Effect> gained, lost; ///< in the order of the permissions
    /// Members for whom nothing changes.
    std::int64_t unchanged = 0;
    std::vector<Member> unchangedMembers;
    std::vector<std::string> roles; ///< the roles that allow something else then, heirs among them, by name

    bool empty() const { return gained.empty() && lost.empty(); }
};

} // namespace sallyport::identity
