#pragma once

#include "backend/identity/users/users.h"
#include "backend/storage/transaction.h"

#include <functional>

namespace sallyport::identity {

/// Disabling and enabling for whoever keeps something of their own about it: both are stored, or neither. Thread-safe, blocks.
class JoinedUserActions {
public:
    /// In the transaction of the action and behind it; what it refuses isn't done. `after` is as `before` if there was nothing
    /// to do. It owns what it needs: where there is no room it may run when its caller has gone (Store::takeAway).
    using Also = std::function<Result<void>(storage::Transaction& transaction, const User& before, const User& after)>;

    virtual ~JoinedUserActions() = default;

    /// As Users::apply. InvalidArgument for another action than Disable and Enable.
    [[nodiscard]] virtual Result<void> applyWith(const access::Actor& actor, const UserId& id, UserAction action, Also also) = 0;
};

} // namespace sallyport::identity
