#pragma once

#include "backend/base/id.h"
#include "backend/base/ip_address.h"
#include "backend/storage/transaction.h"

#include <optional>

namespace sallyport::protection::rows {

struct LastAdministrator {
    UserId id;
    IpAddress address; ///< from where they were active last, as far as sessions tell
};

/// The only active administrator; nothing if there are others, or no session.
[[nodiscard]] Result<std::optional<LastAdministrator>> lastAdministrator(storage::Transaction& transaction, UtcTime now);

} // namespace sallyport::protection::rows
