#pragma once

#include "app/daemon/output.h"
#include "backend/identity/core/user.h"

#include <string>

namespace sallyport::daemon {

/// A user's roles for people, with their ends: `viewer,editor until 2026-11-30T22:00:00+01:00`.
std::string shownRoles(const identity::User& user);
/// In JSON alone: the roles that end, `["editor 2026-11-30T21:00:00.000Z"]`.
Field roleEndsField(const identity::User& user);

} // namespace sallyport::daemon
