#include "backend/identity/core/role_assignment.h"

#include <algorithm>

namespace sallyport::identity {

std::vector<WantedRole> asTheyAre(const std::vector<RoleAssignment>& assignments)
{
    std::vector<WantedRole> roles;
    for (const RoleAssignment& one : assignments)
        roles.push_back({one.role, one.until});
    return roles;
}

std::vector<WantedRole> withTheirEnds(const std::vector<std::string>& names, const std::vector<RoleAssignment>& assignments)
{
    std::vector<WantedRole> roles;
    for (const std::string& name : names) {
        const auto held = std::ranges::find(assignments, name, &RoleAssignment::role);
        roles.push_back({name, held == assignments.end() ? std::nullopt : held->until});
    }
    return roles;
}

bool coversAll(const std::vector<WantedRole>& roles, const std::vector<WantedRole>& fewer)
{
    return std::ranges::all_of(fewer, [&](const WantedRole& one) {
        const auto held = std::ranges::find(roles, one.role, &WantedRole::role);
        return held != roles.end() && (!held->until || (one.until && *one.until <= *held->until));
    });
}

std::vector<std::string> inForce(std::vector<std::string> roles, const RoleEnds& ends, UtcTime now)
{
    for (const RoleEnd& end : ends)
        if (end.at <= now)
            std::erase(roles, end.role);
    return roles;
}

std::optional<UtcTime> nextEnd(const RoleEnds& ends, UtcTime now)
{
    std::optional<UtcTime> next;
    for (const RoleEnd& end : ends)
        if (end.at > now && (!next || end.at < *next))
            next = end.at;
    return next;
}

} // namespace sallyport::identity
