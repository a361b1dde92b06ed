#pragma once

#include "backend/identity/users/users.h"
#include "backend/storage/transaction.h"

#include <functional>

namespace sallyport::identity {

/// Disabling, enabling and deleting for whoever keeps something of their own about it: both are stored, or neither. Thread-safe,
/// blocks.
class JoinedUserActions {
public:
    /// In the transaction of the action and behind it; what it refuses isn't done. `after` is as `before` if there was nothing
    /// to do, and of what was deleted. It owns what it needs: where there is no room it may run when its caller has gone
    /// (Store::takeAway).
    using Also = std::function<Result<void>(storage::Transaction& transaction, const User& before, const User& after)>;

    virtual ~JoinedUserActions() = default;

    /// As Users::apply. InvalidArgument for another action than Disable, Enable and Delete.
    [[nodiscard]] virtual Result<void> applyWith(const access::Actor& actor, const UserId& id, UserAction action, Also also) = 0;
};

} // namespace sallyport::identity
