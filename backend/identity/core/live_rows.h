#pragma once

#include "backend/identity/core/live_sessions.h"
#include "backend/storage/store.h"

#include <string_view>
#include <vector>

namespace sallyport::identity::rows {

/// Users as memory mirrors them: those with a session that isn't over at `now`.
Result<std::vector<LiveUser>> usersSignedIn(storage::Transaction& transaction, UtcTime now);
/// The members of a role that have sessions or own keys.
Result<std::vector<LiveUser>> membersInMemory(storage::Transaction& transaction, std::string_view role);

} // namespace sallyport::identity::rows
