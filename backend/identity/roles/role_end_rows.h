#pragma once

#include "backend/base/clock.h"
#include "backend/base/id.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sallyport::identity::rows {

/// A role of a user that ends, or has ended.
struct EndingRole {
    UserId user;
    std::string role;
    UtcTime at;
};

/// How often the end of a role is told in advance, and how long before it.
enum class EndTold : std::int64_t { Never = 0, Week = 1, Day = 2 };

/// Those that end until `until`, but have not by `now`, and of which that has not been told; the next first, at most `limit`.
Result<std::vector<EndingRole>> untold(storage::Transaction& transaction, UtcTime now, UtcTime until, EndTold told,
                                       std::int64_t limit);
Result<void> noteTold(storage::Transaction& transaction, const EndingRole& role, EndTold told);

/// Those whose end is over by `now`; at most `limit`.
Result<std::vector<EndingRole>> ended(storage::Transaction& transaction, UtcTime now, std::int64_t limit);
Result<void> removeEnded(storage::Transaction& transaction, const EndingRole& role);

} // namespace sallyport::identity::rows
