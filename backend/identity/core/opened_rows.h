#pragma once

#include "backend/identity/core/user.h"
#include "backend/storage/sql_text.h"

#include <string>
#include <vector>

namespace sallyport::identity::rows {

// What signing in has opened beside a session: first steps that wait for their second factor, and devices that were trusted.
// Whatever ends somebody's sessions for them ends these too, or the next sign-in needs less than the one that was ended.

Result<void> endOpened(storage::Transaction& transaction, const std::vector<UserId>& users);

/// Who is spared where everybody's is ended: who has one of `roles` (none: nobody), but for `self`.
struct Spared {
    std::vector<std::string> roles;
    UserId self;

    bool anybody() const noexcept { return !roles.empty(); }
    /// ` user_id`, of which table ever, is nobody's who is spared.
    void addOthers(storage::SqlText& sql) const;
    /// It is somebody's who is.
    void addSpared(storage::SqlText& sql) const;
};

Result<void> endEverybodysOpened(storage::Transaction& transaction, const Spared& spared);

} // namespace sallyport::identity::rows
