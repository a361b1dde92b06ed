#pragma once

#include "backend/api/call.h"
#include "backend/api/route.h"
#include "backend/identity/core/user.h"

namespace sallyport::api {

inline constexpr QueryParameter inactiveDaysParameter{
    "inactive_days", "Only users that may sign in or are invited, and have not signed in or used a session for so many days.",
    R"({"type":"integer","minimum":1,"maximum":<inactiveDays>})"};

/// `?role=`, `?status=`, `?mfa=` and `?inactive_days=`, as the list of users and what is made of it take them.
Result<void> readUserFilters(const Call& call, identity::UserQuery& query);

} // namespace sallyport::api
