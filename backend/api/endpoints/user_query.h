#pragma once

#include "backend/api/call.h"
#include "backend/identity/user.h"

namespace sallyport::api {

/// `?role=`, `?status=` and `?mfa=`, as the list of users and what is made of it take them.
Result<void> readUserFilters(const Call& call, identity::UserQuery& query);

} // namespace sallyport::api
