#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/notices/notices.h"

#include <vector>

namespace sallyport::identity {

/// Tells the user about a change of what they sign in with, as `event` records it: in the same transaction. Nothing for
/// kinds that aren't about that, and for what failed.
Result<void> noteChange(Core& core, storage::Transaction& transaction, const UserId& user, const audit::Event& event,
                        std::string detail = {});
/// The same for a changed e-mail address.
Result<void> noteEmailChange(Core& core, storage::Transaction& transaction, const UserId& user, const audit::Event& event,
                             std::string address);

/// After a whole sign-in of `actor`, with the address and user agent that it came with: remembers the device, forgets the
/// failures before, and tells about a device that was never seen and about failures. The first device of all is no news.
Result<void> noteSignIn(Core& core, storage::Transaction& transaction, const access::Actor& actor, bool console);

namespace rows {

/// Newest first.
Result<std::vector<Notice>> noticesOf(storage::Transaction& transaction, const UserId& user);
Result<std::int64_t> unreadNotices(storage::Transaction& transaction, const UserId& user);
/// Deletes those that are too old.
Result<void> pruneNotices(storage::Transaction& transaction, UtcTime now);

} // namespace rows

} // namespace sallyport::identity
