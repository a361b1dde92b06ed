#pragma once

#include "backend/identity/core/core.h"

namespace sallyport::identity::rows {

/// What memory knows about the last use of sessions and their users goes to the database, so that a restart doesn't forget it.
Result<void> storeLastUse(Core& core, storage::Transaction& transaction);

} // namespace sallyport::identity::rows
