#pragma once

#include "backend/access/roles.h"
#include "backend/audit/details.h"
#include "backend/audit/event.h"
#include "backend/identity/core/role_assignment.h"

#include <string>
#include <vector>

namespace sallyport::identity {

/// Tells in the event of a change of roles what was given and what taken, by name among `details`, and as its reason for filters:
/// `administrator_given` if only now they allow all that the role `admin` does, `administrator_taken` if now they don't;
/// else `roles_given`, `roles_taken`, `roles_replaced` or `role_ends_changed`. Nothing if they are the same.
void tellRoleChange(const access::Roles& known, audit::Event& event, audit::Details& details,
                    const std::vector<WantedRole>& before, const std::vector<WantedRole>& after);

/// Names alone, as roles without an end.
std::vector<WantedRole> withoutEnds(const std::vector<std::string>& roles);

} // namespace sallyport::identity
