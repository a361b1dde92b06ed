#pragma once

#include "backend/base/clock.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace sallyport::identity {

/// A role that a user has, since when and by whom.
struct RoleAssignment {
    std::string role;
    std::optional<UtcTime> until; ///< from then on it allows nothing; nothing: it has no end
    UtcTime since;
    std::string by; ///< a name; empty: from before this was kept
};

/// A role that a user shall have; a name alone is one without an end.
struct WantedRole {
    WantedRole() = default;
    WantedRole(std::string name, std::optional<UtcTime> end = {}) : role(std::move(name)), until(end) {}
    WantedRole(const char* name) : role(name) {}

    std::string role;
    std::optional<UtcTime> until;
    bool operator==(const WantedRole&) const = default;
};

/// What somebody has, as it is wanted to stay.
std::vector<WantedRole> asTheyAre(const std::vector<RoleAssignment>& assignments);
/// `names` as they are wanted where nothing is said of ends: what somebody has keeps its end.
std::vector<WantedRole> withTheirEnds(const std::vector<std::string>& names, const std::vector<RoleAssignment>& assignments);
/// True if each of `fewer` is among `roles` and doesn't last longer than there.
bool coversAll(const std::vector<WantedRole>& roles, const std::vector<WantedRole>& fewer);

/// When a role that somebody has ends.
struct RoleEnd {
    std::string role;
    UtcTime at;
    bool operator==(const RoleEnd&) const = default;
};
using RoleEnds = std::vector<RoleEnd>;

/// `roles` without those that have ended by `now`: from its end on a role allows nothing, whether or not its row is still there.
std::vector<std::string> inForce(std::vector<std::string> roles, const RoleEnds& ends, UtcTime now);

/// Until when what the roles allow stays as it is at `now`; nothing: none of them ends.
std::optional<UtcTime> nextEnd(const RoleEnds& ends, UtcTime now);

} // namespace sallyport::identity
