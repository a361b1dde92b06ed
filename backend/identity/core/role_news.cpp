#include "backend/identity/core/role_news.h"

#include "backend/identity/core/manage.h"

#include <algorithm>

namespace sallyport::identity {
namespace {

std::vector<std::string> names(const std::vector<WantedRole>& roles)
{
    std::vector<std::string> all;
    for (const WantedRole& one : roles)
        all.push_back(one.role);
    return all;
}

std::vector<std::string> missing(const std::vector<WantedRole>& from, const std::vector<WantedRole>& among)
{
    std::vector<std::string> all;
    for (const WantedRole& one : from) {
        if (std::ranges::find(among, one.role, &WantedRole::role) == among.end())
            all.push_back(one.role);
    }
    return all;
}

} // namespace

void tellRoleChange(const access::Roles& known, audit::Event& event, audit::Details& details,
                    const std::vector<WantedRole>& before, const std::vector<WantedRole>& after)
{
    if (before == after)
        return;
    const std::vector<std::string> given = missing(after, before), taken = missing(before, after);
    // A role of the vault's own may include all that an administrator may.
    const access::PermissionSet all = known.permissionsOf({"admin"});
    const bool was = known.permissionsOf(names(before)).covers(all), is = known.permissionsOf(names(after)).covers(all);
    event.reason = is && !was                         ? "administrator_given"
                   : was && !is                       ? "administrator_taken"
                   : !given.empty() && !taken.empty() ? "roles_replaced"
                   : !given.empty()                   ? "roles_given"
                   : !taken.empty()                   ? "roles_taken"
                                                      : "role_ends_changed";
    if (!given.empty())
        details.text("given", joined(given));
    if (!taken.empty())
        details.text("taken", joined(taken));
}

std::vector<WantedRole> withoutEnds(const std::vector<std::string>& roles)
{
    return {roles.begin(), roles.end()};
}

} // namespace sallyport::identity
