#pragma once

#include "app/daemon/command.h"
#include "backend/services/provisional_changes.h"

namespace sallyport::daemon {

inline constexpr Option confirmOption{
    "confirm", "", "take it back in 60 seconds unless it is confirmed: asks at a terminal, else see change confirm"};

/// A change as `change list` prints it.
Fields fieldsOf(const ProvisionalChange& change);
/// Runs `work`, which changes where the server listens or what it shows, so that it is taken back unless it is confirmed. At a
/// terminal it asks and waits for that; else it prints the change's id and until when. Warns if nothing of `work` waits.
[[nodiscard]] Result<void> changeProvisionally(Services& services, const std::function<Result<void>()>& work, Output& output);

} // namespace sallyport::daemon
